"""Which of several dates in one text is the production.

The rule, as most museums have it (Tate and the National Portrait Gallery, Washington, agree on all but prints and
copies):

1. What is dated without a word, or with a word of making (made, painted, signed, begun), is the production.
   Several such dates all are: "1995-6, 2007" is 1995 to 2007. But a century or decade around another date only
   repeats it: "19th century (c. 1850)" is c. 1850.
2. Work that went on belongs to it: reworked, completed, reconstructed, enlarged: "1846, reworked 1857" is both.
3. What multiplies or shows the work does not: cast, printed, reprinted, copied, published, exhibited.
   "1913, cast 1972" is 1913. Where no making is dated, the first of these is the date: "published 1833".
4. A cast or print from a dated original counts as the original: "1978 cast after 1919 original" is 1919. A copy, and
   a work merely after another ("1860, after 1853 daguerreotype"), keeps its own date.
5. A design is not the making: "designed 1923, made 1950" is 1950; alone it is the date.
6. The years of a period, in brackets behind words nobody knows ("Edo period (1615-1868)"), are the date where there is
   no other. A date directly behind such words, or of a life in the museum (acquired, restored), never is.
"""

from vitrine.dates.mentions import Mention, Role
from vitrine.dates.reading import Reading, Span, hull
from vitrine.dates.words import Meaning

_FALLBACKS = ((Role.DESIGNED,), (Role.COPIED, Role.REPLICA, Role.SHOWN), (Role.PERIOD,), (Role.SOURCE,))
"""Without a making, the first date of the first of these groups counts."""


def production(mentions: list[Mention], *, of_any_event: bool = False) -> Reading | None:
    """Return the reading of the production by the rule above, or None where the text dates none.

    With `of_any_event`, a text that dates something else (acquired 1866) is read as well.
    """
    making = _closest([mention.expression.reading for mention in mentions if mention.role is Role.MADE])
    again = [mention.expression.reading for mention in mentions if mention.role is Role.AGAIN]
    if making:
        return _together(making, again)
    sources = [mention for mention in mentions if mention.role is Role.SOURCE]
    if sources and any(_is_impression(mention) for mention in mentions):
        return sources[-1].expression.closed
    if again:
        return _together(again, [])
    for roles in _FALLBACKS:
        for mention in mentions:
            if mention.role in roles:
                named = mention.role is Role.SOURCE and not mention.expression.preceded
                return mention.expression.closed if named else mention.expression.reading
    return mentions[0].expression.reading if of_any_event and mentions else None


def _closest(readings: list[Reading]) -> list[Reading]:
    """Leave out a century or decade, or a part of one, that only stands around another date."""
    if len(readings) < 2:
        return readings
    return [one for one in readings if not any(_is_around(one, other) for other in readings if other is not one)]


def _is_around(wide: Reading, close: Reading) -> bool:
    outer, inner = hull(wide), hull(close)
    if len(wide.spans) > 1 or wide.spans[0].stated or not (outer.low and outer.high and inner.low and inner.high):
        return False
    # A museum's own years may begin a century with 1601 or end it with 1700.
    slack = int(close.spans[0].stated)
    around = outer.low.year - slack <= inner.low.year and inner.high.year <= outer.high.year + slack
    same = (outer.low.year, outer.high.year) == (inner.low.year, inner.high.year)
    return around and (not same or close.spans[0].stated)


def _is_impression(mention: Mention) -> bool:
    """Tell whether a cast or print is dated, or a dated original said to be behind one: cast after 1929 original."""
    if mention.role is Role.SOURCE:
        return any(token.has(Meaning.COPIED) for token in mention.before)
    return mention.role is Role.COPIED


def _together(making: list[Reading], again: list[Reading]) -> Reading | None:
    """Return one reading of several makings, None where they contradict each other or run backwards."""
    spans = [span for reading in making for span in reading.spans]
    opens = [span for span in spans if _is_open(span)]
    if len(making) > 1 and opens:
        return _narrowed([span for span in spans if span not in opens], opens)
    later = [span for reading in again for span in reading.spans]
    if not later:
        return _in_sequence(Reading(tuple(spans), making[0].joiner if len(making) == 1 else "and"))
    if opens or any(_is_open(span) for span in later):
        return _extended(hull(Reading(tuple(spans))), later)
    return _in_sequence(Reading((*spans, *later), "and"))


def _is_open(span: Span) -> bool:
    return span.low is None or span.high is None


def _in_sequence(reading: Reading) -> Reading | None:
    """Return the reading where its dates stand in order of time; a list that does not, or of BC dates, is in doubt."""
    years = [span.low.year for span in reading.spans if span.low]
    if years != sorted(years) or (len(years) > 1 and years[0] < 1):
        return None
    return reading


def _narrowed(closed: list[Span], opens: list[Span]) -> Reading | None:
    """Return what several dates allow together: early 19th century, after 1806; after 1870, before 1880."""
    low, high = hull(Reading(tuple(closed)))[:2] if closed else (None, None)
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
    ends = [base.high, *(span.high for span in later)]
    last = None if None in ends else max((end for end in ends if end), key=lambda end: end.year)
    return Reading((Span(base.low, last),)) if base.low or last else None
