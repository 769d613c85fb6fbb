"""What a record states whose source is linked data (EDM): exactly what the source states, whatever else Vitrine knows.

What the source wrote in words stays words, though years or life dates were read out of them; a link counts where the
source says what it leads to. So an imported record has the tiers that `vitrine tiers` gives its file. They differ only
where a value was repaired to nothing (`NULL`, control characters alone), where two edm:WebResources share a URI, and
where Vitrine knows more: the language that is set for the whole source, and the media that it has fetched and measured.
"""

from collections.abc import Callable, Iterator

from vitrine.quality.stated import COMPLETED, ELEMENTS, NAMED, PROPERTIES, says
from vitrine.records.text import UNDETERMINED, Text, is_address
from vitrine.records.work import Entity, Linked, Place, Record

ROLES = {"contributor": "dc:contributor", "publisher": "dc:publisher", "sitter": "dc:subject"}
"""Roles that make of a person something else than a creator."""

RELATIONS = {
    "part of": "dcterms:isPartOf",
    "has part": "dcterms:hasPart",
    "references": "dcterms:references",
    "referenced by": "dcterms:isReferencedBy",
    "source": "dc:source",
    "related": "dc:relation",
    "related to": "edm:isRelatedTo",
}

PLACES = {"coverage": "dc:coverage", "location": "edm:currentLocation"}
"""Kinds of places that are something else than dcterms:spatial."""

_EVENTS = {"production": "dcterms:created", "publication": "dcterms:issued"}

_SAYS = {name: says(name) for name in {*PROPERTIES, *ELEMENTS}}
_OTHER = says("")

# What an entity must say (responsible-ai.md 6.2 c).
_LIFE = frozenset({
    "begin", "end", "dateOfBirth", "placeOfBirth", "dateOfDeath", "placeOfDeath", "professionOrOccupation",
})  # fmt: skip
_RELATED = frozenset({"note", "broader", "narrower", "exactMatch", "closeMatch", "related"})
_COMPLETE: dict[str, Callable[[frozenset[str]], bool]] = {
    "Agent": lambda known: "prefLabel" in known and not known.isdisjoint(_LIFE),
    "Concept": lambda known: "prefLabel" in known and not known.isdisjoint(_RELATED),
    "Place": lambda known: known >= {"prefLabel", "lat", "long"},
    "TimeSpan": lambda known: known >= {"begin", "end"},
}

_Value = tuple[str, tuple[Text, ...], tuple[str, ...] | None]
"""The property of a value, its words, and its links; None where the field has words only."""


def linked_statements(record: Record, linked: Linked) -> int:
    """Return what the record of a source of linked data states (see `stated`)."""
    stated = 0
    for entity in linked.entities:
        if entity.kind in _COMPLETE:
            case = _case(entity)
            for name in entity.linked_by:
                of = _SAYS.get(name, _OTHER)
                stated |= of.links[entity.kind][case]
                if entity.labels and entity.kind != "Agent":
                    stated |= of.words
    for name in linked.odd_tags:
        stated |= _SAYS.get(name, _OTHER).language
    targets = {entity.uri for entity in linked.entities}
    # A field of words shows the labels of what its property links to: those are not words of the property itself.
    labels = {(name, label) for entity in linked.entities for name in entity.linked_by for label in entity.labels}
    for name, words, uris in _values(record, linked):
        of = _SAYS.get(name, _OTHER)
        stated |= of.value
        if uris is None:
            linking = (name, Text(words[0].value, words[0].language)) in labels
        else:
            linking = bool(uris) and uris[0] in targets
        if linking or not words:
            continue
        if any(word.language != UNDETERMINED for word in words):
            stated |= of.language
        elif any(word.value and not is_address(word.value) for word in words):
            stated |= of.words
    return stated


def _case(entity: Entity) -> int:
    tagged = "prefLabel@" in entity.known or any(label.language != UNDETERMINED for label in entity.labels)
    named = NAMED if tagged else 0
    return named + COMPLETED if _COMPLETE[entity.kind](frozenset(entity.known)) else named


def _values(record: Record, linked: Linked) -> Iterator[_Value]:
    """Yield the values of the record by the property they were read from."""
    yield from (("dcterms:alternative" if text.kind else "dc:title", (text,), None) for text in record.titles)
    for text in record.descriptions:
        yield "dcterms:tableOfContents" if text.kind == "contents" else "dc:description", (text,), None
    yield from (("dcterms:provenance", (text,), None) for text in record.provenance)
    yield from (("dc:rights", (text,), None) for text in linked.rights_texts)
    for name, terms in (
        ("dc:type", record.object_types),
        ("edm:hasType", record.classifications),
        ("dc:subject", record.subjects),
        ("dcterms:medium", record.materials),
    ):
        yield from (("dc:format" if term.kind == "format" else name, term.labels, term.uris) for term in terms)
    for maker in record.makers:
        yield ROLES.get(maker.role, "dc:creator"), (Text(maker.name, maker.language),), maker.uris
    for event in record.events:
        if event.date and event.kind in _EVENTS:
            yield _EVENTS[event.kind], (), event.date.uris
    for date in record.periods:
        yield "dcterms:temporal", (Text(date.text, date.language),), date.uris
    for place in (*record.places, *_location(record)):
        yield PLACES.get(place.kind, "dcterms:spatial"), place.labels, place.uris
    for relation in record.relations:
        if relation.kind in RELATIONS:
            yield RELATIONS[relation.kind], relation.labels, (relation.uri,)


def _location(record: Record) -> Iterator[Place]:
    if record.location:
        yield Place(record.location.labels, record.location.uris, kind="location")
