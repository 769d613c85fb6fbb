"""Records cut out of XML, whatever the file's length, and whatever is wrong in it."""

import gzip
import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vitrine.formats.containers import Member, members
from vitrine.formats.reading import FeedError, RawRecord, Unreadable
from vitrine.formats.xml.cutting import LONGEST_RECORD, cut


class Dribble(io.RawIOBase):
    """A stream that gives out a few bytes at a time, as a slow archive does."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = io.BytesIO(data), size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = self._data.read(min(len(buffer), self._size))
        buffer[: len(piece)] = piece
        return len(piece)


def items(data: bytes, size: int = 1 << 20) -> list[RawRecord | Unreadable]:
    return list(cut(Member("file.xml", io.BufferedReader(Dribble(data, size))), "rec"))


def texts(data: bytes) -> list[str]:
    """Return the text of each record, and `!` for each that is unreadable."""
    return [
        "".join(etree.fromstring(item.raw).itertext()) if isinstance(item, RawRecord) else "!" for item in items(data)
    ]


def test_records_are_documents_of_their_own():
    data = b'<w xmlns:p="urn:p" xmlns="urn:d" xml:lang="it"><inner><p:rec a="1">x</p:rec></inner><p:rec/>\n</w>'
    first, second = items(data)
    assert isinstance(first, RawRecord)
    assert first.locator == "file.xml#1"
    record = etree.fromstring(first.raw)[0]
    assert record.tag == "{urn:p}rec"
    assert record.getparent().get("{http://www.w3.org/XML/1998/namespace}lang") == "it"
    assert b'<p:rec a="1">x</p:rec>' in first.raw
    assert isinstance(second, RawRecord)
    assert second.locator == "file.xml#2"


def test_a_record_may_be_the_whole_document():
    assert texts(b'<?xml version="1.0"?>\n<rec xmlns="urn:x">one</rec>\n') == ["one"]


def test_longer_names_are_no_records():
    assert texts(b"<w><rec>a<recID>b</recID></rec><records><rec>c</rec></records></w>") == ["ab", "c"]


def test_what_stands_in_comments_and_cdata_is_no_markup():
    data = (
        b"<w><!-- <rec>no</rec> --><![CDATA[<rec>no</rec>]]><?php <rec>?>"
        b"<rec>a<!-- </rec> -->b<![CDATA[</rec><rec>]]>c</rec></w>"
    )
    assert texts(data) == ["ab</rec><rec>c"]


def test_a_broken_record_costs_no_other():
    found = items(b"<w><rec>1</rec><rec>2<b></w><rec>3</rec></w>")
    assert [item.raw for item in found if isinstance(item, RawRecord)] == [b"<rec>1</rec>", b"<rec>3</rec>"]
    (broken,) = (item for item in found if isinstance(item, Unreadable))
    assert broken.raw == b"<rec>2<b></w>"
    assert "before the end tag </rec>" in broken.reason


def test_an_end_without_a_beginning_shows_what_was_lost():
    (lost, found) = items(b"<w><b>rest</b></rec><rec>2</rec></w>")
    assert isinstance(lost, Unreadable)
    assert b"<b>rest</b></rec>" in lost.raw
    assert isinstance(found, RawRecord)


@pytest.mark.parametrize("cut_at", range(1, 38))
def test_a_file_cut_anywhere_says_so_and_keeps_what_came_before(cut_at):
    whole = b"<w>\n<rec>1</rec>\n<rec>2</rec>\n<x/>\n</w>\n"
    found = items(whole[:cut_at])
    good = [item.raw for item in found if isinstance(item, RawRecord)]
    assert good == [record for record in (b"<rec>1</rec>", b"<rec>2</rec>") if record in whole[:cut_at]]
    assert any(isinstance(item, Unreadable) for item in found)


def test_damage_of_the_archive_is_told_where_it_happened(tmp_path):
    records = b"".join(b"<rec>%d</rec>" % number for number in range(50_000))
    packed = gzip.compress(b"<w>" + records + b"</w>")
    (tmp_path / "cut.xml.gz").write_bytes(packed[: len(packed) // 2])
    found: list[RawRecord | Unreadable] = []

    def read() -> None:
        for member in members(tmp_path / "cut.xml.gz"):
            found.extend(cut(member, "rec"))

    with pytest.raises(FeedError, match="cut short"):
        read()
    assert len(found) > 10_000
    assert isinstance(found[-1], Unreadable)
    assert "cut short" in found[-1].reason
    assert all(isinstance(item, RawRecord) for item in found[:-1])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252", "shift-jis"])
def test_encodings(encoding):
    word = "日本" if encoding == "shift-jis" else "Café"
    text = f'<?xml version="1.0" encoding="{encoding}"?><w><rec>{word}</rec><rec>2</rec></w>'
    assert texts(text.encode(encoding)) == [word, "2"]


def test_a_byte_order_mark_is_no_part_of_the_record():
    assert texts(b"\xef\xbb\xbf<rec>1</rec>") == ["1"]


def test_what_holds_no_record_is_one_unreadable():
    for data, reason in ((b"", "empty"), (b"id,title\n1,x\n", "no XML"), (b"<w><x/></w>", "no <rec>")):
        (item,) = items(data)
        assert isinstance(item, Unreadable)
        assert item.raw == data
        assert reason in item.reason


def test_pictures_beside_the_data_are_no_data():
    assert list(cut(Member("front.jpg", io.BufferedReader(io.BytesIO(b"\xff\xd8\xff"))), "rec")) == []


def test_what_was_refused_says_why():
    (item,) = cut(Member("in.zip", io.BufferedReader(io.BytesIO()), "an archive"), "rec")
    assert isinstance(item, Unreadable)
    assert "an archive" in item.reason


class Endless(io.RawIOBase):
    """A beginning, a very long middle, an end."""

    def __init__(self, start: bytes, middle: int, end: bytes) -> None:
        self._pieces: Iterator[bytes] = iter((start, *([b"x" * 65_536] * (middle // 65_536)), end))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_record_of_any_length_takes_bounded_memory_and_the_next_is_read():
    length = 10 * LONGEST_RECORD
    tracemalloc.start()
    stream = io.BufferedReader(Endless(b"<w><rec>", length, b"</rec><rec>2</rec></w>"), 65_536)
    long, good = cut(Member("big.xml", stream), "rec")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(long, Unreadable)
    assert "too long" in long.reason
    assert len(long.raw) < 100_000
    assert isinstance(good, RawRecord)
    assert peak < 8 * LONGEST_RECORD


def test_a_comment_or_tag_of_any_length_takes_bounded_memory():
    for start, end, records in ((b"<w><!--", b"--><rec>2</rec></w>", 1), (b"<w><a ", b"><rec>2</rec></w>", 1)):
        tracemalloc.start()
        stream = io.BufferedReader(Endless(start, 100_000_000, end), 65_536)
        found = list(cut(Member("big.xml", stream), "rec"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert sum(isinstance(item, RawRecord) for item in found) == records
        assert peak < 20_000_000


_INSIDE = st.lists(
    st.sampled_from(
        ["a", " ", "é", "<b>", "</b>", "<b/>", "<!--</rec>-->", "<![CDATA[<rec>]]>", "<recID>", "&amp;", ">", "'"]
    ),
    max_size=8,
).map("".join)
_BETWEEN = st.lists(
    st.sampled_from(["\n", "<!--<rec>-->", "<x>", "</x>", "<x/>", "<?pi <rec>?>", "text"]), max_size=4
).map("".join)


@given(st.lists(st.tuples(_BETWEEN, _INSIDE), max_size=6), st.integers(min_value=1, max_value=200))
def test_every_record_comes_out_as_it_stands_whatever_surrounds_it(parts, size):
    data = "<w>" + "".join(f"{between}<rec>{inside}</rec>" for between, inside in parts) + "</w>"
    found = items(data.encode(), size)
    records = [item.raw.decode() for item in found if isinstance(item, RawRecord)]
    assert records == [f"<rec>{inside}</rec>" for _, inside in parts]


@given(st.binary(max_size=300), st.integers(min_value=1, max_value=50))
def test_any_bytes_are_given_out_somehow(data, size):
    found = items(data, size)
    assert found
    for item in found:
        assert item.locator.startswith("file.xml")


@given(
    st.lists(
        st.sampled_from(
            [b"<rec>", b"</rec>", b"<", b">", b"a", b"<w>", b"</w>", b"<!--", b"-->", b"<![CDATA[", b"]]>"]
        ),
        max_size=30,
    )
)
def test_markup_in_any_order_never_stops_it(pieces):
    for size in (1, 7, 1000):
        found = items(b"".join(pieces), size)
        assert [type(item) for item in found] == [type(item) for item in items(b"".join(pieces))]


def test_a_folder_of_files_and_pictures(tmp_path: Path):
    (tmp_path / "a.xml").write_bytes(b"<rec>1</rec>")
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    found = [item for member in members(tmp_path) for item in cut(member, "rec")]
    assert [item.locator for item in found] == ["a.xml#1"]
