"""Things people sit on and hold, as solids."""

from dataclasses import dataclass

import numpy as np

from vitrine.house.atelier.body import vec
from vitrine.house.atelier.skeleton import unit
from vitrine.house.atelier.solids import Floats, Shape, Solid, Vector

UP: Vector = (0.0, 1.0, 0.0)


def rod(a: Vector, b: Vector, radius: float, colour: Vector) -> Solid:
    """A straight round piece of wood or metal."""
    return Solid(a, b, radius, radius, colour)


@dataclass(frozen=True)
class Seat:
    """A chair's place (x, metres), the height of its seat, its turn in degrees and the height of its back (0: a stool)."""

    x: float
    high: float
    yaw: float
    back: float = 0.52


def chair(seat: Seat, wood: Vector, cushion: Vector | None = None) -> list[Shape]:
    """A wooden chair or stool on the floor y = 0."""
    turn = np.radians(seat.yaw)
    right, front = np.array([np.cos(turn), 0, -np.sin(turn)]), np.array([np.sin(turn), 0, np.cos(turn)])
    back = seat.back

    def at(across: float, up: float, ahead: float) -> Vector:
        return vec((np.array([seat.x, seat.high + up, 0]) + across * right + ahead * front).astype(np.float32))

    frame = [
        rod(at(s * 0.20, -0.02, a), at(s * 0.205, -seat.high, a * 1.05), 0.020, wood)
        for s in (-1, 1)
        for a in (-0.20, 0.20)
    ]
    if back:
        frame += [rod(at(s * 0.20, -0.02, -0.20), at(s * 0.20, back, -0.27), 0.019, wood) for s in (-1, 1)]
        for up, thick in ((back - 0.01, 0.030), (0.30, 0.018)):
            lean = -0.20 - 0.07 * up / back
            frame.append(rod(at(-0.20, up, lean), at(0.20, up, lean), thick, wood))
        frame += [rod(at(s * 0.07, 0.30, -0.24), at(s * 0.07, back, -0.27), 0.012, wood) for s in (-1, 0, 1)]
    frame += [rod(at(-0.20, -0.26, a), at(0.20, -0.26, a), 0.011, wood) for a in (-0.2, 0.2)]
    ends = [(at(-0.10, -0.015, a), at(0.10, -0.015, a)) for a in (-0.10, 0.0, 0.10)]
    plate = [Solid(a, b, 0.125, 0.125, cushion or wood, axis=UP, flat=4.5) for a, b in ends]
    return [Shape("chair", frame, soft=0.006, gloss=0.08), Shape("seat", plate, soft=0.02)]


PAGE: Vector = (0.78, 0.74, 0.64)


def open_book(middle: Floats, right: Floats, up: Floats, size: float, cover: Vector) -> list[Shape]:
    """An open book; `right` runs across both pages, `up` along its spine, both of any length; `size` is a page's height, metres."""
    right, up = unit(right), unit(up)
    facing = unit(np.cross(right, up).astype(np.float32))
    pages, boards = [], []
    for side in (-1, 1):
        tilt = vec(unit(facing - np.float32(0.20 * side) * right))
        a = middle + np.float32(side * 0.36 * size) * right - np.float32(0.32 * size) * up
        b = a + np.float32(0.64 * size) * up
        pages.append(Solid(vec(a), vec(b), 0.33 * size, 0.33 * size, PAGE, axis=tilt, flat=9))
        back = np.float32(0.03 * size) * facing
        boards.append(Solid(vec(a - back), vec(b - back), 0.37 * size, 0.37 * size, cover, axis=tilt, flat=11))
    return [Shape("pages", pages, soft=0.003), Shape("boards", boards, soft=0.003)]


FOLDS = 11
"""Folds of a concertina's bellows that can be told apart across a room."""


def concertina(left: Floats, right: Floats, wood: Vector, cloth: Vector, edge: Vector) -> list[Shape]:
    """A concertina between two hands: six-sided ends seem round at this distance, the bellows in folds that sag a little."""
    along = vec(unit(left - right))
    bellows = []
    for i in range(FOLDS):
        t = (i + 0.5) / FOLDS
        sag = np.array([0, -0.035 * np.sin(np.pi * t), 0.02 * np.sin(np.pi * t)], np.float32)
        place = vec(right + np.float32(t) * (left - right) + sag)
        bellows.append(Solid(place, place, 0.080, 0.080, cloth if i % 2 else edge, axis=along, flat=3.7))
    ends = []
    for place_, sign in ((left, 1), (right, -1)):
        outer = vec(place_ + np.float32(sign * 0.012) * unit(left - right))
        ends.append(Solid(outer, outer, 0.092, 0.092, wood, axis=along, flat=3.6))
    return [Shape("bellows", bellows, soft=0.002), Shape("ends", ends, soft=0.004, gloss=0.25)]
