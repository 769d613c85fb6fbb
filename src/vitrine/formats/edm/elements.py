"""The rdf:RDF elements of a file, parsed: what EDM is before it becomes a record. The same that an import reads."""

import io
from collections.abc import Iterable, Iterator

from lxml import etree

from vitrine.formats.containers import Member
from vitrine.formats.edm.graph import RDF
from vitrine.formats.media_names import media_type
from vitrine.formats.reading import FeedError, RawRecord, UnreadableRecordError
from vitrine.formats.xml.cutting import Again, cut
from vitrine.formats.xml.parsing import PARSER, XINCLUDE, parse

RDF_RDF = f"{RDF}RDF"

_WHOLE = 4_000_000
"""Bytes up to which a sound file is parsed whole: three times as fast as record by record."""
_CHUNK = 16 * 1024


def rdfs(member: Member) -> Iterator[tuple[str, etree._Element | str]]:
    """Yield every rdf:RDF of a file with its place (`name#number`), parsed, or why it could not be read.

    An element is good until the next is asked for. What is too large, not well formed or has a DOCTYPE is read record by
    record, as in an import: entities do not exist, nothing is fetched. Media files beside the data are passed over.
    """
    if member.refused or media_type(member.name):
        yield from _one_by_one(member)
        return
    head, fault = _head(member.stream)
    found = () if fault or len(head) > _WHOLE else _whole(head)
    number = 0
    for rdf in found:
        number += 1
        yield f"{member.name}#{number}", rdf
    if not number:
        yield from _one_by_one(member._replace(stream=io.BufferedReader(Again(head, member.stream, fault))))


def _head(stream: io.BufferedReader) -> tuple[bytes, FeedError | None]:
    """Read a file, or a little more of it than is parsed whole, with the damage that stopped it."""
    pieces, size = [], 0
    try:
        while size <= _WHOLE and (piece := stream.read1(_CHUNK)):
            pieces.append(piece)
            size += len(piece)
    except FeedError as fault:
        return b"".join(pieces), fault
    return b"".join(pieces), None


def _whole(document: bytes) -> Iterable[etree._Element]:
    """Parse a document and return what it holds; nothing where it must be read record by record."""
    if b"<!DOCTYPE" in document or XINCLUDE in document:
        return ()
    try:
        root = etree.fromstring(document, PARSER)
    except etree.XMLSyntaxError:
        return ()
    # In another encoding than ASCII's the DOCTYPE is only now seen.
    if root.getroottree().docinfo.internalDTD is not None:
        return ()
    return (root,) if root.tag == RDF_RDF else root.iter(RDF_RDF)


def _one_by_one(member: Member) -> Iterator[tuple[str, etree._Element | str]]:
    for item in cut(member, "RDF"):
        if not isinstance(item, RawRecord):
            yield item.locator, item.reason
            continue
        try:
            yield item.locator, parse(item.raw, RDF_RDF)[0]
        except UnreadableRecordError as error:
            yield item.locator, str(error)
