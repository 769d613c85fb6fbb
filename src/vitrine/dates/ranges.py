"""From bounds to a reading: 1837-41, late 18th-mid 19th century, between 1870 and 1880, 1786 or 1800, 200-100 BC.

What one bound leaves out its neighbours supply: a shortened end takes the figures before it from the start (1837-41,
1831 or 2), a start takes century, month, year and the era before Christ from its end.
Circa before a range counts for both its ends: the portrait gallery's "c. 1861-1865" is, where it widens at all, wider
at both.
"""

from typing import NamedTuple

from vitrine.dates.atoms import Atom
from vitrine.dates.bounds import Bound, read_bound
from vitrine.dates.parts import years_in
from vitrine.dates.reading import End, Reading, Span, in_order, span_of
from vitrine.dates.tokens import Token
from vitrine.dates.units import (
    Unit,
    century_start,
    day_unit,
    month_unit,
    season_unit,
    stretch_unit,
    year_unit,
)
from vitrine.dates.words import Meaning

_TO, _OR, _AND = "to", "or", "and"

AHEAD = 1
"""How many years after this one a work may be dated: begun, announced, in the press. Later is a slip of the pen."""

WIDEST_GAP = 500
"""Years. 900-1100 is a range; 989-1990 is more likely 1989-1990 with a figure lost."""


class Expression(NamedTuple):
    """A reading, where it stands, and how it began: what `events` must know of it."""

    reading: Reading
    start: int
    end: int
    preceded: bool
    """A "before" or "after" led it, which may be the "after" of a copy: after 1919 original."""
    linked: bool
    """An "of" or "from" led it: cast of 1997 original."""
    closed: Reading
    """The reading without open ends."""


def read_expression(tokens: list[Token], at: int, *, this_year: int) -> Expression | None:
    """Return what begins at token `at`: a date, a range, or several dates joined by and, or. None for anything else."""
    start = at
    at, doubt = _between(tokens, at)
    between = at > start
    first = read_bound(tokens, at)
    if first is None:
        return None
    bounds, joins, at = [first[0]], [], first[1]
    while at < len(tokens):
        step = _next_bound(tokens, at, between=between and not joins, this_year=this_year)
        if step is None:
            break
        joins.append(step[0])
        bounds.append(step[1])
        at = step[2]
    if len(bounds) == 1 and bounds[0].since:
        bounds = [bounds[0]._replace(after=True)]
    if doubt:
        bounds = [bound._replace(uncertain=True) for bound in bounds]
    if all(bound.atom.roman for bound in bounds) and all(
        token.text in "?()[]" for token in tokens[:start] + tokens[at:]
    ):
        bounds = [bound._replace(atom=bound.atom._replace(kind="century")) for bound in bounds]  # XVI-XVII, and no more
    return _express(bounds, joins, (start, at), this_year)


def _between(tokens: list[Token], at: int) -> tuple[int, bool]:
    """Return the index after "between" and whether a "probably" led it; `at` itself where there is none."""
    then = at
    while then < len(tokens) and (tokens[then].has(Meaning.MAYBE) or tokens[then].text == "?"):
        then += 1
    if then < len(tokens) and tokens[then].has(Meaning.BETWEEN):
        return then + 1, then > at
    return at, False


def _express(bounds: list[Bound], joins: list[str], place: tuple[int, int], this_year: int) -> Expression | None:
    bounds = _fill(bounds)
    reading = _assemble(bounds, joins, this_year)
    closed = _assemble([bound._replace(before=False, after=False) for bound in bounds], joins, this_year)
    if reading is None or closed is None:
        return None
    return Expression(reading, *place, bounds[0].preceded, bounds[0].linked, closed)


def _next_bound(tokens: list[Token], at: int, *, between: bool, this_year: int) -> tuple[str, Bound, int] | None:
    """Return how the next bound is joined, the bound, and the index after it: `-41`, `or 1839`, `(or 1836)`."""
    bracketed = tokens[at].text in ("(", ",") and at + 1 < len(tokens) and tokens[at + 1].has(Meaning.OR)
    opened = tokens[at].text if bracketed else ""
    at += bracketed
    present = _present(tokens, at, this_year)
    if present is not None:
        return _TO, *present
    join = _join(tokens[at], between=between)
    if join is None:
        return None
    following = _present(tokens, at + 1, this_year) or read_bound(tokens, at + 1)
    if following is None:
        return None
    bound, end = following
    if opened == "(":
        if end >= len(tokens) or tokens[end].text != ")":
            return None
        end += 1
    return join, bound, end


def _join(token: Token, *, between: bool) -> str | None:
    """Return how a token joins two dates, None where it does not."""
    if token.text in ("-", "/", "|") or token.has(Meaning.TO):
        return _TO
    if token.has(Meaning.OR):
        return _OR
    if token.has(Meaning.AND) or token.text == "&":
        return _TO if between else _AND
    return None


def _present(tokens: list[Token], at: int, this_year: int) -> tuple[Bound, int] | None:
    """Read 1990-present as open: the work goes on."""
    if at < len(tokens) and tokens[at].has(Meaning.PRESENT):
        return Bound(Atom("year", this_year), after=True), at + 1
    return None


# What a bound leaves out


def _fill(bounds: list[Bound]) -> list[Bound]:
    """Supply what bounds leave out: from the right first (a century, a month, a year, BC), then from the left."""
    atoms = [bound.atom for bound in bounds]
    for index in range(len(atoms) - 2, -1, -1):
        atoms[index] = _from_right(atoms[index], atoms[index + 1])
    atoms = [_with_era(atom) for atom in atoms]
    for index in range(1, len(atoms)):
        atoms[index] = _from_left(atoms[index], atoms[index - 1])
    if len(atoms) == 1 or any(atom.figures >= 3 and atom.kind in ("year", "figure") for atom in atoms):
        long_enough = len(atoms) > 1 or bounds[0].circa or bounds[0].before or bounds[0].after
        atoms = [_year_of_three(atom, atoms) if long_enough else atom for atom in atoms]
    return [bound._replace(atom=_with_era(atom)) for bound, atom in zip(bounds, atoms, strict=True)]


def _from_right(atom: Atom, right: Atom) -> Atom:
    era = right.before_christ if atom.before_christ is None and right.before_christ else atom.before_christ
    loose = atom.kind == "ordinal" or (atom.kind == "figure" and atom.figures <= 2 and 0 < atom.number <= 29)
    if right.kind == "century" and loose:
        return atom._replace(kind="century", size=right.size, before_christ=era)
    if atom.kind == "century" and atom.loose and right.kind == "decade":
        return atom._replace(kind="decade", number=(atom.number - 1) * 100)  # 1900s-1910s
    if atom.kind in ("month", "season") and atom.number == 0 and right.kind in ("day", "month", "season", "year"):
        return atom._replace(number=right.number, figures=right.figures)
    if right.kind == "day" and atom.kind == "day" and atom.number == 0:
        return atom._replace(number=right.number, figures=right.figures)
    if right.kind == "day" and atom.kind in ("figure", "ordinal") and 0 < atom.number <= 31 and not atom.roman:
        return right._replace(day=atom.number)
    return atom._replace(before_christ=era)


def _from_left(atom: Atom, left: Atom) -> Atom:
    if left.kind == "century" and (
        atom.kind == "ordinal" or (left.roman and atom.kind == "figure" and atom.number <= 29)
    ):
        return atom._replace(kind="century", size=left.size, before_christ=atom.before_christ or left.before_christ)
    if left.kind in ("decade", "year") and (
        atom.kind == "decade" or (atom.kind == "century" and atom.loose) or left.named
    ):
        return _decade_from_left(atom, left)
    dated = left.kind in ("year", "month", "day", "season", "decade", "span")
    if atom.kind not in ("figure", "ordinal") or atom.roman or atom.figures > 2 or not dated or atom.before_christ:
        return atom
    if left.kind == "decade" and atom.figures == 2 and atom.number % 10 == 0:
        return atom._replace(kind="decade", number=left.number // 100 * 100 + atom.number, figures=4)
    year = left.number if left.span is None else _span_year(left.span)
    if left.before_christ or year < 100:
        return atom if left.before_christ is None else atom._replace(before_christ=left.before_christ)  # AD 50-75
    scale = 10**atom.figures
    full = year // scale * scale + atom.number
    return atom._replace(kind="year", number=full, figures=4) if full > year else atom


def _decade_from_left(atom: Atom, left: Atom) -> Atom:
    """Complete a decade behind another: 1920s and '30s, 1990s-2000s, années 1950-1960."""
    if atom.kind == "century":
        return atom._replace(kind="decade", number=(atom.number - 1) * 100)
    if atom.kind == "decade" and (atom.figures == 2 or atom.loose):
        return atom._replace(number=left.number // 100 * 100 + atom.number % 100, figures=4, loose=False)
    if left.named and atom.kind == "year" and atom.number % 10 == 0:
        return atom._replace(kind="decade")
    return atom


def _span_year(span: Span) -> int:
    return span.low.year if span.low else 0


def _year_of_three(atom: Atom, atoms: list[Atom]) -> Atom:
    """Take a figure of three figures for a year, where circa or a year near it vouches for it: 850-900, c. 850."""
    far = any(abs(other.number - atom.number) > WIDEST_GAP for other in atoms if other.kind == "year")
    return atom._replace(kind="year") if atom.kind == "figure" and atom.figures == 3 and not far else atom


def _with_era(atom: Atom) -> Atom:
    """Take a figure with an era for a year: 50 BC, AD 98."""
    loose = atom.kind in ("figure", "ordinal") and not atom.roman
    return atom._replace(kind="year") if loose and atom.before_christ is not None and atom.number > 0 else atom


# From atoms to spans


def _assemble(bounds: list[Bound], joins: list[str], this_year: int) -> Reading | None:
    spans: list[Span] = []
    joiner = ""
    for index, bound in enumerate(bounds):
        span = _span(bound, this_year)
        if span is None:
            return None
        if index == 0:
            spans.append(span)
        elif joins[index - 1] == _TO:
            joined = _through(spans[-1], span, before=bounds[index - 1].circa, behind=bound.circa_behind)
            if joined is None or not in_order(joined):
                return None
            spans[-1] = joined
        else:
            joiner = joiner or joins[index - 1]
            spans.append(span)
    if joiner == _OR and len(spans) == 2 and not _ascending(spans):
        spans.reverse()
    return Reading(tuple(spans), joiner) if _ascending(spans) else None


def _ascending(spans: list[Span]) -> bool:
    years = [span.low.year for span in spans if span.low]
    return years == sorted(years)


def _through(low: Span, high: Span, *, before: bool, behind: bool) -> Span | None:
    """Return the span from the beginning of one to the end of the other. before/after of either opens its end.

    Circa before the whole or behind it is of both ends: c. 1600-1625, 1600-1625 circa.
    """
    start, end = low.low, high.high
    if start is not None and behind:
        start = start._replace(circa=True)
    if low.high is None and high.low is not None:
        end = None  # after 1850-60; but "post 1650 - ante 1675" has both ends
    elif end is not None and before:
        end = end._replace(circa=True)
    return Span(start, end, stated=True) if start or end else None


def _span(bound: Bound, this_year: int) -> Span | None:
    atom = bound.atom
    if atom.span is not None:
        low, high = atom.span.low, atom.span.high
    else:
        unit = _unit(atom, this_year)
        if unit is None or unit.first > this_year + AHEAD:
            return None
        low, high = span_of(unit)[:2]
    if low is None or high is None or (bound.before and bound.after):
        return None
    low, high = _qualified(low, bound), _qualified(high, bound)
    return Span(None if bound.before else low, None if bound.after else high)


def _qualified(end: End, bound: Bound) -> End:
    return end._replace(circa=end.circa or bound.circa, uncertain=end.uncertain or bound.uncertain)


def _unit(atom: Atom, this_year: int) -> Unit | None:
    if atom.kind == "century":
        return _century_unit(atom)
    if atom.kind == "decade" and atom.figures == 4:
        return _decade_unit(atom)
    if atom.kind == "year":
        if atom.before_christ:
            return year_unit(1 - atom.number)
        return year_unit(atom.number) if atom.number > 0 and atom.figures <= 4 else None
    year = _full_year(atom, this_year)
    if year is None or atom.before_christ:
        return None
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


def _century_unit(atom: Atom) -> Unit | None:
    if atom.number < 1:
        return None
    start = century_start(atom.number, before_christ=bool(atom.before_christ), size=atom.size)
    return _part_unit(atom, start, atom.size)


def _decade_unit(atom: Atom) -> Unit | None:
    if atom.before_christ:
        # The 490s BC are 499 to 490 BC.
        return _part_unit(atom, -atom.number - 8, 10)
    return _part_unit(atom, atom.number, 10)


def _part_unit(atom: Atom, start: int, size: int) -> Unit | None:
    if atom.part is None:
        return stretch_unit(start, start + size - 1)
    years = years_in(atom.part, size)
    return None if years is None else stretch_unit(start + years[0], start + years[1])
