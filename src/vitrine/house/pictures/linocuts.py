"""Linocuts with figures: the archer, in two blocks."""

import numpy as np

from vitrine.house.atelier import prints
from vitrine.house.atelier.body import Build
from vitrine.house.atelier.clothes import Fit, Legs, shirt, trousers
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field, blur, resize
from vitrine.house.atelier.people import Looks, Person, Study, dressed, enlarged, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble, with_hand_at
from vitrine.house.atelier.skirts import Hem, skirt
from vitrine.house.atelier.solids import Floats, Vector, floats
from vitrine.house.atelier.vector import polygon, stencil, tapered
from vitrine.house.pictures.painted import Painted, sheets, with_figures

ARCHER = Pose(
    belly=(91, 0),
    chest=(92, 2),
    neck=(88, 6),
    head=(88, 0),
    pelvis_yaw=18,
    chest_yaw=8,
    head_yaw=58,
    upper_arm=((4, 4), (160, -10)),
    forearm=((2, 2), (10, 20)),
    hand=((4, 0), (12, 10)),
    palms=((-60, 40), (-80, 60)),
    thigh=((-74, 8), (-106, 4)),
    shank=((-80, -4), (-102, -4)),
    foot=((-14, 26), (-116, 50)),
)
ANCHOR = (-0.055, 1.475, 0.17)
"""Where the archer's drawing hand rests, under the jaw; metres."""


def _archer() -> Person:
    at, build = (0.0, 0.90, 0.0), Proportions(head=0.95, shoulders=1.04, hips=0.94)
    drawn = with_hand_at(ARCHER, assemble(ARCHER, at, build), "right", ANCHOR, (-1, 0.25, -0.25))
    bones = assemble(drawn, at, build)
    cloth: Vector = (0.40, 0.40, 0.40)
    hem = Hem((-0.01, 0.66, 0.0), 0.21, waist=0.108, pleats=9)
    tunic = [shirt(bones, cloth, Fit(sleeve=0.6, loose=0.9, seed=4)), skirt(bones, cloth, hem)]
    legs = trousers(bones, (0.10, 0.10, 0.10), Legs(loose=0.3))
    return dressed(
        bones, Build(arms=1.02), [*tunic, legs], Looks(hair="curls", shoes=(0.05, 0.05, 0.05), grips=(0.8, 0.75))
    )


SUN = (0.60, 0.35, 0.29)
"""Centre (shares of width and height) and radius (share of the width) of the archer's sun."""


def archer(long_side: int) -> Painted:
    """An archer at full draw under a large sun, cut in two blocks."""
    field, small = sheets(long_side, (4, 5), 2026_03)
    width, height, unit = field.width, field.height, field.unit
    view = View(small.width, small.height, 405 * small.height / 900, 0.11, 0.97)
    figure = study([_archer()], view, Light(key=(0.80, 0.62, 0.62)))
    block = _Block(field)
    body = enlarged(figure.mask, width, height)
    bow = _bow(figure, view, width, height)
    key = _figure_cut(block, figure, body)
    halo = np.clip(blur(np.maximum(body, bow), 8 * unit) * 7, 0, 1)
    behind = np.where(block.ground > 0, block.furrows(), block.rays() * (1 - block.sun))
    key = np.maximum(np.maximum(behind * (1 - halo), key * body), bow) * block.frame
    tunic = enlarged(figure.only("shirt", "skirt"), width, height)
    rust = np.maximum(block.sun * (block.ground <= 0), (block.ground > 0) * 1.0) * (1 - body) + tunic
    rust = np.clip(rust, 0, 1) * block.frame * (1 - prints.gouges(field, 8, 0.05, 260, 7) * (1 - tunic))
    sheet = prints.sheet(field, (0.94, 0.90, 0.81))
    printed = prints.pressed(field, sheet, rust, prints.Ink((0.83, 0.45, 0.22), (6, -4), 0.92, 1.2))
    printed = prints.pressed(field, printed, key, prints.Ink((0.13, 0.12, 0.14)))
    return with_figures(printed, figure)


class _Block:
    """The uncut block: its edge, the sun, the ground, and the ways it is cut."""

    def __init__(self, field: Field) -> None:
        self.field = field
        width, height, unit = field.width, field.height, field.unit
        rows, self.x = field.grid()
        columns = self.x
        uneven = 3 * unit * field.smooth(160 * unit) + 1.2 * unit * field.smooth(25 * unit)
        self.frame = prints.cut(field.border() - 0.052 * width + uneven, unit)
        cx, cy, r = SUN[0] * width, SUN[1] * height, SUN[2] * width
        self.from_sun = np.hypot(columns - cx, rows - cy) - r
        self.sun = prints.cut(-self.from_sun + uneven * 1.5, unit)
        rolling = 0.018 * np.sin(columns / width * 5.0 + 0.6) + 0.010 * np.sin(columns / width * 11 + 2)
        self.ground = (rows / height - 0.735 - rolling) * height + uneven

    def rays(self) -> Floats:
        """The sky: rings cut round the sun, narrower with the distance."""
        far = np.clip(self.from_sun / (0.95 * self.field.width), 0, 1)
        tone = 0.94 - 0.60 * far**0.8
        return prints.lines(self.field, self.from_sun, tone, 18 * self.field.unit, prints.Knife(0.20, 0.26))

    def furrows(self) -> Floats:
        """The ground: furrows that run together at the horizon."""
        depth = np.clip(self.ground / self.field.height, 0.004, 1)
        across = (self.x / self.field.width - 0.35) / (depth + 0.055)
        tone = np.clip(0.20 + 0.55 * np.exp(-depth * 16), 0, 0.8)
        u = across * 9 + 6 * depth
        return prints.lines(self.field, floats(u), floats(tone), 1.0, prints.Knife(0.12, 0.34))


def _figure_cut(block: _Block, figure: Study, body: Floats) -> Floats:
    """The figure in lines that follow its form, black where it is in shade."""
    height, width, unit = *body.shape, block.field.unit
    points = resize(figure.relief.points(), width, height)
    metre = width / figure.relief.view.width * figure.relief.view.scale
    along = (points[..., 1] * 0.75 - points[..., 0] * 0.40 + points[..., 2] * 0.9) * metre
    own = resize(figure.relief.colour.mean(-1), width, height)
    tone = np.clip((resize(figure.tone, width, height) - 0.16) * 1.30, 0, 1) - np.where(own < 0.14, 0.45, 0)
    face = enlarged(figure.only("head"), width, height)
    tone = np.clip(tone + 0.22 * face, 0, 1)
    ink = prints.lines(block.field, along, tone, 19 * unit)
    drawn = resize(figure.colour.mean(-1), width, height)
    ink = np.maximum(
        ink * (1 - face), face * np.maximum(prints.cut((0.40 - drawn) * 30 * unit, unit), ink * (drawn < 0.52))
    )
    return floats(np.maximum(ink, prints.outlines(block.field, figure.relief, 8)))


def _bow(figure: Study, view: View, width: int, height: int) -> Floats:
    """The bow, its string drawn to the jaw, and the arrow; 1 where there is wood or string."""
    bones = figure.persons[0].bones
    grip = bones.local("left_hand", "left_wrist", 0.012, 0.075, 0.02)
    nock = bones.local("right_hand", "right_wrist", 0.01, 0.085, 0.03)
    gx, gy = view.pixel(grip)
    nx, ny = view.pixel(nock)
    s = view.scale
    half = ((-0.17, 0.56), (-0.06, 0.45), (0.02, 0.23))
    limb = [(gx + x * s, gy - y * s) for x, y in half] + [(gx, gy)] + [(gx + x * s, gy + y * s) for x, y in half[::-1]]
    wood = tapered(limb, [share * s for share in (0.012, 0.024, 0.034, 0.040, 0.034, 0.024, 0.012)], "#000")
    string = f'<path d="M{limb[0][0]:.1f},{limb[0][1]:.1f} L{nx:.1f},{ny:.1f} L{limb[-1][0]:.1f},{limb[-1][1]:.1f}" fill="none" stroke="#000" stroke-width="{0.007 * s:.2f}"/>'
    tip = (gx + 0.16 * s, gy - 0.012 * s + (gy - ny) * 0.16)
    arrow = f'<path d="M{nx:.1f},{ny:.1f} L{tip[0]:.1f},{tip[1]:.1f}" stroke="#000" stroke-width="{0.012 * s:.2f}"/>'
    head = polygon(
        [
            (tip[0] - 0.01 * s, tip[1] - 0.022 * s),
            (tip[0] + 0.07 * s, tip[1] - 0.004 * s),
            (tip[0] - 0.01 * s, tip[1] + 0.022 * s),
        ],
        "#000",
    )
    return stencil(wood + string + arrow + head, width, height, (view.width, view.height))
