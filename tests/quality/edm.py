"""EDM for tests: small records, written as a provider or Europeana would."""

import io
from collections.abc import Iterable

from lxml import etree

from vitrine.formats import Member
from vitrine.formats.edm.elements import rdfs
from vitrine.quality import RecordTiers, TierFacts, Tiers, facts_of_rdf, tiers, tiers_of_rdf

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edm": "http://www.europeana.eu/schemas/edm/",
    "ore": "http://www.openarchives.org/ore/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdaGr2": "http://rdvocab.info/ElementsGr2/",
    "wgs84_pos": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "ebucore": "http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "cc": "http://creativecommons.org/ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
}

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
BY_NC = "http://creativecommons.org/licenses/by-nc/4.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"

IMAGE = "http://museum.org/1.jpg"
PAGE = "http://museum.org/1"


def rdf(*parts: str) -> bytes:
    """An rdf:RDF with these children."""
    declarations = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"<rdf:RDF {declarations}>{''.join(parts)}</rdf:RDF>".encode()


def external(described: str = "", *parts: str, links: str = "", kind: str = "IMAGE") -> bytes:
    """A provider's record: the work describes itself; `links` are children of its aggregation."""
    return rdf(
        f'<edm:ProvidedCHO rdf:about="#work">{described}<edm:type>{kind}</edm:type></edm:ProvidedCHO>',
        f'<ore:Aggregation rdf:about="#aggregation"><edm:aggregatedCHO rdf:resource="#work"/>{links}</ore:Aggregation>',
        *parts,
    )


def internal(described: str = "", *parts: str, links: str = "", kind: str = "IMAGE", preview: str = IMAGE) -> bytes:
    """Europeana's record: a provider's proxy, Europeana's own, both aggregations."""
    thumbnail = f'<edm:preview rdf:resource="{preview}"/>' if preview else ""
    return rdf(
        '<edm:ProvidedCHO rdf:about="#work"/>',
        f'<ore:Aggregation rdf:about="#provider"><edm:aggregatedCHO rdf:resource="#work"/>{links}</ore:Aggregation>',
        f'<ore:Proxy rdf:about="#1"><edm:europeanaProxy>false</edm:europeanaProxy>{described}'
        f'<ore:proxyFor rdf:resource="#work"/><edm:type>{kind}</edm:type></ore:Proxy>',
        '<ore:Proxy rdf:about="#2"><edm:europeanaProxy>true</edm:europeanaProxy>'
        f'<ore:proxyFor rdf:resource="#work"/><edm:type>{kind}</edm:type></ore:Proxy>',
        f'<edm:EuropeanaAggregation rdf:about="#europeana">{thumbnail}</edm:EuropeanaAggregation>',
        *parts,
    )


def file(about: str, media_type: str = "", width: object = "", height: object = "", rights: str = "") -> str:
    """An edm:WebResource."""
    said = ""
    if rights:
        said += f'<edm:rights rdf:resource="{rights}"/>'
    if media_type:
        said += f"<ebucore:hasMimeType>{media_type}</ebucore:hasMimeType>"
    if width != "":
        said += f"<ebucore:width>{width}</ebucore:width>"
    if height != "":
        said += f"<ebucore:height>{height}</ebucore:height>"
    return f'<edm:WebResource rdf:about="{about}">{said}</edm:WebResource>'


def link(name: str, address: str) -> str:
    return f'<{name} rdf:resource="{address}"/>'


def text(name: str, value: str, language: str | None = None) -> str:
    tag = "" if language is None else f' xml:lang="{language}"'
    return f"<{name}{tag}>{value}</{name}>"


def entity(name: str, about: str, *said: str) -> str:
    return f'<{name} rdf:about="{about}">{"".join(said)}</{name}>'


def facts(document: bytes) -> TierFacts:
    """The facts of the one record of `document`."""
    ((_, found),) = facts_of_rdf(etree.fromstring(document))
    return found


def tiers_in(document: bytes) -> Tiers:
    """The tiers of the one record of `document`."""
    return tiers(facts(document))


def tiers_of_files(files: Iterable[tuple[str, bytes]]) -> list[RecordTiers]:
    """What `vitrine tiers` finds in files, given by name and content."""
    found = []
    for name, content in files:
        for place, one in rdfs(Member(name, io.BufferedReader(io.BytesIO(content)))):
            found += [RecordTiers(place, error=one)] if isinstance(one, str) else tiers_of_rdf(one, place)
    return found
