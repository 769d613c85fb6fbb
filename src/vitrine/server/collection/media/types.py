"""Which media type a file is, by its content alone: names and servers' words are not believed."""

import codecs
import re
import struct

HEAD = 65_536
"""Bytes from the beginning of a file that decide its type."""

_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/j2c"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"\0\0\x01\xba", "video/mpeg"),
    (b"\0\0\x01\xb3", "video/mpeg"),
    (b"glTF", "model/gltf-binary"),
    (b"ply\n", "model/ply"),
    (b"ply\r", "model/ply"),
)
"""How files of a type begin (each format's specification; see also the WHATWG MIME Sniffing Standard, section 6)."""

_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_RIFF_NAMES = (b"RIFF", b"RF64", b"BW64")

_BRANDS = (
    ({b"avif", b"avis"}, "image/avif"),
    ({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}, "image/heic"),
    ({b"qt  "}, "video/quicktime"),
    ({b"M4A ", b"M4B "}, "audio/mp4"),
    ({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V ", b"MSNV", b"3gp4", b"3gp5"}, "video/mp4"),
)  # fmt: skip
"""Types by the brands of an ISO base media file (ISO/IEC 14496-12, 4.3), the more particular first."""

_QUICKTIME_ATOMS = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
_BITMAP_HEADERS = {12, 40, 52, 56, 64, 108, 124}
_EPUB = b"mimetypeapplication/epub+zip"
_TRANSPORT_PACKET = 188

_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text contains (WHATWG MIME Sniffing, "binary data byte")."""

_PROLOGUE = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_DOCTYPE_HTML = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<!doctype\s+html", re.DOTALL | re.IGNORECASE)
_XML_ROOTS = {"svg": "image/svg+xml", "html": "text/html", "x3d": "model/x3d+xml"}
_GLTF = re.compile(r'\s*\{.*"asset"\s*:\s*\{[^}]*"version"', re.DOTALL)
_WAVEFRONT = re.compile(r"^v\s+-?[\d.]+(?:[eE][-+]?\d+)?\s+-?[\d.]", re.MULTILINE)


def media_type_of(head: bytes, size: int) -> str:
    """Return the media type of a file by its first bytes (up to HEAD) and its size; blank where it is none we know."""
    for signature, type_ in _SIGNATURES:
        if head.startswith(signature):
            return type_
    return _container(head) or _by_structure(head, size) or _text(head)


def _container(head: bytes) -> str:
    """Return the type of a file whose signature names a family and whose next bytes name the member."""
    first, member = head[:4], head[8:12]
    type_ = ""
    if first in _RIFF_NAMES:
        type_ = _RIFF.get(member, "")
    elif first == b"FORM" and member in (b"AIFF", b"AIFC"):
        type_ = "audio/aiff"
    elif head[4:8] == b"ftyp":
        type_ = _base_media(head)
    elif head[4:8] in _QUICKTIME_ATOMS:
        type_ = "video/quicktime"
    elif first == b"\x1a\x45\xdf\xa3":
        type_ = "video/webm" if b"webm" in head[:64] else "video/matroska"
    elif first == b"OggS":
        type_ = "video/ogg" if b"\x80theora" in head[:4096] else "audio/ogg"
    elif first == b"PK\3\4" and head[30 : 30 + len(_EPUB)] == _EPUB:
        type_ = "application/epub+zip"
    return type_


def _base_media(head: bytes) -> str:
    length = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[place : place + 4] for place in range(16, length, 4))}
    return next((type_ for known, type_ in _BRANDS if brands & known), "")


def _by_structure(head: bytes, size: int) -> str:
    """Return the type of a file that has no signature but numbers at places that must agree."""
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0" and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS:
        return "image/bmp"
    if len(head) > 2 * _TRANSPORT_PACKET and all(head[n * _TRANSPORT_PACKET] == 0x47 for n in range(3)):
        return "video/mp2t"
    if len(head) > 4 and head[0] == 0xFF and _is_layer_three(head):
        return "audio/mpeg"
    if head[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "audio/aac"
    if len(head) >= 84 and size == 84 + 50 * struct.unpack_from("<I", head, 80)[0]:
        return "model/stl"
    return ""


def _is_layer_three(head: bytes) -> bool:
    """Whether a frame of MPEG audio layer III begins here (ISO/IEC 11172-3, 2.4.1.3)."""
    layer_three = head[1] & 0xE6 == 0xE2
    bit_rate, sampling = head[2] >> 4, (head[2] >> 2) & 3
    return layer_three and bit_rate not in (0, 15) and sampling != 3


def _text(head: bytes) -> str:
    """Return the type of a file that is written text; blank where it is not."""
    text = _decoded(head)
    if not text or _CONTROLS.search(text):
        return ""
    if text.lstrip().startswith("<"):
        return _markup(text)
    if text.startswith("solid ") and "facet" in text:
        return "model/stl"
    if _GLTF.match(text):
        return "model/gltf+json"
    return "model/obj" if _WAVEFRONT.search(text) else "text/plain"


def _decoded(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    try:
        # Incremental, because the head may end within a character.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return head.decode("latin-1")


def _markup(text: str) -> str:
    """Return the type of markup: XML that says what it is, else HTML, which is what a browser would take it for."""
    if _DOCTYPE_HTML.match(text):
        return "text/html"
    start = _PROLOGUE.match(text)
    root = _ROOT.match(text, start.end() if start else 0)
    known = _XML_ROOTS.get(root[1].lower(), "") if root else ""
    return known or ("application/xml" if text.lstrip().startswith("<?xml") else "text/html")
