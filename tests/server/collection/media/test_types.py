import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.server.collection.media.files import image, sound
from vitrine.server.collection.media.types import media_type_of


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def ogg(packet: bytes) -> bytes:
    return b"OggS\0\2" + bytes(20) + b"\1" + bytes([len(packet)]) + packet


STL = bytes(80) + struct.pack("<I", 2) + bytes(100)

FILES = {
    "image/jpeg": image(".jpg"),
    "image/png": image(".png"),
    "image/gif": image(".gif"),
    "image/webp": image(".webp"),
    "image/tiff": image(".tif"),
    "image/avif": image(".avif"),
    "image/heic": box(b"ftyp", b"heic\0\0\0\0mif1heic"),
    "image/jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 \0\0\0\0jp2 "),
    "image/j2c": b"\xff\x4f\xff\x51" + bytes(40),
    "image/bmp": b"BM" + struct.pack("<IIIIii", 154, 0, 54, 40, 5, 5) + bytes(120),
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "application/rtf": b"{\\rtf1\\ansi Hello}",
    "application/epub+zip": b"PK\3\4" + bytes(22) + struct.pack("<HH", 8, 0) + b"mimetypeapplication/epub+zip",
    "audio/wav": sound(),
    "audio/mpeg": b"\xff\xfb\x90\x44" + bytes(400),
    "audio/flac": b"fLaC\0\0\0\x22" + bytes(34),
    "audio/ogg": ogg(b"\x01vorbis" + bytes(20)),
    "audio/mp4": box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom"),
    "audio/aiff": b"FORM\0\0\0\x2eAIFFCOMM",
    "video/mp4": box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41"),
    "video/quicktime": box(b"ftyp", b"qt  \0\0\2\0qt  "),
    "video/webm": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm",
    "video/matroska": b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska",
    "video/ogg": ogg(b"\x80theora\3\2\1" + bytes(20)),
    "video/x-msvideo": b"RIFF\0\0\1\0AVI LIST",
    "video/mp2t": (b"\x47" + bytes(187)) * 4,
    "model/gltf-binary": b"glTF\2\0\0\0" + bytes(4),
    "model/gltf+json": b'{"scene": 0, "asset": {"generator": "x", "version": "2.0"}}',
    "model/stl": STL,
    "model/ply": b"ply\nformat ascii 1.0\n",
    "model/obj": b"# a cup\nv 0.1 -0.2 3.0\nf 1 1 1\n",
    "image/svg+xml": b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "application/xml": b'<?xml version="1.0"?><alto><Layout/></alto>',
    "text/plain": "Ein Brief über Zürich.\n".encode(),
}


@pytest.mark.parametrize("type_", FILES)
def test_a_file_is_what_its_content_says(type_):
    assert media_type_of(FILES[type_], len(FILES[type_])) == type_


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>Not found",
        "  <html><body>login</body></html>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>',
        "<script>alert(1)</script>",
        "<!-- <svg> --><html><svg/></html>",
    ],
)
def test_a_web_page_is_a_web_page_whatever_it_pretends(page):
    assert media_type_of(page.encode(), len(page)) == "text/html"


def test_an_svg_with_a_doctype_is_an_svg():
    svg = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'
    assert media_type_of(svg, len(svg)) == "image/svg+xml"


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\0" + bytes(200), b"PK\3\4" + bytes(60), b"\x7fELF" + bytes(90), bytes(90)]
)
def test_other_files_are_of_no_known_type(content):
    assert media_type_of(content, len(content)) == ""


def test_a_binary_stl_must_be_as_long_as_it_says():
    assert media_type_of(STL + b"\0", len(STL) + 1) == ""


def test_a_head_that_ends_within_a_character_is_still_text():
    text = ("ü" * 40).encode()[:-1]
    assert media_type_of(text, 1000) == "text/plain"


@given(
    st.binary(max_size=600),
    st.sampled_from([b"", b"<", b"<?xml", b"RIFF", b"\0\0\0\x18ftyp", b"\xff\xfb", b"\xff\xfe", b"PK\3\4"]),
)
def test_any_bytes_have_an_answer(content, start):
    content = start + content
    assert isinstance(media_type_of(content, len(content)), str)
