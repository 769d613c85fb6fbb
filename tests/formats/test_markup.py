"""HTML is taken out of texts only where it is HTML."""

import pytest

from vitrine.formats.markup import has_markup, strip_markup


@pytest.mark.parametrize(
    ("given_", "plain"),
    [
        ("<b>Bold</b> and <em class='x'>stressed</em>", "Bold and stressed"),
        ("line<br>line<br/>line", "line\nline\nline"),
        ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
        ("text <!-- a remark --> goes on", "text  goes on"),
        ('<a href="a>b" title=\'"\'>link</a>', "link"),
        ('<unknown onclick="x()">kept</unknown>', "kept</unknown>"),
        ("<script>var a = '<p>';", ""),
        ("caf&eacute; &#8211; &#x201C;q&#x201D;", "café – “q”"),
        ("&lt;untitled&gt;", "<untitled>"),
        ("&nosuch; &", "&nosuch; &"),
    ],
)
def test_plain_text(given_, plain):
    assert has_markup(given_) or given_ == plain
    assert strip_markup(given_) == plain


@pytest.mark.parametrize("text", ["a < b", "<untitled>", "1 <2> 3", "x<y>z", "<3", "<-- see", "fish & chips"])
def test_signs_that_are_no_markup(text):
    assert not has_markup(text)
    assert strip_markup(text) == text


@pytest.mark.parametrize("piece", ["<a ", '<a "', "<script>", "&", "<!--", "<x a", "<p> \n", "<b a='"])
def test_hostile_repetition_comes_to_an_end(piece):
    assert len(strip_markup(piece * 20_000)) <= len(piece) * 20_000
