"""Days, months, seasons and years in words, and the front door to every single date: `read_atom`."""

from vitrine.dates.atom import Atom, Found, after_join, has, joins, skip_links, token_at
from vitrine.dates.centuries import LAST_CENTURY, read_base, read_part
from vitrine.dates.reading import Span, span_of
from vitrine.dates.tokens import Token
from vitrine.dates.units import day_unit, stretch_unit
from vitrine.dates.words import Meaning


def read_atom(tokens: list[Token], at: int) -> Found:
    """Return the date that begins at token `at`, or None."""
    token = token_at(tokens, at)
    if token is None:
        return None
    if token.span is not None:
        return Atom("span", span=token.span), at + 1
    return (
        _republican(tokens, at)
        or _part_led(tokens, at)
        or _month_led(tokens, at)
        or _day_led(tokens, at)
        or read_base(tokens, at)
        or _year_led(tokens, at)
        or _pending(tokens, at)
        or _figure(tokens, at)
    )


FIRST_REPUBLICAN = 1792
"""The year in which the French republican year I begins, on 22 September; the year XIV was the last."""


def _republican(tokens: list[Token], at: int) -> Found:
    """Read an VIII, l'an VIII of the French republican calendar: 1799 to 1800."""
    year = token_at(tokens, at + 1)
    if tokens[at].text != "an" or year is None or not 1 <= year.roman <= 14 or has(tokens, at + 2, Meaning.CENTURY):
        return None
    first = FIRST_REPUBLICAN + year.roman - 1
    return Atom("span", span=span_of(stretch_unit(first, first + 1))), at + 2


def _part_led(tokens: list[Token], at: int) -> Found:
    """Read early 17th century, late 1920s; early 1837 and early May 1837 are that year, that month."""
    part = read_part(tokens, at)
    if part is None:
        return None
    then = skip_links(tokens, part[1], "-")
    if then >= len(tokens):
        return None
    base = read_base(tokens, then) or _year_led(tokens, then) or _month_led(tokens, then) or _pending(tokens, then)
    if base is None or base[0].kind not in ("century", "decade", "ordinal"):
        return base
    return base[0]._replace(part=part[0]), base[1]


def _month_led(tokens: list[Token], at: int) -> Found:
    """Read May 12, 1837; May 1837; Spring 1837; and May or Spring before a `to`, without a year."""
    if has(tokens, at, Meaning.WEEKDAY):
        at = skip_links(tokens, at + 1, ",")
        return _month_led(tokens, at) or _day_led(tokens, at) if not has(tokens, at, Meaning.WEEKDAY) else None
    kind = next((meaning for meaning in (Meaning.SEASON, Meaning.MONTH) if has(tokens, at, meaning)), None)
    if kind is None:
        return None
    number = tokens[at].meanings[kind]
    year = _year_at(tokens, _after_separator(tokens, at + 1))
    if year is not None:
        return Atom(kind.value, year[0], month=number), year[1]
    if kind is Meaning.MONTH and _is_day(token_at(tokens, _after_comma(tokens, at + 1))):
        return _month_day(tokens, number, _after_comma(tokens, at + 1))
    return (Atom(kind.value, 0, month=number), at + 1) if after_join(tokens, at + 1) > at + 1 else None


def _month_day(tokens: list[Token], month: int, at: int) -> Found:
    """Read the rest of May 12, 1837; of May 12-14, 1837."""
    year = _year_at(tokens, skip_links(tokens, at + 1, ","))
    if year is not None:
        return Atom("day", year[0], month=month, day=tokens[at].number), year[1]
    if at + 2 >= len(tokens) or tokens[at + 1].text != "-" or not _is_day(tokens[at + 2]):
        return None
    year = _year_at(tokens, skip_links(tokens, at + 3, ","))
    first = day_unit(year[0], month, tokens[at].number) if year else None
    last = day_unit(year[0], month, tokens[at + 2].number) if year else None
    if year is None or first is None or last is None or tokens[at].number >= tokens[at + 2].number:
        return None
    return Atom("span", span=Span(span_of(first).low, span_of(last).high)), year[1]


def _after_comma(tokens: list[Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].text == "," else at


def _after_separator(tokens: list[Token], at: int) -> int:
    """Return the index after what stands between day, month and year: a comma, articles, a hyphen (9-Aug-1920)."""
    hyphen = at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued
    return at + 1 if hyphen else skip_links(tokens, at, ",")


def _is_day(token: Token | None) -> bool:
    """Tell whether a token can be the day of a month. Two blanks before it: something was lost."""
    return token is not None and 0 < token.number <= 31 and token.figures <= 2 and not token.plural and not token.wide


def _year_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Return the four-figure year at token `at` and the index after it. Two blanks before it: a day was lost."""
    token = token_at(tokens, at)
    if token is None or token.figures != 4 or token.plural or token.wide or token.number < 0:
        return None
    return token.number, at + 1


def _day_led(tokens: list[Token], at: int) -> Found:
    """Read 12 May 1837, 12th of May 1837, 12. Mai 1837, 12 Jun 53; 12 May before a `to`, without a year."""
    token = token_at(tokens, at)
    month = _after_separator(tokens, at + 1)
    if token is None or not _is_day(token) or not has(tokens, month, Meaning.MONTH) or tokens[month].wide:
        return None
    day = Atom("day", month=tokens[month].meanings[Meaning.MONTH], day=token.number)
    year = _year_at(tokens, _after_separator(tokens, month + 1))
    if year is not None:
        return day._replace(number=year[0]), year[1]
    short = token_at(tokens, month + 1)
    if short is not None and short.figures == 2 and not short.ordinal and not short.plural:
        return day._replace(number=short.number, figures=2), month + 2
    return (day, month + 1) if after_join(tokens, month + 1) > month + 1 else None


def _year_led(tokens: list[Token], at: int) -> Found:
    """Read 1837; 1837, May 12; 1837 May."""
    token = tokens[at]
    if token.figures != 4 or token.plural:
        return None
    year = Atom("year", token.number)
    month = _after_separator(tokens, at + 1)
    if not has(tokens, month, Meaning.MONTH) or _year_at(tokens, skip_links(tokens, month + 1, ",")):
        return year, at + 1
    name, then = tokens[month].meanings[Meaning.MONTH], _after_separator(tokens, month + 1)
    day = token_at(tokens, then)
    if day is None or not _is_day(day):
        return year._replace(kind="month", month=name), month + 1
    if _year_at(tokens, skip_links(tokens, then + 1, ",")):
        return year, at + 1  # 1837, May 12 1838: the day is of the year behind it
    return year._replace(kind="day", month=name, day=day.number), then + 1


# What only a neighbour can complete


def _pending(tokens: list[Token], at: int) -> Found:
    """Read an ordinal or a Roman numeral without the word century: 17th, XVII."""
    token = tokens[at]
    if token.ordinal and 0 < token.number <= LAST_CENTURY:
        return Atom("ordinal", token.number, figures=token.figures), at + 1
    joined = after_join(tokens, at + 1) > at + 1
    # First to fourth are said of editions and states; from the fifth on an ordinal is a century's.
    if token.has(Meaning.ORDINAL) and token.meanings[Meaning.ORDINAL] > 4 and joined:
        return Atom("ordinal", token.meanings[Meaning.ORDINAL]), at + 1
    # A lone "i" or "v" is an article or an abbreviation: a Roman numeral stands beside a join or ends the text.
    ends = at + 1 == len(tokens) or tokens[at + 1].text in "?)]"
    if token.roman and (joined or ends or (at > 0 and joins(tokens[at - 1]))):
        return Atom("ordinal", token.roman, roman=True), at + 1
    return None


def _figure(tokens: list[Token], at: int) -> Found:
    token = tokens[at]
    if token.number < 0 or token.figures > 5 or token.plural:
        return None
    return Atom("figure", token.number, figures=token.figures), at + 1
