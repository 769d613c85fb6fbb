"""Skeletons of people in many poses, as a pose estimator would see them: 33 landmarks in pixels with their visibility.

A pose is a tree of bones. The same pose is struck by somebody else when each bone keeps its direction and has another length.
"""

import math
import random
from dataclasses import dataclass

from vitrine.house.work import works

Joint = tuple[float, float, float]
"""x, y, visibility."""

BONES = (
    # bone, from, to; joints that are no landmark have names below zero
    *((-1, 24), (-1, 23), (-1, -2), (-2, 11), (-2, 12), (-2, 0)),
    *((11, 13), (13, 15), (12, 14), (14, 16)),
    *((23, 25), (25, 27), (24, 26), (26, 28)),
    *((0, face) for face in range(1, 11)),
    *((15, hand) for hand in (17, 19, 21)),
    *((16, hand) for hand in (18, 20, 22)),
    *((27, foot) for foot in (29, 31)),
    *((28, foot) for foot in (30, 32)),
)
"""From the middle of the hips (-1) outwards; -2 is the middle of the shoulders."""

SIDES = {24: 23, 12: 11, 14: 13, 16: 15, 26: 25, 28: 27}
"""People are as long on the right as on the left."""

TWINS = ((1, 4), (2, 5), (3, 6), *((left, left + 1) for left in range(7, 33, 2)))

LIMBS = {
    "full": ((13, 11), (15, 13), (14, 12), (16, 14), (25, 23), (27, 25), (26, 24), (28, 26)),
    "seated": ((13, 11), (15, 13), (14, 12), (16, 14)),
    "upper": ((13, 11), (15, 13), (14, 12), (16, 14)),
}
"""The arms and legs that a part counts, each by its ends."""


@dataclass(frozen=True)
class Pose:
    """A pose: the bones as vectors in units of the trunk, by the joint they lead to, and how visible each joint is."""

    bones: dict[int, tuple[float, float]]
    visibility: tuple[float, ...]


def pose_of(joints: list[Joint]) -> Pose:
    """Return the pose of a skeleton."""
    places = {number: (x, y) for number, (x, y, _) in enumerate(joints)}
    places[-1] = _middle(places[23], places[24])
    places[-2] = _middle(places[11], places[12])
    trunk = max(math.dist(places[-1], places[-2]), 1.2 * math.dist(places[11], places[12]))
    bones = {
        end: ((places[end][0] - places[start][0]) / trunk, (places[end][1] - places[start][1]) / trunk)
        for start, end in BONES
    }
    return Pose(bones, tuple(seen for _, _, seen in joints))


def house_poses() -> list[Pose]:
    """Return the poses of the house collection's figures, those alone whose arms are seen."""
    found = []
    for work in works():
        for figure in work.figures:
            joints = [(point.x, point.y, point.visibility) for point in figure.points]
            if all(joints[number][2] >= 0.5 for number in (11, 12, 13, 14, 15, 16)):
                found.append(pose_of(joints))
    return found


def random_pose(chance: random.Random) -> Pose:
    """Return a pose that a standing or sitting person can take, seen from the front."""
    lean = chance.gauss(0, 8)
    bones = {-2: _bone(-90 + lean, 1.0), 0: _bone(-90 + lean + chance.gauss(0, 10), 0.45)}
    for side, shoulder, hip in ((1, 11, 23), (-1, 12, 24)):
        bones[shoulder] = _bone((0 if side > 0 else 180) + lean, 0.4)
        bones[hip] = _bone(0 if side > 0 else 180, 0.22)
        arm = chance.uniform(5, 175)  # from hanging down to straight up, away from the body
        bend = chance.choice((0, chance.uniform(20, 150), -chance.uniform(20, 100)))
        leg = chance.choice((chance.uniform(0, 25), chance.uniform(0, 25), chance.uniform(30, 90)))
        knee = chance.choice((0.0, chance.uniform(0, 30), chance.uniform(30, 110)))
        for joint, angle, length in (
            (shoulder + 2, arm, 0.6),
            (shoulder + 4, arm + bend, 0.52),
            (hip + 2, leg, 0.85),
            (hip + 4, leg - knee, 0.8),
        ):
            bones[joint] = _bone(90 - side * angle, length * chance.uniform(0.75, 1.0))
    small = {end: (chance.uniform(-0.1, 0.1), chance.uniform(-0.1, 0.1)) for _, end in BONES if end not in bones}
    return Pose({**bones, **small}, (1.0,) * 33)


def struck(pose: Pose, chance: random.Random, *, mirror: bool, noise: float) -> list[Joint]:
    """Return the skeleton of somebody who strikes a pose: 0.5 to 2 times as large, elsewhere, with limbs 20 % longer or shorter.

    `noise` is the standard deviation of every coordinate, as a share of the trunk.
    """
    size = 200 * chance.uniform(0.5, 2)
    lengths = {end: chance.uniform(0.8, 1.2) for _, end in BONES}
    places = {-1: (chance.uniform(-2000, 2000), chance.uniform(-2000, 2000))}
    for start, end in BONES:
        long = size * lengths[SIDES.get(end, end)]
        x, y = pose.bones[end]
        places[end] = (places[start][0] + x * long, places[start][1] + y * long)
    joints = [
        (
            places[number][0] + chance.gauss(0, noise * size),
            places[number][1] + chance.gauss(0, noise * size),
            pose.visibility[number],
        )
        for number in range(33)
    ]
    return mirrored(joints) if mirror else joints


def mirrored(joints: list[Joint]) -> list[Joint]:
    """Return a skeleton as a mirror shows it."""
    turned = [(-x, y, seen) for x, y, seen in joints]
    for left, right in TWINS:
        turned[left], turned[right] = turned[right], turned[left]
    return turned


def furthest(one: Pose, other: Pose, part: str, *, mirror: bool) -> float:
    """Return by how many degrees the arm or leg differs that differs most, in the better way round if mirrors are allowed."""
    straight = max(_turn(one.bones[end], other.bones[end]) for end, _ in LIMBS[part])
    if not mirror:
        return straight
    twins = {**dict(TWINS), **{right: left for left, right in TWINS}}
    flipped = {end: (-other.bones[twins[end]][0], other.bones[twins[end]][1]) for end, _ in LIMBS[part]}
    return min(straight, max(_turn(one.bones[end], flipped[end]) for end, _ in LIMBS[part]))


def as_data(joints: list[Joint]) -> list[dict[str, float]]:
    """Return a skeleton as the front end's functions take it."""
    return [{"x": x, "y": y, "visibility": seen} for x, y, seen in joints]


def _turn(one: tuple[float, float], other: tuple[float, float]) -> float:
    turn = math.degrees(math.atan2(one[1], one[0]) - math.atan2(other[1], other[0]))
    return abs((turn + 180) % 360 - 180)


def _bone(angle: float, length: float) -> tuple[float, float]:
    return length * math.cos(math.radians(angle)), length * math.sin(math.radians(angle))


def _middle(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
