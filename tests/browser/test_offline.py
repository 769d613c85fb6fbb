"""The games without a network: kept with the first start, whole, renewed with each visit, and nothing else of the site."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.fake_camera import arguments, write
from tests.server.figures.conftest import _plain, old
from tests.server.portraits.conftest import approved, prepared
from tests.server.poses.conftest import posed
from vitrine.cards import uses
from vitrine.records import Sensitivity, decode, encode
from vitrine.server.collection.models import Version
from vitrine.server.portraits.experience import EXPERIENCE
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch

__all__ = ["_plain"]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

LONG = 60_000
"""Milliseconds: a machine without a graphics card keeps some twenty megabytes and loads the models."""

POSES, FACES = "/play/poses/all/", "/play/faces/museum/sitter/"

KEPT = """async () => (await Promise.all((await caches.keys()).map(
    async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat()"""


@pytest.fixture
def player(chromium: Browser, chromium_path: str, live_server: Any, tmp_path: Path) -> Iterator[Callable[[], Visit]]:
    """Return a function that comes to the site with a camera that shows a grey wall."""
    film = write(np.full((480, 640, 3), 128, np.uint8), tmp_path / "wall.y4m")
    plain = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    started = chromium.browser_type.launch(executable_path=chromium_path, args=[*plain, *arguments(film)])

    def come() -> Visit:
        context = started.new_context(viewport={"width": 1280, "height": 900}, locale="en", permissions=["camera"])
        return Visit(context, live_server.url)

    yield come
    started.close()


@pytest.fixture
def _games() -> None:
    """Both games switched on, each with works."""
    if EXPERIENCE.missing():
        pytest.skip(EXPERIENCE.missing())
    for use in ("strike-a-pose", "face-fit"):
        card = uses()[use].card
        assert card is not None
        Switch.objects.create(use=use, on=True, digest=card.digest, card_version=card.version, by="Ada")
    for key in ("one", "two"):
        posed(key)
    portrait = prepared(approved(old("sitter")))
    assert turn(portrait, Portrait.State.OPEN, "Ada")


def kept(page: Page) -> set[str]:
    return set(page.evaluate(KEPT))


def start_and_keep(visit: Visit, address: str) -> Page:
    """Start a game without a camera, and wait until all of it is kept."""
    page = visit.open(address)
    page.get_by_role("button", name="Play without camera").first.click()
    page.locator("[data-kept-says]", has_text="works without a network now").wait_for(state="attached", timeout=LONG)
    return page


def unplug(visit: Visit) -> None:
    """Take the network away, and what the browser has put aside by itself: a full device forgets that first."""
    visit.context.new_cdp_session(visit.page).send("Network.clearBrowserCache")
    visit.context.set_offline(True)


@pytest.mark.usefixtures("_games")
@pytest.mark.parametrize("address", [POSES, FACES])
def test_both_games_are_played_without_a_network_after_the_first_time(
    address: str, player: Callable[[], Visit]
) -> None:
    visit = player()
    page = start_and_keep(visit, address)
    unplug(visit)
    visit.complaints.clear()
    page.goto(visit.site + address)
    expect(page.locator("#start-title")).to_be_visible()
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].some(one => one.status === 'loaded'))")
    page.get_by_role("button", name="Start with camera").click()
    # Whoever looks at a wall sees nobody: the models are here and have looked.
    expect(page.locator("[data-advice]")).to_contain_text(re.compile("nobody|no face", re.I), timeout=LONG)
    page.get_by_role("button", name="Give up").click()
    pictures = page.evaluate(
        "Promise.all([...document.querySelectorAll('main img')].map(one => { one.loading = 'eager'; return one.decode().then(() => true, () => false) }))"
    )
    assert pictures
    assert all(pictures)
    assert not [one for one in visit.complaints if "Content Security" in one]


@pytest.mark.usefixtures("_games")
def test_nothing_is_kept_before_a_game_is_started_and_all_goes_when_asked(player: Callable[[], Visit]) -> None:
    visit = player()
    page = visit.open(POSES)
    page.wait_for_timeout(2500)
    assert kept(page) == set()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    start_and_keep(visit, POSES)
    files = kept(page)
    assert {POSES, "/play/", "/play/poses/all.json"} <= files
    assert not [one for one in files if one.startswith(("/studio", "/works")) or one == "/"]
    visit.open(POSES)
    page.get_by_role("button", name="Remove it").click(timeout=LONG)
    expect(page.locator("[data-kept-says]")).to_contain_text("Nothing of the game is kept")
    assert kept(page) == set()


@pytest.mark.usefixtures("_games")
def test_a_work_that_is_closed_is_gone_with_the_next_visit_whatever_game_is_visited(
    player: Callable[[], Visit],
) -> None:
    visit = player()
    page = start_and_keep(visit, POSES)
    pictures = {one for one in kept(page) if one.startswith("/media/")}
    closed = Version.objects.get(work__key="one")
    marked = msgspec.structs.replace(decode(bytes(closed.data)), sensitivities=(Sensitivity("sacred or secret"),))
    Version.objects.filter(pk=closed.pk).update(data=encode(marked))
    start_and_keep(visit, FACES)
    page.wait_for_function(
        "async () => !(await (await (await caches.open('vitrine-play')).match('/play/poses/all.json')).text()).includes('one')",
        timeout=LONG,
    )
    start_and_keep(visit, POSES)
    left = kept(page)
    assert len(pictures - left) >= 1
    unplug(visit)
    page.goto(visit.site + POSES)
    assert "Dancer one" not in page.content()
    assert "Dancer two" in page.content()


@pytest.mark.usefixtures("_games")
def test_without_a_network_a_page_that_is_not_here_gives_way_to_the_list_of_games(player: Callable[[], Visit]) -> None:
    visit = player()
    page = start_and_keep(visit, POSES)
    unplug(visit)
    page.goto(visit.site + FACES)
    expect(page.get_by_role("heading", name="Play", exact=True)).to_be_visible()
