"""Reading what somebody typed: words, phrases in quotation marks, and words that must not be there.

It is no language with a grammar: whatever is typed means something, and nothing can be wrong with it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_LONGEST_TOKEN = 60
_MOST_PIECES = 24
"""Words of a question that are looked up: each costs time, and nobody types more to find a work."""

_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]|(?P<word>[^\s"“”„«»]+))')


class Piece(NamedTuple):
    """Tokens that stand one after the other, and whether works that have them are left out."""

    tokens: tuple[str, ...]
    without: bool = False


@lru_cache(maxsize=1)
def analyser() -> TextAnalyzer:
    """Return what makes tokens of words, the same for what is indexed and for what is asked."""
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(_LONGEST_TOKEN))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .build()
    )


def unaccented(words: str) -> str:
    """Return words without the accents that any alphabet may carry: Ἀθήνα and Αθηνα are the same."""
    if words.isascii():
        return words
    # Half of a character beyond 16 bits stands in no text.
    apart = unicodedata.normalize("NFKD", words.encode("utf-8", "ignore").decode())
    return "".join(character for character in apart if not unicodedata.combining(character))


def tokens(words: str) -> list[str]:
    """Return the folded words of a text, in their order."""
    found: list[str] = analyser().analyze(unaccented(words))
    return found


def folded(words: str) -> str:
    """Return words as one text to compare: folded, one blank between."""
    return " ".join(tokens(words))


def pieces(words: str) -> list[Piece]:
    """Return what must be found, and what must not. A word such as `1977.4.12` is several tokens in a row."""
    read = []
    for match in _PIECE.finditer(words):
        found = tokens(match["phrase"] if match["phrase"] is not None else match["word"])
        if found:
            read.append(Piece(tuple(found), match["minus"] is not None))
    return read[:_MOST_PIECES]
