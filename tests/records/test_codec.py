"""A record that was written is read back the same, whatever is in it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.records import (
    Dimension,
    Event,
    Maker,
    Record,
    RecordFormatError,
    Rights,
    Surrogate,
    Term,
    Text,
    decode,
    encode,
)
from vitrine.records.work import Date

# Lone surrogates are no Unicode text: readers never let them through.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
texts = st.lists(st.builds(Text, words, st.sampled_from(["und", "en", "it", "zh-Hant"]), words), max_size=3).map(tuple)
years = st.none() | st.integers(-5000, 2100)
terms = st.lists(st.builds(Term, texts, st.lists(words, max_size=2).map(tuple)), max_size=3).map(tuple)
records = st.builds(
    Record,
    id=words,
    key=words,
    titles=texts,
    descriptions=texts,
    object_types=terms,
    makers=st.lists(st.builds(Maker, name=words, born=years, died=years, anonymous=st.booleans()), max_size=2).map(
        tuple
    ),
    events=st.lists(
        st.builds(Event, kind=words, date=st.none() | st.builds(Date, words, words, years, years)), max_size=2
    ).map(tuple),
    dimensions=st.lists(
        st.builds(Dimension, words, st.floats(allow_nan=False, allow_infinity=False), words), max_size=2
    ).map(tuple),
    rights_of_object=st.none() | st.builds(Rights, words, words),
    surrogates=st.lists(st.builds(Surrogate, key=words, alt=texts), max_size=2).map(tuple),
)


@given(records)
def test_round_trip(record):
    assert decode(encode(record)) == record


@given(records)
def test_equal_records_are_written_the_same(record):
    assert encode(record) == encode(decode(encode(record)))


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b'{"schema":1,"record":{"id":1}}', b'{"schema":1}'])
def test_what_is_no_record_is_refused_in_one_sentence(data):
    with pytest.raises(RecordFormatError, match="not a Vitrine record"):
        decode(data)


def test_a_record_of_another_schema_says_so():
    data = msgspec.json.encode({"schema": 999, "record": {"id": "a", "key": "a"}})
    with pytest.raises(RecordFormatError, match="schema 999"):
        decode(data)
