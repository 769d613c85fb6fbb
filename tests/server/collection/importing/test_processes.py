"""How many processes read a file: what counts is how much there is to read, however it is packed."""

import gzip
import os
import zipfile

import pytest

from vitrine.server.collection.importing.processes import MOST, WORTH_IT, how_many

SMALL, LARGE = 100, WORTH_IT + 1


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1}, raising=False)


def test_a_small_file_is_read_by_one_and_a_large_one_by_all(tmp_path, monkeypatch):
    file = tmp_path / "export.csv"
    file.write_bytes(b"x" * SMALL)
    assert how_many(file) == 1
    file.write_bytes(b"x" * LARGE)
    assert how_many(file) == 2
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: set(range(64)), raising=False)
    assert how_many(file) == MOST


@pytest.mark.parametrize("pack", ["gzip", "zip"])
def test_a_packed_file_counts_by_what_it_unpacks_to(tmp_path, pack):
    content = os.urandom(WORTH_IT // 8)
    packed = tmp_path / "packed"
    if pack == "gzip":
        packed.write_bytes(gzip.compress(content))
    else:
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("export.xml", content)
    bare = tmp_path / "bare"
    bare.write_bytes(content)
    assert (how_many(bare), how_many(packed)) == (1, 2)


def test_a_folder_counts_by_all_that_is_in_it(tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.xml").write_bytes(b"x" * (WORTH_IT // 3))
    assert how_many(tmp_path) == 2


def test_what_is_not_there_is_left_to_the_one_who_opens_it(tmp_path):
    assert how_many(tmp_path / "nowhere.csv") == 1
