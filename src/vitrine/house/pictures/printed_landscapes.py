"""Printed landscapes: rain over a ferry landing in woodblock, a railway poster in crayon lithography."""

import numpy as np

from vitrine.house.atelier import prints
from vitrine.house.atelier.letters import Type, lettering
from vitrine.house.atelier.mountains import Slopes, massif
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.staging import fade, glow
from vitrine.house.atelier.vector import Point, blob, line, over, points, polygon, raster, rgb, stencil, tapered, tint
from vitrine.house.pictures.painted import Painted, sheets
from vitrine.house.pictures.woodblocks import rubbed


def rain(long_side: int) -> Painted:
    """Evening rain on a ferry landing: two umbrellas, a lantern, a boat."""
    field, _ = sheets(long_side, (2, 3), 2026_19)
    width, height, rng = field.width, field.height, field.rng
    sky = fade(
        width,
        height,
        [
            (0, (0.13, 0.17, 0.26)),
            (0.10, (0.25, 0.32, 0.42)),
            (0.36, (0.60, 0.64, 0.64)),
            (0.50, (0.78, 0.74, 0.66)),
            (0.56, (0.62, 0.68, 0.68)),
            (0.75, (0.38, 0.50, 0.56)),
            (1, (0.20, 0.31, 0.40)),
        ],
    )
    picture = over(sky, raster(_shores(rng), width, height, (100, 150)))
    mist = np.clip(glow(width, height, (0.62, 0.475), (0.9, 0.035)) * 1.1, 0, 0.85)
    picture = tint(picture, mist, (0.80, 0.78, 0.71))
    picture = over(picture, raster(_landing(rng), width, height, (100, 150)))
    lamp = glow(width, height, (0.715, 0.615), (0.16, 0.085))
    picture = picture + (lamp * 0.55)[..., None] * (np.array([1.0, 0.84, 0.50], np.float32) - picture)
    picture = over(picture, raster(_people_and_boat(), width, height, (100, 150)))
    picture = rubbed(field, picture)
    dark, light = _rain_lines(field)
    picture = tint(picture, dark * 0.55, rgb("#1c2431"))
    picture = tint(picture, light * 0.50, rgb("#dfe3dc"))
    sheet = prints.sheet(field, (0.95, 0.925, 0.86), 0.8)
    return Painted(floats(tint(sheet, prints.framed(field, 62 * field.unit), picture)))


def _shores(rng: np.random.Generator) -> str:
    """Three banks one behind the other, with roofs and pines."""
    parts = [
        massif(
            rng,
            [(-6, 66), (14, 55), (30, 62), (50, 49), (70, 60), (88, 53), (108, 64)],
            74,
            Slopes("#8695a0", "#7d8d99", rough=0.10),
        )
    ]
    parts.append(
        blob([(-10, 73), (10, 65.5), (34, 68.5), (60, 66.5), (84, 69), (112, 66), (112, 78), (-10, 78)], "#5d717e")
    )
    for x, y, s in ((16, 67.8, 3.4), (22, 68.2, 2.6), (41, 68.6, 3.0), (47, 68.4, 2.4), (78, 68.8, 3.2), (84, 69, 2.4)):
        parts.append(
            polygon([(x - s, y), (x - s * 0.55, y - s * 0.62), (x + s * 0.55, y - s * 0.62), (x + s, y)], "#394855")
        )
        parts.append(
            polygon(
                [(x - s * 0.75, y), (x + s * 0.75, y), (x + s * 0.75, y + s * 0.5), (x - s * 0.75, y + s * 0.5)],
                "#46545f",
            )
        )
        parts.append(f'<rect x="{x - 0.35}" y="{y + 0.25}" width="0.7" height="0.7" fill="#e8c46a"/>')
    parts.append(polygon([(-2, 71.2), (102, 71.4), (102, 74), (-2, 73.6)], "#42525c"))
    return "".join(parts)


BOUGHS = ((20, 1, 17), (27, -1, 14), (34, 1, 24), (45, -1, 13), (51, 1, 20), (64, 1, 14), (68, -1, 11), (14, 1, 10))
"""The pine's boughs: height at the trunk, side, reach."""
TRUNK = points("9,112 11,92 7,70 13,48 10,26 15,10")
BARK, NEEDLES = "#2b2f33", ("#2c4340", "#35504a", "#24383a")


def _pine(rng: np.random.Generator) -> str:
    """A tall old pine on a rock."""
    parts = [blob(points("-6,150 -6,108 6,103 20,108 30,120 34,138 36,152"), "#27343a")]
    parts.append(tapered(TRUNK, [3.6, 3.0, 2.5, 2.1, 1.6, 0.8], BARK))
    for y, side, reach in BOUGHS:
        x = float(np.interp(y, [10, 26, 48, 70, 92], [15, 10, 13, 7, 11]))
        tip = (x + side * reach, y - 2.5 + rng.uniform(-1, 1))
        parts.append(tapered([(x, y + 2), ((x + tip[0]) / 2, y + 0.2), tip], [1.1, 0.8, 0.3], BARK))
        for i in range(6):
            t = 0.25 + 0.15 * i
            cx, cy, wide = x + side * reach * t, y - 1.8 - 1.2 * t + rng.uniform(-0.8, 0.8), 4.6 - 1.2 * t
            cloud = ((-1, 1.0), (-0.5, -1.0), (0.1, -1.9), (0.6, -0.9), (1, 0.9), (0, 1.5))
            parts.append(blob([(cx + wide * dx, cy + dy) for dx, dy in cloud], NEEDLES[i % 3]))
    return "".join(parts)


def _landing(rng: np.random.Generator) -> str:
    """The pine on the left, the jetty with its posts, the lantern."""
    parts = [
        _pine(rng),
        polygon(points("22,118 104,101 104,106.5 30,125.5"), "#6d6355"),
        polygon(points("22,118 30,125.5 30,128 22,120.5"), "#3b3a38"),
        polygon(points("30,125.5 104,106.5 104,109 30,128"), "#4a463f"),
    ]
    for t in np.linspace(0, 1, 17):
        x, y = 22 + 82 * float(t), 118 - 17 * float(t)
        parts.append(line([(x, y), (x + 8 - 7.2 * float(t), y + 7.5 - 2.0 * float(t))], "#4f483e", 0.28))
    for x, y, tall in ((33, 127, 19), (50, 122.5, 17), (67, 118, 15), (84, 113.5, 13), (97, 110, 12)):
        parts.append(polygon([(x - 1, y - 1), (x + 1, y - 1.4), (x + 0.9, y + tall), (x - 0.9, y + tall)], "#2f3336"))
    parts += [
        polygon(points("71,89 72.2,89 72.4,113 70.8,113.3"), "#2a2d30"),
        polygon(points("68.4,88 74.6,87.6 73.2,85 69.8,85.2"), "#2a2d30"),
        polygon(points("69.4,88.2 73.8,88 73.4,95 69.8,95.2"), "#f4d98a"),
        polygon(points("69.2,95 74,94.8 73.6,96.2 69.6,96.4"), "#2a2d30"),
    ]
    return "".join(parts)


CLOAK = points("-2.6,0 -2,-7 -0.6,-11 1.2,-11 2.2,-7 2.6,0")
FEET = points("-1.4,-0.6 -0.3,-0.6 -0.4,2.2 -1.3,2.2"), points("0.4,-0.6 1.4,-0.6 1.5,1.8 0.6,1.8")


def _waiting(foot: Point, size: float, cloak: str, shade: str) -> str:
    """Somebody under an umbrella, seen from behind."""
    x, y = foot

    def at(shape: list[Point]) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in shape]

    top = (x + 0.4 * size, y - 18.5 * size)
    rim = at([(-8 + 16 * i / 6, -12.2 - 1.1 * float(np.sin(np.pi * i / 6))) for i in range(7)])
    ribs = "".join(line([top, end], "#2b2622", 0.22) for end in rim)
    body = blob(at(CLOAK), cloak) + "".join(polygon(at(part), "#22262c") for part in FEET)
    return body + polygon([top, *rim], shade) + ribs + line([(top[0], top[1] - 0.9 * size), top], "#2b2622", 0.5)


def _people_and_boat() -> str:
    """Two people under umbrellas on the jetty, a boat at its foot, its reflection."""
    return "".join(
        [
            _waiting((50, 112), 1.0, "#3f4a63", "#a8402f"),
            _waiting((57.5, 110.8), 0.92, "#6b4a3a", "#d9b765"),
            blob(points("56,139 66,142 82,143 94,138 84,140 70,140.6"), "#22343f", 'opacity="0.8"'),
            blob(points("54,131 60,137.5 80,139.5 93,133 97,127.5 88,131.2 72,133.2 60,132"), "#3a2f2a"),
            blob(points("57,132 66,133.6 80,133 93,129.2 86,131.5 72,133"), "#a58b63"),
            line(points("70,132.6 72.5,137"), "#231d1a", 0.5),
            line(points("82,131.6 84.5,136.6"), "#231d1a", 0.5),
            line(points("60,132.5 50,126 36,119"), "#c9c2ae", 0.25),
        ]
    )


def _rain_lines(field: Field) -> tuple[Floats, Floats]:
    """Fine lines of rain, dark ones steeper than light ones."""
    rng = field.rng

    def fall(count: int, lean: float, thick: float) -> str:
        parts = []
        for _ in range(count):
            x, y, long = rng.uniform(-12, 112), rng.uniform(-20, 150), rng.uniform(9, 34)
            parts.append(
                f'<path d="M{x:.2f},{y:.2f} l{-lean * long:.2f},{long:.2f}" stroke="#000" stroke-width="{thick * rng.uniform(0.6, 1.2):.3f}"/>'
            )
        return "".join(parts)

    drawn = (fall(330, 0.10, 0.13), fall(300, 0.17, 0.12))
    dark, light = (stencil(lines, field.width, field.height, (100, 150)) for lines in drawn)
    return dark, light


INKS = {
    "night": (0.10, 0.19, 0.31),
    "blue": (0.36, 0.58, 0.70),
    "rose": (0.93, 0.68, 0.55),
    "red": (0.80, 0.23, 0.17),
    "green": (0.30, 0.47, 0.36),
}


PEAKS = [(-8.0, 84.0), (9, 58), (19, 70), (41, 27), (54, 52), (63, 43), (78, 63), (91, 50), (110, 78)]
PAPER = (0.955, 0.92, 0.83)
BAND = '<rect x="0" y="131" width="100" height="19" fill="#000"/>'
HILLS = [(-10.0, 99.0), (8, 88), (28, 94), (50, 87), (74, 95), (96, 86), (112, 92), (112, 160), (-10, 160)]


def railway(long_side: int) -> Painted:
    """A red train crosses a viaduct in front of evening peaks: railway poster for the valley of Valserena."""
    field, _ = sheets(long_side, (2, 3), 2026_21)

    def block(fragment: str) -> Floats:
        return stencil(fragment, field.width, field.height, (100.0, 150.0))

    down = floats(field.grid()[0] / field.height)
    far = raster(
        massif(np.random.default_rng(7), PEAKS, 100, Slopes("#ffffff", "#000000", "#000000", 0.14)),
        field.width,
        field.height,
        (100, 150),
    )
    mountain, shaded = far[..., 3], far[..., 3] * (1 - far[..., 0])
    band, viaduct, train = block(BAND), block(_viaduct()), block(_train())
    land = block(blob(HILLS, "#000")) * (1 - band)
    dusk = prints.crayon(field, np.clip(0.98 - 1.25 * down / 0.62, 0, 1), 3.0) * (1 - mountain)
    evening = (
        prints.crayon(field, np.clip(0.25 + 0.9 * (down - 0.22) / 0.40, 0, 1), 3.0)
        * (1 - land)
        * (1 - train)
        * (1 - band)
    )
    picture = prints.sheet(field, PAPER, 0.2)
    picture = prints.pressed(
        field, picture, evening * np.where(shaded > 0.5, 0.35, 1.0), prints.Ink(INKS["rose"], (3, 2), 0.93, 0.5)
    )
    cold = np.maximum(dusk, shaded * prints.crayon(field, np.clip(1.15 - down, 0, 1))) * (1 - train)
    picture = prints.pressed(field, picture, cold, prints.Ink(INKS["blue"], (-3, 2), 0.95, 0.6))
    land = land * (1 - viaduct) * (1 - train)
    meadow = prints.crayon(field, np.clip(0.62 + 0.5 * field.clouds(200 * field.unit, 3), 0, 1), 3.4)
    picture = prints.pressed(
        field, picture, land * np.maximum(meadow, 0.55), prints.Ink(INKS["green"], (2, -2), 0.95, 0.5)
    )
    picture = prints.pressed(field, picture, train, prints.Ink(INKS["red"], (3, 3), 0.96, 0.4))
    picture = tint(picture, block(_steam()) * prints.crayon(field, 0.80), PAPER)
    pines = block(_pines(np.random.default_rng(3)))
    night = np.maximum(np.maximum(pines, block(_viaduct_shade()) * prints.crayon(field, 0.70)), block(_train_dark()))
    night = np.maximum(night * (1 - band), band * (1 - block(_title())))
    return Painted(prints.pressed(field, picture, night, prints.Ink(INKS["night"], cover=0.97, salt=0.6)))


def _viaduct() -> str:
    """The stone bridge: deck and tapering piers, the arches cut out (even-odd)."""
    data = "M-2,98.5 L102,93.5 L102,131 L-2,131 Z"
    for x in (4, 22, 40, 58, 76, 94):
        top = 103.4 - 0.048 * x
        data += f" M{x - 6.2},132 L{x - 6.2},{top + 5.5:.2f} A6.2,6 0 0 1 {x + 6.2},{top + 5:.2f} L{x + 6.2},132 Z"
    return f'<path d="{data}" fill="#000" fill-rule="evenodd"/>'


def _viaduct_shade() -> str:
    """The shaded side of every pier and under the cornice."""
    parts = [polygon([(-2, 100.2), (102, 95.2), (102, 96.4), (-2, 101.4)], "#000")]
    for x in (4, 22, 40, 58, 76):
        top = 103.4 - 0.048 * x
        parts.append(polygon([(x + 8.6, top + 2.5), (x + 11.8, top + 2.2), (x + 11.8, 131), (x + 8.6, 131)], "#000"))
        parts.append(
            f'<path d="M{x - 6.2},{top + 5.5:.2f} A6.2,6 0 0 1 {x + 6.2},{top + 5:.2f} l-0.8,1 A5.6,5.2 0 0 0 {x - 5.4},{top + 6.3:.2f} Z"/>'
        )
    return "".join(parts)


def _train() -> str:
    """Engine and four carriages on the deck, climbing to the right."""
    parts = [
        polygon([(70, 94.6), (70.2, 88.6), (74, 88.4), (74.1, 90.4), (83, 90.0), (84.2, 91.2), (84.2, 93.9)], "#000")
    ]
    for i in range(4):
        x = 52.5 - 17.0 * i
        parts.append(
            polygon(
                [
                    (x, 95.5 + 0.82 * i),
                    (x + 0.05, 89.6 + 0.82 * i),
                    (x + 16, 88.8 + 0.82 * i),
                    (x + 16, 94.7 + 0.82 * i),
                ],
                "#000",
            )
        )
    return "".join(parts)


def _train_dark() -> str:
    """Windows, wheels, roof and chimney."""
    parts = [
        polygon([(80.6, 90.2), (80.9, 86.6), (82.4, 86.5), (82.6, 90.1)], "#000"),
        polygon([(69.4, 88.8), (74.8, 88.4), (74.6, 87.6), (69.6, 87.9)], "#000"),
    ]
    for i in range(4):
        x, y = 52.5 - 17.0 * i, 0.82 * i
        parts.append(polygon([(x - 0.3, 89.9 + y), (x + 16.3, 89.0 + y), (x + 16.0, 88.2 + y), (x, 89.0 + y)], "#000"))
        parts += [
            polygon(
                [
                    (x + 1.4 + 2.9 * k, 92.2 + y - 0.14 * k),
                    (x + 1.4 + 2.9 * k, 90.9 + y - 0.14 * k),
                    (x + 3.3 + 2.9 * k, 90.8 + y - 0.14 * k),
                    (x + 3.3 + 2.9 * k, 92.1 + y - 0.14 * k),
                ],
                "#000",
            )
            for k in range(5)
        ]
    for x in (72.5, 76.5, 80.5, 83, *(52.5 - 17 * i + d for i in range(4) for d in (3, 13))):
        parts.append(f'<circle cx="{x}" cy="{95.1 - 0.048 * (x - 68) + 0.1:.2f}" r="0.95"/>')
    return "".join(parts)


def _steam() -> str:
    """Steam blown back over the carriages."""
    puffs = [
        (80, 84, 2.0),
        (77, 82, 2.6),
        (73, 80.5, 3.2),
        (68, 79.6, 3.9),
        (62, 79.5, 4.4),
        (55, 80.2, 4.6),
        (48, 81.6, 4.4),
        (41, 83.0, 3.8),
        (35, 84.6, 3.0),
        (30, 85.6, 2.2),
    ]
    return "".join(f'<ellipse cx="{x}" cy="{y}" rx="{r * 1.25}" ry="{r * 0.8}"/>' for x, y, r in puffs)


def _pines(rng: np.random.Generator) -> str:
    """Dark firs in front."""
    parts = []
    for x, foot, tall in [
        (float(x), 133.0, float(t))
        for x, t in zip(
            [-1, 5, 10, 15.5, 21, 82, 87.5, 93, 97.5, 102], [36, 44, 31, 25, 17, 16, 27, 36, 46, 33], strict=True
        )
    ]:
        outline_left, outline_right = [], []
        steps = 9
        for i in range(steps + 1):
            t = i / steps
            reach = tall * 0.17 * t
            y = foot - tall * (1 - t)
            outline_left += [(x - reach * rng.uniform(0.85, 1.1), y), (x - reach * 0.55, y - tall * 0.012)]
            outline_right += [(x + reach * rng.uniform(0.85, 1.1), y + 0.3), (x + reach * 0.55, y - tall * 0.012)]
        parts.append(polygon([(x, foot - tall - 1.5), *outline_right, *outline_left[::-1]], "#000"))
    return "".join(parts)


def _title() -> str:
    name = lettering("VALSERENA", (7, 134.2), Type(8.2, 1.55, 86))
    return name + lettering("CON LA FERROVIA DELLE ALPI", (7, 145.2), Type(2.6, 0.48, 86))
