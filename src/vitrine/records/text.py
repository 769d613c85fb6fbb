"""Words with their language: Unicode NFC, always with a BCP 47 tag, `und` when nobody has said which."""

import re
import unicodedata
from functools import lru_cache

import langcodes
import msgspec
from langcodes.tag_parser import LanguageTagError

UNDETERMINED = "und"
"""BCP 47 for "undetermined": the source does not say, and nobody has decided yet."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
"""C0 and C1 controls, zero-width spaces and stray byte-order marks: never part of what was written.

Tab, line feed and carriage return are white space; U+200C, U+200D and the bidirectional marks shape real
scripts (Persian, Hindi, Arabic beside Latin) and stay.
"""


class Text(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What is written, in which language, and what kind of text it is.

    `kind` is empty for the ordinary case; for titles `alternative`, `former`, `translated`, `series`; for
    descriptions `label`, `contents`, `note`.
    """

    value: str
    language: str = UNDETERMINED
    kind: str = ""


def clean_text(value: str) -> str:
    """Return `value` in Unicode NFC, without control characters, trimmed, inner blanks folded.

    Line breaks stay (a description has paragraphs); runs of blanks within a line become one.
    """
    if value.isascii() and value.isprintable():
        stripped = value.strip()
        return stripped if "  " not in stripped else re.sub(" {2,}", " ", stripped)
    value = unicodedata.normalize("NFC", value)
    value = _CONTROL.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
    value = re.sub("[ \t\u00a0]+", " ", value)
    return re.sub(" ?\n ?", "\n", value).strip()


def is_address(words: str) -> bool:
    """Tell whether words are the address of something and nothing else: they are in no language."""
    return ("://" in words or words.startswith(("#", "urn:"))) and " " not in words


@lru_cache(maxsize=4096)
def language_tag(tag: str | None) -> str:
    """Return the BCP 47 tag for what a source calls a language: `en`, `eng`, `de_DE`, `ENG` -> `en`, `en`, `de-DE`, `en`.

    `und` for an empty tag and for one that is not well formed or that the registry does not know.
    """
    if not tag or not tag.strip():
        return UNDETERMINED
    try:
        standard = langcodes.standardize_tag(tag.strip().replace("_", "-"))
    except LanguageTagError:
        return UNDETERMINED
    return standard if langcodes.get(standard).is_valid() else UNDETERMINED
