"""The list of games and the sign on the wall, as they are seen and printed."""

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import CUT, Visit, Visitor
from tests.server.figures.conftest import _plain, old
from tests.server.portraits.conftest import approved, prepared
from vitrine.cards import uses
from vitrine.server.portraits.experience import EXPERIENCE
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch

__all__ = ["_plain"]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


CUT_OFF = """() => {
    const sheet = document.querySelector('.sign').getBoundingClientRect();
    const inside = box => box.left >= sheet.left && box.right <= sheet.right && box.top >= sheet.top && box.bottom <= sheet.bottom;
    return [...document.querySelectorAll('.sign :is(h1, p, svg, footer)')].filter(one => !inside(one.getBoundingClientRect()))
        .map(one => one.textContent.slice(0, 40));
}"""
"""The texts of the sign that reach beyond its sheet."""


def offer() -> None:
    """Switch Face-Fit on, with a portrait in it."""
    if EXPERIENCE.missing():
        pytest.skip(EXPERIENCE.missing())
    card = uses()["face-fit"].card
    assert card is not None
    Switch.objects.create(use="face-fit", on=True, digest=card.digest, card_version=card.version, by="Ada")
    assert turn(prepared(approved(old("sitter"))), Portrait.State.OPEN, "Ada")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_the_list_of_games_leads_there_and_shuts_nobody_out(width: int, scheme: str, visitor: Visitor) -> None:
    offer()
    visit = visitor(width, scheme)
    page = visit.open("/play/")
    assert visit.barriers() == []
    assert visit.sideways() <= 0
    assert page.evaluate(CUT) == []
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Face-Fit").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/play/faces/")
    assert visit.complaints == []
    assert visit.elsewhere() == []


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("game", ["poses", "faces"])
def test_the_sign_fits_one_sheet_in_five_languages(keeper: Callable[..., Visit], paper: str, game: str) -> None:
    visit = keeper()
    page = visit.open(f"/studio/play/sign/?game={game}&paper={paper}")
    assert page.locator(".notices section").count() == 5
    assert visit.barriers() == []
    assert page.evaluate(CUT_OFF) == []
    printed = page.pdf(prefer_css_page_size=True)
    width = {"a4": 594, "a5": 420}[paper]
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)", printed)
    assert [int(one) for one in boxes] == [width]
    assert visit.complaints == []
    assert visit.elsewhere() == []
