"""One date out of tokens, before it is known what stands beside it: a year, 17th century, late 1920s, 12 May, '41.

What a date leaves out (`late 18th-mid 19th century`, `12 May-3 June 1837`, `1837-41`) its neighbour supplies, in
`ranges`; until then it is an `Atom` with a gap.
"""

from typing import NamedTuple

from vitrine.dates.parts import Part, Stretch
from vitrine.dates.reading import Span
from vitrine.dates.tokens import Token
from vitrine.dates.words import EARLY, LAST, LATE, Meaning

LAST_CENTURY = 29
"""The highest ordinal of a century that is believed, before or after Christ; a higher one is another number."""

IDIOM_CENTURY = 1900
"""Decades named without a century (anni '20, zwanziger Jahre, jaren twintig) are of the twentieth, by idiom."""


class Atom(NamedTuple):
    """One date, perhaps with gaps.

    `kind`: "day", "month", "season", "year", "decade", "century"; "ordinal" (17th, XVII, without the word century);
    "figure" (41, 850: a year's end, a day, or a year with an era); "span" (read whole, in figures).
    `number` is the year, the decade's first year, the ordinal or the figure; 0 where a day, month or season has none.
    """

    kind: str
    number: int = 0
    figures: int = 4
    month: int = 0
    day: int = 0
    size: int = 100
    part: Stretch | None = None
    before_christ: bool | None = None
    roman: bool = False
    loose: bool = False
    """Read by idiom, and otherwise where a neighbour says so: '20s of the twentieth century, 1900s as a century."""
    named: bool = False
    """A decade behind a word for years, which goes on for what follows: années 1950-1960."""
    span: Span | None = None


Found = tuple[Atom, int] | None
"""An atom and the index of the token after it."""


def read_atom(tokens: list[Token], at: int) -> Found:
    """Return the date that begins at token `at`, or None."""
    token = _at(tokens, at)
    if token is None:
        return None
    if token.span is not None:
        return Atom("span", span=token.span), at + 1
    return (
        _part_led(tokens, at)
        or _month_led(tokens, at)
        or _day_led(tokens, at)
        or _base(tokens, at)
        or _year_led(tokens, at)
        or _loose(tokens, at)
    )


def _at(tokens: list[Token], at: int) -> Token | None:
    return tokens[at] if 0 <= at < len(tokens) else None


def _has(tokens: list[Token], at: int, meaning: Meaning) -> bool:
    return at < len(tokens) and meaning in tokens[at].meanings


def _skip(tokens: list[Token], at: int, marks: str = "") -> int:
    """Return the index after articles and prepositions, and after one of `marks`."""
    if at < len(tokens) and tokens[at].text in marks and tokens[at].text:
        at += 1
    while _has(tokens, at, Meaning.LINK) and not _has(tokens, at, Meaning.CENTURY):
        at += 1
    return at


# Parts: early, second half of


def read_part(tokens: list[Token], at: int) -> tuple[Stretch, int] | None:
    """Return the part of a century or decade that begins at token `at`: early, mid to late, 2./3. Viertel."""
    first = _one_part(tokens, at)
    if first is not None:
        part, after = first
        then = _connected(tokens, after)
        second = _one_part(tokens, then) if then > after else None
        return (Stretch(part, second[0]), second[1]) if second else (Stretch(part, part), after)
    ordinal = _ordinal(tokens, at)
    then = _connected(tokens, at + 1)
    if ordinal is None or then == at + 1:
        return None
    second = _one_part(tokens, then)
    if second is None or second[0].shares == 0:
        return None
    return Stretch(Part(ordinal, second[0].shares), second[0]), second[1]


def _connected(tokens: list[Token], at: int) -> int:
    """Return the index after a word or mark that joins two parts, `at` itself where there is none."""
    joins = (Meaning.TO, Meaning.AND, Meaning.OR)
    if at < len(tokens) and (tokens[at].text in ("-", "/", "&") or any(tokens[at].has(join) for join in joins)):
        return _skip(tokens, at + 1)
    return at


def _one_part(tokens: list[Token], at: int) -> tuple[Part, int] | None:
    token = _at(tokens, at)
    if token is None:
        return None
    ordinal = _ordinal(tokens, at)
    if ordinal is not None:
        share = at + 1
        if _has(tokens, share, Meaning.SHARE):
            return Part(ordinal, tokens[share].meanings[Meaning.SHARE]), share + 1
    if token.has(Meaning.PART):
        number = token.meanings[Meaning.PART]
        spelled = _has(tokens, at + 1, Meaning.SHARE) and len(tokens[at + 1].text) > 2
        if number in (EARLY, LATE) and spelled:
            return Part(1 if number == EARLY else LAST, tokens[at + 1].meanings[Meaning.SHARE]), at + 2
        return Part(number), at + 1
    return None


def _ordinal(tokens: list[Token], at: int) -> int | None:
    """Return the ordinal at token `at`: second, 2., 2nd, 2, II, last."""
    token = _at(tokens, at)
    if token is None:
        return None
    if token.has(Meaning.ORDINAL):
        return token.meanings[Meaning.ORDINAL]
    if 0 < token.number <= 10 and token.figures <= 2 and not token.plural:
        return token.number
    return token.roman if 0 < token.roman <= 10 else None


def _part_led(tokens: list[Token], at: int) -> Found:
    part = read_part(tokens, at)
    if part is None:
        return None
    then = _skip(tokens, part[1], "-")
    base = _base(tokens, then) or _year_led(tokens, then) or _month_led(tokens, then) or _pending(tokens, then)
    if base is None:
        return None
    # Early in a year or a month is that year, that month.
    return (base[0]._replace(part=part[0]), base[1]) if base[0].kind in ("century", "decade", "ordinal") else base


# Centuries and decades


def _base(tokens: list[Token], at: int) -> Found:
    found = _century(tokens, at) or _decade(tokens, at)
    if found is None or found[0].part is not None:
        return found
    return _trailing_part(tokens, found)


def _trailing_part(tokens: list[Token], found: tuple[Atom, int]) -> Found:
    """Take a part behind the century: sec. XVI (prima metà); 17th century, second half; 1600-talets mitt."""
    at = found[1]
    opened = at < len(tokens) and tokens[at].text in ("(", ",")
    start = at + opened
    part = read_part(tokens, start)
    if part is None:
        return found
    after = part[1]
    if opened and tokens[at].text == "(":
        if after >= len(tokens) or tokens[after].text != ")":
            return found
        after += 1
    elif _is_date_start(tokens, _skip(tokens, after)):
        return found
    return found[0]._replace(part=part[0]), after


def _is_date_start(tokens: list[Token], at: int) -> bool:
    token = _at(tokens, at)
    return token is not None and (
        token.number >= 0 or token.roman > 0 or token.has(Meaning.CENTURY) or token.has(Meaning.ORDINAL)
    )


def _century(tokens: list[Token], at: int) -> Found:
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return None
    if token.has(Meaning.NAMED_CENTURY):
        return Atom("century", token.meanings[Meaning.NAMED_CENTURY]), at + 1
    if token.apostrophe and token.figures == 3 and token.number % 100 == 0:
        return Atom("century", token.number // 100 + 11), at + 1  # '600: the seicento
    if token.plural and token.figures == 4 and token.number % 100 == 0:
        return Atom("century", token.number // 100 + 1, loose=True), _skip_years(tokens, at + 1)
    tal = _tal(tokens, at)
    if tal and token.number % 100 == 0 and token.number >= 100:
        return Atom("century", token.number // 100 + 1), tal
    return _ordinal_century(tokens, at) or _century_ordinal(tokens, at)


def _tal(tokens: list[Token], at: int) -> int:
    """Return the index after `-talet` behind a figure, 0 where there is none."""
    if tokens[at].number < 0:
        return 0
    then = at + 1
    if then < len(tokens) and tokens[then].text == "-":
        then += 1
    return then + 1 if _has(tokens, then, Meaning.TAL) and tokens[then].glued else 0


def _ordinal_century(tokens: list[Token], at: int) -> Found:
    """Read 17th century, 17. Jh., XVII secolo, seventeenth century."""
    token = tokens[at]
    number = _century_number(token)
    if number and at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].glued:
        at += 1  # 18th-century
    if number == 0 or not _has(tokens, at + 1, Meaning.CENTURY):
        return None
    word = tokens[at + 1]
    if len(word.text) == 1 and not (token.ordinal or token.roman):
        return None  # "17 c", "17 s": the letter is no century
    if word.has(Meaning.CIRCA) and _is_date_start(tokens, at + 2) and not _has(tokens, at + 2, Meaning.CENTURY):
        return None
    return Atom("century", number, size=word.meanings[Meaning.CENTURY]), at + 2


def _century_number(token: Token) -> int:
    if token.has(Meaning.ORDINAL):
        return max(token.meanings[Meaning.ORDINAL], 0)
    if token.figures in (1, 2) and not token.plural and 0 < token.number <= LAST_CENTURY:
        return token.number
    return token.roman


def _century_ordinal(tokens: list[Token], at: int) -> Found:
    """Read sec. XVII, siglo XVII, siècle 17; a single letter (s. XVII) only before a Roman numeral."""
    if not _has(tokens, at, Meaning.CENTURY) or at + 1 >= len(tokens):
        return None
    token = tokens[at + 1]
    if token.roman and not (len(tokens[at].text) == 1 and tokens[at].has(Meaning.CIRCA)):
        return Atom("century", token.roman, size=tokens[at].meanings[Meaning.CENTURY], roman=True), at + 2
    if len(tokens[at].text) > 1 and token.figures in (1, 2) and 0 < token.number <= LAST_CENTURY and not token.plural:
        return Atom("century", token.number, size=tokens[at].meanings[Meaning.CENTURY]), at + 2
    return None


def _decade(tokens: list[Token], at: int) -> Found:
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return None
    if token.has(Meaning.YEARS):
        return _years_led(tokens, at)
    if token.has(Meaning.TENS) and _has(tokens, at + 1, Meaning.YEARS_AFTER):
        return _of_century(tokens, token.meanings[Meaning.TENS], at + 2)
    if token.number < 0 or token.number % 10:
        return None
    tal = _tal(tokens, at)
    if token.figures == 3 and token.plural and _has(tokens, at + 1, Meaning.BC):
        return Atom("decade", token.number), at + 1
    if token.figures == 4 and (token.plural or tal):
        return Atom("decade", token.number), tal or _skip_years(tokens, at + 1)
    if token.figures == 2 and tal:
        return _of_century(tokens, token.number, tal)
    if token.figures == 2 and token.plural:
        after = _skip_years(tokens, at + 1)
        if after > at + 1 or token.apostrophe:
            return _of_century(tokens, token.number, after)
        return Atom("decade", token.number, figures=2), after
    return None


def _skip_years(tokens: list[Token], at: int) -> int:
    """Return the index after `Jahre` behind 1920er."""
    return at + 1 if _has(tokens, at, Meaning.YEARS_AFTER) else at


def _years_led(tokens: list[Token], at: int) -> Found:
    """Read anni '20, années 1920, jaren twintig, años 20."""
    then = at + 1
    while _has(tokens, then, Meaning.YEARS):
        then += 1
    token = _at(tokens, then)
    if token is None:
        return None
    if token.has(Meaning.TENS):
        return _of_century(tokens, token.meanings[Meaning.TENS], then + 1)
    if token.number < 0 or token.number % 10:
        return None
    if token.figures == 4:
        return Atom("decade", token.number, named=True), then + 1
    return _of_century(tokens, token.number, then + 1) if token.figures == 2 else None


def _of_century(tokens: list[Token], tens: int, at: int) -> Found:
    """Complete a decade without a century: of the one named behind it (anni venti dell'Ottocento), or of the idiom's."""
    century = _century(tokens, _skip(tokens, at))
    if century is not None and century[0].size == 100:
        return Atom("decade", (century[0].number - 1) * 100 + tens), century[1]
    return Atom("decade", IDIOM_CENTURY + tens, loose=True), at


# Days, months, seasons, years


def _month_led(tokens: list[Token], at: int) -> Found:
    """Read May 12, 1837; May 1837; Spring 1837; and May or Spring before a `to`, without a year."""
    if _has(tokens, at, Meaning.WEEKDAY):
        at = _skip(tokens, at + 1, ",")
        if _has(tokens, at, Meaning.WEEKDAY):
            return None
        return _month_led(tokens, at) or _day_led(tokens, at)
    season = _has(tokens, at, Meaning.SEASON)
    if not season and not _has(tokens, at, Meaning.MONTH):
        return None
    month = 0 if season else tokens[at].meanings[Meaning.MONTH]
    number = tokens[at].meanings[Meaning.SEASON] if season else 0
    kind = "season" if season else "month"
    year = _year_at(tokens, _skip(tokens, at + 1, ","))
    if year is not None:
        return Atom(kind, year[0], month=month or number), year[1]
    day = _at(tokens, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ","))
    if day is not None and not season and 0 < day.number <= 31 and day.figures <= 2 and not day.wide:
        after = tokens.index(day) + 1
        year = _year_at(tokens, _skip(tokens, after, ","))
        return (Atom("day", year[0], month=month, day=day.number), year[1]) if year else None
    then = _connected(tokens, at + 1)
    return (Atom(kind, 0, month=month or number), at + 1) if then > at + 1 else None


def _year_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Return the four-figure year at token `at` and the index after it. Two blanks before it: a day was lost."""
    token = _at(tokens, at)
    if token is None or token.figures != 4 or token.plural or token.wide or token.number < 0:
        return None
    return token.number, at + 1


def _day_led(tokens: list[Token], at: int) -> Found:
    """Read 12 May 1837, 12th of May 1837, 12. Mai 1837, 12 Jun 53; 12 May before a `to`, without a year."""
    token = _at(tokens, at)
    if token is None or not (0 < token.number <= 31 and token.figures <= 2 and not token.plural):
        return None
    month = _skip(tokens, at + 1, ",")
    if not _has(tokens, month, Meaning.MONTH) or tokens[month].wide:
        return None
    name = tokens[month].meanings[Meaning.MONTH]
    then = _skip(tokens, month + 1, ",")
    year = _year_at(tokens, then)
    if year is not None:
        return Atom("day", year[0], month=name, day=token.number), year[1]
    short = _at(tokens, then)
    if short is not None and short.figures == 2 and not short.ordinal and not short.plural and then == month + 1:
        return Atom("day", short.number, figures=2, month=name, day=token.number), then + 1
    joined = _connected(tokens, month + 1) > month + 1
    return (Atom("day", 0, month=name, day=token.number), month + 1) if joined else None


def _year_led(tokens: list[Token], at: int) -> Found:
    """Read 1837; 1837, May 12; 1837 May."""
    year = _year_at(tokens, at)
    if year is None:
        token = _at(tokens, at)
        if token is None or token.figures != 4 or token.plural:
            return None
        year = token.number, at + 1
    month = _skip(tokens, year[1], ",")
    if not _has(tokens, month, Meaning.MONTH) or _year_at(tokens, _skip(tokens, month + 1, ",")):
        return Atom("year", year[0]), year[1]
    name, day = tokens[month].meanings[Meaning.MONTH], _at(tokens, month + 1)
    if day is not None and 0 < day.number <= 31 and day.figures <= 2:
        if _year_at(tokens, _skip(tokens, month + 2, ",")):
            return Atom("year", year[0]), year[1]
        return Atom("day", year[0], month=name, day=day.number), month + 2
    return Atom("month", year[0], month=name), month + 1


def _loose(tokens: list[Token], at: int) -> Found:
    """Read what only a neighbour can complete: a figure, an ordinal, a Roman numeral."""
    pending = _pending(tokens, at)
    if pending is not None:
        return pending
    token = tokens[at]
    if token.number >= 0 and token.figures <= 5 and not token.plural:
        return Atom("figure", token.number, figures=token.figures), at + 1
    return None


def _pending(tokens: list[Token], at: int) -> Found:
    token = _at(tokens, at)
    if token is None:
        return None
    if token.ordinal and 0 < token.number <= LAST_CENTURY:
        return Atom("ordinal", token.number, figures=token.figures), at + 1
    if token.has(Meaning.ORDINAL) and token.meanings[Meaning.ORDINAL] > 4 and _connected(tokens, at + 1) > at + 1:
        return Atom("ordinal", token.meanings[Meaning.ORDINAL]), at + 1
    # A lone "i" or "v" is an article or an abbreviation: a Roman numeral stands beside a join or ends the text.
    if token.roman:
        joined = _connected(tokens, at + 1) > at + 1 or (at > 0 and _joins(tokens[at - 1]))
        if joined or len(tokens) == 1 or at + 1 == len(tokens) or tokens[at + 1].text in "?)]":
            return Atom("ordinal", token.roman, roman=True), at + 1
    return None


def _joins(token: Token) -> bool:
    return token.text in ("-", "/", "&") or any(token.has(m) for m in (Meaning.TO, Meaning.AND, Meaning.OR))
