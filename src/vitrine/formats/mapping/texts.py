"""Texts, identifiers, concepts and places of a record, from the values of one element."""

from typing import Any

from vitrine.formats.mapping.model import IdentifierTable, LabelTable, PlaceTable, RelationTable, TermTable, TextTable
from vitrine.formats.mapping.notes import Notes, Setting
from vitrine.formats.mapping.paths import as_text, as_texts
from vitrine.formats.mapping.values import split, translated
from vitrine.records import CommunityLabel, Identifier, Place, Relation, Term, Text, language_tag

Resolved = dict[str, Any]


def identifiers(table: IdentifierTable, values: Resolved, notes: Notes, setting: Setting) -> list[Identifier]:
    """Return the identifiers of an element."""
    return [Identifier(text, table.scheme) for text in notes.texts(values["path"], setting.field)]


def texts(table: TextTable, values: Resolved, notes: Notes, setting: Setting) -> list[Text]:
    """Return the texts of an element: one, several where the value is a list or is split, one for each language of an object."""
    raw, tag = values["path"], setting.tag(values, notes)
    if isinstance(raw, dict) or (isinstance(raw, list) and any(isinstance(one, dict) for one in raw)):
        return by_language(raw, notes, setting.field, tag, table.kind)
    where = place(setting.field, tag, table.kind)
    if not isinstance(raw, list) and not table.split:
        text = notes.text(raw, where)
        return [Text(text, tag, table.kind)] if text else []
    return [Text(text, tag, table.kind) for text in notes.texts(split(as_texts(raw), table.split), where)]


def place(field: str, language: str, kind: str = "") -> str:
    """Return where a text stands in the record: `titles[en]`, `titles[en/alternative]`."""
    return f"{field}[{language}/{kind}]" if kind else f"{field}[{language}]"


def by_language(raw: Any, notes: Notes, field: str, language: str, kind: str = "") -> list[Text]:
    """Read plain texts in `language`, `{"en": "…", "it": ["…"]}` (as in IIIF) and `{"@value": "…", "@language": "en"}` (as in JSON-LD)."""
    found: list[Text] = []
    for one in raw if isinstance(raw, list) else [raw]:
        if not isinstance(one, dict):
            pairs = [(language, one)]
        elif "@value" in one or "value" in one:
            tag = as_text(one.get("@language") or one.get("language") or one.get("lang"))
            pairs = [(notes.language(tag, field, language), one.get("@value", one.get("value")))]
        else:
            pairs = [(language if key in ("none", "@none") else language_tag(key), value) for key, value in one.items()]
        for tag, value in pairs:
            found += [Text(text, tag, kind) for text in notes.texts(value, place(field, tag, kind))]
    return found


def terms(table: TermTable, values: Resolved, notes: Notes, setting: Setting) -> list[Term]:
    """Return the concepts of an element, one for each label."""
    tag, field = setting.tag(values, notes), setting.field
    uris = notes.uris(values.get("uri"), field)
    remarks = tuple(Text(text, tag) for text in notes.texts(values.get("note"), field))
    if isinstance(values.get("label"), dict):  # one concept, named in several languages
        names = tuple(by_language(values["label"], notes, field, tag))
        return [Term(names, uris, remarks, kind=table.kind)] if names or uris else []
    labels = notes.texts(split(as_texts(values.get("label")), table.split), field)
    if not labels:
        return [Term((), uris, remarks, kind=table.kind)] if uris else []
    if len(labels) == len(uris) > 1:  # two lists side by side
        return [
            Term((Text(text, tag),), (uri,), remarks, kind=table.kind) for text, uri in zip(labels, uris, strict=True)
        ]
    own = uris if len(labels) == 1 else ()
    found = []
    for label in labels:
        meant = translated(label, setting.table(table.map))
        if "://" in meant:  # the vocabulary knows it by an address
            found.append(Term((Text(label, tag),), (meant, *own), remarks, kind=table.kind))
        else:
            found.append(Term((Text(meant, tag),), own, remarks, kind=table.kind))
    return found


def places(table: PlaceTable, values: Resolved, notes: Notes, setting: Setting) -> list[Place]:
    """Return the places of an element. Coordinates out of range, and 0 for both, are none."""
    tag, field = setting.tag(values, notes), setting.field
    labels = notes.texts(split(as_texts(values.get("label")), table.split), field)
    uris = notes.uris(values.get("uri"), field)
    if not labels:
        return [Place((), uris, kind=table.kind)] if uris else []
    latitude, longitude = notes.number(values.get("latitude"), field), notes.number(values.get("longitude"), field)
    on_earth = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
    if len(labels) > 1 or not on_earth or (latitude == 0 and longitude == 0):
        latitude = longitude = None
    own = uris if len(labels) == 1 else ()
    return [Place((Text(text, tag),), own, latitude, longitude, table.kind) for text in labels]


def relations(table: RelationTable, values: Resolved, notes: Notes, setting: Setting) -> list[Relation]:
    """Return the link of an element to another work or set."""
    tag = setting.tag(values, notes)
    uri = notes.uri(values.get("uri"), setting.field)
    labels = tuple(Text(text, tag) for text in notes.texts(values.get("label"), setting.field))
    return [Relation(table.kind, uri, labels)] if uri or labels else []


def community_labels(_: LabelTable, values: Resolved, notes: Notes, setting: Setting) -> list[CommunityLabel]:
    """Return the community's label of an element; without a URI it is none."""
    where = setting.field
    uri, words = notes.uri(values.get("uri"), where), notes.text(values.get("text"), where)
    if not uri:
        return []
    text = Text(words, setting.tag(values, notes)) if words else None
    name, community = notes.text(values.get("name"), where), notes.text(values.get("community"), where)
    return [CommunityLabel(uri, name, text, community, notes.uri(values.get("project"), where))]
