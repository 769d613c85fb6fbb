"""Seated figures in rooms: the reader by the window, the concertina player."""

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.body import Build
from vitrine.house.atelier.brush import Canvas, flow, mix_angles
from vitrine.house.atelier.clothes import Fit, Legs, sash, shirt, socks, trousers, waistcoat
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.furniture import Seat, chair, concertina, open_book
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import Looks, Person, Study, dressed, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble, with_hand_at
from vitrine.house.atelier.skirts import seated_skirt
from vitrine.house.atelier.solids import Floats, Shape, floats
from vitrine.house.atelier.staging import angle_field, below, cast, contrasts, glow
from vitrine.house.atelier.tabletop import Vessel, thrown
from vitrine.house.atelier.vector import line, polygon, raster
from vitrine.house.pictures.painted import Painted, sheets, with_figures

READER = Pose(
    belly=(95, -4),
    chest=(92, 4),
    neck=(86, 14),
    head=(86, 10),
    pelvis_yaw=46,
    chest_yaw=38,
    head_yaw=24,
    head_pitch=14,
    upper_arm=((-80, 10), (-100, 10)),
    forearm=((-20, 50), (-40, 50)),
    hand=((20, 40), (30, 40)),
    palms=((90, 30), (90, 30)),
    thigh=((-7, 34), (-9, 40)),
    shank=((-94, 6), (-84, 2)),
    foot=((-24, 40), (-20, 36)),
)
READING_LIGHT = Light(
    key=(-0.82, 0.52, 0.45),
    key_colour=(1.12, 1.06, 0.96),
    sky_colour=(0.24, 0.26, 0.28),
    ground_colour=(0.15, 0.13, 0.12),
)


def _reader() -> tuple[Person, list[Shape]]:
    at, build = (-0.06, 0.53, 0.0), Proportions(head=0.98, shoulders=0.90, hips=1.02)
    bones = assemble(READER, at, build)
    pose = with_hand_at(READER, bones, "left", (0.29, 0.76, 0.38), (0.2, -1, -0.3))
    pose = with_hand_at(pose, bones, "right", (0.06, 0.74, 0.42), (-0.6, -1, -0.2))
    bones = assemble(pose, at, build)
    dress = (0.115, 0.13, 0.155)
    bodice = shirt(bones, dress, Fit(loose=0.5, hem=0.05, wide=0.90, waist=0.92, bust=0.9, seed=31))
    clothes = [bodice, seated_skirt(bones, dress, 0.72)]
    body = Build(torso=0.90, arms=0.86, bust=0.9, neck=0.86, skin=(0.76, 0.52, 0.40), flush=(0.78, 0.40, 0.30))
    look = Features(
        iris="#4a4a44", brow="#4a2f1c", open=0.5, gaze=(0.0, -0.0026), upper_lip="#96463e", lower_lip="#b3655c"
    )
    looks = Looks(
        Face(jaw=0.85, nose=0.95), look, "parted", (0.15, 0.075, 0.035), shoes=(0.03, 0.03, 0.035), grips=(0.45, 0.45)
    )
    person = dressed(bones, body, clothes, looks)
    middle = floats((bones.joints["left_index"] + bones.joints["right_index"]) / 2 + [0.0, 0.05, 0.0])
    across = bones.joints["left_wrist"] - bones.joints["right_wrist"]
    book = open_book(middle, across, floats([0.10, -0.70, -0.70]), 0.185, (0.32, 0.06, 0.045))
    return person, [*chair(Seat(-0.08, 0.45, 46), (0.16, 0.085, 0.045), (0.30, 0.26, 0.19)), *book]


def reader(long_side: int) -> Painted:
    """A woman in a grey-blue dress reads by a window in a bare room."""
    sheet, small = sheets(long_side, (4, 5), 2026_12)
    w, h = small.width, small.height
    view = View(w, h, 520 * h / 900, 0.02, 0.72)
    person, things = _reader()
    figure = study([person], view, READING_LIGHT, things)
    ground, floor = _grey_room(small), below(w, h, 0.81)
    shadow = cast(figure.mask, 0.925 * h, 0.85, 0.10, 0.012 * h)
    ground = floats(ground * (1 - 0.45 * (shadow * floor)[..., None]))
    hand = oil.Hand(0.8, 0.5, ridges=0.18, portrait=True)
    paint = Canvas(sheet, (0.52, 0.49, 0.44))
    angle = mix_angles(angle_field(w, h, 75), flow(ground, 2.5, angle_field(w, h, 75)), 0.7)
    oil.room(paint, ground, mix_angles(angle, angle_field(w, h, 6), floor), hand)
    paint.cover(ground, angle, hand.brush(oil.FORM), where=contrasts(ground, 40))
    oil.figure(paint, figure, oil.composed(ground, figure), hand)
    return with_figures(oil.finished(paint, hand), figure)


def _grey_room(field: Field) -> Floats:
    """A window on the left, its light on a grey wall, a white door, boards."""
    w, h = field.width, field.height
    parts = [
        polygon([(0, 0), (100, 0), (100, 101), (0, 101)], "#98978f"),
        polygon([(0, 101), (100, 101), (100, 125), (0, 125)], "#6d6054"),
        polygon([(0, 97.5), (100, 97.5), (100, 101), (0, 101)], "#c4c1b6"),
        line([(0, 97.5), (100, 97.5)], "#7f7d76", 0.4),
        line([(0, 101), (100, 101)], "#4b423a", 0.6),
        polygon([(-2, 6), (17, 10), (17, 72), (-2, 78)], "#e9e6da"),
        polygon([(0.5, 9.5), (7.2, 11), (7.2, 38), (0.5, 39)], "#cfd8d8"),
        polygon([(8.8, 11.4), (15.2, 12.6), (15.2, 37.2), (8.8, 37.8)], "#d6dcda"),
        polygon([(0.5, 42), (7.2, 41), (7.2, 70), (0.5, 72.5)], "#c5d0d1"),
        polygon([(8.8, 40.6), (15.2, 40), (15.2, 67.5), (8.8, 69.4)], "#cdd6d4"),
        polygon([(-2, 78), (19, 71.6), (19, 74), (-2, 81)], "#d8d4c6"),
        polygon([(72, 14), (96, 14), (96, 101), (72, 101)], "#b9b6ab"),
        polygon([(74, 16.5), (94, 16.5), (94, 101), (74, 101)], "#c9c6bb"),
        *(
            polygon([(77, a), (91, a), (91, b), (77, b)], "#bcb9ad")
            + line([(77, b), (77, a), (91, a)], "#9d9a90", 0.5)
            + line([(77, b), (91, b), (91, a)], "#dcd9cf", 0.4)
            for a, b in ((20, 47), (52, 66), (71, 95))
        ),
        '<circle cx="75.6" cy="60" r="0.9" fill="#8a6f3c"/>',
        polygon([(31, 17), (52, 17), (52, 33), (31, 33)], "#4d463d"),
        polygon([(32.3, 18.3), (50.7, 18.3), (50.7, 31.7), (32.3, 31.7)], "#c8c2b2"),
        polygon([(35, 20.5), (48, 20.5), (48, 29.5), (35, 29.5)], "#8b9290"),
        polygon([(35, 25.5), (48, 24.7), (48, 29.5), (35, 29.5)], "#6b6f63"),
        *(line([(x, 125), (50 + (x - 50) * 0.55, 101)], "#574b41", 0.35) for x in range(-40, 141, 15)),
    ]
    ground = np.ascontiguousarray(raster("".join(parts), w, h, (100, 125))[..., :3])
    patch = polygon([(24, 40), (40, 46), (40, 82), (24, 76)], "#fff", 'opacity="0.9"') + polygon(
        [(43, 47), (58, 52), (58, 88), (43, 83)], "#fff", 'opacity="0.6"'
    )
    beam = raster(
        f'<g filter="url(#s)">{patch}</g><filter id="s"><feGaussianBlur stdDeviation="1.6"/></filter>', w, h, (100, 125)
    )[..., 3]
    ground = ground * (0.66 + 0.36 * glow(w, h, (0.18, 0.42), (0.75, 0.85)))[..., None] + (beam * 0.13)[
        ..., None
    ] * np.array([1.0, 0.95, 0.82], np.float32)
    ground += field.clouds(0.12 * h, 3)[..., None] * np.float32(0.018)
    return floats(np.clip(ground, 0, 1))


PLAYER = Pose(
    belly=(90, -2),
    chest=(88, 6),
    neck=(90, 10),
    head=(94, 4),
    pelvis_yaw=-6,
    chest_yaw=4,
    head_yaw=10,
    head_pitch=4,
    upper_arm=((-70, 0), (-110, 0)),
    forearm=((-100, 50), (-80, 50)),
    hand=((60, 40), (120, 40)),
    palms=((180, 10), (0, 10)),
    thigh=((-26, 46), (-156, 46)),
    shank=((-90, -16), (-92, -16)),
    foot=((-52, 46), (-128, 46)),
)
EVENING = Light(
    key=(-0.55, 0.62, 0.72),
    key_colour=(1.22, 0.98, 0.68),
    sky_colour=(0.17, 0.19, 0.24),
    ground_colour=(0.20, 0.13, 0.09),
    rim=0.05,
)


def _player() -> tuple[Person, list[Shape]]:
    at, build = (0.0, 0.56, 0.0), Proportions(head=0.98, shoulders=1.04, hips=0.96)
    bones = assemble(PLAYER, at, build)
    pose = with_hand_at(PLAYER, bones, "left", (0.255, 0.88, 0.34), (1, -0.7, -0.3))
    pose = with_hand_at(pose, bones, "right", (-0.235, 0.86, 0.34), (-1, -0.7, -0.3))
    bones = assemble(pose, at, build)
    clothes = [
        shirt(bones, (0.70, 0.64, 0.52), Fit(sleeve=1.95, loose=1.1, seed=41)),
        waistcoat(bones, (0.20, 0.055, 0.045), Fit(sleeve=0, loose=2.8, seed=9)),
        trousers(bones, (0.10, 0.085, 0.075), Legs(1.93, 1.2)),
        socks(bones, (0.20, 0.18, 0.15), 0.3),
        sash(bones, (0.05, 0.035, 0.03), 0.100, 0.128, 0.018),
    ]
    body = Build(skin=(0.62, 0.38, 0.26), flush=(0.68, 0.29, 0.20))
    look = Features(
        iris="#3a2818",
        brow="#1e140e",
        brow_weight=1.25,
        smile=0.5,
        parted=0.013,
        brow_lift=0.004,
        upper_lip="#7e3a32",
        lower_lip="#9c5046",
        gaze=(-0.0012, 0.0),
    )
    face = Face(jaw=1.04, nose=1.08, age=0.35, parted=0.013)
    looks = Looks(face, look, "short", (0.045, 0.032, 0.026), shoes=(0.022, 0.012, 0.010), grips=(0.75, 0.75))
    person = dressed(bones, body, clothes, looks)
    left, right = (bones.local(f"{side}_hand", f"{side}_wrist", 0.0, 0.055, 0.045) for side in ("left", "right"))
    stool = chair(Seat(0.0, 0.46, 0, back=0), (0.20, 0.11, 0.055))
    outline = ((0, 0.075), (0.06, 0.105), (0.15, 0.100), (0.23, 0.058), (0.30, 0.052), (0.315, 0.062))
    jug = thrown(Vessel(0.62, 0.05, outline, (0.11, 0.20, 0.21), (0.21, 0.32, (0.36, 0.30, 0.20)), 0.3))
    return person, [*concertina(left, right, (0.26, 0.09, 0.04), (0.07, 0.11, 0.10), (0.42, 0.32, 0.16)), *stool, jug]


def concertina_player(long_side: int) -> Painted:
    """A man on a stool plays the concertina by lamplight; a jug stands on the floor."""
    sheet, small = sheets(long_side, (4, 5), 2026_13)
    w, h = small.width, small.height
    view = View(w, h, 530 * h / 900, 0.12, 0.72)
    person, things = _player()
    figure = study([person], view, EVENING, things)
    ground = _kitchen(small, figure)
    hand = oil.Hand(0.95, 0.95, portrait=True)
    paint = Canvas(sheet, (0.34, 0.19, 0.11))
    floor = below(w, h, 0.80)
    angle = mix_angles(angle_field(w, h, 50), flow(ground, 2.5, angle_field(w, h, 50)), 0.55)
    oil.room(paint, ground, mix_angles(angle, angle_field(w, h, 3), floor), hand)
    paint.cover(ground, angle, hand.brush(oil.FORM), where=contrasts(ground, 40))
    oil.figure(paint, figure, oil.composed(ground, figure), hand)
    return with_figures(oil.finished(paint, hand), figure)


JUGS = ((8, "#55707a"), (17, "#c0a070"), (26, "#7c3b2c"))
"""Place and colour of the jugs on the kitchen shelf."""


def _kitchen(field: Field, figure: Study) -> Floats:
    """An ochre wall with a blue window, a shelf with jugs, red tiles."""
    w, h = field.width, field.height
    parts = [
        polygon([(0, 0), (100, 0), (100, 100), (0, 100)], "#8a6a3e"),
        polygon([(0, 66), (100, 66), (100, 100), (0, 100)], "#5c4a36"),
        line([(0, 66), (100, 66)], "#3e3126", 0.7),
        polygon([(0, 100), (100, 100), (100, 125), (0, 125)], "#7a4630"),
        *(line([(0, y), (100, y)], "#5a3324", 0.4) for y in (104, 110, 118)),
        *(line([(x, 125), (50 + (x - 50) * 0.72, 100)], "#5a3324", 0.4) for x in range(-30, 131, 13)),
        polygon([(66, 10), (93, 10), (93, 47), (66, 47)], "#6b5136"),
        polygon([(68, 12), (78.7, 12), (78.7, 45), (68, 45)], "#2f4a66"),
        polygon([(80.3, 12), (91, 12), (91, 45), (80.3, 45)], "#2c4560"),
        polygon([(68, 34), (78.7, 31), (78.7, 45), (68, 45)], "#24384c"),
        polygon([(80.3, 30), (91, 33), (91, 45), (80.3, 45)], "#223448"),
        '<circle cx="86" cy="18" r="2" fill="#e3dcb8"/>',
        line([(67, 28), (92, 28)], "#6b5136", 1.1),
        polygon([(4, 32), (34, 32), (34, 33.6), (4, 33.6)], "#4a3320"),
        *(
            f'<path d="M{x},32 c-2.4,-2 -3,-6 -1,-9 l0,-2 l4,0 l0,2 c2,3 1.4,7 -1,9 Z" fill="{colour}"/>'
            for x, colour in JUGS
        ),
    ]
    ground = np.ascontiguousarray(raster("".join(parts), w, h, (100, 125))[..., :3])
    ground = ground * (0.42 + 0.85 * glow(w, h, (0.28, 0.36), (0.55, 0.62)))[..., None] + field.clouds(0.10 * h, 3)[
        ..., None
    ] * np.array([0.03, 0.024, 0.016], np.float32)
    floor = below(w, h, 0.80)
    shadow = np.maximum(
        cast(figure.mask, 0.925 * h, 0.55, 0.09, 0.011 * h), glow(w, h, (0.44, 0.915), (0.30, 0.035)) * 0.7
    )
    return floats(np.clip(ground * (1 - 0.55 * (shadow * floor)[..., None]), 0, 1))
