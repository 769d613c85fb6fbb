"""Which format a file is, by what is in it."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from vitrine.formats import FeedError, RawRecord, open_feed, sniff

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("lido-1.0.xml", "lido"), ("lido-1.1.xml", "lido"), ("edm-external.xml", "edm"), ("edm-internal.xml", "edm")],
)
def test_xml_by_its_namespace(name, expected):
    assert sniff(SAMPLES / name) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"id": 1}\n{"id": 2}\n', "json"),
        (b'\xef\xbb\xbf [ {"id": 1} ]', "json"),
        (b"id;title\n1;x\n", "csv"),
        ((SAMPLES / "lido-1.0.xml").read_bytes().replace(b'encoding="UTF-8"', b"").decode().encode("utf-16"), "lido"),
    ],
)
def test_by_the_first_bytes_whatever_the_name(tmp_path, content, expected):
    (tmp_path / "export.dat").write_bytes(content)
    assert sniff(tmp_path / "export.dat") == expected
    (tmp_path / "export.bin").write_bytes(gzip.compress(content))
    assert sniff(tmp_path / "export.bin") == expected


def test_pictures_and_archives_beside_the_data_do_not_count(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as inner:
        inner.writestr("x", "x")
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("a.jpg", b"\xff\xd8\xff\xe0")
        archive.writestr("b.zip", buffer.getvalue())
        archive.writestr("c.xml", (SAMPLES / "edm-external.xml").read_bytes())
    assert sniff(tmp_path / "export.zip") == "edm"


def test_other_xml_and_nothing_are_told(tmp_path):
    (tmp_path / "page.html").write_text("<html></html>")
    with pytest.raises(FeedError, match="neither LIDO nor EDM"):
        sniff(tmp_path / "page.html")
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(FeedError, match="holds no data"):
        sniff(tmp_path / "empty.csv")


def test_a_mapping_may_say_language_and_circa_of_lido_and_edm():
    feed = open_feed(
        SAMPLES / "edm-external.xml", feed="m", mapping='[source]\nformat = "edm"\ncirca = 5\nlanguage = "it"\n'
    )
    (item,) = feed.items()
    assert isinstance(item, RawRecord)
    record = feed.read(item).record
    assert record.production is not None
    assert record.production.date is not None
    assert record.production.date.earliest == 1635
    assert feed.setting != open_feed(SAMPLES / "edm-external.xml", feed="m").setting


def test_a_table_needs_a_mapping(tmp_path):
    (tmp_path / "t.csv").write_text("id\n1\n")
    with pytest.raises(FeedError, match="a mapping has to say"):
        open_feed(tmp_path / "t.csv", feed="m")
