import pytest

from vitrine.dates.edtf import read, span_years, write
from vitrine.dates.reading import End, Reading, Span

END_1837, END_1841 = End("1837", 1837), End("1841", 1841)


@pytest.mark.parametrize(
    "text",
    [
        "1837", "1837?", "1837~", "1837%", "1837-05", "1837-05-12", "1837-21", "183X", "18XX", "-04XX", "198X-11", "0000",
        "-0699", "Y-12344", "1837/1841", "1837~/1841?", "../1841", "1837-05/..", "1820/1820", "[1786,1800]",
        "{1995..1996,2007}", "[1841~,1852~]", "19XX?/20XX",
    ],
)  # fmt: skip
def test_what_is_read_is_written_the_same(text: str) -> None:
    reading = read(text)
    assert reading is not None
    assert write(reading) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "837", "1837-13", "1837-02-30", "18X7", "X837", "//", "1841/1837", "1837-5", "-0000", "Y1837",
        "1837??", "1837/1841/1845", "[]", "[1837", "{1837]", "1837-21-01", "../..", "1837-12/1837-11", "may", "Y1234567890",
    ],
)  # fmt: skip
def test_what_is_not_edtf_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "circa", "expected"),
    [
        ("1837", 5, (1837, 1837)),
        ("1837?", 5, (1837, 1837)),
        ("1837~", 5, (1832, 1842)),
        ("1837%/1841", 3, (1834, 1841)),
        ("18XX", 0, (1800, 1899)),
        ("-04XX", 0, (-499, -400)),
        ("../1880", 0, (None, 1880)),
        ("1880/..", 0, (1880, None)),
        ("[1786,1800]", 0, (1786, 1800)),
        ("{1995..1996,2007}", 0, (1995, 2007)),
        ("1837-24", 0, (1837, 1837)),
    ],
)
def test_the_years_of_edtf(text: str, circa: int, expected: tuple[int | None, int | None]) -> None:
    assert span_years(text, circa=circa) == expected


def test_what_is_not_edtf_is_named_in_the_error() -> None:
    with pytest.raises(ValueError, match=r"'spring 1837' is not a date in EDTF"):
        span_years("spring 1837")


def test_a_range_that_the_source_states_stays_one_even_with_equal_ends() -> None:
    assert write(Reading((Span(END_1837, END_1837),))) == "1837"
    assert write(Reading((Span(END_1837, END_1837, stated=True),))) == "1837/1837"


def test_a_set_that_edtf_cannot_hold_is_written_as_the_range_over_all() -> None:
    qualified = Span(END_1837._replace(circa=True), END_1841._replace(circa=True))
    later = Span(End("1850", 1850), End("1850", 1850))
    assert write(Reading((qualified, later), "or")) == "1837~/1850"
    season = Span(End("1837-21", 1837), End("1837-21", 1837))
    assert write(Reading((season, later), "and")) == "1837-21/1850"
