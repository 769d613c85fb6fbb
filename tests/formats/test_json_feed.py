"""JSON as feeds: every value is a record or is handed out with its bytes and the reason."""

import gzip
import io
import json
import zipfile
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.containers import Member
from vitrine.formats.json_feed import json_items, open_json
from vitrine.formats.mapping.files import load_mapping, shipped_mapping
from vitrine.formats.reading import FeedError, RawRecord, Unreadable

MAPPING = load_mapping('[record]\nid = "id"\n[[titles]]\npath = "title"\n')


def open_bytes(tmp_path, data: bytes, mapping=MAPPING, name: str = "works.json"):
    (tmp_path / name).write_bytes(data)
    return open_json(tmp_path / name, feed="m", mapping=mapping)


def test_lines_have_their_numbers_and_bytes(tmp_path):
    feed = open_bytes(tmp_path, b'{"id":1,"title":"a"}\r\n\r\n{"id":2}\r\n')
    assert [(item.locator, item.raw) for item in feed.items()] == [
        ("works.json:1", b'{"id":1,"title":"a"}'),
        ("works.json:3", b'{"id":2}'),
    ]


def test_a_broken_line_is_handed_out_and_those_after_it_are_read(tmp_path):
    feed = open_bytes(tmp_path, b'{"id":1}\n{"id":2,\n{"id":3}\n')
    one, broken, three = feed.items()
    assert isinstance(broken, Unreadable)
    assert broken.raw == b'{"id":2,'
    assert "not valid JSON" in broken.reason
    assert (feed.read(one).record.key, feed.read(three).record.key) == ("1", "3")


@pytest.mark.parametrize(
    ("data", "title", "rule"),
    [
        (b'{"id":1,"title":"Caf\xe9"}\n{"id":2}', "Café", "encoding"),
        (b'{"id":1,"title":"a","x":NaN}\n{"id":2}', "a", "json"),
        (b'{"id":1,"title":"a\tb"}\n{"id":2}', "a b", "json"),
        (b'{"id":1,"title":"a\\ud800"}\n{"id":2}', "a\ufffd", "json"),
    ],
)
def test_json_that_is_not_quite_json_is_read_and_the_mend_is_told(tmp_path, data, title, rule):
    feed = open_bytes(tmp_path, data)
    reading = feed.read(next(iter(feed.items())))
    assert reading.record.titles[0].value == title
    assert rule in [repair.rule for repair in reading.repairs]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-7"])
def test_files_in_other_encodings(tmp_path, encoding):
    feed = open_bytes(tmp_path, '[{"id":"1","title":"Étude"}]'.encode(encoding))
    assert feed.read(next(iter(feed.items()))).record.titles[0].value == "Étude"


def test_files_of_one_object_each_in_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "works.zip", "w") as archive:
        for number in (1, 2):
            archive.writestr(f"works/{number}.json", json.dumps({"id": number, "title": str(number)}, indent=1))
    feed = open_json(tmp_path / "works.zip", feed="m", mapping=MAPPING)
    assert [(item.locator, feed.read(item).record.key) for item in feed.items()] == [
        ("works/1.json#1", "1"),
        ("works/2.json#1", "2"),
    ]


def test_a_list_that_the_mapping_names_and_is_not_there_is_an_error(tmp_path):
    mapping = load_mapping('[source]\nrecords = "werken"\n[record]\nid = "id"\n')
    with pytest.raises(FeedError, match="werken"):
        list(open_bytes(tmp_path, b'{"works":[]}', mapping).items())


def test_a_truncated_archive_gives_all_before_the_fault_and_then_says_so(tmp_path):
    import random  # noqa: PLC0415

    lines = b"".join(b'{"id":%d,"x":"%x"}\n' % (n, random.Random(n).getrandbits(400)) for n in range(5000))  # noqa: S311
    (tmp_path / "works.ndjson.gz").write_bytes(gzip.compress(lines)[:-20_000])
    feed = open_json(tmp_path / "works.ndjson.gz", feed="m", mapping=MAPPING)
    read = []
    with pytest.raises(FeedError, match="damaged or cut short"):
        for item in feed.items():
            read.append(item)
    assert len(read) > 1000
    assert [feed.read(item).record.key for item in read[:3]] == ["0", "1", "2"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_to_the_end(data):
    member = Member("works.json", io.BufferedReader(io.BytesIO(data)))
    for item in json_items(member, MAPPING):
        assert isinstance(item, RawRecord | Unreadable)


def test_nesting_without_end_is_refused_not_followed(tmp_path):
    feed = open_bytes(tmp_path, b'{"id":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b'}\n{"id":2}\n')
    deep, sound = feed.items()
    assert isinstance(deep, Unreadable)
    assert feed.read(sound).record.key == "2"


def test_tate_is_read_whole(reference):
    """Counts from the collection's description: 69,202 works, none of which states any rights of the object."""
    path = reference("data/tate/artworks.ndjson.gz")
    feed = open_json(path, feed="tate", mapping=load_mapping(shipped_mapping("tate")))
    keys, qualifiers, codes = set(), Counter(), Counter()
    for item in feed.items():
        reading = feed.read(item)
        keys.add(reading.record.key)
        assert reading.record.rights_of_object is None
        qualifiers.update(maker.qualifier for maker in reading.record.makers)
        codes.update(defect.code for defect in reading.defects)
    assert len(keys) == 69_202
    # 2,018 say "after", 11 "prints after": the role column of the file
    assert qualifiers["after"] == 2_029
    assert qualifiers["attributed to"] == 171
    assert codes["date-contradiction"] <= 0.003 * 69_202
