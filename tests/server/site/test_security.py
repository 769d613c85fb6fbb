import pytest
from django.test import Client

from vitrine.server.site.security import policy

PUBLIC = ("/", "/works", "/quality", "/no-such-page", "/health", "/studio/login/", "/studio/welcome/")


@pytest.mark.parametrize("path", PUBLIC)
def test_nothing_inline_and_no_other_host_on_public_pages(client: Client, path: str) -> None:
    sent = client.get(path).headers["Content-Security-Policy"]
    assert "unsafe" not in sent
    assert "default-src 'none'" in sent
    assert "frame-ancestors 'none'" in sent
    sources = {source for directive in sent.split("; ") for source in directive.split()[1:]}
    assert sources == {"'self'", "'none'"}


@pytest.mark.parametrize("path", ["/studio/jobs/", "/studio/quarantine/7/", "/studio/rights-changes/"])
def test_our_own_pages_in_the_studio_are_as_strict(path: str) -> None:
    assert policy(path) == policy("/")


def test_wagtails_pages_may_load_from_this_host_only() -> None:
    sent = policy("/studio/pages/")
    assert "http" not in sent
    assert "*" not in sent
    assert "unsafe-eval" not in sent


@pytest.mark.parametrize("path", ["/", "/works", "/quality", "/no-such-page"])
def test_public_pages_have_nothing_inline(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert "<script" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_no_cookie_before_a_language_is_chosen(client: Client) -> None:
    for path in ("/", "/works", "/quality"):
        assert not client.get(path).cookies
