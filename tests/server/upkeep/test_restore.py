"""Restoring: into an empty home only, nothing from a file that is not whole, and as if never stopped."""

import gzip
import io
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import msgspec
import pytest

from tests.commands import Vitrine
from tests.server.collection.media.files import sha256
from tests.server.upkeep.conftest import everything, execute, findings
from vitrine.server.home import BusyError, held
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.backup import backup
from vitrine.server.upkeep.manifest import Manifest, Part
from vitrine.server.upkeep.restore import restore


def rewritten(file: Path, change, **manifest_changes) -> Path:
    """Write the back-up anew with `change` done to its entries (name to bytes), and the manifest changed to fit."""
    with tarfile.open(file) as tar:
        entries = {name: tar.extractfile(name).read() for name in tar.getnames()}
    manifest = msgspec.json.decode(entries.pop("manifest.json"), type=Manifest)
    entries.pop("manifest.sha256")
    change(entries)
    parts = {name: Part(len(content), sha256(content)) for name, content in entries.items()}
    manifest = msgspec.structs.replace(manifest, **{"parts": parts, **manifest_changes})
    content = msgspec.json.encode(manifest)
    last = [("manifest.json", content), ("manifest.sha256", sha256(content).encode())]
    other = file.with_name("rewritten.tar")
    with tarfile.open(other, "w") as tar:
        for name, content in [*entries.items(), *last]:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return other


def nothing(_entries):
    pass


def refused(file: Path, home: Path) -> str:
    with pytest.raises(UpkeepError) as error:
        restore(file, home)
    assert not (home / "vitrine.sqlite3").exists()
    assert not (home / "restoring").exists()
    return str(error.value)


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "restored"


def test_a_home_in_use_is_not_touched(made, collection, exported):
    assert "is not empty" in collection.error("restore", made)
    assert everything(collection) == exported


def test_a_folder_with_anything_in_it_is_not_touched(made, target):
    target.mkdir()
    (target / "thesis.txt").write_text("dear")
    assert "thesis.txt" in refused(made, target)
    assert (target / "thesis.txt").read_text() == "dear"


def test_an_empty_folder_is_filled(made, target):
    target.mkdir()
    assert restore(made, target).works == 3


def test_every_damaged_byte_is_noticed(made, target):
    """One byte in every entry's content and header: each must be met before anything is put in place."""
    whole = made.read_bytes()
    with tarfile.open(made) as tar:
        places = [
            place for entry in tar for place in (entry.offset + 20, entry.offset_data + entry.size // 2) if entry.size
        ]
    for place in places:
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        refused(made, target)
    assert not target.exists()


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 1.0])
def test_a_file_that_was_cut_is_refused(made, target, share):
    with tarfile.open(made) as tar:
        end = max(entry.offset_data + entry.size for entry in tar)  # what follows is padding
    made.write_bytes(made.read_bytes()[: int((end - 1) * share)])
    refused(made, target)
    assert not target.exists()


def test_what_is_no_back_up(tmp_path, target):
    (tmp_path / "letter.txt").write_text("Dear museum, " * 100)
    assert "is no back-up of Vitrine" in refused(tmp_path / "letter.txt", target)
    assert "There is no file" in refused(tmp_path / "nothing.tar", target)
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "letter.txt", "letter.txt")
    assert "letter.txt" in refused(tmp_path / "other.tar", target)


@pytest.mark.parametrize(
    "name",
    [
        "../escaped",
        "media/../../escaped",
        "/escaped",
        "media//a",
        "media/./a",
        "vitrine.sqlite3",
        "locks/a",
        "media",
    ],
)
def test_an_entry_of_another_name_is_refused(made, target, name):
    file = rewritten(made, lambda entries: entries.update({name: b"x"}))
    assert "no back-up of Vitrine holds" in refused(file, target)
    assert not (target.parent / "escaped").exists()
    assert not Path("/escaped").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_an_entry_that_is_no_file_is_refused(made, target, kind):
    """Also where its manifest says what reading it would give: the file it links to, or nothing."""
    with tarfile.open(made) as tar:
        key = tar.extractfile("secret-key").read()
        manifest = msgspec.json.decode(tar.extractfile("manifest.json").read(), type=Manifest)
    content = key if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else b""
    parts = {**manifest.parts, "media/aa": Part(len(content), sha256(content))}
    file = rewritten(made, nothing, parts=parts)
    with tarfile.open(file, "a") as tar:
        entry = tarfile.TarInfo("media/aa")
        entry.type, entry.linkname = kind, "../secret-key" if kind == tarfile.SYMTYPE else "secret-key"
        tar.addfile(entry)
    assert "'media/aa', which no back-up of Vitrine holds" in refused(file, target)


def test_an_entry_that_stands_twice_is_refused(made, target):
    with tarfile.open(made) as tar:
        key = tar.extractfile("secret-key").read()
    with tarfile.open(made, "a") as tar:
        entry = tarfile.TarInfo("secret-key")
        entry.size = len(key)
        tar.addfile(entry, io.BytesIO(key))
    assert "'secret-key', which no back-up of Vitrine holds" in refused(made, target)


def test_an_entry_that_is_not_listed_or_missing_is_refused(made, target):
    file = rewritten(made, lambda entries: entries.pop("mappings/ours.toml"), parts={})
    assert "manifest" in refused(file, target)


@pytest.mark.parametrize(
    "changes",
    [{"vitrine": "99.0"}, {"schema": 99}, {"format": 99}, {"migrations": ["collection.9999_from_the_future"]}],
)
def test_a_back_up_of_a_newer_version_is_refused(made, target, changes):
    said = refused(rewritten(made, nothing, **changes), target)
    assert "newer than this one" in said


def test_a_back_up_of_an_older_version_is_brought_up_to_date(collection, tmp_path, target):
    environment = {**collection.environment, "VITRINE_HOME": str(collection.home)}
    line = "-m django migrate collection 0001 --skip-checks --settings vitrine.server.settings"
    subprocess.run([sys.executable, *line.split()], env=environment, check=True, capture_output=True)
    columns = "SELECT count(*) FROM pragma_table_info('collection_workmedia') WHERE name = 'stamp'"
    assert execute(collection.home, columns) == [(0,)]
    backup(collection.home, tmp_path / "old.tar")
    restore(tmp_path / "old.tar", target)
    assert execute(target, columns) == [(1,)]
    assert findings(Vitrine(target))["migrations"][0] == "ok"


def test_a_database_that_unpacks_to_more_than_it_says_is_refused(made, target):
    def bomb(entries):
        entries["database.sqlite3.gz"] = gzip.compress(bytes(50_000_000))

    assert "not of the size" in refused(rewritten(made, bomb), target)


def test_a_database_that_is_none_is_refused(made, target):
    def broken(entries):
        entries["database.sqlite3.gz"] = gzip.compress(b"SQLite format 3\0" + bytes(10_000))

    assert "damaged" in refused(rewritten(made, broken, database_size=10_016), target)


def test_a_back_up_of_another_kind_of_database_says_what_to_set(made, target, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://localhost/x")
    assert "Unset DATABASE_URL" in refused(made, target)


def test_a_disk_too_small_is_known_before_it_is_full(made, target, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(100, 90, 10))
    assert "10 bytes free" in refused(made, target)


def test_one_at_a_time(made, target):
    (target / "locks").mkdir(parents=True)
    with held(target, "restore", "x"), pytest.raises(BusyError):
        restore(made, target)


KILLED = """
import os, sys
from pathlib import Path
from vitrine.server.upkeep import restore
def die(*_): os.kill(os.getpid(), 9)
step, number = sys.argv[3], 0
if step.isdecimal():
    rename = Path.rename
    def renamed(path, to):
        global number
        number += 1
        if number > int(step): die()
        return rename(path, to)
    Path.rename = renamed
else:
    setattr(restore, step, die)
restore.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""
"""A restore whose process is killed at a step: before a function, or after so many parts were moved into place."""


@pytest.mark.parametrize("step", ["_unpack", "_fill_database", "_bring_up_to_date", "0", "1", "4"])
def test_a_restore_that_was_killed_is_seen_and_can_be_done_again(made, exported, target, step):
    restored = Vitrine(target)
    killed = subprocess.run([sys.executable, "-c", KILLED, made, target, step], env=restored.environment, check=False)
    assert killed.returncode == -9
    state, message = findings(restored, status=1)["home"]
    assert (state, "vitrine restore" in message) == ("error", True)
    restored.run("restore", made)
    assert everything(restored) == exported
    assert not (target / "restoring").exists()


@pytest.mark.postgres
@pytest.mark.parametrize("step", ["_unpack", "_bring_up_to_date", "1"])
def test_a_killed_restore_into_postgresql_can_be_done_again(
    made_on_postgresql, filled_postgresql, target, step, postgresql
):
    restored = Vitrine(target, postgresql.create(f"killed_{target.parent.name}"))
    line = [sys.executable, "-c", KILLED, made_on_postgresql, target, step]
    assert subprocess.run(line, env=restored.environment, check=False).returncode == -9
    restored.run("restore", made_on_postgresql)
    assert everything(restored) == everything(filled_postgresql)


@pytest.mark.postgres
def test_a_postgresql_database_in_use_is_not_touched(made_on_postgresql, vitrine_on_postgresql, target):
    before = everything(vitrine_on_postgresql)
    same = Vitrine(target, vitrine_on_postgresql.environment["DATABASE_URL"])
    assert "not empty" in same.error("restore", made_on_postgresql)
    assert everything(vitrine_on_postgresql) == before
