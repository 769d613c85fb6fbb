import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.dates.units import century_start, day_unit, is_season, month_unit, stretch_unit, year_symbol


@pytest.mark.parametrize(
    ("year", "symbol"),
    [
        (1837, "1837"),
        (50, "0050"),
        (0, "0000"),
        (-699, "-0699"),
        (-9999, "-9999"),
        (-12344, "Y-12344"),
        (12345, "Y12345"),
    ],
)
def test_a_year_is_written_with_four_figures_and_longer_ones_with_y(year: int, symbol: str) -> None:
    assert year_symbol(year) == symbol


@pytest.mark.parametrize(
    ("first", "last", "low", "high"),
    [
        (1830, 1839, "183X", "183X"),
        (1800, 1899, "18XX", "18XX"),
        (1800, 1809, "180X", "180X"),
        (1837, 1837, "1837", "1837"),
        (1750, 1799, "1750", "1799"),
        (1835, 1844, "1835", "1844"),
        (-499, -400, "-04XX", "-04XX"),  # the fifth century BC: -0499 to -0400
        (-99, 0, "-0099", "0000"),  # the first has no mask: 1 BC is 0000
    ],
)
def test_a_stretch_takes_the_shortest_notation_that_says_exactly_its_years(
    first: int, last: int, low: str, high: str
) -> None:
    unit = stretch_unit(first, last)
    assert (unit.low, unit.high, unit.first, unit.last) == (low, high, first, last)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_only_days_of_the_calendar_are_days(year: int, month: int, day: int) -> None:
    exists = day <= calendar.monthrange(year, month)[1]
    assert (day_unit(year, month, day) is not None) is exists


def test_a_month_is_one_of_twelve() -> None:
    assert month_unit(1837, 13) is None
    assert month_unit(1837, 0) is None
    assert day_unit(1837, 13, 1) is None


@pytest.mark.parametrize(
    ("ordinal", "before_christ", "size", "first"),
    [(17, False, 100, 1600), (1, False, 100, 0), (5, True, 100, -499), (1, True, 100, -99), (2, True, 1000, -1999)],
)
def test_a_century_begins_with_its_hundreds(ordinal: int, before_christ: bool, size: int, first: int) -> None:
    assert century_start(ordinal, before_christ=before_christ, size=size) == first


def test_seasons_are_told_from_months() -> None:
    assert is_season("1837-21")
    assert not is_season("1837-12")
    assert not is_season("1824")
