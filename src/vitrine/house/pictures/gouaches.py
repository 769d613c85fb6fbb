"""Gouaches with figures: the runner."""

import numpy as np

from vitrine.house.atelier import flat, prints
from vitrine.house.atelier.body import Build
from vitrine.house.atelier.clothes import Fit, Legs, shirt, socks, trousers
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.people import Looks, Person, dressed, enlarged, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble
from vitrine.house.atelier.solids import Floats
from vitrine.house.atelier.staging import cast
from vitrine.house.atelier.vector import blob, points, polygon, raster, rgb, tint
from vitrine.house.pictures.painted import Painted, sheets, with_figures

RUNNER = Pose(
    belly=(100, 4),
    chest=(104, 6),
    neck=(108, 8),
    head=(96, 4),
    pelvis_yaw=-48,
    chest_yaw=-30,
    head_yaw=-40,
    upper_arm=((-128, 18), (-24, -26)),
    forearm=((158, 40), (-96, 8)),
    hand=((150, 40), (-100, 10)),
    palms=((-100, -20), (180, 0)),
    thigh=((-62, 4), (-162, 34)),
    shank=((14, -16), (-78, -12)),
    foot=((-40, -10), (-165, 20)),
)

RUNNER_TONES = {
    "skin": ["#5b2f2b", "#93503a", "#c4794f", "#e2a878"],
    "feet": ["#2a2c3a", "#3b4257", "#e9e2cf", "#f4efe0"],
    "socks": ["#6f7c86", "#a9b3b4", "#e9e4d4", "#f7f3e6"],
    "trousers": ["#1d2740", "#27375c", "#34507f", "#4c6fa0"],
    "shirt": ["#8a8f8c", "#bfc0b2", "#ece5d0", "#f8f2e0"],
    "hands": ["#5b2f2b", "#93503a", "#c4794f", "#e2a878"],
    "head": ["#5b2f2b", "#9a563f", "#c87f55", "#e4ab7c"],
    "hair": ["#1b1414", "#2c1d1a", "#47302a", "#6a4a3c"],
}


def _runner() -> Person:
    bones = assemble(RUNNER, (0, 0.93, 0), Proportions(head=0.93, shoulders=0.94, hips=1.02))
    clothes = [
        shirt(bones, (0.6, 0.6, 0.6), Fit(sleeve=0, loose=0.5, hem=0.03, wide=0.93, waist=0.92, bust=0.85, seed=4)),
        trousers(bones, (0.1, 0.2, 0.4), Legs(0.42, 1.3, 0.012)),
        socks(bones, (0.6, 0.6, 0.6), 0.22),
    ]
    build = Build(torso=0.90, arms=0.88, legs=0.98, bust=0.6, neck=0.88)
    look = Features(
        iris="#2c1c18",
        brow="#241715",
        lid="#1e1413",
        white="#e9dcc6",
        upper_lip="#7c3a33",
        lower_lip="#a3574a",
        mouth="#4a1f1d",
    )
    return dressed(bones, build, clothes, Looks(Face(jaw=0.9), look, "tail", shoes=(0.3, 0.3, 0.3), grips=(0.6, 0.6)))


def runner(long_side: int) -> Painted:
    """A runner on a red track, her shadow beside her."""
    field, small = sheets(long_side, (4, 5), 2026_05)
    width, height, h = field.width, field.height, small.height
    view = View(small.width, h, 430 * h / 900, 0.10, 0.93)
    figure = study([_runner()], view, Light(key=(-0.75, 0.75, 0.42), ground_colour=(0.30, 0.16, 0.12)))
    ground = _track(width, height)
    shade = enlarged(cast(figure.mask, 0.835 * h, 0.42, -0.20), width, height)
    picture = tint(ground, shade * 0.92, rgb("#5a2a35"))
    bands = flat.bands_of(figure, field)
    picture = flat.planes(picture, figure, RUNNER_TONES, bands, levels=(0.30, 0.58, 0.92))
    picture = flat.faces(picture, figure)
    picture = flat.gouache(picture, field)
    sheet = prints.sheet(field, (0.93, 0.90, 0.83), 0.2)
    return with_figures(tint(sheet, flat.ragged(field, 74), picture), figure)


POPLARS = points("3,20 7.5,17 12,21 30,15 34.5,12 39,16 66,16 70,11 74.5,13.5 93,10 97,14")
BUSHES = points("2,31 9,28.5 17,30 25,27 33,29.5 60,28.5 70,26 80,28 90,25 99,27")
"""Tops of the trees behind the track, in hundredths of the width and of the height."""
LANES = ((55.5, 60, 0.9), (65.5, 83, 1.2), (82, 116, 1.7))
"""White lines: their height at the left and the right edge and their breadth."""
TALL = 1.25
"""Height of the sheet in widths."""


def _trees() -> str:
    """Poplars and round bushes in three greens."""
    parts = []
    for i, (x, top) in enumerate(POPLARS):
        sides = ((0, 0), (1.5, 0.3), (2.2, 0.65), (1.3, 1), (-1.3, 1), (-2.1, 0.65), (-1.6, 0.3))
        crown = [(x + dx, TALL * (top + (34.5 - top) * t)) for dx, t in sides]
        parts.append(blob(crown, ("#4f6b5a", "#5d7a63", "#456152")[i % 3]))
    for i, (x, y) in enumerate(BUSHES):
        green = ("#56735d", "#648068", "#4a6755")[i % 3]
        parts.append(
            f'<ellipse cx="{x}" cy="{y * TALL + 4}" rx="{6.5 + i % 3}" ry="{7 + (i * 7) % 4}" fill="{green}"/>'
        )
    return "".join(parts)


def _track(width: int, height: int) -> Floats:
    """Sky, trees, infield, and a red track whose lines run together on the left."""

    def strip(left: float, right: float, low_left: float, low_right: float) -> list[tuple[float, float]]:
        return [(0, left * TALL), (100, right * TALL), (100, low_right * TALL), (0, low_left * TALL)]

    parts = [
        polygon(strip(0, 0, 100, 100), "#d9d6bd"),
        polygon(strip(0, 0, 20, 16), "#c3d0c4"),
        _trees(),
        polygon(strip(33.5, 32.5, 50, 46), "#8fa26a"),
        polygon(strip(34.5, 33.5, 37.5, 36.2), "#a9b57c"),
        polygon(strip(48.5, 42.5, 100, 100), "#b84a34"),
        polygon(strip(48.5, 42.5, 49.6, 43.8), "#eee4cd"),
        *(polygon(strip(left, right, left + thick, right + thick), "#e6d3b8") for left, right, thick in LANES),
        polygon(strip(66.7, 84.2, 100, 100), "#a43f2e", 'opacity="0.55"'),
    ]
    return np.ascontiguousarray(raster("".join(parts), width, height, (100, 100 * TALL))[..., :3])
