"""Units of time: a day, a month, a season, a year, a decade, a century, or a stretch of years, each with its EDTF.

Years are astronomical, as in EDTF (ISO 8601-2:2019 annex A): 1 BC is 0, 2 BC is -1, 700 BC is -699.
"""

import calendar
from typing import NamedTuple

SEASONS = {1: 21, 2: 22, 3: 23, 4: 24}
"""Spring, summer, autumn, winter -> EDTF's codes, independent of the hemisphere."""

FOUR_FIGURES = 9999
"""The last year that EDTF writes without the prefix `Y`."""


class Unit(NamedTuple):
    """One unit: how EDTF writes where it begins and ends (the same symbol, mostly), its first and its last year."""

    low: str
    high: str
    first: int
    last: int


def year_symbol(year: int) -> str:
    """Return `year` as EDTF writes it: four figures, a minus before the year 0, `Y` beyond four figures."""
    if abs(year) > FOUR_FIGURES:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def year_unit(year: int) -> Unit:
    """Return the unit of one astronomical year."""
    symbol = year_symbol(year)
    return Unit(symbol, symbol, year, year)


def month_unit(year: int, month: int) -> Unit | None:
    """Return the unit of a month (1 to 12), or None where there is no such month."""
    if not 1 <= month <= 12:
        return None
    symbol = f"{year_symbol(year)}-{month:02d}"
    return Unit(symbol, symbol, year, year)


def day_unit(year: int, month: int, day: int) -> Unit | None:
    """Return the unit of a day of the proleptic Gregorian calendar, or None where there is no such day."""
    if not 1 <= month <= 12:
        return None
    # Whether February has 29 days repeats every 400 years, and `calendar` knows no year before 1.
    if not 1 <= day <= calendar.monthrange(2000 + year % 400, month)[1]:
        return None
    symbol = f"{year_symbol(year)}-{month:02d}-{day:02d}"
    return Unit(symbol, symbol, year, year)


def season_unit(year: int, season: int) -> Unit:
    """Return the unit of a season (1 spring to 4 winter) of a year."""
    symbol = f"{year_symbol(year)}-{SEASONS[season]}"
    return Unit(symbol, symbol, year, year)


def is_season(symbol: str) -> bool:
    """Tell whether a symbol of EDTF is a season's."""
    return symbol[-3:-2] == "-" and symbol[-2:].isdigit() and int(symbol[-2:]) in SEASONS.values()


def stretch_unit(first: int, last: int) -> Unit:
    """Return the unit of several years, in the shortest notation EDTF has: `183X`, `18XX`, or first and last."""
    if first == last:
        return year_unit(first)
    for size, figures in ((10, 3), (100, 2)):
        # EDTF masks the last figures whatever the sign: -04XX is -0499 to -0400, the fifth century BC.
        nearest, farthest = (first, last) if first >= 0 else (last, first)
        masks = nearest % size == 0 and abs(farthest - nearest) == size - 1 and (first >= 0) == (last >= 0)
        if masks and abs(farthest) <= FOUR_FIGURES:
            symbol = ("-" if first < 0 else "") + f"{abs(nearest):04d}"[:figures] + "X" * (4 - figures)
            return Unit(symbol, symbol, first, last)
    return Unit(year_symbol(first), year_symbol(last), first, last)


def decade_unit(first: int) -> Unit:
    """Return the unit of the ten years from the astronomical year `first` on."""
    return stretch_unit(first, first + 9)


def century_start(ordinal: int, *, before_christ: bool, size: int) -> int:
    """Return the first year of the `ordinal`-th century (or millennium, `size` 1000).

    Museums and EDTF alike begin the 17th century with 1600 (16XX). The 5th century BC is 500 to 401 BC, -499 to -400.
    """
    return 1 - ordinal * size if before_christ else (ordinal - 1) * size
