"""What a file says of itself in its XMP metadata: how it was made, and whether its rights are reserved."""

import mmap
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from vitrine.records import Reservation
from vitrine.rights.reservation import UnreadableCarrier, from_xmp
from vitrine.server.collection.media.pixels import LOADERS, load

IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""IPTC's vocabulary of how a digital image came about."""

_RDF_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_SOURCE_TYPE = f"{{{IPTC_EXTENSION}}}DigitalSourceType"
_MAX_PACKET = 16_000_000
"""Bytes of an XMP packet that are read: real ones, with thumbnails in them, stay under one megabyte."""


class Embedded(NamedTuple):
    """An IPTC digital source type (URI or blank), a reservation, and why the metadata could not be read (or blank)."""

    source_type: str = ""
    reservation: Reservation | None = None
    fault: str = ""


def read_embedded(path: Path, type_: str) -> Embedded:
    """Return what the XMP packet in the file of this media type says; a file without one says nothing."""
    packet = _packet(path) or _hidden_packet(path, type_)
    if packet is None:
        return Embedded()
    try:
        reservation = from_xmp(packet, seen=datetime.now(UTC).date().isoformat())
    except UnreadableCarrier as error:
        return Embedded(fault=str(error))
    return Embedded(_source_type(packet), reservation)


def packet_of(source_type: str, reservation: Reservation | None) -> bytes:
    """Return the XMP packet that carries on what an original says of itself to pictures made from it."""
    said = f' Iptc4xmpExt:DigitalSourceType="{_attribute(source_type)}"' if source_type else ""
    if reservation is not None:
        said += f' tdm:reservation="{int(reservation.reserved)}"'
        said += f' tdm:policy="{_attribute(reservation.policy)}"' if reservation.policy else ""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{IPTC_EXTENSION}"'
        f' xmlns:tdm="http://www.w3.org/ns/tdmrep/"{said}/></rdf:RDF></x:xmpmeta>'
    ).encode()


def _packet(path: Path) -> bytes | None:
    """Cut the first XMP packet out of a file, whatever its format (XMP specification part 3, "packet scanning")."""
    if path.stat().st_size == 0:
        return None
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return _cut(content)


def _hidden_packet(path: Path, type_: str) -> bytes | None:
    """Return the packet of an image that keeps it compressed, as many programs do in PNG."""
    if type_ not in LOADERS:
        return None
    image = load(path, type_)
    return _cut(bytes(image.get("xmp-data"))) if image.get_typeof("xmp-data") else None


def _cut(content: bytes | mmap.mmap) -> bytes | None:
    start = content.find(b"<x:xmpmeta")
    end = content.find(b"</x:xmpmeta>", start, start + _MAX_PACKET) if start >= 0 else -1
    return content[start : end + len(b"</x:xmpmeta>")] if end >= 0 else None


def _source_type(packet: bytes) -> str:
    """Return the DigitalSourceType, written as an attribute, an element or a resource, as a URI of IPTC's vocabulary."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    for element in etree.fromstring(packet, parser).iter(etree.Element):
        written = element.get(_SOURCE_TYPE)
        if written is None and element.tag == _SOURCE_TYPE:
            written = element.get(_RDF_RESOURCE) or element.text
        if written and written.strip():
            return _uri(written.strip())
    return ""


def _uri(written: str) -> str:
    if written.isalpha():
        written = SOURCE_TYPES + written
    written = written.replace("https://cv.iptc.org/", "http://cv.iptc.org/", 1)
    # Anything longer is none of IPTC's terms, and no page shows it.
    return written if len(written) <= 200 else ""


def _attribute(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
