"""Defects that a record shows by itself, whatever it was read from. Those of reading are noticed by the readers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from vitrine.quality.doubtful import FEWEST_WORDS, looks_like_another
from vitrine.quality.untitled import is_untitled
from vitrine.records.report import Defect
from vitrine.records.text import UNDETERMINED, Text
from vitrine.records.work import Event, Maker, Record, Rights
from vitrine.rights import contradicts, parse

LONGEST_TITLE = 200
"""Characters. Longer ones are descriptions in the wrong field (23 % of one museum's titles)."""

_SHOWN = 200
"""Characters of a value at fault that a defect shows."""

# The shortest text that can have as many words as the language check needs.
_WORTH_A_LOOK = 2 * FEWEST_WORDS - 1


def content_defects(record: Record) -> tuple[Defect, ...]:
    """Return the defects of `record` that come from its content, with the paths of what is at fault.

    Codes from `vitrine.records.defects`; a text that looks like another language is a suspicion.
    """
    found: list[Defect] = []
    _titles(record.titles, found)
    _languages(record.titles, "titles", found)
    _languages(record.descriptions, "descriptions", found)
    _makers(record, found)
    _dates(record.production, found)
    _rights(record, found)
    _links(record, found)
    return tuple(found)


def _titles(titles: tuple[Text, ...], found: list[Defect]) -> None:
    if not titles:
        found.append(Defect("title-missing", "titles"))
    for text in titles:
        if len(text.value) > LONGEST_TITLE:
            found.append(Defect("title-long", _path("titles", text), f"{len(text.value)} characters"))
        elif is_untitled(text.value):
            found.append(Defect("title-untitled", _path("titles", text), text.value))


def _languages(texts: tuple[Text, ...], field: str, found: list[Defect]) -> None:
    for text in texts:
        if text.language == UNDETERMINED:
            found.append(Defect("language-missing", _path(field, text)))
        elif len(text.value) >= _WORTH_A_LOOK and (other := looks_like_another(text.value, text.language)):
            found.append(Defect("language-doubtful", _path(field, text), f"tagged {text.language}, looks like {other}"))


def _path(field: str, text: Text) -> str:
    return f"{field}[{text.language}/{text.kind}]" if text.kind else f"{field}[{text.language}]"


def _makers(record: Record, found: list[Defect]) -> None:
    production = record.production
    makers = record.makers or (production.makers if production else ())
    if not makers:
        found.append(Defect("maker-missing", "makers"))
    for maker in makers:
        if len(maker.uris) > 1 and (authority := _shared_authority(maker.uris)):
            found.append(Defect("maker-uri-several", f"makers[{maker.name}].uris", authority))
        if maker.born is not None and production is not None and _is_before(production, maker):
            found.append(Defect("date-before-birth", f"makers[{maker.name}].born", str(maker.born)))


_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TWO_YEARS = len("1890 1920")


def _dates(production: Event | None, found: list[Defect]) -> None:
    """Note where a text has a year of the production and another that is not: made 1890, cast 1920."""
    date = production.date if production else None
    if date is None or len(date.text) < _TWO_YEARS or date.earliest is None or date.latest is None:
        return
    inside = {date.earliest <= int(year) <= date.latest for year in _YEARS.findall(date.text)}
    if len(inside) == 2:
        found.append(Defect("date-several", "events[production].date", date.text[:_SHOWN]))


def _is_before(production: Event, maker: Maker) -> bool:
    """Tell whether all years of a production lie before a maker's birth."""
    latest = production.date.latest if production.date else None
    return latest is not None and maker.born is not None and latest < maker.born


def _shared_authority(uris: tuple[str, ...]) -> str:
    """Return an authority to which two of a person's URIs belong: the host and first folder, `vocab.getty.edu/ulan`."""
    seen = set()
    for uri in uris:
        where = authority(uri)
        if where in seen:
            return where
        seen.add(where)
    return ""


def authority(uri: str) -> str:
    """Return whom an identifier is from: the host and first folder, `vocab.getty.edu/ulan`."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return uri
    folder, more, _ = parts.path.removeprefix("/").partition("/")
    return f"{parts.netloc}/{folder}" if more else parts.netloc or uri


def _rights(record: Record, found: list[Defect]) -> None:
    stated = False
    for path, rights in _statements(record):
        if not rights.uri and not rights.text:
            continue
        stated = True
        code = rights_fault(rights.uri, rights.text)
        if code:
            found.append(Defect(code, path, rights.text[:_SHOWN]))
    if not stated:
        found.append(Defect("rights-missing", "rights_of_object"))


def _statements(record: Record) -> Iterator[tuple[str, Rights]]:
    if record.rights_of_object:
        yield "rights_of_object", record.rights_of_object
    for surrogate in record.surrogates:
        if surrogate.rights:
            yield f"surrogates[{surrogate.key}].rights", surrogate.rights


@lru_cache(maxsize=4096)
def rights_fault(uri: str, text: str) -> str:
    """Return the code of what is wrong with rights that a source states by `uri`, in words, or both."""
    if uri:
        return "rights-contradiction" if text and contradicts(text, uri) else ""
    if any(parse(part).kind in ("terms-page", "unknown-uri") for part in (text, *text.split("; "))):
        return "rights-not-a-statement"
    return "rights-free-text"


def _links(record: Record, found: list[Defect]) -> None:
    if record.landing_page:
        _link(record.landing_page, "landing_page", found)
    for surrogate in record.surrogates:
        if surrogate.url:
            _link(surrogate.url, f"surrogates[{surrogate.key}].url", found)
        elif not surrogate.path:
            found.append(Defect("link-empty", f"surrogates[{surrogate.key}].url"))


def _link(address: str, path: str, found: list[Defect]) -> None:
    if address.startswith("https://"):
        return
    if address.startswith("http://"):
        found.append(Defect("link-plain-http", path, address[:_SHOWN]))
    elif "://" not in address:
        code = "link-no-scheme" if "/" in address else "link-file-name"
        found.append(Defect(code, path, address[:_SHOWN]))
