"""A face is measured as geometry: the same whatever its size and place, the same in the browser, and no portrait is offered that nobody can match."""

import json
import math
from pathlib import Path
from types import SimpleNamespace

import msgspec
import numpy as np
import pytest

from tests import web
from vitrine.vision.expression import PARTS, Expression, apart, matchable, measure, thresholds

FACES = Path(__file__).parents[1] / "fixtures/portraits/faces.json"
"""Points of painted faces, found by MediaPipe 0.10.21."""


def faces() -> dict[str, np.ndarray]:
    return {one["of"]: np.array(one["points"]) for one in json.loads(FACES.read_text())}


def measured(points: np.ndarray) -> Expression:
    return measure(SimpleNamespace(points=points.tolist()))


def turned(points: np.ndarray, yaw: float = 0, pitch: float = 0, roll: float = 0) -> np.ndarray:
    """Turn a face in the picture's frame: yaw to the own left, pitch up, then roll to the own left shoulder."""
    y, p, r = (math.radians(one) for one in (yaw, pitch, roll))
    about_y = np.array([[math.cos(y), 0, -math.sin(y)], [0, 1, 0], [math.sin(y), 0, math.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
    about_z = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    return points @ (about_z @ about_x @ about_y).T


def straight(name: str = "Mummy portrait of a young man") -> np.ndarray:
    """Return a painted face that looks at us: turned back by what it measures until nothing is left."""
    points = faces()[name]
    points = points - points.mean(axis=0)
    for _ in range(8):
        found = measured(points)
        points = turned(turned(turned(points, roll=-found.roll), pitch=-found.pitch), yaw=-found.yaw)
    return points


@pytest.mark.parametrize(("part", "degrees"), [("yaw", 25), ("yaw", -30), ("pitch", 15), ("pitch", -20), ("roll", 35)])
def test_a_head_turned_by_so_many_degrees_measures_so_many(part: str, degrees: float) -> None:
    face = straight()
    found = measured(turned(face, **{part: degrees}))
    assert getattr(found, part) == pytest.approx(degrees, abs=0.1)
    assert [getattr(found, other) for other in ("yaw", "pitch", "roll") if other != part] == pytest.approx(
        [0, 0], abs=0.1
    )


def test_size_place_and_pose_leave_the_expression_alone() -> None:
    face = straight()
    before = measured(face)
    after = measured(turned(face, yaw=20, pitch=-10, roll=15) * 2.7 + np.array([900, 400, 0]))
    for part in PARTS[3:]:
        assert getattr(after, part) == pytest.approx(getattr(before, part), abs=1e-6)
    assert after.size == pytest.approx(2.7 * before.size)


def test_a_mouth_that_opens_and_lids_that_close_are_told_apart() -> None:
    before = faces()["Mona Lisa"]
    after = before.copy()
    after[[14, 87, 317], 1] += 20
    for upper, lower in ((160, 144), (159, 145), (158, 153)):
        after[upper] = after[lower]
    was, now = measured(before), measured(after)
    assert now.mouth_open > was.mouth_open + 0.1
    assert now.right_eye < 0.05 < was.right_eye
    assert now.left_eye == pytest.approx(was.left_eye)


def test_a_face_matches_itself_and_not_one_that_looks_elsewhere() -> None:
    mona, girl = measured(faces()["Mona Lisa"]), measured(faces()["Girl with a Pearl Earring"])
    assert set(apart(mona, mona).values()) == {0}
    assert abs(apart(mona, girl)["yaw"]) > 1


def test_eyes_wide_open_and_wider_are_both_open() -> None:
    one = measured(straight())
    wide, wider = (msgspec.structs.replace(one, left_eye=value) for value in (0.3, 0.45))
    assert apart(wide, wider)["left_eye"] == 0


def test_painted_faces_that_look_at_us_can_be_matched() -> None:
    for name in ("Mona Lisa", "Girl with a Pearl Earring", "Mummy portrait of a young man"):
        assert matchable(measured(faces()[name])) is None, name


def test_a_face_in_profile_cannot_be_matched() -> None:
    assert matchable(measured(faces()["San Ranieri orante"])) == "turned"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"yaw": -60}, "turned"),
        ({"pitch": 50}, "raised"),
        ({"roll": -80}, "tilted"),
        ({"left_eye": 0.9}, "eyes"),
        ({"brows": 0.8}, "brows"),
        ({"mouth_open": 1.2}, "mouth"),
        ({"misfit": 0.4}, "unsure"),
        ({"size": 12}, "small"),
    ],
)
def test_what_no_human_face_does_has_its_reason(change: dict[str, float], reason: str) -> None:
    assert matchable(msgspec.structs.replace(measured(straight()), **change)) == reason


@pytest.mark.parametrize("points", [[[1, 2, 3]] * 468, [[0, 0, 0]] * 5, [[math.nan] * 3] * 468])
def test_points_that_are_no_face_are_refused(points: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="face"):
        measure(SimpleNamespace(points=points))


def test_every_part_has_a_threshold_with_its_reason() -> None:
    rules = thresholds()
    assert all(rules["match"][part]["tolerance"] > 0 and rules["match"][part]["why"] for part in PARTS)
    assert all(len(rules["reach"][part]) == 2 for part in PARTS)


def test_browser_and_server_measure_the_same(tmp_path: Path) -> None:
    script = """
        const measured = given.map(({ points }) => part.measure(points.map(([x, y, z]) => ({ x, y, z }))));
        return { measured, apart: measured.map((one) => part.apart(measured[0], one)) };
    """
    there = web.run("portraits/expression.ts", script, json.loads(FACES.read_text()), tmp_path)
    here = [measured(points) for points in faces().values()]
    for ours, browsers in zip(here, there["measured"], strict=True):
        assert msgspec.structs.asdict(ours) == pytest.approx(browsers, abs=1e-6)
    for ours, browsers in zip(here, there["apart"], strict=True):
        assert apart(here[0], ours) == pytest.approx(browsers, abs=1e-6)
