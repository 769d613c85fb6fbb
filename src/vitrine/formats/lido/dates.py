"""Dates of LIDO: what is displayed, in one language or several, and the years the museum itself resolved."""

import re

import msgspec

from vitrine.dates import resolve
from vitrine.formats.lido.draft import LIDO, Draft, remembered
from vitrine.formats.mapping.events import date
from vitrine.formats.xml.tree import CHILDREN, TAG, Node
from vitrine.records import UNDETERMINED, Date, Text

DISPLAY_DATE = f"{LIDO}displayDate"
_DATE = f"{LIDO}date"
EARLIEST = f"{LIDO}earliestDate"
LATEST = f"{LIDO}latestDate"

_ISO_BEFORE_CHRIST = re.compile(r"-(\d{4,})(?:-\d\d(?:-\d\d)?)?")
_ISO = re.compile(r"(\d{4})-\d\d(?:-\d\d)?(?:T.*)?")


_WORD_AND_YEAR = re.compile(r"[^\W\d_]+\.?:? (?=\d{4}$)")


@remembered
def date_of(e: Node, draft: Draft, around: str, where: str) -> Date | None:
    """Return the date of an element with lido:displayDate and lido:date (dateSetComplexType), None where it says none.

    Of several displayed texts, which are the same date in several languages, the first that can be read counts. One word
    before a bare year ("Förvärvsår 1958") names the event and is no part of the date, except of a production.
    """
    shown: list[Text] = []
    earliest = latest = ""
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == DISPLAY_DATE:
            if text := draft.text(child, around, where):
                shown.append(text)
        elif tag == _DATE and not draft.nothing(child):
            earliest, latest = span(child, draft, where)
    if not (shown or earliest or latest):
        draft.nothing(e)
        return None
    text = _readable(shown, around, draft.circa)
    bare = text.value
    if "[production]" not in where and _WORD_AND_YEAR.match(bare) and resolve(bare).kind == "unreadable":
        bare = _WORD_AND_YEAR.sub("", bare)
    values = {"text": bare, "earliest": _year(earliest), "latest": _year(latest)}
    found = date(values, draft.notes, where, text.language, draft.circa)
    return found if found is None or bare == text.value else msgspec.structs.replace(found, text=text.value)


def span(e: Node, draft: Draft, where: str) -> tuple[str, str]:
    """Return what lido:earliestDate and lido:latestDate in an element say."""
    earliest = latest = ""
    for child in e[CHILDREN]:
        if child[TAG] == EARLIEST:
            earliest = draft.value(child, where)
        elif child[TAG] == LATEST:
            latest = draft.value(child, where)
    return earliest, latest


def _readable(shown: list[Text], around: str, circa: int) -> Text:
    """Return the text that can be read, the one in the language of the record before others."""
    if len(shown) > 1:
        for text in sorted(shown, key=lambda text: text.language != around):
            languages = () if text.language == UNDETERMINED else (text.language,)
            if resolve(text.value, circa=circa, languages=languages, production=False).kind != "unreadable":
                return text
    return shown[0] if shown else Text("")


def _year(written: str) -> str:
    """Return the year of an ISO 8601 date, as LIDO asks for, as museums count: -0499, astronomical, is 500 BC."""
    if match := _ISO.fullmatch(written):
        return match[1]
    if match := _ISO_BEFORE_CHRIST.fullmatch(written):
        return f"-{int(match[1]) + 1}"
    return written
