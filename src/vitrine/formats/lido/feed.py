"""LIDO 1.0 and 1.1: records out of XML files, one or many in each, and what they come to.

http://www.lido-schema.org. A record is known by its lido:recordID, as lido:lidoRecID is the same in all records of some
exports; see `_key`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from lxml import etree

from vitrine.formats.containers import members
from vitrine.formats.lido.administration import RECORD_ID, administrative
from vitrine.formats.lido.description import descriptive
from vitrine.formats.lido.draft import LIDO, TYPE, XML_LANG, Draft, Memory, type_name
from vitrine.formats.lido.events import ordered
from vitrine.formats.lido.merging import merged
from vitrine.formats.mapping.model import Source
from vitrine.formats.mapping.notes import Notes
from vitrine.formats.reading import Feed, RawRecord, Reading, Unreadable, UnreadableRecordError
from vitrine.formats.xml.cutting import cut
from vitrine.formats.xml.parsing import parse
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, Node, attribute, tree
from vitrine.records import Defect, Identifier, Record, language_tag

_RECORD = f"{LIDO}lido"
_LIDO_ID = f"{LIDO}lidoRecID"
_PUBLISHED_ID = f"{LIDO}objectPublishedID"
_DESCRIPTIVE = f"{LIDO}descriptiveMetadata"
_ADMINISTRATIVE = f"{LIDO}administrativeMetadata"


def open_lido(path: Path, *, feed: str, source: Source = Source()) -> Feed:  # noqa: B008  (immutable)
    """Open the LIDO at `path`: a file, a folder or an archive; records are called `feed:` and their key.

    Of `source` the language holds for texts that state none, and `circa` for dates.
    """
    shared = _SharedIdentifiers()

    def items() -> Iterator[RawRecord | Unreadable]:
        shared.forget()
        for member in members(path):
            for item in cut(member, "lido"):
                if isinstance(item, RawRecord):
                    shared.see(item.raw)
                yield item

    memory: Memory = {}

    def read(raw: RawRecord) -> Reading:
        return _read(raw.content, feed, source, memory)

    setting = msgspec.json.encode({"language": source.language, "circa": source.circa, "leave": source.leave}).decode()
    return Feed("lido", items, read, setting, shared.defects)


def _read(raw: bytes, feed: str, source: Source, memory: Memory) -> Reading:
    """Read one record. Raises UnreadableRecordError."""
    element, mended = parse(raw, _RECORD)
    draft = Draft(source.circa, memory, notes=Notes(source.left))
    draft.notes.repairs += mended
    e = tree(element)
    around = draft.language(e, _outer_language(element, source.language))
    languages = 0
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == _DESCRIPTIVE:
            descriptive(child, draft, around)
            languages += 1
        elif tag == _ADMINISTRATIVE:
            administrative(child, draft, around)
        elif tag == _LIDO_ID:
            if value := draft.value(child, "identifiers"):
                draft.identifiers.append(Identifier(value, "lidoRecID"))
        elif tag == _PUBLISHED_ID and (value := draft.value(child, "identifiers")):
            draft.identifiers.append(Identifier(value, attribute(child, TYPE) or "published"))
    if languages > 1:
        merged(draft)
    if draft.empty:
        draft.notes.defect("element-empty", "", str(draft.empty))
    record = _record(draft, _key(e, draft), feed)
    return Reading(record, tuple(draft.notes.repairs), tuple(draft.notes.defects))


def _outer_language(element: etree._Element, otherwise: str) -> str:
    """Return the language of the elements around a record."""
    return next((language_tag(tag) for e in element.iterancestors() if (tag := e.get(XML_LANG))), otherwise)


def _key(e: Node, draft: Draft) -> str:
    """Return what a record is known by: its recordID (of several the local one), else lidoRecID, else objectPublishedID.

    lidoRecID comes second, though LIDO means it to be unique, because exports were seen that give all records the same.
    """
    found = sorted(_record_ids(e), key=lambda one: type_name(attribute(one, TYPE)) not in _LOCAL)
    key = next((text for one in found if (text := (one[TEXT] or "").strip())), "")
    by_scheme = {identifier.scheme: identifier.value for identifier in reversed(draft.identifiers)}
    key = key or by_scheme.get("lidoRecID", "")
    published = [one.value for one in draft.identifiers if one.scheme not in ("record", "lidoRecID")]
    if not key and not published:
        raise UnreadableRecordError(
            "It has no identifier: neither lido:recordID nor lido:lidoRecID nor lido:objectPublishedID says anything."
        )
    return key or published[0]


def _record_ids(e: Node) -> Iterator[Node]:
    for child in e[CHILDREN]:
        if child[TAG] == _ADMINISTRATIVE:
            yield from (one for wrap in child[CHILDREN] for one in wrap[CHILDREN] if one[TAG] == RECORD_ID)


_LOCAL = frozenset({"local", "local identifier", "lido00100"})


def _record(draft: Draft, key: str, feed: str) -> Record:
    return Record(
        id=f"{feed}:{key}",
        key=key,
        identifiers=tuple(draft.identifiers),
        titles=tuple(dict.fromkeys(draft.titles)),
        descriptions=tuple(dict.fromkeys(draft.descriptions)),
        object_types=tuple(draft.object_types),
        classifications=tuple(draft.classifications),
        makers=tuple(draft.makers),
        events=ordered(draft.events),
        materials=tuple(draft.materials),
        dimensions=tuple(draft.dimensions),
        dimension_texts=tuple(draft.dimension_texts),
        subjects=tuple(draft.subjects),
        places=tuple(draft.places),
        periods=tuple(draft.periods),
        location=draft.location,
        holder=draft.holder or draft.publisher,
        credit_lines=tuple(draft.credit_lines),
        provenance=tuple(draft.provenance),
        inscriptions=tuple(draft.inscriptions),
        relations=tuple(draft.relations),
        rights_of_metadata=draft.rights_of_metadata,
        rights_of_object=draft.rights_of_object,
        surrogates=tuple(draft.surrogates),
        media_kind=draft.media_kind,
        landing_page=draft.landing_page,
    )


_LIDO_ID_AT = re.compile(rb"<(?:[\w.-]+:)?lidoRecID[^>]*>\s*([^<]+?)\s*<")
_BEGINNING = 4000
"""Bytes of a record in which its lidoRecID stands: it is the first thing in it."""


class _SharedIdentifiers:
    """Counts lidoRecIDs, to tell those that several records share. Only what repeats is kept in the long run."""

    def __init__(self) -> None:
        self._counts: Counter[bytes] = Counter()

    def forget(self) -> None:
        """Begin anew with the first record of the file."""
        self._counts.clear()

    def see(self, raw: bytes) -> None:
        """Count the lidoRecID of a record."""
        match = _LIDO_ID_AT.search(raw, 0, _BEGINNING)
        if match is None:
            return
        if len(self._counts) >= _REMEMBERED:
            self._counts = Counter({value: count for value, count in self._counts.items() if count > 1})
        self._counts[match[1]] += 1

    def defects(self) -> Iterable[Defect]:
        """Yield a defect for each lidoRecID that several records share."""
        for value, count in self._counts.items():
            if count > 1:
                said = f"{value.decode('utf-8', 'replace')} is the lidoRecID of {count:,} records"
                yield Defect("identifier-shared", "lidoRecID", said)


_REMEMBERED = 10_000
"""Identifiers remembered at a time."""
