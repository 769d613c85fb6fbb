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
from vitrine.house.atelier.vector import blob, polygon, raster, rgb, tint
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


def _track(width: int, height: int) -> Floats:
    """Sky, trees, infield, and a red track whose lines run together on the left."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x * 100, y * 125) for x, y in points]

    parts = [
        polygon(at((0, 0), (1, 0), (1, 1), (0, 1)), "#d9d6bd"),
        polygon(at((0, 0), (1, 0), (1, 0.16), (0, 0.20)), "#c3d0c4"),
    ]
    poplars = [
        (0.03, 0.20),
        (0.075, 0.17),
        (0.12, 0.21),
        (0.30, 0.15),
        (0.345, 0.12),
        (0.39, 0.16),
        (0.66, 0.16),
        (0.70, 0.11),
        (0.745, 0.135),
        (0.93, 0.10),
        (0.97, 0.14),
    ]
    for i, (x, top) in enumerate(poplars):
        crown = [
            (x * 100 + dx, 125 * (top + (0.345 - top) * t))
            for dx, t in ((0, 0), (1.5, 0.3), (2.2, 0.65), (1.3, 1), (-1.3, 1), (-2.1, 0.65), (-1.6, 0.3))
        ]
        parts.append(blob(crown, ("#4f6b5a", "#5d7a63", "#456152")[i % 3]))
    crowns = [
        (0.02, 0.31),
        (0.09, 0.285),
        (0.17, 0.30),
        (0.25, 0.27),
        (0.33, 0.295),
        (0.60, 0.285),
        (0.70, 0.26),
        (0.80, 0.28),
        (0.90, 0.25),
        (0.99, 0.27),
    ]
    for i, (x, y) in enumerate(crowns):
        parts.append(
            f'<ellipse cx="{x * 100}" cy="{y * 125 + 4}" rx="{6.5 + i % 3}" ry="{7 + (i * 7) % 4}" fill="{("#56735d", "#648068", "#4a6755")[i % 3]}"/>'
        )
    parts += [
        polygon(at((0, 0.335), (1, 0.325), (1, 0.46), (0, 0.50)), "#8fa26a"),
        polygon(at((0, 0.345), (1, 0.335), (1, 0.362), (0, 0.375)), "#a9b57c"),
        polygon(at((0, 0.485), (1, 0.425), (1, 1), (0, 1)), "#b84a34"),
        polygon(at((0, 0.485), (1, 0.425), (1, 0.438), (0, 0.496)), "#eee4cd"),
    ]
    for left, right, thick in ((0.555, 0.60, 0.009), (0.655, 0.83, 0.012), (0.82, 1.16, 0.017)):
        parts.append(polygon(at((0, left), (1, right), (1, right + thick), (0, left + thick)), "#e6d3b8"))
    parts.append(polygon(at((0, 0.667), (1, 0.842), (1, 1), (0, 1)), "#a43f2e", 'opacity="0.55"'))
    return np.ascontiguousarray(raster("".join(parts), width, height, (100, 125))[..., :3])
