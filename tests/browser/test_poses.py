"""Strike a Pose as visitors have it: played to the end in front of a camera, by keyboard, without a camera; nothing leaves the device."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pyvips
from playwright.sync_api import Browser, Page, expect

from tests.browser.cameras import browser_with, darkness, film, wall
from tests.browser.conftest import CUT, Visit, Visitor
from tests.browser.leaving import nothing_left, record
from tests.server.figures.conftest import old
from tests.works import index, put
from vitrine.cards import uses
from vitrine.house.pictures import PICTURES
from vitrine.house.pictures.painted import STUDY
from vitrine.records import Surrogate, Text
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Kind
from vitrine.server.poses.models import Challenge
from vitrine.server.site.assets import BUILD
from vitrine.server.uses.models import Switch
from vitrine.vision.figures import find_figures

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not (BUILD / "models" / "models.json").exists(), reason="the front end is not built"),
]

DANCER, JUGGLER = "house-01", "house-04"
TIMEOUT = 60_000
"""Milliseconds: a machine that does other things beside this takes its time to load the models."""


@pytest.fixture(scope="session")
def painted() -> dict[str, tuple[bytes, list[list[float]]]]:
    """Two works of the house collection, small, with the points of their figures."""
    found = {}
    for name in (DANCER, JUGGLER):
        study = PICTURES[name](STUDY)
        image = pyvips.Image.new_from_array((study.pixels * 255).clip(0, 255).astype("uint8"))
        points = [[p.x, p.y, p.visibility] for p in study.figures[0]]
        found[name] = (image.copy(interpretation="srgb").write_to_buffer(".jpg[Q=92]"), points)
    return found


def hang(key: str, picture: bytes, points: list[list[float]]) -> Work:
    """Put a work with an approved figure into the house."""
    titles = (Text(f"Figure {key}", "en"), Text(f"Figura {key}", "it"))
    texts = (Text(f"Someone stands: {key}.", "en"),)
    alt = (Text("A figure with raised arms.", "en"),)
    work = put(
        old(key, titles=titles, descriptions=texts, surrogates=(Surrogate("a.jpg", alt=alt),)), {"a.jpg": picture}
    )
    media = WorkMedia.objects.select_related("file").filter(work=work)[0]
    deciding.approve(deciding.add(media, Kind.POSE, points, "full", "Ada"), "Ada")
    return work


@pytest.fixture
def challenge(transactional_db: None, painted: dict[str, Any]) -> Challenge:
    """A challenge of two works, in a museum that has switched the game on."""
    card = uses()["strike-a-pose"].card
    assert card is not None
    Switch.objects.create(use="strike-a-pose", on=True, digest=card.digest, card_version=card.version, by="Ada")
    for name, (picture, points) in painted.items():
        hang(name, picture, points)
    index()
    figures = [f"museum:{JUGGLER}#1", f"museum:{DANCER}#1"]
    titles = {"en": "Two figures", "it": "Due figure"}
    return Challenge.objects.create(slug="two", titles=titles, figures=figures, hold=1, published=True)


Film = Callable[..., Path]


@pytest.fixture
def filmed(tmp_path: Path, painted: dict[str, Any]) -> Film:
    """Return a function that films works of the house, as if their figures stood before the camera."""

    def shoot(*names: str, seconds: float = 4) -> Path:
        return film([(painted[name][0], seconds) for name in names], tmp_path / "camera.mjpeg")

    return shoot


@pytest.fixture
def player(chromium: Browser, chromium_path: str, live_server: Any) -> Iterator[Callable[..., Visit]]:
    """Return a function that comes with a camera that shows a film."""
    with contextlib.ExitStack() as stack:

        def come(camera: Path, language: str = "en", width: int = 1440, **options: Any) -> Visit:
            browser = browser_with(camera, chromium, chromium_path)
            stack.callback(browser.close)
            context = browser.new_context(viewport={"width": width, "height": 900}, locale=language, **options)
            stack.callback(context.close)
            visit = Visit(context, live_server.url)
            record(visit)
            return visit

        yield come


def screen(page: Page, name: str) -> None:
    """Wait until a screen is seen."""
    expect(page.locator("body")).to_have_attribute("data-screen", name, timeout=TIMEOUT)


def kept(visit: Visit, name: str) -> None:
    """Keep a picture of the page where somebody wants to look at it."""
    if folder := os.environ.get("VITRINE_PICTURES"):
        visit.page.screenshot(path=f"{folder}/{name}.png")


FILMING = "document.querySelector('[data-video]').srcObject !== null"
"""Whether the camera is on."""


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_challenge_is_played_to_the_end_and_nothing_leaves_the_device(
    challenge: Challenge, filmed: Film, player: Callable[..., Visit], language: str
) -> None:
    visit = player(filmed(JUGGLER), language)
    answer = visit.page.goto(visit.site + "/play/poses/two/")
    assert answer is not None
    assert "connect-src 'self';" in answer.headers["content-security-policy"]
    page = visit.page
    page.wait_for_load_state("networkidle")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text({"en": "Two figures", "it": "Due figure"}[language])
    assert visit.barriers() == []

    page.locator("section[data-screen=start] [data-go=camera]").click()
    screen(page, "work")
    expect(page.locator("[data-shown]")).to_contain_text(f"Figur{'e' if language == 'en' else 'a'} {JUGGLER}")
    expect(page.locator("[data-shown] a")).to_have_attribute("href", f"/works/museum/{JUGGLER}")
    expect(page.locator("#work-title")).to_be_focused()
    assert visit.barriers() == []
    kept(visit, f"work-{language}")

    page.locator("[data-do=card]").click()
    with page.expect_download() as card:
        page.locator("[data-card] [data-download]").click()
    picture = Path(card.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert b"digitalsourcetype/compositeCapture" in picture
    assert pyvips.Image.new_from_buffer(picture, "").width == 1600

    page.locator("[data-do=next]").click()
    screen(page, "playing")
    expect(page.locator("[data-advice]")).not_to_be_empty()
    kept(visit, f"playing-{language}")
    page.locator("[data-do=skip]").click()
    screen(page, "work")
    page.locator("[data-do=next]").click()
    screen(page, "end")
    expect(page.locator("[data-struck] li")).to_have_count(1)
    assert visit.barriers() == []
    page.locator("[data-do=film]").click()
    link = page.locator("[data-film] [data-download]")
    expect(link).to_be_visible(timeout=TIMEOUT)
    with page.expect_download() as made:
        link.click()
    moving = Path(made.value.path()).read_bytes()
    assert b"ftyp" in moving[:12] or moving.startswith(b"\x1a\x45\xdf\xa3")
    assert b"digitalsourcetype/compositeCapture" in moving

    expect(page.locator(".promise [data-sent]")).to_contain_text("0 ")
    page.wait_for_timeout(3000)  # the service worker keeps the site's files meanwhile
    nothing_left(visit)


def test_by_keyboard_alone(challenge: Challenge, filmed: Film, player: Callable[..., Visit]) -> None:
    visit = player(filmed(JUGGLER))
    page = visit.open("/play/poses/two/")

    def tab_to(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement?.matches(selector) === true", selector):
                return
        pytest.fail(f"no way to {selector} by keyboard")

    tab_to("[data-go=camera]")
    page.keyboard.press("Enter")
    screen(page, "work")
    tab_to("[data-do=next]")
    page.keyboard.press("Space")
    screen(page, "playing")
    tab_to("[data-do=skip]")
    page.keyboard.press("Enter")
    screen(page, "work")
    tab_to("[data-do=next]")
    page.keyboard.press("Enter")
    screen(page, "end")
    page.keyboard.press("Escape")
    screen(page, "start")
    expect(page.locator("#start-title")).to_be_focused()
    nothing_left(visit)


def test_back_and_escape_stop_the_camera(challenge: Challenge, filmed: Film, player: Callable[..., Visit]) -> None:
    visit = player(filmed(DANCER))
    page = visit.open("/play/poses/two/")
    for leave in (lambda: page.keyboard.press("Escape"), page.go_back):
        page.locator("section[data-screen=start] [data-go=camera]").click()
        screen(page, "playing")
        expect(page.locator("[data-advice]")).not_to_have_text("Asking for the camera …", timeout=TIMEOUT)
        assert page.evaluate(FILMING) is True
        leave()
        screen(page, "start")
        assert page.evaluate(FILMING) is False
    nothing_left(visit)


def test_nothing_starts_before_a_tap(challenge: Challenge, filmed: Film, player: Callable[..., Visit]) -> None:
    visit = player(filmed(DANCER))
    page = visit.open("/play/poses/two/")
    page.wait_for_timeout(1000)
    assert page.evaluate(FILMING) is False
    expect(page.get_by_text("AI", exact=True).first).to_be_visible()
    expect(page.locator(".said [data-sent]")).to_have_text("0 bytes sent")


def test_a_child_takes_nothing_along(challenge: Challenge, filmed: Film, player: Callable[..., Visit]) -> None:
    visit = player(filmed(JUGGLER))
    page = visit.open("/play/poses/two/?child=1")
    expect(page.locator("[data-child]")).to_be_checked()
    page.locator("section[data-screen=start] [data-go=camera]").click()
    screen(page, "work")
    expect(page.locator("[data-do=card]")).to_be_hidden()
    for step in ("next", "skip", "next"):
        page.locator(f"[data-do={step}]").locator("visible=true").click()
    screen(page, "end")
    expect(page.locator("[data-film]")).to_be_hidden()
    nothing_left(visit)


@pytest.mark.parametrize(("seen", "said"), [(darkness, "too dark"), (wall, "see nobody")])
def test_darkness_and_nobody_are_said(
    challenge: Challenge, tmp_path: Path, player: Callable[..., Visit], seen: Callable[[], bytes], said: str
) -> None:
    visit = player(film([(seen(), 1)], tmp_path / "camera.mjpeg"))
    page = visit.open("/play/poses/two/")
    page.locator("section[data-screen=start] [data-go=camera]").click()
    expect(page.locator("[data-advice]")).to_contain_text(said, timeout=TIMEOUT)
    nothing_left(visit)


def test_without_a_camera_the_game_says_so_and_goes_on(challenge: Challenge, visitor: Visitor) -> None:
    visit = visitor(320)
    record(visit)
    page = visit.open("/play/poses/two/")
    page.locator("section[data-screen=start] [data-go=camera]").click()
    screen(page, "trouble")
    expect(page.locator("[data-trouble-says]")).not_to_be_empty()
    assert visit.barriers() == []
    page.locator("section[data-screen=trouble] [data-go=drawn]").click()
    screen(page, "drawn")
    finish_drawn(visit)


def test_the_way_without_a_camera_is_told_in_words(challenge: Challenge, visitor: Visitor) -> None:
    visit = visitor(1440)
    record(visit)
    page = visit.open("/play/poses/two/")
    page.locator("section[data-screen=start] [data-go=drawn]").click()
    screen(page, "drawn")
    choices = page.locator("[data-choices] button")
    expect(choices.first).to_be_visible()
    assert 3 <= choices.count() <= 4
    told = [choices.nth(at).inner_text() for at in range(choices.count())]
    assert all("arm" in one for one in told)
    words = {one.partition("\n")[2] for one in told}
    assert len(words) == len(told)
    assert visit.barriers() == []
    finish_drawn(visit)


def finish_drawn(visit: Visit) -> None:
    """Try the drawings until each work is found, then end."""
    page = visit.page
    for _ in range(2):
        screen(page, "drawn")
        expect(page.locator("[data-choices] button").first).to_be_visible()
        tried = 0
        while page.locator("body").get_attribute("data-screen") == "drawn":
            page.locator("[data-choices] button").nth(tried).click()
            tried += 1
        screen(page, "work")
        assert visit.sideways() == 0
        page.locator("[data-do=next]").click()
    screen(page, "end")
    expect(page.locator("[data-struck] li")).to_have_count(2)
    expect(page.locator("[data-film]")).to_be_hidden()
    nothing_left(visit)


def test_a_work_that_is_deleted_during_play_is_passed_over(
    challenge: Challenge, filmed: Film, player: Callable[..., Visit]
) -> None:
    visit = player(filmed(JUGGLER))
    page = visit.open("/play/poses/two/")
    Work.objects.filter(key=DANCER).delete()
    page.locator("section[data-screen=start] [data-go=camera]").click()
    screen(page, "work")
    page.locator("[data-do=next]").click()
    screen(page, "end")
    expect(page.locator("[data-struck] li")).to_have_count(1)


def test_the_one_who_is_tapped_plays_and_nobody_else(
    challenge: Challenge, painted: dict[str, Any], tmp_path: Path, player: Callable[..., Visit]
) -> None:
    Challenge.objects.filter(pk=challenge.pk).update(figures=[f"museum:{JUGGLER}#1"], difficulty="hard", hold=2)
    # Before the camera the dancer stands to the left and the juggler to the right: in the mirror it is the other way round.
    pair = [pyvips.Image.thumbnail_buffer(painted[name][0], 320, height=480) for name in (DANCER, JUGGLER)]
    both = pyvips.Image.arrayjoin(pair, across=2, halign="centre", valign="centre").write_to_buffer(".jpg[Q=92]")
    visit = player(film([(both, 1)], tmp_path / "camera.mjpeg"))
    page = visit.open("/play/poses/two/")
    page.locator("section[data-screen=start] [data-go=camera]").click()
    expect(page.locator("[data-score]")).not_to_be_empty(timeout=TIMEOUT)
    expect(page.locator("[data-advice]")).not_to_contain_text("…", timeout=TIMEOUT)
    mirror = page.locator("[data-mirror]")
    box = mirror.bounding_box()
    assert box is not None
    # The picture is fitted into the canvas's box: 4 to 3.
    wide = min(box["width"], box["height"] * 4 / 3)
    left = (box["width"] - wide) / 2
    mirror.click(position={"x": left + 0.25 * wide, "y": box["height"] / 2})
    screen(page, "work")
    nothing_left(visit)


@pytest.mark.parametrize("width", [320, 1440])
def test_the_list_and_the_start_fit_and_have_no_barriers(challenge: Challenge, visitor: Visitor, width: int) -> None:
    for scheme in ("light", "dark"):
        visit = visitor(width, scheme)
        for path in ("/play/poses/", "/play/poses/two/"):
            page = visit.open(path)
            assert visit.barriers() == []
            assert visit.sideways() == 0
            assert page.evaluate(CUT) == []
        assert visit.complaints == []


def test_without_scripts_the_works_are_there_to_look_at_and_read(challenge: Challenge, visitor: Visitor) -> None:
    visit = visitor(1440, java_script_enabled=False)
    page = visit.page
    page.goto(visit.site + "/play/poses/two/")
    expect(page.get_by_role("heading", name="The works of this challenge")).to_be_visible()
    expect(page.get_by_text(f"Someone stands: {DANCER}.")).to_be_visible()
    expect(page.get_by_role("button", name="Start with camera")).to_be_hidden()


def test_a_picture_of_the_gallery_is_struck_too(
    transactional_db: None, reference: Callable[[str], Path], tmp_path: Path, player: Callable[..., Visit]
) -> None:
    card = uses()["strike-a-pose"].card
    assert card is not None
    Switch.objects.create(use="strike-a-pose", on=True, digest=card.digest, card_version=card.version, by="Ada")
    folder = reference("gallery")
    for path in sorted(folder.glob("*.jpg")):
        image = pyvips.Image.thumbnail(str(path), 640, height=480, export_profile="srgb").copy_memory()
        figure = next(iter(find_figures(image.numpy()[:, :, :3], most=1)), None)
        if figure is not None and all(figure.points[joint].visibility > 0.7 for joint in (11, 12, 13, 14, 15, 16)):
            break
    else:
        pytest.skip("no picture of the gallery shows a figure with both arms")
    picture = image.write_to_buffer(".jpg[Q=92]")
    hang("gallery", picture, [[p.x, p.y, p.visibility] for p in figure.points])
    Challenge.objects.create(
        slug="gallery", titles={"en": "Gallery"}, figures=["museum:gallery#1"], part="upper", hold=1, published=True
    )
    visit = player(film([(picture, 2)], tmp_path / "camera.mjpeg"))
    page = visit.open("/play/poses/gallery/")
    page.locator("section[data-screen=start] [data-go=camera]").click()
    screen(page, "work")
    expect(page.locator("[data-shown]")).to_contain_text("Figure gallery")
    nothing_left(visit)
