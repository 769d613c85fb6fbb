"""Parts of centuries and decades in years.

Centuries: early, mid, late are thirds (1600-1633, 1634-1666, 1667-1699), as the collection systems of American
museums count; halves, quarters and tenths are just that. Decades: Tate and the National Portrait Gallery agree that
"early 1840s" is 1840 to 1845, so in a decade the three overlap.
"""

from typing import NamedTuple

from vitrine.dates.words import EARLY, LAST, LATE, MID

_WORDS = {
    10: {EARLY: (0, 5), MID: (3, 7), LATE: (5, 9)},
    100: {EARLY: (0, 33), MID: (34, 66), LATE: (67, 99)},
    1000: {EARLY: (0, 333), MID: (334, 666), LATE: (667, 999)},
}


class Part(NamedTuple):
    """The `number`-th of `shares` equal shares; with no shares, `number` is EARLY, MID or LATE."""

    number: int
    shares: int = 0


class Stretch(NamedTuple):
    """From the beginning of one part to the end of another (mostly the same): mid to late."""

    start: Part
    end: Part


def years_in(stretch: Stretch, size: int) -> tuple[int, int] | None:
    """Return the first and last year (from 0) of a stretch within `size` years; None where it runs backwards."""
    start, end = _years(stretch.start, size), _years(stretch.end, size)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _years(part: Part, size: int) -> tuple[int, int] | None:
    if part.shares == 0:
        return _WORDS[size][part.number]
    number = part.shares if part.number == LAST else part.number
    if not 1 <= number <= part.shares:
        return None
    first = -(-(number - 1) * size // part.shares)
    return first, -(-number * size // part.shares) - 1
