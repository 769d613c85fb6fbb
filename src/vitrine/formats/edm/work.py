"""What EDM's properties say of a work, sorted into the fields of the record."""

from collections.abc import Callable
from typing import get_args

from vitrine.formats.dimensions import measure
from vitrine.formats.edm.entities import Reader
from vitrine.formats.edm.graph import DC, DCTERMS, EDM, Graph, Value
from vitrine.formats.edm.linked import Links
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, Node, attribute
from vitrine.records import (
    UNDETERMINED,
    Date,
    Dimension,
    Event,
    Identifier,
    Maker,
    Place,
    Relation,
    Term,
    Text,
    language_tag,
)
from vitrine.records.work import MediaKind

_KINDS = frozenset(get_args(MediaKind))
_TYPE = f"{EDM}type"
_GENERATED = f"{EDM}wasGeneratedBy"
_CONFIDENCE = f"{EDM}confidenceLevel"


class Work:
    """The fields of a record, while they are filled from one property after another."""

    def __init__(self, graph: Graph, reader: Reader) -> None:
        self._graph, self.reader = graph, reader
        self.identifiers: list[Identifier] = []
        self.titles: list[Text] = []
        self.descriptions: list[Text] = []
        self.object_types: list[Term] = []
        self.classifications: list[Term] = []
        self.subjects: list[Term] = []
        self.materials: list[Term] = []
        self.makers: list[Maker] = []
        self.events: list[Event] = []
        self.periods: list[Date] = []
        self.places: list[Place] = []
        self.location: Place | None = None
        self.provenance: list[Text] = []
        self.dimensions: list[Dimension] = []
        self.dimension_texts: list[Text] = []
        self.relations: list[Relation] = []
        self.languages: list[str] = []
        self.rights: list[Text] = []
        self.links = Links(graph)

    def read(self, e: Node) -> None:
        """Read the properties of a proxy or an edm:ProvidedCHO."""
        for child in e[CHILDREN]:
            value = self._graph.value(child)
            self.links.note(child[TAG], value)
            put = _PROPERTIES.get(child[TAG])
            if put is None or not (value.text or value.link or value.entity):
                continue
            if child[2] and (said_by := attribute(child, _GENERATED)) and said_by != "Person":
                confidence = attribute(child, _CONFIDENCE)
                sure = f" with confidence {confidence}" if confidence else ""
                said = f"{said_by}{sure}: {value.text or value.link}"
                self.reader.notes.defect("statement-generated", child[TAG].rpartition("}")[2], said)
            if value.entity and value.text:
                put(self, Value(value.text, value.tag))  # words beside a link: neither is lost
            put(self, value)

    def media_kind(self) -> MediaKind | None:
        """Return edm:type, which must be one and the same in all proxies, or in the work where there are none."""
        described = self._graph.proxies or self._graph.works
        kinds = {(child[TEXT] or "").strip() for e in described for child in e[CHILDREN] if child[TAG] == _TYPE} - {""}
        return kinds.pop() if len(kinds) == 1 and kinds <= _KINDS else None  # type: ignore[return-value]


_Put = Callable[[Work, Value], None]


def _text(field: str, kind: str = "") -> _Put:
    def put(work: Work, value: Value) -> None:
        getattr(work, field).extend(work.reader.text(value, field, kind))

    return put


def _term(field: str, kind: str = "") -> _Put:
    def put(work: Work, value: Value) -> None:
        if found := work.reader.term(value, field, kind):
            getattr(work, field).append(found)

    return put


def _maker(role: str = "") -> _Put:
    def put(work: Work, value: Value) -> None:
        if found := work.reader.maker(value, role):
            work.makers.append(found)

    return put


def _event(kind: str) -> _Put:
    def put(work: Work, value: Value) -> None:
        if found := work.reader.date(value, f"events[{kind}].date"):
            work.events.append(Event(kind, found))

    return put


def _place(kind: str = "") -> _Put:
    def put(work: Work, value: Value) -> None:
        if found := work.reader.place(value, "places", kind):
            work.places.append(found)

    return put


def _relation(kind: str) -> _Put:
    def put(work: Work, value: Value) -> None:
        words = work.reader.text(value, "relations") if value.text or value.entity else []
        if value.link or words:
            work.relations.append(Relation(kind, value.link, tuple(words)))

    return put


def _period(work: Work, value: Value) -> None:
    if found := work.reader.date(value, "periods"):
        work.periods.append(found)


def _location(work: Work, value: Value) -> None:
    found = work.reader.place(value, "location", "location" if work.location else "")
    if work.location is None:
        work.location = found
    elif found:
        work.places.append(found)


def _identifier(work: Work, value: Value) -> None:
    for text in work.reader.text(value, "identifiers"):
        work.identifiers.append(Identifier(text.value, "URI" if "://" in text.value else ""))


def _extent(work: Work, value: Value) -> None:
    for text in work.reader.text(value, "dimension_texts"):
        work.dimension_texts.append(text)
        work.dimensions += measure(text.value).dimensions


def _language(work: Work, value: Value) -> None:
    tag = language_tag(value.text)
    if tag != UNDETERMINED:
        work.languages.append(tag)


_PROPERTIES: dict[object, _Put] = {
    f"{DC}title": _text("titles"),
    f"{DCTERMS}alternative": _text("titles", "alternative"),
    f"{DC}description": _text("descriptions"),
    f"{DCTERMS}tableOfContents": _text("descriptions", "contents"),
    f"{DC}type": _term("object_types"),
    f"{EDM}hasType": _term("classifications"),
    f"{DC}subject": _term("subjects"),
    f"{DCTERMS}medium": _term("materials"),
    f"{DC}format": _term("materials", "format"),
    f"{DC}creator": _maker(),
    f"{DC}contributor": _maker("contributor"),
    f"{DC}publisher": _maker("publisher"),
    f"{DCTERMS}created": _event("production"),
    f"{DCTERMS}issued": _event("publication"),
    f"{DC}date": _event("other"),
    f"{DCTERMS}temporal": _period,
    f"{DCTERMS}spatial": _place(),
    f"{DC}coverage": _place("coverage"),
    f"{EDM}currentLocation": _location,
    f"{DCTERMS}provenance": _text("provenance"),
    f"{DCTERMS}extent": _extent,
    f"{DC}rights": _text("rights"),
    f"{DC}identifier": _identifier,
    f"{DC}language": _language,
    f"{DC}relation": _relation("related"),
    f"{DC}source": _relation("source"),
    f"{EDM}isRelatedTo": _relation("related to"),
    f"{EDM}hasMet": _relation("met"),
    f"{EDM}isDerivativeOf": _relation("derivative of"),
    f"{EDM}isNextInSequence": _relation("next in sequence to"),
    f"{EDM}isRepresentationOf": _relation("representation of"),
    f"{EDM}isSimilarTo": _relation("similar to"),
    f"{EDM}isSuccessorOf": _relation("successor of"),
    f"{EDM}incorporates": _relation("incorporates"),
    f"{EDM}realizes": _relation("realizes"),
    f"{DCTERMS}isPartOf": _relation("part of"),
    f"{DCTERMS}hasPart": _relation("has part"),
    f"{DCTERMS}references": _relation("references"),
    f"{DCTERMS}isReferencedBy": _relation("referenced by"),
    f"{DCTERMS}isFormatOf": _relation("format of"),
    f"{DCTERMS}hasFormat": _relation("has format"),
    f"{DCTERMS}isVersionOf": _relation("version of"),
    f"{DCTERMS}hasVersion": _relation("has version"),
    f"{DCTERMS}isReplacedBy": _relation("replaced by"),
    f"{DCTERMS}replaces": _relation("replaces"),
    f"{DCTERMS}isRequiredBy": _relation("required by"),
    f"{DCTERMS}requires": _relation("requires"),
    f"{DCTERMS}conformsTo": _relation("conforms to"),
}
"""What is done with a value of each property. edm:type is read by itself; edm:rights belongs to aggregations."""
