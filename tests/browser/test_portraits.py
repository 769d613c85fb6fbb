"""Face-Fit, played to the end before a camera that shows the portrait itself: nothing leaves, nothing stays, and the picture says what it is."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, Visitor
from tests.browser.fake_camera import arguments, film, write
from tests.server.figures.conftest import old
from tests.server.portraits.conftest import approve
from tests.works import put
from vitrine.cards import uses
from vitrine.house import paint
from vitrine.records import Maker, Text
from vitrine.server.collection.models import Work
from vitrine.server.figures.approved import approved_faces
from vitrine.server.portraits.experience import EXPERIENCE
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import prepare, turn
from vitrine.server.uses.models import Switch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIXTURES = Path(__file__).parents[1] / "fixtures"
GIRL = "Girl with a Pearl Earring"
UNTIL_MATCHED = 60_000
"""Milliseconds: a machine without a graphics card loads the models and looks at some pictures."""


class Sitter:
    """A portrait with the points of its face, and a camera that shows it."""

    def __init__(self, picture: bytes, points: list[list[float]], folder: Path) -> None:
        self.picture, self.points = picture, points
        places = np.array(points)
        low, high = places.min(axis=0), places.max(axis=0)
        middle = (low + high) / 2
        self.film = film(picture, folder / "film.y4m", middle=(middle[0], middle[1]), height=2.2 * (high - low)[1])


@pytest.fixture(scope="module")
def cardigan(tmp_path_factory: pytest.TempPathFactory) -> Sitter:
    """The house collection's portrait, painted now."""
    folder = tmp_path_factory.mktemp("cardigan")
    paint("house-11", folder / "house-11.jpg", 760)
    told = json.loads((FIXTURES / "body/house-11.json").read_text())
    return Sitter((folder / "house-11.jpg").read_bytes(), told["faces"][0]["points"], folder)


@pytest.fixture
def girl(reference: Callable[[str], Path], tmp_path: Path) -> Sitter:
    """A portrait of the gallery."""
    picture = reference("gallery/vg-012.jpg").read_bytes()
    faces = {one["of"]: one["points"] for one in json.loads((FIXTURES / "portraits/faces.json").read_text())}
    return Sitter(picture, faces[GIRL], tmp_path)


@pytest.fixture
def before(chromium: Browser, chromium_path: str, live_server: Any) -> Iterator[Callable[..., Visit]]:
    """Return a function that comes to the site with a camera that shows a film."""
    browsers: list[Browser] = []

    def come(shown: Path, width: int = 1440, scheme: Any = "light", language: str = "en") -> Visit:
        plain = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
        started = chromium.browser_type.launch(executable_path=chromium_path, args=[*plain, *arguments(shown)])
        browsers.append(started)
        size = {"width": width, "height": 900 if width > 600 else 640}
        context = started.new_context(
            viewport=size, color_scheme=scheme, locale=language, permissions=["camera"], accept_downloads=True
        )
        return Visit(context, live_server.url)

    yield come
    for browser in browsers:
        browser.close()


def open_portrait(sitter: Sitter, title: str = "Red Cardigan", maker: str = "Ada Brown") -> Portrait:
    """Let a portrait into the game, the game switched on."""
    if EXPERIENCE.missing():
        pytest.skip(EXPERIENCE.missing())
    card = uses()["face-fit"].card
    assert card is not None
    Switch.objects.create(use="face-fit", on=True, digest=card.digest, card_version=card.version, by="Ada")
    makers = (Maker(maker, "en", role="painter", born=1600, died=1669),)
    work = put(old("sitter", titles=(Text(title, "en"),), makers=makers), {"a.jpg": sitter.picture})
    approve(work, sitter.points)
    (face,) = approved_faces(Work.objects.filter(pk=work.pk))
    portrait = prepare(face)
    assert turn(portrait, Portrait.State.OPEN, "Ada")
    return portrait


ADDRESS = "/play/faces/museum/sitter/"


class Sent:
    """What a page has sent, of whatever kind."""

    def __init__(self, visit: Visit) -> None:
        self.bodies: list[tuple[str, str]] = []
        self.sockets: list[str] = []
        self.methods: set[str] = set()
        visit.context.on("request", self._asked)
        visit.page.on("websocket", lambda one: self.sockets.append(one.url))

    def _asked(self, request: Any) -> None:
        self.methods.add(request.method)
        if request.post_data_buffer:
            self.bodies.append((request.url, str(request.post_data_buffer)))


KEPT = """async () => ({
    cookies: document.cookie, local: {...localStorage}, session: {...sessionStorage},
    databases: (await indexedDB.databases()).map(one => one.name),
    files: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => one.url)))).flat(),
})"""


def nothing_left(visit: Visit, sent: Sent) -> None:
    """Check that neither pictures nor points went anywhere or stayed here."""
    assert sent.bodies == []
    assert sent.sockets == []
    assert sent.methods == {"GET"}
    assert visit.elsewhere() == []
    assert all(len(url) < 400 for url in visit.asked if not url.startswith("blob:"))
    kept = visit.page.evaluate(KEPT)
    assert [kept["cookies"], kept["local"], kept["session"], kept["databases"]] == ["", {}, {}, []]
    assert all(url.startswith(visit.site) for url in kept["files"])


def screen(visit: Visit, name: str) -> None:
    visit.page.locator(f"body[data-screen='{name}']").wait_for(timeout=UNTIL_MATCHED)


def taken(visit: Visit, to: Path) -> pyvips.Image:
    """Download the picture and open it."""
    with visit.page.expect_download() as download:
        visit.page.locator("[data-download]").click()
    download.value.save_as(to)
    return pyvips.Image.new_from_file(str(to), fail=True)


@pytest.mark.parametrize(("language", "starts"), [("en", "Start with camera"), ("de", None)])
def test_played_to_the_end_and_taken_along(
    language: str, starts: str | None, cardigan: Sitter, before: Callable[..., Visit], tmp_path: Path
) -> None:
    open_portrait(cardigan)
    visit = before(cardigan.film, language=language)
    sent = Sent(visit)
    page = visit.open(ADDRESS)
    assert page.locator("html").get_attribute("lang") == language
    if starts:
        page.get_by_role("button", name=starts).click()
    else:
        page.locator("[data-go=camera]").first.click()
    screen(visit, "result")
    assert page.locator(".promise [data-sent]").inner_text().startswith("0 ")
    image = taken(visit, tmp_path / "mine.jpg")
    nothing_left(visit, sent)
    packet = image.get("xmp-data").decode()
    assert "digitalsourcetype/compositeWithTrainedAlgorithmicMedia<" in packet
    assert "Red Cardigan" in packet
    assert "Ada Brown" in packet
    assert "http://creativecommons.org/publicdomain/zero/1.0/" in packet
    seen_mark(image, pyvips.Image.new_from_buffer(cardigan.picture, ""))
    assert visit.complaints == []


def seen_mark(image: pyvips.Image, original: pyvips.Image) -> None:
    """Check that the mark is in the upper right corner, and the caption beneath the whole picture."""
    assert image.width == original.width or image.width in (320, 640)
    assert image.height > round(original.height * image.width / original.width)
    corner = image.crop(image.width * 2 // 3, 0, image.width // 3, image.height // 12).colourspace("b-w").numpy()
    assert (corner < 40).mean() > 0.1  # the plate
    assert (corner > 230).mean() > 0.01  # its letters


def test_the_face_in_the_picture_is_the_visitors_and_the_rest_the_paintings(
    cardigan: Sitter, before: Callable[..., Visit], tmp_path: Path
) -> None:
    portrait = open_portrait(cardigan)
    visit = before(cardigan.film)
    visit.open(ADDRESS).locator("[data-go=camera]").first.click()
    screen(visit, "result")
    image = taken(visit, tmp_path / "mine.jpg")
    original = pyvips.Image.new_from_buffer(cardigan.picture, "")
    scale = image.width / original.width
    wanted = original.resize(scale).extract_band(0, n=3).numpy().astype(int)
    made = image.extract_band(0, n=3).numpy().astype(int)
    low, high = np.array(cardigan.points).min(axis=0) * scale, np.array(cardigan.points).max(axis=0) * scale
    below = slice(int(high[1] + 60), int(original.height * scale) - 10)
    assert np.abs(made[below] - wanted[below]).mean() < 6
    face = (slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0])))
    assert 0.5 < np.abs(made[face] - wanted[face]).mean() < 20
    assert portrait.expression["size"] > 40


def test_played_by_keyboard_alone(cardigan: Sitter, before: Callable[..., Visit]) -> None:
    open_portrait(cardigan)
    visit = before(cardigan.film)
    page = visit.open(ADDRESS)
    _tab_to(visit, "[data-go=camera]")
    page.keyboard.press("Enter")
    screen(visit, "result")
    assert page.evaluate("document.activeElement.id") == "result-title"
    _tab_to(visit, "[data-download]")
    with page.expect_download():
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    screen(visit, "start")
    assert visit.complaints == []


def _tab_to(visit: Visit, selector: str) -> None:
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate(f"document.activeElement.matches('{selector}')"):
            return
    raise AssertionError(f"The Tab key does not lead to {selector}.")


def test_another_face_is_told_what_to_do_and_nothing_is_painted(
    cardigan: Sitter, girl: Sitter, before: Callable[..., Visit]
) -> None:
    open_portrait(cardigan)
    visit = before(girl.film, width=320, scheme="dark")
    page = visit.open(ADDRESS)
    page.locator("[data-go=camera]").first.click()
    page.get_by_text("Turn your head a little to your left.").first.wait_for(timeout=UNTIL_MATCHED)
    assert visit.barriers() == []
    assert visit.sideways() == 0
    page.wait_for_timeout(2000)
    assert page.evaluate("document.body.dataset.screen") == "playing"
    page.get_by_role("button", name="Swap left and right").click()
    page.get_by_text("Turn your head a little to your right.").first.wait_for(timeout=UNTIL_MATCHED)


def test_a_portrait_of_the_gallery_in_another_language(
    girl: Sitter, before: Callable[..., Visit], tmp_path: Path
) -> None:
    open_portrait(girl, GIRL, "Johannes Vermeer")
    visit = before(girl.film, language="it")
    sent = Sent(visit)
    visit.open(ADDRESS).locator("[data-go=camera]").first.click()
    screen(visit, "result")
    assert "Johannes Vermeer" in taken(visit, tmp_path / "mine.jpg").get("xmp-data").decode()
    nothing_left(visit, sent)


def test_a_child_takes_nothing_along(cardigan: Sitter, before: Callable[..., Visit]) -> None:
    open_portrait(cardigan)
    visit = before(cardigan.film)
    page = visit.open(f"{ADDRESS}?child=1")
    page.locator("[data-go=camera]").first.click()
    screen(visit, "result")
    assert not page.locator("[data-download]").is_visible()
    assert not page.locator("[data-share]").is_visible()
    assert page.locator("[data-download]").get_attribute("href") is None


def test_in_the_dark_it_says_so(cardigan: Sitter, before: Callable[..., Visit], tmp_path: Path) -> None:
    open_portrait(cardigan)
    dark = write(np.zeros((480, 640, 3), np.uint8), tmp_path / "dark.y4m")
    page = before(dark).open(ADDRESS)
    page.locator("[data-go=camera]").first.click()
    page.get_by_text("It is too dark here").first.wait_for(timeout=UNTIL_MATCHED)


def test_nobody_there_is_said(cardigan: Sitter, before: Callable[..., Visit], tmp_path: Path) -> None:
    open_portrait(cardigan)
    wall = write(np.full((480, 640, 3), 150, np.uint8), tmp_path / "wall.y4m")
    page = before(wall).open(ADDRESS)
    page.locator("[data-go=camera]").first.click()
    page.get_by_text("No face is seen.").first.wait_for(timeout=UNTIL_MATCHED)


def test_without_a_camera_there_is_a_way_on_to_the_portrait(cardigan: Sitter, visitor: Visitor) -> None:
    open_portrait(cardigan)
    visit = visitor(320)
    page = visit.open(ADDRESS)
    page.locator("[data-go=camera]").first.click()
    screen(visit, "trouble")
    assert "camera" in page.locator("[data-trouble-says]").inner_text()
    page.locator("section[data-screen=trouble] [data-go=drawn]").click()
    screen(visit, "drawn")
    assert visit.barriers() == []
    assert visit.sideways() == 0
    heads = page.locator(".choice")
    assert heads.count() == 4
    for number in range(heads.count()):
        _press(visit, number)
        if page.evaluate("document.body.dataset.screen") == "look":
            break
        assert "Not quite" in page.locator("[data-drawn-says]").inner_text()
    screen(visit, "look")
    assert page.get_by_role("link", name="More about this work").last.is_visible()


def _press(visit: Visit, number: int) -> None:
    """Choose a drawn head by keyboard."""
    visit.page.locator(".choice").nth(number).focus()
    visit.page.keyboard.press("Enter")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_choosing_starting_and_the_result_have_no_barriers(
    width: int, scheme: str, cardigan: Sitter, before: Callable[..., Visit]
) -> None:
    open_portrait(cardigan, title="Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 3)
    visit = before(cardigan.film, width=width, scheme=scheme)
    page = visit.open("/play/faces/")
    assert (visit.barriers(), visit.sideways()) == ([], 0)
    page.locator(".shelf a").click()
    page.wait_for_load_state("networkidle")
    assert (visit.barriers(), visit.sideways()) == ([], 0)
    page.locator("[data-go=camera]").first.click()
    screen(visit, "result")
    assert (visit.barriers(), visit.sideways()) == ([], 0)
