"""Looking for works in a real browser, without a script."""

import pytest

from tests.browser.conftest import Visitor
from tests.works import jar, picture, put
from vitrine.records import Text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_a_visitor_looks_for_a_work_and_takes_a_choice_back(visitor: Visitor, width: int, scheme: str) -> None:
    put(jar("1"), {"a.jpg": picture()})
    put(jar("2", source="other", titles=(Text("A vase", "en"),)))
    visit = visitor(width, scheme)
    page = visit.open("/works")
    page.get_by_label("Search the works").fill("vase")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="A vase").wait_for()
    assert page.locator(".shelf li").count() == 1
    assert visit.barriers() == []
    assert visit.sideways() == 0
    page.locator(".chips a").click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".shelf li").count() == 2
    assert visit.complaints == []
    assert visit.elsewhere() == []
