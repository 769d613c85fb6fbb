import pytest
import pyvips

from tests.server.collection.media.files import MARKED, image, sound
from tests.works import jar, put
from vitrine.server.collection.media.store import path_of
from vitrine.server.collection.models import MediaFile, Work

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("media_home"),
    pytest.mark.urls("vitrine.server.collection.media.urls"),
]

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def stored():
    """Store content as a file of an open work and return its row."""

    def of(content: bytes) -> MediaFile:
        work = put(jar(str(Work.objects.count())), {"file": content})
        return work.media.get().file

    return of


def body(response) -> bytes:
    return response.getvalue()


def test_a_file_comes_as_it_is_stored(client, stored):
    content = image(".jpg")
    response = client.get(f"/{stored(content).checksum}")
    assert body(response) == content
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Length"] == str(len(content))
    assert response["Cache-Control"] == "public, no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "Content-Disposition" not in response


def test_what_could_carry_a_script_is_a_download_of_no_type(client, stored):
    file = stored(SVG)
    assert file.type == "image/svg+xml"
    response = client.get(f"/{file.checksum}")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert body(response) == SVG


def test_what_is_not_stored_is_not_there(client, stored):
    assert client.get(f"/{'0' * 64}").status_code == 404
    file = stored(sound())
    path_of(file.checksum).unlink()
    assert client.get(f"/{file.checksum}").status_code == 404
    assert client.post(f"/{file.checksum}").status_code == 405


SIZE = len(sound())


@pytest.mark.parametrize(
    ("range_", "start", "end"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=10-", 10, SIZE),
        ("bytes=-10", SIZE - 10, SIZE),
        (f"bytes=5-{10 * SIZE}", 5, SIZE),
        (f"bytes=-{10 * SIZE}", 0, SIZE),
        (f"bytes={SIZE - 1}-{SIZE - 1}", SIZE - 1, SIZE),
    ],
)
def test_a_range_of_a_file(client, stored, range_, start, end):
    response = client.get(f"/{stored(sound()).checksum}", headers={"Range": range_})
    assert body(response) == sound()[start:end]
    if (start, end) != (0, SIZE):
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {start}-{end - 1}/{SIZE}"
    assert response["Content-Length"] == str(end - start)


@pytest.mark.parametrize("range_", [f"bytes={SIZE}-", "bytes=-0", "bytes=9-5"])
def test_a_range_outside_the_file(client, stored, range_):
    response = client.get(f"/{stored(sound()).checksum}", headers={"Range": range_})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize("range_", ["bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b", "bytes=0-" + "9" * 5000])
def test_what_is_no_single_range_is_ignored(client, stored, range_):
    response = client.get(f"/{stored(sound()).checksum}", headers={"Range": range_})
    assert (response.status_code, body(response)) == (200, sound())


def test_a_range_of_another_version_is_the_whole_file(client, stored):
    url = f"/{stored(sound()).checksum}"
    assert client.get(url, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).status_code == 200
    tag = client.head(url)["ETag"]
    assert client.get(url, headers={"Range": "bytes=0-9", "If-Range": tag}).status_code == 206


def test_what_the_browser_has_is_not_sent_again(client, stored):
    url = f"/{stored(sound()).checksum}"
    response = client.get(url, headers={"If-None-Match": client.get(url)["ETag"]})
    assert (response.status_code, response.content) == (304, b"")


def picture(response) -> pyvips.Image:
    return pyvips.Image.new_from_buffer(body(response), "")


@pytest.mark.parametrize(
    ("accept", "type_", "loader"),
    [("image/avif,image/webp,*/*", "image/webp", "webpload_buffer"), ("*/*", "image/jpeg", "jpegload_buffer")],
)
def test_a_smaller_picture_in_what_the_browser_takes(client, stored, accept, type_, loader):
    file = stored(image(".png", 700, 400))
    response = client.get(f"/{file.checksum}/image?w=320", headers={"Accept": accept})
    assert response["Content-Type"] == type_
    assert "Accept" in response["Vary"]
    small = picture(response)
    assert small.get("vips-loader") == loader
    assert (small.width, small.height) == (320, round(400 * 320 / 700))


def test_a_picture_is_never_enlarged(client, stored):
    file = stored(image(".png", 100, 60))
    assert picture(client.get(f"/{file.checksum}/image?w=960")).width == 100


def test_a_picture_lying_on_its_side_is_set_upright(client, stored):
    file = stored(image(".jpg", 600, 400, orientation=6))
    upright = picture(client.get(f"/{file.checksum}/image?w=320"))
    assert (upright.width, upright.height) == (320, 480)
    assert not upright.get_typeof("orientation") or upright.get("orientation") == 1


def test_a_picture_carries_on_how_its_original_came_about_and_nothing_private(client, stored):
    original = pyvips.Image.new_from_buffer(image(".jpg", 600, 400, xmp=MARKED), "").copy()
    original.set_type(pyvips.GValue.gstr_type, "exif-ifd3-GPSLatitude", "52/1 22/1 0/1 (52, 22, 0, Rational, 3)")
    content = original.write_to_buffer(".jpg")
    assert pyvips.Image.new_from_buffer(content, "").get_typeof("exif-data")
    small = picture(client.get(f"/{stored(content).checksum}/image?w=320", headers={"Accept": "image/webp"}))
    packet = bytes(small.get("xmp-data"))
    assert b"digitalsourcetype/negativeFilm" in packet
    assert b'tdm:reservation="1"' in packet
    assert not small.get_typeof("exif-data")


def test_transparent_ground_is_white_where_the_format_has_none(client, stored):
    clear = pyvips.Image.black(400, 300, bands=4).copy(interpretation="srgb").write_to_buffer(".png")
    small = picture(client.get(f"/{stored(clear).checksum}/image?w=320", headers={"Accept": "image/jpeg"}))
    assert small.bands == 3
    assert small.avg() == 255


@pytest.mark.parametrize("kind", ["sixteen bits", "one band", "four inks"])
def test_pictures_of_other_kinds_of_pixels(client, stored, kind):
    plain = pyvips.Image.black(400, 300, bands=4 if kind == "four inks" else 1)
    content = {
        "sixteen bits": lambda: (plain + 30_000).cast("ushort").write_to_buffer(".png"),
        "one band": lambda: (plain + 120).cast("uchar").write_to_buffer(".jpg"),
        "four inks": lambda: plain.cast("uchar").copy(interpretation="cmyk").write_to_buffer(".tif"),
    }[kind]()
    small = picture(client.get(f"/{stored(content).checksum}/image?w=320"))
    assert (small.width, small.height, small.format) == (320, 240, "uchar")


def test_colours_of_a_wide_gamut_look_the_same_without_their_profile(client, stored):
    red = pyvips.Image.black(400, 300).new_from_image([200, 50, 50]).cast("uchar").copy(interpretation="srgb")
    wide = red.icc_transform("p3", input_profile="srgb")
    assert abs(wide(0, 0)[0] - 200) > 5, "the numbers differ, the colour does not"
    small = picture(client.get(f"/{stored(wide.write_to_buffer('.png')).checksum}/image?w=320"))
    assert small(10, 10) == pytest.approx([200, 50, 50], abs=4)


def test_the_original_is_never_altered_and_a_picture_is_made_once(client, stored, media_home):
    content = image(".png", 700, 400)
    file = stored(content)
    made = body(client.get(f"/{file.checksum}/image?w=320"))
    assert path_of(file.checksum).read_bytes() == content
    (cached,) = (path for path in (media_home / "cache").rglob("*") if path.is_file())
    assert cached.read_bytes() == made
    cached.write_bytes(b"kept")
    assert body(client.get(f"/{file.checksum}/image?w=320")) == b"kept"


@pytest.mark.parametrize("width", ["", "w=1", "w=100000", "w=-320", "w=320.0", "w=²", "w=321"])
def test_other_widths_are_not_made(client, stored, width):
    response = client.get(f"/{stored(image('.png')).checksum}/image?{width}")
    assert response.status_code == 400
    assert b"320, 640" in response.content


@pytest.mark.parametrize("content", [SVG, sound()])
def test_no_picture_is_made_of_what_is_not_decoded_here(client, stored, content):
    assert client.get(f"/{stored(content).checksum}/image?w=320").status_code == 404


def test_a_damaged_original_is_not_there(client, stored):
    file = stored(image(".jpg", 600, 400))
    path_of(file.checksum).chmod(0o644)
    path_of(file.checksum).write_bytes(b"damaged")
    assert client.get(f"/{file.checksum}/image?w=320").status_code == 404
