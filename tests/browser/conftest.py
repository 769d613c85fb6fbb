"""A real Chromium on a running site: what it complains about, where it asks, and what axe-core finds."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from wagtail.models import Collection, Locale
from wagtail.models import Page as SitePage

from vitrine.server.people.invitations import first_link
from vitrine.server.stories.laying_out import lay_out

PASSWORD = "lantern-in-the-rain"

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"

CUT = """() => [...document.querySelectorAll('main :is(h1, h2, p:not(.card p), dd, td, a, button)')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && !element.closest('.unseen, .skip') && (box.left < -1 || box.right > innerWidth + 1);
}).map(element => element.textContent.trim().slice(0, 40))"""
"""The texts that reach beyond the window."""

# Playwright's event loop runs in the tests' thread, where Django would refuse to be asked anything.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


class Visit:
    """A browser's window on the site, with all that went wrong in it."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context = context
        self.site = site
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until nothing more is loaded."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def elsewhere(self) -> list[str]:
        """Return the requests that did not go to the site."""
        return [url for url in self.asked if not url.startswith((self.site, "data:", "blob:"))]

    def barriers(self, within: str = "html") -> list[str]:
        """Return what axe-core finds: the rule, and where."""
        # Evaluated, not put into the page: the page's own policy forbids scripts that are not its own.
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("where => axe.run(where, {resultTypes: ['violations']})", within)
        return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wide

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)


Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Browser]:
    """The machine's Chromium, started once; it asks nobody anything by itself."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser, live_server: Any) -> Iterator[Visitor]:
    """Return a function that comes to the site with a window of some width, a colour scheme and a language."""
    contexts: list[BrowserContext] = []

    def come(width: int = 1440, scheme: Any = "light", language: str = "en", **options: Any) -> Visit:
        size = {"width": width, "height": 900 if width > 600 else 640}
        contexts.append(chromium.new_context(viewport=size, color_scheme=scheme, locale=language, **options))
        return Visit(contexts[-1], live_server.url)

    cache.clear()
    yield come
    for context in contexts:
        context.close()


@pytest.fixture
def _wagtail(transactional_db: None) -> None:
    """Put back what Wagtail's migrations laid down, where a test before this one emptied the database."""
    Locale.objects.get_or_create(language_code="en")
    if not SitePage.objects.exists():
        SitePage.add_root(title="Root", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    lay_out()


@pytest.fixture
def keeper(visitor: Visitor, _wagtail: None) -> Callable[..., Visit]:
    """Return a function that comes to the studio through the one-time link."""

    def come(width: int = 1440, scheme: str = "light") -> Visit:
        visit = visitor(width, scheme)
        visit.open(first_link(""))
        fill_first_account(visit)
        visit.page.wait_for_url("**/studio/")
        return visit

    return come


def fill_first_account(visit: Visit) -> None:
    """Fill in and send the form of the first account."""
    page = visit.page
    page.get_by_label("Name", exact=True).fill("ada")
    page.get_by_label("E-mail address").fill("ada@museum.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
