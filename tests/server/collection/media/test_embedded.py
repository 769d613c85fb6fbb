import pytest

from tests.server.collection.media.files import MARKED, image
from vitrine.records import Reservation
from vitrine.server.collection.media.embedded import packet_of, read_embedded

NEGATIVE = "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"

TYPES = {".jpg": "image/jpeg", ".webp": "image/webp", ".tif": "image/tiff", ".png": "image/png", ".avif": "image/avif"}


def written(tmp_path, content: bytes):
    path = tmp_path / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("suffix", TYPES)
def test_xmp_is_found_in_every_format(tmp_path, suffix):
    said = read_embedded(written(tmp_path, image(suffix, xmp=MARKED)), TYPES[suffix])
    assert said.source_type == NEGATIVE
    assert said.reservation.reserved
    assert said.reservation.policy == "https://museum.example/tdm.json"
    assert said.reservation.carrier == "xmp"
    assert said.fault == ""


@pytest.mark.parametrize(
    "form",
    [
        'Iptc4xmpExt:DigitalSourceType="{}"/>',
        "><Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType></rdf:Description>",
        '><Iptc4xmpExt:DigitalSourceType rdf:resource="{}"/></rdf:Description>',
    ],
)
@pytest.mark.parametrize("value", [NEGATIVE, "negativeFilm", NEGATIVE.replace("http:", "https:")])
def test_the_source_type_in_each_of_its_written_forms(tmp_path, form, value):
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        + form.format(value)
        + "</rdf:RDF></x:xmpmeta>"
    )
    assert read_embedded(written(tmp_path, b"%PDF-1.7\n" + packet.encode()), "application/pdf").source_type == NEGATIVE


def test_a_file_without_metadata_says_nothing(tmp_path):
    assert read_embedded(written(tmp_path, image(".jpg")), "image/jpeg") == ("", None, "")


def test_metadata_that_cannot_be_read_is_a_fault_not_a_silence(tmp_path):
    said = read_embedded(written(tmp_path, b"%PDF<x:xmpmeta><rdf:RDF></x:xmpmeta>"), "application/pdf")
    assert said.reservation is None
    assert "XMP" in said.fault


def test_what_is_carried_on_is_what_was_read(tmp_path):
    reservation = Reservation(True, 'https://museum.example/a?b=1&c="<', "xmp")
    said = read_embedded(written(tmp_path, packet_of(NEGATIVE, reservation)), "application/pdf")
    assert said.source_type == NEGATIVE
    assert (said.reservation.reserved, said.reservation.policy) == (True, reservation.policy)
