"""Bodies and faces seen in a real Chromium, where the reference program sees them: within 3 % of shoulders and eyes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser

from tests.browser.seeing import FIXTURES, Seeing, picture, told
from vitrine.vision.points import POSE_POINTS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

LIMIT = 0.03
NAMES = ["house-01", "house-11", *sorted(file.stem for file in FIXTURES.glob("vg-???.json"))]
"""Two of the house's, which must be painted first; the others are looked at by the same program in Python (tests/vision)."""

KNIFE_EDGES = {tuple(one) for one in json.loads((FIXTURES / "knife-edges.json").read_text())["points"]} | {
    ("vg-011", "lite", "right_elbow"),
}
"""Points that fall to either side of a cell by a rounding of the last digit (the file says more)."""

SHOULDERS = POSE_POINTS.index("left_shoulder"), POSE_POINTS.index("right_shoulder")
EYES = 33, 263
"""Outer corners of the eyes in the face mesh."""

STILL = """async ([names, task, model]) => {
    const tracker = await body.openTracker(task, {model});
    const seen = {};
    for (const name of names) {
        const file = await (await fetch('/pictures/' + name)).blob();
        seen[name] = (await tracker.still(await createImageBitmap(file))).map(one => one.landmarks.map(Object.values));
    }
    tracker.close();
    return seen;
}"""

FOLLOW = """async ([name, task, windows]) => {
    const tracker = await body.openTracker(task);
    const whole = await createImageBitmap(await (await fetch('/pictures/' + name)).blob());
    const seen = [];
    // Pictures of one and the same moment: nothing is smoothed, as the reference's were not.
    for (const window of windows) seen.push(await tracker.track(await createImageBitmap(whole, ...window), 1));
    tracker.close();
    return seen.map(one => one === null ? [] : [one.landmarks.map(Object.values)]);
}"""


@pytest.fixture
def seeing(chromium: Browser, live_server: Any) -> Iterator[Seeing]:
    context = chromium.new_context()
    yield Seeing(context, live_server.url)
    context.close()


@pytest.fixture
def shown(seeing: Seeing, tmp_path_factory: pytest.TempPathFactory, reference: Any) -> Seeing:
    """The page, with every picture that the reference saw."""
    folder = tmp_path_factory.getbasetemp() / "seen"
    folder.mkdir(exist_ok=True)
    seeing.show({name: picture(name, folder, reference) for name in NAMES})
    return seeing


def _apart(here: list[list[float]], there: list[list[float]], ends: tuple[int, int]) -> np.ndarray:
    """How far each point is from the reference's, as a part of the distance between two of them."""
    ours, theirs = np.array(here)[:, :2], np.array(there)[:, :2]
    return np.hypot(*(ours - theirs).T) / np.hypot(*(theirs[ends[0]] - theirs[ends[1]]))


@pytest.mark.parametrize("model", ["lite", "full"])
def test_bodies_are_seen_where_the_reference_sees_them(shown: Seeing, model: str) -> None:
    seen = shown.open().evaluate(STILL, [NAMES, "pose", model])
    wrong = {}
    for name in NAMES:
        theirs = told(name)["pose"][model]
        assert len(seen[name]) == len(theirs), name
        for ours, one in zip(seen[name], theirs, strict=True):
            apart = _apart(ours, one["points"], SHOULDERS)
            places = {
                (name, model, POSE_POINTS[at]): round(float(apart[at]), 3) for at in np.flatnonzero(apart > LIMIT)
            }
            wrong |= {place: much for place, much in places.items() if place not in KNIFE_EDGES}
            assert np.array(ours)[:, 3] == pytest.approx(np.array(one["points"])[:, 3], abs=LIMIT), name
    assert wrong == {}
    assert shown.complaints == []


def test_faces_are_seen_where_the_reference_sees_them(shown: Seeing) -> None:
    seen = shown.open().evaluate(STILL, [NAMES, "face", "lite"])
    for name in NAMES:
        theirs = told(name)["faces"]
        assert len(seen[name]) == len(theirs), name
        for one in theirs:
            assert min(_apart(ours, one["points"], EYES).max() for ours in seen[name]) < LIMIT, name
    assert shown.complaints == []


def test_one_is_followed_from_picture_to_picture_as_the_reference_follows(shown: Seeing) -> None:
    name, task, ends = "house-11-face", "face", EYES
    frames = told(f"{name}-sequence")["frames"]
    windows = [frame["window"] for frame in frames]
    seen = shown.open().evaluate(FOLLOW, [name.removesuffix(f"-{task}"), task, windows])
    for number, (frame, found) in enumerate(zip(frames, seen, strict=True)):
        assert len(found) == len(frame["found"]), number
        for ours, one in zip(found, frame["found"], strict=True):
            assert _apart(ours, one["points"], ends).max() < LIMIT, number


def test_hands_are_found_in_a_picture(shown: Seeing) -> None:
    """No reference here: a hand's points lie where the body's wrist is."""
    page = shown.open()
    name = "vg-001"
    hands = page.evaluate(
        """async name => (await body.hands(await createImageBitmap(await (await fetch('/pictures/' + name)).blob())))
            .map(hand => hand.map(Object.values))""",
        name,
    )
    wrists = np.array(told(name)["pose"]["full"][0]["points"])[[15, 16], :2]
    shoulders = np.hypot(*np.subtract(*np.array(told(name)["pose"]["full"][0]["points"])[list(SHOULDERS), :2]))
    assert hands
    for hand in hands:
        assert len(hand) == 21
        assert np.hypot(*(wrists - hand[0][:2]).T).min() < 0.3 * shoulders


def test_the_fixtures_show_bodies_and_faces_enough() -> None:
    """An empty folder would agree with anything."""
    assert sum(len(told(name)["pose"]["lite"]) for name in NAMES) >= 15
    assert sum(len(told(name)["faces"]) for name in NAMES) >= 12


def test_what_is_followed_is_not_sent(shown: Seeing, tmp_path: Path) -> None:
    page = shown.open()
    page.evaluate(FOLLOW, ["house-01", "pose", [[0, 0, 500, 700]] * 3])
    assert {method for method, _, _ in shown.asked} <= {"GET"}
    assert [url for _, url, body in shown.asked if body or not url.startswith(shown.site)] == []
