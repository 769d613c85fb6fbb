"""Looking for works in a real browser: with and without a script, by keyboard, on a phone and in the dark."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.works import index, jar, picture, put
from vitrine.records import Date, Event, Maker, Text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

MARKUP = "<img src=x onerror='window.hurt = 1'>"


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


def made(key: str, first: int, last: int) -> None:
    put(jar(key, titles=(Text(f"Jar of {first}", "en"),), events=(Event("production", Date("", "", first, last)),)))


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_the_slider_moves_with_the_numbers_and_chooses_works(visitor: Visitor, width: int, scheme: str) -> None:
    for key, year in (("1", -499), ("2", 1650), ("3", 1810), ("4", 1905)):
        made(key, year, year)
    index()
    visit = visitor(width, scheme, reduced_motion="reduce")
    page = visit.open("/works")
    page.get_by_text("Choose by maker").click()
    low, high = page.get_by_role("slider", name="Earliest year"), page.get_by_role("slider", name="Latest year")
    expect(low).to_have_attribute("aria-valuetext", "501 BC or earlier")
    expect(high).to_have_attribute("aria-valuetext", re.compile(r"^19\d\d or later$"))
    assert page.get_by_label("From the year").input_value() == ""
    page.get_by_label("From the year").fill("1700")
    expect(low).to_have_attribute("aria-valuetext", "1700")
    low.press("ArrowLeft")
    expect(page.get_by_label("From the year")).to_have_value("1695")
    page.get_by_label("To the year").fill("1700")
    high.press("Home")
    expect(page.get_by_label("To the year")).to_have_value("1695")
    expect(high).to_have_attribute("aria-valuetext", "1695")
    low.press("Home")
    expect(page.get_by_label("From the year")).to_have_value("")
    assert visit.barriers() == []
    assert visit.sideways() == 0
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**/works?*to=1695*")
    assert sorted(page.locator(".shelf .title").all_text_contents()) == ["Jar of -499", "Jar of 1650"]
    assert "to 1695" in page.locator(".chips").inner_text()
    page.get_by_text("Choose by maker").click()
    expect(high).to_have_value("1695")
    assert visit.complaints == []


def test_both_handles_can_be_taken_where_they_meet(visitor: Visitor) -> None:
    made("1", 1840, 1840)
    index()
    page = visitor(320).open("/works?from=1845&to=1845")
    page.get_by_text("Choose by maker").click()
    low, high = page.locator(".timeline .low"), page.locator(".timeline .high")
    page.locator(".timeline").scroll_into_view_if_needed()
    svg = page.locator(".timeline svg").bounding_box()
    assert svg is not None
    height = svg["y"] + svg["height"]
    page.mouse.move(svg["x"] + svg["width"] / 2 - 10, height)
    page.mouse.down()
    page.mouse.move(svg["x"] - 60, height, steps=4)
    page.mouse.up()
    page.mouse.move(svg["x"] + svg["width"] / 2 + 10, height)
    page.mouse.down()
    page.mouse.move(svg["x"] + svg["width"] + 60, height, steps=4)
    page.mouse.up()
    expect(low).to_have_value("1840")
    expect(high).to_have_value("1850")
    expect(page.get_by_label("From the year")).to_have_value("")


def test_without_dates_and_without_a_script_the_numbers_stay(visitor: Visitor) -> None:
    put(jar("1", events=()))
    index()
    page = visitor().open("/works")
    page.get_by_text("Choose by maker").click()
    assert page.locator(".timeline").count() == 0
    expect(page.get_by_label("From the year")).to_be_visible()
    made("2", 1840, 1840)
    index()
    page = visitor(java_script_enabled=False).open("/works")
    page.get_by_text("Choose by maker").click()
    assert page.get_by_role("slider").count() == 0
    expect(page.get_by_role("img", name="When the works were made")).to_be_visible()
    page.get_by_label("To the year").fill("1800")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**/works?*to=1800*")
    assert page.locator(".shelf li").count() == 0
