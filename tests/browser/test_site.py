"""The public site as visitors have it: on a phone and at a desk, by day and in a dim room, by mouse and by keyboard."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CUT, Visitor
from tests.works import jar, picture, put, record
from vitrine.records import CommunityLabel, Maker, Rights, Sensitivity, Surrogate, Text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

PAGES = (
    "/",
    "/works",
    "/works/museum/upright",
    "/works/museum/wide",
    "/works/museum/nude",
    "/works/museum/poor",
    "/works/museum/sacred",
    "/quality",
    "/no-such-page",
)


FOCUS = """() => {
    const focused = document.activeElement;
    const around = [focused, focused.closest('li')].filter(element => element !== null);
    return [focused.textContent.trim(), around.some(element => getComputedStyle(element).outlineStyle !== 'none')];
}"""
"""The name of what is focused, and whether it or the list item it stands in has an outline."""


SMALL = """() => [...document.querySelectorAll('a, button, summary, input')].filter(element => {
    const box = element.getBoundingClientRect();
    // Links inside sentences and values are as high as their line (WCAG 2.2, 2.5.8); a work on a shelf is touched whole.
    const inline = element.closest('dd, .note, .community, .title, .maker, .nothing, .skip');
    return box.height > 0 && box.height < 48 && !inline;
}).map(element => element.textContent.trim())"""
"""What is lower than 48 px and can be touched."""


@pytest.fixture(autouse=True)
def _works(transactional_db: None) -> None:
    rights = Rights("http://creativecommons.org/licenses/by-sa/4.0/")
    texts = (
        Text("A woman waits by the water.\n\nHer coat is red.", "en"),
        Text("Una donna aspetta.", "it"),
        Text("امرأة", "ar"),
    )
    alt = (Text("A woman in a red coat by the water.", "en"),)
    put(jar("upright", descriptions=texts, rights_of_object=rights, surrogates=(Surrogate("a", alt=alt),)), {"a": picture(width=1200, height=1600)})  # fmt: skip
    put(jar("wide", titles=(Text("Vattnet", "sv"),)), {"a": picture(30, 60, 160, 1600, 900), "b": picture(9)})
    put(jar("nude", sensitivities=(Sensitivity("nudity"),)), {"a": picture(200, 150, 120)})
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 4
    put(record("poor", titles=(Text(long),), makers=tuple(Maker(f"{long} {n}", role="engraver") for n in range(9))))
    label = CommunityLabel(
        "https://localcontexts.org/label/tk-secret-sacred/", "TK", Text("It is ours.", "en"), "Its people"
    )
    put(jar("sacred", community_labels=(label,)), {"a": picture(1)})
    put(jar("1", source="another"))


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1440, "light", "en"), (320, "light", "it"), (320, "dark", "de"), (1440, "dark", "en")],
)
def test_every_page_is_whole(visitor: Visitor, width: int, scheme: str, language: str) -> None:
    wrong = {}
    visit = visitor(width, scheme, language)
    for path in PAGES:
        visit.complaints.clear()
        visit.asked.clear()
        page = visit.open(path)
        assert page.evaluate("getComputedStyle(document.body).display") == "flex", "the stylesheet is not loaded"
        found = {
            "complaints": [one for one in visit.complaints if not (path == "/no-such-page" and "404" in one)],
            "asked elsewhere": visit.elsewhere(),
            "wider than the window": max(0, visit.sideways()),
            "barriers": visit.barriers(),
        }
        if any(found.values()):
            wrong[path] = found
    assert wrong == {}


def test_nothing_is_lost_at_twice_the_size(visitor: Visitor) -> None:
    wrong = {}
    for zoomed in (True, False):
        # A browser's zoom halves the window; a reader's own text size leaves it as it is.
        visit = visitor(640, device_scale_factor=2) if zoomed else visitor(1280)
        for path in PAGES:
            page = visit.open(path)
            if not zoomed:
                page.evaluate("document.documentElement.style.fontSize = '200%'")
            if visit.sideways() > 0 or page.evaluate(CUT):
                wrong[path, zoomed] = (visit.sideways(), page.evaluate(CUT))
    assert wrong == {}


@pytest.mark.parametrize("width", [320, 1440])
def test_what_can_be_touched_is_large_enough_for_a_thumb(visitor: Visitor, width: int) -> None:
    visit = visitor(width)
    small = {path: found for path in PAGES if (found := visit.open(path).evaluate(SMALL))}
    assert small == {}


def test_whatever_can_be_used_is_reached_by_keyboard_in_its_order(visitor: Visitor) -> None:
    visit = visitor()
    for path in ("/works", "/works/museum/nude", "/works/museum/poor", "/works/museum/upright", "/quality"):
        page = visit.open(path)
        usable = page.locator("a[href]:visible, button:visible, summary:visible, input:visible")
        names = [name.strip() for name in usable.all_text_contents()]
        reached = []
        for _ in names:
            page.keyboard.press("Tab")
            name, shows = page.evaluate(FOCUS)
            reached.append(name)
            assert shows, f"{name!r} does not show that it is focused"
        assert reached == names, path


def test_a_picture_that_may_hurt_is_asked_for_by_keyboard(visitor: Visitor) -> None:
    page = visitor().open("/works/museum/nude")
    page.locator("summary").first.focus()
    with page.expect_response(lambda response: "/media/" in response.url):
        page.keyboard.press("Enter")
    expect(page.locator("figure img")).to_be_visible()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open("/")
    reached = []
    for _ in range(page.locator("a[href]:visible, button:visible, summary:visible, input:visible").count()):
        page.keyboard.press("Tab")
        name, shows = page.evaluate(FOCUS)
        reached.append(name)
        assert shows, f"{name!r} does not show that it is focused"
    assert reached[0] == "Skip to the content"
    for name in ("Works", "Quality", "English", "Italiano", "Deutsch", "See all works"):
        assert name in reached


def test_the_skip_link_leads_past_the_masthead(visitor: Visitor) -> None:
    page = visitor().open("/works")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_visitor_goes_from_the_first_page_to_a_work(visitor: Visitor) -> None:
    page = visitor().open("/")
    page.get_by_role("link", name="Works", exact=True).click()
    page.get_by_role("link", name="Vattnet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vattnet")
    expect(page.get_by_role("heading", name="What AI may do with it")).to_be_visible()


def test_a_browser_reaches_a_work_with_any_key(visitor: Visitor) -> None:
    keys = ("../../etc/passwd", "http://x.example//a/./b/../c?d=e#f", "Größe 5 %/Ж/漢字", "..", "a~2Fb", "漢" * 400, "/" * 400, " a\n\tb\\ ")  # fmt: skip
    for number, key in enumerate(keys):
        put(jar(key, source="odd", titles=(Text(f"Odd one {number}", "en"),)))
    visit = visitor()
    for number, _ in enumerate(keys):
        page = visit.open("/works?source=odd")
        page.get_by_role("link", name=f"Odd one {number}").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"Odd one {number}")


def test_everything_works_without_scripts(visitor: Visitor) -> None:
    visit = visitor(java_script_enabled=False)
    page = visit.page
    page.goto(f"{visit.site}/works")
    page.get_by_role("button", name="Deutsch").click()
    assert page.get_attribute("html", "lang") == "de"
    page.get_by_role("link", name="Vattnet").click()
    assert page.url.endswith("/works/museum/wide")


def test_a_picture_that_may_hurt_comes_when_it_is_asked_for(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open("/works/museum/nude")
    assert not any("/media/" in url for url in visit.asked)
    # The page gives the picture its room at once, so that it is seen says nothing: the file is what has to come.
    with page.expect_response(lambda response: "/media/" in response.url) as answer:
        page.get_by_text("Show the picture").click()
    assert answer.value.ok
    expect(page.locator("figure img")).to_be_visible()
    page.wait_for_function("document.querySelector('figure img').naturalWidth > 1")


def test_a_small_screen_is_sent_a_small_picture(visitor: Visitor) -> None:
    visit = visitor(320)
    visit.open("/works/museum/wide")
    assert {url.rpartition("w=")[2] for url in visit.asked if "/media/" in url} <= {"320", "640"}


@pytest.mark.parametrize(("width", "language"), [(320, "en"), (320, "it"), (320, "de"), (1440, "en")])
def test_nothing_moves_while_a_page_loads(visitor: Visitor, width: int, language: str) -> None:
    moved = {}
    for path in ("/", "/works", "/works/museum/upright", "/works/museum/wide"):
        visit = visitor(width, language=language)
        # Fonts come late, as they do over one bar of Wi-Fi: the page was read in others until then.
        visit.page.route("**/*.woff2", lambda route: (time.sleep(0.3), route.continue_()))
        visit.context.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { window.moved += e.value }))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        moved[path] = visit.open(path).evaluate("window.moved")
    assert max(moved.values()) <= 0.05, moved


def test_the_work_is_the_largest_thing(visitor: Visitor) -> None:
    for path in ("/", "/works/museum/upright", "/works/museum/wide"):
        page = visitor().open(path)
        box = page.locator("figure img").first.bounding_box()
        assert box is not None
        assert box["height"] > 0.7 * 900
        assert box["y"] + box["height"] <= 900, "the whole work is seen without scrolling"


def test_on_paper_a_work_is_its_label(visitor: Visitor) -> None:
    page = visitor().open("/works/museum/upright")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("A woman waits by the water.")).to_be_visible()
    for hidden in (".masthead", "figure", ".record", ".colophon"):
        expect(page.locator(hidden).first).to_be_hidden()
