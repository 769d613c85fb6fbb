"""Against museums' own reading of their dates, and Europeana's, where the reference data is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.dates import Row, compare, compare_normalised, is_disjoint, measure

from vitrine.dates import resolve


@pytest.mark.reference
def test_every_figure_on_dates_is_reached(reference: Callable[[str], Path]) -> None:
    figures = measure(reference("data/dates/tate.tsv").parents[2])
    assert {name: row for name, row in figures.items() if row.get("reached") is False} == {}


def test_shares_are_weighted_by_records() -> None:
    rows = [Row("1837", 1837, 1837, 3), Row("1840", 1850, 1850, 1)]
    assert compare(rows, 0) == (75.0, 25.0)


def test_years_are_disjoint_only_where_none_is_shared() -> None:
    row = Row("", 1850, 1860, 1)
    assert is_disjoint(resolve("1849"), row)
    assert is_disjoint(resolve("after 1861"), row)
    assert not is_disjoint(resolve("1860–70"), row)
    assert not is_disjoint(resolve("before 1855"), row)
    assert not is_disjoint(resolve("n.d."), row)


def test_rejected_texts_count_apart() -> None:
    pairs = [("a", "1837"), ("b", ""), ("c", "")]
    assert compare_normalised(pairs, lambda text: None if text == "b" else "1837") == (66.67, 50.0)
