"""A kiosk in a real browser: it begins in the visitor's language, leads nowhere else, and begins anew when nobody is there."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor
from tests.server.figures.conftest import old
from tests.server.portraits.conftest import approved, prepared
from vitrine.cards import uses
from vitrine.server.play.assessing import Answer, answer
from vitrine.server.play.models import Kiosk
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch

WAYS_OUT = """() => [...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility())
    .map(link => link.getAttribute('href')).filter(href => !href.startsWith('#') && !href.startsWith('/play/'))"""

SMALL = """() => [...document.querySelectorAll('a[href], button')].filter(one => one.checkVisibility() && !one.matches('.skip'))
    .map(one => one.closest('.hung') ?? one).filter(one => one.getBoundingClientRect().height < 64)
    .map(one => one.textContent.trim())"""


@pytest.fixture
def kiosk(monkeypatch: pytest.MonkeyPatch, _wagtail: None) -> Kiosk:
    """A kiosk with a portrait on it, seated, in two languages."""
    monkeypatch.setattr("vitrine.server.portraits.experience._MODELS", ())
    card = uses()["face-fit"].card
    assert card is not None
    Switch.objects.create(use="face-fit", on=True, digest=card.digest, card_version=card.version, by="Ada")
    turn(prepared(approved(old("lady"))), Portrait.State.OPEN, "Ada")
    answer("faces", Answer("done", date(2026, 11, 1), "", "Ada"), "Ada")
    return Kiosk.objects.create(name="Hall", code="space3", place="faces", idle=600, languages=["en", "de"])


def begin(visit: Visit, kiosk: Kiosk, language: str) -> None:
    visit.open(kiosk.address)
    visit.page.locator(f'.kiosk-ways [value="{language}"]').click()
    visit.page.wait_for_url("**/play/faces/?kiosk=space3")


def test_a_visitor_comes_to_the_game_in_a_language_and_nowhere_else(visitor: Visitor, kiosk: Kiosk) -> None:
    visit = visitor(1080)
    visit.page.set_viewport_size({"width": 1080, "height": 1920})
    visit.open(kiosk.address)
    assert visit.barriers() == []
    begin(visit, kiosk, "de")
    for there in ("**/play/faces/?kiosk=space3", "**/play/faces/museum/lady/?kiosk=space3"):
        visit.page.wait_for_url(there)
        visit.page.wait_for_load_state("networkidle")
        assert visit.page.locator("html").get_attribute("lang") == "de"
        assert visit.page.evaluate(WAYS_OUT) == []
        assert visit.page.evaluate(SMALL) == []
        assert visit.barriers() == []
        if "lady" not in there:
            visit.page.locator(".shelf a").click()
    assert visit.page.evaluate("document.fullscreenEnabled")
    assert visit.elsewhere() == []
    assert visit.complaints == []


def test_what_is_tapped_by_somebody_seated_lies_in_the_lower_half(visitor: Visitor, kiosk: Kiosk) -> None:
    visit = visitor(1080)
    visit.page.set_viewport_size({"width": 1080, "height": 1920})
    begin(visit, kiosk, "en")
    visit.page.locator(".shelf a").click()
    visit.page.wait_for_url("**/museum/lady/**")
    tops = visit.page.evaluate(
        "() => [...document.querySelectorAll('main button, header :is(button, a[href])')]"
        ".filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().top)"
    )
    assert tops
    assert min(tops) > 960


def test_nobody_there_is_asked_and_it_begins_anew(visitor: Visitor, kiosk: Kiosk) -> None:
    Kiosk.objects.update(idle=20)
    visit = visitor()
    begin(visit, kiosk, "de")
    question = visit.page.get_by_role("dialog")
    expect(question).to_be_visible(timeout=20_000)
    # Somebody is there after all: by keyboard, since the question has the focus.
    visit.page.keyboard.press("Enter")
    expect(question).to_be_hidden()
    assert "/play/faces/" in visit.page.url
    visit.page.wait_for_url(f"**{kiosk.address}", timeout=40_000)
    assert visit.page.locator("html").get_attribute("lang") == "en"
    assert visit.complaints == []


def test_a_kiosk_without_a_network_stays_on_its_page(visitor: Visitor, kiosk: Kiosk) -> None:
    visit = visitor()
    begin(visit, kiosk, "en")
    visit.context.route("**/*", lambda route: route.abort())
    visit.page.get_by_role("link", name="Start over").click()
    visit.page.wait_for_timeout(500)
    assert "chrome-error" not in visit.page.url
    expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
