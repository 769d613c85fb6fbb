"""Backing up: while others write, onto full disks, and never over anything."""

import os
import resource
import sqlite3
import stat
import tarfile
import threading

import pytest

from tests.server.upkeep.conftest import PICTURE, execute, picture_of
from vitrine.server.home import BusyError, held
from vitrine.server.options import SettingError
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.backup import backup
from vitrine.server.upkeep.database import load_sqlite
from vitrine.server.upkeep.verify import open_backup, verify


def names(file) -> set[str]:
    with tarfile.open(file) as tar:
        return set(tar.getnames())


def test_what_is_kept_is_in_it_and_what_is_made_anew_is_not(collection, tmp_path):
    for made_anew in ("cache/derivatives/a.webp", "static/site.css", "media/drafts/half", "house/works.json"):
        path = collection.home / made_anew
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (collection.home / "uploads" / "link").symlink_to("/etc/passwd")
    backup(collection.home, tmp_path / "made.tar")
    picture = picture_of(collection.home).relative_to(collection.home).as_posix()
    kept = {"secret-key", "mappings/ours.toml", "uploads/a/press.txt", picture}
    ours = {"database.sqlite3.gz", "manifest.json", "manifest.sha256"}
    assert names(tmp_path / "made.tar") == kept | ours


def test_nobody_else_may_read_it_and_nothing_is_left_beside_it(made, tmp_path):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


def test_a_file_that_is_there_is_not_overwritten(collection, tmp_path):
    file = tmp_path / "made.tar"
    file.write_text("something dear")
    assert "exists already" in collection.error("backup", file)
    assert file.read_text() == "something dear"


def test_a_stopped_back_up_does_not_hinder_the_next(collection, tmp_path):
    for name in ("made.tar.partial", "made.tar.database.partial", "made.tar.database.partial.copy"):
        (tmp_path / name).write_text("half")
    backup(collection.home, tmp_path / "made.tar")
    assert "manifest.json" in names(tmp_path / "made.tar")
    assert list(tmp_path.glob("*.partial*")) == []


def test_it_is_consistent_while_others_write(collection, tmp_path):
    """A writer always adds two rows in one transaction: a copy with an odd number caught it halfway."""
    execute(collection.home, "CREATE TABLE pairs (content BLOB)")
    stop, writing, before = threading.Event(), threading.Event(), []

    def write():
        database = sqlite3.connect(collection.home / "vitrine.sqlite3", timeout=30)
        while not stop.is_set():
            with database:
                database.execute("INSERT INTO pairs VALUES (?)", (os.urandom(20_000),))
                database.execute("INSERT INTO pairs VALUES (?)", (os.urandom(20_000),))
            writing.set()
        database.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        writing.wait()
        for number in range(5):
            before.append(execute(collection.home, "SELECT count(*) FROM pairs")[0][0])
            backup(collection.home, tmp_path / f"{number}.tar")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        with open_backup(tmp_path / f"{number}.tar") as tar:
            manifest = verify(tar)
            tar.extract("database.sqlite3.gz", folder, filter="data")
        load_sqlite(folder / "database.sqlite3.gz", folder / "vitrine.sqlite3", manifest.database_size)
        ((count,),) = execute(folder, "SELECT count(*) FROM pairs")
        assert count % 2 == 0
        assert count >= before[number] > 0, "what was written before it began is in it"


def test_a_full_disk_is_one_sentence_and_leaves_nothing(collection, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    process = collection.start("backup", tmp_path / "made.tar", stderr=-1, preexec_fn=little_room)
    said = process.communicate()[1]
    assert process.returncode == 1
    assert said.startswith("vitrine: ")
    assert said.count("\n") == 1
    assert "made.tar" in said
    assert list(tmp_path.glob("made.tar*")) == []


def test_media_that_are_missing_or_damaged_are_named(collection, tmp_path):
    picture = picture_of(collection.home)
    checksum = picture.parent.name + picture.name
    picture.chmod(0o644)
    picture.write_bytes(PICTURE[:-1] + b"x")
    assert backup(collection.home, tmp_path / "one.tar")[4:] == ([], [checksum])
    picture.unlink()
    assert backup(collection.home, tmp_path / "two.tar")[4:] == ([checksum], [])
    assert "1 files missing" in collection.run("backup", tmp_path / "three.tar").stderr


def test_a_damaged_database_is_not_backed_up_as_if_it_were_sound(collection, tmp_path):
    execute(collection.home, "PRAGMA wal_checkpoint(TRUNCATE)")
    ((page,),) = execute(collection.home, "SELECT rootpage FROM sqlite_master WHERE name = 'collection_statement'")
    ((size,),) = execute(collection.home, "PRAGMA page_size")
    path = collection.home / "vitrine.sqlite3"
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = os.urandom(size)
    path.write_bytes(content)
    assert "The database is damaged" in collection.error("backup", tmp_path / "made.tar")
    assert list(tmp_path.glob("made.tar*")) == []


@pytest.mark.parametrize(
    ("where", "reason"),
    [("media/made.tar", "itself backed up"), ("nowhere/made.tar", "There is no folder"), ("made.tar", "")],
)
def test_where_it_may_be_written(collection, where, reason):
    file = collection.home / where
    if reason:
        with pytest.raises(UpkeepError, match=reason):
            backup(collection.home, file)
    else:
        assert backup(collection.home, file).works == 3
        assert "made.tar" not in names(file)


def test_without_a_collection_there_is_nothing_to_back_up(tmp_path):
    with pytest.raises(UpkeepError, match="There is no collection"):
        backup(tmp_path / "home", tmp_path / "made.tar")
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time(collection, tmp_path):
    with held(collection.home, "backup", "x"), pytest.raises(BusyError):
        backup(collection.home, tmp_path / "made.tar")


def test_progress_ends_at_all_of_it(collection, tmp_path):
    seen = []
    backup(collection.home, tmp_path / "made.tar", lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > len(PICTURE)
    assert seen == sorted(seen)


def test_another_kind_of_database_is_named(collection, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/x")
    with pytest.raises(SettingError, match="'mysql'"):
        backup(collection.home, tmp_path / "made.tar")


@pytest.mark.postgres
def test_without_pg_dump_the_message_says_what_to_install(collection, tmp_path, monkeypatch, postgresql):
    monkeypatch.setenv("DATABASE_URL", postgresql.url("postgres"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UpkeepError, match="pg_dump is not installed"):
        backup(collection.home, tmp_path / "made.tar")
