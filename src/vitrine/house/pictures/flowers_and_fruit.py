"""Flowers in gouache and pears in linocut."""

import numpy as np

from vitrine.house.atelier import oil, prints
from vitrine.house.atelier.brush import Brush, Canvas, mix_angles
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field, resize
from vitrine.house.atelier.people import Study, enlarged, study
from vitrine.house.atelier.plants import leaf
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.solids import Floats, Shape, Solid, Vector, floats
from vitrine.house.atelier.staging import angle_field, below, fade, glow
from vitrine.house.atelier.tabletop import WALL, Setting, surroundings
from vitrine.house.atelier.vector import Point, blob, hexed, raster, rgb, tapered
from vitrine.house.pictures.painted import Painted, sheets

FLOWERS = [
    (34, 37, 12.5, "#a81f2b"),
    (57, 30, 13.5, "#553a80"),
    (73, 44, 11.5, "#d2cad6"),
    (48, 51, 13.0, "#b93163"),
    (28, 57, 10.5, "#7657a0"),
    (64, 63, 11.0, "#a81f2b"),
    (43, 21, 9.0, "#d8d0da"),
    (80, 62, 8.5, "#553a80"),
    (19, 44, 8.5, "#d2cad6"),
    (42, 68, 8.0, "#7657a0"),
]
"""Anemones: centre and radius in hundredths of the width, colour."""


def anemones(long_side: int) -> Painted:
    """A bunch of anemones in a white jug."""
    sheet, small = sheets(long_side, (4, 5), 2026_16)
    w, h, rng = small.width, small.height, small.rng
    hand = oil.Hand(size=1.0, lively=1.2, ridges=0.16, weave=0.03)
    ground = fade(
        w,
        h,
        [
            (0, (0.17, 0.25, 0.27)),
            (0.70, (0.26, 0.36, 0.36)),
            (0.755, (0.23, 0.31, 0.31)),
            (0.76, (0.74, 0.62, 0.45)),
            (1, (0.62, 0.48, 0.34)),
        ],
    )
    ground = ground * (0.75 + 0.5 * glow(w, h, (0.30, 0.35), (0.6, 0.6)))[..., None] + small.clouds(0.12 * h, 3)[
        ..., None
    ] * np.array([0.03, 0.03, 0.03], np.float32)
    shadow = glow(w, h, (0.66, 0.865), (0.22, 0.035))
    ground = (ground * (1 - 0.5 * shadow)[..., None]).astype(np.float32)
    paint = Canvas(sheet, (0.30, 0.24, 0.20))
    oil.room(
        paint,
        ground,
        mix_angles(
            floats(angle_field(w, h, 50) + 0.6 * small.smooth(0.3 * h)), angle_field(w, h, 5), below(w, h, 0.757)
        ),
        hand,
    )
    _strokes(paint, _stems(rng), (12, 46))
    _strokes(paint, _jug(), (20, 70))
    order = [8, 7, 9, 4, 6, 2, 0, 5, 1, 3]
    for number in order:
        _flower(paint, FLOWERS[number])
    return Painted(oil.finished(paint, hand))


def _strokes(paint: Canvas, drawn: str, size: tuple[float, float], centre: Point | None = None) -> None:
    """Paint a drawn thing with two sizes of strokes that stay inside its edge, away from `centre` if given."""
    layer = raster(drawn, paint.width, paint.height, (100, 125))
    mask = np.ascontiguousarray(layer[..., 3])
    scene = layer[..., :3] * mask[..., None] + paint.colour * (1 - mask[..., None])
    small = resize(scene, max(paint.width // 3, 8), max(paint.height // 3, 8), "linear")
    where = resize(mask, small.shape[1], small.shape[0], "linear")
    high, wide = where.shape
    angle = angle_field(wide, high, 60)
    if centre:
        down, across = np.mgrid[0:high, 0:wide].astype(np.float32)
        angle = -np.arctan2(down - centre[1] / 125 * high, across - centre[0] / 100 * wide)
    angle = floats(angle + 0.4 * Field(paint.rng, wide, high).smooth(max(high / 12, 2)))
    for scale, cover in ((1.0, 0.95), (0.55, 0.9)):
        brush = Brush(
            size[0] * scale, size[1] * scale, cover=cover, dry=0.4, spacing=0.6, wander=0.2, vary=0.03, warm=0.02
        )
        paint.cover(small, angle, brush, where=np.clip(where * 1.5, 0, 1), mask=mask)


def _jug() -> str:
    """The jug, lit from the left."""
    body = [
        (36, 70),
        (33, 80),
        (31.5, 92),
        (34, 103),
        (41, 108),
        (51, 109),
        (61, 108),
        (68, 103),
        (70.5, 92),
        (69, 80),
        (66, 70),
        (51, 67.5),
    ]
    light = [(37.5, 73), (35, 82), (34, 92), (36, 100), (40, 104), (44, 96), (43, 84), (42, 73)]
    shade = [
        (58, 70),
        (60, 80),
        (61, 92),
        (58, 103),
        (54, 108.5),
        (61, 107.7),
        (67.5, 102.6),
        (70, 92),
        (68.5, 80),
        (65.6, 70.2),
    ]
    deep = [(63.5, 71), (66, 82), (66.6, 92), (64, 102), (67.5, 101), (70, 92), (68.5, 80), (65.6, 70.2)]
    handle = [(67, 74), (77, 76), (80, 84), (76, 92), (68.5, 96)]
    drawn = (
        tapered(handle, [3.2, 3.4, 3.6, 3.4, 2.6], "#b9b4a8")
        + tapered([(68, 76.2), (75.6, 77.8), (77.6, 84), (74, 91)], [0.8, 1.2, 1.2, 0.6], "#8f8d88")
        + blob(body, "#d6d0c2")
        + blob(light, "#f3eee0")
        + blob(shade, "#aeb0ae")
        + blob(deep, "#8b9297")
        + blob(
            [(34.5, 101), (42, 106), (51, 107.4), (60, 106), (67, 101.5), (60, 108), (51, 109), (42, 108)], "#9a9a94"
        )
        + '<ellipse cx="51" cy="70" rx="15" ry="2.6" fill="#6f756f"/>'
    )
    return f'<g transform="translate(51 109) scale(0.80 0.92) translate(-51 -109)">{drawn}</g>'


def _stems(rng: np.random.Generator) -> str:
    """Stems and the ruffs of leaves."""
    parts = []
    for x, y, r, _ in FLOWERS:
        foot = (51 + (x - 51) * 0.18, 71.0)
        bend = ((x + foot[0]) / 2 + (x - 51) * 0.14, (y + foot[1]) / 2 + 2)
        parts.append(tapered([(x, y), bend, foot], [1.1, 1.3, 1.5], "#49683c"))
        for _ in range(5):
            turn = rng.uniform(0.15 * np.pi, 0.85 * np.pi)
            tip = (x + (r + 6) * float(np.cos(turn)), y + (r + 5) * float(np.sin(turn)))
            parts.append(
                blob(
                    leaf((x, y), tip, rng.uniform(2.2, 4.0), rng.uniform(-1, 1)),
                    str(rng.choice(["#3f5f3a", "#57784a", "#2f4a33", "#6d8a55"])),
                )
            )
    return "".join(parts)


def _flower(paint: Canvas, flower: tuple[float, float, float, str]) -> None:
    """One anemone: two rings of petals, darker towards the middle, a pale collar and a black heart."""
    (x, y, r, colour), rng = flower, paint.rng
    base = np.array(rgb(colour))
    turned = rng.uniform(0, 2 * np.pi)
    squash = rng.uniform(0.74, 0.96)
    petals = ""
    for ring, count, reach, tone in ((0, 7, 1.0, 0.78), (1, 6, 0.80, 1.06)):
        for i in range(count):
            turn = turned + 2 * np.pi * (i + 0.5 * ring) / count + rng.normal(0, 0.12)
            long = r * reach * rng.uniform(0.90, 1.08)
            tip = (x + long * float(np.cos(turn)), y + squash * long * float(np.sin(turn)))
            light = tone * (1.0 + 0.22 * float(-np.cos(turn) * 0.6 - np.sin(turn) * 0.7)) + rng.normal(0, 0.05)
            petals += blob(leaf((x, y), tip, r * rng.uniform(0.74, 0.88), rng.normal(0, r * 0.06)), hexed(base * light))
    _strokes(paint, petals, (17, 52), (x, y))
    collar = blob(
        [
            (x + 0.30 * r * float(np.cos(a)), y + squash * 0.30 * r * float(np.sin(a)))
            for a in np.arange(9) * 2 * np.pi / 9
        ],
        "#e9e2dc" if colour != "#d2cad6" else "#b9aec4",
        'opacity="0.75"',
    )
    heart = f'<ellipse cx="{x}" cy="{y}" rx="{0.165 * r:.2f}" ry="{0.165 * squash * r:.2f}" fill="#17141c"/>'
    stamens = [(a, rng.uniform(0.22, 0.34), rng.uniform(0.018, 0.034)) for a in rng.uniform(0, 2 * np.pi, 40)]
    dots = "".join(
        f'<circle cx="{x + k * r * float(np.cos(a)):.2f}" cy="{y + squash * k * r * float(np.sin(a)):.2f}" r="{size * r:.2f}" fill="#17141c"/>'
        for a, k, size in stamens
    )
    layer = raster(collar + heart + dots, paint.width, paint.height, (100, 125))
    paint.paint[:3] += np.moveaxis(layer[..., 3:] * (layer[..., :3] - paint.colour), -1, 0)


NIGHT_LAMP = Light(key=(-0.78, 0.55, 0.48), sky_colour=(0.16, 0.16, 0.16), ground_colour=(0.22, 0.22, 0.22))


def _pears() -> list[Shape]:
    """Three pears and a half, each leaning its own way."""
    grey: Vector = (0.5, 0.5, 0.5)
    pears = []
    for x, z, size, lean in ((-0.115, 0.01, 1.05, -0.012), (0.005, -0.045, 1.22, 0.010), (0.118, 0.02, 0.95, 0.020)):
        foot, neck = (x, 0.046 * size, z), (x + lean, 0.105 * size, z)
        tip = (x + lean * 2.6, 0.148 * size, z)
        pears.append(
            Shape(
                "pear",
                [
                    Solid(foot, (x + 0.001, 0.050 * size, z), 0.047 * size, 0.047 * size, grey),
                    Solid((x, 0.060 * size, z), neck, 0.040 * size, 0.023 * size, grey),
                ],
                soft=0.012,
            )
        )
        pears.append(Shape("stem", [Solid(neck, tip, 0.0042, 0.0050, (0.1, 0.1, 0.1))], soft=0.004))
    fallen = [
        Solid((0.235, 0.036, 0.075), (0.262, 0.036, 0.070), 0.038, 0.036, grey),
        Solid((0.255, 0.036, 0.072), (0.300, 0.034, 0.062), 0.032, 0.018, grey),
    ]
    pears.append(Shape("pear", fallen, soft=0.012))
    pears.append(
        Shape(
            "stem", [Solid((0.305, 0.036, 0.060), (0.340, 0.050, 0.052), 0.0038, 0.0045, (0.1, 0.1, 0.1))], soft=0.004
        )
    )
    return pears


def pears(long_side: int) -> Painted:
    """Four pears on a checked cloth at night, cut in three blocks."""
    field, small = sheets(long_side, (5, 4), 2026_17)
    width, height, unit = field.width, field.height, field.unit
    setting = Setting(pitch=20, behind=0.17, before=0.30)
    view = View(small.width, small.height, 1180 * small.width / 760, 0.052, 0.056)
    things = setting.tilted(_pears())
    seen = study([], view, NIGHT_LAMP, things)
    tone, zone = surroundings(view, things, NIGHT_LAMP, setting)
    body, fruit, stem = (enlarged(mask, width, height) for mask in (seen.mask, seen.only("pear"), seen.only("stem")))
    lit, fallen = resize(seen.tone, width, height), resize(tone, width, height)
    wall = np.clip(resize(floats(zone == WALL), width, height), 0, 1)
    frame = prints.framed(field, 0.040 * width, 3)
    ground = np.where(wall > 0.5, _night(field), _cloth(field, fallen))
    key = np.where(body > 0.5, _fruit(field, seen, lit), ground)
    contour = prints.outlines(field, seen.relief, 8, 0.02) * np.clip(body * 3, 0, 1)
    key = np.maximum(np.maximum(key, contour), stem) * frame
    yellow = np.maximum(fruit, _checks(view, setting, width, height) * (1 - body) * (1 - wall)) * frame
    shaded = prints.cut(floats(0.62 - lit + 0.10 * field.clouds(70 * unit, 2)) * 300 * unit, unit)
    green = np.maximum(fruit * shaded, wall * (1 - body)) * frame
    printed = prints.sheet(field, (0.945, 0.915, 0.835))
    printed = prints.pressed(field, printed, yellow, prints.Ink((0.93, 0.74, 0.28), (5, 3), 0.94, 0.9))
    printed = prints.pressed(field, printed, green, prints.Ink((0.38, 0.56, 0.46), (-4, 2), 0.92, 1.0))
    return Painted(prints.pressed(field, printed, floats(key), prints.Ink((0.12, 0.13, 0.17))))


def _fruit(field: Field, seen: Study, lit: Floats) -> Floats:
    """The fruit in lines round its form."""
    place = resize(seen.relief.points(), field.width, field.height)
    pixels = seen.relief.view.scale * field.width / seen.relief.view.width
    levels = (place[..., 1] * 0.86 + place[..., 0] * 0.25 + place[..., 2] * 0.75) * pixels
    return prints.lines(field, levels, np.clip((lit - 0.10) * 1.45, 0, 1), 21 * field.unit)


def _cloth(field: Field, fallen: Floats) -> Floats:
    """Shadows on the cloth, cut across."""
    rows, columns = field.grid()
    light = np.clip((fallen - 0.24) * 2.1, 0, 1)
    return prints.lines(
        field,
        rows + 0.22 * columns,
        floats(np.where(light > 0.88, 1.1, light)),
        20 * field.unit,
        prints.Knife(gaps=0.2),
    )


def _night(field: Field) -> Floats:
    """The night: short cuts that fan out from below, more of them by the lamp on the left."""
    rows, columns = field.grid()
    fan = np.arctan2(rows - 1.1 * field.height, columns - 0.42 * field.width) * 2200 * field.unit
    lamp = np.exp(-(((columns / field.width - 0.16) / 0.35) ** 2))
    return prints.lines(field, fan, floats(0.16 + 0.30 * lamp), 24 * field.unit, prints.Knife(0.14, 0.46))


def _checks(view: View, setting: Setting, width: int, height: int) -> Floats:
    """The cloth's checks in perspective of the tilted table, down to its edge."""
    columns = (np.arange(width) / width * view.width - view.width / 2) / view.scale + view.x
    rows = (view.height / 2 - np.arange(height) / height * view.height) / view.scale + view.y
    depth = -rows / float(np.sin(np.radians(setting.pitch)))
    x, z = np.meshgrid(columns, depth)
    turn = np.radians(24)
    u, v = (x * np.cos(turn) + z * np.sin(turn)) / 0.062, (-x * np.sin(turn) + z * np.cos(turn)) / 0.062
    return floats((np.floor(u) + np.floor(v)) % 2)
