"""Still lifes in oil: six vessels, lemons on a blue plate."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier import oil
from vitrine.house.atelier.brush import Brush, Canvas, flow, mix_angles
from vitrine.house.atelier.clothes import folds
from vitrine.house.atelier.light import Light
from vitrine.house.atelier.noise import Field
from vitrine.house.atelier.people import study
from vitrine.house.atelier.rays import View
from vitrine.house.atelier.solids import Floats, Shape, Solid, Vector, floats
from vitrine.house.atelier.staging import angle_field, contrasts
from vitrine.house.atelier.tabletop import FRONT, TABLE, WALL, Setting, Vessel, surroundings, thrown
from vitrine.house.pictures.painted import Painted, sheets

QUIET = Light((-0.70, 0.62, 0.50), (0.92, 0.88, 0.80), (0.26, 0.27, 0.28), (0.20, 0.18, 0.16))
SUMMER = Light((-0.72, 0.70, 0.20), (1.15, 1.08, 0.92), (0.24, 0.27, 0.33), (0.20, 0.17, 0.13))
SHADOW_EDGE = Brush(20, 80, cover=0.7, dry=0.5, spacing=0.8, wander=0.15)


@dataclass(frozen=True)
class _Arrangement:
    """Things on a table, how they are seen, and the hand that paints them with strokes at `degrees`."""

    things: list[Shape]
    setting: Setting
    light: Light
    colours: dict[int, Vector]
    hand: oil.Hand
    degrees: float


WHITE, ROSE, OCHRE, BLUE, CLAY = (
    (0.64, 0.60, 0.52),
    (0.50, 0.34, 0.29),
    (0.46, 0.34, 0.17),
    (0.22, 0.29, 0.33),
    (0.36, 0.19, 0.12),
)
BOTTLE = ((0, 0.044), (0.15, 0.046), (0.185, 0.040), (0.215, 0.017), (0.30, 0.0145), (0.312, 0.019), (0.318, 0.018))
TIN = ((0, 0.050), (0.135, 0.050), (0.138, 0.053), (0.150, 0.053))
CARAFE = ((0, 0.052), (0.05, 0.066), (0.10, 0.062), (0.16, 0.030), (0.24, 0.022), (0.268, 0.034), (0.272, 0.034))
BOWL = ((0, 0.026), (0.012, 0.030), (0.035, 0.056), (0.062, 0.066), (0.066, 0.066))
JAR = (
    (0, 0.046),
    (0.04, 0.056),
    (0.12, 0.058),
    (0.15, 0.048),
    (0.165, 0.030),
    (0.185, 0.030),
    (0.19, 0.036),
    (0.20, 0.036),
)
POT = ((0, 0.050), (0.20, 0.047), (0.205, 0.052), (0.225, 0.050))


def vessels(long_side: int) -> Painted:
    """Six plain vessels in a row in a quiet light."""
    sheet, small = sheets(long_side, (5, 4), 2026_14)
    row = [
        Vessel(-0.115, -0.01, BOTTLE, WHITE),
        Vessel(-0.215, 0.025, TIN, CLAY, (0.05, 0.10, (0.52, 0.46, 0.36))),
        Vessel(0.000, -0.03, CARAFE, BLUE),
        Vessel(0.105, 0.035, BOWL, WHITE, (0.046, 0.07, (0.30, 0.36, 0.40))),
        Vessel(0.215, -0.02, JAR, ROSE),
        Vessel(0.115, -0.075, POT, OCHRE),
    ]
    colours = {TABLE: (0.62, 0.55, 0.46), WALL: (0.60, 0.585, 0.55), FRONT: (0.50, 0.42, 0.34)}
    hand = oil.Hand(0.95, 0.75, weave=0.13, ridges=0.26, careful=())
    view = View(small.width, small.height, 960 * small.width / 760, 0.0, 0.125)
    arrangement = _Arrangement([thrown(vessel) for vessel in row], Setting(13, 0.30, 0.20), QUIET, colours, hand, 66)
    return _on_table(sheet, small, view, arrangement)


def _on_table(sheet: Field, small: Field, view: View, arrangement: _Arrangement) -> Painted:
    """Paint the surroundings first, then the edges of their shadows, then the things."""
    tilted = arrangement.setting.tilted(arrangement.things)
    seen = study([], view, arrangement.light, tilted)
    ground = _ground(small, view, tilted, arrangement)
    paint, hand = Canvas(sheet, (0.45, 0.35, 0.26)), arrangement.hand
    straight = angle_field(view.width, view.height, arrangement.degrees)
    angle = mix_angles(floats(straight + 0.5 * small.smooth(0.2 * view.height)), flow(ground, 4, straight), 0.4)
    oil.room(paint, ground, angle, hand)
    paint.cover(ground, flow(ground, 2, angle), hand.brush(SHADOW_EDGE), where=contrasts(ground))
    oil.figure(paint, seen, oil.composed(ground, seen), hand)
    return Painted(oil.finished(paint, hand))


def _ground(field: Field, view: View, things: list[Shape], arrangement: _Arrangement) -> Floats:
    """Table and wall in their light, shadows cooler."""
    tone, zone = surroundings(view, things, arrangement.light, arrangement.setting)
    base = np.zeros((view.height, view.width, 3), np.float32)
    for number, colour in arrangement.colours.items():
        base[zone == number] = colour
    mottled = 1 + 0.05 * field.clouds(0.2 * view.height, 4)
    lit = np.power(np.clip(tone * mottled * 1.15, 0.01, 1.2), 1 / 2.2)[..., None]
    return floats(np.clip(base * lit * 1.12 * np.where(lit < 0.75, floats([0.95, 0.98, 1.05]), 1.0), 0, 1))


ON_PLATE = 0.014
"""Height of the plate's ground over the table, metres."""


def lemons(long_side: int) -> Painted:
    """Lemons and leaves on a blue plate in hard summer light."""
    sheet, small = sheets(long_side, (5, 4), 2026_15)
    places = (
        (-0.085, 0.015, 30, 1.05),
        (-0.005, -0.045, 150, 1.0),
        (0.045, 0.040, -15, 1.0),
        (-0.030, 0.062, 80, 0.92),
    )
    things = _plate(-0.02, 0.165, (0.10, 0.20, 0.42), (0.62, 0.62, 0.58))
    things += [_lemon(x, z, degrees, size, ON_PLATE) for x, z, degrees, size in places]
    things.append(_lemon(0.215, 0.085, 205, 1.05))
    things.append(
        _leaves(
            ((-0.085, -0.035, 130, 0.02), (-0.06, -0.05, 95, 0.035), (0.055, -0.02, 40, 0.02), (0.24, 0.055, 60, 0.01))
        )
    )
    colours = {TABLE: (0.86, 0.79, 0.68), WALL: (0.36, 0.47, 0.47), FRONT: (0.5, 0.4, 0.3)}
    hand = oil.Hand(1.35, 1.35, weave=0.07, ridges=0.42, careful=())
    view = View(small.width, small.height, 1350 * small.width / 760, 0.015, 0.012)
    return _on_table(sheet, small, view, _Arrangement(things, Setting(33, 0.26, 0.5), SUMMER, colours, hand, 24))


def _lemon(x: float, z: float, degrees: float, size: float = 1.0, lift: float = 0.0) -> Shape:
    """A lemon lying at (x, z), its tip towards `degrees` round the table."""
    turn = np.radians(degrees)
    dx, dz = float(np.cos(turn)) * size, -float(np.sin(turn)) * size
    yellow, tip = (0.82, 0.56, 0.045), (0.72, 0.52, 0.07)

    def at(along: float) -> Vector:
        return x + along * dx, 0.031 * size + lift, z + along * dz

    solids = [
        Solid(at(-0.010), at(0.010), 0.031 * size, 0.031 * size, yellow),
        Solid(at(0.022), at(0.046), 0.018 * size, 0.006 * size, tip),
        Solid(at(-0.022), at(-0.040), 0.019 * size, 0.009 * size, yellow),
    ]
    rind = folds(int(abs(x) * 1e4) + 3, 0.0005, 0.009, (0.2, 0.3, 1.0))
    return Shape("lemon", solids, soft=0.008, push=rind, push_reach=0.002, gloss=0.16)


PIECES = 44
"""Short pieces that make a plate's rim round."""


def _plate(x: float, radius: float, colour: Vector, rim: Vector) -> list[Shape]:
    """A plate: a flat disc and a raised rim of short pieces."""

    def at(step: int, share: float, up: float) -> Vector:
        turn = 2 * np.pi * step / PIECES
        return x + share * radius * float(np.cos(turn)), up, share * radius * float(np.sin(turn))

    ring = []
    for i in range(PIECES):
        ring.append(Solid(at(i, 1.0, 0.017), at(i + 1, 1.0, 0.017), 0.0042, 0.0042, rim))
        ring.append(Solid(at(i, 0.8, 0.010), at(i + 1, 0.8, 0.010), 0.0050, 0.0050, colour))
        ring.append(Solid(at(i, 1.0, 0.017), at(i, 0.8, 0.010), 0.0036, 0.0046, colour))
    disc = Solid(
        (x, 0.006, 0.0), (x + 0.001, 0.006, 0.0), radius * 0.84, radius * 0.84, colour, axis=(0.0, 1.0, 0.0), flat=9.0
    )
    return [Shape("plate", [*ring, disc], soft=0.005, gloss=0.3)]


def _leaves(places: tuple[tuple[float, float, float, float], ...]) -> Shape:
    """Lemon leaves: x, z, direction in degrees and lift of the tip."""
    solids = []
    level: Vector = (0.1, 1.0, 0.25)
    for x, z, degrees, lift in places:
        turn = np.radians(degrees)
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        tip, middle = (
            (x + 0.062 * cos, 0.034 + lift, z - 0.062 * sin),
            (x + 0.030 * cos, 0.036 + 0.5 * lift, z - 0.030 * sin),
        )
        solids.append(Solid((x, 0.030, z), middle, 0.005, 0.015, (0.07, 0.17, 0.05), axis=level, flat=4.0))
        solids.append(Solid(middle, tip, 0.015, 0.002, (0.10, 0.23, 0.06), axis=level, flat=4.0))
    return Shape("leaf", solids, soft=0.002, gloss=0.2)
