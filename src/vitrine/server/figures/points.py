"""Key points as they come from outside: made plain, kept within the picture, refused where they make no figure."""

import math
from collections.abc import Sequence
from typing import Any

from vitrine.server.figures.models import Figure, Kind
from vitrine.vision.points import FACE_POINTS, POSE_POINTS

NUMBER = {Kind.POSE: len(POSE_POINTS), Kind.FACE: FACE_POINTS}
"""Points of each kind."""

BEYOND = 0.5
"""Times the picture's size that a joint may lie outside it: a frame cuts off hands and feet, and they are somewhere all the same."""

THERE = 0.25
"""Visibility from which a joint counts as somewhere in the picture, if only behind something."""

_SHOULDERS, _HIPS, _KNEES = (11, 12), (23, 24), (25, 26)

_SITS = 1 / 3
"""Height of the thighs by that of the trunk, below which a figure sits."""


def cleaned(points: Any, kind: Kind, width: int, height: int) -> list[list[float]] | None:
    """Return points that came from a browser: the right number of them, finite, near the picture. None where they make no figure."""
    if not isinstance(points, list) or len(points) != NUMBER[kind]:
        return None
    found = [_cleaned(point, kind, width, height) for point in points]
    whole = [point for point in found if point is not None]
    if len(whole) != len(found) or not _has_extent(whole):
        return None
    return whole


def part_of(points: Sequence[Sequence[float]]) -> str:
    """Return which part of a body can be seen, and whether it sits: then its knees are hardly lower than its hips."""
    if not any(points[knee][2] >= THERE for knee in _KNEES):
        return Figure.Part.UPPER.value
    trunk = _height(points, _HIPS) - _height(points, _SHOULDERS)
    thigh = _height(points, _KNEES) - _height(points, _HIPS)
    return Figure.Part.SEATED.value if 0 <= thigh < trunk * _SITS else Figure.Part.FULL.value


def box_of(points: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    """Return the box round points: left, top, right, bottom."""
    across, down = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def same(one: Sequence[Sequence[float]], other: Sequence[Sequence[float]]) -> float:
    """Return how much of both boxes two figures share, 0 to 1: 1 is the same place."""
    a, b = box_of(one), box_of(other)
    across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, across) * max(0.0, down)
    whole = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return shared / whole if whole > 0 else 0.0


def scaled(points: Sequence[Sequence[float]], across: float, down: float) -> list[list[float]]:
    """Return points on a picture of another size."""
    return [[point[0] * across, point[1] * down, *point[2:]] for point in points]


def _cleaned(point: Any, kind: Kind, width: int, height: int) -> list[float] | None:
    if not isinstance(point, list) or len(point) != 3:
        return None
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in point):
        return None
    x, y, third = (float(one) if abs(one) < 1e308 else math.inf for one in point)
    if not all(math.isfinite(one) for one in (x, y, third)):
        return None
    last = _between(third, 0, 1) if kind == Kind.POSE else _between(third, -width, width)
    return [
        _between(x, -width * BEYOND, width * (1 + BEYOND)),
        _between(y, -height * BEYOND, height * (1 + BEYOND)),
        last,
    ]


def _between(number: float, least: float, most: float) -> float:
    return round(min(max(number, least), most), 3)


def _has_extent(points: Sequence[Sequence[float]]) -> bool:
    left, top, right, bottom = box_of(points)
    return right - left >= 1 or bottom - top >= 1


def _height(points: Sequence[Sequence[float]], joints: tuple[int, int]) -> float:
    return sum(points[joint][1] for joint in joints) / 2
