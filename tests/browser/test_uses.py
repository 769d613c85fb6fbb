"""The account of AI and its switch, as a visitor and a publisher have them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CUT, Visit, Visitor
from tests.cards.conftest import packages
from tests.cards.packages import install
from tests.cards.sample import GOOD, without

__all__ = ["packages"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]


def _kept(visit: Visit, name: str) -> None:
    """Keep a picture of the page where somebody wants to look at it."""
    if folder := os.environ.get("VITRINE_PICTURES"):
        visit.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_publisher_confirms_a_card_and_the_public_is_told(
    packages: Path, keeper: Callable[..., Visit], visitor: Visitor
) -> None:
    install(packages, "colour-words", GOOD)
    visit = keeper()
    page = visit.open("/studio/ai-uses/")
    assert visit.barriers() == []
    page.get_by_role("link", name="Colour words").click()
    _kept(visit, "studio-off")
    page.get_by_label("Who answers for this use").fill("Head of collections")
    page.get_by_label("I have read the card").check()
    page.get_by_role("button", name="Confirm the card").click()
    expect(page.get_by_role("alert").first).to_contain_text("It is not on yet")
    assert visit.barriers() == []
    _kept(visit, "studio-fault")
    page.get_by_label("knows and agrees").check()
    page.get_by_role("button", name="Confirm the card").click()
    expect(page.get_by_role("button", name="Switch it off")).to_be_visible()
    page.wait_for_timeout(700)  # messages of the studio fade in
    assert visit.barriers() == []
    _kept(visit, "studio-on")
    public = visitor()
    told = public.open("/ai")
    expect(told.get_by_text("On since")).to_be_visible()
    expect(told.get_by_text("Head of collections")).to_be_visible()
    page.get_by_role("button", name="Switch it off").click()
    expect(page.get_by_text("Off since")).to_be_visible()
    # The browser itself notes that the half-filled form was answered with 400.
    assert [one for one in visit.complaints if "400" not in one] == []
    assert visit.elsewhere() == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1440, "light"), (1440, "dark")])
def test_everybody_can_read_the_account(packages: Path, visitor: Visitor, width: int, scheme: str) -> None:
    install(packages, "colour-words", GOOD)
    visit = visitor(width, scheme)
    page = visit.open("/ai")
    _kept(visit, f"ai-{width}-{scheme}")
    one = page.locator("#colour-words")
    one.locator("summary").press("Enter")
    expect(one.get_by_text("What it does badly")).to_be_visible()
    _kept(visit, f"ai-open-{width}-{scheme}")
    assert visit.barriers() == []
    assert visit.sideways() <= 0
    assert page.evaluate(CUT) == []
    assert visit.complaints == []
    assert visit.elsewhere() == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "dark"), (320, "light")])
def test_the_studios_pages_are_for_everybody(
    packages: Path, keeper: Callable[..., Visit], width: int, scheme: str
) -> None:
    install(packages, "colour-words", GOOD)
    install(packages, "half-card", without("licence").replace("colour-words", "half-card"))
    visit = keeper(width, scheme)
    for path in ("", "colour-words/", "half-card/"):
        visit.open(f"/studio/ai-uses/{path}")
        assert visit.barriers() == [], path
        assert visit.sideways() <= 0, path
        _kept(visit, f"studio-{path.strip('/') or 'uses'}-{width}-{scheme}")
    assert visit.complaints == []
