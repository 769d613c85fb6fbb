"""The review room in a real browser: answers by key and by button, and a hundred in five minutes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.works import jar, picture, put
from vitrine.cards import uses
from vitrine.records import Text
from vitrine.server.jobs.run import run
from vitrine.server.suggestions.jobs import USE, looking_job
from vitrine.server.suggestions.models import Suggestion
from vitrine.server.uses.models import Switch

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

GERMAN = "Vier Zitronen liegen auf einem blauen Teller"


def _suggested(number: int) -> None:
    card = uses()[USE].card
    assert card is not None
    Switch.objects.create(use=USE, on=True, digest=card.digest, card_version=card.version, by="Ada")
    for one in range(number):
        put(jar(str(one), titles=(Text(f"{GERMAN}, Nummer {one}"),)), {"front": picture()})
    run(looking_job())


def test_keys_and_buttons_answer_and_the_public_page_follows(keeper: Callable[..., Visit]) -> None:
    _suggested(5)
    visit = keeper()
    page = visit.open("/works/museum/0")
    assert page.locator('main [lang="de"]').count() == 0
    page = visit.open("/studio/review/")
    expect(page.get_by_text("5 suggestions wait")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text("4 suggestions wait")).to_be_visible()
    page.keyboard.press("r")
    expect(page.get_by_text("3 suggestions wait")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.type("Dutch")  # letters are letters while somebody types
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 suggestions wait")).to_be_visible()
    page.get_by_label("Single keys answer").uncheck()
    page.keyboard.press("a")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("1 suggestion waits")).to_be_visible()
    assert list(Suggestion.objects.values_list("state", flat=True)) == [
        *("accepted", "rejected", "corrected", "accepted", "waiting"),
    ]
    page = visit.open("/works/museum/0")
    assert page.locator('main [lang="de"]').count() > 0
    assert "py3langid" in page.content()
    assert visit.elsewhere() == []
    assert visit.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1440, "light"), (1440, "dark")])
def test_the_room_has_no_barriers(keeper: Callable[..., Visit], width: int, scheme: str) -> None:
    _suggested(1)
    visit = keeper(width, scheme)
    for path in ("", "together/", "agreement/"):
        page = visit.open(f"/studio/review/{path}")
        page.wait_for_timeout(700)  # the studio's parts fade in
        assert visit.barriers("#main") == [], path
        assert visit.sideways() <= 0, path
