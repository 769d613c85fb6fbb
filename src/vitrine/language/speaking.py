"""Texts that carry no language, or too little of one to be judged."""

import re
from typing import Literal

Silence = Literal["empty", "numbers", "short", "address"]
"""Why a text is not judged: nothing is written, it has no words, it is too short, it is an address."""

_WORD = re.compile(r"[^\W\d_]{2,}")
SHORTEST = 8
"""Letters below which the text says less than its source does: one name or one word."""

_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that write a word in one or two signs."""


def silence(text: str) -> Silence | None:
    """Return why the language of `text` cannot be told, or None where it may be tried."""
    stripped = text.strip()
    if not stripped:
        return "empty"
    if " " not in stripped and ("://" in stripped or stripped.startswith(("www.", "urn:"))):
        return "address"
    words = _WORD.findall(stripped)
    if not words and not _DENSE.search(stripped):
        return "numbers"
    letters = sum(map(len, words))
    if letters < SHORTEST and len(_DENSE.findall(stripped)) < 2:
        return "short"
    return None
