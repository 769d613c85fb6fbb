"""Half-length portraits in oil: the woman with the green scarf."""

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.body import CHEST, Build, Sculptor
from vitrine.house.atelier.brush import Canvas
from vitrine.house.atelier.clothes import Fit, Legs, collar, open_front, shirt, trousers, wrap
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.hair import beard, peaked_cap
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.mountains import Slopes, massif
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import Looks, Person, Study, dressed, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, Skeleton, assemble, with_hand_at
from vitrine.house.atelier.solids import Floats, Shape, Solid, Vector, floats
from vitrine.house.atelier.staging import angle_field, below, fade, glow
from vitrine.house.atelier.vector import over, polygon, raster
from vitrine.house.pictures.painted import Painted, sheets, with_figures

WINDOW = Light(
    key=(-0.75, 0.55, 0.66),
    key_colour=(1.10, 1.02, 0.90),
    sky_colour=(0.24, 0.27, 0.31),
    ground_colour=(0.20, 0.15, 0.11),
    rim=0.04,
)

SCARF_WOMAN = Pose(
    neck=(93, 8),
    head=(99, 2),
    pelvis_yaw=-26,
    chest_yaw=-24,
    head_yaw=-13,
    head_pitch=1,
    upper_arm=((-82, 4), (-102, 0)),
    forearm=((-110, 40), (-60, 40)),
    hand=((-120, 40), (34, 6)),
    palms=((180, 0), (-60, -72)),
)


def _scarf_woman() -> Person:
    build, at = Proportions(shoulders=0.90), (0.0, 0.92, 0.0)
    bones = assemble(SCARF_WOMAN, at, build)
    throat = bones.joints["throat"]
    chest = (float(throat[0]) - 0.105, float(throat[1]) - 0.225, float(throat[2]) + 0.170)
    bones = assemble(with_hand_at(SCARF_WOMAN, bones, "right", chest, (-0.35, -1.0, 0.0)), at, build)
    dress = (0.30, 0.10, 0.055)
    bodice = shirt(bones, dress, Fit(loose=0.75, hem=0.22, wide=0.88, waist=0.9, bust=0.95, seed=8))
    clothes = [trousers(bones, dress, Legs(0.6)), bodice, _scarf(bones), *_earrings(bones)]
    body = Build(torso=0.90, arms=0.86, bust=0.9, neck=0.86, skin=(0.74, 0.50, 0.38), flush=(0.78, 0.38, 0.28))
    look = Features(
        iris="#5a4326",
        brow="#2c1a10",
        lid="#22140d",
        upper_lip="#94413a",
        lower_lip="#b5625a",
        brow_weight=0.95,
        gaze=(0.0016, 0.0002),
        smile=0.15,
    )
    face = Face(jaw=0.84, lips=1.08, nose=0.95, cheeks=1.03)
    return dressed(bones, body, clothes, Looks(face, look, "parted", (0.055, 0.030, 0.018), grips=(0.3, 0.10)))


def _scarf(bones: Skeleton) -> Shape:
    """A green scarf twice round the neck, one end down the front."""
    green: Vector = (0.07, 0.25, 0.15)
    runs = []
    for degrees in range(0, 721, 40):
        turn, rise = np.radians(degrees), degrees / 720
        around = (
            0.078 * float(np.cos(turn)),
            0.052 - 0.034 * rise - 0.014 * float(np.sin(turn)),
            0.004 + 0.074 * float(np.sin(turn)),
        )
        runs.append((bones.local("chest", "throat", *around), 0.026))
    scarf = wrap("scarf", green, runs, 0.003, 3)
    end = [(0.02, 0.0, 0.090), (0.035, -0.07, 0.112), (0.055, -0.16, 0.135), (0.060, -0.27, 0.140)]
    s = Sculptor(bones, green)
    for a, b, ra, rb in zip(end, end[1:], (0.028, 0.036, 0.045), (0.036, 0.045, 0.055), strict=False):
        s.at(CHEST, a, b, (ra, rb), flat=1.9)
    scarf.solids += s.solids
    return scarf


def _earrings(bones: Skeleton) -> list[Shape]:
    rings = []
    for side in (1, -1):
        x, y, z = (float(v) for v in bones.local("head", "head", side * 0.080, -0.048, -0.004))
        rings.append(
            Shape("earring", [Solid((x, y, z), (x, y + 0.001, z), 0.0062, 0.0062, (0.80, 0.76, 0.66))], gloss=0.8)
        )
    return rings


def scarf_woman(long_side: int) -> Painted:
    """A woman in a brown dress holds the green scarf at her neck and looks at us."""
    sheet, small = sheets(long_side, (4, 5), 2026_09)
    w, h = small.width, small.height
    view = View(w, h, 1060 * h / 900, -0.01, 1.40)
    figure = study([_scarf_woman()], view, WINDOW)
    ground = fade(w, h, [(0, (0.46, 0.42, 0.36)), (0.6, (0.56, 0.50, 0.41)), (1, (0.36, 0.31, 0.27))])
    ground = ground * (0.62 + 0.55 * glow(w, h, (0.20, 0.32), (0.70, 0.75)))[..., None] + small.clouds(0.2 * h, 3)[
        ..., None
    ] * np.array([0.03, 0.03, 0.025], np.float32)
    return _in_oil(sheet, small, floats(ground), figure, 55)


FERRYMAN = Pose(
    neck=(88, 8),
    head=(88, 2),
    pelvis_yaw=24,
    chest_yaw=24,
    head_yaw=15,
    head_pitch=1,
    upper_arm=((-70, 10), (-104, -4)),
    forearm=((-110, 40), (-76, 20)),
    hand=((100, 6), (-80, 20)),
    palms=((180, 30), (30, 20)),
)
DUSK = Light(
    key=(0.72, 0.50, 0.62),
    key_colour=(1.12, 0.98, 0.82),
    sky_colour=(0.24, 0.28, 0.36),
    ground_colour=(0.16, 0.15, 0.16),
    rim=0.06,
)


def _ferryman() -> tuple[Person, list[Shape]]:
    build, at = Proportions(shoulders=1.07), (0.0, 0.92, 0.0)
    bones = assemble(FERRYMAN, at, build)
    throat = bones.joints["throat"]
    fist = (float(throat[0]) + 0.235, float(throat[1]) - 0.235, float(throat[2]) + 0.20)
    bones = assemble(with_hand_at(FERRYMAN, bones, "left", fist, (0.5, -1.0, -0.3)), at, build)
    navy, cream = (0.035, 0.055, 0.095), (0.62, 0.55, 0.42)
    jacket = shirt(bones, navy, Fit(loose=2.3, hem=0.10, wide=1.07, seed=12), "jacket")
    jacket.cut = open_front(bones, 0.30, 0.27)
    jersey = shirt(bones, cream, Fit(sleeve=0, loose=0.5, hem=0.05, wide=0.98, seed=11))
    clothes = [jersey, collar(bones, cream), jacket]
    body = Build(torso=1.04, arms=1.04, neck=1.06, skin=(0.66, 0.42, 0.30), flush=(0.72, 0.33, 0.24))
    look = Features(
        iris="#4f6470",
        brow="#5a4c40",
        lid="#2a1c14",
        upper_lip="#854038",
        lower_lip="#a1584c",
        brow_weight=1.35,
        gaze=(-0.0018, 0.0),
        open=0.86,
        brow_lift=-0.003,
    )
    face = Face(jaw=1.06, nose=1.12, lips=0.9, age=0.8)
    person = dressed(bones, body, clothes, Looks(face, look, "cropped", (0.20, 0.16, 0.13), grips=(1.0, 0.4)))
    person.shapes += [
        beard(bones, (0.30, 0.25, 0.21), 0.7),
        peaked_cap(bones, (0.03, 0.045, 0.075), (0.015, 0.018, 0.024)),
    ]
    x, y, z = (float(v) for v in bones.local("left_hand", "left_wrist", 0.012, 0.078, 0.030))
    oar = Shape(
        "oar", [Solid((x + 0.10, y + 0.95, z), (x - 0.09, y - 0.9, z), 0.0185, 0.0185, (0.42, 0.27, 0.14))], gloss=0.15
    )
    return person, [oar]


def ferryman(long_side: int) -> Painted:
    """A bearded ferryman in a blue jacket holds his oar; the lake lies behind him at dusk."""
    sheet, small = sheets(long_side, (4, 5), 2026_10)
    w, h = small.width, small.height
    view = View(w, h, 1040 * h / 900, 0.02, 1.40)
    person, things = _ferryman()
    figure = study([person], view, DUSK, things)
    sky = fade(
        w,
        h,
        [
            (0, (0.43, 0.50, 0.56)),
            (0.35, (0.66, 0.62, 0.57)),
            (0.52, (0.80, 0.66, 0.50)),
            (0.60, (0.42, 0.46, 0.48)),
            (0.8, (0.33, 0.40, 0.44)),
            (1, (0.22, 0.28, 0.33)),
        ],
    )
    corners = [(-5.0, 66.0), (12, 52), (24, 60), (38, 50), (55, 66), (72, 55), (88, 63), (106, 48)]
    hills = massif(small.rng, corners, 76, Slopes("#6f7880", "#566069", rough=0.14))
    shore = polygon([(0, 71), (100, 69), (100, 73), (0, 74)], "#4a5350")
    sky = over(sky, raster(hills + shore, w, h, (100, 125)))
    ripples = small.clouds(0.012 * h, 2, 9) * below(w, h, 0.585)
    ground = sky + ripples[..., None] * np.array([0.10, 0.08, 0.06], np.float32)
    ground = ground + (glow(w, h, (0.80, 0.50), (0.35, 0.10)) * 0.22)[..., None] * np.array(
        [1.0, 0.7, 0.35], np.float32
    )
    return _in_oil(sheet, small, floats(ground), figure, 8)


def _in_oil(sheet: Field, small: Field, ground: Floats, figure: Study, degrees: float) -> Painted:
    """A portrait painted on a warm ground, the halo of the background worked around the head."""
    h, w = ground.shape[:2]
    hand = oil.Hand(lively=0.85, portrait=True)
    paint = Canvas(sheet, (0.42, 0.28, 0.18))
    angle = angle_field(w, h, degrees) + 0.4 * small.smooth(0.25 * h)
    oil.room(paint, ground, angle, hand)
    oil.figure(paint, figure, oil.composed(ground, figure), hand)
    return with_figures(oil.finished(paint, hand), figure)
