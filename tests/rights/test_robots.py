"""robots.txt by RFC 9309."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.rights.robots import disallowed

FILE = """\ufeff# a comment
User-agent: GPTBot
User-agent: CCBot
Disallow: /images/   # pictures
Allow: /images/open/
Sitemap: https://museum.example/sitemap.xml

User-Agent: *
Disallow: /private
Disallow:

User-agent: gptbot
Disallow: /*.pdf$
"""


@pytest.mark.parametrize(
    ("agent", "path", "kept_out"),
    [
        ("GPTBot", "/images/a.jpg", True),
        ("ccbot", "/images/a.jpg", True),
        ("GPTBot", "/images/open/a.jpg", False),  # the longer pattern
        ("GPTBot", "/private", False),  # the group of all does not concern an agent that is named
        ("GPTBot", "/catalogue.pdf", True),  # groups of one agent are joined
        ("CCBot", "/catalogue.pdf", False),
        ("Other", "/private/x", True),
        ("Other", "/images/a.jpg", False),
        ("Other", "https://museum.example/private/x?y=1", True),
    ],
)
def test_who_may_go_where(agent: str, path: str, kept_out: bool) -> None:
    assert (disallowed(FILE, path, agent) is not None) is kept_out


def test_allow_wins_a_tie() -> None:
    assert disallowed("User-agent: *\nDisallow: /a\nAllow: /a", "/a", "x") is None


def test_without_rules_everything_is_open() -> None:
    assert disallowed("", "/a", "x") is None
    assert disallowed("<html>not found</html>", "/a", "x") is None


def test_robots_txt_itself_is_open() -> None:
    assert disallowed("User-agent: *\nDisallow: /", "/robots.txt", "x") is None
    assert disallowed("User-agent: *\nDisallow: /", "/", "x") is not None


@given(st.text(), st.text())
def test_any_text_can_be_read(text: str, path: str) -> None:
    disallowed(text, path, "x")
