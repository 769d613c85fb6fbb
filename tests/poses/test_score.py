"""The score means something: only the pose counts, only what the challenge names, and the advice leads to the pose."""

import math
import random
from typing import Any

import pytest
from benchmarks.score import area, scores
from benchmarks.skeletons import Joint, Pose, as_data, mirrored, random_pose, struck
from benchmarks.typescript import call

LEGS = range(25, 33)
LEFT_ARM = (13, 15, 17, 19, 21)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (the same every time)


def standing(**turns: float) -> list[Joint]:
    """Return somebody who faces us with arms out; `turns` put arms at an angle: 0 hangs down, 90 out, 180 up."""
    left, right = turns.get("left", 90.0), turns.get("right", 90.0)
    pose = random_pose(chance(3))
    bones = dict(pose.bones)
    for shoulder, side, angle in ((11, 1, left), (12, -1, right)):
        for joint in (shoulder + 2, shoulder + 4):
            bones[joint] = _arm(side, angle)
    return struck(Pose(bones, pose.visibility), chance(1), mirror=False, noise=0)


def _arm(side: int, angle: float) -> tuple[float, float]:
    return side * 0.55 * math.sin(math.radians(angle)), 0.55 * math.cos(math.radians(angle))


def compare(work: list[Joint], visitor: list[Joint], part: str = "full", *, mirror: bool = False) -> dict[str, Any]:
    rules = {"part": part, "mirrored": mirror}
    result: dict[str, Any] = call("src/poses/score.ts", "compare", [[as_data(work), as_data(visitor), rules]])[0]
    return result


def changed(
    joints: list[Joint], which: Any, *, seen: float | None = None, by: tuple[float, float] = (0, 0)
) -> list[Joint]:
    return [
        (x + by[0], y + by[1], visibility if seen is None else seen) if number in which else (x, y, visibility)
        for number, (x, y, visibility) in enumerate(joints)
    ]


@pytest.mark.parametrize("part", ["full", "seated", "upper"])
def test_the_same_pose_is_told_from_others_whoever_strikes_it(part: str) -> None:
    same, other = scores(part, mirror=True, pairs=200)
    assert area(same, other) >= 0.995


def test_who_stands_elsewhere_is_larger_and_has_other_limbs_is_not_worse() -> None:
    pose = random_pose(chance(5))
    work = struck(pose, chance(1), mirror=False, noise=0)
    assert all(compare(work, struck(pose, chance(seed), mirror=False, noise=0))["score"] > 97 for seed in range(3))


def test_a_mirror_counts_only_where_the_challenge_allows_it() -> None:
    work = standing(left=170, right=20)
    assert compare(work, mirrored(work), mirror=True)["score"] > 99
    assert compare(work, mirrored(work), mirror=True)["mirrored"] is True
    assert compare(work, mirrored(work), mirror=False)["score"] < 60


def test_a_camera_that_hangs_askew_costs_next_to_nothing_and_lying_down_is_another_pose() -> None:
    work = standing(left=150)
    assert compare(work, rolled(work, 8))["score"] > 97
    assert compare(work, rolled(work, 90))["score"] < 40


def rolled(joints: list[Joint], degrees: float) -> list[Joint]:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(c * x - s * y, s * x + c * y, seen) for x, y, seen in joints]


def test_a_wheelchair_user_wins_a_seated_challenge_whatever_the_legs_do() -> None:
    work = standing(left=150, right=60)
    visitor = changed(work, LEGS, by=(80, -300))
    assert compare(work, visitor, "seated")["score"] > 99
    assert compare(work, changed(work, LEGS, seen=0), "seated")["confidence"] == 1
    assert compare(work, visitor, "full")["score"] < 80


def test_what_the_work_hides_does_not_count() -> None:
    work = changed(standing(left=150), LEFT_ARM, seen=0.1)
    found = compare(work, standing(left=20), "upper")
    assert found["score"] > 99
    assert not [one for one in found["limbs"] if one["limb"].startswith("left")]


def test_an_arm_that_the_camera_does_not_see_lowers_the_score_and_is_said() -> None:
    work = standing(left=150)
    found = compare(work, changed(work, LEFT_ARM, seen=0.0), "upper")
    assert 30 < found["score"] < 80
    assert found["confidence"] < 0.7
    assert found["first"]["advice"] == {"kind": "unseen", "limb": "left-arm"}


@pytest.mark.parametrize(
    ("wanted", "shown", "advice"),
    [
        ({"left": 150}, {"left": 60}, {"kind": "raise", "limb": "left-arm"}),
        ({"left": 60}, {"left": 120}, {"kind": "lower", "limb": "left-arm"}),
        ({"right": 90}, {"right": 15}, {"kind": "out", "limb": "right-arm"}),
        ({"right": 10}, {"right": 70}, {"kind": "lower", "limb": "right-arm"}),
    ],
)
def test_the_advice_leads_to_the_pose(
    wanted: dict[str, float], shown: dict[str, float], advice: dict[str, str]
) -> None:
    found = compare(standing(**wanted), standing(**shown), "upper")
    assert advice in [one["advice"] for one in found["limbs"]]


def test_a_bent_arm_is_told_to_stretch() -> None:
    work = standing(left=90)
    shoulder, elbow = work[11], work[13]
    folded = (shoulder[0] - elbow[0], shoulder[1] - elbow[1] - 60)
    visitor = changed(work, LEFT_ARM[1:], by=(folded[0] + elbow[0] - work[15][0], folded[1] + elbow[1] - work[15][1]))
    found = compare(work, visitor, "upper")
    assert {"kind": "stretch", "limb": "left-forearm"} in [one["advice"] for one in found["limbs"]]


def test_nothing_is_advised_where_all_is_well() -> None:
    work = standing(left=150)
    assert compare(work, work)["first"] is None
    assert compare(work, work)["score"] == pytest.approx(100)


@pytest.mark.parametrize("joints", [[], [(0.0, 0.0, 1.0)] * 33, [(0.0, 0.0, 0.0)] * 33])
def test_nobody_and_nonsense_score_a_number(joints: list[Joint]) -> None:
    for part in ("full", "seated", "upper"):
        found = compare(standing(), joints, part)
        assert 0 <= found["score"] < 60
    assert compare(joints, standing())["score"] >= 0
