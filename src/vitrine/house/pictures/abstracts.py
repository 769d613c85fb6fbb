"""Abstract works: a composition of planes, washes in a grid, bands laid with the knife."""

import numpy as np

from vitrine.house.atelier import prints
from vitrine.house.atelier.brush import Brush, Canvas, raking
from vitrine.house.atelier.noise import Field, blur
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.staging import angle_field
from vitrine.house.atelier.vector import ink, line, polygon, rgb, stencil
from vitrine.house.pictures.painted import Painted, sheets


def tilted_square(long_side: int) -> Painted:
    """A black square tips towards a red disc among transparent planes."""
    field, _ = sheets(long_side, (4, 5), 2026_22)
    width, height, unit = field.width, field.height, field.unit
    picture = prints.sheet(field, (0.925, 0.885, 0.80), 0.15)
    streak = field.clouds(9 * unit, 2, 20)
    tooth = field.grain(2.4 * unit)
    for fragment, colour, turn in _planes():
        mask = stencil(fragment, width, height, (100, 125))
        near = blur(mask, 5 * unit)
        ragged = np.clip(mask + 0.5 * tooth * near * (1 - near), 0, 1)
        film = (
            0.90
            + 0.07 * (streak if turn else np.roll(streak, round(200 * unit), 0))
            + 0.05 * field.clouds(220 * unit, 3)
        )
        picture = ink(picture, np.clip(ragged * film, 0, 1), rgb(colour))
    fine = stencil(_fine_lines(), width, height, (100, 125))
    picture = ink(picture, fine * np.clip(0.86 + 0.2 * tooth, 0.2, 1), rgb("#2a2622"))
    return Painted(floats(np.clip(picture, 0, 1)))


def _planes() -> list[tuple[str, str, bool]]:
    """Shapes and the colour each lays over what is below, in order."""

    def bar(x: float, y: float, wide: float, high: float, turn: float) -> str:
        return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" transform="rotate({turn} {x + wide / 2} {y + high / 2})"/>'

    ring = '<path d="M24,92 a19,19 0 1 0 38,0 a19,19 0 1 0 -38,0 Z M29.5,92 a13.5,13.5 0 1 1 27,0 a13.5,13.5 0 1 1 -27,0 Z" fill-rule="evenodd"/>'
    return [
        (bar(8, 12, 46, 96, -6), "#e9d9a6", True),
        (polygon([(52, 8), (94, 30), (70, 96)], "#000"), "#b9cfd0", False),
        ('<circle cx="66" cy="37" r="21"/>', "#d0442c", True),
        ('<path d="M14,70 A34,34 0 0 1 82,70 Z" transform="rotate(14 48 70)"/>', "#e8b24a", False),
        (bar(25, 30, 31, 31, 17), "#2b2b30", True),
        (ring, "#3f6f86", True),
        (bar(60, 66, 8, 48, 32), "#7c9a74", False),
        (bar(70, 78, 20, 20, -12), "#c98f86", True),
        (bar(12, 112, 76, 2.4, -3.5), "#2b2b30", True),
        (bar(6, 22, 2.6, 62, 8), "#3f6f86", True),
        ('<circle cx="84" cy="20" r="4.6"/>', "#2b2b30", False),
        ('<circle cx="18" cy="102" r="3.1"/>', "#d0442c", False),
        (polygon([(72, 108), (90, 104), (82, 119)], "#000"), "#e8b24a", True),
    ]


def _fine_lines() -> str:
    """A fan of ruled lines and two arcs."""
    fan = "".join(
        f'<path d="M84,20 L{10 + 7.5 * i:.1f},{118 - 1.2 * i:.1f}" stroke="#000" stroke-width="0.16"/>'
        for i in range(8)
    )
    arcs = "".join(
        f'<circle cx="43" cy="92" r="{r}" fill="none" stroke="#000" stroke-width="0.2"/>' for r in (8.2, 9.4, 24.5)
    )
    return fan + arcs


WASHES = ("#c7572f", "#e0a13a", "#d9c27c", "#6d8f6a", "#2f6f73", "#3b5b8c", "#6a4f7f", "#a8445f", "#8a6a4c")


ROW = 11.9
"""Distance of the rows, in hundredths of the height."""


def score(long_side: int) -> Painted:
    """Nine colours in washes, set out in rows like a piece of music."""
    field, _ = sheets(long_side, (4, 3), 2026_23)
    rng, unit = field.rng, field.unit
    paper = _Paper(field, prints.sheet(field, (0.955, 0.935, 0.885), 0.1))
    for row in range(7):
        x = 8.0
        while x < 122:
            wide = min(float(rng.choice([4.2, 6.6, 9.0, 13.5], p=[0.28, 0.32, 0.28, 0.12])), 125.4 - x)
            if rng.random() < 0.87 and wide > 2:
                colour = WASHES[int((row * 2 + x / 14 + rng.integers(0, 3)) % 9)]
                paper.wash((x, 9 + ROW * row, wide, 9.6 * float(rng.choice([1.0, 1.0, 0.62, 0.38]))), colour)
            x += wide + 0.8
    ruled = "".join(
        line([(6, 19.4 + ROW * r), (60, 19.5 + ROW * r), (127, 19.3 + ROW * r)], "#000", 0.11) for r in range(7)
    )
    pencil = stencil(ruled, field.width, field.height, (133.33, 100)) * np.clip(
        0.42 + 0.35 * field.grain(3 * unit), 0, 1
    )
    return Painted(floats(np.clip(ink(paper.picture, pencil, rgb("#4a4640")), 0, 1)))


class _Paper:
    """Watercolour paper and the washes on it."""

    def __init__(self, field: Field, picture: Floats) -> None:
        self.field, self.picture = field, picture
        self.tooth, self.wander = field.grain(3.0 * field.unit), field.smooth(60 * field.unit)

    def wash(self, cell: tuple[float, float, float, float], colour: str) -> None:
        """One wash in a cell (x, y, wide, high in hundredths of the height): dark at its border, pooled at one end, granular."""
        rng, unit = self.field.rng, self.field.unit
        x, y, wide, high = (v * self.field.height / 100 for v in cell)
        pad = 14 * unit
        top, left = max(int(y - pad), 0), max(int(x - pad), 0)
        bottom, right = min(int(y + high + pad), self.field.height), min(int(x + wide + pad), self.field.width)
        box = np.s_[top:bottom, left:right]
        tooth = self.tooth[box]
        rows, columns = np.mgrid[box].astype(np.float32)
        across = columns - x - wide / 2 + rng.normal(0, 0.012) * (rows - y)
        down = rows - y - high / 2 + rng.normal(0, 0.01) * (columns - x)
        inside = np.minimum(wide / 2 - np.abs(across), high / 2 - np.abs(down)) + unit * (
            4 * self.wander[box] + 0.5 * tooth
        )
        mask = np.clip(inside / (1.6 * unit) + 0.5, 0, 1)
        border = np.exp(-((inside - 2.5 * unit) ** 2) / (2 * (3.2 * unit) ** 2)) * (inside > -3 * unit)
        pool = 0.28 * rng.choice([-1, 1]) * down / max(high, 1) + 0.22 * rng.choice([-1, 1]) * across / max(wide, 1)
        bloom = Field(rng, right - left, bottom - top).clouds(max(high * 0.5, 6), 3)
        strength = 0.66 + 0.14 * float(rng.normal()) + pool + 0.12 * bloom + 0.34 * border + 0.05 * tooth
        self.picture[box] = ink(self.picture[box], floats(mask * np.clip(strength, 0.12, 1)), rgb(colour))


KNIFE = Brush(150, 330, cover=0.97, dry=0.20, bow=0.02, spacing=0.34, wander=0.03, vary=0.035, warm=0.03, thick=1.6)
SCRAPE = Brush(64, 300, cover=0.75, dry=0.95, bow=0.02, spacing=0.9, wander=0.02, vary=0.07, warm=0.05, thick=1.2)


def low_tide(long_side: int) -> Painted:
    """Broad bands laid with the knife: sand, wet sand, a line of light, sea."""
    sheet, small = sheets(long_side, (1, 1), 2026_24)
    w, h = small.width, small.height
    bands = [
        (0.0, "#8fa6a8"),
        (0.16, "#b9c4bb"),
        (0.285, "#e9dfc6"),
        (0.325, "#2f5d6c"),
        (0.40, "#3f7f86"),
        (0.475, "#20404d"),
        (0.56, "#c98d5a"),
        (0.60, "#dcb98a"),
        (0.70, "#a8876b"),
        (0.78, "#e3cda4"),
        (0.88, "#b99a74"),
        (0.95, "#5d5348"),
    ]
    rows = np.arange(h)[:, None] / h + 0.020 * small.smooth(0.35 * h, 3)
    study = np.full((h, w, 3), rgb(bands[0][1]), np.float32)
    for start, colour in bands:
        study[rows >= start] = rgb(colour)
    for x, y, wide, high, colour in (
        (0.10, 0.405, 0.34, 0.055, "#79a79f"),
        (0.58, 0.48, 0.36, 0.05, "#2b5663"),
        (0.14, 0.62, 0.22, 0.05, "#efe2c4"),
        (0.52, 0.705, 0.40, 0.06, "#7d6a5a"),
        (0.64, 0.585, 0.15, 0.05, "#b8391f"),
        (0.24, 0.80, 0.30, 0.045, "#f0e0bd"),
        (0.70, 0.17, 0.26, 0.08, "#d7d5c4"),
        (0.08, 0.055, 0.40, 0.06, "#6f8c93"),
    ):
        study[int(y * h) : int((y + high) * h), int(x * w) : int((x + wide) * w)] = rgb(colour)
    paint = Canvas(sheet, rgb("#6b4a38"))
    angle = angle_field(w, h, 0.8)
    paint.cover(study, angle, KNIFE)
    paint.cover(
        np.clip(study * 1.10 + 0.03, 0, 1), angle, SCRAPE, where=np.clip(0.45 + 0.5 * small.smooth(0.12 * h, 3), 0, 1)
    )
    accent = np.zeros((h, w), np.float32)
    accent[int(0.288 * h) : int(0.318 * h)] = 0.8
    accent[int(0.590 * h) : int(0.630 * h), int(0.65 * w) : int(0.78 * w)] = 0.9
    paint.cover(study, angle, KNIFE_EDGE, where=accent)
    return Painted(raking(paint.paint, sheet.weave(9) * np.float32(0.10), 0.42))


KNIFE_EDGE = Brush(34, 170, cover=0.95, dry=0.3, bow=0.02, spacing=0.5, wander=0.02, vary=0.03, warm=0.02, thick=2.0)
