import pytest

from vitrine.server.search.answer import Years
from vitrine.server.search.query import Query
from vitrine.server.site.timeline import timeline


def years(counts: dict[int, int]) -> list[Years]:
    return [Years(first, 10, count) for first, count in counts.items()]


def test_a_bar_is_as_high_as_works_are_many() -> None:
    line = timeline(years({1800: 10, 1820: 5}), Query())
    assert line is not None
    assert [(bar.first, bar.height) for bar in line.bars] == [(1800, 100), (1810, 0), (1820, 50)]
    assert (line.first, line.end, line.ends) == (1800, 1830, ("1800", "1830"))
    assert "10 works, between 1800 and 1809" in line.said


def test_one_work_among_very_many_is_still_seen() -> None:
    line = timeline(years({1800: 500, 1810: 1, 1820: 500}), Query())
    assert line is not None
    assert line.bars[1].height > 0


def test_without_dates_there_is_none() -> None:
    assert timeline([], Query(year_from=1800)) is None


def test_one_decade_alone_has_room_for_both_handles() -> None:
    line = timeline(years({1840: 3}), Query())
    assert line is not None
    assert (line.low, line.high, len(line.bars)) == (1840, 1850, 1)


@pytest.mark.parametrize(
    "counts", [{-3000: 1, 2020: 1}, {-40: 2, 10: 3}, {-4_000_000_000: 1, 2020: 5}, {0: 1, 1890: 1}]
)
def test_however_far_apart_every_work_is_in_a_bar_that_can_be_seen(counts: dict[int, int]) -> None:
    line = timeline(years(counts), Query())
    assert line is not None
    assert 0 < len(line.bars) <= 61
    assert line.first <= min(counts)
    assert max(counts) < line.end
    assert sum(bar.height > 0 for bar in line.bars) == 2


def test_a_single_wrong_date_among_thousands_leaves_room_for_the_others() -> None:
    line = timeline(years({-7000: 1, 1800: 1500, 1900: 1500, 9990: 1}), Query())
    assert line is not None
    assert (line.first, line.end) == (1800, 1910)


def test_years_before_our_era_are_named_so() -> None:
    line = timeline(years({-500: 1, 20: 1}), Query())
    assert line is not None
    assert line.ends == ("501 BC", "30")


@pytest.mark.parametrize(
    ("low", "high", "chosen"),
    [
        (None, None, [1800, 1810, 1820]),
        (1810, 1819, [1810]),
        (1815, 1815, [1810]),
        (1820, None, [1820]),
        (None, 1700, []),
        (1900, None, []),
    ],
)
def test_what_is_chosen_shows(low: int | None, high: int | None, chosen: list[int]) -> None:
    line = timeline(years({1800: 1, 1810: 1, 1820: 1}), Query(year_from=low, year_to=high))
    assert line is not None
    assert [bar.first for bar in line.bars if bar.chosen] == chosen
    assert line.first <= line.low <= line.end
    assert line.first <= line.high <= line.end
