"""Rounded solids joined softly into bodies, and the rays that look at them.

A solid is a rounded cone with a belly, pressed flat along one axis; bodies, clothes and fruit are a few dozen of them.
Shapes are groups of solids that flow into one another; between shapes edges stay sharp. Distances are signed
(negative inside); a smooth union is `-k log(sum exp(-d / k))`, and a ray walks by the distance to the next surface
(sphere tracing, Hart 1996). World: metres, x to the right of the picture, y up, z towards the viewer; parallel rays.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Vector = tuple[float, float, float]


def floats(values: object) -> Floats:
    """Numbers as an array of single precision, which is what everything here is computed in."""
    return np.asarray(values, np.float32)


Displacement = Callable[[Floats], Floats]
"""Points (n, 3) in metres -> metres to push the surface in (positive) or out (negative)."""

STEPS = 34
"""Steps of a ray: enough for the grazing rays at a contour; more changes no pixel that is seen."""
TOLERANCE = 6e-4
"""Metres from a surface at which a ray has arrived: below a pixel at every scale used."""
TILE = 40
"""Pixels of a square that share one list of near solids: small enough for short lists, large enough for NumPy."""
REACH = 0.045
"""Metres beyond its surface at which a solid still counts in a tile, besides its soft join: the reach of ambient occlusion."""
JOIN = 4.5
"""Soft join widths at which a solid adds less than 1 % to its shape."""


@dataclass(frozen=True)
class Solid:
    """A rounded cone from `a` to `b` (metres) with radii `ra`, `rb`, a `belly` halfway, flattened `flat` times along `axis`."""

    a: Vector
    b: Vector
    ra: float
    rb: float
    colour: Vector
    belly: float = 0.0
    axis: Vector = (0.0, 0.0, 1.0)
    flat: float = 1.0


@dataclass
class Shape:
    """Solids that flow into one another within `soft` metres.

    `push` carves and swells their common surface, by `push_reach` metres at most; `cut` is a distance, positive where
    the shape is cut away (a hem, a table's edge); `gloss` the strength of its highlights.
    """

    name: str
    solids: list[Solid]
    soft: float = 0.012
    push: Displacement | None = None
    gloss: float = 0.0
    push_reach: float = 0.0
    cut: Displacement | None = None


PUSH_REACH = 0.03
"""Metres from a surface within which its pushes are worked out: more than any of them moves it."""

SLOPE = 0.75
"""Share of a pushed surface's distance that a ray may walk: pushes bend the surface towards it."""


class Scene:
    """Shapes laid out as arrays, ready to be asked for distances. Rows are solids, in the order of their shapes."""

    def __init__(self, shapes: list[Shape]) -> None:
        self.shapes = shapes
        solids = [solid for shape in shapes for solid in shape.solids]
        self.group = np.array([g for g, shape in enumerate(shapes) for _ in shape.solids])
        self.a, self.b = floats([s.a for s in solids]), floats([s.b for s in solids])
        self.ra = floats([[s.ra] for s in solids])
        self.slope = floats([[s.rb - s.ra] for s in solids])
        self.belly = floats([[s.belly * 4] for s in solids])
        self.colour = floats([s.colour for s in solids])
        axis = floats([s.axis for s in solids])
        self.axis = axis / np.linalg.norm(axis, axis=1, keepdims=True)
        self.flat = floats([[s.flat] for s in solids])
        along = self.b - self.a
        self.along = along + (self.flat - 1) * (along * self.axis).sum(1, keepdims=True) * self.axis
        self.press = (
            np.eye(3, dtype=np.float32) + (self.flat[..., None] - 1) * self.axis[:, :, None] * self.axis[:, None]
        )
        self.soft = floats([[shape.soft] for shape in shapes])
        push_reach = floats([shape.push_reach for shape in shapes])
        self.reach = REACH + JOIN * self.soft[self.group, 0]
        self.radius = (np.maximum(self.ra, self.ra + self.slope) + np.abs(self.belly) / 4)[:, 0] + push_reach[
            self.group
        ]
        self._index()

    def _index(self) -> None:
        self.starts = np.flatnonzero(np.concatenate([[True], self.group[1:] != self.group[:-1]]))
        self.present = self.group[self.starts]
        self.member = np.repeat(np.arange(len(self.starts)), np.diff(np.append(self.starts, len(self.group))))
        placed = np.concatenate([self.press, -(self.press @ self.a[..., None])], axis=2)
        share = self.along / np.maximum((self.along**2).sum(1, keepdims=True), 1e-9)
        rows = [*np.moveaxis(placed, 1, 0), (share[:, None] @ placed)[:, 0]]
        self.linear = np.concatenate(rows).astype(np.float32)

    def part(self, which: npt.NDArray[np.intp]) -> "Scene":
        """The same scene with only the solids `which` (sorted)."""
        part = copy(self)
        for name in (
            "group",
            "a",
            "b",
            "ra",
            "slope",
            "belly",
            "colour",
            "axis",
            "flat",
            "along",
            "press",
            "radius",
            "reach",
        ):
            setattr(part, name, getattr(self, name)[which])
        part._index()
        return part

    def each(self, points: Floats) -> tuple[Floats, Floats]:
        """Distances (m, n) of `points` (n, 3) to the solids, and how far along each solid the nearest point lies (0..1)."""
        count = len(self.group)
        placed = np.ones((4, len(points)), np.float32)
        placed[:3] = points.T
        local = self.linear @ placed
        x, y, z, t = local[:count], local[count : 2 * count], local[2 * count : 3 * count], local[3 * count :]
        np.clip(t, 0, 1, out=t)
        x -= t * self.along[:, 0:1]
        y -= t * self.along[:, 1:2]
        z -= t * self.along[:, 2:3]
        x *= x
        y *= y
        z *= z
        x += y
        x += z
        np.sqrt(x, out=x)
        x -= self.ra
        x -= t * (self.slope + self.belly * (1 - t))
        x /= self.flat
        return x, t

    def groups(self, points: Floats) -> Floats:
        """Distances (g, n) of `points` to the shapes `present`."""
        return self.join(self.each(points)[0], points)

    def join(self, distances: Floats, points: Floats) -> Floats:
        """Distances to the shapes from those to the solids: soft unions, pushes and cuts."""
        if len(distances) == len(self.starts):
            joined = distances
        else:
            nearest = np.minimum.reduceat(distances, self.starts, axis=0)
            soft = self.soft[self.present]
            weights = np.exp((nearest[self.member] - distances) / soft[self.member])
            joined = nearest - soft * np.log(np.add.reduceat(weights, self.starts, axis=0))
        for row, number in enumerate(self.present):
            push = self.shapes[number].push
            if push is not None:
                close = np.flatnonzero(np.abs(joined[row]) < PUSH_REACH)
                if close.size:
                    joined[row, close] += push(points[close])
                joined[row] *= np.float32(SLOPE)
            cut = self.shapes[number].cut
            if cut is not None:
                joined[row] = np.maximum(joined[row], cut(points))
        return joined

    def nearest(self, points: Floats) -> Floats:
        """Distance (n) of `points` to whatever is nearest."""
        distances: Floats = self.groups(points).min(0)
        return distances

    def near(self, low: Floats, high: Floats) -> npt.NDArray[np.intp]:
        """The solids that reach into the column of rays between the corners `low` and `high` (x, y in metres)."""
        reach = (self.radius + self.reach)[:, None]
        lower = np.minimum(self.a, self.b)[:, :2] - reach
        upper = np.maximum(self.a, self.b)[:, :2] + reach
        return np.flatnonzero(((lower < high) & (upper > low)).all(1))
