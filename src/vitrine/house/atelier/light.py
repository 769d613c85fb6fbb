"""Light on a relief: a key light with its shadows, a fill from the sky, a bounce from the ground."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.rays import FAR, Relief, View, depths
from vitrine.house.atelier.solids import Displacement, Floats, Shape, Solid, Vector


@dataclass(frozen=True)
class Light:
    """Directions point from the work to the light; strengths add up to about 1 on a white surface that faces the key."""

    key: Vector
    key_colour: Vector = (1.0, 0.96, 0.88)
    sky_colour: Vector = (0.30, 0.34, 0.40)
    ground_colour: Vector = (0.20, 0.16, 0.12)
    rim: float = 0.0


def frame_of(direction: Vector) -> Floats:
    """Rows: the right, up and forward of someone who looks from `direction` at the origin."""
    forward = np.array(direction, np.float64)
    forward /= np.linalg.norm(forward)
    helper = np.array([0.0, 1.0, 0.0]) if abs(forward[1]) < 0.95 else np.array([1.0, 0.0, 0.0])
    right = np.cross(helper, forward)
    right /= np.linalg.norm(right)
    return np.array([right, np.cross(forward, right), forward], np.float32)


def turned(shapes: list[Shape], frame: Floats) -> list[Shape]:
    """The shapes as seen along the frame's forward axis; surface pushes are left out (shadows do not need folds)."""

    def cut_of(shape: Shape) -> Displacement | None:
        cut = shape.cut
        return None if cut is None else lambda points: cut(points @ frame)

    def turn(vector: Vector) -> Vector:
        x, y, z = frame @ np.array(vector, np.float32)
        return float(x), float(y), float(z)

    return [
        Shape(
            shape.name,
            [Solid(turn(s.a), turn(s.b), s.ra, s.rb, s.colour, s.belly, turn(s.axis), s.flat) for s in shape.solids],
            shape.soft,
            cut=cut_of(shape),
        )
        for shape in shapes
    ]


def shadow(relief: Relief, shapes: list[Shape], key: Vector, softness: float = 0.012) -> Floats:
    """How much of the key light reaches each pixel (0..1): the depth seen from the light is compared, blurred a little."""
    frame = frame_of(key)
    points = (relief.points()[relief.mask] + np.float32(0.010) * relief.normal[relief.mask]) @ frame.T
    if not len(points):
        return np.ones_like(relief.depth)
    low, high = points.min(0) - 0.1, points.max(0) + 0.1
    scale = min(relief.view.scale * 0.5, 420 / float(max(high[0] - low[0], high[1] - low[1])))
    width, height = int((high[0] - low[0]) * scale) + 2, int((high[1] - low[1]) * scale) + 2
    view = View(width, height, scale, float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    seen = depths(turned(shapes, frame), view)
    column = width / 2 + (points[:, 0] - view.x) * scale - 0.5
    row = height / 2 - (points[:, 1] - view.y) * scale - 0.5
    lit = np.zeros(len(points), np.float32)
    bias = 0.010 + 2.0 / scale
    offsets = [(0, 0), (0.8, 0.5), (-0.8, -0.5), (0.5, -0.8), (-0.5, 0.8), (1.6, 0), (-1.6, 0), (0, 1.6), (0, -1.6)]
    spread = max(softness * scale, 0.7)
    for across, down in offsets:
        c = np.clip(np.rint(column + across * spread), 0, width - 1).astype(int)
        r = np.clip(np.rint(row + down * spread), 0, height - 1).astype(int)
        lit += points[:, 2] > seen[r, c] - bias
    result = np.ones_like(relief.depth)
    result[relief.mask] = lit / len(offsets)
    return result


def shade(relief: Relief, shapes: list[Shape], light: Light) -> tuple[Floats, Floats]:
    """Colours (linear, h x w x 3) of the lit relief, and the light alone as one value per pixel (for tone)."""
    key = np.array(light.key, np.float32)
    key /= np.linalg.norm(key)
    facing = np.clip(relief.normal @ key, 0, 1)
    reach = shadow(relief, shapes, light.key)
    up = relief.normal[..., 1]
    open_ = np.clip(relief.hollow, 0, 1)[..., None]
    direct = (facing * reach)[..., None] * np.array(light.key_colour, np.float32)
    sky = ((up + 1) / 2)[..., None] * np.array(light.sky_colour, np.float32) * open_
    ground = ((1 - up) / 2)[..., None] * np.array(light.ground_colour, np.float32) * (0.4 + 0.6 * open_)
    edge = (1 - np.clip(relief.normal[..., 2], 0, 1)) ** 3 * light.rim
    total = direct + sky + ground + edge[..., None]
    colour = relief.colour * total
    gloss = np.array([*(shape.gloss for shape in shapes), 0.0], np.float32)[relief.shape]
    if gloss.any():
        half = key + np.array([0, 0, 1], np.float32)
        half /= np.linalg.norm(half)
        shine = np.clip(relief.normal @ half, 0, 1) ** 40 * gloss * reach
        colour = colour + shine[..., None]
    tone = total.mean(-1)
    empty = relief.depth <= FAR
    colour[empty] = 0
    tone[empty] = 0
    return colour, tone
