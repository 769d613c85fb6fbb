"""We see what the reference program sees, in the same places: within 3 % of the shoulders' width and of the eyes' distance."""

import json

import numpy as np
import pytest

from tests.vision.conftest import FIXTURES, Seen
from vitrine.vision.faces import find_faces
from vitrine.vision.figures import find_figures
from vitrine.vision.points import POSE_POINTS

LIMIT = 0.03
NAMES = sorted(file.stem for file in FIXTURES.glob("house-??.json")) + sorted(
    file.stem for file in FIXTURES.glob("vg-*.json")
)
KNIFE_EDGES = {tuple(one) for one in json.loads((FIXTURES / "knife-edges.json").read_text())["points"]}

LEFT_SHOULDER, RIGHT_SHOULDER = POSE_POINTS.index("left_shoulder"), POSE_POINTS.index("right_shoulder")
RIGHT_EYE, LEFT_EYE = 33, 263
"""Outer corners of the eyes in the face mesh."""


def _distance(points: np.ndarray, one: int, other: int) -> float:
    return float(np.hypot(*(points[one, :2] - points[other, :2])))


@pytest.mark.parametrize("model", ["lite", "full"])
@pytest.mark.parametrize("seen", NAMES, indirect=True)
def test_a_body_is_seen_where_the_reference_sees_it(seen: Seen, model):
    ours = find_figures(seen.pixels, model=model, closer=False)
    theirs = seen.pose[model]
    assert bool(ours) == bool(theirs)
    for told in theirs:
        there = np.array(told["points"])
        here = np.array([(point.x, point.y, point.visibility) for point in ours[0].points])
        apart = np.hypot(*(here - there[:, (0, 1, 3)])[:, :2].T) / _distance(there, LEFT_SHOULDER, RIGHT_SHOULDER)
        wrong = {POSE_POINTS[at]: round(float(apart[at]), 3) for at in np.flatnonzero(apart > LIMIT)}
        assert not {name for name in wrong if (seen.name, model, name) not in KNIFE_EDGES}, wrong
        assert here[:, 2] == pytest.approx(there[:, 3], abs=LIMIT)
        assert ours[0].score == pytest.approx(told["score"], abs=0.01)


@pytest.mark.parametrize("seen", NAMES, indirect=True)
def test_faces_are_seen_where_the_reference_sees_them(seen: Seen):
    ours = find_faces(seen.pixels, closer=False)
    assert len(ours) == len(seen.faces)
    for face, told in zip(ours, seen.faces, strict=True):
        there, here = np.array(told["points"]), np.array(face.points)
        eyes = _distance(there, RIGHT_EYE, LEFT_EYE)
        assert np.hypot(*(here - there)[:, :2].T).max() < LIMIT * eyes
        assert np.abs(here - there)[:, 2].max() < LIMIT * eyes
        assert face.score == pytest.approx(told["score"], abs=0.01)


def test_the_fixtures_show_bodies_and_faces_enough():
    """An empty folder would agree with anything."""
    told = [json.loads((FIXTURES / f"{name}.json").read_text()) for name in NAMES]
    assert len(told) >= 30
    assert sum(len(one["pose"]["lite"]) for one in told) >= 25
    assert sum(len(one["faces"]) for one in told) >= 12
