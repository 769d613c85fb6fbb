"""Landscapes in oil: the lake under a row of clouds, terraces at noon."""

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles
from vitrine.house.atelier.mountains import Slopes, massif
from vitrine.house.atelier.noise import Field, blur
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.staging import angle_field, fade, glow
from vitrine.house.atelier.vector import blob, over, points, polygon, raster, tint
from vitrine.house.pictures.painted import Painted, sheets

DABS = Brush(24, 84, cover=0.92, dry=0.45, bow=0.15, spacing=0.55, wander=0.16, vary=0.04, warm=0.03)
SMALL = Brush(13, 44, cover=0.88, dry=0.4, bow=0.2, spacing=0.66, wander=0.16, vary=0.035, warm=0.03)


def lake(long_side: int) -> Painted:
    """A still lake in the morning: seven clouds above, seven below."""
    sheet, small = sheets(long_side, (5, 4), 2026_18)
    w, h = small.width, small.height
    scene = _lake_scene(small)
    paint = Canvas(sheet, (0.78, 0.66, 0.48))
    rows = np.arange(h)[:, None] / h
    level = np.where((rows > 0.37) & (rows < 0.60), 30.0, 0.0)
    angle = np.repeat(np.radians(level).astype(np.float32), w, axis=1)
    along = mix_angles(angle, flow(scene, 3, angle), 0.75)
    hand = oil.Hand(lively=0.9, ridges=0.30, weave=0.08)
    paint.cover(scene, angle, hand.brush(oil.BROAD))
    paint.cover(scene, along, hand.brush(DABS))
    edges = np.clip(blur(np.hypot(*np.gradient(blur(scene.mean(-1), 0.8))).astype(np.float32), 2) * 34, 0.12, 1)
    paint.cover(scene, along, hand.brush(SMALL), where=edges)
    return Painted(oil.finished(paint, hand))


CLOUDS = ((6, 13), (20.5, 12), (34.5, 13.5), (50, 15), (65.5, 13.5), (79.5, 12), (94, 13))
"""Middle and width of the seven clouds."""
RANGE = points("-6,40 8,32 20,37 36,25 47,33 58,28 72,36 86,29 106,40")
FOOTHILLS = points("-8,45 6,39.5 22,43.5 40,41 60,44.5 80,40.5 95,43 108,41")
MORNING = ((0, (0.36, 0.56, 0.74)), (0.5, (0.60, 0.74, 0.80)), (0.85, (0.89, 0.86, 0.74)), (1, (0.93, 0.82, 0.66)))
SHORE = 0.585
"""Where the water begins, share of the height."""


def _cloud(x: float, wide: float, lift: float) -> str:
    """A small heaped cloud: the shaded body, the lit crown."""
    y = 13.5 + 5.2 * ((x - 50) / 50) ** 2
    crown = [(-0.28, -1.2 + lift), (-0.05, -2.8), (0.20, -1.8 - lift)]
    body = [(-0.46, 1.6), *crown, (0.45, 1.5), (0.12, 2.5), (-0.2, 2.4)]
    light = [(-0.40, 0.5), *crown, (0.34, 0.3), (0, 0.5)]
    shaded = blob([(x + wide * dx, y + dy) for dx, dy in body], "#c9cdd2")
    return shaded + blob([(x + wide * dx, y + dy) for dx, dy in light], "#f6efdf")


def _lake_scene(field: Field) -> Floats:
    """Sky, far range and shore, mirrored in the water with a breath of wind."""
    w, h, rng = field.width, field.height, field.rng
    shore = int(SHORE * h)
    parts = [_cloud(x, wide, 0.5 * (-1) ** i) for i, (x, wide) in enumerate(CLOUDS)]
    parts.append(massif(rng, RANGE, 48, Slopes("#a3b4c4", "#8299b0", "#8ba0b5", 0.16)))
    parts.append(massif(rng, FOOTHILLS, 48, Slopes("#6f8fa0", "#4f738c", rough=0.10)))
    parts.append(polygon(points("0,45.6 100,45 100,48 0,48"), "#5d7f62"))
    parts.append(polygon(points("0,46.5 100,46.2 100,48 0,48"), "#86a06a"))
    upper = over(fade(w, shore, MORNING), raster("".join(parts), w, shore, (100, 46.9)))
    water = Field(rng, w, h - shore)
    rows = np.arange(water.height)[:, None]
    mirror = upper[::-1][np.clip((rows[:, 0] * 1.12).astype(int), 0, shore - 1)]
    shift = np.rint(w * 0.004 * water.smooth(8, 14) * (0.4 + rows / water.height)).astype(int)
    mirror = mirror[rows, np.clip(np.arange(w)[None] + shift, 0, w - 1)]
    lower = mirror * floats([0.80, 0.90, 0.93]) + floats([0.02, 0.05, 0.06])
    ripple = np.clip(water.clouds(h * 0.012, 2, 12) - 0.35, 0, 1)[..., None]
    lower = lower + ripple * (floats([0.85, 0.86, 0.80]) - lower) * 0.5
    return floats(np.concatenate([upper, lower]))


def terraces(long_side: int) -> Painted:
    """Olive terraces at noon above a blue bay."""
    sheet, small = sheets(long_side, (4, 3), 2026_20)
    scene, angle = _terrace_scene(small)
    paint = Canvas(sheet, (0.74, 0.50, 0.33))
    hand = oil.Hand(lively=1.35, ridges=0.40, weave=0.05)
    paint.cover(scene, angle, hand.brush(oil.MIDDLE))
    paint.cover(scene, angle, hand.brush(DABS))
    paint.cover(scene, angle, hand.brush(SMALL), where=np.full((4, 4), 0.75, np.float32))
    _olives(paint, scene, small)
    return Painted(oil.finished(paint, hand))


NOON = (
    (0, (0.38, 0.60, 0.80)),
    (0.20, (0.62, 0.77, 0.84)),
    (0.285, (0.86, 0.86, 0.78)),
    (0.29, (0.16, 0.40, 0.62)),
    (0.40, (0.24, 0.54, 0.68)),
    (1, (0.24, 0.54, 0.68)),
)
HEADLAND = points("68,29.2 80,26 88,23.6 97,22.4 108,19.5 120,19 133.4,16 133.4,30 68,29.3")
NEARER = points("88,29.2 102,26.4 116,25.2 133.4,23 133.4,30 88,29.4")
GRASS = ((0.78, 0.70, 0.36), (0.62, 0.66, 0.34), (0.84, 0.72, 0.42), (0.56, 0.62, 0.36))
TERRACES = 9


def _terrace_scene(field: Field) -> tuple[Floats, Floats]:
    """The study and the direction of its strokes: sea level, slopes along the walls, sky sloping with the heat."""
    w, h = field.width, field.height
    land = raster(polygon(HEADLAND, "#8f9ab2") + polygon(NEARER, "#a2a590"), w, h, (133.4, 100))
    scene = over(fade(w, h, NOON), land)
    horizon = int(0.29 * h)
    angle = np.zeros((h, w), np.float32)
    angle[:horizon] = 0.35 + 0.5 * field.smooth(0.2 * h)[:horizon]
    across, down = np.arange(w) / w, np.arange(h)[:, None] / h
    for i in range(TERRACES):
        t = i / (TERRACES - 1)
        waves = 0.025 * np.sin(across * (5 + i) + i * 1.7) * (0.6 + t)
        top = 0.335 + 0.58 * t**1.25 + (0.10 + 0.10 * t) * (across - 0.62) + waves
        band = floats(np.clip((down - top[None]) * h / 2, 0, 1))
        wall = np.clip(1 - (down - top[None]) / (0.020 + 0.022 * t), 0, 1) * band
        grass = floats(GRASS[i % len(GRASS)]) * (1.02 - 0.12 * t)
        scene = tint(scene, band, grass + field.clouds(0.05 * h, 3, 3)[..., None] * floats([0.10, 0.08, 0.05]))
        stone = floats([0.70, 0.58, 0.52]) + field.clouds(0.018 * h, 2, 2)[..., None] * floats([0.16, 0.12, 0.12])
        scene = tint(scene, floats(np.clip(wall * 3, 0, 1) * 0.9), stone)
        slope = -np.arctan(np.gradient(top) * h)[None]
        angle = floats(np.where(band > 0.5, slope + 0.25, angle))
    return floats(scene), angle


def _olives(paint: Canvas, scene: Floats, field: Field) -> None:
    """Olive trees in three depths, far ones first: shadows, trunks, and foliage in dabs of grey-green with silver."""
    (h, w), rng = scene.shape[:2], field.rng
    places = [
        (float(rng.uniform(0.02, 0.98)), 0.42 + 0.58 * float(t)) for t in (np.arange(26) + rng.uniform(0, 1, 26)) / 26
    ]
    trees = [(x, y) for x, y in sorted(places, key=lambda place: place[1]) if y - 0.335 >= 0.10 * (x - 0.62) + 0.05]
    turn = floats(angle_field(w, h, 60) + 1.2 * field.smooth(14))
    speckle = field.clouds(6, 2)[..., None] * floats([0.10, 0.10, 0.08])
    for depth in range(3):
        shade, stem, crown, light = (np.zeros((h, w), np.float32) for _ in range(4))
        for x, y in trees[depth * len(trees) // 3 : (depth + 1) * len(trees) // 3]:
            size = 0.030 + 0.115 * (y - 0.38) ** 1.15
            shade = np.maximum(shade, glow(w, h, (x + size * 0.55, y + 0.008), (size * 0.95, size * 0.20)))
            stem = np.maximum(stem, glow(w, h, (x - size * 0.04, y - size * 0.25), (size * 0.10, size * 0.40)))
            ball = glow(w, h, (x, y - size * 1.15), (size * 0.62, size * 0.62))
            ball = floats(np.clip(ball * (1.25 + 0.9 * field.clouds(size * h * 0.30, 3)) * 2.2 - 0.9, 0, 1))
            lit = (
                0.5
                - (np.arange(w)[None] / w - x) / size * 0.5
                - (np.arange(h)[:, None] / h - y + size * 1.15) / size * 0.6
            )
            light = floats(np.where(ball > 0, np.clip(lit, 0, 1), light))
            crown = np.maximum(crown, ball)
        paint.cover(
            scene * floats([0.46, 0.46, 0.62]), angle_field(w, h, 4), SMALL, where=np.clip(shade * 1.5 - 0.25, 0, 1)
        )
        trunk = np.full_like(scene, floats([0.30, 0.23, 0.21]))
        paint.cover(trunk, angle_field(w, h, 80), SMALL, where=np.clip(stem * 2 - 0.7, 0, 1))
        leaves = floats([0.22, 0.30, 0.22]) * (1 - light[..., None]) + floats([0.62, 0.68, 0.52]) * light[..., None]
        paint.cover(floats(leaves + speckle), turn, SMALL, where=crown)
