"""The front door: a museum's date text to EDTF and years; and the strict form, for text that is already date-like."""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from vitrine.dates import edtf, events, figures
from vitrine.dates.mentions import read_mentions
from vitrine.dates.ranges import Expression
from vitrine.dates.reading import Reading, earliest, latest, span_of
from vitrine.dates.result import DateRange
from vitrine.dates.spans import AHEAD, is_ahead
from vitrine.dates.spelling import spelled_out
from vitrine.dates.tokens import Token, tokens_of
from vitrine.dates.units import month_unit
from vitrine.dates.words import Meaning

LONGEST_TEXT = 300
"""Characters; a longer text is a description with years in it, not a date."""

_CACHED = 16384
"""Distinct texts that are remembered. A collection of 70,000 works has some 3,000."""

_SIMPLE = re.compile(r"(\?)?(c\.? ?|ca\.? ?|circa )?([12][0-9]{3})(?:[-–]([0-9]{4}|[0-9]{1,2}))?(\?)?")
"""Nine of ten texts: a year or a range, with or without circa."""

_SLASHED = re.compile(r"[0-9]{4}/(?:0[1-9]|1[0-2])")
_SLASH_LANGUAGES = frozenset(("de", "sv", "da", "nb", "nn", "no", "fi", "it", "nl", "es", "fr"))
"""Where 1909/10 is 1909 to 1910 to every reader. Elsewhere it may be October 1909."""

_ONE_FIGURE_END = re.compile(r"[0-9]{4}/[1-9]")
"""1920/1: a month has two figures, so this is 1920 to 1921."""

_MONTH_YEAR = re.compile(r"(0[1-9]|1[0-2])/([0-9]{2})")
_REMARK = re.compile(r"\s+\([^()]*(?:\([^()]*\))?[^()]*\)$")
_NOTHING_KNOWN = frozenset(("?", "0", "0000", "n/a", "N/A", "s.i.d."))


def resolve(
    text: str, *, circa: int = 0, languages: Sequence[str] = (), production: bool = True, today: int | None = None
) -> DateRange:
    """Return what a museum's date text says, by the rules of `vitrine.dates.events` where it says several things.

    `circa`: how many years "circa" spans on each side, which differs from museum to museum. `languages`: BCP 47 tags
    of the source, where known; they decide 05/06/1989 (en-US: May; others: June; unknown: only the year) and 1909/10.
    `production`: False for a text known to date another event of the work, an acquisition or an exhibition.
    `today`: the year beyond which nothing can be dated, this one where not given. Never raises; what is in doubt is
    "unreadable". Trim the text first: a blank at an edge of a date in figures is taken for a lost end of a range.
    """
    if today is None:
        today = datetime.datetime.now(datetime.UTC).year
    return _resolve(text, circa, tuple(languages), production, today)


@lru_cache(maxsize=_CACHED)
def _resolve(text: str, circa: int, languages: tuple[str, ...], of_production: bool, today: int) -> DateRange:
    simple = _simple(text, circa, today)
    if simple is not None:
        return simple
    if text.strip() in _NOTHING_KNOWN:
        return DateRange(text, kind="unknown")
    tokens: list[Token] | None = None
    reading = _read_figures(text, languages, today) if _may_be_figures(text) else None
    if reading is None:
        if len(text) > LONGEST_TEXT or _is_doubtful(text, languages):
            return DateRange(text)
        tokens = tokens_of(spelled_out(text.strip()), day_first=_day_first(languages))
        reading = _read_words(tokens, today, of_production=of_production)
    elif not _is_plausible(reading, today):
        reading = None
    if reading is None:
        return DateRange(text, kind="unknown" if tokens and _says_unknown(tokens) else "unreadable")
    return DateRange(text, edtf.write(reading), earliest(reading, circa), latest(reading, circa), "read")


def _simple(text: str, circa: int, today: int) -> DateRange | None:
    match = _SIMPLE.fullmatch(text)
    if match is None:
        return None
    doubt, about, start, end, question = match.groups()
    first = last = int(start)
    if end:
        last = int(start[: 4 - len(end)] + end)
        if last <= first:
            return None
    if last > today + AHEAD:
        return None
    if about is None:
        low = start + "?" if doubt else start
        high = f"{last}?" if question else f"{last}"
        if not end:
            return DateRange(text, start + "?" if doubt or question else start, first, last, "read")
        return DateRange(text, f"{low}/{high}", first, last, "read")
    low = start + ("%" if doubt or (question and not end) else "~")
    if end:
        low = f"{low}/{last}{'%' if question else '~'}"
    return DateRange(text, low, first - circa, last + circa, "read")


# Dates in figures


def _may_be_figures(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _read_figures(text: str, languages: tuple[str, ...], today: int) -> Reading | None:
    bare = text.strip()
    month = _MONTH_YEAR.fullmatch(bare)
    if month is not None:
        # 03/45: the month and two figures of the year, where these can be nothing else and one century fits.
        year = int(month[2])
        unit = month_unit(1900 + year, int(month[1])) if year > 31 and year > today % 100 else None
        return None if unit is None else Reading((span_of(unit),))
    if _UNPADDED_BEFORE_CHRIST.fullmatch(bare):
        return None
    return figures.read(text, day_first=_day_first(languages))


_UNPADDED_BEFORE_CHRIST = re.compile(r"-[1-9][0-9]{3}(?:/-?[0-9]{4})?")
"""-1234 in a museum's text: EDTF's year, 1234 BC, or a range that lost its start? In doubt."""


def _day_first(languages: tuple[str, ...]) -> bool | None:
    """Tell how a source writes 05/06/1989: True day first, False month first, None where nobody has said."""
    tags = [tag.lower() for tag in languages]
    if "en-us" in tags:
        return False
    return True if tags and "en" not in tags else None


def _is_doubtful(text: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a text in figures is one that `figures` refuses for its doubt, and words must not be tried."""
    bare = text.strip()
    if _SLASHED.fullmatch(bare) and any(tag.split("-")[0].lower() in _SLASH_LANGUAGES for tag in languages):
        return False
    if _ONE_FIGURE_END.fullmatch(bare):
        return False
    return figures.is_doubtful(bare) or (bare != text and figures.read(bare) is not None and not bare.isdigit())


# Dates in words


def _read_words(tokens: list[Token], today: int, *, of_production: bool) -> Reading | None:
    items = read_mentions(tokens, today)
    return events.production(items, of_any_event=not of_production) if items else None


def _says_unknown(tokens: list[Token]) -> bool:
    return any(token.has(Meaning.UNKNOWN) for token in tokens) and not any(token.number >= 0 for token in tokens)


def _is_plausible(reading: Reading, today: int) -> bool:
    return not any(is_ahead(end, today) for span in reading.spans for end in (span.low, span.high) if end)


# Text that is already date-like


def normalise(text: str) -> str | None:
    """Return the EDTF of text that is already date-like, None for any other: EDTF itself, dates in figures, DCMI
    periods, months and centuries by name. Nothing is guessed: a word that is no date word refuses the text.

    The rules are those of Europeana's date normalisation. `1910-12` is December 1910 here, where `resolve` reads the
    years 1910 to 1912; 05/06/1989 is in June; a remark in round brackets at the end falls away.
    """
    today = datetime.datetime.now(datetime.UTC).year
    return _normalise(text, today)


@lru_cache(maxsize=_CACHED)
def _normalise(text: str, today: int) -> str | None:
    bare = _REMARK.sub("", text)
    reading = figures.read(bare)
    if reading is None:
        if len(text) > LONGEST_TEXT or _is_doubtful(bare, ()):
            return None
        tokens = tokens_of(spelled_out(bare.strip()), day_first=True)
        mentions = read_mentions(tokens, today)
        if mentions is None or len(mentions) != 1 or not _is_all(mentions[0].expression, tokens):
            return None
        reading = mentions[0].expression.reading
        if _is_century_before_christ(reading):
            return None
    return edtf.write(reading) if _is_plausible(reading, today) else None


def _is_all(expression: Expression, tokens: list[Token]) -> bool:
    """Tell whether a date is all that a text says, but for brackets."""
    return all(token.text in "()[]" for token in tokens[: expression.start] + tokens[expression.end :])


def _is_century_before_christ(reading: Reading) -> bool:
    return any(
        end.symbol.startswith("-") and end.symbol.endswith("X") for span in reading.spans for end in span[:2] if end
    )
