"""Reading in several processes: the same as in one, in the same order, and its end is never taken for success."""

import gzip
import json
import multiprocessing
import os
from pathlib import Path

import pytest

from vitrine.formats import FeedError
from vitrine.server.collection.importing import processes
from vitrine.server.collection.importing.batch import SIZE, Opening, batches
from vitrine.server.collection.importing.readers import ReaderDiedError, read_batches

MAPPING = '[source]\nformat = "json"\n[record]\nid = "id"\n[[titles]]\npath = "name"\n'


@pytest.fixture(autouse=True)
def two_readers(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1}, raising=False)
    monkeypatch.setattr(processes, "WORTH_IT", 0)


def opening(path: Path, records: int, end: str = "") -> Opening:
    lines = (json.dumps({"id": str(n), "name": f"Work {n} " + "of many words " * 50}) for n in range(records))
    path.write_text("\n".join(lines) + "\n" + end)
    return Opening(str(path), "ours", "json", MAPPING)


def test_two_readers_give_what_one_gives_in_the_order_of_the_file(tmp_path):
    feed = opening(tmp_path / "feed.ndjson", 3 * SIZE + 7, "no json\n")
    assert list(read_batches(feed, 0)) == list(batches(feed, 0))
    assert list(read_batches(feed, SIZE + 1)) == list(batches(feed, SIZE + 1))


def test_a_fault_comes_after_all_that_stands_before_it(tmp_path):
    feed = opening(tmp_path / "feed.ndjson", 10)
    whole = (tmp_path / "feed.ndjson").read_bytes()
    packed = tmp_path / "feed.ndjson.gz"
    packed.write_bytes(gzip.compress(whole * 200)[:-8])
    found = []
    with pytest.raises(FeedError, match="damaged or cut short"):
        found.extend(read_batches(feed._replace(path=str(packed)), 0))
    assert sum(len(batch.incoming) for batch in found) > 0


def test_a_reader_that_is_killed_is_no_end_of_the_file(tmp_path):
    feed = opening(tmp_path / "feed.ndjson", 20 * SIZE)
    reading = read_batches(feed, 0)
    next(reading)
    for process in multiprocessing.active_children():
        process.kill()
    with pytest.raises(ReaderDiedError, match="goes on"):
        list(reading)
