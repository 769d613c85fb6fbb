"""Text is NFC, without what nobody wrote, and always has a language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.records import Text, clean_text, is_address, language_tag


@pytest.mark.parametrize(
    ("given_", "clean"),
    [
        ("  Mona   Lisa ", "Mona Lisa"),
        ("Fauré", "Faur\u00e9"),
        ("Faure\u0301", "Faur\u00e9"),
        ("a\x00b\x1fc", "abc"),
        ("\ufeffTitle", "Title"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("no\u00a0break", "no break"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_clean_text(given_, clean):
    assert clean_text(given_) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_and_gives_nfc(value):
    once = clean_text(value)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_text_has_a_language_even_if_nobody_said_which():
    assert Text("Okänd").language == "und"


@pytest.mark.parametrize(
    ("tag", "standard"),
    [("en", "en"), ("eng", "en"), ("ENG", "en"), ("de_DE", "de-DE"), ("sv", "sv"), ("", "und"), (None, "und"),
     ("English please", "und"), ("xx-nonsense-tag", "und"), ("zh-hant", "zh-Hant")],
)  # fmt: skip
def test_language_tag(tag, standard):
    assert language_tag(tag) == standard


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("http://museum.org/1", True),
        ("urn:isbn:1", True),
        ("#7", True),
        ("see http://museum.org/1", False),
        ("Sole: luna", False),
        ("", False),
    ],
)
def test_an_address_is_in_no_language(words, address):
    assert is_address(words) == address
