import struct
import zlib

import pytest

from tests.server.collection.media.files import image
from tests.server.collection.media.test_types import box
from vitrine.server.collection.media.limits import UnusableMediaError
from vitrine.server.collection.media.pixels import measure

MILLION = 1_000_000


@pytest.fixture
def file(tmp_path):
    """Write content to a file and return its path."""

    def write(content: bytes):
        path = tmp_path / "file"
        path.write_bytes(content)
        return path

    return write


DECODED = [
    (".jpg", "image/jpeg"),
    (".png", "image/png"),
    (".gif", "image/gif"),
    (".webp", "image/webp"),
    (".tif", "image/tiff"),
    (".avif", "image/avif"),
]


@pytest.mark.parametrize(("suffix", "type_"), DECODED)
def test_size_of_an_image(file, suffix, type_):
    assert measure(file(image(suffix, 60, 40)), type_, MILLION) == (60, 40)


@pytest.mark.parametrize(("suffix", "type_"), DECODED)
def test_a_cut_image_is_refused(file, suffix, type_):
    content = image(suffix, 300, 200)
    with pytest.raises(UnusableMediaError, match="damaged or cut short") as error:
        measure(file(content[: len(content) * 6 // 10]), type_, MILLION)
    assert "/" not in str(error.value), "no path of the server in what people read"


def test_an_image_lying_on_its_side_is_measured_as_it_is_shown(file):
    assert measure(file(image(".jpg", 60, 40, orientation=6)), "image/jpeg", MILLION) == (40, 60)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_an_image_that_claims_a_billion_pixels_is_refused_by_its_header(file):
    header = struct.pack(">IIBBBBB", 40_000, 30_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    with pytest.raises(UnusableMediaError, match=r"40,000 x 30,000 pixels.*VITRINE_MEDIA_MAX_PIXELS"):
        measure(file(bomb), "image/png", 400_000_000)


def test_the_limit_itself_is_allowed(file):
    path = file(image(".png", 100, 100))
    assert measure(path, "image/png", 10_000) == (100, 100)
    with pytest.raises(UnusableMediaError, match="100 x 100"):
        measure(path, "image/png", 9_999)


def test_jpeg_2000_says_its_size_in_a_box(file):
    jp2 = b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"jp2h", box(b"ihdr", struct.pack(">IIHBBBB", 40, 60, 3, 7, 7, 0, 0)))
    assert measure(file(jp2), "image/jp2", MILLION) == (60, 40)


def test_a_jpeg_2000_codestream_says_its_grid_less_its_offset(file):
    stream = b"\xff\x4f\xff\x51" + struct.pack(">HHIIII", 47, 0, 70, 50, 10, 10) + bytes(30)
    assert measure(file(stream), "image/j2c", MILLION) == (60, 40)


def test_heic_says_the_size_of_the_picture_and_of_its_tiles(file):
    tile, whole = (box(b"ispe", struct.pack(">III", 0, *size)) for size in ((512, 512), (4032, 3024)))
    heic = box(b"ftyp", b"heic\0\0\0\0heic") + box(b"meta", tile + whole)
    assert measure(file(heic), "image/heic", 100 * MILLION) == (4032, 3024)


def test_a_bitmap_may_run_from_the_top(file):
    bitmap = b"BM" + struct.pack("<IIIIii", 54, 0, 54, 40, 60, -40) + bytes(30)
    assert measure(file(bitmap), "image/bmp", MILLION) == (60, 40)


def test_a_header_without_size_is_damage(file):
    with pytest.raises(UnusableMediaError, match="no size"):
        measure(file(b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(100)), "image/jp2", MILLION)


def test_sound_has_no_pixels(file):
    assert measure(file(b"RIFF"), "audio/wav", MILLION) is None
