"""Colour woodblock prints with figures: the skater."""

from dataclasses import replace

import numpy as np

from vitrine.house.atelier import flat, prints
from vitrine.house.atelier.body import Build, vec
from vitrine.house.atelier.clothes import Fit, Legs, shirt, trousers, wrap
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.hair import Lock, hair
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.mountains import Slopes, massif
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import Looks, Person, Study, dressed, enlarged, study
from vitrine.house.atelier.plants import Growth, bare_tree
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, Skeleton, assemble
from vitrine.house.atelier.skirts import Hem, skirt
from vitrine.house.atelier.solids import Displacement, Floats, Shape, floats
from vitrine.house.atelier.staging import fade
from vitrine.house.atelier.vector import blob, line, over, points, polygon, raster, rgb, stencil, tint
from vitrine.house.pictures.painted import Painted, sheets, with_figures

SKATER = Pose(
    belly=(112, 6),
    chest=(122, 10),
    neck=(118, 10),
    head=(106, 6),
    pelvis_yaw=-58,
    chest_yaw=-36,
    head_yaw=-38,
    upper_arm=((-30, -14), (170, 34)),
    forearm=((2, -10), (176, 16)),
    hand=((8, 0), (172, 10)),
    palms=((-90, 0), (-90, 0)),
    thigh=((-30, -4), (-112, 22)),
    shank=((-8, -8), (-78, -12)),
    foot=((-24, -4), (-174, 26)),
)
TONES = {
    "skin": ["#d8a98b", "#ecc9ae"],
    "trousers": ["#2b3350", "#3a456a"],
    "skirt": ["#8e2f2c", "#b5443a"],
    "shirt": ["#8e2f2c", "#b5443a"],
    "feet": ["#241f22", "#3a3236"],
    "hands": ["#d9b23f", "#e8c85c"],
    "head": ["#dcae90", "#f0d2b8"],
    "hair": ["#241c1c", "#2f2524"],
    "cap": ["#c99a2e", "#e2bb4a"],
    "scarf": ["#c99a2e", "#e2bb4a"],
}


KNITTED: tuple[Lock, ...] = (
    ((0, 0.135, -0.02), (0, 0.150, -0.024), 0.030, 0.026),
    ((0, 0.062, -0.035), (0, 0.066, 0.020), 0.090, 0.086),
)
"""The knitted cap's bobble and crown."""


def _skater() -> Person:
    bones = assemble(SKATER, (0, 0.85, 0), Proportions(head=0.97, shoulders=0.92))
    hem = Hem(vec(bones.local("pelvis", "pelvis", -0.015, -0.25, 0.0)), 0.225, pleats=8, depth=0.012)
    clothes = [
        shirt(bones, (0.5, 0.5, 0.5), Fit(wide=0.92, waist=0.9, bust=0.8, seed=4)),
        skirt(bones, (0.5, 0.5, 0.5), hem),
        trousers(bones, (0.3, 0.3, 0.3), Legs(loose=0.15)),
        _scarf(bones),
    ]
    build = Build(torso=0.90, arms=0.86, legs=0.95, bust=0.7, neck=0.88)
    look = Features(
        iris="#1d1a1c",
        brow="#241c1c",
        lid="#1d1a1c",
        white="#f3e4d2",
        upper_lip="#a8483c",
        lower_lip="#c2695a",
        mouth="#5a2420",
    )
    person = dressed(
        bones, build, clothes, Looks(Face(jaw=0.88), look, "bob", (0.03, 0.02, 0.02), shoes=(0.1, 0.1, 0.1))
    )
    cap = hair(bones, "cropped", (0.5, 0.4, 0.1), KNITTED)
    person.shapes.append(Shape("cap", cap.solids, cap.soft, cut=_above_brow(bones)))
    return person


def _above_brow(bones: Skeleton) -> Displacement:
    """Cuts the cap off along a line over the brows and down to the nape."""

    def under(points: Floats) -> Floats:
        _, up, ahead = bones.in_head(points).T
        return floats((0.040 + 0.30 * ahead - up) * bones.head_size * 0.9)

    return under


def _scarf(bones: Skeleton) -> Shape:
    """A scarf round the neck whose ends stream behind."""
    around = []
    for degrees in range(0, 361, 45):
        turn = np.radians(degrees)
        around.append(
            (bones.local("chest", "throat", 0.066 * float(np.cos(turn)), 0.045, 0.062 * float(np.sin(turn))), 0.027)
        )
    x, y, z = (float(v) for v in bones.local("chest", "throat", 0.05, 0.045, -0.05))
    stream = [
        ((0.05, 0.01, -0.01), 0.030),
        ((0.17, 0.075, -0.02), 0.034),
        ((0.29, 0.045, 0.0), 0.036),
        ((0.41, 0.110, 0.01), 0.040),
        ((0.50, 0.085, 0.0), 0.034),
    ]
    ends = [(np.array([x + dx, y + dy, z + dz], np.float32), r) for (dx, dy, dz), r in stream]
    scarf = wrap("scarf", (0.5, 0.4, 0.1), around, 0.003)
    tail = wrap("scarf", (0.5, 0.4, 0.1), ends, 0.0)
    scarf.solids += [replace(s, axis=(0.0, 0.35, 1.0), flat=2.0) for s in tail.solids]
    return scarf


def skater(long_side: int) -> Painted:
    """A skater glides over a frozen pond under snowy hills."""
    field, small = sheets(long_side, (3, 2), 2026_06)
    width, height = field.width, field.height
    view = View(small.width, small.height, 405 * small.height / 800, 0.10, 0.80)
    figure = study([_skater()], view, Light(key=(-0.7, 0.7, 0.45), ground_colour=(0.34, 0.36, 0.40)))
    picture = _winter(field)
    bands = flat.bands_of(figure, field, 0.02)
    picture = tint(picture, _reflection(figure, field), rgb("#7f9aa0"))
    picture = flat.planes(picture, figure, TONES, bands, levels=(0.50,))
    picture = flat.faces(picture, figure)
    key = prints.outlines(field, figure.relief, 6.5, 0.07)
    key = np.maximum(key * np.clip(enlarged(figure.mask, width, height) * 2, 0, 1), _skates(figure, width, height))
    picture = rubbed(field, picture)
    picture = prints.pressed(field, picture, key, prints.Ink(rgb("#23262e"), (1.5, 1), 0.94, 0.5))
    picture = tint(picture, _snow(field), rgb("#f6f2e6"))
    sheet = prints.sheet(field, (0.95, 0.925, 0.86), 0.8)
    return with_figures(tint(sheet, prints.framed(field, 58 * field.unit), picture), figure)


FAR = points("-6,66 10,51 22,58 40,37 57,55 70,47 84,57 101,39 118,55 134,46 156,60")
NEAR = points("0,70 20,63 46,68 70,64 100,69 126,62 150,67 150,80 0,80")
DUSK = (
    (0, (0.16, 0.27, 0.42)),
    (0.16, (0.36, 0.52, 0.62)),
    (0.40, (0.83, 0.82, 0.76)),
    (0.56, (0.93, 0.80, 0.68)),
    (1, (0.93, 0.80, 0.68)),
)
TREES = (
    ((12, 74), Growth(44, 1.5, 4, 7)),
    ((24, 72.5), Growth(30, 0.9, -6, 7)),
    ((133, 73), Growth(50, 1.7, -5, 7)),
    ((143, 74), Growth(38, 1.2, 3, 7)),
    ((119, 71.5), Growth(24, 0.7, 2, 7)),
    ((60, 71), Growth(15, 0.42, 3)),
    ((66, 70.6), Growth(12, 0.36, -4)),
    ((5, 73), Growth(26, 0.8, -3, 7)),
)
"""The trees round the pond: their feet and how they grow."""


def _winter(field: Field) -> Floats:
    """Sky in one long gradation, hills, trees, and the ice."""
    rng = field.rng
    parts = [
        massif(rng, FAR, 76, Slopes("#f3eee2", "#9fb4bf", "#7f97a6")),
        blob(NEAR, "#f1ece0"),
        blob(points("70,66 100,70.5 126,64 150,69 150,72 110,73 80,70"), "#cfd9da"),
        polygon(points("0,73.5 150,72.5 150,100 0,100"), "#b9cfcf"),
        polygon(points("0,73.5 150,72.5 150,74.5 0,76"), "#93b0b5"),
        polygon(points("0,95 60,93 150,97 150,100 0,100"), "#9dbbbf"),
    ]
    for i in range(26):
        x, y = rng.uniform(0, 150), 75 + 25 * rng.random() ** 0.8
        scratch = [(x - rng.uniform(3, 16), y + 0.3), (x, y), (x + rng.uniform(3, 16), y - 0.2)]
        parts.append(line(scratch, "#e3ecea" if i % 3 else "#8aa8ad", 0.22))
    parts += [bare_tree(rng, foot, growth, "#4a4a55" if growth.thick > 1 else "#77808a") for foot, growth in TREES]
    sky = fade(field.width, field.height, DUSK)
    return over(sky, raster("".join(parts), field.width, field.height, (150, 100)))


def _reflection(figure: Study, field: Field) -> Floats:
    """The figure upside down in the ice, broken into strips."""
    view = figure.relief.view
    row = int(view.pixel(figure.persons[0].bones.joints["right_foot_index"])[1]) + 4
    mirror = np.zeros_like(figure.mask)
    high = min(view.height - row, row)
    mirror[row : row + high] = figure.mask[row - high : row][::-1]
    shifts = np.rint(6 * Field(field.rng, 1, view.height).smooth(9)[:, 0]).astype(int)
    broken = np.stack([np.roll(strip, shift) for strip, shift in zip(mirror, shifts, strict=True)])
    return enlarged(broken, field.width, field.height) * 0.8


def _skates(figure: Study, width: int, height: int) -> Floats:
    """Blades under both boots."""
    bones, view = figure.persons[0].bones, figure.relief.view
    drawn = ""
    for side in ("left", "right"):
        places = [(-0.075, -0.055), (-0.088, -0.10), (-0.088, 0.17), (-0.070, 0.205)]
        run = [view.pixel(bones.local(f"{side}_foot", f"{side}_ankle", 0, up, ahead)) for up, ahead in places]
        drawn += f'<path d="M{" L".join(f"{x:.1f},{y:.1f}" for x, y in run)}" fill="none" stroke="#000" stroke-width="{0.010 * view.scale:.2f}"/>'
        for ahead in (-0.03, 0.11):
            (x0, y0), (x1, y1) = (
                view.pixel(bones.local(f"{side}_foot", f"{side}_ankle", 0, up, ahead)) for up in (-0.06, -0.09)
            )
            drawn += f'<path d="M{x0:.1f},{y0:.1f} L{x1:.1f},{y1:.1f}" stroke="#000" stroke-width="{0.012 * view.scale:.2f}"/>'
    return stencil(drawn, width, height, (view.width, view.height))


def rubbed(field: Field, picture: Floats) -> Floats:
    """The wood's grain and the rubbing of the baren in the colour."""
    unit = field.unit
    rings = np.sin(field.clouds(46 * unit, 2, 26) * 22)
    light = 1 + 0.020 * rings + 0.030 * field.clouds(60 * unit, 3) + 0.010 * field.grain()
    return floats(np.clip(picture * light[..., None], 0, 1))


def _snow(field: Field) -> Floats:
    rng = field.rng
    sizes = rng.choice([0.16, 0.24, 0.36, 0.5], 230, p=[0.4, 0.3, 0.2, 0.1])
    flakes = "".join(
        f'<circle cx="{rng.uniform(0, 150):.2f}" cy="{rng.uniform(0, 92):.2f}" r="{size}"/>' for size in sizes
    )
    return stencil(flakes, field.width, field.height, (150, 100))
