"""The public site as visitors have it: on a phone and at a desk, by day and in a dim room, by mouse and by keyboard."""

import time

import pytest
import pyvips
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.conftest import CUT, Visitor
from tests.server.site.pages import PAGES, hang
from tests.works import index, jar, put
from vitrine.records import Text
from vitrine.server.museum.logos import drawn
from vitrine.server.museum.models import ONLY, Museum

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

STOPS = """() => {
    const stops = 'a[href], button, summary, input:not([type=hidden]), select, textarea, audio[controls], video[controls]';
    const seen = [...document.querySelectorAll(stops)].filter(one => one.checkVisibility({visibilityProperty: true}));
    seen.forEach((one, number) => { one.dataset.stop = String(number); });
    return seen.map(one => (one.textContent.trim() || one.name || one.tagName).slice(0, 60));
}"""
"""Marks whatever can be used, in its order, and names it."""

FOCUS = """() => {
    const focused = document.activeElement;
    const around = [focused, focused.closest('li')].filter(element => element !== null);
    const shows = focused.matches('audio, video') || around.some(one => getComputedStyle(one).outlineStyle !== 'none');
    return [focused.dataset.stop ?? null, shows];
}"""
"""The mark of what is focused, and whether it or the list item it stands in has an outline; players draw their own."""

LINES = """one => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return new Set([...words.getClientRects()].map(box => box.top)).size;
}"""
"""In how many lines an element's words stand."""

MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one);
    const still = text => text.split(',').every(part => !parseFloat(part));
    return !still(style.transitionDuration) || !['', 'none'].includes(style.animationName) || style.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 80))"""
"""What would move."""


SMALL = """() => [...document.querySelectorAll('a, button, summary, input')].filter(element => {
    const box = element.getBoundingClientRect();
    // Links inside sentences and values are as high as their line (WCAG 2.2, 2.5.8); a work on a shelf is touched whole.
    const inline = element.closest('dd, .note, .community, .title, .maker, .nothing, .skip, .tally, .text p, .story-text');
    return box.height > 0 && box.height < 48 && !inline;
}).map(element => element.textContent.trim())"""
"""What is lower than 48 px and can be touched."""


@pytest.fixture(autouse=True)
def _works(transactional_db: None) -> None:
    hang()


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1440, "light", "en"), (320, "light", "it"), (320, "dark", "de"), (1440, "dark", "fr")],
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
            "kept in the browser": [*visit.context.cookies(), *page.evaluate("Object.keys(localStorage)")],
        }
        if any(found.values()):
            wrong[path] = found
    assert wrong == {}


def test_a_page_that_fails_is_whole_too(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vitrine.server.site.views.home.counts", lambda: 1 / 0)
    for width, scheme in ((320, "dark"), (1440, "light")):
        visit = visitor(width, scheme)
        page = visit.open("/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Something broke on our side")
        assert (visit.barriers(), visit.sideways(), visit.elsewhere()) == ([], 0, [])


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


def _tabbed(page: Page) -> tuple[list[str], list[str]]:
    """Return what can be used on a page, and what the Tab key comes to, one after the other."""
    usable: list[str] = page.evaluate(STOPS)
    reached: list[str] = []
    last = None
    # A player has several stops of its own.
    for _ in range(len(usable) + 40):
        page.keyboard.press("Tab")
        stop, shows = page.evaluate(FOCUS)
        if stop is None or (stop == "0" and reached):
            break
        name = usable[int(stop)]
        assert shows, f"{name!r} does not show that it is focused"
        if stop != last:
            reached.append(name)
        last = stop
    return usable, reached


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_the_masthead_breaks_no_word_on_a_small_screen(visitor: Visitor, language: str) -> None:
    page = visitor(320, language=language).open("/quality")
    for link in page.locator(".masthead nav a, .languages button").all():
        assert link.evaluate(LINES) == 1, link.inner_text()
    for row in page.locator(".masthead nav ul, .languages").all():
        assert row.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, row.inner_text()


@pytest.mark.parametrize("width", [1440, 320])
def test_whatever_can_be_used_is_reached_by_keyboard_in_its_order(visitor: Visitor, width: int) -> None:
    visit = visitor(width)
    for path in PAGES:
        usable, reached = _tabbed(visit.open(path))
        assert reached == usable, path
        assert reached[0] == "Skip to the content"


def test_a_picture_that_may_hurt_is_asked_for_by_keyboard(visitor: Visitor) -> None:
    page = visitor().open("/works/museum/sensitive")
    page.locator("summary").first.focus()
    with page.expect_response(lambda response: "/media/" in response.url):
        page.keyboard.press("Enter")
    expect(page.locator("figure img")).to_be_visible()


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
    index()
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
    page = visit.open("/works/museum/sensitive")
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
    for path in ("/", "/works", "/works/museum/rich", "/works/museum/wide"):
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
    for path in ("/", "/works/museum/rich", "/works/museum/wide"):
        page = visitor().open(path)
        box = page.locator("figure img").first.bounding_box()
        assert box is not None
        assert box["height"] > 0.7 * 900 or box["width"] > 0.85 * 1440
        assert box["y"] + box["height"] <= 900, "the whole work is seen without scrolling"


def test_the_picture_is_looked_at_closely_by_keyboard(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open("/works/museum/rich")
    link = page.get_by_role("link", name="See it whole and large")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    assert visit.barriers() == []
    box = dialog.locator("img").bounding_box()
    page.keyboard.press("+")
    larger = dialog.locator("img").bounding_box()
    assert box is not None
    assert larger is not None
    assert larger["width"] > box["width"]
    page.keyboard.press("ArrowLeft")
    moved = dialog.locator("img").bounding_box()
    assert moved is not None
    assert moved["x"] > larger["x"]
    page.keyboard.press("0")
    assert dialog.locator("img").bounding_box() == box
    page.get_by_role("button", name="Larger").press("Enter")
    assert dialog.locator("img").bounding_box() == larger
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)")  # fmt: skip
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").press("Enter")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    assert visit.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light"), (3840, "dark")])
def test_the_picture_fills_the_window_when_it_is_looked_at_closely(visitor: Visitor, width: int, scheme: str) -> None:
    visit = visitor(width, scheme)
    page = visit.open("/works/museum/rich")
    page.locator("a.look").click()
    for name in ("Larger", "Smaller", "Close"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
    assert visit.barriers() == []
    assert visit.sideways() <= 0


def test_nothing_moves_for_those_who_do_not_want_it(visitor: Visitor) -> None:
    visit = visitor(reduced_motion="reduce")
    moving = {path: found for path in PAGES if (found := visit.open(path).evaluate(MOVING))}
    assert moving == {}


def test_the_museums_own_colours_and_logo_keep_every_page_whole(visitor: Visitor) -> None:
    image = pyvips.Image.black(1200, 300, bands=4).copy(interpretation="srgb")
    logo = drawn(image.pngsave_buffer())
    Museum.objects.create(
        pk=ONLY, name="Museo civico", logo=logo.png, logos={"light": logo.about()}, ground_light="#ffffff", ground_dark="#101418", accent_light="#7a1f3d", accent_dark="#f0b8c8",
    )  # fmt: skip
    for width, scheme in ((320, "dark"), (1440, "light")):
        visit = visitor(width, scheme)
        for path in ("/works", "/works/museum/rich", "/ai"):
            page = visit.open(path)
            mark = page.get_by_role("banner").get_by_role("link", name="Museo civico", exact=True)
            box = mark.locator("img").bounding_box()
            assert box is not None
            assert box["height"] <= 48
            assert box["width"] <= width / 2 + 100
            assert page.evaluate("document.querySelector('.logo').naturalWidth") > 1
            assert (visit.barriers(), visit.sideways(), visit.complaints) == ([], 0, [])


def test_on_paper_a_work_is_its_label(visitor: Visitor) -> None:
    page = visitor().open("/works/museum/rich")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("A woman waits.")).to_be_visible()
    for hidden in (".masthead", "figure", ".record", ".colophon"):
        expect(page.locator(hidden).first).to_be_hidden()
