"""Each date in a text with the words beside it, and what they make it a date of: made, cast, published, acquired.

A text in which something beside a date could change it (a word or mark nobody knows between two dates, a number left
over) is in doubt as a whole.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from vitrine.dates.ranges import Expression, read_expression
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


@dataclass(slots=True)
class Mention:
    """A date in the text, with the words before it and after it up to the next comma or bracket."""

    expression: Expression
    before: list[Token] = field(default_factory=list)
    after: list[Token] = field(default_factory=list)
    bracketed: bool = False
    """The words before it stand outside the bracket it is in: Edo period (1615-1868)."""
    role: Role = Role.MADE


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

_CARRIED = (Role.COPIED, Role.REPLICA, Role.SHOWN, Role.ELSE)
"""Roles that a list hands on: exhibited 1809, 1840."""

_STOPS = frozenset(",;:()[]")


def read_mentions(tokens: list[Token], this_year: int) -> list[Mention] | None:
    """Return the dates of a text with their words; None where something beside them makes them doubtful."""
    expressions: list[Expression] = []
    at = 0
    while at < len(tokens):
        expression = read_expression(tokens, at, this_year=this_year) if may_start(tokens, at) else None
        if expression is not None:
            expressions.append(expression)
            at = expression.end
        elif _is_doubtful(tokens, at, beside_date=bool(expressions) and expressions[-1].end == at):
            return None
        else:
            at += 1
    if _brackets_hold_words(tokens, expressions):
        return None
    mentions = _with_words(tokens, expressions)
    for index, mention in enumerate(mentions):
        gap = tokens[expressions[index - 1].end : expressions[index].start] if index else []
        mention.role = _role(mention, first=index == 0)
        unsaid = mention.role is Role.ELSE or (not gap and mention.role is Role.MADE)
        if index and unsaid and not any(token.text in _STOPS for token in gap):
            return None  # two dates with nothing between them, or a word nobody knows: a range?
        if gap:
            mention.role = _role_in_list(mention, gap, mentions[index - 1].role)
    return mentions


# Where a date may begin, and what puts it in doubt


_STARTERS = (
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


def may_start(tokens: list[Token], at: int) -> bool:
    """Tell whether a date may begin at token `at`; a number behind "no.", "inv." or "room" is none."""
    token = tokens[at]
    if token.number >= 0:
        return not (at > 0 and tokens[at - 1].has(Meaning.REFERENCE) and not tokens[at - 1].has(Meaning.CENTURY))
    if token.span is not None or token.roman or token.text in ("?", "~", "±"):
        return True
    return any(meaning in token.meanings for meaning in _STARTERS)


def _is_doubtful(tokens: list[Token], at: int, *, beside_date: bool) -> bool:
    """Tell whether a token that is part of no date puts the dates beside it in doubt."""
    token = tokens[at]
    if token.number >= 0:
        return _is_loose_number(tokens, at, beside_date=beside_date)
    left, right = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if not token.text[-1:].isalpha():
        beside = beside_date or _is_figure(left) or _is_figure(right)
        return _is_loose_mark(tokens, at, beside=beside)
    if token.glued and left is not None and left.number >= 0:
        return True  # 1280u
    return _is_loose_word(tokens, at, beside_date=beside_date)


def _is_loose_number(tokens: list[Token], at: int, *, beside_date: bool) -> bool:
    """Tell whether a number that is no date could be one: not behind a word (Dynasty 18, inv. 1837), nor 1st edition."""
    token = tokens[at]
    left, right = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if left is not None and left.has(Meaning.REFERENCE):
        return beside_date
    if token.ordinal and right is not None and len(right.text) > 2 and not right.has(Meaning.CENTURY):
        return False
    named = left is not None and left.text[-1:].isalpha() and not token.glued
    return token.figures > 2 or not named or (right is not None and right.text in ("-", "/"))


_HARMLESS_MARKS = _STOPS | frozenset("\"&'«»„“”*+°")
_JOINING_MARKS = frozenset(("-", "/", "|", "±", "<", ">", "."))


def _is_loose_mark(tokens: list[Token], at: int, *, beside: bool) -> bool:
    """Tell whether a mark could have joined or changed a date."""
    text = tokens[at].text
    if text == "=":
        return True
    if text in _JOINING_MARKS:
        ahead = at + 1 < len(tokens) and tokens[at + 1].text not in _STOPS and may_start(tokens, at + 1)
        return beside or ahead or at == 0
    return text not in _HARMLESS_MARKS and beside


def _is_loose_word(tokens: list[Token], at: int, *, beside_date: bool) -> bool:
    """Tell whether a word that is part of no date could have changed one."""
    token, right = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.has(Meaning.NOT) or token.has(Meaning.BC):
        return True
    if token.has(Meaning.LINK):
        return False
    if token.has(Meaning.MONTH):
        return _is_figure(_beyond_stops(tokens, at, -1)) or _is_figure(_beyond_stops(tokens, at, 1))
    unit = token.has(Meaning.REFERENCE) and beside_date and len(token.text) <= 2  # 1200 x 800, 1850 mm
    changes = any(token.has(meaning) for meaning in _CHANGING) and _is_figure(right)
    trails = (token.has(Meaning.CIRCA) or token.has(Meaning.OR)) and beside_date
    # At the head of the text a join, or an abbreviation nobody knows: u.1707-1739.
    short = not token.meanings and len(token.text) <= 2
    leads = at == 0 and (short or token.has(Meaning.AND) or token.has(Meaning.TO)) and _is_figure(right)
    return token.has(Meaning.CENTURY) or unit or changes or trails or leads


_CHANGING = (Meaning.CIRCA, Meaning.BEFORE, Meaning.AFTER)


def _is_figure(token: Token | None) -> bool:
    return token is not None and (token.number >= 0 or token.span is not None)


def _beyond_stops(tokens: list[Token], at: int, step: int) -> Token | None:
    """Return the next token to the left (-1) or right (1) that is no comma or bracket."""
    at += step
    while 0 <= at < len(tokens) and tokens[at].text in _STOPS:
        at += step
    return tokens[at] if 0 <= at < len(tokens) else None


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
    return not token.meanings and token.text.isalpha()


# The words beside a date


def _with_words(tokens: list[Token], expressions: list[Expression]) -> list[Mention]:
    mentions = [Mention(expression) for expression in expressions]
    if mentions:
        _label(mentions[0], tokens[: expressions[0].start])
        mentions[-1].after = _first_segment(tokens[expressions[-1].end :])
    for left, right in pairwise(mentions):
        _share(left, right, tokens[left.expression.end : right.expression.start])
    return mentions


def _share(left: Mention, right: Mention, gap: list[Token]) -> None:
    """Share the words between two dates out: up to the first stop to the left one, from the last stop to the right."""
    if any(token.text in _STOPS for token in gap):
        left.after = _first_segment(gap)
        _label(right, gap[len(_until_stop(gap)) :])  # 1920 designed, 1922 made: the design is of 1920
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


def _label(mention: Mention, gap: list[Token]) -> None:
    """Give a date the words from the last stop on; where there are none, those before the stop.

    Before a bracket they are what it explains; before a comma only words of an event count: "Gift, 1923", but not
    "Paris, 1837".
    """
    mention.before = _until_stop(gap[::-1])[::-1]
    stop = len(gap) - len(mention.before) - 1
    if mention.before or stop < 0:
        return
    earlier = _until_stop(gap[:stop][::-1])[::-1]
    if gap[stop].text in "([":
        mention.before, mention.bracketed = earlier, True
    elif gap[stop].text in ",:" and any(token.has(meaning) for token in earlier for meaning, _ in _ROLE_WORDS):
        mention.before = earlier


def _until_stop(gap: list[Token]) -> list[Token]:
    for at, token in enumerate(gap):
        if token.text in _STOPS:
            return gap[:at]
    return gap


# What a date is of


def _role(mention: Mention, *, first: bool) -> Role:
    if not mention.before and not mention.after:
        return Role.MADE
    if _is_source(mention, first=first):
        return Role.SOURCE
    role = _role_of(mention.before, _ROLE_WORDS)
    if role is not None:
        return role
    if any(_is_unknown(token) for token in mention.before):
        return Role.PERIOD if mention.bracketed else Role.ELSE
    return _role_of(mention.after, _ROLE_WORDS[1:]) or Role.MADE


def _role_of(words: list[Token], roles: tuple[tuple[Meaning, Role], ...]) -> Role | None:
    return next((role for meaning, role in roles if any(meaning in token.meanings for token in words)), None)


def _is_source(mention: Mention, *, first: bool) -> bool:
    """Tell whether a date is that of the original behind the work: after 1919 original; 19th century, 16th century style."""
    expression = mention.expression
    names_source = _any(mention.after, Meaning.SOURCE)
    if expression.preceded and not expression.linked:
        unknown = any(_is_unknown(token) for token in mention.after)
        return names_source or unknown or _any(mention.after, Meaning.COPIED)
    if _any(mention.before, Meaning.SOURCE) or _any(mention.before, Meaning.AFTER):
        return True
    return names_source and (not first or expression.linked)


def _any(words: list[Token], meaning: Meaning) -> bool:
    return any(meaning in token.meanings for token in words)


def _role_in_list(mention: Mention, gap: list[Token], previous: Role) -> Role:
    """Return the role of a date behind another: exhibited 1809, 1840; 16th century (19th century frame)."""
    if mention.before or mention.role is not Role.MADE:
        return mention.role
    if gap[-1].text == "(" and any(_is_unknown(token) for token in mention.after):
        return Role.ELSE
    listed = gap[-1].text in (",", "&") or gap[-1].has(Meaning.AND)
    return previous if listed and previous in _CARRIED else mention.role
