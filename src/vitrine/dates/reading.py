"""What a text says, before it becomes years and EDTF: spans with two ends, each of which may be circa or uncertain."""

from typing import NamedTuple

from vitrine.dates.units import Unit


class End(NamedTuple):
    """One end of a span: EDTF's symbol for it, its year, and how sure the text is."""

    symbol: str
    year: int
    circa: bool = False
    uncertain: bool = False


class Span(NamedTuple):
    """From one end to the other; None is an open end: before, after."""

    low: End | None
    high: End | None
    stated: bool = False
    """Written as a range by the source, and so kept even where both ends are the same: 1820/1820."""


class Reading(NamedTuple):
    """One span; or several, of which one is meant (`joiner` "or") or each of them ("and")."""

    spans: tuple[Span, ...]
    joiner: str = ""


def span_of(unit: Unit, *, circa: bool = False, uncertain: bool = False) -> Span:
    """Return the span of one unit, both ends equally sure."""
    return Span(End(unit.low, unit.first, circa, uncertain), End(unit.high, unit.last, circa, uncertain))


def earliest(reading: Reading, circa: int) -> int | None:
    """Return the first year the reading allows, `circa` years before an end that is circa; None where open."""
    years = []
    for span in reading.spans:
        if span.low is None:
            return None
        years.append(span.low.year - circa if span.low.circa else span.low.year)
    return min(years)


def latest(reading: Reading, circa: int) -> int | None:
    """Return the last year the reading allows, `circa` years after an end that is circa; None where open."""
    years = []
    for span in reading.spans:
        if span.high is None:
            return None
        years.append(span.high.year + circa if span.high.circa else span.high.year)
    return max(years)


def in_order(span: Span) -> bool:
    """Tell whether a span ends no earlier than it begins, by year and, within a year, by month and day."""
    if span.low is None or span.high is None:
        return span.low is not None or span.high is not None
    if span.low.year != span.high.year or span.low.symbol == span.high.symbol:
        return span.low.year <= span.high.year
    # Within one year: compare to the precision both ends have. Seasons (21 to 24) and months do not compare.
    low, high = span.low.symbol.lstrip("-").split("-")[1:], span.high.symbol.lstrip("-").split("-")[1:]
    shared = min(len(low), len(high))
    return low[:shared] <= high[:shared] or "2" in (low[0][0], high[0][0])


def hull(reading: Reading) -> Span:
    """Return the one span from the earliest end to the latest end of all spans of the reading."""
    lows, highs = [span.low for span in reading.spans], [span.high for span in reading.spans]
    low = None if None in lows else min((end for end in lows if end), key=lambda end: end.year)
    high = None if None in highs else max((end for end in highs if end), key=lambda end: end.year)
    return Span(low, high)
