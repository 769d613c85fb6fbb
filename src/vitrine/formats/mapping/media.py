"""Media, rights, measures and what needs care, from the values of one element."""

from functools import lru_cache
from typing import Any

from vitrine.formats.dimensions import measure
from vitrine.formats.dimensions_words import AXES, PARTS, UNITS
from vitrine.formats.mapping.model import (
    DimensionTable,
    HolderTable,
    ReservationTable,
    RightsTable,
    SensitivityTable,
    SurrogateTable,
)
from vitrine.formats.mapping.notes import Notes, Setting
from vitrine.formats.mapping.paths import as_text, as_texts
from vitrine.formats.mapping.texts import by_language
from vitrine.formats.mapping.values import split
from vitrine.formats.media_names import is_media_name, media_type
from vitrine.records import (
    Dimension,
    Holder,
    Place,
    Repair,
    Reservation,
    Rights,
    Sensitivity,
    Surrogate,
    Text,
)
from vitrine.rights import parse

Resolved = dict[str, Any]


def surrogates(table: SurrogateTable, values: Resolved, notes: Notes, setting: Setting) -> list[Surrogate]:
    """Return the media files of an element, one for each address or file."""
    url, file, where = values.get("url"), values.get("file"), setting.field
    if type(url) is str and file is None and not table.split:
        urls, files = [url] if url.strip() else [], []
    else:
        urls, files = split(as_texts(url), table.split), split(as_texts(file), table.split)
    if not urls and not files and table.each:
        notes.defect("link-empty", where)
    found = []
    for number in range(max(len(urls), len(files))):
        address = notes.uri(urls[number], where) if number < len(urls) else ""
        path = notes.text(files[number], where) if number < len(files) else ""
        if "/" not in address and is_media_name(address):  # a bare file name where an address should be
            address, path = "", path or address
        if address or path:
            rest = _about(values, notes, f"surrogates[{address or path}]", setting)
            kind = rest.pop("type", "") or media_type(path) or media_type(address)
            found.append(Surrogate(address or path, address, path, kind, purpose=table.purpose, **rest))
    return found


def _about(values: Resolved, notes: Notes, where: str, setting: Setting) -> dict[str, Any]:
    """Return what an element says of its media file beside where it is."""
    about: dict[str, Any] = {}
    if values.get("credit"):
        about["credit"] = notes.text(values["credit"], where)
    for name in ("width", "height", "size"):
        if name in values:
            about[name] = notes.whole(values[name], where)
    if "rights" in values or "rights_holder" in values:
        tag = setting.tag(values, notes)
        about["rights"] = _rights(
            values.get("rights"), None, values.get("rights_holder"), notes, f"{where}.rights", tag
        )
    if "alt" in values:
        tag = setting.tag(values, notes)
        about["alt"] = tuple(by_language(values["alt"], notes, "alt", tag))
    if "source_type" in values:
        about["source_type"] = notes.uri(values["source_type"], where)
    stated = notes.text(values.get("type"), where)
    if "/" in stated and " " not in stated:
        about["type"] = stated.lower()
    return about


def rights(table: RightsTable, values: Resolved, notes: Notes, setting: Setting) -> list[Rights]:
    """Return the rights that an element states."""
    where = "surrogates.rights" if table.of == "media" else f"rights_of_{table.of}"
    tag = setting.tag(values, notes)
    found = _rights(values.get("statement"), values.get("text"), values.get("holder"), notes, where, tag)
    return [found] if found else []


def _rights(statement: Any, words: Any, holder: Any, notes: Notes, where: str, tag: str) -> Rights | None:  # noqa: PLR0913, PLR0917
    """Read a statement as the URI it is or means; what the source wrote is kept as its text."""
    if statement is None and words is None and holder is None:
        return None
    written = notes.text(statement, where)
    said, owner = notes.text(words, where), notes.text(holder, where)
    parsed = parse(written)
    if parsed.uri and parsed.rules:
        notes.repairs.append(Repair(f"{where}.uri", "+".join(parsed.rules), written, parsed.uri))
    # What is no statement is kept as it is written, beside other words if there are some.
    text = "; ".join(dict.fromkeys(one for one in (written if written != parsed.uri else "", said) if one))
    if parsed.uri and said:
        text = said
    if not parsed.uri and not text and not owner:
        return None
    return Rights(parsed.uri, text, owner, tag if text else "und")


def dimensions(table: DimensionTable, values: Resolved, notes: Notes, setting: Setting) -> list[Dimension]:
    """Return the measures of an element: those its text states, those in columns, or the one it is."""
    where = setting.field
    unit, part = _unit(as_text(values.get("unit"))), _part(as_text(values.get("part")))
    found: list[Dimension] = []
    raw = values.get("text")
    for text in [notes.text(raw, "dimension_texts")] if type(raw) is str else notes.texts(raw, "dimension_texts"):
        measured = measure(text, unit)
        found += measured.dimensions if part == "work" else _of_part(part, measured.dimensions)
        if not (measured.unreadable or measured.zero or measured.mixed):
            continue
        for code, wrong in (("unreadable", measured.unreadable), ("zero", measured.zero), ("mixed", measured.mixed)):
            if wrong:
                notes.defect(f"measure-{code}", "dimension_texts", text)
    for kind in _COLUMNS:
        if kind in values:
            found += _measured(kind, values[kind], unit or ("kg" if kind == "weight" else ""), part, notes, where)
    if "value" in values:
        found += _side_by_side(table, values, notes, where)
    return found


def _of_part(part: str, measured: tuple[Dimension, ...]) -> list[Dimension]:
    """Return measures whose text does not say of what they are as those of a part."""
    return [Dimension(one.kind, one.value, one.unit, part if one.part == "work" else one.part) for one in measured]


def _side_by_side(table: DimensionTable, values: Resolved, notes: Notes, where: str) -> list[Dimension]:
    """Return the measures whose kinds, values, units and parts stand in cells of their own, one or several in each."""
    columns = {name: split(as_texts(values.get(name)), table.split) for name in ("kind", "value", "unit", "part")}
    found: list[Dimension] = []
    for number, value in enumerate(columns["value"]):
        kind, unit, part = (_beside(columns[name], number, len(columns["value"])) for name in ("kind", "unit", "part"))
        kind = AXES.get(kind.strip().lower(), kind.strip().lower()[:40]) or "height"
        found += _measured(kind, value, _unit(unit), _part(part), notes, where)
    return found


def _beside(cells: list[str], number: int, several: int) -> str:
    """Return the cell that goes with a value: the one of its place, the only one, or blank where that cannot be told."""
    if len(cells) == several:
        return cells[number]
    return cells[0] if len(cells) == 1 else ""


@lru_cache(maxsize=256)
def _unit(stated: str) -> str:
    return UNITS.get(stated.strip().lower().rstrip("."), "")


@lru_cache(maxsize=256)
def _part(stated: str) -> str:
    word = stated.strip().lower()
    return PARTS.get(word, word[:40]) or "work"


_COLUMNS = ("height", "width", "depth", "length", "diameter", "weight")


def _measured(kind: str, raw: Any, unit: str, part: str, notes: Notes, where: str) -> list[Dimension]:  # noqa: PLR0913, PLR0917
    """Return the measure in one cell: a number, or a text with its own unit (`30,5 cm`, `12 1/2"`)."""
    text = as_text(raw).strip()
    if not text:
        return []
    value = notes.number(text, where)
    if value is None:
        found = measure(notes.text(text, where), unit).dimensions
        if not found:
            notes.defect("measure-unreadable", where, text)
        return [Dimension(kind, one.value, one.unit, part) for one in found[:1]]
    if value <= 0:
        notes.defect("measure-zero", where, f"{kind} {text}")
        return []
    return [Dimension(kind, value, unit, part)]


def dimension_texts(_: DimensionTable, values: Resolved, __: Notes, setting: Setting) -> list[Text]:
    """Return the words of measures. What is to be noted of them is noted with the measures."""
    unheard = Notes(setting.source.left)
    tag = setting.tag(values, unheard)
    return [Text(text, tag) for text in unheard.texts(values.get("text"), "dimension_texts")]


def holder(table: HolderTable, values: Resolved, notes: Notes, setting: Setting) -> list[Holder]:
    """Return the museum that keeps the work."""
    name = notes.text(values["name"], setting.field)
    if not name:
        return []
    tag = table.language or setting.source.language
    site, uris = notes.text(values.get("place"), setting.field), notes.uris(values.get("place_uri"), setting.field)
    where = Place((Text(site, tag),) if site else (), uris) if site or uris else None
    return [Holder(name, notes.uris(values.get("uri"), setting.field), tag, where)]


_YES = frozenset({"1", "true", "yes", "y", "reserved", "ja", "si", "sì", "oui", "sí", "x"})
_NO = frozenset({"0", "false", "no", "n", "not reserved", "nein", "nee", "non", "nej"})


def reservation(_: ReservationTable, values: Resolved, notes: Notes, setting: Setting) -> list[Reservation]:
    """Return the reservation of text and data mining that the source states; anything but a yes or no says nothing."""
    said = notes.text(values["reserved"], setting.field).lower()
    if said not in _YES | _NO:
        return []
    policy = notes.uri(values.get("policy"), setting.field)
    evidence = notes.text(values.get("evidence"), setting.field)
    return [Reservation(said in _YES, policy, "source", evidence)]


def sensitivities(table: SensitivityTable, values: Resolved, notes: Notes, setting: Setting) -> list[Sensitivity]:
    """Return why a work needs care; the table's condition has already been met."""
    return [Sensitivity(table.kind, notes.text(values.get("note"), setting.field))]
