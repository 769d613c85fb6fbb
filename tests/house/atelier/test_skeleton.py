import numpy as np
import pytest

from vitrine.house.atelier.skeleton import (
    BONES,
    LANDMARKS,
    Pose,
    Proportions,
    assemble,
    reach,
    with_foot_at,
    with_hand_at,
)


def _length(bones, start: str, end: str) -> float:
    return float(np.linalg.norm(bones.joints[start] - bones.joints[end]))


POSE = Pose(
    upper_arm=((10, 40), (170, -30)),
    forearm=((80, 20), (60, 50)),
    thigh=((-40, 30), (-120, -20)),
    shank=((-100, 10), (-80, 0)),
)


@pytest.mark.parametrize("size", [1.0, 0.8])
def test_bones_keep_their_lengths_in_every_pose(size: float):
    bones = assemble(POSE, (0.3, 0.9, 0), Proportions(size))
    for side in ("left", "right"):
        assert _length(bones, f"{side}_shoulder", f"{side}_elbow") == pytest.approx(BONES["upper_arm"] * size, rel=1e-5)
        assert _length(bones, f"{side}_hip", f"{side}_knee") == pytest.approx(BONES["thigh"] * size, rel=1e-5)
        assert _length(bones, f"{side}_knee", f"{side}_ankle") == pytest.approx(BONES["shank"] * size, rel=1e-5)


def test_every_landmark_has_a_place():
    bones = assemble(POSE)
    assert len(LANDMARKS) == len(set(LANDMARKS)) == 33
    for name in LANDMARKS:
        assert np.isfinite(bones.landmark(name)).all()


def test_somebody_who_faces_us_has_the_left_hand_on_the_right_of_the_picture():
    bones = assemble(Pose())
    assert bones.joints["left_wrist"][0] > bones.joints["right_wrist"][0]
    assert bones.landmark("nose")[2] > bones.landmark("left_ear")[2]


def test_a_hand_goes_where_it_is_sent():
    at, build = (0.0, 0.9, 0.0), Proportions(shoulders=1.1)
    first = assemble(POSE, at, build)
    target = tuple(float(v) for v in first.joints["right_shoulder"] + np.array([0.2, -0.15, 0.3]))
    bones = assemble(with_hand_at(POSE, first, "right", target, (0, -1, 0)), at, build)
    assert bones.joints["right_wrist"] == pytest.approx(target, abs=1e-3)
    assert bones.joints["left_wrist"] == pytest.approx(first.joints["left_wrist"])


def test_a_foot_goes_where_it_is_sent():
    first = assemble(POSE)
    target = tuple(float(v) for v in first.joints["left_hip"] + np.array([0.1, -0.6, 0.2]))
    bones = assemble(with_foot_at(POSE, first, "left", target, (0, 0, 1)))
    assert bones.joints["left_ankle"] == pytest.approx(target, abs=1e-3)


def test_out_of_reach_the_limb_is_nearly_straight_and_points_there():
    upper, lower = reach(
        np.zeros(3, np.float32), np.array([5, 0, 0], np.float32), 0.3, 0.25, np.array([0, -1, 0], np.float32)
    )
    assert upper[0] == pytest.approx(0, abs=5)
    assert lower[0] == pytest.approx(0, abs=5)


def test_places_in_the_head_turn_and_grow_with_it():
    bones = assemble(Pose(head_yaw=40), proportions=Proportions(0.8, 1.2))
    place = bones.local("head", "head", 0.03, -0.02, 0.1)
    assert bones.in_head(place[None])[0] == pytest.approx([0.03, -0.02, 0.1], abs=1e-5)
