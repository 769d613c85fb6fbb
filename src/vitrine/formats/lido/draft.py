"""A record in the making: what a reader of LIDO has found so far, and the reading of single elements."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from vitrine.formats.mapping.notes import Notes
from vitrine.formats.xml.tree import ATTRIBUTES, CHILDREN, TEXT, Node, attribute
from vitrine.records import (
    UNDETERMINED,
    Date,
    Defect,
    Dimension,
    Event,
    Holder,
    Identifier,
    Maker,
    Place,
    Relation,
    Repair,
    Rights,
    Surrogate,
    Term,
    Text,
    language_tag,
)
from vitrine.records.work import MediaKind

T = TypeVar("T")

LIDO = "{http://www.lido-schema.org}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = f"{LIDO}type"
PREF = f"{LIDO}pref"
SOURCE = f"{LIDO}source"

APPELLATION = f"{LIDO}appellationValue"


class Draft(msgspec.Struct):
    """What was found so far. `circa` is how many years "circa" spans; `empty` counts elements that say nothing.

    `memory` is what elements of other records came to, see `remembered`.
    """

    circa: int = 0
    memory: "Memory" = {}
    empty: int = 0
    identifiers: list[Identifier] = []
    titles: list[Text] = []
    descriptions: list[Text] = []
    object_types: list[Term] = []
    classifications: list[Term] = []
    makers: list[Maker] = []
    events: list[Event] = []
    materials: list[Term] = []
    dimensions: list[Dimension] = []
    dimension_texts: list[Text] = []
    subjects: list[Term] = []
    places: list[Place] = []
    periods: list[Date] = []
    location: Place | None = None
    holder: Holder | None = None
    publisher: Holder | None = None
    credit_lines: list[Text] = []
    provenance: list[Text] = []
    inscriptions: list[Text] = []
    relations: list[Relation] = []
    rights_of_metadata: Rights | None = None
    rights_of_object: Rights | None = None
    surrogates: list[Surrogate] = []
    media_kind: MediaKind | None = None
    landing_page: str = ""
    notes: Notes = msgspec.field(default_factory=Notes)

    def value(self, e: Node, where: str) -> str:
        """Return the text of an element, repaired; blank, and counted, where it says nothing.

        Blanks around it come from the layout of the file and are no fault of the text.
        """
        text = e[TEXT]
        if text is None:
            if not e[CHILDREN]:
                self.empty += 1
            return ""
        if text in _SOUND:
            return text
        text = text.strip()
        if not text:
            self.empty += 1
            return ""
        repaired = self.notes.text(text, where)
        if repaired == text and len(text) <= _SHORT:
            if len(_SOUND) >= _REMEMBERED:
                _SOUND.clear()
            _SOUND.add(text)
        return repaired

    def link(self, e: Node, where: str) -> str:
        """Return the link that an element holds, repaired; blank where it holds none."""
        link = e[TEXT]
        if link and _SOUND_LINK.fullmatch(link):
            return link
        return self.notes.uri(self.value(e, where), where)

    def text(self, e: Node, around: str, where: str, kind: str = "") -> Text | None:
        """Return an element's text with its language, None where it says nothing."""
        value = self.value(e, where)
        return Text(value, self.language(e, around), kind) if value else None

    def language(self, e: Node, around: str) -> str:
        """Return the language that an element states, or that of the element around it."""
        tag = attribute(e, XML_LANG) if e[ATTRIBUTES] else None
        if tag is None:
            return around
        known = language_tag(tag)
        if known == UNDETERMINED and tag.strip().lower() not in ("", UNDETERMINED):
            self.notes.defect("language-invalid", "", tag)
        return known

    def nothing(self, e: Node) -> bool:
        """Return whether an element that should hold others holds none; it is counted."""
        if e[CHILDREN]:
            return False
        if not e[TEXT] or e[TEXT].isspace():
            self.empty += 1
        return True


_SOUND: set[str] = set()
"""Texts of which it is known that they need no repair."""
_SHORT = 100
"""Characters up to which a text is likely to come again."""
_SOUND_LINK = re.compile(r"https?://[A-Za-z0-9._~/?#@!$&'()*+,;=%-]+")

_REMEMBERED = 16384
"""Texts and elements that are remembered; then they are forgotten and learnt anew. Some 30 MB."""

Memory = dict[tuple[object, ...], tuple[Any, list[Repair], list[Defect], int]]


def remembered(read: Callable[..., T]) -> Callable[..., T]:
    """Make `read(element, draft, …)` remember what an element came to, and what was noticed on the way.

    The same maker, type, place or licence stands in thousands of records of a collection, and is understood once.
    What `read` returns must not be changed afterwards, and it may change nothing of the draft but `notes` and `empty`.
    """

    def reading(e: Node, draft: Draft, *settings: str) -> T:
        key = (read, e, settings)
        known = draft.memory.get(key)
        if known is None:
            own = Draft(draft.circa, draft.memory, notes=Notes(draft.notes.leave))
            known = (read(e, own, *settings), own.notes.repairs, own.notes.defects, own.empty)
            if len(draft.memory) >= _REMEMBERED:
                draft.memory.clear()
            draft.memory[key] = known
        found, repairs, defects, empty = known
        if repairs:
            draft.notes.repairs += repairs
        if defects:
            draft.notes.defects += defects
        draft.empty += empty
        return found

    return reading


@lru_cache(maxsize=1024)
def type_name(written: str | None) -> str:
    """Return what a `lido:type` says in lower case, without the address of its vocabulary, with blanks for joints.

    `http://terminology.lido-schema.org/identifier_type/local_identifier` -> `local identifier`, `image_master` ->
    `image master`, `http://terminology.lido-schema.org/lido00132` -> `lido00132`.
    """
    return re.sub("[_-]+", " ", written.strip().rstrip("/").rpartition("/")[2]).lower() if written else ""


_ADDRESS = re.compile(r"(?:https?|urn|info|ark|doi|hdl):\S+")
_VOCABULARIES = {
    "aat": "http://vocab.getty.edu/aat/",
    "ulan": "http://vocab.getty.edu/ulan/",
    "tgn": "http://vocab.getty.edu/tgn/",
    "gnd": "https://d-nb.info/gnd/",
    "viaf": "http://viaf.org/viaf/",
    "geonames": "https://sws.geonames.org/",
    "wikidata": "http://www.wikidata.org/entity/",
}
"""Vocabularies whose identifiers are addresses under one root, by the name that `lido:source` or `lido:type` gives them."""

_IDENTIFIER = re.compile(r"[\w.-]+")


def address(e: Node, draft: Draft, where: str) -> tuple[str, str]:
    """Return what an identifier element holds: its URI (or blank), and the identifier as written."""
    written = draft.value(e, where)
    if not written or _ADDRESS.fullmatch(written):
        return written, written
    for name in (attribute(e, SOURCE), attribute(e, TYPE)):
        root = _VOCABULARIES.get(name.lower()) if name else None
        if root and _IDENTIFIER.fullmatch(written):
            return root + written, written
    return "", written
