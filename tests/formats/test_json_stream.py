"""The values of a JSON file are found one by one, with their own bytes, however the file is cut into pieces."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats import json_stream
from vitrine.formats.json_stream import Shape, Values, shape_of

TREE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.sampled_from(['}"', '\\"', "[{", "\n", "\\"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(st.text(max_size=5), TREE, max_size=3), max_size=6)


def values(data: bytes, path: str = "") -> list:
    return [json.loads(piece.raw) for piece in Values(io.BytesIO(data), path) if not piece.fault]


@given(records=RECORDS, size=st.integers(1, 40), indent=st.sampled_from([None, 1]), ascii_=st.booleans())
def test_a_list_is_read_back_value_for_value_in_pieces_of_any_size(records, size, indent, ascii_):
    data = json.dumps(records, indent=indent, ensure_ascii=ascii_).encode()
    before = json_stream._PIECE
    json_stream._PIECE = size
    try:
        assert values(data) == records
        wrapped = {"skipped": {"docs": ["}"]}, "response": {"n": 1, "docs": records}, "after": [1]}
        assert values(json.dumps(wrapped, indent=indent).encode(), "response.docs") == records
    finally:
        json_stream._PIECE = before


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (b'{"id":1}\n{"id":2}\n', Shape(True)),
        (b'{"id":1}\r\n\r\n{"id":2}\r\n', Shape(True)),
        (b'{"id":1,}\n{"id":2}\n', Shape(True)),
        (b'[{"id":1},{"id":2}]', Shape(False)),
        (b" \n[\n]", Shape(False)),
        (b'{"count":2,"records":[{"id":1}]}', Shape(False, "records")),
        (b'{"info":{"records":{"a":[1]}},"response":{"docs":[{"id":1}]}}', Shape(False, "response.docs")),
        (b'{\n "artObjects": [\n {"id":1}\n]}', Shape(False, "artObjects")),
        (b'{"id":1,"contributors":[{"name":"x"}]}', Shape(False)),
        (b'{\n "id": 1,\n "items": ["a", "b"]\n}', Shape(False)),
        (b'{"note":"records: [{","id":1}', Shape(False)),
        (b"", Shape(False)),
    ],
)
def test_the_shape_of_a_file(data, shape):
    assert shape_of(data) == shape


def test_a_first_line_that_was_cut_does_not_hide_the_others():
    assert shape_of(b'{"id": 1, "ti\n{"id": 2}\n{"id": 3}\n{"id": 4}\n').lines
    assert not shape_of(b'{"records": [\n{"id": 2},\n{"id": 3},\n{"id": 4}\n]}\n').lines
    assert not shape_of(b'{\n"a": {},\n"b": {}\n}\n{\n"a": 1\n}\n').lines


def test_a_stated_path_is_believed():
    assert shape_of(b'{"werken":[{"id":1}]}', "werken") == Shape(False, "werken")


def test_objects_over_many_lines_one_after_another():
    assert values(b'{\n "id": 1\n}\n{\n "id": 2\n}\n') == [{"id": 1}, {"id": 2}]


def test_a_value_that_is_cut_short_is_handed_out_as_not_whole():
    pieces = list(Values(io.BytesIO(b'[{"id":1},{"id":2')))
    assert [(piece.place, piece.fault) for piece in pieces] == [(1, ""), (2, json_stream.ENDLESS)]
    assert pieces[1].raw == b'{"id":2'


def test_a_text_without_end_takes_no_more_than_its_own_value_with_it():
    pieces = [piece.raw for piece in Values(io.BytesIO(b'[{"id":1},\n{"id":"broken},\n{"id":3}\n]'))]
    assert pieces == [b'{"id":1}', b'{"id":"broken},', b'{"id":3}']


@pytest.mark.parametrize(
    "long",
    [
        b'{"id":"' + b"x" * 5000 + b'"}',
        b'{"id":"' + b'\\"' * 5000 + b'"}',
        b'{"id":[' + b'{"a":"}"},' * 500 + b"1]}",
        b"[" * 3000 + b"]" * 3000,
        b'"' + b"x" * 5000 + b'"',
        b'"' + b"x" * 5000 + b"\n",
    ],
)
def test_a_value_longer_than_any_record_is_cut_and_the_next_is_read(monkeypatch, long):
    monkeypatch.setattr(json_stream, "LONGEST_LINE", 1000)
    monkeypatch.setattr(json_stream, "_PIECE", 101)
    pieces = list(Values(io.BytesIO(b'[{"id":1},' + long + b',{"id":3}]')))
    assert [piece.fault for piece in pieces] == ["", json_stream.TOO_LONG, ""]
    assert long.startswith(pieces[1].raw)
    assert pieces[2].raw == b'{"id":3}'


def test_a_long_value_that_never_ends_is_told_from_one_that_does(monkeypatch):
    monkeypatch.setattr(json_stream, "LONGEST_LINE", 1000)
    monkeypatch.setattr(json_stream, "_PIECE", 100)
    pieces = list(Values(io.BytesIO(b'[{"id":1},{"id":[' + b'{"id":2},' * 1000)))
    assert [piece.fault for piece in pieces] == ["", json_stream.LOST]


@given(st.binary(max_size=200))
def test_any_bytes_come_to_an_end(data):
    for piece in Values(io.BytesIO(data)):
        assert piece.raw
