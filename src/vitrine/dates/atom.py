"""One date before it is known what stands beside it.

What a date leaves out (`late 18th-mid 19th century`, `12 May-3 June 1837`, `1837-41`) its neighbour supplies, in
`gaps`; until then it is an `Atom` with a gap.
"""

from typing import NamedTuple

from vitrine.dates.parts import Stretch
from vitrine.dates.reading import Span
from vitrine.dates.tokens import Token
from vitrine.dates.words import Meaning


class Atom(NamedTuple):
    """One date, perhaps with gaps.

    `kind`: "day", "month", "season", "year", "decade", "century"; "ordinal" (17th, XVII, without the word century);
    "figure" (41, 850: a year's end, a day, or a year with an era); "span" (read whole, in figures).
    `number` is the year, the decade's first year, the ordinal or the figure; 0 where a day, month or season has none.
    `month` is the month of a day or month, or the season.
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

JOINS = (Meaning.TO, Meaning.AND, Meaning.OR)
"""What joins two dates or two parts of a century, in words; in marks it is - / &."""


def token_at(tokens: list[Token], at: int) -> Token | None:
    """Return the token at an index, None beyond the text."""
    return tokens[at] if 0 <= at < len(tokens) else None


def has(tokens: list[Token], at: int, meaning: Meaning) -> bool:
    """Tell whether the token at an index can mean `meaning`."""
    return at < len(tokens) and meaning in tokens[at].meanings


def skip_links(tokens: list[Token], at: int, mark: str = "") -> int:
    """Return the index after one `mark`, if it stands there, and after articles and prepositions."""
    if mark and at < len(tokens) and tokens[at].text == mark:
        at += 1
    while has(tokens, at, Meaning.LINK) and not _counts(tokens, at):
        at += 1
    return at


def _counts(tokens: list[Token], at: int) -> bool:
    """Tell whether an article or preposition is part of a date here: anni '60, I secolo (but not "i secoli XVI e XVII")."""
    if has(tokens, at, Meaning.CENTURY) or has(tokens, at, Meaning.YEARS):
        return True
    article = at + 2 < len(tokens) and tokens[at + 2].roman > 0
    return tokens[at].roman > 0 and has(tokens, at + 1, Meaning.CENTURY) and not article


def joins(token: Token) -> bool:
    """Tell whether a token can join two dates."""
    return token.text in ("-", "/", "&") or any(join in token.meanings for join in JOINS)


def after_join(tokens: list[Token], at: int) -> int:
    """Return the index after a word or mark that joins, `at` itself where there is none."""
    return skip_links(tokens, at + 1) if at < len(tokens) and joins(tokens[at]) else at
