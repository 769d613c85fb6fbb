"""Paint laid on stroke by stroke: bristle marks that follow a direction, take their colour from a study and leave ridges.

The way of working is that of stroke-based rendering (Haeberli 1990, Hertzmann 1998): broad strokes first, then finer
ones where the study asks for them. The marks of a brush are made once, in a number of directions and wear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from vitrine.house.atelier.noise import Field, blur
from vitrine.house.atelier.solids import Floats, floats

DIRECTIONS = 32
"""Marks a half-turn: 5.6 degrees apart, finer than a hand is steady."""
THINNEST = 1.2
"""Pixels: narrower strokes would not be seen and are left out (at small sizes)."""


@dataclass(frozen=True)
class Brush:
    """Width and length in units of 1/2400 of the picture's long side; `cover` opacity; `dry` how much the bristles part; `bow` the strokes' curvature.

    `spacing` is the distance between strokes in widths; `wander` their turn from the direction (radians); `vary` the
    change of lightness and `warm` of hue from stroke to stroke; `thick` the height of the paint.
    """

    width: float
    length: float
    cover: float = 0.85
    dry: float = 0.45
    bow: float = 0.12
    spacing: float = 0.75
    vary: float = 0.035
    warm: float = 0.02
    wander: float = 0.18
    thick: float = 1.0


@dataclass
class _Strokes:
    """Where strokes lie (pixels), how they are turned (radians) and their colours (n, 3)."""

    x: Floats
    y: Floats
    turn: Floats
    colours: Floats


class Canvas:
    """Paint and its thickness. `paint` is (4, h, w): red, green, blue as displayed (0..1), and height."""

    def __init__(self, field: Field, ground: Sequence[float]) -> None:
        self.field, self.width, self.height = field, field.width, field.height
        self.rng, self.unit = field.rng, field.unit
        self.paint = np.zeros((4, field.height, field.width), np.float32)
        self.paint[:3] = np.asarray(ground, np.float32)[:, None, None]

    @property
    def colour(self) -> Floats:
        """What has been painted so far (h, w, 3)."""
        return np.ascontiguousarray(np.moveaxis(self.paint[:3], 0, -1))

    def cover(
        self, study: Floats, angle: Floats, brush: Brush, where: Floats | None = None, mask: Floats | None = None
    ) -> None:
        """Lay strokes all over, coloured by `study` (h, w, 3) and turned by `angle` (radians, counter-clockwise from the right).

        `where` (0..1) thins them out; `mask` (0..1, at the canvas' size) keeps them inside an edge. The study, angle
        and `where` may be smaller than the canvas; all three are stretched to fit.
        """
        width = brush.width * self.unit
        if width < THINNEST:
            return
        step = max(brush.spacing * (width * brush.length * self.unit * 0.62) ** 0.5, 1.0)
        x, y = self._places(step, [plane for plane in (where, mask) if plane is not None])
        keep = np.ones(len(x), bool)
        if where is not None:
            keep = self.rng.random(len(x)) < self._at(where, x, y)
        if mask is not None:
            keep &= self._at(mask, x, y) > 0.02
        x, y = x[keep], y[keep]
        soft = blur(study, width * 0.28 * study.shape[1] / self.width)
        colours = np.clip(self._at(soft, x, y) + self._variation(len(x), brush), 0, 1)
        turn = (
            self._at(angle, x, y) + self.rng.normal(0, brush.wander, len(x)) + np.pi * (self.rng.random(len(x)) < 0.5)
        )
        self._lay(_Strokes(x, y, turn, colours), brush, mask)

    def _at(self, plane: Floats, x: Floats, y: Floats) -> Floats:
        """A plane of any size read at places of the canvas."""
        rows, columns = plane.shape[:2]
        r = np.clip(y * rows / self.height, 0, rows - 1).astype(int)
        c = np.clip(x * columns / self.width, 0, columns - 1).astype(int)
        values: Floats = plane[r, c]
        return values

    def _places(self, step: float, limits: list[Floats]) -> tuple[Floats, Floats]:
        """Places about `step` pixels apart in random order, in the part of the canvas where no limit is 0."""
        left, top, right, bottom = 0.0, 0.0, float(self.width), float(self.height)
        for plane in limits:
            used_rows, used_columns = np.flatnonzero(plane.max(1) > 0), np.flatnonzero(plane.max(0) > 0)
            if not used_rows.size:
                return floats([]), floats([])
            down, across = self.height / plane.shape[0], self.width / plane.shape[1]
            left, right = max(left, used_columns[0] * across), min(right, (used_columns[-1] + 1) * across)
            top, bottom = max(top, used_rows[0] * down), min(bottom, (used_rows[-1] + 1) * down)
        columns, rows = (
            np.arange(int(left / step), int(right / step) + 2),
            np.arange(int(top / step), int(bottom / step) + 2),
        )
        u, v = (places.ravel() for places in np.meshgrid(columns, rows))
        x = (u + self.rng.uniform(-0.5, 0.5, u.size)) * step
        y = (v + self.rng.uniform(-0.5, 0.5, v.size)) * step
        order = self.rng.permutation(x.size)
        return floats(x[order]), floats(y[order])

    def _variation(self, count: int, brush: Brush) -> Floats:
        light = self.rng.normal(0, brush.vary, (count, 1))
        hue = self.rng.normal(0, brush.warm, (count, 1)) * np.array([1.0, 0.1, -1.0])
        return floats(light + hue)

    def _lay(self, strokes: _Strokes, brush: Brush, mask: Floats | None) -> None:
        marks = marks_of(brush, self.unit)
        count = len(strokes.x)
        index = np.rint(strokes.turn / (np.pi / DIRECTIONS)).astype(int) % (2 * DIRECTIONS)
        variant = self.rng.integers(0, len(marks), count)
        rows, columns = np.rint(strokes.y).astype(int).tolist(), np.rint(strokes.x).astype(int).tolist()
        heights = np.full((count, 1), brush.thick, np.float32)
        targets = np.concatenate([strokes.colours, heights], axis=1).astype(np.float32)[:, :, None, None]
        for i in range(count):
            mark = marks[variant[i]][index[i]]
            alpha = mark.alpha
            top, left = rows[i] + mark.top, columns[i] + mark.left
            bottom, right = top + alpha.shape[0], left + alpha.shape[1]
            if top < 0 or left < 0 or bottom > self.height or right > self.width:
                alpha = alpha[max(-top, 0) : max(self.height - top, 0), max(-left, 0) : max(self.width - left, 0)]
                if not alpha.size:
                    continue
                top, left = max(top, 0), max(left, 0)
                bottom, right = top + alpha.shape[0], left + alpha.shape[1]
            if mask is not None:
                alpha = alpha * mask[top:bottom, left:right]
            patch = self.paint[:, top:bottom, left:right]
            step = targets[i] - patch
            step *= alpha
            patch += step


@dataclass(frozen=True)
class Mark:
    """One stroke's opacity (h, w) and where its upper left corner lies from its middle."""

    alpha: Floats
    top: int
    left: int


@lru_cache(maxsize=24)
def marks_of(brush: Brush, unit: float) -> list[list[Mark]]:
    """The strokes a brush can make: for every wear, one a direction round the full turn. The same brush always makes the same."""
    rng = np.random.default_rng(int(brush.width * 1000 + brush.length))
    size = brush.width * unit, brush.length * unit
    reach = int(np.hypot(size[1], size[0] * (1 + 2 * brush.bow)) / 2) + 2
    marks = []
    for _ in range(4 if reach < 60 else 2):
        strip = _strip(brush, *size, rng)
        bow = rng.uniform(-1, 1) * brush.bow * size[0] / max(size[1] / 2, 1) ** 2 * 2
        half = [_turned(strip, reach, np.pi * d / DIRECTIONS, bow, size) for d in range(DIRECTIONS)]
        around = [*half, *(stamp[::-1, ::-1] for stamp in half)]
        marks.append([_trimmed(stamp, reach) for stamp in around])
    return marks


def _strip(brush: Brush, width: float, length: float, rng: np.random.Generator) -> Floats:
    """One straight stroke, bristle by bristle, as opacity."""
    rows, columns = max(int(width * 1.2), 8), max(int(length * 0.8), 12)
    field, edge = Field(rng, columns, rows), Field(rng, 1, rows)
    across = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    along = np.linspace(0, 1, columns, dtype=np.float32)[None]
    bristles = field.smooth(max(rows / 14, 1.0), 40) * 0.7 + field.smooth(max(rows / 5, 1.2), 12) * 0.5
    start = 0.06 + 0.05 * edge.smooth(max(rows / 8, 1))
    end = 0.90 + 0.10 * edge.smooth(max(rows / 9, 1)) - 0.15 * across**2
    body = np.clip((along - start) / 0.07, 0, 1) * np.clip((end - along) / 0.12, 0, 1)
    side = np.clip((1 - np.abs(across) * (1 + 0.08 * bristles)) / 0.22, 0, 1)
    wear = brush.dry * (0.35 + 0.9 * along)
    parted = np.clip(1 - wear * (0.55 - bristles) * 1.2, 0, 1)
    return floats(body * side * parted * brush.cover)


def _turned(strip: Floats, reach: int, angle: float, bow: float, size: tuple[float, float]) -> Floats:
    """The straight stroke turned and bent, sampled on a square of `reach` pixels on every side of its middle."""
    axis = np.arange(-reach, reach + 1, dtype=np.float32)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    x = axis[None] * cos - axis[:, None] * sin
    y = axis[None] * sin + axis[:, None] * cos - np.float32(bow) * x * x
    rows, columns = strip.shape
    c, r = (x / size[1] + 0.5) * (columns - 1), (y / size[0] + 0.5) * (rows - 1)
    stamp = np.zeros((axis.size, axis.size), np.float32)
    inside = (c >= 0) & (c < columns - 1) & (r >= 0) & (r < rows - 1)
    c, r = c[inside], r[inside]
    c0, r0 = c.astype(np.intp), r.astype(np.intp)
    c, r = c - c0, r - r0
    flat, at = strip.ravel(), r0 * columns + c0
    upper = flat[at] * (1 - c) + flat[at + 1] * c
    lower = flat[at + columns] * (1 - c) + flat[at + columns + 1] * c
    stamp[inside] = upper * (1 - r) + lower * r
    return stamp


def _trimmed(stamp: Floats, reach: int) -> Mark:
    rows, columns = np.flatnonzero(stamp.max(1) > 0.004), np.flatnonzero(stamp.max(0) > 0.004)
    if not rows.size:
        return Mark(np.zeros((1, 1), np.float32), 0, 0)
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return Mark(np.ascontiguousarray(stamp[top:bottom, left:right]), int(top) - reach, int(left) - reach)


def flow(study: Floats, sigma: float = 4.0, fallback: Floats | float = 0.0) -> Floats:
    """Directions along the edges of a study (structure tensor), `fallback` where it is flat; radians, counter-clockwise."""
    light = blur(study.mean(-1) if study.ndim == 3 else study, 1.0)
    down, across = np.gradient(light)
    xx, yy, xy = (blur(floats(part), sigma) for part in (across * across, down * down, across * down))
    angle = -(0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2)
    strength = np.sqrt((xx - yy) ** 2 + 4 * xy * xy)
    sure = np.clip(strength / (np.percentile(strength, 85) + 1e-9), 0, 1)
    return mix_angles(np.broadcast_to(np.float32(fallback), angle.shape), angle, sure)


def mix_angles(a: Floats, b: Floats, weight: Floats | float) -> Floats:
    """Directions (without sense) between `a` and `b`."""
    x = (1 - weight) * np.cos(2 * a) + weight * np.cos(2 * b)
    y = (1 - weight) * np.sin(2 * a) + weight * np.sin(2 * b)
    return (np.arctan2(y, x) / 2).astype(np.float32)


def raking(paint: Floats, weave: Floats | None = None, strength: float = 0.10) -> Floats:
    """The painted surface in light from the upper left: ridges catch it, the far side of them is in shade."""
    surface = paint[3] if weave is None else paint[3] + weave
    down, across = np.gradient(surface)
    shade = np.clip(1 + strength * (across + down), 0.75, 1.3)
    return np.ascontiguousarray(np.moveaxis(np.clip(paint[:3] * shade, 0, 1), 0, -1))
