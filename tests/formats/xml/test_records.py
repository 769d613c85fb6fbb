"""LIDO and EDM in any state of disorder: a record, or a reason why it is none; never anything else."""

import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from vitrine.formats import RawRecord, UnreadableRecordError, open_feed
from vitrine.records import decode, encode

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = ("lido-1.0.xml", "lido-1.1.xml", "edm-external.xml", "edm-internal.xml")
FEEDS = {name: open_feed(SAMPLES / name, feed="museum") for name in NAMES}
TREES = {name: etree.fromstring(next(feed.items()).raw) for name, feed in FEEDS.items()}

WORDS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.sampled_from(
        [
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "NULL",
            "http://",
            "12,5,3",
            "c. 1850",
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A0",
            "٣",
        ]
    ),
)
CHANGES = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(["drop", "empty", "say", "twice", "move", "attribute"]), WORDS),
    min_size=1,
    max_size=12,
)


def changed(root, changes):
    """Return a copy of a document with elements dropped, emptied, doubled, moved, and other words in them."""
    root = copy.deepcopy(root)
    for number, what, words in changes:
        elements = [e for e in root.iter() if isinstance(e.tag, str)][1:]
        if not elements:
            break
        e = elements[number % len(elements)]
        parent = e.getparent()
        if what == "drop":
            parent.remove(e)
        elif what == "empty":
            e.clear()
        elif what == "say":
            e.text = words
        elif what == "twice":
            parent.append(copy.deepcopy(e))
        elif what == "attribute":
            for name in e.attrib:
                e.set(name, words)
        else:
            elements[(number * 7) % len(elements)].append(copy.deepcopy(e))
    return etree.tostring(root)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=120, deadline=None)
@given(changes=CHANGES)
def test_any_disorder_is_a_record_or_has_a_reason(name, changes):
    content = changed(TREES[name], changes)
    try:
        reading = FEEDS[name].read(RawRecord("x#1", content, content))
    except UnreadableRecordError as error:
        assert str(error)
        return
    assert decode(encode(reading.record)) == reading.record
    assert reading.record.key
    for one in (*reading.repairs, *reading.defects):
        assert isinstance(one.path, str)
