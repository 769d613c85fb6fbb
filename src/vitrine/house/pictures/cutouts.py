"""Paper cut-outs: the acrobat."""

import numpy as np

from vitrine.house.atelier.body import Build
from vitrine.house.atelier.clothes import Fit, Legs, shirt, trousers
from vitrine.house.atelier.collage import Table, scissored
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.people import Looks, Person, dressed, study
from vitrine.house.atelier.plants import frond
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, assemble
from vitrine.house.atelier.solids import Floats
from vitrine.house.atelier.vector import blob, polygon, stencil
from vitrine.house.pictures.painted import Painted, sheets, with_figures

ACROBAT = Pose(
    belly=(-84, 0),
    chest=(-92, 4),
    neck=(-96, 10),
    head=(-98, 10),
    pelvis_yaw=10,
    chest_yaw=10,
    head_yaw=6,
    head_pitch=-20,
    upper_arm=((-122, 8), (-62, 8)),
    forearm=((-112, 4), (-74, 4)),
    hand=((-128, 20), (-52, 20)),
    palms=((-90, -40), (-90, -40)),
    thigh=((158, 10), (38, 14)),
    shank=((148, -8), (62, -10)),
    foot=((140, -4), (30, -4)),
)


def _acrobat() -> Person:
    bones = assemble(ACROBAT, (0, 1.12, 0))
    clothes = [
        shirt(bones, (0.1, 0.2, 0.5), Fit(sleeve=0, loose=0.3, hem=0.05, wide=0.96, waist=0.92, bust=0.8)),
        trousers(bones, (0.1, 0.2, 0.5), Legs(0.22, 0.3)),
    ]
    return dressed(
        bones, Build(torso=0.93, arms=0.97, legs=1.02, bust=0.6), clothes, Looks(hair="bun", grips=(0.0, 0.0))
    )


def acrobat(long_side: int) -> Painted:
    """An acrobat turns a cartwheel among cut leaves and a yellow sun."""
    field, small = sheets(long_side, (1, 1), 2026_07)
    view = View(small.width, small.height, 405 * small.height / 900, 0.02, 0.95)
    figure = study([_acrobat()], view, Light(key=(-0.5, 0.7, 0.6)))
    table = Table(field, "#efe4cd")

    def cut(fragment: str) -> Floats:
        return stencil(fragment, field.width, field.height, (100.0, 100.0))

    for fragment, colour, way in _grounds():
        table.paste(cut(fragment), colour, way, 0.6)
    for i, (base, tip, lobes, wide, bend, colour) in enumerate(_leaves()):
        table.paste(cut(blob(frond(base, tip, lobes, wide, bend), "#000")), colour, i, 0.8)
    skin = scissored(figure.only("skin", "head", "hands", "shirt", "trousers"), field, 190)
    skin = np.maximum(skin, scissored(figure.only("hands"), field, 420))
    table.paste(skin, "#d9542f", 1, 1.0)
    table.paste(scissored(figure.only("shirt", "trousers"), field, 170), "#20305e", 0, 0.8)
    table.paste(scissored(figure.only("hair"), field, 150), "#1c1a20", 1, 0.8)
    table.paste(
        cut(_stripes(figure.relief.view, figure.persons[0])) * scissored(figure.only("shirt"), field, 170),
        "#f3ead6",
        0,
        0.5,
    )
    for fragment in _stars():
        table.paste(cut(fragment), "#f6ecd8", 1, 0.8)
    return with_figures(np.clip(table.picture, 0, 1), figure)


def _grounds() -> list[tuple[str, str, int]]:
    """The coloured sheets behind, lowest first."""
    return [
        (polygon([(3, 3.5), (58, 2.5), (57, 78), (3.5, 79)], "#000"), "#e7b7a6", 0),
        (polygon([(58, 2.6), (97, 3.2), (97.5, 55), (57.6, 54)], "#000"), "#2f7f86", 1),
        (polygon([(57.4, 54.2), (97.3, 55), (97, 79), (57, 78.6)], "#000"), "#8fb7a3", 0),
        (polygon([(3.2, 79), (97, 78.4), (97.2, 97), (3, 96.6)], "#000"), "#27356b", 0),
        (blob([(9, 97), (22, 86.5), (50, 83.2), (80, 86), (92, 97), (50, 98.5)], "#000"), "#d8a12f", 1),
        (blob([(63, 16), (71, 9.5), (81, 11), (86.5, 19), (83, 28), (73, 31), (65, 26)], "#000"), "#f0c33c", 1),
        (polygon([(3.4, 3.6), (22, 3.2), (21, 22), (3.6, 23)], "#000"), "#efe4cd", 0),
    ]


def _leaves() -> list[tuple[tuple[float, float], tuple[float, float], int, float, float, str]]:
    """Base, tip, lobes, width, bend and colour of the weeds."""
    return [
        ((7, 78), (13, 42), 5, 15, 3, "#2c6e55"),
        ((93, 78), (88, 44), 5, 15, -3, "#f3ead6"),
        ((5.5, 21), (19.5, 6), 4, 9, 1.5, "#d9542f"),
        ((62, 52.5), (69, 38), 3, 8, 1, "#a7d0c4"),
        ((22, 93.5), (9, 84), 3, 6, -1, "#8fb7a3"),
        ((78, 94), (93, 84), 3, 6, 1, "#e7b7a6"),
    ]


def _stars() -> list[str]:
    """A few small snippets."""
    bits = []
    for x, y, r in ((31, 9, 1.7), (46, 15, 1.2), (92, 9, 1.3), (91.5, 36, 1.5), (12, 33, 1.1), (27, 60, 1.0)):
        points = [
            (x + r * k * float(np.cos(a)), y + r * k * float(np.sin(a)))
            for k, a in zip([1, 0.35] * 4, np.arange(8) * np.pi / 4 + 0.3, strict=True)
        ]
        bits.append(polygon(points, "#000"))
    return bits


def _stripes(view: View, person: Person) -> str:
    """Three bands across the leotard."""
    drawn = ""
    for up in (-0.16, -0.23, -0.30):
        edge = [
            view.pixel(person.bones.local("chest", "throat", x, up + y, 0.1))
            for x, y in ((-0.22, 0), (0.22, 0), (0.22, -0.032), (-0.22, -0.032))
        ]
        drawn += polygon([(x * 100 / view.width, y * 100 / view.height) for x, y in edge], "#000")
    return drawn
