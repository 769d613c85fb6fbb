"""Path patterns of RFC 9309 and TDMRep. Cases from RFC 9309, 2.2.2 and 2.2.3, and from the TDMRep report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.rights.paths import matches, path_of


@pytest.mark.parametrize(
    ("pattern", "location", "match"),
    [
        ("/", "/anything", True),
        ("/directory-a/", "/directory-a/x.pdf", True),
        ("/directory-a/", "/directory-b/", False),
        ("/fish", "/fish.html", True),
        ("/fish", "/Fish", False),
        ("/directory-b/images/*.jpg", "/directory-b/images/2020/a.jpg", True),
        ("/directory-b/images/*.jpg", "/directory-b/images/a.png", False),
        ("/*.php$", "/folder/file.php", True),
        ("/*.php$", "/file.php?x=1", False),
        ("/*.php$", "/file.php5", False),
        ("/this/path/exactly$", "/this/path/exactly", True),
        ("/this/path/exactly$", "/this/path/exactly/not", False),
        ("/this/*/then", "/this/and/that/then/more", True),
        ("/a*a$", "/a", False),
        ("/a*b*c", "/a-c-b", False),
        ("*", "/anything", True),
        ("/path/file-with-a-%2A.html", "https://www.example.com/path/file-with-a-*.html", True),
        ("/path/foo-%24", "https://www.example.com/path/foo-$", True),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84", True),
        ("/foo/bar/%E3%83%84", "/foo/bar/ツ", True),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz", True),
        ("/foo/bar?baz=http://foo.bar", "https://example.com/foo/bar?baz=http://foo.bar", True),
        ("", "/", False),
        ("/", "https://example.com", True),
    ],
)
def test_patterns(pattern: str, location: str, match: bool) -> None:
    assert matches(pattern, path_of(location)) is match


@given(st.text(), st.text())
def test_any_text_is_a_pattern(pattern: str, location: str) -> None:
    assert matches(pattern, path_of(location)) in (True, False)


@given(st.text(alphabet="ab*$/", max_size=8), st.text(alphabet="ab/", max_size=8))
def test_wildcards_mean_what_they_say(pattern: str, path: str) -> None:
    """Against a plain recursive reading of the rule."""

    def reference(rest: str, text: str) -> bool:
        if rest == "$" or not rest:
            return not text or not rest
        if rest[0] == "*":
            return any(reference(rest[1:], text[n:]) for n in range(len(text) + 1))
        return bool(text) and rest[0] == text[0] and reference(rest[1:], text[1:])

    if "$" in pattern[:-1]:
        return
    assert matches(pattern, path_of(path)) is (bool(pattern) and reference(pattern, path_of(path)))
