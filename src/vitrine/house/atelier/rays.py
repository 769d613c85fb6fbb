"""Looking at solids: parallel rays, what they meet, and the light that falls on it.

The result is a relief: for every pixel the depth, the surface's direction, its own colour and which shape it is.
The picture families paint from reliefs; none of them is shown as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitrine.house.atelier.solids import STEPS, TILE, TOLERANCE, Floats, Scene, Shape, Vector, floats

NOTHING = -1
FAR = np.float32(-9.0)
"""Depth in metres given to pixels that meet nothing: behind everything in a picture."""
COARSE = 5
"""Pixels a side that the first, coarse look takes as one."""


@dataclass(frozen=True)
class View:
    """A window on the world: `width` x `height` pixels, `scale` pixels a metre, centred on (x, y) metres."""

    width: int
    height: int
    scale: float
    x: float
    y: float

    def pixel(self, point: Vector | Floats) -> tuple[float, float]:
        """Where a point of the world falls in the picture, pixels from the upper left corner."""
        return (
            self.width / 2 + (float(point[0]) - self.x) * self.scale,
            self.height / 2 - (float(point[1]) - self.y) * self.scale,
        )

    def resized(self, width: int, height: int) -> "View":
        """The same window with other pixels."""
        return View(width, height, self.scale * width / self.width, self.x, self.y)

    def plane(self) -> tuple[Floats, Floats]:
        """The x of every column and the y of every row, metres."""
        x = self.x + (np.arange(self.width, dtype=np.float32) + 0.5 - self.width / 2) / np.float32(self.scale)
        y = self.y - (np.arange(self.height, dtype=np.float32) + 0.5 - self.height / 2) / np.float32(self.scale)
        return x.astype(np.float32), y.astype(np.float32)


@dataclass
class Relief:
    """What a view shows of a scene, pixel by pixel. `grain` is the picture angle of the solid's length, radians; `along` how far along it (0..1)."""

    view: View
    depth: Floats
    normal: Floats
    colour: Floats
    shape: npt.NDArray[np.int16]
    grain: Floats
    along: Floats
    hollow: Floats

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """True where something was met."""
        met: npt.NDArray[np.bool_] = self.shape != NOTHING
        return met

    def points(self) -> Floats:
        """The met points (h, w, 3), metres."""
        x, y = self.view.plane()
        return np.dstack(
            [np.broadcast_to(x, self.depth.shape), np.broadcast_to(y[:, None], self.depth.shape), self.depth]
        )


def look(shapes: list[Shape], view: View) -> Relief:
    """Trace every ray of `view` through the shapes: coarsely first, then each tile near the surfaces that were found."""
    scene = Scene(shapes)
    size = (view.height, view.width)
    relief = Relief(
        view,
        depth=np.full(size, FAR, np.float32),
        normal=np.zeros((*size, 3), np.float32),
        colour=np.zeros((*size, 3), np.float32),
        shape=np.full(size, NOTHING, np.int16),
        grain=np.zeros(size, np.float32),
        along=np.zeros(size, np.float32),
        hollow=np.ones(size, np.float32),
    )
    for tile in _tiles(scene, view):
        _trace_tile(tile, relief)
    return relief


def depths(shapes: list[Shape], view: View) -> Floats:
    """Only the depth of what a view meets: enough for shadows."""
    scene = Scene(shapes)
    depth = np.full((view.height, view.width), FAR, np.float32)
    xs, ys = view.plane()
    for top in range(0, view.height, TILE):
        for left in range(0, view.width, TILE):
            x, y = xs[left : left + TILE], ys[top : top + TILE]
            which = scene.near(floats([x[0], y[-1]]), floats([x[-1], y[0]]))
            if which.size:
                points, met = _march(scene.part(which), _rays(x, y))
                depth[top : top + TILE, left : left + TILE] = np.where(met, points[:, 2], FAR).reshape(len(y), len(x))
    return depth


@dataclass
class _Tile:
    """A square of rays that start just before the surface, and the solids that can matter there."""

    rows: slice
    columns: slice
    rays: Floats
    scene: Scene


def _tiles(scene: Scene, view: View) -> Iterator[_Tile]:
    rough_view = view.resized(-(-view.width // COARSE), -(-view.height // COARSE))
    rough_view = View(rough_view.width, rough_view.height, view.scale / COARSE, view.x, view.y)
    rough = depths(scene.shapes, rough_view)
    start = _spread(rough)
    pixel = 1 / rough_view.scale
    xs, ys = view.plane()
    across = np.clip(np.rint((xs - rough_view.plane()[0][0]) / pixel), 0, rough_view.width - 1).astype(int)
    down = np.clip(np.rint((rough_view.plane()[1][0] - ys) / pixel), 0, rough_view.height - 1).astype(int)
    for top in range(0, view.height, TILE):
        for left in range(0, view.width, TILE):
            rows, columns = slice(top, top + TILE), slice(left, left + TILE)
            near = start[np.ix_(down[rows], across[columns])].ravel()
            if near.max() <= FAR:
                continue
            rays = _rays(xs[columns], ys[rows])
            rays[:, 2] = np.where(near > FAR, near + 1.5 * pixel, FAR)
            box = rough[down[rows][0] : down[rows][-1] + 1, across[columns][0] : across[columns][-1] + 1]
            which = scene.near(floats([rays[0, 0], rays[-1, 1]]), floats([rays[-1, 0], rays[0, 1]]))
            if not (box <= FAR).any():
                middle = rays[:: max(len(rays) // 64, 1)].copy()
                middle[:, 2] -= 1.5 * pixel
                low = float(box.min())
                deep = np.concatenate([middle, np.c_[middle[:, :2], np.full(len(middle), low, np.float32)]])
                which = which[scene.part(which).each(deep)[0].min(1) < scene.reach[which] + TILE / view.scale]
            if which.size:
                yield _Tile(rows, columns, rays, scene.part(which))


def _spread(rough: Floats) -> Floats:
    """For each coarse pixel the nearest depth among it and its eight neighbours."""
    padded = np.pad(rough, 1, constant_values=FAR)
    height, width = rough.shape
    return floats(np.max([padded[r : r + height, c : c + width] for r in range(3) for c in range(3)], axis=0))


def _rays(x: Floats, y: Floats) -> Floats:
    grid = np.zeros((len(y) * len(x), 3), np.float32)
    grid[:, 0] = np.tile(x, len(y))
    grid[:, 1] = np.repeat(y, len(x))
    grid[:, 2] = np.inf
    return grid


def _march(scene: Scene, rays: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Walk each ray from its start towards the back: the points reached and whether a surface is there."""
    points = rays.copy()
    nearest = float((np.maximum(scene.a[:, 2], scene.b[:, 2]) + scene.radius).max())
    farthest = float((np.minimum(scene.a[:, 2], scene.b[:, 2]) - scene.radius).min())
    points[:, 2] = np.minimum(points[:, 2], nearest)
    met = np.zeros(len(points), bool)
    walking = np.flatnonzero(points[:, 2] > farthest)
    for _ in range(STEPS):
        if not walking.size:
            return points, met
        step = scene.nearest(points[walking])
        arrived = step < TOLERANCE
        met[walking[arrived]] = True
        points[walking, 2] -= np.where(arrived, 0, step * np.float32(0.95))
        walking = walking[~arrived & (points[walking, 2] > farthest)]
    if walking.size:
        met[walking[scene.nearest(points[walking]) < TOLERANCE * 4]] = True
    return points, met


def _trace_tile(tile: _Tile, relief: Relief) -> None:
    scene, rows, columns = tile.scene, tile.rows, tile.columns
    points, met = _march(scene, tile.rays)
    if not met.any():
        return
    surface = points[met]
    each, along = scene.each(surface)
    groups = scene.join(each, surface)
    shape = scene.present[groups.argmin(0)]
    epsilon = np.float32(0.5 / relief.view.scale + 4e-4)
    around = (surface[None] + epsilon * np.eye(3, dtype=np.float32)[:, None]).reshape(-1, 3)
    normal = scene.nearest(around).reshape(3, -1) - groups.min(0)
    normal = (normal / (np.linalg.norm(normal, axis=0) + 1e-9)).T.astype(np.float32)
    each = np.where(scene.group[:, None] == shape[None], each, 9)
    weights = np.exp((each.min(0) - each) / (scene.soft[shape, 0] + 1e-4))
    weights /= weights.sum(0)
    nearest = each.argmin(0)
    window = met.reshape(relief.depth[rows, columns].shape)
    relief.depth[rows, columns][window] = surface[:, 2]
    relief.normal[rows, columns][window] = normal
    relief.colour[rows, columns][window] = weights.T @ scene.colour
    relief.shape[rows, columns][window] = shape
    relief.grain[rows, columns][window] = np.arctan2(scene.along[nearest, 1], scene.along[nearest, 0])
    relief.along[rows, columns][window] = along[nearest, np.arange(len(surface))]
    relief.hollow[rows, columns][window] = _openness(scene, surface, normal)


def _openness(scene: Scene, surface: Floats, normal: Floats) -> Floats:
    """How open the surroundings are, 0..1: small in folds and armpits (ambient occlusion)."""
    reaches = np.array([0.012, 0.045], np.float32)[:, None]
    points = surface[None] + normal[None] * reaches[..., None]
    free = scene.nearest(points.reshape(-1, 3)).reshape(2, -1)
    open_: Floats = 1 - np.float32(0.42) * np.clip(1 - free / reaches, 0, 1).sum(0)
    return open_
