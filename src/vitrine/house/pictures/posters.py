"""Posters in the manner of crayon lithography: the fencer."""

import numpy as np

from vitrine.house.atelier import prints
from vitrine.house.atelier.body import Build
from vitrine.house.atelier.clothes import Fit, Legs, shirt, socks, trousers
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.flat import bands_of, faces
from vitrine.house.atelier.letters import Type, lettering
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field, resize
from vitrine.house.atelier.people import Looks, Person, Study, dressed, enlarged, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble
from vitrine.house.atelier.solids import Floats
from vitrine.house.atelier.vector import stencil
from vitrine.house.pictures.painted import Painted, sheets, with_figures

FENCER = Pose(
    belly=(84, 6),
    chest=(80, 8),
    neck=(78, 6),
    head=(82, 2),
    pelvis_yaw=42,
    chest_yaw=28,
    head_yaw=50,
    upper_arm=((24, 16), (158, -14)),
    forearm=((28, 8), (76, -6)),
    hand=((30, 6), (32, 10)),
    palms=((90, 30), (-90, 30)),
    thigh=((-16, 22), (-134, -8)),
    shank=((-98, 2), (-137, -14)),
    foot=((-8, 16), (-150, 50)),
)
NAVY, VERMILION, SKY = (0.12, 0.15, 0.25), (0.86, 0.29, 0.19), (0.62, 0.72, 0.73)


def _fencer() -> Person:
    bones = assemble(FENCER, (0, 0.66, 0), Proportions(head=0.93, hips=0.98))
    white = (0.72, 0.72, 0.72)
    clothes = [
        shirt(bones, white, Fit(loose=0.6, hem=0.02, seed=4)),
        trousers(bones, white, Legs(1.10, 0.6)),
        socks(bones, (0.60, 0.60, 0.60), 0.9),
    ]
    build = Build(torso=0.95, arms=0.95, legs=0.97, skin=(0.66, 0.66, 0.66), flush=(0.6, 0.6, 0.6))
    look = Features(
        iris="#20283e",
        brow="#1f2840",
        lid="#1b2238",
        white="#efe6d2",
        upper_lip="#9c4a3d",
        lower_lip="#c08070",
        mouth="#1f2840",
    )
    return dressed(bones, build, clothes, Looks(features=look, shoes=(0.10, 0.10, 0.10), grips=(0.9, 0.4)))


def fencer(long_side: int) -> Painted:
    """A fencer lunges across a red disc: poster for a foil tournament."""
    field, small = sheets(long_side, (2, 3), 2026_02)
    width, height = field.width, field.height
    view = View(small.width, small.height, 312 * small.height / 900, 0.13, 0.70)
    figure = study([_fencer()], view, Light(key=(0.55, 0.75, 0.5)))
    printed = prints.sheet(field, (0.945, 0.905, 0.815), 0.3)
    body = enlarged(figure.mask, width, height)
    disc = stencil('<circle cx="57" cy="61" r="36" fill="#000"/>', width, height, (100, 150))
    ghosts = [prints.shifted(body, round(-dx * width), round(dy * height)) for dx, dy in ((0.20, 0.030), (0.10, 0.015))]
    red = disc * (1 - body) * (1 - ghosts[1])
    printed = prints.pressed(field, printed, red, prints.Ink(VERMILION, (4, 3), 0.95, 0.8))
    echo = np.maximum(ghosts[0] * 0.75, ghosts[1]) * (1 - body) * prints.crayon(field, 0.78)
    printed = prints.pressed(field, printed, echo, prints.Ink(SKY, (-3, 2), 0.95, 0.6))
    shade = _shade(field, figure)
    printed = prints.pressed(field, printed, body * shade[0], prints.Ink(SKY, (-3, 2), 0.95, 0.5))
    band = stencil('<rect x="0" y="118" width="100" height="32" fill="#000"/>', width, height, (100, 150))
    navy = np.maximum(
        np.maximum(body * shade[1], _foil(figure, view, width, height)), band * (1 - _words(width, height))
    )
    printed = prints.pressed(field, printed, np.clip(navy, 0, 1), prints.Ink(NAVY, cover=0.97, salt=0.7))
    printed = faces(printed, figure)
    return with_figures(printed, figure)


def _shade(field: Field, figure: Study) -> tuple[Floats, Floats]:
    """The two crayon stones of the figure: the grey-blue half-shade and the navy shadow with the drawing."""
    tone = bands_of(figure, field, 0.015)
    own = resize(figure.relief.colour.mean(-1), field.width, field.height)
    dark = np.clip(1.05 - tone, 0, 1)
    half = prints.crayon(field, np.clip(dark * 1.15 - 0.18, 0, 1), 3.4)
    deep = prints.crayon(field, np.clip(dark * 1.35 - 0.62 + np.where(own < 0.3, 0.75, 0), 0, 1), 3.0)
    white = [i for i, shape in enumerate(figure.shapes) if shape.name in ("shirt", "trousers", "socks")]
    contour = prints.outlines(field, figure.relief, 6, 0.12, as_one=white)
    return half, np.maximum(deep, contour * prints.crayon(field, 0.8))


def _foil(figure: Study, view: View, width: int, height: int) -> Floats:
    """Blade, guard and grip in the left hand."""
    bones = figure.persons[0].bones
    grip = view.pixel(bones.local("left_hand", "left_wrist", 0.015, 0.07, 0.02))
    back = view.pixel(bones.local("left_hand", "left_wrist", 0.0, -0.03, 0.03))
    s = view.scale
    dx, dy = np.cos(np.radians(42)), -np.sin(np.radians(42))
    tip = (grip[0] + 0.76 * s * dx, grip[1] + 0.76 * s * dy)
    mid = (grip[0] + 0.45 * s * dx, grip[1] + 0.45 * s * dy - 0.014 * s)
    blade = f'<path d="M{grip[0]:.1f},{grip[1]:.1f} Q{mid[0]:.1f},{mid[1]:.1f} {tip[0]:.1f},{tip[1]:.1f}" fill="none" stroke="#000" stroke-width="{0.010 * s:.2f}"/>'
    guard = f'<ellipse cx="{grip[0] + 0.035 * s * dx:.1f}" cy="{grip[1] + 0.035 * s * dy:.1f}" rx="{0.016 * s:.1f}" ry="{0.05 * s:.1f}" transform="rotate(-42 {grip[0]:.1f} {grip[1]:.1f})"/>'
    handle = f'<path d="M{grip[0]:.1f},{grip[1]:.1f} L{back[0]:.1f},{back[1]:.1f}" stroke="#000" stroke-width="{0.02 * s:.2f}"/>'
    return stencil(blade + guard + handle, width, height, (view.width, view.height))


def _words(width: int, height: int) -> Floats:
    title = lettering("FIORETTO", (8, 122.5), Type(13.2, 2.5, 84))
    line = lettering("TORNEO DI SCHERMA · SALA VITRINE · 2026", (8, 141.2), Type(3.1, 0.55, 84))
    return stencil(title + line, width, height, (100, 150))
