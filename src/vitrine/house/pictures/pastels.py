"""Pastels: the juggler at the blue hour, the woman in the red cardigan."""

import numpy as np

from vitrine.house.atelier import pastel
from vitrine.house.atelier.body import Build, vec
from vitrine.house.atelier.brush import Canvas, flow, mix_angles
from vitrine.house.atelier.clothes import Fit, Legs, collar, open_front, sash, shirt, trousers, waistcoat
from vitrine.house.atelier.features import Features
from vitrine.house.atelier.hair import Lock
from vitrine.house.atelier.head import Face
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.oil import Hand, composed
from vitrine.house.atelier.people import Looks, Person, Study, dressed, study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.skeleton import Pose, Proportions, assemble
from vitrine.house.atelier.solids import Floats, Shape, Solid, Vector, floats
from vitrine.house.atelier.staging import angle_field, below, cast, fade, glow
from vitrine.house.atelier.vector import line, over, points, polygon, raster
from vitrine.house.pictures.painted import Painted, sheets, with_figures

JUGGLER = Pose(
    belly=(93, 2),
    chest=(86, 0),
    neck=(92, 4),
    head=(94, -4),
    pelvis_yaw=-12,
    chest_yaw=6,
    head_yaw=10,
    head_pitch=-16,
    upper_arm=((-58, 10), (-128, 16)),
    forearm=((30, 38), (140, 34)),
    hand=((46, 20), (128, 20)),
    palms=((110, 40), (70, 40)),
    thigh=((-48, 38), (-98, 6)),
    shank=((-112, -30), (-86, -8)),
    foot=((-70, 30), (-112, 40)),
)
BALLS: list[tuple[float, float, Vector]] = [
    (-0.50, 1.50, (0.75, 0.16, 0.07)),
    (-0.42, 1.76, (0.85, 0.55, 0.08)),
    (-0.20, 1.95, (0.70, 0.68, 0.60)),
    (0.10, 2.00, (0.75, 0.16, 0.07)),
    (0.36, 1.88, (0.10, 0.45, 0.42)),
    (0.51, 1.64, (0.85, 0.55, 0.08)),
]


def _juggler() -> tuple[Person, list[Shape]]:
    bones = assemble(JUGGLER, (0, 0.91, 0), Proportions(head=0.95, hips=0.95))
    clothes = [
        shirt(bones, (0.74, 0.66, 0.50), Fit(sleeve=1.1, loose=1.2, seed=4)),
        trousers(bones, (0.07, 0.11, 0.22), Legs(1.85, 1.7, 0.02)),
        waistcoat(bones, (0.05, 0.20, 0.19), Fit(sleeve=0, loose=2.4, hem=-0.03, seed=9)),
        sash(bones, (0.62, 0.09, 0.06)),
    ]
    look = Features(iris="#3a2a1c", brow="#2a1a12", smile=0.7)
    build = Build(torso=0.97, arms=0.97, legs=0.97, skin=(0.74, 0.50, 0.36), flush=(0.78, 0.40, 0.28))
    looks = Looks(
        features=look, hair="curls", hair_colour=(0.10, 0.045, 0.02), shoes=(0.30, 0.05, 0.04), grips=(0.1, 0.2)
    )
    person = dressed(bones, build, clothes, looks)
    balls = [
        Shape("ball", [Solid((x, y, 0.18), (x + 0.001, y, 0.18), 0.048, 0.048, colour)], gloss=0.2)
        for x, y, colour in BALLS
    ]
    held = bones.local("left_hand", "left_wrist", 0.01, 0.085, 0.055)
    caught = vec(held)
    balls.append(Shape("ball", [Solid(caught, caught, 0.048, 0.048, (0.70, 0.68, 0.60))], gloss=0.2))
    return person, balls


def juggler(long_side: int) -> Painted:
    """A juggler with seven balls at dusk, in front of tents and a string of lamps."""
    sheet, small = sheets(long_side, (3, 4), 2026_04)
    w, h = small.width, small.height
    view = View(w, h, 375 * h / 900, 0.0, 1.05)
    person, balls = _juggler()
    lamp = Light(
        key=(-0.62, -0.12, 0.72),
        key_colour=(1.25, 0.96, 0.62),
        sky_colour=(0.20, 0.27, 0.46),
        ground_colour=(0.20, 0.15, 0.13),
        rim=0.25,
    )
    figure = study([person], view, lamp, balls)
    _stripe(figure)
    scene = _fairground(w, h, figure.mask)
    paint = Canvas(sheet, (0.13, 0.17, 0.27))
    paper = pastel.tooth(paint)
    angle = mix_angles(flow(scene, 3, angle_field(w, h, 62)), angle_field(w, h, 4), below(w, h, 0.80))
    pastel.ground(paint, scene, angle, paper)
    pastel.figure(paint, figure, composed(scene, figure), paper, Hand())
    return with_figures(pastel.finished(paint), figure)


def _stripe(figure: Study) -> None:
    """Stripes down the trousers."""
    x = figure.relief.points()[..., 0]
    stripes = (np.sin(x * 2 * np.pi / 0.052 + 0.6 * np.sin(figure.relief.points()[..., 1] * 9)) > 0.25) & (
        figure.only("trousers") > 0.5
    )
    figure.colour[stripes] = np.clip(figure.colour[stripes] * [2.2, 1.9, 1.35] + [0.06, 0.05, 0.02], 0, 0.95)


DUSK = (
    (0, (0.10, 0.15, 0.30)),
    (0.45, (0.20, 0.30, 0.46)),
    (0.70, (0.47, 0.45, 0.50)),
    (0.80, (0.72, 0.50, 0.40)),
    (0.805, (0.24, 0.22, 0.28)),
    (1, (0.13, 0.13, 0.20)),
)
TENTS = ((-8, 34, 71, "#2b3757", "#52628a"), (62, 40, 66, "#27324f", "#4c5c86"), (34, 24, 76, "#34405f", "#5f6c92"))
"""Left edge, width and top of the tents, their shaded and their lit side."""
STRING = points("-4,20 14,33 34,39 54,38 76,31 104,12")
"""The string of lamps."""
BOX = (100.0, 133.3)


def _tent(x: float, wide: float, top: float, shade: str, light: str) -> str:
    """One tent: the side in shade, the lit side, the warm opening, the pennant."""
    middle, eaves, foot = x + wide / 2, 107 - (107 - top) * 0.45, 107.0
    back = polygon([(x, foot), (x + 2, eaves), (middle, top), (x + wide - 2, eaves), (x + wide, foot)], shade)
    front = polygon([(x, foot), (x + 2, eaves), (middle, top), (middle - wide * 0.08, foot)], light)
    gap = wide * 0.09
    opening = polygon([(middle - gap, foot), (middle, foot - (foot - top) * 0.36), (middle + gap, foot)], "#e8b066")
    return back + front + opening + polygon([(middle, top), (middle, top - 6), (middle + 6, top - 4.4)], "#b84a3e")


def _fairground(w: int, h: int, body: Floats) -> Floats:
    """Dusk, three tents, lamps on a string, and a warm pool on the ground with the figure's shadow."""
    drawn = "".join(_tent(*tent) for tent in TENTS) + line(STRING, "#1a2338", 0.5)
    scene = over(fade(w, h, DUSK), raster(drawn, w, h, BOX))
    bright, halo = floats([1.0, 0.90, 0.62]), floats([0.34, 0.24, 0.08])
    for place in np.linspace(0, len(STRING) - 1, 9):
        k = min(int(place), len(STRING) - 2)
        (x0, y0), (x1, y1) = STRING[k], STRING[k + 1]
        lamp = (x0 + (place - k) * (x1 - x0)) / BOX[0], (y0 + (place - k) * (y1 - y0) + 1.2) / BOX[1]
        scene = scene + glow(w, h, lamp, (0.045, 0.034))[..., None] * halo
        scene = scene + (glow(w, h, lamp, (0.011, 0.0085))[..., None] * 1.6).clip(0, 1) * (bright - scene)
    ground = below(w, h, 0.805)
    scene = scene + (glow(w, h, (0.36, 0.93), (0.42, 0.10)) * ground)[..., None] * floats([0.62, 0.42, 0.18])
    shadow = cast(body, 0.945 * h, 0.75, 0.20, 0.010 * h) * ground
    return floats(scene * (1 - 0.6 * shadow[..., None]))


CARDIGAN_WOMAN = Pose(
    neck=(90, 6),
    head=(91, 2),
    pelvis_yaw=8,
    chest_yaw=6,
    head_yaw=5,
    head_pitch=2,
    upper_arm=((-82, 6), (-98, 6)),
    forearm=((-120, 36), (-60, 36)),
    hand=((-150, 20), (-30, 20)),
    palms=((200, -60), (-20, -60)),
)
NORTH = Light(
    key=(-0.55, 0.60, 0.80),
    key_colour=(1.08, 1.03, 0.95),
    sky_colour=(0.30, 0.33, 0.37),
    ground_colour=(0.22, 0.18, 0.15),
)


def _cardigan_woman() -> Person:
    bones = assemble(CARDIGAN_WOMAN, (0, 0.92, 0), Proportions(head=1.02, shoulders=0.88))
    red, white = (0.56, 0.055, 0.05), (0.80, 0.78, 0.74)
    blouse = shirt(bones, white, Fit(sleeve=0, loose=0.3, hem=0.05, wide=0.86, waist=0.95, seed=21))
    cardigan = shirt(bones, red, Fit(loose=1.1, hem=0.08, wide=0.90, waist=0.95, seed=22), "cardigan")
    cardigan.cut = open_front(bones, 0.33, 0.28)
    neck = collar(bones, white, 0.050, 0.013, 0.018)
    build = Build(torso=0.86, arms=0.84, neck=0.80, skin=(0.78, 0.54, 0.42), flush=(0.84, 0.42, 0.34))
    look = Features(
        iris="#46603f",
        brow="#7a4a22",
        lid="#4a2a18",
        upper_lip="#a8504a",
        lower_lip="#c27068",
        brow_weight=0.8,
        open=1.08,
        smile=1.1,
        brow_lift=0.002,
    )
    face = Face(jaw=0.84, nose=0.84, cheeks=1.12, length=0.97)
    return dressed(
        bones,
        build,
        [blouse, cardigan, neck],
        Looks(face, look, "parted", (0.36, 0.17, 0.06), _braids(), grips=(0.3, 0.3)),
    )


def _braids() -> tuple[Lock, ...]:
    """Two braids in front of the shoulders, strand over strand."""
    beads: list[Lock] = []
    for side in (1, -1):
        for i in range(9):
            up, out, thick = -0.045 - 0.021 * i, 0.078 + 0.003 * i, 0.0165 - 0.0006 * i
            lean = 0.007 if i % 2 else -0.007
            beads.append(
                (
                    (side * (out + lean), up + 0.008, 0.018 + 0.004 * i),
                    (side * (out - lean), up - 0.008, 0.020 + 0.004 * i),
                    thick,
                    thick,
                )
            )
        beads.append(((side * 0.105, -0.240, 0.055), (side * 0.108, -0.275, 0.056), 0.011, 0.004))
    return tuple(beads)


def cardigan_woman(long_side: int) -> Painted:
    """A young woman with braids in a red cardigan, in front of a pale blue wall."""
    sheet, small = sheets(long_side, (4, 5), 2026_11)
    w, h = small.width, small.height
    view = View(w, h, 1080 * h / 900, 0.0, 1.42)
    figure = study([_cardigan_woman()], view, NORTH)
    wall = fade(w, h, [(0, (0.62, 0.70, 0.72)), (0.75, (0.72, 0.75, 0.72)), (1, (0.55, 0.58, 0.58))])
    scene = wall * (0.80 + 0.26 * glow(w, h, (0.25, 0.30), (0.6, 0.7)))[..., None] + small.clouds(0.15 * h, 3)[
        ..., None
    ] * np.array([0.03, 0.03, 0.03], np.float32)
    paint = Canvas(sheet, (0.64, 0.55, 0.45))
    paper = pastel.tooth(paint, 0.5)
    pastel.ground(paint, floats(scene), angle_field(w, h, 60), paper, 0.85)
    pastel.figure(paint, figure, composed(floats(scene), figure), paper, Hand(portrait=True))
    return with_figures(pastel.finished(paint), figure)
