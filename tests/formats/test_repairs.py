"""Repairs are safe: what is plainly damaged is mended and told; what could be meant as it stands is left alone."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.repairs import NULLS, RULES, is_damaged, repair_text, repair_uri
from vitrine.records import Repair


@pytest.mark.parametrize(
    ("given_", "mended", "rule"),
    [
        ("FaurÃ©", "Fauré", "double-encoding"),
        ("Ã‰douard Manet", "Édouard Manet", "double-encoding"),
        ("DvoÅ™Ã¡k", "Dvořák", "double-encoding"),
        ("ÃƒÂ©tude", "étude", "double-encoding"),
        ("NULL", "", "null"),
        ("\\N", "", "null"),
        (" N/A ", "", "null"),
        ("Still life\x07", "Still life", "control-characters"),
        ("\ufeffTitle", "Title", "control-characters"),
        ("Faure\u0301", "Fauré", "nfc"),
        ("  Two  blanks ", "Two blanks", "spaces"),
        ("no\u00a0break", "no break", "spaces"),
        ("one\r\ntwo", "one\ntwo", "spaces"),
        ("<p>First</p><p>Second <i>part</i></p>", "First\n\nSecond part", "html"),
        ("Buttre &amp; Momberger", "Buttre & Momberger", "html"),
    ],
)
def test_a_text_is_mended_and_the_mend_is_told(given_, mended, rule):
    assert repair_text(given_, "titles[en]") == (mended, (Repair("titles[en]", rule, given_, mended),))


@pytest.mark.parametrize(
    "value",
    [
        "Mona Lisa",
        "Étude – Fauré à Paris, “café” n° 5",
        "AMANHÃ DE SOL",
        "SÃO PAULO",
        "»Ö«",
        "a < b & c > d",
        "<untitled>",
        "5 <i 6",
        "Buttre & Momberger",
        "Tom &Jerry; and others",
        "Null Island",
        "Nan Goldin",
        "None of the above",
        "می\u200cخواهم",
        "",
    ],
)
def test_what_may_be_meant_is_left_as_it_is(value):
    assert repair_text(value, "titles[und]") == (value, ())


def test_scripts_are_taken_out_of_a_text_and_kept_in_what_stood_before():
    hostile = "Portrait<script>alert('x')</script><style>p{}</style> of a man<img src=x onerror=alert(1)>"
    text, (repair,) = repair_text(hostile, "titles[en]")
    assert text == "Portrait of a man"
    assert repair.before == hostile


def test_several_mends_follow_each_other_from_before_to_after():
    text, repairs = repair_text(" FaurÃ©\x07 ", "p")
    assert text == "Fauré"
    assert repairs[0].before == " FaurÃ©\x07 "
    assert repairs[-1].after == "Fauré"
    assert all(one.after == two.before for one, two in pairwise(repairs))


@given(st.text(max_size=60))
def test_any_text_comes_out_clean_every_rule_is_known_and_each_mend_can_be_taken_back(value):
    text, repairs = repair_text(value, "p")
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert text not in NULLS or any(repair.rule == "html" for repair in repairs)
    assert {repair.rule for repair in repairs} <= RULES.keys()
    assert (repairs[0].before if repairs else text) == value


def test_lost_characters_are_reported_as_lost():
    assert is_damaged("Ca\ufffde")
    assert not is_damaged("Café")


@pytest.mark.parametrize(
    ("given_", "mended", "codes"),
    [
        ("https://museum.org/1", "https://museum.org/1", []),
        ("http://museum.org/a?b=c&d=é", "http://museum.org/a?b=c&d=%C3%A9", []),
        (" http:/museum.org/a b ", "http://museum.org/a%20b", []),
        ("http:\\\\museum.org\\x", "http://museum.org/x", []),
        ("//museum.org/x", "http://museum.org/x", []),
        ("www.museum.org/x", "http://www.museum.org/x", ["link-no-scheme"]),
        ("8700356b.jpg", "8700356b.jpg", ["link-file-name"]),
        ("images/8700356b.jpg", "images/8700356b.jpg", ["link-no-scheme"]),
        ("", "", ["link-empty"]),
        ("NULL", "", ["link-empty"]),
        ("urn:nbn:de:1", "urn:nbn:de:1", []),
        ("javascript:alert(1)", "", ["link-no-scheme"]),
        ("JavaScript:alert(1)", "", ["link-no-scheme"]),
        ("data:text/html,<script>", "", ["link-no-scheme"]),
    ],
)
def test_links(given_, mended, codes):
    link, repairs, defects = repair_uri(given_, "landing_page")
    assert link == mended
    assert [defect.code for defect in defects] == codes
    assert bool(repairs) == (link != given_ and not given_.lower().startswith(("javascript", "data")))


@given(st.text(max_size=60))
def test_no_link_comes_out_that_runs_code(value):
    link, _, _ = repair_uri(value, "p")
    assert not link.lower().lstrip().startswith(("javascript:", "vbscript:", "data:", "file:"))
    assert link.isprintable() or not link.startswith("http")
