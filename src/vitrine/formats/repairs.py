"""Safe repairs of what is written in a file. Each is reported with what stood before, the rule, and what stands now.

Safe means: nobody who knows the field would read the value in another way. What is only probably meant is left as it
is and reported as a defect.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

import ftfy

from vitrine.formats.markup import has_markup, strip_markup
from vitrine.formats.media_names import is_media_name
from vitrine.records import Defect, Repair, clean_text

RULES: dict[str, str] = {
    "null": "A word that a database writes for an empty cell (NULL, None, N/A, \\N) is no value",
    "encoding": "Bytes that are not UTF-8 were read in the encoding that fits them",
    "double-encoding": "UTF-8 that had been read as another encoding and written again ('FaurÃ©') was restored",
    "html": "HTML tags were taken out and character references resolved; paragraphs stay",
    "control-characters": "Control characters, zero-width blanks and stray byte-order marks were taken out",
    "nfc": "Letters written as a base and a combining mark were joined (Unicode NFC)",
    "spaces": "Blanks around the text and runs of blanks were folded",
    "link": "Blanks and backslashes in a link were mended, a missing scheme supplied",
    "quotes": "Quotation marks that were not doubled inside a quoted cell were read as text",
    "measure-parts": "Measures of the work and of its frame, mixed in one element, were told apart by the displayed text",
    "json": "JSON with NaN, Infinity or line breaks inside texts was read as if written correctly",
}
"""Identifier of every repair and what it does, in plain words."""

OPTIONAL = ("null", "double-encoding", "html", "spaces", "link")
"""Rules that a source can do without, because what they change may be meant; the others make texts that can be kept at all."""

NULLS = frozenset({"NULL", "null", "Null", "(null)", "<null>", "None", "N/A", "n/a", "#N/A", "\\N", "NaN", "nan"})
_LONGEST_NULL = max(map(len, NULLS))

_REPLACEMENT = "\ufffd"
"""What a program writes for a character it could not read: what stood there is lost."""

# What the bytes 80 to BF of UTF-8 look like to a program that takes them for Windows-1252 or Latin-1.
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MAYBE_MOJIBAKE = re.compile(f"{_TAIL[:-1]}√]")
_MOJIBAKE = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}|√[^\\s\\d(]|‚Ä")
_FTFY = ftfy.TextFixerConfig(replace_lossy_sequences=False, explain=False)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")

_NOTHING: tuple[Repair, ...] = ()
_CACHED_LENGTH = 300
"""Characters: what repeats in a file (NULL, a name, a place) is short; long texts would only fill the memory."""


def repair_text(value: str, path: str, leave: frozenset[str] = frozenset()) -> tuple[str, tuple[Repair, ...]]:
    """Return `value` repaired, with one repair for each rule that changed it; `path` is where it stands in the record.

    `leave` names rules of `OPTIONAL` that are not to be applied.
    """
    plain = value.isprintable() and "<" not in value and "&" not in value and "  " not in value
    trimmed = not value or (value[0] != " " and value[-1] != " ")
    if plain and trimmed and (len(value) > _LONGEST_NULL or value not in NULLS):
        if value.isascii():
            return value, _NOTHING
        doubtful = _MAYBE_MOJIBAKE.search(value) and _MOJIBAKE.search(value)
        if not doubtful and unicodedata.is_normalized("NFC", value):
            return value, _NOTHING
    short = len(value) <= _CACHED_LENGTH
    return _repair_short(value, path, leave) if short else _repair(value, path, leave)


def _repair(value: str, path: str, leave: frozenset[str]) -> tuple[str, tuple[Repair, ...]]:
    repairs: list[Repair] = []

    def take(rule: str, mended: str) -> None:
        nonlocal value
        if mended != value and rule not in leave:
            repairs.append(Repair(path, rule, value, mended))
            value = mended

    if value.strip() in NULLS and "null" not in leave:
        take("null", "")
        return value, tuple(repairs)
    if _MOJIBAKE.search(value):
        take("double-encoding", ftfy.fix_encoding(value, _FTFY))
    if has_markup(value):
        take("html", strip_markup(value))
    take("control-characters", _CONTROL.sub("", value))
    take("nfc", unicodedata.normalize("NFC", value))
    take("spaces", clean_text(value))
    return value, tuple(repairs)


_repair_short = lru_cache(maxsize=8192)(_repair)


def is_damaged(value: str) -> bool:
    """Return whether characters of `value` were lost to a wrong encoding, so that nothing can restore them."""
    return not value.isascii() and _REPLACEMENT in value


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB = re.compile(r"(https?)\s*:[/\\]{0,3}(?=[^/\\\s])", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_SAFE = "%/:=&?~#+!$,;'@()*[]"
"""Characters of a link that stay as they are: reserved by RFC 3986 section 2.2, or part of an escape."""
_CLEAN_LINK = re.compile(r"https?://[A-Za-z0-9][!#-;=?-\[\]_a-z~]*")
"""A link of nothing but the characters that a link is made of."""
_REFUSED = ("javascript:", "vbscript:", "data:", "file:")
"""Schemes that a page would run or open on the reader's own device."""


def repair_uri(value: str, path: str) -> tuple[str, tuple[Repair, ...], tuple[Defect, ...]]:
    """Return the link `value` repaired, its repairs, and what is wrong with it.

    A bare file name comes back as it is, with the defect `link-file-name`; an address without a scheme gets `http://`,
    which every server answers or redirects, with the defect `link-no-scheme`. Links that run code come back empty.
    """
    if _CLEAN_LINK.fullmatch(value):
        return value, _NOTHING, ()
    return _repair_uri(value, path)


def _repair_uri(value: str, path: str) -> tuple[str, tuple[Repair, ...], tuple[Defect, ...]]:
    bare = _CONTROL.sub("", value).strip().strip("<>\"'").strip()
    if not bare or bare in NULLS:
        return "", (Repair(path, "null", value, ""),) if value else (), (Defect("link-empty", path, value),)
    if bare.lower().startswith(_REFUSED):
        return "", (), (Defect("link-no-scheme", path, bare[:200]),)
    defects: tuple[Defect, ...] = ()
    if web := _WEB.match(bare):
        bare = f"{web[1].lower()}://{bare[web.end() :]}"
    elif bare.startswith("//"):
        bare = f"http:{bare}"
    elif is_media_name(bare):
        return bare, _changed(path, value, bare), (Defect("link-file-name", path, bare),)
    elif _HOST.fullmatch(bare):
        defects = (Defect("link-no-scheme", path, value),)
        bare = f"http://{bare}"
    elif not _SCHEME.match(bare):
        return bare, _changed(path, value, bare), (Defect("link-no-scheme", path, value),)
    if bare.startswith(("http://", "https://")):
        bare = quote(bare.replace("\\", "/"), safe=_SAFE)
    return bare, _changed(path, value, bare), defects


def _changed(path: str, before: str, after: str) -> tuple[Repair, ...]:
    return (Repair(path, "link", before, after),) if before != after else ()
