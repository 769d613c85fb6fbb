"""Figures in the open air: the girl and the kite."""

from dataclasses import replace

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.body import Build
from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles
from vitrine.house.atelier.clothes import Fit, shirt
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.hair import Lock
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import Looks, Person, Study, dressed, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble
from vitrine.house.atelier.skirts import Hem, skirt
from vitrine.house.atelier.solids import Floats, floats
from vitrine.house.atelier.staging import angle_field, cast, cumulus, fade
from vitrine.house.atelier.vector import line, over, polygon, raster, stencil, tint
from vitrine.house.pictures.painted import Painted, sheets, with_figures

KITE_GIRL = Pose(
    belly=(86, 0),
    chest=(80, -4),
    neck=(84, -6),
    head=(90, -10),
    pelvis_yaw=14,
    chest_yaw=16,
    head_yaw=24,
    head_pitch=-22,
    upper_arm=((66, 14), (-156, 10)),
    forearm=((72, 4), (-172, 20)),
    hand=((66, 0), (-176, 10)),
    palms=((0, 60), (-90, 20)),
    thigh=((-84, 4), (-118, -10)),
    shank=((-92, -2), (-148, -30)),
    foot=((-58, 40), (-140, -10)),
)


WIND: tuple[Lock, ...] = (
    ((-0.06, 0.05, -0.02), (-0.15, 0.03, -0.03), 0.040, 0.026),
    ((-0.06, 0.0, -0.03), (-0.17, -0.05, -0.03), 0.040, 0.020),
    ((-0.05, -0.04, -0.03), (-0.14, -0.11, -0.03), 0.036, 0.016),
)
"""Locks that the wind blows aside, in the head's own directions."""


def _girl() -> Person:
    bones = assemble(KITE_GIRL, (0, 0.70, 0), Proportions(0.80, 1.12, 0.88, 0.95))
    hem = Hem((-0.11, 0.38, 0.02), 0.30, waist=0.098, pleats=9, depth=0.02)
    clothes = [
        shirt(bones, (0.78, 0.74, 0.64), Fit(sleeve=0.5, wide=0.90, seed=4)),
        skirt(bones, (0.52, 0.07, 0.045), hem),
    ]
    build = Build(torso=0.90, arms=0.86, legs=0.90, neck=0.82, skin=(0.76, 0.51, 0.38), flush=(0.80, 0.38, 0.28))
    look = Features(iris="#3b4a3a", brow="#5a3416", smile=0.8, lower_lip="#b8605a")
    face = Face(jaw=0.86, nose=0.9, cheeks=1.08)
    return dressed(
        bones, build, clothes, Looks(face, look, "bob", (0.30, 0.15, 0.05), WIND, (0.28, 0.06, 0.04), (0.15, 0.4))
    )


def kite(long_side: int) -> Painted:
    """A girl on a windy hill reaches for the string of a red kite."""
    sheet, small = sheets(long_side, (4, 3), 2026_08)
    width, height, w, h = sheet.width, sheet.height, small.width, small.height
    view = View(w, h, 338 * h / 675, 0.46, 0.90)
    figure = study(
        [_girl()],
        view,
        Light(
            key=(-0.6, 0.75, 0.55),
            key_colour=(1.12, 1.05, 0.92),
            sky_colour=(0.30, 0.36, 0.44),
            ground_colour=(0.20, 0.22, 0.10),
        ),
    )
    ground, hill = _windy_hill(small)
    shadow = cast(figure.mask, 0.925 * h, 0.9, -0.05, 4) * hill
    ground = (ground * (1 - 0.45 * shadow[..., None])).astype(np.float32)
    flying = raster(_kite(view), w, h)
    hand = oil.Hand(lively=1.1)
    paint = Canvas(sheet, (0.72, 0.60, 0.45))
    sweep = mix_angles(angle_field(w, h, 16), flow(ground, 3, angle_field(w, h, 16)), 0.45)
    grass = angle_field(w, h, 68) + 0.35 * small.smooth(60)
    angle = mix_angles(sweep, grass, hill)
    oil.room(paint, ground, angle, hand)
    paint.cover(ground, angle, GRASS, where=hill * 0.8)
    edge = stencil(_kite(view), width, height, (w, h))
    paint.cover(over(ground, flying), angle_field(w, h, 34), replace(oil.FORM, spacing=0.5), mask=edge)
    paint.cover(over(ground, flying), flow(flying[..., :3], 2, angle_field(w, h, 34)), oil.EDGES, mask=edge)
    oil.figure(paint, figure, oil.composed(ground, figure), hand)
    painted = oil.finished(paint, hand)
    string = stencil(_string(figure, view), width, height, (w, h))
    return with_figures(tint(painted, string * 0.8, (0.95, 0.92, 0.84)), figure)


GRASS = Brush(13, 70, cover=0.85, dry=0.5, bow=0.3, spacing=0.85, wander=0.25, vary=0.045, warm=0.03)
KITE = (1.40, 1.56)
"""The kite's middle, metres in the view's world."""


def _windy_hill(field: Field) -> tuple[Floats, Floats]:
    """Sky with driven clouds, a strip of sea with a headland, and the hill (returned as a mask too)."""
    w, h = field.width, field.height
    ground = fade(
        w,
        h,
        [
            (0, (0.30, 0.47, 0.66)),
            (0.35, (0.47, 0.63, 0.75)),
            (0.62, (0.74, 0.80, 0.79)),
            (0.70, (0.84, 0.82, 0.74)),
            (1, (0.84, 0.82, 0.74)),
        ],
    )
    thick, lit = cumulus(field, 0.26 * h, 0.10, 2.2)
    cloud = np.array([0.62, 0.66, 0.72], np.float32) + lit[..., None] * np.array([0.36, 0.31, 0.22], np.float32)
    ground = ground + (thick * np.clip(1.1 - np.arange(h)[:, None] / h * 0.9, 0, 1))[..., None] * 0.92 * (
        cloud - ground
    )
    parts = [
        polygon([(0, 73), (133.4, 72.2), (133.4, 100), (0, 100)], "#5f8ea3"),
        polygon([(0, 75.6), (133.4, 75), (133.4, 77), (0, 77.5)], "#86acb4"),
        polygon([(84, 73), (97, 69.4), (110, 68.6), (121, 66.6), (133.4, 66), (133.4, 74), (84, 73.6)], "#7d8f8a"),
        polygon([(97, 73.4), (112, 71), (133.4, 70), (133.4, 75), (97, 74.5)], "#96a07f"),
    ]
    ground = over(ground, raster("".join(parts), w, h, (133.4, 100)))
    columns = np.arange(w) / w
    edge = h * (0.800 + 0.050 * columns + 0.022 * np.sin(columns * 7 + 1.2))
    hill = np.clip((np.arange(h)[:, None] - edge[None]) / 2, 0, 1).astype(np.float32)
    depth = np.clip((np.arange(h)[:, None] - edge[None]) / (0.2 * h), 0, 1)[..., None]
    grass = np.array([0.66, 0.66, 0.34], np.float32) * (1 - depth) + np.array([0.27, 0.38, 0.16], np.float32) * depth
    grass = grass + field.clouds(0.09 * h, 3, 3)[..., None] * np.array([0.12, 0.10, 0.04], np.float32)
    return floats(tint(ground, hill, floats(grass))), hill


def _kite(view: View) -> str:
    """A red kite with a cream quarter and a tail of bows."""
    (x, y), s = view.pixel((*KITE, 0.0)), view.scale
    turn = np.radians(-28)

    def at(u: float, v: float) -> tuple[float, float]:
        return x + s * float(u * np.cos(turn) - v * np.sin(turn)), y + s * float(u * np.sin(turn) + v * np.cos(turn))

    top, right, foot, left, middle = at(0, -0.24), at(0.18, -0.05), at(0, 0.32), at(-0.18, -0.05), at(0, -0.05)
    parts = [
        polygon([top, right, middle], "#c23a2a"),
        polygon([top, left, middle], "#efe0bd"),
        polygon([left, foot, middle], "#a82c22"),
        polygon([right, foot, middle], "#e3b54a"),
    ]
    tail = [foot, at(0.10, 0.48), at(-0.04, 0.62), at(0.09, 0.78), at(-0.02, 0.95)]
    parts.append(line(tail, "#5a3a34", 0.010 * s))
    for i, (bx, by) in enumerate(tail[1:]):
        parts.append(
            polygon(
                [(bx, by), (bx - 0.05 * s, by - 0.035 * s), (bx - 0.05 * s, by + 0.03 * s)],
                ("#c23a2a", "#efe0bd")[i % 2],
            )
        )
        parts.append(
            polygon(
                [(bx, by), (bx + 0.05 * s, by - 0.03 * s), (bx + 0.05 * s, by + 0.035 * s)],
                ("#c23a2a", "#efe0bd")[i % 2],
            )
        )
    return "".join(parts)


def _string(figure: Study, view: View) -> str:
    """The string, slack, its loose end just above her fingers."""
    (x, y), s = view.pixel((*KITE, 0.0)), view.scale
    hx, hy = view.pixel(figure.persons[0].bones.joints["left_index"])
    run = [
        (x, y),
        (x - 0.30 * s, y + 0.16 * s),
        ((x + hx) / 2 - 0.05 * s, (y + hy) / 2 + 0.13 * s),
        (hx + 0.30 * s, hy - 0.04 * s),
        (hx + 0.10 * s, hy - 0.15 * s),
        (hx + 0.05 * s, hy - 0.06 * s),
    ]
    return line(run, "#000", 0.006 * s)
