"""Tiers of EDM records in XML documents: one rdf:RDF or many in each, small or too large for memory."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, BinaryIO

import msgspec
from lxml import etree

from vitrine.quality.edm_facts import facts_of_rdf
from vitrine.quality.edm_names import RDF_RDF
from vitrine.quality.tiers import Letter, tiers

MEGABYTE = 1_000_000

_WHOLE = 4 * MEGABYTE
"""Bytes up to which a document is parsed whole: faster, and its tree fits into memory many times over."""

_LONGEST_RECORD = 64 * MEGABYTE
"""Bytes of a document between the ends of two rdf:RDF beyond which it is given up: its tree would take a gigabyte."""

# Nothing is fetched, nothing expanded, nothing deeper or longer than libxml2's own limits. collect_ids=False, though
# faster, must not be added: with it libxml2 loads what a DOCTYPE names.
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,  # words after a comment are else no words of their element
    "remove_pis": True,
}


class RecordTiers(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The tiers of one EDM record. `id` is the rdf:about of its edm:ProvidedCHO.

    Where a record could not be read, `error` says why in a sentence, `id` is its place in the file, and the tiers mean nothing.
    """

    id: str
    content: int = 0
    metadata: Letter = "0"
    language: Letter = "0"
    enabling: Letter = "0"
    contextual: Letter = "0"
    error: str = ""


def tiers_of_documents(documents: Iterable[tuple[str, bytes | BinaryIO]]) -> Iterator[RecordTiers]:
    """Yield the tiers of every EDM record in `documents`: pairs of a name, for messages, and XML as bytes or a stream.

    A stream is never held in memory as a whole. A document or record that cannot be read gives an entry with an error.
    """
    parser = etree.XMLParser(**_SAFE)
    for name, content in documents:
        number = 0
        try:
            for rdf in _rdfs(content, parser):
                number += 1
                yield from _tiers_of(rdf, name, number)
            if not number:
                yield RecordTiers(name, error="There is no rdf:RDF in this file: it is not EDM as RDF/XML.")
        except etree.XMLSyntaxError as error:
            yield RecordTiers(_after(name, number), error=f"This is not well-formed XML ({error.msg}).")
        except _RefusedError as error:
            yield RecordTiers(_after(name, number), error=str(error))


class _RefusedError(ValueError):
    """A document that is not read on, for safety: the message says why."""


def _after(name: str, number: int) -> str:
    """Name the place where reading ended: the file, or what follows the last record that was read."""
    return f"{name}#{number + 1}" if number else name


def _tiers_of(rdf: etree._Element, name: str, number: int) -> list[RecordTiers]:
    found = [RecordTiers(about, *tiers(facts)) for about, facts in facts_of_rdf(rdf)]
    if not found:
        return [RecordTiers(f"{name}#{number}", error="It has no edm:ProvidedCHO: there is no work it describes.")]
    nameless = "Its edm:ProvidedCHO has no rdf:about: the record has no identifier."
    return [one if one.id.strip() else RecordTiers(f"{name}#{number}", error=nameless) for one in found]


def _rdfs(content: bytes | BinaryIO, parser: etree.XMLParser) -> Iterable[etree._Element]:
    """Return every rdf:RDF of a document. An element is good until the next is asked for."""
    if not isinstance(content, bytes):
        head = content.read(_WHOLE)
        if len(head) == _WHOLE:
            return _streamed(chain([head], iter(partial(content.read, MEGABYTE), b"")))
        content = head
    elif len(content) > _WHOLE:
        return _streamed(content[start : start + MEGABYTE] for start in range(0, len(content), MEGABYTE))
    root = etree.fromstring(content, parser)
    _refuse_doctype(root)
    return (root,) if root.tag == RDF_RDF else root.iter(RDF_RDF)


def _streamed(chunks: Iterable[bytes]) -> Iterator[etree._Element]:
    """Yield every rdf:RDF of a document that comes in pieces, and forget each after its use."""
    parser = etree.XMLPullParser(events=("end",), tag=RDF_RDF, **_SAFE)
    pending = 0
    for chunk in chunks:
        parser.feed(chunk)
        pending += len(chunk)
        for _, rdf in parser.read_events():
            assert isinstance(rdf, etree._Element)  # noqa: S101  # "end" events come with nothing else
            pending = 0
            _refuse_doctype(rdf)
            yield rdf
            _forget(rdf)
        if pending > _LONGEST_RECORD:
            raise _RefusedError(
                f"More than {_LONGEST_RECORD // MEGABYTE} MB come without the end of an rdf:RDF. Split the file into records."
            )
    parser.close()


def _refuse_doctype(element: etree._Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise _RefusedError(
            "It has a DOCTYPE, with which a file can pull in other files or blow itself up. Export it without."
        )


def _forget(rdf: etree._Element) -> None:
    """Free the memory of a record that was read, and of those before it."""
    rdf.clear()
    parent = rdf.getparent()
    while parent is not None and rdf.getprevious() is not None:
        del parent[0]
