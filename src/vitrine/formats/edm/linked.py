"""What an EDM record links to: the contextual entities, what is known of each, and by which properties."""

from vitrine.formats.edm.entities import Reader
from vitrine.formats.edm.graph import DC, DCTERMS, EDM, SKOS, XML_LANG, Entity, Graph, Value, link
from vitrine.formats.xml.tree import CHILDREN, TAG, TEXT, attribute
from vitrine.records import UNDETERMINED, language_tag
from vitrine.records import Entity as Kept

_PREFIXES = {DC: "dc:", DCTERMS: "dcterms:", EDM: "edm:"}

_PREF = f"{SKOS}prefLabel"

_BY_LINK = frozenset(f"{SKOS}{name}" for name in ("broader", "narrower", "related", "exactMatch", "closeMatch"))
"""Properties of concepts that say something by a link, and nothing by words (SKOS)."""

_BY_EITHER = ("placeOfBirth", "placeOfDeath", "professionOrOccupation")
"""Properties of agents that may link or be words. All others are words."""


class Links:
    """Gathers what the work links to while its properties are read."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._by: dict[str, dict[str, None]] = {}
        self._odd_tags: dict[str, None] = {}

    def note(self, tag: str, value: Value) -> None:
        """Note what the property `tag` of the work links to, and whether its language is none."""
        if value.tag.strip() and value.text and language_tag(value.tag) == UNDETERMINED:
            self._odd_tags[_name(tag)] = None
        if value.link in self._graph.entities:
            self._by.setdefault(value.link, {})[_name(tag)] = None

    def odd_tags(self) -> tuple[str, ...]:
        """Return the properties of which a text is tagged with what is no language."""
        return tuple(self._odd_tags)

    def entities(self, reader: Reader) -> tuple[Kept, ...]:
        """Return the entities that the work links to, in the order of the links."""
        return tuple(
            Kept(uri, entity.kind, tuple(reader.preferred(entity, "linked")), _known(entity), tuple(names))
            for uri, names in self._by.items()
            for entity in self._graph.entities[uri]
        )


def _name(tag: str) -> str:
    """Return the name of a property as it is mostly written: `dc:subject`."""
    space, _, local = tag.rpartition("}")
    return _PREFIXES.get(f"{space}}}", "") + local


def _known(entity: Entity) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for child in entity.node[CHILDREN]:
        tag = child[TAG]
        local = tag.rpartition("}")[2]
        said = tag not in _BY_LINK and bool(child[TEXT] and child[TEXT].strip())
        if said or (link(child) and (tag in _BY_LINK or local in _BY_EITHER)):
            found[local] = None
            if tag == _PREF and (attribute(child, XML_LANG) or "").strip():
                found["prefLabel@"] = None
    return tuple(found)
