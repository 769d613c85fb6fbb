"""EDTF (ISO 8601-2:2019 annex A): written from a reading, and read.

Written: level 1 (`?` uncertain, `~` approximate, `%` both; `X` unspecified figures; `..` open ends; seasons 21 to 24;
`Y` before long years) and of level 2 the sets `[1786,1800]` (one of) and `{1833,1836}` (all of).
Read: what is written here, and times of day, which fall away. https://www.loc.gov/standards/datetime/
"""

import re
from functools import lru_cache

from vitrine.dates.reading import End, Reading, Span, earliest, hull, in_order, latest, span_of
from vitrine.dates.units import (
    FOUR_FIGURES,
    SEASONS,
    Unit,
    day_unit,
    is_season,
    month_unit,
    season_unit,
    stretch_unit,
    year_unit,
)

LONGEST_YEAR = 9
"""Figures of the longest year that is believed, with the prefix `Y`. Longer is a number of another kind."""

_DATE = re.compile(
    r"(?:Y(?P<long>-?[1-9][0-9]{4,}) | (?P<year>-?[0-9]{4}) | (?P<masked>-?[0-9]{3}X|-?[0-9]{2}XX))"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<sure>[?~%])?",
    re.VERBOSE,
)
_SET = re.compile(r"(\[[^\[\]{}]+\]|\{[^\[\]{}]+\})")


def write(reading: Reading) -> str:
    """Return the EDTF of a reading."""
    if len(reading.spans) == 1:
        return _write_span(reading.spans[0])
    members = [_write_member(span) for span in reading.spans]
    if None in members:
        return _write_span(hull(reading))
    inside = ",".join(member for member in members if member)
    return f"[{inside}]" if reading.joiner == "or" else f"{{{inside}}}"


def _write_end(end: End | None) -> str:
    if end is None:
        return ".."
    if end.circa:
        return end.symbol + ("%" if end.uncertain else "~")
    return end.symbol + ("?" if end.uncertain else "")


def _write_span(span: Span) -> str:
    low, high = _write_end(span.low), _write_end(span.high)
    return low if low == high and not span.stated else f"{low}/{high}"


def _write_member(span: Span) -> str | None:
    """Return a span as a member of a set, or None: a set holds dates and stretches of plain years, nothing open, no seasons."""
    if span.low is None or span.high is None or is_season(span.low.symbol) or is_season(span.high.symbol):
        return None
    if _write_end(span.low) == _write_end(span.high):
        return _write_end(span.low)
    plain = all(end.symbol.isdigit() and not end.circa and not end.uncertain for end in (span.low, span.high))
    return f"{span.low.symbol}..{span.high.symbol}" if plain else None


@lru_cache(maxsize=4096)
def span_years(edtf: str, *, circa: int = 0) -> tuple[int | None, int | None]:
    """Return the first and last year (astronomical, both included) of an EDTF text; None for an open end.

    `circa` widens ends marked `~` or `%` by so many years. Raises ValueError for text that is not EDTF of the kinds
    this module writes.
    """
    reading = read(edtf)
    if reading is None:
        raise ValueError(f"{edtf!r} is not a date in EDTF: 1837, 1837-05, 183X, 1837~/1841, ../1880 are")
    return earliest(reading, circa), latest(reading, circa)


def read(text: str) -> Reading | None:
    """Return the reading of an EDTF text, or None where it is not one."""
    if _SET.fullmatch(text):
        return _read_set(text)
    parts = text.split("/")
    if len(parts) == 1:
        single = read_date(text)
        return None if single is None else Reading((single,))
    if len(parts) != 2:
        return None
    span = _read_interval(parts[0], parts[1])
    return None if span is None else Reading((span,))


def _read_interval(low: str, high: str) -> Span | None:
    first = None if low in ("", "..") else read_date(low)
    last = None if high in ("", "..") else read_date(high)
    if (first is None and low not in ("", "..")) or (last is None and high not in ("", "..")):
        return None
    span = Span(first.low if first else None, last.high if last else None, stated=True)
    return span if in_order(span) else None


def _read_set(text: str) -> Reading | None:
    spans = []
    for member in text[1:-1].split(","):
        low, dots, high = member.strip().partition("..")
        span = _read_interval(low, high) if dots and low and high else read_date(member.strip())
        if span is None:
            return None
        spans.append(span)
    return Reading(tuple(spans), "or" if text[0] == "[" else "and")


def read_date(text: str) -> Span | None:
    """Return the span of one EDTF date (no interval, no set), or None where it is not one."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    unit = _unit(match)
    sure = match["sure"] or ""
    return None if unit is None else span_of(unit, circa=sure in ("~", "%"), uncertain=sure in ("?", "%"))


def _unit(match: re.Match[str]) -> Unit | None:
    month, day = match["month"], match["day"]
    if match["masked"]:
        return _masked(match["masked"], month, day)
    figures = match["long"] or match["year"]
    if len(figures.lstrip("-")) > LONGEST_YEAR or figures == "-0000":
        return None
    year = int(figures)
    if match["long"] and (month or abs(year) <= FOUR_FIGURES):
        return None
    if month is None or month == "XX":
        return year_unit(year) if day in (None, "XX") else None
    if int(month) in SEASONS.values():
        return season_unit(year, int(month) - 20) if day is None else None
    return month_unit(year, int(month)) if day in (None, "XX") else day_unit(year, int(month), int(day))


def _masked(figures: str, month: str | None, day: str | None) -> Unit | None:
    near, far = int(figures.replace("X", "0")), int(figures.replace("X", "9"))
    unit = stretch_unit(min(near, far), max(near, far))
    if month in (None, "XX"):
        return unit if day in (None, "XX") else None
    if not 1 <= int(month) <= 12 or day not in (None, "XX"):
        return None
    symbol = f"{figures}-{month}"
    return Unit(symbol, symbol, unit.first, unit.last)
