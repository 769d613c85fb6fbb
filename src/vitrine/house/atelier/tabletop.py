"""Things on a table against a wall: the camera looks down a little, the things throw their shadows on both."""

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vitrine.house.atelier.light import Light, frame_of, turned
from vitrine.house.atelier.noise import resize
from vitrine.house.atelier.rays import View, depths
from vitrine.house.atelier.solids import Displacement, Floats, Scene, Shape, Solid, Vector, floats

TABLE, WALL, FRONT = 0, 1, 2
COARSE = 3
"""Study pixels a side that share one value of shadow on table and wall: shadows are soft."""


@dataclass(frozen=True)
class Setting:
    """The camera's `pitch` in degrees; the wall `behind` and the table's edge `before` the middle, metres."""

    pitch: float = 18.0
    behind: float = 0.30
    before: float = 0.34

    def tilt(self) -> Floats:
        """World to view: the world turned about the x axis."""
        turn = np.radians(self.pitch)
        c, s = float(np.cos(turn)), float(np.sin(turn))
        return np.array([[1, 0, 0], [0, c, -s], [0, s, c]], np.float32)

    def tilted(self, shapes: list[Shape]) -> list[Shape]:
        """The shapes as the camera sees them, with their pushes and cuts."""
        frame = self.tilt()
        plain = turned(shapes, frame)
        for new, old in zip(plain, shapes, strict=True):
            new.push, new.push_reach, new.gloss = _turned_back(old.push, frame), old.push_reach, old.gloss
        return plain


def _turned_back(push: Displacement | None, frame: Floats) -> Displacement | None:
    return None if push is None else lambda points: push(points @ frame)


def surroundings(
    view: View, shapes: list[Shape], light: Light, setting: Setting
) -> tuple[Floats, npt.NDArray[np.int8]]:
    """The light on table, wall and table front for every pixel of the view (as if nothing stood there), and which of the three it is.

    `shapes` and `light` in the view's directions (tilted).
    """
    small = View(-(-view.width // COARSE), -(-view.height // COARSE), view.scale / COARSE, view.x, view.y)
    turn = np.radians(setting.pitch)
    s, c = float(np.sin(turn)), float(np.cos(turn))
    zone_of = _zones(view, setting)
    zone = _zones(small, setting)
    xs, ys = small.plane()
    x, y = np.meshgrid(xs, ys)
    deep = np.where(zone == TABLE, -y / s * c, (y - setting.behind * s) / c * s - setting.behind * c)
    deep = np.where(zone == FRONT, setting.before * c + (y + setting.before * s) / c * s, deep)
    points = np.dstack([x, y, deep]).reshape(-1, 3).astype(np.float32)
    table = np.array([0, c, s], np.float32)
    facing = np.array([0, -s, c], np.float32)
    normal = np.where((zone == TABLE).reshape(-1, 1), table, facing).astype(np.float32)
    key = np.array(light.key, np.float32)
    key /= np.linalg.norm(key)
    lit = np.clip(normal @ key, 0, 1) * _reached(points + normal * 0.004, shapes, light.key)
    scene = Scene(shapes)
    near = np.concatenate([scene.nearest(part) for part in np.array_split(points + normal * np.float32(0.03), 40)])
    open_ = 0.35 + 0.65 * np.clip(near / 0.05, 0, 1)
    ambient = float(np.mean(light.sky_colour)) * (0.5 + 0.5 * normal[:, 1]) + float(np.mean(light.ground_colour)) * (
        0.5 - 0.5 * normal[:, 1]
    )
    tone = (lit * float(np.mean(light.key_colour)) + ambient * open_).reshape(zone.shape).astype(np.float32)
    return resize(tone, view.width, view.height, "linear"), zone_of


def _zones(view: View, setting: Setting) -> npt.NDArray[np.int8]:
    turn = np.radians(setting.pitch)
    _, ys = view.plane()
    row = np.where(
        ys > setting.behind * np.sin(turn), WALL, np.where(ys < -setting.before * np.sin(turn), FRONT, TABLE)
    )
    return np.repeat(row[:, None], view.width, axis=1).astype(np.int8)


def _reached(points: Floats, shapes: list[Shape], key: Vector) -> Floats:
    """How much of the key light reaches the points, 0..1, with a soft border."""
    frame = frame_of(key)
    seen_shapes = turned(shapes, frame)
    ends = np.array([end for shape in seen_shapes for solid in shape.solids for end in (solid.a, solid.b)], np.float32)
    low, high = ends[:, :2].min(0) - 0.15, ends[:, :2].max(0) + 0.15
    scale = 330 / float((high - low).max())
    size = np.ceil((high - low) * scale).astype(int) + 1
    view = View(int(size[0]), int(size[1]), scale, float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    seen = depths(seen_shapes, view)
    local = points @ frame.T
    lit = np.zeros(len(points), np.float32)
    spots = [
        (r * float(np.cos(a)), r * float(np.sin(a)))
        for r, n in ((0.0, 1), (2.0, 6), (4.0, 10))
        for a in np.arange(n) * 2 * np.pi / n
    ]
    for across, down in spots:
        column = np.rint(view.width / 2 + (local[:, 0] - view.x) * scale - 0.5 + across).astype(int)
        row = np.rint(view.height / 2 - (local[:, 1] - view.y) * scale - 0.5 + down).astype(int)
        inside = (column >= 0) & (column < view.width) & (row >= 0) & (row < view.height)
        front = np.full(len(points), -np.inf, np.float32)
        front[inside] = seen[row[inside], column[inside]]
        lit += local[:, 2] > front - 0.012
    return floats(lit / len(spots))


@dataclass(frozen=True)
class Vessel:
    """A vessel turned on the wheel, standing at (x, z): `profile` is (height, radius) from the foot up, metres.

    `band` paints the part between two heights.
    """

    x: float
    z: float
    profile: tuple[tuple[float, float], ...]
    colour: Vector
    band: tuple[float, float, Vector] | None = None
    gloss: float = 0.12


def thrown(vessel: Vessel) -> Shape:
    """The vessel, cut level at foot and mouth."""
    solids, profile = [], vessel.profile
    for (low, r0), (high, r1) in itertools.pairwise(profile):
        paint = vessel.colour
        if vessel.band and vessel.band[0] <= (low + high) / 2 <= vessel.band[1]:
            paint = vessel.band[2]
        solids.append(Solid((vessel.x, low, vessel.z), (vessel.x, high, vessel.z), r0, r1, paint))
    foot, mouth = np.float32(profile[0][0]), np.float32(profile[-1][0])

    def level(points: Floats) -> Floats:
        return floats(np.maximum(foot - points[:, 1], points[:, 1] - mouth))

    return Shape("vessel", solids, soft=0.006, gloss=vessel.gloss, cut=level)
