"""What a word of a date can mean. A word may mean several things; the grammar picks by what stands beside it."""

from collections.abc import Mapping
from enum import StrEnum


class Meaning(StrEnum):
    """The kinds of meaning; those with a number behind them say which number."""

    CIRCA = "circa"
    MAYBE = "maybe"  # probably, possibly: the date is uncertain
    BEFORE = "before"
    AFTER = "after"
    NEAR = "near"  # shortly (before, after)
    BETWEEN = "between"
    FROM = "from"
    TO = "to"
    AND = "and"
    OR = "or"
    EARLIER = "earlier"  # or earlier
    LATER = "later"  # or later
    PRESENT = "present"  # until today
    NOT = "not"  # turns what follows round, where no phrase with it is known
    LINK = "link"  # articles and prepositions, which carry no date
    ORDINAL = "ordinal"  # the number; LAST for "last"
    CENTURY = "century"  # the number is its length, 100 or 1000
    NAMED_CENTURY = "named-century"  # seicento: 17
    PART = "part"  # EARLY, MID, LATE
    SHARE = "share"  # half 2, third 3, quarter 4, tenth 10 (a decade of a century)
    YEARS = "years"  # before a decade: anni '20, années 1920
    TENS = "tens"  # anni venti: 20
    YEARS_AFTER = "years-after"  # after a decade: 1920er Jahre
    TAL = "tal"  # 1920-talet, 1600-talet
    MONTH = "month"
    SEASON = "season"
    WEEKDAY = "weekday"
    BC = "bc"
    AD = "ad"
    UNKNOWN = "unknown"  # date not known, n.d.
    MADE = "made"
    DESIGNED = "designed"
    AGAIN = "again"  # the making went on: reworked, completed
    COPIED = "copied"  # multiplied from the same matrix: printed, cast, reprinted
    REPLICA = "replica"  # made again after it: copy, replica, facsimile
    SHOWN = "shown"  # published, exhibited: the work existed by then
    ELSE = "else"  # acquired, restored: says nothing of the making
    SOURCE = "source"  # the original that a cast, print or copy follows
    REFERENCE = "reference"  # the number that follows or precedes is no date: inv., no., mm


LAST = -1
EARLY, MID, LATE = 1, 2, 3

Vocabulary = Mapping[Meaning, str | Mapping[int, str]]
"""Meaning -> phrases, comma-separated; or number -> phrases. Case, accents and full stops do not matter."""
