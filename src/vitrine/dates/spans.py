"""From a bound without gaps to its span of years."""

from vitrine.dates.atom import Atom
from vitrine.dates.bounds import Bound
from vitrine.dates.parts import years_in
from vitrine.dates.reading import End, Span, span_of
from vitrine.dates.units import (
    Unit,
    century_start,
    day_unit,
    is_season,
    month_unit,
    season_unit,
    stretch_unit,
    year_unit,
)

AHEAD = 1
"""How many years after this one a work may be dated: begun, announced, in the press. Later is a slip of the pen."""


def span_from(bound: Bound, this_year: int) -> Span | None:
    """Return the span of a bound; None where it is no date, or lies in the future."""
    if bound.before and bound.after:
        return None
    span = bound.atom.span
    if span is None:
        unit = _unit(bound.atom, this_year)
        if unit is None:
            return None
        span = span_of(unit)
    if span.low is None or span.high is None or is_ahead(span.low, this_year):
        return None
    low = None if bound.before else _qualified(span.low, bound)
    return Span(low, None if bound.after else _qualified(span.high, bound))


def is_ahead(end: End, this_year: int) -> bool:
    """Tell whether an end lies in the future; open figures (20XX) count from their beginning."""
    if end.symbol.endswith("X"):
        return not end.symbol.startswith("-") and int(end.symbol.replace("X", "0")) > this_year + AHEAD
    return end.year > this_year + AHEAD


def _qualified(end: End, bound: Bound) -> End:
    if not bound.circa and not bound.uncertain:
        return end
    # EDTF qualifies days, months and years, not seasons.
    symbol = end.symbol[:-3] if is_season(end.symbol) else end.symbol
    return End(symbol, end.year, end.circa or bound.circa, end.uncertain or bound.uncertain)


def _unit(atom: Atom, this_year: int) -> Unit | None:
    if atom.kind == "century":
        start = century_start(atom.number, before_christ=bool(atom.before_christ), size=atom.size)
        return _part(atom, start, atom.size) if atom.number > 0 else None
    if atom.kind == "decade" and atom.figures == 4:
        # The 490s BC are 499 to 490 BC.
        return _part(atom, -atom.number - 8 if atom.before_christ else atom.number, 10)
    if atom.kind == "year" and atom.number > 0:
        return year_unit(1 - atom.number if atom.before_christ else atom.number)
    year = _full_year(atom, this_year)
    return None if year is None or atom.before_christ else _calendar_unit(atom, year)


def _calendar_unit(atom: Atom, year: int) -> Unit | None:
    if atom.kind == "day":
        return day_unit(year, atom.month, atom.day)
    if atom.kind == "month":
        return month_unit(year, atom.month)
    return season_unit(year, atom.month) if atom.kind == "season" else None


def _full_year(atom: Atom, this_year: int) -> int | None:
    """Return the year of a day, month or season; of two figures (12 Jun 53) only where one century alone fits.

    A day with two figures for the year is of the twentieth century or the twenty-first: 53 is 1953, because 2053 is
    yet to come, and 06 is in doubt.
    """
    if atom.figures == 2:
        return 1900 + atom.number if atom.number > this_year % 100 else None
    return atom.number or None


def _part(atom: Atom, start: int, size: int) -> Unit | None:
    if atom.part is None:
        return stretch_unit(start, start + size - 1)
    years = years_in(atom.part, size)
    return None if years is None else stretch_unit(start + years[0], start + years[1])
