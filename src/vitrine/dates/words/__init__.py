"""The words of dates, language by language, as data; and one index over all of them.

A collection's dates are rarely all in the language its catalogue is tagged with, so every language is always looked
up; the few words that clash (Dutch "of", or) are told apart by their neighbours in the grammar.
"""

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

from vitrine.dates.words import de, en, es, fr, it, nl, others, sv
from vitrine.dates.words.meaning import EARLY, LAST, LATE, MID, Meaning

__all__ = ["EARLY", "LAST", "LATE", "MID", "Meaning", "fold", "phrases_from"]

LANGUAGES = (en, de, fr, it, es, nl, sv, others)

_WORD = re.compile(r"[^\W\d_]+")

_OPENING = str.maketrans("", "", "¿¡")
"""Marks that only announce another: ¿1650?"""

Phrase = tuple[tuple[str, ...], MappingProxyType[Meaning, int]]
"""The words of a phrase, folded, and what the phrase can mean."""


def fold(text: str) -> str:
    """Return `text` in lower case without accents: `MÄRZ` -> `marz`, `Νοεμβρίου` -> `νοεμβριου`, `½` -> `1⁄2`."""
    if text.isascii():
        return text.lower()
    text = text.translate(_OPENING)
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold()


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Phrase, ...]]:
    """Return first word -> phrases that begin with it, the longest first."""
    meanings: dict[tuple[str, ...], dict[Meaning, int]] = {}
    for language in LANGUAGES:
        for meaning, entry in language.WORDS.items():
            numbered = {0: entry} if isinstance(entry, str) else entry
            for number, phrases in numbered.items():
                for phrase in phrases.split(","):
                    words = tuple(_WORD.findall(fold(phrase)))
                    meanings.setdefault(words, {}).setdefault(meaning, number)
    index: dict[str, list[Phrase]] = {}
    for words, found in meanings.items():
        index.setdefault(words[0], []).append((words, MappingProxyType(found)))
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for first, found in index.items()}


def phrases_from(word: str) -> tuple[Phrase, ...]:
    """Return the phrases that begin with a (folded) word, the longest first."""
    return _index().get(word, ())
