"""Problem patterns: what Europeana warns of in titles and descriptions (responsible-ai.md 6.3, metis-pattern-analysis).

P4, P8, P10 and P11 are not implemented there, and not here. Titles are those stated as dc:title.
"""

import unicodedata
from collections.abc import Iterable

from vitrine.quality.similarity import common_subsequence, most_in_common
from vitrine.records.text import Text
from vitrine.records.work import Record

PROBLEMS: dict[str, str] = {
    "P1": "The same title is used for several works",
    "P2": "A description that only repeats the title",
    "P3": "A description that is nearly the same as the title",
    "P5": "A title that reads like a code: many signs, or the work's number in it",
    "P6": "A title of one or two characters",
    "P7": "No description",
    "P9": "No description of more than 50 characters in one of the languages",
    "P12": "A title of more than 70 characters",
}
"""Codes and what they mean, in plain words."""

_SHORT_TITLE = 2
_LONG_TITLE = 70
_SHORT_DESCRIPTION = 50
_MOST_SIGNS = 5
_NEARLY = 0.9
_LONGEST_COMPARED = 5000
"""Characters. Comparing costs the product of both lengths, and no title that long is a title."""

_COMPARED_TITLE = 255
_SYSTEMATIC = 2
"""Works of a source that share a title, from which on it counts as used systematically (P1)."""


def problems(record: Record) -> tuple[str, ...]:
    """Return the codes of the problem patterns in `record`, in their order. P1 is a matter of whole sources."""
    titles = [text.value for text in record.titles if not text.kind]
    descriptions = [text for text in record.descriptions if text.kind != "contents" and text.value]
    found: list[str] = []
    if descriptions and titles:
        found += _compared(titles, [text.value for text in descriptions])
    if any(_is_code(title, record) for title in titles):
        found.append("P5")
    lengths = [len(title) for title in titles]
    if lengths and min(lengths) <= _SHORT_TITLE:
        found.append("P6")
    if not descriptions:
        found.append("P7")
    elif _is_short_somewhere(descriptions):
        found.append("P9")
    if lengths and max(lengths) > _LONG_TITLE:
        found.append("P12")
    return tuple(found)


def systematic_titles(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the titles that are used for more than one work of a source, and for how many (P1).

    `counts` are titles and how many works have each: what a database counts, a title as often as it likes. Upper and lower
    case do not matter, nor what follows the first 255 characters (metis-sandbox, PatternAnalysisServiceImpl); no title is
    none. Titles come back in upper case.
    """
    totals: dict[str, int] = {}
    for title, works in counts:
        compared = title[:_COMPARED_TITLE].upper()
        totals[compared] = totals.get(compared, 0) + works
    return {title: works for title, works in totals.items() if title.strip() and works >= _SYSTEMATIC}


def _compared(titles: list[str], descriptions: list[str]) -> list[str]:
    same = nearly = False
    folded = [description.casefold() for description in descriptions]
    for title in titles:
        title_folded = title.casefold()
        for description, description_folded in zip(descriptions, folded, strict=True):
            if title_folded == description_folded:
                same = True
            elif not nearly:
                nearly = _is_nearly(title, description)
    return ["P2"] * same + ["P3"] * nearly


def _is_nearly(one: str, other: str) -> bool:
    """Tell whether nine tenths of the shorter text stand in the other in the same order, and both are about as long."""
    shorter = min(len(one), len(other))
    if not 0 < shorter <= _LONGEST_COMPARED or abs(len(one) - len(other)) > 5 + 0.1 * shorter:
        return False
    enough = _NEARLY * shorter
    return most_in_common(one, other) >= enough and common_subsequence(one, other) >= enough


def _is_code(title: str, record: Record) -> bool:
    """Tell whether a title has more than five characters that are no letter, digit or space, or an identifier in it."""
    bare = title.replace(" ", "")
    if not bare.isalnum() and _signs(bare) > _MOST_SIGNS:
        return True
    return any(identifier.value and identifier.value in title for identifier in record.identifiers)


def _signs(text: str) -> int:
    signs = [character for character in text if not character.isalnum()]
    if len(signs) <= _MOST_SIGNS:
        return len(signs)
    return sum(1 for character in signs if not unicodedata.category(character).startswith("M"))


def _is_short_somewhere(descriptions: list[Text]) -> bool:
    if len(descriptions) == 1:
        return len(descriptions[0].value) <= _SHORT_DESCRIPTION
    longest: dict[str, int] = {}
    for text in descriptions:
        longest[text.language] = max(longest.get(text.language, 0), len(text.value))
    return min(longest.values()) <= _SHORT_DESCRIPTION
