"""EDM records changed at random, from a seed: what is stated, linked, tagged, licensed and measured."""

import copy
import random
from collections.abc import Callable

from lxml import etree

from tests.quality.tables import NS

Element = etree._Element

ABOUT, RESOURCE = f"{{{NS['rdf']}}}about", f"{{{NS['rdf']}}}resource"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

NAMES = """
    dc:coverage dc:description dc:format dc:relation dc:rights dc:source dc:subject dc:title dc:type
    dcterms:alternative dcterms:hasPart dcterms:isPartOf dcterms:isReferencedBy dcterms:medium dcterms:provenance
    dcterms:references dcterms:spatial dcterms:tableOfContents dcterms:temporal edm:currentLocation edm:hasType
    edm:isRelatedTo dcterms:created dcterms:issued dc:creator dc:contributor dc:publisher edm:hasMet dc:date
    dc:identifier dc:language dcterms:extent edm:isNextInSequence dcterms:isFormatOf
""".split()  # noqa: SIM905
WORDS = (
    "Firenze", "Sole", "1642", "c. 1640", "Rembrandt (1606-1669)", "ignoto", "oil on canvas", "40 x 60 cm", " ", "", "-",
    "Renaissance", "attributed to Ada", "http://museum.org/1", "All rights reserved", "CC BY 4.0", "(1606–1669)", "0",
    "https://creativecommons.org/licenses/by/4.0/", "x" * 500,
)  # fmt: skip
TAGS = (None, "", "en", "it", "de-AT", "mul", "und", "not a tag")
URIS = ("#c", "#d", "#p", "#q", "#t", "#u", "#a", "#b", "http://nowhere.org/1", "")
RIGHTS = (
    "http://creativecommons.org/publicdomain/zero/1.0/", "http://creativecommons.org/publicdomain/mark/1.0/",
    "http://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by-sa/4.0",
    "http://creativecommons.org/licenses/by-nc/3.0/de/", "http://creativecommons.org/licenses/by-nc-nd/4.0/",
    "http://creativecommons.org/licenses/by-nd/4.0/", "http://rightsstatements.org/vocab/InC/1.0/",
    "http://rightsstatements.org/vocab/InC-EDU/1.0/", "http://rightsstatements.org/vocab/NoC-NC/1.0/",
    "http://rightsstatements.org/vocab/CNE/1.0/", "http://www.europeana.eu/rights/rr-f/",
    "http://www.europeana.eu/rights/out-of-copyright-non-commercial/", "http://museum.org/terms", "#licence", "",
)  # fmt: skip
ADDRESSES = (
    "http://museum.org/1.jpg", "http://museum.org/2", "http://museum.org/page", "https://vimeo.com/1",
    "https://soundcloud.com/a/b", "https://www.youtube.com/watch?v=1", "http://museum.org/oembed",
)  # fmt: skip
MIMES = (
    "", " ", "image/jpeg", "image/png", "video/mp4", "audio/mpeg", "application/pdf", "text/html", "model/gltf-binary",
    "application/json+oembed", "application/octet-stream", "text/plain",
)  # fmt: skip
SIZES = ("", "0", "1", "100", "479", "480", "700", "600", "1000", "999", "950", "949", "420", "419", "4000", "x")
KINDS = ("IMAGE", "TEXT", "VIDEO", "SOUND", "3D", "IMAGE", "FILM", "")
KNOWN = {
    "skos:Concept": ("skos:note", "skos:broader", "skos:narrower", "skos:exactMatch", "skos:closeMatch", "skos:related"),
    "edm:Place": ("wgs84:lat", "wgs84:long", "skos:note"),
    "edm:TimeSpan": ("edm:begin", "edm:end", "skos:note"),
    "edm:Agent": (
        "edm:begin", "edm:end", "rdaGr2:dateOfBirth", "rdaGr2:dateOfDeath", "rdaGr2:placeOfBirth", "rdaGr2:placeOfDeath",
        "rdaGr2:professionOrOccupation", "skos:note",
    ),
}  # fmt: skip
ENTITIES = {
    "#c": "skos:Concept", "#d": "skos:Concept", "#p": "edm:Place", "#q": "edm:Place", "#t": "edm:TimeSpan",
    "#u": "edm:TimeSpan", "#a": "edm:Agent", "#b": "edm:Agent",
}  # fmt: skip


def mutant(document: bytes, seed: int) -> bytes:
    """The record of `document` after one to twenty changes."""
    random_ = random.Random(seed)  # noqa: S311
    rdf = etree.fromstring(document)
    for _ in range(random_.randint(1, 20)):
        random_.choice(CHANGES)(rdf, random_)
    return etree.tostring(rdf)


def tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NS[prefix]}}}{local}"


def all_of(rdf: Element, *names: str) -> list[Element]:
    return [e for name in names for e in rdf.findall(tag(name))]


def one_of(rdf: Element, random_: random.Random, *names: str) -> Element | None:
    found = all_of(rdf, *names)
    return random_.choice(found) if found else None


def say(e: Element, name: str, random_: random.Random, chance: float = 0.5) -> None:
    """Add a property: words or a link."""
    child = etree.SubElement(e, tag(name))
    if random_.random() < chance:
        child.set(RESOURCE, random_.choice(URIS))
    else:
        child.text = random_.choice(WORDS)
        tag_it(child, random_)


def tag_it(child: Element, random_: random.Random) -> None:
    child.attrib.pop(LANG, None)
    language = random_.choice(TAGS)
    if language is not None:
        child.set(LANG, language)


def describing(rdf: Element, random_: random.Random) -> Element:
    found = one_of(rdf, random_, "ore:Proxy")
    return rdf.find(tag("edm:ProvidedCHO")) if found is None else found


def state(rdf: Element, random_: random.Random) -> None:
    say(describing(rdf, random_), random_.choice(NAMES), random_)


def state_much(rdf: Element, random_: random.Random) -> None:
    for _ in range(8):
        state(rdf, random_)


def withdraw(rdf: Element, random_: random.Random) -> None:
    e = describing(rdf, random_)
    if len(e):
        child = random_.choice(list(e))
        if child.tag != tag("ore:proxyFor"):
            e.remove(child)


def retag(rdf: Element, random_: random.Random) -> None:
    texts = [child for child in describing(rdf, random_) if child.text and child.tag != tag("edm:type")]
    for child in random_.sample(texts, min(3, len(texts))):
        tag_it(child, random_)


def swap(rdf: Element, random_: random.Random) -> None:
    """Words become a link, a link words, or both stand together."""
    children = [child for child in describing(rdf, random_) if child.tag in map(tag, NAMES)]
    if children:
        child = random_.choice(children)
        if child.get(RESOURCE) is None:
            child.set(RESOURCE, random_.choice(URIS))
            if random_.random() < 0.8:
                child.text = None
                child.attrib.pop(LANG, None)
        else:
            del child.attrib[RESOURCE]
            child.text = random_.choice(WORDS)


def add_entity(rdf: Element, random_: random.Random) -> None:
    about, name = random_.choice(list(ENTITIES.items()))
    if random_.random() < 0.1:
        name = random_.choice(list(KNOWN))  # of another class, perhaps beside the one that is there
    e = etree.SubElement(rdf, tag(name))
    e.set(ABOUT, about)
    for _ in range(random_.randint(0, 2)):
        say(e, "skos:prefLabel", random_, 0)
    if random_.random() < 0.3:
        say(e, "skos:altLabel", random_, 0)
    for known in random_.sample(KNOWN[name], random_.randint(0, 3)):
        say(e, known, random_)


def link_entity(rdf: Element, random_: random.Random) -> None:
    found = one_of(rdf, random_, *KNOWN)
    if found is not None:
        child = etree.SubElement(describing(rdf, random_), tag(random_.choice(NAMES)))
        child.set(RESOURCE, found.get(ABOUT) or "")


def thin_entity(rdf: Element, random_: random.Random) -> None:
    found = one_of(rdf, random_, *KNOWN)
    if found is not None and len(found):
        found.remove(random_.choice(list(found)))


def drop_entity(rdf: Element, random_: random.Random) -> None:
    found = one_of(rdf, random_, *KNOWN)
    if found is not None:
        rdf.remove(found)


def relicense(rdf: Element, random_: random.Random) -> None:
    e = one_of(rdf, random_, "ore:Aggregation", "edm:WebResource")
    if e is not None:
        for old in e.findall(tag("edm:rights")):
            e.remove(old)
        if random_.random() < 0.8:
            etree.SubElement(e, tag("edm:rights")).set(RESOURCE, random_.choice(RIGHTS))


def licence(rdf: Element, random_: random.Random) -> None:
    if not all_of(rdf, "cc:License"):
        e = etree.SubElement(rdf, tag("cc:License"))
        e.set(ABOUT, "#licence")
        if random_.random() < 0.9:
            etree.SubElement(e, tag("odrl:inheritFrom")).set(RESOURCE, random_.choice(RIGHTS[:-2]))


def show(rdf: Element, random_: random.Random) -> None:
    """Link to a file, mostly with a description."""
    e = one_of(rdf, random_, "ore:Aggregation")
    address = random_.choice(ADDRESSES)
    if e is not None:
        name = random_.choice(("edm:isShownBy", "edm:hasView", "edm:isShownAt", "edm:object"))
        etree.SubElement(e, tag(name)).set(RESOURCE, address)
        if random_.random() < 0.8:
            describe(rdf, address, random_)


def describe(rdf: Element, address: str, random_: random.Random) -> None:
    if any(e.get(ABOUT) == address for e in all_of(rdf, "edm:WebResource")):
        return
    e = etree.SubElement(rdf, tag("edm:WebResource"))
    e.set(ABOUT, address)
    measure(rdf, random_, e)


def measure(rdf: Element, random_: random.Random, e: Element | None = None) -> None:
    e = one_of(rdf, random_, "edm:WebResource") if e is None else e
    if e is None:
        return
    for name, pool in (("ebucore:hasMimeType", MIMES), ("ebucore:width", SIZES), ("ebucore:height", SIZES)):
        for old in e.findall(tag(name)):
            e.remove(old)
        if random_.random() < 0.9:
            etree.SubElement(e, tag(name)).text = random_.choice(pool)


def preview(rdf: Element, random_: random.Random) -> None:
    e = one_of(rdf, random_, "edm:EuropeanaAggregation")
    if e is None:
        e = etree.SubElement(rdf, tag("edm:EuropeanaAggregation"))
    for old in e.findall(tag("edm:preview")):
        e.remove(old)
    address = random_.choice(ADDRESSES)
    etree.SubElement(e, tag("edm:preview")).set(RESOURCE, address)
    describe(rdf, address, random_)


def drop_file(rdf: Element, random_: random.Random) -> None:
    e = one_of(rdf, random_, "edm:WebResource")
    if e is not None:
        rdf.remove(e)


def retype(rdf: Element, random_: random.Random) -> None:
    kinds = random_.choice(KINDS)
    proxies = all_of(rdf, "ore:Proxy") or all_of(rdf, "edm:ProvidedCHO")
    for e in proxies if random_.random() < 0.7 else proxies[:1]:
        for old in e.findall(tag("edm:type")):
            e.remove(old)
        etree.SubElement(e, tag("edm:type")).text = kinds


def add_proxy(rdf: Element, random_: random.Random) -> None:
    e = etree.SubElement(rdf, tag("ore:Proxy"))
    e.set(ABOUT, f"#proxy{len(rdf)}")
    work = rdf.find(tag("edm:ProvidedCHO"))
    etree.SubElement(e, tag("ore:proxyFor")).set(RESOURCE, work.get(ABOUT) or "")
    if random_.random() < 0.7:
        etree.SubElement(e, tag("edm:europeanaProxy")).text = random_.choice(("true", "false", " true ", "1", "0"))
    if random_.random() < 0.7:
        etree.SubElement(e, tag("edm:type")).text = random_.choice(KINDS)
    for _ in range(random_.randint(0, 4)):
        say(e, random_.choice(NAMES), random_)


def drop_proxy(rdf: Element, random_: random.Random) -> None:
    e = one_of(rdf, random_, "ore:Proxy")
    if e is not None:
        rdf.remove(e)


def double(rdf: Element, random_: random.Random) -> None:
    e = describing(rdf, random_)
    children = [child for child in e if child.tag in map(tag, NAMES)]
    if children:
        e.append(copy.deepcopy(random_.choice(children)))


CHANGES: tuple[Callable[[Element, random.Random], None], ...] = (
    state, state, state_much, withdraw, retag, swap, add_entity, add_entity, link_entity, link_entity, thin_entity,
    drop_entity, relicense, licence, show, show, measure, measure, preview, drop_file, retype, add_proxy, drop_proxy, double,
)  # fmt: skip
