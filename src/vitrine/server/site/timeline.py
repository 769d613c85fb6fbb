"""The years of the works found, as a histogram with a bar for so many years: the ground of the slider."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from django.utils.translation import gettext

from vitrine.server.search.answer import Years
from vitrine.server.search.query import Query
from vitrine.server.site.words import numbers

_MOST_BARS = 60
"""Bars that can still be told apart where there is room for 240 pixels."""

_BEYOND = 1000
"""One work of so many may lie beyond either end, or a single wrong date would leave no room for all others. A slider that
stands at an end leaves that end open: it hides none of them."""

_HEIGHT = 100


class Bar(NamedTuple):
    """A bar: its place from the left, its height of a hundred and what is above it, its first year, and whether its years are chosen."""

    place: int
    height: int
    above: int
    first: int
    chosen: bool


class Timeline(NamedTuple):
    """The histogram from the year `first` up to, but without, `end`. `span` are the years of a bar, `step` those of a step of
    the slider; `low` and `high` are where its handles stand. `said` is the whole in words."""

    bars: list[Bar]
    first: int
    end: int
    span: int
    step: int
    low: int
    high: int
    said: str

    @property
    def ends(self) -> tuple[str, str]:
        """The years at both ends, as people write them."""
        return numbers.year(self.first), numbers.year(self.end)


def timeline(years: Iterable[Years], query: Query) -> Timeline | None:
    """Return the histogram of `years` with what `query` chooses of them; None where there are none."""
    decades = _most(sorted(years))
    if not decades:
        return None
    first, last = decades[0].first, decades[-1].first + decades[-1].span
    span = next(span for span in _spans() if (last - first) / span <= _MOST_BARS)
    first = first // span * span
    end = -(-last // span) * span
    counts = [0] * ((end - first) // span)
    for one in decades:
        counts[(one.first - first) // span] += one.count
    low = first if query.year_from is None else min(max(query.year_from, first), end)
    high = end if query.year_to is None else min(max(query.year_to, first), end)
    bars = [
        _bar(place, number / max(counts), begins, _chosen(query, begins, span))
        for place, (number, begins) in enumerate(zip(counts, range(first, end, span), strict=True))
    ]
    return Timeline(bars, first, end, span, span // 10, low, high, _said(counts, first, span))


def _spans() -> Iterator[int]:
    """Yield how many years a bar may stand for, ever more: 10, 20, 50, 100 and so on, as people count."""
    return (figure * 10**zeros for zeros in count(1) for figure in (1, 2, 5))


def _most(decades: list[Years]) -> list[Years]:
    """Return the decades without the few works that lie far off at either end."""
    few = sum(one.count for one in decades) // _BEYOND
    return _from_first(_from_first(decades, few)[::-1], few)[::-1]


def _from_first(decades: list[Years], few: int) -> list[Years]:
    left = few
    for number, one in enumerate(decades):
        left -= one.count
        if left < 0:
            return decades[number:]
    return decades


def _bar(place: int, share: float, first: int, chosen: bool) -> Bar:
    # The least of works is seen, and nothing is nothing.
    height = max(2, round(_HEIGHT * share)) if share else 0
    return Bar(place, height, _HEIGHT - height, first, chosen)


def _chosen(query: Query, first: int, span: int) -> bool:
    """Return whether some of the `span` years from `first` are asked for."""
    begun = query.year_to is None or first <= query.year_to
    return begun and (query.year_from is None or first + span > query.year_from)


def _said(counts: list[int], first: int, span: int) -> str:
    most = max(counts)
    begins = first + counts.index(most) * span
    said = gettext(
        "When the works were made, from {first} to {last}: most of them, {works}, between {begins} and {ends}."
    )
    return said.format(
        first=numbers.year(first),
        last=numbers.year(first + len(counts) * span - 1),
        works=numbers.works(most),
        begins=numbers.year(begins),
        ends=numbers.year(begins + span - 1),
    )
