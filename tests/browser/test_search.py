"""Looking for works in a real browser: with and without a script, by keyboard, on a phone and in the dark."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.works import jar, picture, put
from vitrine.records import Maker, Text
from vitrine.server.collection.models import Noted, Work
from vitrine.server.jobs.run import run
from vitrine.server.search import place
from vitrine.server.search.indexing import index_job

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

MARKUP = "<img src=x onerror='window.hurt = 1'>"


@pytest.fixture(autouse=True)
def _no_index_stays() -> Iterator[None]:
    yield
    shutil.rmtree(place.folder(), ignore_errors=True)


def index() -> None:
    """Bring the index up to what the database holds."""
    Noted.objects.create(works=list(Work.objects.values_list("pk", flat=True)))
    run(index_job())


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


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_what_begins_so_is_offered_and_chosen_by_keyboard(visitor: Visitor, width: int, scheme: str) -> None:
    put(jar("1", titles=(Text("Brown bears", "en"),), makers=(Maker("Zoe Winter"),)))
    put(jar("2", titles=(Text(f"Brown {MARKUP}", "en"),), makers=(Maker("Zoe Winter"),)))
    put(jar("3", titles=(Text("A jar", "en"),)))
    index()
    visit = visitor(width, scheme)
    page = visit.open("/works")
    field = page.get_by_role("combobox", name="Search the works")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("brown")
    options = page.get_by_role("option")
    expect(options).to_have_count(3)
    expect(page.get_by_role("status")).to_have_text("3 suggestions")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.get_by_role("listbox").get_attribute("id") == field.get_attribute("aria-controls")
    assert page.evaluate("window.hurt") is None
    assert options.filter(has_text=MARKUP).count() == 1, "what the data says is text"
    field.press("ArrowDown")
    active = options.first
    assert field.get_attribute("aria-activedescendant") == active.get_attribute("id")
    expect(active).to_have_attribute("aria-selected", "true")
    expect(active).to_contain_text("Ada Brown")
    assert min(page.evaluate("[...document.querySelectorAll('[role=option]')].map(one => one.offsetHeight)")) >= 48
    assert visit.barriers() == []
    assert visit.sideways() == 0
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None, "before the first is what was typed"
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("brown")
    field.press("ArrowDown")
    expect(options).to_have_count(3)
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/works?*maker=Ada+Brown*")
    assert page.locator(".shelf li").all_text_contents()[0].count("A jar") == 1
    assert page.locator(".shelf li").count() == 1
    assert visit.complaints == []
    assert visit.elsewhere() == []


def test_only_the_answer_to_the_last_letter_is_shown(visitor: Visitor) -> None:
    put(jar("1", titles=(Text("Vase", "en"),)))
    put(jar("2", titles=(Text("Vasili", "en"),)))
    index()
    page = visitor().open("/works")
    late = []

    def answer(route: Route) -> None:
        if route.request.url.endswith("q=va"):
            late.append(route)
        else:
            route.continue_()

    page.route("**/works/suggest?*", answer)
    field = page.get_by_role("combobox", name="Search the works")
    field.fill("va")
    while not late:
        page.wait_for_timeout(20)
    field.fill("vasi")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text("Vasili")


def test_without_a_script_the_field_is_a_plain_field(visitor: Visitor) -> None:
    put(jar("1"))
    put(jar("2", titles=(Text("A vase", "en"),)))
    page = visitor(java_script_enabled=False).open("/works")
    assert page.get_by_role("combobox").count() == 0
    page.get_by_role("searchbox", name="Search the works").fill("vase")
    page.get_by_role("searchbox", name="Search the works").press("Enter")
    page.wait_for_url("**/works?*q=vase*")
    assert page.locator(".shelf li").count() == 1
