"""Facts from EDM, as a provider sends it (external) or as Europeana keeps it (internal).

External: edm:ProvidedCHO describes the work. Internal: an ore:Proxy does; the proxy of Europeana itself, with what it
has added, is left out ("provider proxies only"), except for edm:type, which must be the same in all of them.
Everything is read in one pass, and only what is linked is looked into: this runs beside XML parsing and must not be
slower than it.
"""

from typing import Any, get_args

from lxml.etree import _Element

from vitrine.quality import edm_names as edm
from vitrine.quality.embeddable import OEMBED, PLAYED, is_embeddable
from vitrine.quality.facts import Kind, Media, TierFacts, distinct, licence_cap, media
from vitrine.quality.stated import COMPLETED, NAMED
from vitrine.records.work import MediaKind

_KINDS = frozenset(get_args(MediaKind))

_TRUE = frozenset({"true", "1"})
_SWITCHED = _TRUE | {"false", "0"}
"""Values of edm:europeanaProxy (xsd:boolean)."""

_NONE: list[str] = []
_NO_LICENCES: dict[str, str] = {}

_MOST_DIGITS = 9
"""No picture is 10^9 pixels wide."""

# Entities of a record by URI: class and element. Two may share a URI, and each counts.
_Entities = dict[str, list[tuple[str, _Element]]]


class _Parts:
    """The children of an rdf:RDF, sorted by what they are."""

    __slots__ = ("aggregations", "entities", "europeana", "files", "licences", "proxies", "works")

    def __init__(self, rdf: _Element) -> None:
        self.works: list[_Element] = []
        self.proxies: list[_Element] = []
        self.aggregations: list[_Element] = []
        self.europeana: list[_Element] = []
        self.files: list[_Element] = []
        self.licences: list[_Element] = []
        self.entities: _Entities = {}
        for child in rdf:
            tag: Any = child.tag
            if tag == edm.WEB_RESOURCE:
                self.files.append(child)
            elif tag == edm.PROXY:
                self.proxies.append(child)
            elif tag == edm.AGGREGATION:
                self.aggregations.append(child)
            elif tag == edm.PROVIDED_CHO:
                self.works.append(child)
            elif tag == edm.EUROPEANA_AGGREGATION:
                self.europeana.append(child)
            elif tag in edm.ENTITIES:
                self.entities.setdefault(_about(child), []).append((edm.ENTITIES[tag], child))
            elif tag == edm.LICENSE:
                self.licences.append(child)


def facts_of_rdf(rdf: _Element) -> list[tuple[str, TierFacts]]:
    """Return the identifier (rdf:about, blank where it is missing) and the facts of each edm:ProvidedCHO in an rdf:RDF."""
    parts = _Parts(rdf)
    if len(parts.works) == 1:
        work = parts.works[0]
        return [(_about(work), _facts(parts, work, parts.proxies, parts.aggregations, parts.europeana))]
    found = []
    for work in parts.works:
        about = _about(work)
        proxies = _linked_to(about, parts.proxies, edm.PROXY_FOR)
        aggregations = _linked_to(about, parts.aggregations, edm.AGGREGATED_CHO)
        europeana = _linked_to(about, parts.europeana, edm.AGGREGATED_CHO)
        found.append((about, _facts(parts, work, proxies, aggregations, europeana)))
    return found


def _linked_to(about: str, elements: list[_Element], by: str) -> list[_Element]:
    return [element for element in elements if any(_resource(child) == about for child in element.iterchildren(by))]


def _facts(
    parts: _Parts,
    work: _Element,
    proxies: list[_Element],
    aggregations: list[_Element],
    europeana: list[_Element],
) -> TierFacts:
    words: set[str] = set()
    stated, described = 0, False
    for proxy in proxies:
        states, said = _stated(proxy, parts.entities)
        words |= said
        if said.isdisjoint(_TRUE):
            stated |= states
            described = True
    if not described:
        stated, said = _stated(work, parts.entities)
        words = words if proxies else said
    kinds: Any = words - _SWITCHED
    kind: Kind = kinds.pop() if len(kinds) == 1 and kinds <= _KINDS else ""
    return _with_media(kind, stated, parts, _links(aggregations), europeana)


def _stated(element: _Element, entities: _Entities) -> tuple[int, set[str]]:
    """Return what a proxy (or an external ProvidedCHO) states, and the words of its edm:type and edm:europeanaProxy."""
    stated = 0
    words = set()
    for child in element:
        tag: Any = child.tag
        text = child.text
        value, language, links = edm.SAYS.get(tag, edm.OTHER)
        written = text and not text.isspace()
        if written:
            stated |= value
            if not value and tag in edm.SWITCHES:
                words.add(str(text).strip())
        attributes: Any = child.items()
        for name, attribute in attributes:
            if name == edm.LANG:
                if written and attribute.strip():
                    stated |= language
            elif name == edm.RESOURCE and (target := attribute.strip()):
                stated |= value
                for kind, entity in entities.get(target, ()):
                    stated |= links[kind][_looked_into(kind, entity)]
    return stated, words


def _looked_into(kind: str, entity: _Element) -> int:
    """Return the case of a link to this entity: whether it has a preferred label in a language, and is complete."""
    named = 0
    said = set()
    for child in entity:
        tag, text = child.tag, child.text
        if text and not text.isspace():
            if tag == edm.PREF_LABEL and (child.get(edm.LANG) or "").strip():
                named = NAMED
            if tag not in edm.LINK_ONLY:
                said.add(tag)
        if tag in edm.LINKS and _resource(child):
            said.add(tag)
    return named if any(needed.isdisjoint(said) for needed in edm.NEEDED[kind]) else named + COMPLETED


def _with_media(
    kind: Kind, stated: int, parts: _Parts, links: dict[str, list[str]], europeana: list[_Element]
) -> TierFacts:
    """Return the facts, with the edm:WebResources sorted by how the aggregations link to them."""
    shown_by, shown_at = links.get(edm.IS_SHOWN_BY, _NONE), links.get(edm.IS_SHOWN_AT, _NONE)
    views = links.get(edm.HAS_VIEW, _NONE)
    previews = [_resource(child) for one in europeana for child in one if child.tag == edm.PREVIEW]
    licences = _inherited(parts.licences) if parts.licences else _NO_LICENCES
    rights = links[edm.RIGHTS][0] if edm.RIGHTS in links else ""
    cap = licence_cap(licences.get(rights, rights))
    files: list[Media] = []
    landing_page = thumbnail = False
    played = kind in PLAYED
    embeddable = played and any(map(is_embeddable, shown_by))
    for file in parts.files:
        about = _about(file)
        said = {child.tag: child for child in reversed(file)}  # of several, the first
        media_type = ""
        if edm.MEDIA_TYPE in said and (media_type := _base_type(said[edm.MEDIA_TYPE].text)):
            landing_page = landing_page or about in shown_at
            thumbnail = thumbnail or about in previews
            embeddable = embeddable or (played and media_type in OEMBED)
        if about in shown_by or about in views:
            uri = _resource(said[edm.RIGHTS]) if edm.RIGHTS in said else ""
            own = licence_cap(licences.get(uri, uri)) if uri else cap
            width, height = _number(said.get(edm.WIDTH)), _number(said.get(edm.HEIGHT))
            files.append(media(media_type, width, height, own))
    return TierFacts(kind, distinct(files), thumbnail, landing_page, embeddable, cap, stated)


def _inherited(licences: list[_Element]) -> dict[str, str]:
    """Return the rights statements that cc:Licenses build on, by the identifier of the licence."""
    # The first of several counts: what comes later in a dictionary stands.
    pairs = [(_about(one), _resource(parent)) for one in licences for parent in one.iterchildren(edm.INHERIT_FROM)]
    return dict(reversed(pairs))


def _links(elements: list[_Element]) -> dict[str, list[str]]:
    """Return the addresses that aggregations link to as media, landing page or rights, by the name of the link."""
    links: dict[str, list[str]] = {}
    for element in elements:
        for child in element:
            tag: Any = child.tag
            if tag in edm.MEDIA_LINKS and (address := _resource(child)):
                links.setdefault(tag, []).append(address)
    return links


def _about(element: _Element) -> str:
    return (element.get(edm.ABOUT) or "").strip()


def _resource(element: _Element) -> str:
    return (element.get(edm.RESOURCE) or "").strip()


def _base_type(media_type: str | None) -> str:
    """Return a media type without its parameters."""
    return (media_type or "").split(";", 1)[0].strip().lower()


def _number(element: _Element | None) -> int | None:
    """Return a whole number of pixels, or None where there is none."""
    text = "" if element is None else (element.text or "").strip()
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
