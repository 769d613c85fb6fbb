"""Concepts, places and bodies of LIDO: the small structures of which the larger ones are made."""

import re
from typing import NamedTuple

from vitrine.formats.lido.draft import APPELLATION, LIDO, PREF, Draft, address, remembered, type_name
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, Node, attribute, descendants
from vitrine.records import Place, Term, Text

TERM = f"{LIDO}term"
CONCEPT_ID = f"{LIDO}conceptID"
_ADDED = f"{LIDO}addedSearchTerm"

SKOS = "{http://www.w3.org/2004/02/skos/core#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SKOS_CONCEPT = f"{SKOS}Concept"
_SKOS_LABELS = frozenset({f"{SKOS}prefLabel", f"{SKOS}altLabel"})
_SKOS_NOTES = frozenset(f"{SKOS}{name}" for name in ("note", "scopeNote", "definition"))
_SKOS_RELATED = frozenset(f"{SKOS}{name}" for name in ("broader", "narrower", "related", "closeMatch", "broadMatch"))
_SKOS_SAME = f"{SKOS}exactMatch"

PLACE_ID = f"{LIDO}placeID"
PLACE_NAMES = f"{LIDO}namePlaceSet"
_PART_OF = f"{LIDO}partOfPlace"
GML = f"{LIDO}gml"

_BODY_ID = f"{LIDO}legalBodyID"
_BODY_NAME = f"{LIDO}legalBodyName"
_BODY_LINK = f"{LIDO}legalBodyWeblink"


def term(e: Node, draft: Draft, around: str, where: str, kind: str = "") -> Term | None:
    """Return the concept that an element holds (LIDO's conceptComplexType, or plain text), None where it says nothing.

    Terms that are only added for the search are labels where there are no others.
    """
    if not e[CHILDREN]:
        text = draft.text(e, around, where)
        return Term((text,), kind=kind) if text else None
    around = draft.language(e, around)
    labels: list[Text] = []
    added: list[Text] = []
    uris: list[str] = []
    notes: list[Text] = []
    related: list[str] = []
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == TERM:
            if text := draft.text(child, around, where):
                (added if attribute(child, _ADDED) == "yes" else labels).append(text)
        elif tag == CONCEPT_ID:
            uri, _ = address(child, draft, where)
            if uri:
                uris.append(uri)
        elif tag == _SKOS_CONCEPT:
            _skos(child, draft, around, where, (labels, uris, notes, related))
    if not (labels or added or uris):
        return None
    return Term(tuple(labels or added), tuple(dict.fromkeys(uris)), tuple(notes), tuple(related), kind)


_Found = tuple[list[Text], list[str], list[Text], list[str]]


def _skos(e: Node, draft: Draft, around: str, where: str, found: _Found) -> None:
    """Read a skos:Concept, in which LIDO 1.1 puts concepts, into labels, URIs, notes and related concepts."""
    labels, uris, notes, related = found
    if about := (attribute(e, f"{RDF}about") or "").strip():
        uris.append(about)
    for child in e[CHILDREN]:
        tag = child[TAG]
        link = (attribute(child, f"{RDF}resource") or "").strip()
        if tag in _SKOS_LABELS or tag in _SKOS_NOTES:
            if text := draft.text(child, around, where):
                (labels if tag in _SKOS_LABELS else notes).append(text)
        elif tag == _SKOS_SAME and link:
            uris.append(link)
        elif tag in _SKOS_RELATED and link:
            related.append(link)


def word(e: Node, draft: Draft, where: str) -> str:
    """Return the one word that an element says: its text, or the first label of its concept."""
    if not e[CHILDREN]:
        return draft.value(e, where)
    found = term(e, draft, "", where)
    return found.labels[0].value if found and found.labels else ""


def names(e: Node, draft: Draft, around: str, where: str) -> list[Text]:
    """Return the names in an appellation set, preferred ones first."""
    found: list[Text] = []
    first = 0
    around = draft.language(e, around)
    for child in e[CHILDREN]:
        if child[TAG] == APPELLATION and (text := draft.text(child, around, where)):
            if type_name(attribute(child, PREF)) in PREFERRED:
                found.insert(first, text)
                first += 1
            else:
                found.append(text)
    return found


PREFERRED = frozenset({"preferred", "lido00169", "display", "lido00526"})
ALTERNATIVE = frozenset({"alternate", "alternative", "lido00170"})
"""What `lido:pref` says, in words or as concepts of the LIDO Terminology."""


@remembered
def place(e: Node, draft: Draft, around: str, where: str, kind: str = "") -> Place | None:
    """Return the place that an element (placeComplexType) holds, None where it says nothing."""
    if draft.nothing(e):
        return None
    labels: list[Text] = []
    uris: list[str] = []
    position: tuple[float | None, float | None] = (None, None)
    around = draft.language(e, around)
    for child in e[CHILDREN]:
        tag = child[TAG]
        if tag == PLACE_NAMES:
            labels += names(child, draft, around, where)
        elif tag == PLACE_ID:
            uri, _ = address(child, draft, where)
            if uri:
                uris.append(uri)
        elif tag == GML:
            position = coordinates(child)
    if not (labels or uris or position[0] is not None):
        return None
    return Place(tuple(labels), tuple(dict.fromkeys(uris)), position[0], position[1], kind)


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def coordinates(gml: Node) -> tuple[float | None, float | None]:
    """Return latitude and longitude (WGS 84, degrees) of the first point in a gml element; None for both where there is none.

    gml:pos gives latitude first, as EPSG:4326 has it; gml:coordinates, of GML 2, gives longitude first.
    """
    for e in descendants(gml):
        name = e[TAG].rpartition("}")[2]
        numbers = [float(number) for number in _NUMBER.findall(e[TEXT] or "")[:2]]
        if name in ("pos", "coordinates") and len(numbers) == 2:
            latitude, longitude = numbers if name == "pos" else numbers[::-1]
            if abs(latitude) > 90 >= abs(longitude):
                latitude, longitude = longitude, latitude
            if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
                return latitude, longitude
    return None, None


class Body(NamedTuple):
    """A legal body: its names, and its identifiers that are addresses."""

    names: list[Text]
    uris: tuple[str, ...]


@remembered
def body(e: Node, draft: Draft, around: str, where: str) -> Body:
    """Return the legal body (a museum, a holder of rights) that an element holds."""
    found: list[Text] = []
    uris: list[str] = []
    if not draft.nothing(e):
        for child in e[CHILDREN]:
            tag = child[TAG]
            if tag == _BODY_NAME:
                found += names(child, draft, around, where)
            elif tag == _BODY_ID:
                uri, _ = address(child, draft, where)
                if uri:
                    uris.append(uri)
            elif tag == _BODY_LINK and draft.nothing(child):
                continue
    return Body(found, tuple(dict.fromkeys(uris)))
