"""The editor of figures as a curator has it: by mouse in few actions, by keyboard alone, and with somebody else at work."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.server.figures.conftest import BODY, FACE, old
from tests.works import picture, put
from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.figures.studio.template import face_template

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

MAN = {
    0: (400, 60), 7: (415, 55), 8: (385, 55), 11: (450, 130), 13: (480, 200), 15: (500, 270), 12: (350, 130), 14: (320, 200),
    16: (300, 270), 23: (430, 290), 25: (435, 400), 27: (440, 520), 24: (370, 290), 26: (365, 400), 28: (360, 520),
}  # fmt: skip
"""Where a man stands in a picture of 800 by 600: his left is to our right."""


def hang() -> WorkMedia:
    return WorkMedia.objects.select_related("file", "work").get(work=put(old(), {"a.jpg": picture()}))


def edit(visit: Visit, media: WorkMedia, kind: str = "pose") -> Page:
    page = visit.open(f"/studio/figures/{media.pk}/{kind}/")
    expect(page.locator("[data-figures-editor]")).to_be_visible()
    return page


def told(page: Page) -> Any:
    return page.locator("[data-status]")


def spot(page: Page, place: tuple[float, float]) -> tuple[float, float]:
    """Return where a place of the picture is on the screen."""
    box = page.locator("[data-drawing]").bounding_box()
    assert box is not None
    return box["x"] + place[0] / 800 * box["width"], box["y"] + place[1] / 600 * box["height"]


def _kept(page: Page, name: str) -> None:
    if folder := os.environ.get("VITRINE_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")


def near(point: list[float], place: tuple[float, float], by: float = 2) -> bool:
    return abs(point[0] - place[0]) <= by and abs(point[1] - place[1]) <= by


def test_all_points_of_a_figure_take_seventeen_actions(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(), hang()
    page = edit(visit, media)
    actions = 1
    page.keyboard.press("p")
    for place in MAN.values():
        page.mouse.click(*spot(page, place))
        actions += 1
    page.keyboard.press("a")
    actions += 1
    expect(told(page)).to_have_text("Approved.")
    assert actions == 17
    figure = Figure.objects.get()
    assert (figure.state, figure.part, len(figure.points)) == ("approved", "full", 33)
    assert all(near(figure.points[joint], place) for joint, place in MAN.items())
    # What nobody clicked on follows: fingers go on from the wrist, eyes lie over the nose, the left one to our right.
    assert all(figure.points[finger][1] > MAN[15][1] for finger in (17, 19))
    assert figure.points[2][1] < MAN[0][1]
    assert figure.points[2][0] > figure.points[5][0]
    assert visit.complaints == []
    assert visit.elsewhere() == []


def test_skipped_joints_are_hidden_and_steps_go_back(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(), hang()
    page = edit(visit, media)
    page.get_by_label("Upper body").check()
    page.get_by_role("button", name="Place all").click()
    for joint in (0, 7, 8, 11):
        page.mouse.click(*spot(page, MAN[joint]))
    page.get_by_role("button", name="One back").click()
    expect(told(page)).to_contain_text("Left shoulder (4 of 11)")
    page.mouse.click(*spot(page, MAN[11]))
    for _ in range(6):
        page.keyboard.press("k")
    expect(told(page)).to_contain_text("Right hip (11 of 11)")
    page.mouse.click(*spot(page, MAN[24]))
    page.keyboard.press("s")
    expect(told(page)).to_have_text("Saved.")
    points = Figure.objects.get().points
    assert points[13][2] == points[27][2] == points[31][2] == 0
    assert points[11][2] == points[24][2] == 1
    page.keyboard.press("p")
    page.mouse.click(*spot(page, MAN[0]))
    page.keyboard.press("Escape")
    expect(told(page)).to_contain_text("Nothing has changed")
    assert visit.complaints == []


def test_by_keyboard_alone(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(1440, "dark"), hang()
    deciding.add(media, Kind.POSE, [[300 + x, y, v] for x, y, v in BODY], "full", "Bo")
    page = edit(visit, media)
    before = Figure.objects.get().points[13]
    elbow = page.get_by_role("button", name="Left elbow, visible")
    page.locator("[data-frame]").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(elbow).to_be_focused()
    for key in ("ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(told(page)).to_contain_text("Left elbow:")
    page.keyboard.press("h")
    expect(page.get_by_role("button", name="Left elbow, hidden")).to_be_focused()
    assert visit.barriers("main") == []
    _kept(page, "figures-dark")
    page.keyboard.press("Control+z")
    expect(elbow).to_be_focused()
    page.keyboard.press("a")
    expect(told(page)).to_have_text("Approved.")
    after, unit = Figure.objects.get().points[13], 800 / page.locator("[data-drawing]").bounding_box()["width"]  # type: ignore[index]
    assert near(after, (before[0] + unit, before[1] + 20 * unit), 0.01)
    page.keyboard.press("f")
    for _ in range(15):
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("All placed")
    page.keyboard.press("Control+z")
    page.get_by_label("Single keys act").uncheck()
    page.keyboard.press("x")
    page.wait_for_timeout(300)
    assert [one.state for one in Figure.objects.all()] == ["approved"]
    assert visit.complaints == []


def test_a_joint_is_dragged_its_hand_comes_along_and_sides_are_swapped(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(), hang()
    page = edit(visit, media)
    page.keyboard.press("p")
    for place in MAN.values():
        page.mouse.click(*spot(page, place))
    page.keyboard.press("s")
    expect(told(page)).to_have_text("Saved.")
    before = Figure.objects.get().points
    page.mouse.move(*spot(page, MAN[15]))
    page.mouse.down()
    page.mouse.move(*spot(page, (600, 200)), steps=5)
    page.mouse.up()
    page.keyboard.press("m")
    page.keyboard.press("s")
    expect(told(page)).to_have_text("Saved.")
    after = Figure.objects.get().points
    assert near(after[16], (600, 200))
    assert near(after[20], (before[19][0] + 100, before[19][1] - 70), 3)
    assert near(after[15], MAN[16])


def test_a_face_bends_round_the_landmark_that_is_dragged(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(320), hang()
    oval = [[400 + 15 * x, 300 + 15 * y, 15 * z] for x, y, z in face_template()]
    deciding.add(media, Kind.FACE, oval, "upper", "Bo")
    page = edit(visit, media, "face")
    chin = page.get_by_role("button", name="Chin")
    page.locator("[data-joint='152']").focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowDown")
    expect(chin).to_be_focused()
    assert visit.sideways() <= 0
    assert visit.barriers("main") == []
    page.get_by_role("button", name="Save").click()
    expect(told(page)).to_have_text("Saved.")
    points = Figure.objects.get().points
    down = points[152][1] - oval[152][1]
    assert down > 3
    # What lies beside the chin comes along, the other landmarks stay where they are.
    assert all(down / 2 < points[beside][1] - oval[beside][1] < down * 1.2 for beside in (148, 377, 175))
    assert all(near(points[other], (oval[other][0], oval[other][1]), 0.1) for other in (1, 33, 263, 61, 17, 454))
    assert visit.complaints == []


def test_somebody_else_was_there_before(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(), hang()
    figure = deciding.add(media, Kind.POSE, [[300 + x, y, v] for x, y, v in BODY], "full", "Bo")
    page = edit(visit, media)
    theirs = [[250 + x, y, v] for x, y, v in BODY]
    deciding.place(figure, theirs, "seated", "Bo")
    page.get_by_role("button", name="Nose").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("s")
    expect(told(page)).to_contain_text("Bo changed this meanwhile")
    assert Figure.objects.get().points == theirs
    page.get_by_role("button", name="Keep mine and save again").click()
    expect(told(page)).to_have_text("Saved.")
    assert Figure.objects.get().points[0][0] > 400
    assert theirs in [one.points for one in figure.steps.all()]
    assert [one for one in visit.complaints if "409" not in one] == []


def test_the_list_leads_to_the_editor_and_on(keeper: Callable[..., Visit]) -> None:
    visit, media = keeper(320), hang()
    deciding.add(media, Kind.POSE, BODY, "full", "Bo")
    deciding.add(media, Kind.FACE, FACE, "full", "Bo")
    page = visit.open("/studio/figures/")
    assert visit.barriers("main") == []
    assert visit.sideways() <= 0
    page.get_by_role("link", name="Begin with the first").click()
    expect(page.get_by_text("Figure 1: to do")).to_be_visible()
    page.keyboard.press("a")
    expect(told(page)).to_have_text("Approved.")
    page.keyboard.press("n")
    expect(page.get_by_text("Face 1: to do")).to_be_visible()
    assert visit.complaints == []


def test_a_finger_drags_a_joint_and_moves_the_picture_elsewhere(
    keeper: Callable[..., Visit], visitor: Callable[..., Visit]
) -> None:
    signed_in, media = keeper(), hang()
    figure = deciding.add(media, Kind.POSE, [[300 + x, y, v] for x, y, v in BODY], "full", "Bo")
    visit = visitor(320, has_touch=True, is_mobile=True, storage_state=signed_in.context.storage_state())
    page = edit(visit, media)
    touch = visit.context.new_cdp_session(page)

    def drag(start: tuple[float, float], by: tuple[float, float]) -> None:
        for step in range(6):
            point = {"x": start[0] + by[0] * step / 5, "y": start[1] + by[1] * step / 5}
            touch.send(
                "Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": [point]}
            )
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    middle = "document.querySelector('[data-frame]').scrollIntoView({block: 'center', behavior: 'instant'})"
    page.evaluate(middle)
    drag(spot(page, tuple(figure.points[28][:2])), (30, 20))
    expect(page.get_by_text("changed, not saved")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(told(page)).to_have_text("Saved.")
    after, unit = Figure.objects.get().points[28], 800 / 280
    assert near(after, (figure.points[28][0] + 30 * unit, figure.points[28][1] + 20 * unit), 8)
    page.evaluate(middle)
    before = spot(page, (0, 0))[1]
    drag(spot(page, (100, 500)), (0, -40))
    assert spot(page, (0, 0))[1] < before
    assert Figure.objects.get().points[28] == after
