"""Events and dates of a record, from the values of one element."""

from typing import Any

from vitrine.dates import resolve
from vitrine.formats.mapping.model import EventTable, PeriodTable
from vitrine.formats.mapping.notes import Notes, Setting
from vitrine.formats.mapping.paths import as_texts
from vitrine.formats.mapping.values import split
from vitrine.records import UNDETERMINED, Date, Event, Place, Term, Text


def events(table: EventTable, values: dict[str, Any], notes: Notes, setting: Setting) -> list[Event]:
    """Return the event of an element, if it says anything."""
    where = f"events[{table.kind}]"
    tag = setting.tag(values, notes)
    when = date(values, notes, f"{where}.date", tag, setting.source.circa)
    sites = split(as_texts(values.get("place")), table.split)
    uris = notes.uris(values.get("place_uri"), where)
    places = tuple(
        Place((Text(text, tag),), uris if len(sites) == 1 else ()) for text in notes.texts(sites, f"{where}.places")
    ) or tuple(Place((), (uri,)) for uri in uris)
    techniques = split(as_texts(values.get("technique")), table.split)
    return _if_any(
        Event(
            table.kind,
            when,
            tuple(Text(text, tag) for text in notes.texts(values.get("name"), f"{where}.names")),
            places,
            (),
            tuple(Term((Text(text, tag),)) for text in notes.texts(techniques, f"{where}.techniques")),
        )
    )


def _if_any(event: Event) -> list[Event]:
    return [event] if event.date or event.names or event.places or event.techniques else []


def periods(_: PeriodTable, values: dict[str, Any], notes: Notes, setting: Setting) -> list[Date]:
    """Return the period of an element, if it says anything."""
    tag = setting.tag(values, notes)
    found = date(values, notes, "periods", tag, setting.source.circa)
    uris = notes.uris(values.get("uri"), "periods")
    if found is None:
        return [Date(language=tag, uris=uris)] if uris else []
    return [Date(found.text, found.edtf, found.earliest, found.latest, tag, uris)]


def date(values: dict[str, Any], notes: Notes, where: str, language: str, circa: int) -> Date | None:
    """Return the date that `text`, `earliest` and `latest` state together.

    The years that the museum itself resolved stand over ours, except where they cannot be: 0, or the earliest after the
    latest. EDTF is ours, from the text; where that cannot be read, from the museum's years.
    """
    text = notes.text(values.get("text"), where)
    languages = () if language == UNDETERMINED else (language,)
    # An acquisition's text speaks of acquiring ("Förvärvsår 1866"): only a production's is searched for the making.
    made = not where.startswith("events[") or where.startswith("events[production]")
    found = resolve(text, circa=circa, languages=languages, production=made) if text else None
    first = _own_year(values.get("earliest"), notes, where, last=False)
    last = _own_year(values.get("latest"), notes, where, last=True)
    if found and found.kind == "unreadable" and where != "periods":  # a period may be a dynasty
        notes.defect("date-unreadable", where, text)
    if first is not None and last is not None and first > last:
        notes.defect("date-order", where, f"{first} > {last}")
        first = last = None
    if not text and first is None and last is None:
        return None
    earliest, latest, edtf = first, last, ""
    if found and found.kind == "read":
        edtf = found.edtf or ""
        if _disjoint(first, last, found.earliest, found.latest):
            notes.defect("date-contradiction", where, f"{text}: {_span(first, last)}")
        earliest = found.earliest if first is None and not _after(found.earliest, last) else first
        latest = found.latest if last is None and not _after(first, found.latest) else last
    elif first is not None or last is not None:
        edtf = _span(first, last)
    return Date(text, edtf, earliest, latest, language)


def _own_year(raw: Any, notes: Notes, where: str, *, last: bool) -> int | None:
    """Read a year of the museum's own; where both of a pair are 0, that is said once."""
    before = len(notes.defects)
    year = notes.year(raw, where, last=last)
    if len(notes.defects) > before and notes.defects[-1] in notes.defects[:before]:
        notes.defects.pop()
    return year


def _after(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one > other


def _disjoint(first: int | None, last: int | None, earliest: int | None, latest: int | None) -> bool:
    return _after(first, latest) or _after(earliest, last)


def _span(first: int | None, last: int | None) -> str:
    """Return years as EDTF: `1850`, `1850/1860`, `../1860`."""
    if first == last and first is not None:
        return _edtf_year(first)
    return f"{'..' if first is None else _edtf_year(first)}/{'..' if last is None else _edtf_year(last)}"


def _edtf_year(year: int) -> str:
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04d}"
