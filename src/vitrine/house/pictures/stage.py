"""Figures on stages: the dancer."""

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.body import Build, Sculptor
from vitrine.house.atelier.brush import Canvas, mix_angles
from vitrine.house.atelier.clothes import Fit, shirt
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import Looks, Person, Study, dressed, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, Skeleton, assemble
from vitrine.house.atelier.skirts import Hem, skirt
from vitrine.house.atelier.solids import Floats, Solid, Vector, floats
from vitrine.house.atelier.staging import angle_field, below, cast, fade, glow
from vitrine.house.pictures.painted import Painted, sheets, with_figures

DANCER = Pose(
    belly=(98, 0),
    chest=(80, 6),
    neck=(76, 8),
    head=(72, 4),
    pelvis_yaw=25,
    chest_yaw=5,
    head_yaw=-22,
    head_pitch=2,
    upper_arm=((-18, 8), (128, 12)),
    forearm=((-2, 28), (56, 18)),
    hand=((-20, 20), (30, 20)),
    palms=((-120, 20), (-60, 40)),
    thigh=((-58, 14), (-97, 4)),
    shank=((-76, -14), (-92, -4)),
    foot=((-64, 10), (-84, 24)),
    shrug=(0.0, 0.03),
)


def _dancer() -> Person:
    bones = assemble(DANCER, (0, 0.98, 0), Proportions(head=0.94, shoulders=0.9, hips=1.04))
    red = (0.50, 0.045, 0.035)
    hem = Hem((0.07, 0.60, 0.02), 0.42, waist=0.088, flat=1.5, pleats=11, depth=0.024, lifted=_held_cloth(bones, red))
    top = shirt(bones, (0.03, 0.035, 0.045), Fit(sleeve=0.45, loose=0.35, wide=0.88, waist=0.86, bust=0.9))
    build = Build(
        torso=0.90, arms=0.84, legs=0.95, bust=0.9, neck=0.86, skin=(0.70, 0.44, 0.30), flush=(0.74, 0.34, 0.24)
    )
    look = Features(
        iris="#3a2a1c", brow="#20140e", brow_weight=1.1, upper_lip="#8a2f2c", lower_lip="#ab4a44", smile=0.3
    )
    looks = Looks(Face(jaw=0.86, lips=1.1), look, "bun", (0.035, 0.022, 0.018), grips=(0.9, 0.15))
    return dressed(bones, build, [top, skirt(bones, red, hem)], looks)


def _held_cloth(bones: Skeleton, colour: Vector) -> tuple[Solid, ...]:
    """The side of the skirt that the left hand lifts: a sheet fanned from the hip."""
    s = Sculptor(bones, colour)
    hip, grip = bones.local("pelvis", "pelvis", 0.10, 0.08, 0.0), bones.joints["left_index"]
    corner = np.array([0.47, 0.60, 0.03], np.float32)
    face = np.array([0.05, 0.10, 1.0], np.float32)
    for share, thick in ((0.0, 0.045), (0.3, 0.075), (0.62, 0.09), (1.0, 0.10)):
        end = grip + np.float32(share) * (corner - grip)
        s.put(hip, end, (0.06, 0.024 if share == 0 else thick), axis=face, flat=2.6)
    s.put(grip, corner, (0.026, 0.085), axis=face, flat=2.2)
    return tuple(s.solids)


LIMELIGHT = Light(
    key=(-0.7, 0.6, 0.62), key_colour=(1.2, 1.03, 0.80), sky_colour=(0.13, 0.19, 0.24), ground_colour=(0.26, 0.14, 0.07)
)


def dancer(long_side: int) -> Painted:
    """A dancer lifts her red skirt in a pool of light."""
    sheet, small = sheets(long_side, (3, 4), 2026_01)
    w, h = small.width, small.height
    view = View(w, h, 435 * h / 900, 0.05, 0.97)
    figure = study([_dancer()], view, LIMELIGHT)
    ground = _boards(small, figure)
    hand = oil.Hand()
    paint = Canvas(sheet, (0.36, 0.23, 0.14))
    oil.room(paint, ground, mix_angles(angle_field(w, h, 62), angle_field(w, h, 3), below(w, h, 0.79)), hand)
    oil.figure(paint, figure, oil.composed(ground, figure), hand)
    return with_figures(oil.finished(paint, hand), figure)


def _boards(field: Field, figure: Study) -> Floats:
    """A green wall, bare boards, the lamp's pool on both, and the dancer's shadow."""
    w, h = field.width, field.height
    ground = fade(
        w,
        h,
        [
            (0, (0.09, 0.16, 0.16)),
            (0.55, (0.19, 0.30, 0.28)),
            (0.78, (0.25, 0.34, 0.30)),
            (0.80, (0.42, 0.27, 0.17)),
            (1, (0.30, 0.17, 0.10)),
        ],
    )
    pool = glow(w, h, (0.40, 0.40), (0.50, 0.42))[..., None]
    ground = ground * (0.70 + 0.78 * pool) + np.array([0.10, 0.07, 0.02], np.float32) * pool
    ground += field.clouds(0.18 * h, 3)[..., None] * np.array([0.03, 0.025, 0.02], np.float32)
    floor = below(w, h, 0.79)
    ground += (floor * glow(w, h, (0.42, 0.93), (0.45, 0.10)))[..., None] * np.array([0.38, 0.24, 0.11], np.float32)
    shadow = cast(figure.mask, 0.955 * h, 0.9, 0.16, 0.011 * h) * floor
    return floats(ground * (1 - 0.62 * shadow[..., None]))
