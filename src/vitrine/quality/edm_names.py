"""The names of the Europeana Data Model as lxml gives them, and what a value of each property states."""

from vitrine.quality.stated import ELEMENTS, PROPERTIES, says

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
EDM = "{http://www.europeana.eu/schemas/edm/}"
ORE = "{http://www.openarchives.org/ore/terms/}"
SKOS = "{http://www.w3.org/2004/02/skos/core#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_RDAGR2 = "{http://rdvocab.info/ElementsGr2/}"
_WGS84 = "{http://www.w3.org/2003/01/geo/wgs84_pos#}"
_EBUCORE = "{http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#}"

ABOUT = f"{RDF}about"
RESOURCE = f"{RDF}resource"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

RDF_RDF = f"{RDF}RDF"
PROVIDED_CHO = f"{EDM}ProvidedCHO"
PROXY = f"{ORE}Proxy"
AGGREGATION = f"{ORE}Aggregation"
EUROPEANA_AGGREGATION = f"{EDM}EuropeanaAggregation"
WEB_RESOURCE = f"{EDM}WebResource"
LICENSE = "{http://creativecommons.org/ns#}License"
ENTITIES = {f"{EDM}Agent": "Agent", f"{SKOS}Concept": "Concept", f"{EDM}Place": "Place", f"{EDM}TimeSpan": "TimeSpan"}

AGGREGATED_CHO = f"{EDM}aggregatedCHO"
PROXY_FOR = f"{ORE}proxyFor"
EUROPEANA_PROXY = f"{EDM}europeanaProxy"
TYPE = f"{EDM}type"
SWITCHES = frozenset({TYPE, EUROPEANA_PROXY})
RIGHTS = f"{EDM}rights"
IS_SHOWN_BY = f"{EDM}isShownBy"
IS_SHOWN_AT = f"{EDM}isShownAt"
HAS_VIEW = f"{EDM}hasView"
MEDIA_LINKS = frozenset({IS_SHOWN_BY, IS_SHOWN_AT, HAS_VIEW, RIGHTS})
PREVIEW = f"{EDM}preview"
INHERIT_FROM = "{http://www.w3.org/ns/odrl/2/}inheritFrom"
MEDIA_TYPE = f"{_EBUCORE}hasMimeType"
WIDTH = f"{_EBUCORE}width"
HEIGHT = f"{_EBUCORE}height"
PREF_LABEL = f"{SKOS}prefLabel"

# What an entity must say beside its preferred label, by class: one name of each group (responsible-ai.md 6.2 c).
_LIFE = ("begin", "end")
_RDA_LIFE = ("dateOfBirth", "placeOfBirth", "dateOfDeath", "placeOfDeath", "professionOrOccupation")
_CONCEPT = ("note", "broader", "narrower", "exactMatch", "closeMatch", "related")
NEEDED: dict[str, tuple[frozenset[str], ...]] = {
    "Agent": (
        frozenset({PREF_LABEL}),
        frozenset({f"{EDM}{name}" for name in _LIFE} | {f"{_RDAGR2}{name}" for name in _RDA_LIFE}),
    ),
    "Concept": (frozenset({PREF_LABEL}), frozenset(f"{SKOS}{name}" for name in _CONCEPT)),
    "Place": (frozenset({PREF_LABEL}), frozenset({f"{_WGS84}lat"}), frozenset({f"{_WGS84}long"})),
    "TimeSpan": (frozenset({f"{EDM}begin"}), frozenset({f"{EDM}end"})),
}
LINK_ONLY = frozenset(f"{SKOS}{name}" for name in _CONCEPT if name != "note")
"""Properties of entities that count with a link only."""

LINKS = LINK_ONLY | {f"{_RDAGR2}{name}" for name in ("placeOfBirth", "placeOfDeath", "professionOrOccupation")}
"""Properties of entities that count with a link (also); all others count with a text only."""


_SPACE = {"dc": _DC, "dcterms": _DCTERMS, "edm": EDM}

_Plain = tuple[int, int, dict[str, tuple[int, ...]]]


def _plain(name: str) -> _Plain:
    """Return what values of a property state as a plain tuple, which is taken apart faster than a named one."""
    value, language, links, _ = says(name)
    return value, language, links


SAYS: dict[str, _Plain] = {
    _SPACE[name.partition(":")[0]] + name.partition(":")[2]: _plain(name) for name in {*PROPERTIES, *ELEMENTS}
}
"""What each property of a proxy that matters states, by its lxml name: see `stated.Says`."""

OTHER = _plain("")
"""What any other property states: nothing by its value, but what it links to counts as linked."""
