"""Which of several dates in one text is the production, and what a word beside a date makes of it.

The rule, museum by museum the most common (Tate and the National Portrait Gallery, Washington):

1. What is dated without a word, or with a word of making (made, painted, signed, begun), is the production.
   Several such dates all are: "1995-6, 2007" is 1995 to 2007.
2. Work that went on belongs to it: reworked, completed, reconstructed, enlarged: "1846, reworked 1857" is both.
3. What multiplies or shows the work does not: cast, printed, reprinted, copied, published, exhibited.
   "1913, cast 1972" is 1913. Where no making is dated, the first of these is the date: "published 1833".
4. A cast or print from a dated original counts as the original: "1978 cast after 1919 original" is 1919. A copy, and
   a work merely after another ("1860, after 1853 daguerreotype"), keeps its own date.
5. A design is not the making: "designed 1923, made 1950" is 1950; alone it is the date.
6. The years of a period, in brackets behind words nobody knows ("Edo period (1615-1868)"), are the date where there is
   no other. A date directly behind such words, or of a life in the museum (acquired, restored), never is.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from vitrine.dates.ranges import Expression, read_expression
from vitrine.dates.reading import Reading, Span, hull
from vitrine.dates.tokens import Token
from vitrine.dates.words import Meaning


class Role(IntEnum):
    """What a date is of."""

    MADE = 1
    AGAIN = 2
    DESIGNED = 3
    COPIED = 4
    REPLICA = 5
    SHOWN = 6
    SOURCE = 7
    PERIOD = 8
    ELSE = 9


_ROLE_WORDS = (
    (Meaning.SOURCE, Role.SOURCE),
    (Meaning.AGAIN, Role.AGAIN),
    (Meaning.MADE, Role.MADE),
    (Meaning.COPIED, Role.COPIED),
    (Meaning.REPLICA, Role.REPLICA),
    (Meaning.DESIGNED, Role.DESIGNED),
    (Meaning.SHOWN, Role.SHOWN),
    (Meaning.ELSE, Role.ELSE),
)
"""Meanings that give a role; the first that stands beside a date decides (painted and exhibited 1850)."""

_STOPS = frozenset(",;:()[]")
_HARMLESS = _STOPS | frozenset("\"&'«»„“”*+°")
_ANY_STARTERS = (
    Meaning.CIRCA,
    Meaning.MAYBE,
    Meaning.BEFORE,
    Meaning.AFTER,
    Meaning.NEAR,
    Meaning.BETWEEN,
    Meaning.FROM,
    Meaning.LINK,
    Meaning.ORDINAL,
    Meaning.CENTURY,
    Meaning.NAMED_CENTURY,
    Meaning.PART,
    Meaning.YEARS,
    Meaning.TENS,
    Meaning.MONTH,
    Meaning.SEASON,
    Meaning.WEEKDAY,
    Meaning.AD,
)


@dataclass(slots=True)
class Item:
    """A date in the text, with the words before it and after it up to the next comma or bracket."""

    expression: Expression
    before: list[Token] = field(default_factory=list)
    after: list[Token] = field(default_factory=list)
    bracketed: bool = False
    """The words before it stand outside the bracket it is in: Edo period (1615-1868)."""
    role: Role = Role.MADE


def read_items(tokens: list[Token], this_year: int) -> list[Item] | None:
    """Return the dates of a text with their words; None where something beside them makes them doubtful."""
    expressions: list[Expression] = []
    at = 0
    while at < len(tokens):
        expression = read_expression(tokens, at, this_year=this_year) if _may_start(tokens, at) else None
        if expression is None:
            if _is_doubtful(tokens, at, expressions):
                return None
            at += 1
            continue
        expressions.append(expression)
        at = expression.end
    if _brackets_hold_words(tokens, expressions):
        return None
    items = _with_words(tokens, expressions)
    for index, item in enumerate(items):
        item.role = _role(item)
        gap = tokens[items[index - 1].expression.end : item.expression.start] if index else []
        if gap and item.role is Role.ELSE and not any(token.text in _STOPS for token in gap):
            return None  # 1937 and 1940 with a word nobody knows between them: a range, or two dates?
        if gap and gap[-1].text == "(" and not item.before and any(_is_unknown(token) for token in item.after):
            item.role = Role.ELSE  # 16th century (19th century frame)
        if index and not item.before and items[index - 1].role in _CARRIED and _follows_comma(tokens, item):
            item.role = items[index - 1].role
    return items


_CARRIED = (Role.COPIED, Role.REPLICA, Role.SHOWN, Role.ELSE)
"""Roles that a list hands on: exhibited 1809, 1840."""


def _follows_comma(tokens: list[Token], item: Item) -> bool:
    return tokens[item.expression.start - 1].text in (",", "&") or tokens[item.expression.start - 1].has(Meaning.AND)


def _may_start(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.number >= 0:
        reference = at > 0 and tokens[at - 1].has(Meaning.REFERENCE) and not tokens[at - 1].has(Meaning.CENTURY)
        return not reference
    if token.span is not None or token.roman or token.text in ("?", "~"):
        return True
    return any(meaning in token.meanings for meaning in _ANY_STARTERS)


def _is_doubtful(tokens: list[Token], at: int, expressions: list[Expression]) -> bool:
    """Tell whether a token that is part of no date puts the dates beside it in doubt."""
    token = tokens[at]
    left = tokens[at - 1] if at else None
    right = tokens[at + 1] if at + 1 < len(tokens) else None
    beside_date = bool(expressions) and expressions[-1].end == at
    beside_figure = beside_date or _is_figure(left) or _is_figure(right)
    if token.number >= 0:
        named = left is not None and left.text[-1:].isalpha() and not token.glued
        if left is not None and left.has(Meaning.REFERENCE):
            return beside_date
        if token.ordinal and right is not None and right.text.isalpha() and not right.has(Meaning.CENTURY):
            return False  # 1st edition
        return token.figures > 2 or not named or (right is not None and right.text in ("-", "/"))
    if token.has(Meaning.REFERENCE) and token.glued is False and beside_date and not token.has(Meaning.CENTURY):
        return len(token.text) <= 2  # 1200 x 800, 1850 mm: a measure
    if token.glued and left is not None and left.number >= 0 and token.text.isalpha():
        return True  # 1280u
    if token.has(Meaning.MONTH) and (
        _is_figure(_beyond_stops(tokens, at, -1)) or _is_figure(_beyond_stops(tokens, at, 1))
    ):
        return True
    if token.text in ("-", "/", "|", "=", "±", "<", ">", "."):
        before_date = right is not None and right.text not in _STOPS and _may_start(tokens, at + 1)
        return beside_figure or before_date or left is None or token.text == "="
    if token.has(Meaning.BC) or token.has(Meaning.CENTURY) and not token.has(Meaning.LINK):
        return True
    if token.has(Meaning.CIRCA) or (token.has(Meaning.OR) and not token.has(Meaning.LINK)):
        return beside_date
    if token.has(Meaning.NOT):
        return True
    if left is None and (token.has(Meaning.AND) or token.has(Meaning.OR) or token.has(Meaning.TO)):
        return _is_figure(right)
    if not token.text[-1:].isalpha():
        return token.text not in _HARMLESS and beside_figure
    # An abbreviation nobody knows, at the head of the text: u.1707-1739.
    return not token.meanings and len(token.text) <= 2 and left is None and _is_figure(right)


def _beyond_stops(tokens: list[Token], at: int, step: int) -> Token | None:
    """Return the next token to the left (-1) or right (1) that is no comma or bracket."""
    at += step
    while 0 <= at < len(tokens) and tokens[at].text in _STOPS:
        at += step
    return tokens[at] if 0 <= at < len(tokens) else None


def _is_figure(token: Token | None) -> bool:
    return token is not None and (token.number >= 0 or token.span is not None)


def _brackets_hold_words(tokens: list[Token], expressions: list[Expression]) -> bool:
    """Tell whether square brackets, which hold a supplied date, hold words nobody knows instead."""
    inside = False
    for at, token in enumerate(tokens):
        if token.text in "[]":
            inside = token.text == "["
        elif inside and _is_unknown(token) and not any(item.start <= at < item.end for item in expressions):
            return True
    return False


def _is_unknown(token: Token) -> bool:
    return token.text.isalpha() and not token.meanings


# The words beside a date


def _with_words(tokens: list[Token], expressions: list[Expression]) -> list[Item]:
    items = [Item(expression) for expression in expressions]
    if not items:
        return items
    _label(items[0], tokens[: expressions[0].start])
    items[-1].after = _first_segment(tokens[expressions[-1].end :])
    for left, right in zip(items, items[1:], strict=False):
        _share(left, right, tokens[left.expression.end : right.expression.start])
    return items


def _share(left: Item, right: Item, gap: list[Token]) -> None:
    """Share the words between two dates out: up to the first stop to the left one, from the last stop to the right."""
    if any(token.text in _STOPS for token in gap):
        left.after = _first_segment(gap)
        _label(right, gap)
    elif right.expression.preceded or right.expression.linked or any(token.has(Meaning.AFTER) for token in gap):
        left.after = right.before = gap  # 1978 cast after 1919 original: the cast is of 1978
    else:
        right.before = gap


def _first_segment(gap: list[Token]) -> list[Token]:
    """Return the words up to the first stop, or those in brackets that follow at once: 1923 (designed)."""
    texts = [token.text for token in gap]
    if texts[:1] == ["("]:
        return gap[1 : texts.index(")")] if ")" in texts else []
    return _until_stop(gap)


def _label(item: Item, gap: list[Token]) -> None:
    """Give a date the words from the last stop on; where there are none, those before the stop.

    Before a bracket they are what it explains; before a comma only words of an event count: "Gift, 1923", not "Paris, 1837".
    """
    item.before = _until_stop(gap[::-1])[::-1]
    stop = len(gap) - len(item.before) - 1
    if item.before or stop < 0:
        return
    earlier = _until_stop(gap[:stop][::-1])[::-1]
    if gap[stop].text in "([":
        item.before, item.bracketed = earlier, True
    elif gap[stop].text in ",:" and any(token.has(meaning) for token in earlier for meaning, _ in _ROLE_WORDS):
        item.before = earlier


def _until_stop(gap: list[Token]) -> list[Token]:
    for at, token in enumerate(gap):
        if token.text in _STOPS:
            return gap[:at]
    return gap


def _role(item: Item) -> Role:
    if _is_source(item):
        return Role.SOURCE
    for words in (item.before, item.after):
        for meaning, role in _ROLE_WORDS:
            if any(token.has(meaning) for token in words) and not (words is item.after and role is Role.SOURCE):
                return role
        if words is item.before and any(_is_unknown(token) for token in words):
            return Role.PERIOD if item.bracketed else Role.ELSE
    return Role.MADE


def _is_source(item: Item) -> bool:
    """Tell whether a date is that of the original behind the work: after 1919 original; cast of 1997 original."""
    names_source = any(token.has(Meaning.SOURCE) for token in item.after)
    if item.expression.preceded and not item.expression.linked:
        return names_source or any(_is_unknown(token) for token in item.after) or _copies(item.after)
    if any(token.has(Meaning.SOURCE) for token in item.before):
        return True
    if any(token.has(Meaning.AFTER) for token in item.before):
        return True
    return names_source and (item.expression.linked or item.expression.preceded)


def _copies(words: list[Token]) -> bool:
    return any(token.has(Meaning.COPIED) for token in words)


# The production


def production(items: list[Item], *, of_any_event: bool = False) -> Reading | None:
    """Return the reading of the production by the rule above, or None where the text dates none.

    With `of_any_event`, a text that dates something else (acquired 1866) is read as well.
    """
    roles = [item.role for item in items]
    making = [item.expression.reading for item in items if item.role is Role.MADE]
    again = [item.expression.reading for item in items if item.role is Role.AGAIN]
    if making:
        return _together(making, again)
    if Role.SOURCE in roles and (Role.COPIED in roles or _of_copy(items)):
        return [item.expression.closed for item in items if item.role is Role.SOURCE][-1]
    if again:
        return _together(again, [])
    for fallback in ((Role.DESIGNED,), (Role.COPIED, Role.REPLICA, Role.SHOWN), (Role.PERIOD,), (Role.SOURCE,)):
        for item in items:
            if item.role in fallback:
                return item.expression.reading
    return items[0].expression.reading if of_any_event else None


def _of_copy(items: list[Item]) -> bool:
    return any(item.role is Role.SOURCE and _copies(item.before) for item in items)


def _together(making: list[Reading], again: list[Reading]) -> Reading | None:
    """Return one reading of several makings, None where they contradict each other or run backwards."""
    spans = [span for reading in making for span in reading.spans]
    joiner = making[0].joiner if len(making) == 1 else "and"
    opens = [span for span in spans if span.low is None or span.high is None]
    if len(making) > 1 and opens:
        return _narrowed([span for span in spans if span not in opens], opens)
    later = [span for reading in again for span in reading.spans]
    if not later:
        return _in_sequence(Reading(tuple(spans), joiner))
    if any(span.low is None or span.high is None for span in spans + later):
        return _extended(hull(Reading(tuple(spans))), later)
    return _in_sequence(Reading((*spans, *later), "and"))


def _in_sequence(reading: Reading) -> Reading | None:
    """Return the reading where its dates stand in order of time; a list that does not, or of BC dates, is in doubt."""
    years = [span.low.year for span in reading.spans if span.low]
    if len(years) > 1 and years[0] < 1:
        return None
    return reading if years == sorted(years) else None


def _narrowed(closed: list[Span], opens: list[Span]) -> Reading | None:
    """Return what several dates allow together: early 19th century, after 1806; after 1870, before 1880."""
    base = hull(Reading(tuple(closed))) if closed else Span(None, None)
    low, high = base.low, base.high
    for span in opens:
        if span.low is not None and (low is None or span.low.year > low.year):
            low = span.low
        if span.high is not None and (high is None or span.high.year < high.year):
            high = span.high
    if low is not None and high is not None and low.year > high.year:
        return None
    return Reading((Span(low, high),))


def _extended(base: Span, later: list[Span]) -> Reading | None:
    """Return the making with the work that went on until an open date: begun 1784, completed by 1818."""
    ends = [span.high for span in later]
    last = None if None in ends or base.high is None else max((end for end in ends if end), key=lambda end: end.year)
    if last is not None and base.high is not None and last.year < base.high.year:
        last = base.high
    return Reading((Span(base.low, last),)) if base.low or last else None
