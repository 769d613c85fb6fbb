"""What pages may load and do, and what they leave in a browser."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.server.site.pages import PAGES, hang
from vitrine.server.site.security import policy

PUBLIC = [
    *PAGES,
    *("/ai.json", "/works/suggest?q=ja", "/cite/bibtex/museum/rich", "/cite/ris/museum/rich", "/cite/odd/museum/rich"),
    *("/theme.css", "/logo.png", "/logo-dark.png", "/health", "/ready", "/language"),
    *("/works/museum/none", "/stories/none/", "/uploads/images/none.png", "/uploads/files/1/none.ogg"),
    *(f"/media/{'0' * 64}", f"/media/{'0' * 64}/image?w=320", f"/grounds/{'0' * 64}.css"),
    *("/play/poses/", "/play/poses/all/", "/play/poses/all.json", "/play/poses/none/"),
    *("/play/faces/", "/play/faces/museum/rich/"),
    *(
        "/play/together/",
        "/play/together/?code=xx",
        "/play/together/BCDFGH/",
        "/play/together/bcdfgh/",
        "/play/together/%00/",
    ),
    *("/play/", "/play/counts", "/play/worker.js", "/play/kiosk/abcdef/"),
    *("/works/", "/%00", "/works/museum/%00", "/works?q=%00&source=%00", "/works/museum/<script>"),
]
"""Whatever is open to everybody; rooms add theirs here or to PAGES, and a test sees to it."""

WAY_IN = ["/studio/login/", "/studio/login/?next=/studio/works/", "/studio/welcome/", "/studio/welcome/none/"]


def _strict(sent: str, path: str) -> None:
    if path.startswith("/play/"):
        # The games compile WebAssembly; that is all they may do beyond other pages.
        sent = sent.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'self'")
    assert "unsafe" not in sent
    assert "default-src 'none'" in sent
    assert "frame-ancestors 'none'" in sent
    sources = {source for directive in sent.split("; ") for source in directive.split()[1:]}
    assert sources == {"'self'", "'none'"}


def test_nothing_inline_and_no_other_host_on_public_pages_and_the_way_in(client: Client) -> None:
    hang()
    for path in (*PUBLIC, *WAY_IN):
        answer = client.get(path)
        _strict(answer.headers["Content-Security-Policy"], path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path


def test_a_page_that_fails_is_as_strict(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vitrine.server.site.views.home.counts", lambda: 1 / 0)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    _strict(answer.headers["Content-Security-Policy"], "/")


def test_public_pages_have_nothing_inline(client: Client) -> None:
    hang()
    for path in (*PUBLIC, *WAY_IN):
        answer = client.get(path)
        if not answer["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        # A script is a file of ours or data that no browser runs.
        for attributes in re.findall(r"<script([^>]*)>", page):
            assert re.search(r' src="/[a-z]', attributes) or 'type="application/' in attributes, (path, attributes)
        assert "<style" not in page, path
        assert re.search(r"<[^>]+\s(style|on[a-z]+)=", page) is None, path


def _names(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str | None]]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _names(one.url_patterns, route)
        else:
            yield route, one.name


def test_no_address_that_is_open_to_everybody_is_forgotten() -> None:
    tried = {_name(path) for path in PUBLIC}
    # Wagtail's own, for the passwords of restricted pages.
    wagtail = {"wagtailcore_authenticate_with_password", "wagtailcore_login"}
    public = {name for route, name in _names(get_resolver().url_patterns) if not route.startswith("studio/")}
    assert public - tried - wagtail == set()


def _name(path: str) -> str | None:
    try:
        return resolve(path.partition("?")[0]).url_name
    except Resolver404:
        return None


@pytest.mark.parametrize("path", ["/studio/jobs/", "/studio/quarantine/7/", "/studio/rights-changes/"])
def test_our_own_pages_in_the_studio_are_as_strict(path: str) -> None:
    assert policy(path) == policy("/")


@pytest.mark.parametrize("path", ["/play/", "/play/poses/", "/static/site/build/assets/workers/worker-abc.js"])
def test_where_visitors_play_webassembly_runs_in_a_worker_and_nothing_else_is_added(path: str) -> None:
    added = set(policy(path).split("; ")) - set(policy("/").split("; "))
    assert added == {"script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"}


@pytest.mark.parametrize(
    "path", ["/", "/works/play/", "/studio/play/", "/playful/", "/static/site/build/assets/site.js"]
)
def test_webassembly_runs_nowhere_else(path: str) -> None:
    assert "wasm-unsafe-eval" not in policy(path)
    assert "worker-src" not in policy(path)


def test_wagtails_pages_may_load_from_this_host_only() -> None:
    sent = policy("/studio/pages/")
    assert "http" not in sent
    assert "*" not in sent
    assert "unsafe-eval" not in sent


def test_no_cookie_before_a_language_is_chosen(client: Client) -> None:
    hang()
    for path in PUBLIC:
        client.get(path)
        assert not client.cookies, path


def test_choosing_a_language_leaves_one_cookie_that_scripts_do_not_read(client: Client) -> None:
    client.post("/language", {"language": "de", "next": "/"})
    assert set(client.cookies) == {"django_language"}
    cookie = client.cookies["django_language"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 365 * 24 * 3600


def test_signing_in_leaves_the_two_cookies_that_the_privacy_statement_names(client: Client) -> None:
    User.objects.create_superuser("ada", "ada@museum.example", "lantern-in-the-rain")
    client.get("/studio/login/")
    assert set(client.cookies) == {"csrftoken"}
    client.post("/studio/login/", {"username": "ada", "password": "lantern-in-the-rain"})
    client.get("/studio/")
    assert set(client.cookies) == {"csrftoken", "sessionid"}
