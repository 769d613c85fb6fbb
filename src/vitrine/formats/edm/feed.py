"""EDM as RDF/XML, external (as a provider sends it) and internal (as Europeana keeps it): records out of XML files.

https://pro.europeana.eu/page/edm-documentation. A record is an rdf:RDF with an edm:ProvidedCHO, by whose rdf:about it is
known; an rdf:RDF with several is taken apart. What decides Europeana's tiers stays apart in the record.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from vitrine.formats.containers import members
from vitrine.formats.edm.apart import has_several, taken_apart
from vitrine.formats.edm.elements import RDF_RDF
from vitrine.formats.edm.entities import Reader
from vitrine.formats.edm.graph import Graph, about
from vitrine.formats.edm.media import Media
from vitrine.formats.edm.work import Work
from vitrine.formats.mapping.model import Source
from vitrine.formats.reading import Feed, RawRecord, Reading, Unreadable, UnreadableRecordError
from vitrine.formats.xml.cutting import cut
from vitrine.formats.xml.parsing import parse
from vitrine.formats.xml.tree import CHILDREN, TAG, Node, tree
from vitrine.records import Identifier, Linked, Record


def open_edm(path: Path, *, feed: str, source: Source = Source()) -> Feed:  # noqa: B008  (immutable)
    """Open the EDM at `path`: a file, a folder or an archive; records are called `feed:` and their key.

    Of `source` the language holds for texts that state none, and `circa` for dates.
    """

    def items() -> Iterator[RawRecord | Unreadable]:
        for member in members(path):
            for item in cut(member, "RDF"):
                if isinstance(item, RawRecord) and has_several(item.raw):
                    yield from taken_apart(item)
                else:
                    yield item

    def read(raw: RawRecord) -> Reading:
        return _read(raw.content, feed, source)

    setting = msgspec.json.encode({"language": source.language, "circa": source.circa, "leave": source.leave}).decode()
    return Feed("edm", items, read, setting)


def _read(raw: bytes, feed: str, source: Source) -> Reading:
    """Read one record. Raises UnreadableRecordError."""
    element, mended = parse(raw, RDF_RDF)
    reader = Reader(source)
    reader.notes.repairs += mended
    graph = Graph(tree(element))
    if not graph.works:
        raise UnreadableRecordError("It has no edm:ProvidedCHO: there is no work it describes.")
    key = about(graph.works[0])
    if not key:
        raise UnreadableRecordError("Its edm:ProvidedCHO has no rdf:about: the record has no identifier.")
    work = Work(graph, reader)
    for e in graph.describing:
        work.read(e)
    if graph.describing is not graph.works:
        _passed_over(graph.works[0], reader)
    media = Media(graph, reader)
    record = _record(work, media, key, feed)
    return Reading(record, tuple(reader.notes.repairs), tuple(reader.notes.defects))


def _passed_over(work: Node, reader: Reader) -> None:
    """Note what an edm:ProvidedCHO says although a proxy describes the work: there it counts for nothing (EDM, 2.2)."""
    said = dict.fromkeys(child[TAG].rpartition("}")[2] for child in work[CHILDREN])
    if said:
        reader.notes.defect("statement-outside-proxy", "", ", ".join(said))


def _record(work: Work, media: Media, key: str, feed: str) -> Record:
    page, page_type = media.landing_page()
    rights_texts = list(dict.fromkeys(work.rights))
    identifiers = dict.fromkeys([*work.identifiers, Identifier(key, "URI" if "://" in key else "")])
    return Record(
        id=f"{feed}:{key}",
        key=key,
        identifiers=tuple(identifiers),
        titles=tuple(dict.fromkeys(work.titles)),
        descriptions=tuple(dict.fromkeys(work.descriptions)),
        object_types=tuple(dict.fromkeys(work.object_types)),
        classifications=tuple(dict.fromkeys(work.classifications)),
        makers=tuple(dict.fromkeys(work.makers)),
        events=tuple(dict.fromkeys(work.events)),
        materials=tuple(dict.fromkeys(work.materials)),
        dimensions=tuple(dict.fromkeys(work.dimensions)),
        dimension_texts=tuple(dict.fromkeys(work.dimension_texts)),
        subjects=tuple(dict.fromkeys(work.subjects)),
        places=tuple(dict.fromkeys(work.places)),
        periods=tuple(dict.fromkeys(work.periods)),
        location=work.location,
        holder=media.holder,
        provenance=tuple(dict.fromkeys(work.provenance)),
        relations=tuple(dict.fromkeys(work.relations)),
        rights_of_object=media.rights_of_object(rights_texts),
        surrogates=media.surrogates(),
        media_kind=work.media_kind(),
        landing_page=page,
        landing_page_type=page_type,
        text_languages=tuple(dict.fromkeys(work.languages)),
        linked=Linked(
            work.links.entities(work.reader),
            media.described(),
            media.preview(),
            media.player(),
            tuple(rights_texts),
            work.links.odd_tags(),
        ),
    )
