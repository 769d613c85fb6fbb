import pytest
from django.utils import translation

from vitrine.records import Date, Dimension
from vitrine.server.site.words import numbers


@pytest.mark.parametrize(("language", "text"), [("en", "69,202"), ("it", "69.202"), ("de", "69.202")])
def test_counts_have_the_readers_separators(language: str, text: str) -> None:
    with translation.override(language):
        assert numbers.count(69202) == text


@pytest.mark.parametrize(
    ("value", "text"), [(44.5, "44.5"), (39.0, "39"), (12.346, "12.35"), (0.1, "0.1"), (100, "100")]
)
def test_measures_have_no_decimals_that_say_nothing(value: float, text: str) -> None:
    assert numbers.measure(value) == text


def test_measures_are_written_as_the_reader_does() -> None:
    with translation.override("de"):
        assert numbers.measure(44.5) == "44,5"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (1, 1000, "under 1%"),
        (0, 10, "0%"),
        (10, 10, "100%"),
        (9999, 10000, "99%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
        (0, 0, "0%"),
    ],
)
def test_something_is_never_nothing_and_nearly_all_is_not_all(part: int, whole: int, text: str) -> None:
    assert numbers.percent(part, whole) == text


def test_height_and_width_stand_together_and_say_what_they_measure() -> None:
    work = [Dimension("width", 39, "cm"), Dimension("height", 44.5, "cm")]
    assert numbers.dimensions(work) == ["44.5 × 39 cm (height × width)"]


def test_the_work_comes_before_its_frame() -> None:
    parts = [Dimension("height", 60, "cm", "frame"), Dimension("height", 44, "cm")]
    assert numbers.dimensions(parts) == ["height 44 cm", "frame height 60 cm"]


def test_metric_measures_come_first() -> None:
    inches = [Dimension("height", 10, "in"), Dimension("width", 8, "in")]
    assert numbers.dimensions(inches) == ["25.4 × 20.3 cm (height × width); 10 × 8 in (height × width)"]
    both = [Dimension("height", 10, "in"), Dimension("height", 25.4, "cm")]
    assert numbers.dimensions(both) == ["height 25.4 cm"]


def test_a_measure_of_an_unknown_kind_keeps_the_sources_word() -> None:
    assert numbers.dimensions([Dimension("girth", 3, "cm", "lid")]) == ["lid girth 3 cm"]


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date("c. 1840", earliest=1835, latest=1845), "c. 1840"),
        (Date(earliest=1503, latest=1519), "1503–1519"),
        (Date(earliest=1830, latest=1830), "1830"),
        (Date(earliest=-499, latest=-479), "500 BC–480 BC"),
        (Date(earliest=1900), "1900"),
        (Date(), ""),
    ],
)
def test_a_date_is_as_the_museum_words_it_else_its_years(date: Date, text: str) -> None:
    assert numbers.years(date) == text
