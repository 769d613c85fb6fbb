"""Dates written in figures: 1989-11-01, 01.11.1989, 11/1989, 198X, XX.11.1989, 1989? - 1990?, ?|1989, times of day.

The rules are those of Europeana's date normalisation: what can be read in two ways is not read at all (1900/01 is
January 1900 or 1900 to 1901), nor what has lost a part (`1989-11 `, `--1989`, 1990-). In `?`, `-`, `..` a range is open
at that end; XX, UU, ?? and -- stand for figures that are not known.
"""

import re

from vitrine.dates import edtf
from vitrine.dates.reading import End, Reading, Span, in_order, span_of
from vitrine.dates.units import Unit, day_unit, month_unit, stretch_unit, year_unit

_OPEN = r"xx|uu|\?\?|--"
_YEAR = rf"(?P<year>[0-9]{{4}}|[0-9]{{3}}[xu]|[0-9]{{2}}(?:{_OPEN})|[0-9]{{3}})"
_DAY, _MONTH = rf"(?P<day>[0-9]{{1,2}}|{_OPEN})", rf"(?P<month>[0-9]{{1,2}}|{_OPEN})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:(?P<one>[-./]){_MONTH}(?:(?P<two>[-./]){_DAY})?)?",
        rf"(?:{_DAY}(?P<two>[-./]))?{_MONTH}(?P<one>[-./]){_YEAR}",
        r"(?P<year>[0-9]{4})(?P<one> )(?P<month>[0-9]{1,2})(?P<two> )(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})(?P<two> )(?P<month>[0-9]{1,2})(?P<one> )(?P<year>[0-9]{4})",
    )
)
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T(?:[0-9]{2}(?::[0-9]{1,2}(?::[0-9]{1,2}(?:\.[0-9]+)?)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"| [0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?: UTC(?:[+-][0-9]{1,2})?)?)"
)
"""ISO 8601 date and time, and the form databases print; the time falls away."""

_SEPARATORS = ("/", " - ", "|", "-", " ")
_OPEN_ENDS = {"/": ("?", "-", "..", ""), " - ": ("?", "-", ".."), "|": ("?", "-", ".."), "-": ("?", ".."), " ": ()}
"""What stands for an open end beside each separator. `1990-` and `1990 ` have lost theirs and are not read."""

_SHORT_END = re.compile(r"([0-9]{2})(\?)?")
_FIGURES_ONLY = re.compile(r"[0-9XUxuTCZ:~%|/?.\-+ ]+")
_PERIOD_FIELD = re.compile(r"\s*(name|start|end|scheme)\s*=\s*(.*?)\s*", re.DOTALL)


def read(text: str, *, day_first: bool | None = True) -> Reading | None:
    """Return the reading of a date or a range in figures, of EDTF or of a DCMI period; None for any other text.

    `day_first` says how to read 05/06/1989: the day first, the month first, or (None) its year alone.
    """
    if "start=" in text or "end=" in text:
        return _read_period(text)
    bare = _BLANKS.sub(" ", text.strip())
    if not _FIGURES_ONLY.fullmatch(bare) and not bare.startswith(("Y", "[", "{")):
        return None
    stated = edtf.read(bare)
    if stated is not None:
        return None if _cut(text, bare) and not bare.isdigit() and not stated.spans[0].stated else stated
    if _LONG_BEFORE_CHRIST.fullmatch(bare):
        return edtf.read(bare.replace("-", "Y-", 1).replace("/-", "/Y-"))
    single = read_date(bare, day_first=day_first)
    if single is not None:
        return None if _cut(text, bare) or is_doubtful(bare) else Reading((single,))
    span = _read_range(bare, day_first)
    return None if span is None else Reading((span,))


_BLANKS = re.compile(r"\s+")
_LONG_BEFORE_CHRIST = re.compile(r"-[1-9][0-9]{4,7}(?:/-[1-9][0-9]{4,7})?")
"""A long year without EDTF's prefix: at this distance no source counts from another year 0."""


def _cut(text: str, bare: str) -> bool:
    """Tell whether one blank at an edge shows that a range in blanks has lost an end: `1989-11 `."""
    return len(text) - len(bare) in (1, 2) and not text.startswith("  ") and not text.endswith("  ")


_DOUBTFUL = re.compile(
    r"[0-9]{4}/(?:0[1-9]|1[0-2]|[1-9])|[0-9]{4}-00|[0-9]{1,2}[-./][0-9]{3}|[0-9]{3}|[0-9]{2}\?\?|[0-9]{2}--"
)
"""Alone these are no dates: a month or a shortened year, a decimal number, a number, doubt or open figures."""


def is_doubtful(bare: str) -> bool:
    """Tell whether a text in figures can be read in two ways, and so is not read."""
    return _DOUBTFUL.fullmatch(bare) is not None or _DOUBTFUL.fullmatch(bare.strip("?")) is not None


def read_date(text: str, *, day_first: bool | None = True) -> Span | None:
    """Return the span of one date in figures, with `?` before or after it, or None."""
    time = _TIME.fullmatch(text)
    if time is not None:
        return edtf.read_date(time[1])
    low = text.lower()
    candidates = [(low, False)]
    if low.endswith("?"):
        candidates.append((low[:-1], True))
    if low.startswith("?"):
        candidates.append((low[1:], True))
        if low.endswith("?"):
            candidates.append((low[1:-1], True))
    for bare, uncertain in candidates:
        unit = _unit(bare, day_first)
        if unit is not None:
            return span_of(unit, uncertain=uncertain)
    return None


def _unit(text: str, day_first: bool | None) -> Unit | None:
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            return _from_match(match, day_first)
    return None


def _from_match(match: re.Match[str], day_first: bool | None) -> Unit | None:
    year_leads = match.start("year") < match.start("month")
    if _is_muddled(match, year_leads=year_leads):
        return None
    base, month, day = _year(match["year"]), _number(match["month"]), _number(match["day"])
    masked = base.first != base.last
    if month == 0:
        return base if masked or day <= 31 else None
    if day and not year_leads:
        if month != day and max(month, day) <= 12 and match["one"] == match["two"] == "/" and day_first is None:
            return base
        if day_first is False and day <= 12:
            month, day = day, month
    if day and month > 12:
        month, day = day, month  # 1941-22-06, 12/25/1937: only one of the two can be the month
    if masked:
        return _masked_month(base, month) if month <= 12 and day <= 31 else None
    return day_unit(base.first, month, day) if day else month_unit(base.first, month)


def _is_muddled(match: re.Match[str], *, year_leads: bool) -> bool:
    """Tell whether hyphens run into each other (1989---01), or an ISO 8601 date lacks a figure (1989-1-01)."""
    parts = [match["year"], match["month"] or "", match["day"] or ""]
    if "-" in (match["one"], match["two"]) and "--" in "".join(parts):
        return True
    iso = match["one"] == match["two"] == "-" and year_leads and len(parts[0]) == 4
    return iso and (len(parts[1]) != 2 or len(parts[2]) != 2)


def _masked_month(base: Unit, month: int) -> Unit:
    """Return the unit of a month in a year whose last figures are open: 198X-11."""
    symbol = f"{base.low}-{month:02d}"
    return Unit(symbol, symbol, base.first, base.last)


def _number(figures: str | None) -> int:
    """Return month or day as a number, 0 where it is missing or left open."""
    return int(figures) if figures and figures.isdigit() else 0


def _year(figures: str) -> Unit:
    if figures.isdigit():
        return year_unit(int(figures))
    if figures[2].isdigit():
        decade = int(figures[:3]) * 10
        return stretch_unit(decade, decade + 9)
    century = int(figures[:2]) * 100
    return stretch_unit(century, century + 99)


def _read_range(text: str, day_first: bool | None) -> Span | None:
    for separator in _SEPARATORS:
        at = text.find(separator)
        while at >= 0:
            low, high = text[:at], text[at + len(separator) :]
            if separator == "/":
                low, high = low.rstrip(" "), high.lstrip(" ")
            span = _between(low, high, separator, day_first)
            if span is not None:
                return span
            at = text.find(separator, at + 1)
    return None


def _between(low: str, high: str, separator: str, day_first: bool | None) -> Span | None:
    if separator == "-" and "--" in (low + "|" + high):
        return None
    open_ends = _OPEN_ENDS[separator]
    if low in open_ends and high in open_ends:
        return None
    first = None if low in open_ends else _end(low, day_first)
    if first is None and low not in open_ends:
        return None
    if high in open_ends:
        return Span(first.low, None, stated=True) if first and not _DOUBTFUL_END.fullmatch(low) else None
    last = _shortened(low, high, separator) or _end(high, day_first)
    if last is None or (first is None and _DOUBTFUL_END.fullmatch(high)) or not _same_figures(low, high):
        return None
    span = Span(first.low if first else None, last.high, stated=True)
    return span if in_order(span) else None


_DOUBTFUL_END = re.compile(r"[0-9]{3}")


def _end(text: str, day_first: bool | None) -> Span | None:
    return read_date(text, day_first=day_first) or edtf.read_date(text)


def _shortened(low: str, high: str, separator: str) -> Span | None:
    """Return the end of 1989/90 or 1989-90, in full: only where it can be no month."""
    short, start = _SHORT_END.fullmatch(high), re.fullmatch(r"\??([0-9]{3,4})\??", low)
    if short is None or start is None or separator not in "/-" or int(short[1]) <= 12:
        return None
    year = int(start[1][:-2] + short[1])
    return span_of(year_unit(year), uncertain=bool(short[2])) if year > int(start[1]) else None


def _same_figures(low: str, high: str) -> bool:
    """Tell whether two bare years have as many figures: 989-1990 and 1989-990 are no ranges."""
    pair = [text.strip("?") for text in (low, high)]
    if not all(text.isdigit() for text in pair):
        return True
    return len(pair[0]) == len(pair[1]) or len(pair[1]) == 2


def _read_period(text: str) -> Reading | None:
    """Read a DCMI period: `name=...; start=1929; end=1939; scheme=W3C-DTF;`.

    https://www.dublincore.org/specifications/dublin-core/dcmi-period/
    """
    ends: dict[str, End | None] = {}
    for field in text.split(";"):
        match = _PERIOD_FIELD.fullmatch(field)
        if match is None:
            continue
        key, value = match[1], match[2]
        if key in ends:
            return None
        if key in ("start", "end"):
            span = read_date(value) or edtf.read_date(value)
            if span is None:
                return None
            ends[key] = span.low if key == "start" else span.high
    span = Span(ends.get("start"), ends.get("end"), stated=True)
    return Reading((span,)) if in_order(span) else None
