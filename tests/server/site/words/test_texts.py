import re

import pytest
from django.utils import translation

from vitrine.records import Text
from vitrine.server.site.words.texts import best, direction, language_name, listed, marked, told

TITLES = (Text("Vas", "sv"), Text("Jar", "en-GB"), Text("Vaso", "it"))


@pytest.mark.parametrize(("language", "title"), [("it", "Vaso"), ("en", "Jar"), ("de", "Jar")])
def test_the_readers_language_comes_first_then_english(language: str, title: str) -> None:
    with translation.override(language):
        assert best(TITLES) == next(text for text in TITLES if text.value == title)


def test_a_text_in_a_language_nobody_reads_is_better_than_none() -> None:
    assert best([Text("Vas", "sv")]) == Text("Vas", "sv")
    assert best([Text("")]) is None


def test_a_text_in_the_pages_language_is_plain_and_escaped() -> None:
    assert marked(Text("<b>Jar</b>", "en-GB")) == "&lt;b&gt;Jar&lt;/b&gt;"


def test_a_text_in_another_language_says_which() -> None:
    assert marked(Text("Vas", "sv")) == '<span lang="sv" dir="ltr">Vas</span>'
    assert marked(Text("جرة", "ar")) == '<span lang="ar" dir="rtl">جرة</span>'


def test_a_text_in_an_unknown_language_does_not_pretend() -> None:
    assert marked(Text("Vas")) == '<span lang="" dir="auto">Vas</span>'


def test_a_hostile_language_tag_is_escaped() -> None:
    assert '"><script>' not in marked(Text("x", '"><script>'))


def test_texts_stand_with_commas_between_and_gaps_are_left_out() -> None:
    assert listed([Text("oil", "en"), None, Text("canvas", "en")]) == "oil, canvas"


def test_terms_in_another_language_are_marked_once_a_run() -> None:
    found = told([Text("oil", "en"), Text("Leinwand", "de"), Text("Firnis", "de"), Text("cera", "it"), Text("x")])
    plain = re.sub(r"<span class=.tongue.[^>]*>(.*?)</span>", r"[\1]", found)
    assert re.sub(r"<[^>]+>", "", plain) == "oil, Leinwand, Firnis [Deutsch], cera [italiano], x"
    assert '<span lang="de" dir="ltr">Leinwand</span>' in found
    assert told([Text("oil", "en"), None, Text("canvas", "en-GB")]) == "oil, canvas"


@pytest.mark.parametrize(("tag", "way"), [("he", "rtl"), ("fa-IR", "rtl"), ("de", "ltr"), ("und", "auto")])
def test_direction_follows_the_language(tag: str, way: str) -> None:
    assert direction(tag) == way


@pytest.mark.parametrize(("tag", "name"), [("de-CH", "Deutsch"), ("la", "Latina"), ("x-none", "x-none")])
def test_languages_are_named_in_their_own_language(tag: str, name: str) -> None:
    assert language_name(tag) == name
