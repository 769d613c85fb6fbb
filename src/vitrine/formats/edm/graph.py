"""An rdf:RDF of EDM as a small graph: the work, its aggregations and proxies, media, and the entities they link to."""

from typing import NamedTuple

from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, Node, attribute

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
EDM = "{http://www.europeana.eu/schemas/edm/}"
ORE = "{http://www.openarchives.org/ore/terms/}"
SKOS = "{http://www.w3.org/2004/02/skos/core#}"
FOAF = "{http://xmlns.com/foaf/0.1/}"
CC = "{http://creativecommons.org/ns#}"
ODRL = "{http://www.w3.org/ns/odrl/2/}"
EBUCORE = "{http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ABOUT = f"{RDF}about"
RESOURCE = f"{RDF}resource"

PROVIDED_CHO = f"{EDM}ProvidedCHO"
PROXY = f"{ORE}Proxy"
AGGREGATION = f"{ORE}Aggregation"
EUROPEANA_AGGREGATION = f"{EDM}EuropeanaAggregation"
WEB_RESOURCE = f"{EDM}WebResource"
_LICENSE = f"{CC}License"
_EUROPEANA_PROXY = f"{EDM}europeanaProxy"

CLASSES = {
    f"{EDM}Agent": "Agent",
    f"{FOAF}Organization": "Agent",
    f"{SKOS}Concept": "Concept",
    f"{EDM}Place": "Place",
    f"{EDM}TimeSpan": "TimeSpan",
    f"{EDM}Event": "Event",
}
"""The contextual classes."""


class Entity(NamedTuple):
    """A contextual entity: its class, its URI, and what is said of it."""

    kind: str
    uri: str
    node: Node


class Value(NamedTuple):
    """The value of a property: words with their language tag, or a link, or both where the record says what the link is."""

    text: str = ""
    tag: str = ""
    link: str = ""
    entity: Entity | None = None


class Graph:
    """What one rdf:RDF says, sorted. `describing` are the elements whose properties describe the work: the proxies of its
    providers, or else the edm:ProvidedCHO itself; what Europeana has added in a proxy of its own is not the museum's word.
    Two entities may share a URI: the first is what a value becomes in the record."""

    def __init__(self, rdf: Node) -> None:
        self.works: list[Node] = []
        self.aggregations: list[Node] = []
        self.europeana: list[Node] = []
        self.files: dict[str, Node] = {}
        self.licences: dict[str, str] = {}
        self.entities: dict[str, list[Entity]] = {}
        proxies: list[Node] = []
        for child in rdf[CHILDREN]:
            tag = child[TAG]
            if tag == PROVIDED_CHO:
                self.works.append(child)
            elif tag == PROXY:
                proxies.append(child)
            elif tag == AGGREGATION:
                self.aggregations.append(child)
            elif tag == EUROPEANA_AGGREGATION:
                self.europeana.append(child)
            elif tag == WEB_RESOURCE:
                self.files.setdefault(about(child), child)
            elif tag == _LICENSE:
                parents = [link(one) for one in child[CHILDREN] if one[TAG] == f"{ODRL}inheritFrom"]
                if parents:
                    self.licences.setdefault(about(child), parents[0])
            elif tag in CLASSES:
                self._keep(child)
        provided = [proxy for proxy in proxies if not _is_europeanas(proxy)]
        self.describing = provided or self.works
        self.proxies = proxies

    def _keep(self, node: Node) -> Entity:
        entity = Entity(CLASSES[node[TAG]], about(node), node)
        if entity.uri:
            self.entities.setdefault(entity.uri, []).append(entity)
        return entity

    def value(self, node: Node) -> Value:
        """Return the value of a property; an entity may stand within it or be linked to."""
        for child in node[CHILDREN]:
            if child[TAG] in CLASSES:
                entity = self._keep(child)
                return Value(link=entity.uri, entity=entity)
        target = link(node)
        text = (node[TEXT] or "").strip()
        tag = attribute(node, XML_LANG) or ""
        return Value(text, tag, target, self.entities[target][0] if target in self.entities else None)


def about(node: Node) -> str:
    """Return the URI that an element is about, blank where it has none."""
    return (attribute(node, ABOUT) or "").strip()


def link(node: Node) -> str:
    """Return the URI that a property links to, blank where it links to none."""
    return (attribute(node, RESOURCE) or "").strip()


def _is_europeanas(proxy: Node) -> bool:
    return any(
        child[TAG] == _EUROPEANA_PROXY and (child[TEXT] or "").strip() in ("true", "1") for child in proxy[CHILDREN]
    )
