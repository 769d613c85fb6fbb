"""Several bounds joined to one reading: 1837-41, between 1870 and 1880, 1786 or 1800, 200-100 BC.

Circa before a range, or behind it, counts for both its ends: the National Portrait Gallery's "c. 1861-1865" is, where
it is wider at all, wider at both.
"""

from typing import NamedTuple

from vitrine.dates.atom import Atom, has
from vitrine.dates.bounds import Bound, read_bound
from vitrine.dates.gaps import fill
from vitrine.dates.reading import Reading, Span, hull, in_order
from vitrine.dates.spans import span_from
from vitrine.dates.tokens import Token
from vitrine.dates.words import Meaning

_TO, _OR, _AND = "to", "or", "and"


class Expression(NamedTuple):
    """A reading, where it stands, and how it began: what `mentions` must know of it."""

    reading: Reading
    closed: Reading
    """The reading without open ends."""
    start: int
    end: int
    preceded: bool
    """A "before" or "after" leads it, which may be the "after" of a copy: after 1919 original."""
    linked: bool
    """An "of" or "from" leads it: cast of 1997 original."""


def read_expression(tokens: list[Token], at: int, *, this_year: int) -> Expression | None:
    """Return what begins at token `at`: a date, a range, or several dates joined by and, or. None for anything else."""
    start = at
    at, doubted = _between(tokens, at)
    between = at > start
    first = read_bound(tokens, at)
    if first is None:
        return None
    joins: list[str] = []
    bounds, at = [first[0]], first[1]
    while at < len(tokens):
        step = _narrowing(tokens, at, bounds[-1])
        step = step or _next_bound(tokens, at, between=between and not joins, this_year=this_year)
        if step is None:
            break
        joins.append(step[0])
        bounds.append(step[1])
        at = step[2]
    if len(bounds) == 1 and bounds[0].since:
        bounds = [bounds[0]._replace(after=True)]
    if doubted:
        bounds = [bound._replace(uncertain=True) for bound in bounds]
    if all(bound.atom.roman for bound in bounds) and _is_bare(tokens[:start] + tokens[at:]):
        bounds = [bound._replace(atom=bound.atom._replace(kind="century")) for bound in bounds]  # XVI-XVII, and no more
    return _express(fill(bounds), joins, (start, at), this_year)


def _is_bare(rest: list[Token]) -> bool:
    return all(token.text in "?()[]" for token in rest)


def _between(tokens: list[Token], at: int) -> tuple[int, bool]:
    """Return the index after "between" and whether a "probably" led it; `at` itself where there is none."""
    then = at
    while then < len(tokens) and (tokens[then].has(Meaning.MAYBE) or tokens[then].text == "?"):
        then += 1
    return (then + 1, then > at) if has(tokens, then, Meaning.BETWEEN) else (at, False)


def _express(bounds: list[Bound], joins: list[str], place: tuple[int, int], this_year: int) -> Expression | None:
    reading = _assemble(bounds, joins, this_year)
    closed = reading
    if any(bound.before or bound.after for bound in bounds):
        closed = _assemble([bound._replace(before=False, after=False) for bound in bounds], joins, this_year)
    if reading is None:
        return None
    return Expression(reading, closed or reading, *place, bounds[0].preceded, bounds[0].linked)


# Joining


def _next_bound(tokens: list[Token], at: int, *, between: bool, this_year: int) -> tuple[str, Bound, int] | None:
    """Return how the next bound is joined, the bound, and the index after it: `-41`, `or 1839`, `(or 1836)`."""
    opened = tokens[at].text if tokens[at].text in ("(", ",") and has(tokens, at + 1, Meaning.OR) else ""
    at += bool(opened)
    if _hangs(tokens, at):
        at += 1
    present = _present(tokens, at, this_year)
    join = _TO if present else _join(tokens[at], between=between)
    if join is None:
        return None
    following = present or _present(tokens, at + 1, this_year) or read_bound(tokens, at + 1)
    if following is None:
        return None
    bound, end = following
    if opened != "(":
        return join, bound, end
    closed = end < len(tokens) and tokens[end].text == ")"
    return (join, bound, end + 1) if closed else None


def _narrowing(tokens: list[Token], at: int, bound: Bound) -> tuple[str, Bound, int] | None:
    """Return the other end of after 1650 and before 1660, where "and before" is also what stands behind a date alone."""
    token = tokens[at]
    if not ((bound.after and token.has(Meaning.EARLIER)) or (bound.before and token.has(Meaning.LATER))):
        return None
    found = read_bound(tokens, at + 1)
    return None if found is None else (_AND, found[0]._replace(before=bound.after, after=bound.before), found[1])


def _hangs(tokens: list[Token], at: int) -> bool:
    """Tell whether a hyphen only stands for what the next date has: 1700- och 1800-talet, 16.- und 17. Jh."""
    hyphen = tokens[at].text == "-" and tokens[at].glued
    return hyphen and (has(tokens, at + 1, Meaning.AND) or has(tokens, at + 1, Meaning.OR))


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
    """Read the end of 1990-present, 1990 to date: open, the work goes on."""
    return (Bound(Atom("year", this_year), after=True), at + 1) if has(tokens, at, Meaning.PRESENT) else None


def _assemble(bounds: list[Bound], joins: list[str], this_year: int) -> Reading | None:
    spans: list[Span] = []
    for index, bound in enumerate(bounds):
        span = span_from(bound, this_year)
        if span is None:
            return None
        if index == 0 or joins[index - 1] != _TO:
            spans.append(span)
            continue
        joined = _through(spans[-1], span, before=bounds[index - 1].circa, behind=bound.circa_behind)
        if joined is None or not in_order(joined):
            return None
        spans[-1] = joined
    joiner = next((join for join in joins if join != _TO), "")
    if joiner == _OR and len(spans) == 2 and not _ascending(spans):
        spans.reverse()
    if joiner and any(span.low is None or span.high is None for span in spans):
        return _of_open(spans, joiner)
    return Reading(tuple(spans), joiner) if _ascending(spans) else None


def _of_open(spans: list[Span], joiner: str) -> Reading | None:
    """Return what open dates joined by a word say: after 1650 and before 1660 is 1650 to 1660, 1650 or before is open."""
    whole = hull(Reading(tuple(spans)))
    if whole.low or whole.high:
        return Reading(tuple(spans), joiner) if _ascending(spans) else None
    low, high = (
        next(ends, None)
        for ends in ((span.low for span in spans if span.low), (span.high for span in spans if span.high))
    )
    between = Span(low, high, stated=True)
    return Reading((between,)) if joiner == _AND and len(spans) == 2 and low and high and in_order(between) else None


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
