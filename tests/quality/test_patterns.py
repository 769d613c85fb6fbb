"""Problem patterns, by responsible-ai.md 6.3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.quality import PROBLEMS, problems, systematic_titles
from vitrine.records import Identifier, Record, Text

LONG = "A description that is long enough to say something about it."


def found(titles=("The Night Watch",), descriptions=(LONG,), identifiers=()) -> set[str]:
    return set(
        problems(
            Record(
                id="ours:1",
                key="1",
                titles=tuple(t if isinstance(t, Text) else Text(t) for t in titles),
                descriptions=tuple(d if isinstance(d, Text) else Text(d) for d in descriptions),
                identifiers=tuple(Identifier(value) for value in identifiers),
            )
        )
    )


def test_a_good_record_has_none():
    assert found() == set()


def test_p2_a_description_that_is_the_title_whatever_its_case():
    title = LONG[:60]
    assert found([title], [title.upper()]) == {"P2"}
    assert found(["STRASSE " * 8], ["Straße " * 8]) == {"P2"}
    assert found(["The Night Watch", title], [LONG + LONG, title]) == {"P2"}


def swapped(text: str, number: int) -> str:
    """`text` with its first `number` letters exchanged for signs that it does not have."""
    return "#" * number + text[number:]


def test_p3_nine_tenths_of_the_shorter_in_the_other():
    sixty = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgh"
    assert len(sixty) == 60
    assert found([sixty], [swapped(sixty, 6)]) == {"P3"}, "54 of 60"
    assert found([sixty], [swapped(sixty, 7)]) == set(), "53 of 60"


def test_p3_only_where_both_are_about_as_long():
    """The lengths differ by no more than 5 and a tenth of the shorter."""
    title = "a" * 60
    assert found([title], [title + "b" * 11]) == {"P3"}
    assert found([title], [title + "b" * 12]) == set()


def test_p3_is_not_said_beside_p2_of_the_same_pair():
    assert "P3" not in found([LONG], [LONG])
    assert found(["ab " * 20, "cd " * 20], ["ab " * 20, "cd " * 20 + "e"]) == {"P2", "P3"}


def test_a_title_as_long_as_a_book_is_not_compared():
    book = "word " * 2000
    assert found([book], [book + "x"]) == {"P12"}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("a.b.c.d.e.f", False),
        ("a.b.c.d.e.f.g", True),
        ("Untitled (No. 3, 1960) [recto]", True),
        ("Портрет неизвестной в чёрном 1883", False),
        ("पहिले महायुद्ध", False),
        ("tab\there\tand\tthere\tare\tsix\tof", True),
        ("______", True),
    ],
)
def test_p5_more_than_five_signs(title, code):
    assert ("P5" in found([title])) == code


def test_p5_the_works_number_in_its_title():
    assert found(["Bowl NM 123"], identifiers=["NM 123"]) == {"P5"}
    assert found(["Bowl NM 12"], identifiers=["NM 123", ""]) == set()


@pytest.mark.parametrize(("title", "short"), [("", True), ("A", True), ("Ab", True), ("Abc", False)])
def test_p6_a_title_of_two_characters(title, short):
    assert ("P6" in found([title])) == short
    assert ("P6" in found(["The Night Watch", title])) == short


def test_p7_and_p9_no_description_or_a_short_one():
    assert found(descriptions=[]) == {"P7"}
    assert found(descriptions=[""]) == {"P7"}
    assert found(descriptions=["x" * 50]) == {"P9"}
    assert found(descriptions=["x" * 51]) == set()
    assert found(descriptions=[Text(LONG, kind="contents")]) == {"P7"}, "a table of contents is none"


def test_p9_is_asked_of_each_language():
    english, short, long = Text("x" * 51, "en"), Text("Corto", "it"), Text("x" * 51, "it")
    assert found(descriptions=[english, short]) == {"P9"}
    assert found(descriptions=[english, short, long]) == set()


def test_p12_a_title_of_more_than_70_characters():
    assert found(["x" * 70]) == set()
    assert found(["x" * 71]) == {"P12"}


def test_titles_of_other_kinds_are_not_looked_at():
    assert found(["The Night Watch", Text("x" * 71, kind="former"), Text("A", kind="series")]) == set()


def test_p1_counts_titles_that_several_works_have():
    counts = [("Portrait", 2), ("portrait", 1), ("The Night Watch", 1), ("x" * 255 + "1", 1), ("x" * 255 + "2", 1)]
    assert systematic_titles(counts) == {"PORTRAIT": 3, "X" * 255: 2}
    assert systematic_titles([("étude", 1), ("ÉTUDE", 1)]) == {"ÉTUDE": 2}
    assert systematic_titles([("", 7), (" ", 2)]) == {}
    assert systematic_titles([]) == {}


@given(
    st.lists(st.text(max_size=90), max_size=3),
    st.lists(st.text(max_size=90), max_size=3),
    st.lists(st.text(max_size=3), max_size=2),
)
def test_no_text_is_too_strange(titles, descriptions, identifiers):
    codes = found(titles, descriptions, identifiers)
    assert codes <= set(PROBLEMS)
    assert ("P7" in codes) == (not any(descriptions))
