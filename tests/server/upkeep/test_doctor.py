"""The doctor names what is wrong and what to do, changes nothing, and fails where something is in error."""

import fcntl
import os

import pytest

from tests.commands import Vitrine
from tests.server.upkeep.conftest import PICTURE, execute, findings, picture_of


def test_a_filled_home_is_healthy(collection):
    found = findings(collection)
    assert {"versions", "home", "permissions", "disk", "settings", "database", "migrations", "jobs", "media"} <= set(
        found
    )
    assert {name for name, (state, _) in found.items() if state == "error"} == set()
    assert "WAL" in found["database"][1]
    assert "1 files" in found["media"][1]
    for program in ("Python", "SQLite", "Django", "Wagtail", "Vitrine"):
        assert program in found["versions"][1]


def test_for_people_it_is_a_line_each(collection):
    said = collection.run("doctor").stdout
    assert "database" in said
    assert "Traceback" not in said


def test_what_is_not_there_is_not_made(tmp_path):
    vitrine = Vitrine(tmp_path / "nothing")
    state, message = findings(vitrine, status=1)["home"]
    assert (state, "There is no collection" in message) == ("error", True)
    assert not vitrine.home.exists()


def test_a_missing_picture_is_named(collection):
    picture_of(collection.home).unlink()
    state, message = findings(collection, status=1)["media"]
    assert (state, "1 missing" in message) == ("error", True)
    assert str(picture_of(collection.home)) in message


@pytest.mark.parametrize("content", [PICTURE[:-1], PICTURE[:-1] + b"x"])
def test_a_damaged_picture_is_named(collection, content):
    picture_of(collection.home).chmod(0o644)
    picture_of(collection.home).write_bytes(content)
    assert "1 damaged" in findings(collection, status=1)["media"][1]


def test_a_damaged_database_is_told(collection):
    execute(collection.home, "PRAGMA wal_checkpoint(TRUNCATE)")
    path = collection.home / "vitrine.sqlite3"
    content = bytearray(path.read_bytes())
    content[8192 : len(content) // 2] = os.urandom(len(content) // 2 - 8192)
    path.write_bytes(content)
    found = findings(collection, status=1)
    assert found["database"][0] == "error"
    assert "media" not in found


def test_a_key_that_others_can_read(collection):
    (collection.home / "secret-key").chmod(0o644)
    state, message = findings(collection, status=1)["permissions"]
    assert (state, "chmod 600" in message) == ("error", True)


def test_a_home_that_others_can_write_into(collection):
    collection.home.chmod(0o777)
    assert "chmod go-w" in findings(collection, status=1)["permissions"][1]


def test_records_in_quarantine(collection):
    state, message = findings(collection)["quarantine"]
    assert (state, "1 records" in message) == ("warning", True)


def test_a_job_whose_process_is_gone(collection):
    execute(collection.home, "UPDATE jobs_job SET state = 'running' WHERE kind = 'import'")
    state, message = findings(collection)["jobs"]
    assert (state, "its process is gone" in message) == ("warning", True)
    assert execute(collection.home, "SELECT state FROM jobs_job WHERE kind = 'import'") == [("running",)], (
        "only looked at"
    )


def test_a_job_that_runs_is_well(collection):
    execute(collection.home, "UPDATE jobs_job SET state = 'running' WHERE kind = 'import'")
    with (collection.home / "locks" / "import-ours.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert findings(collection)["jobs"][0] == "ok"


def test_a_job_that_failed(collection):
    execute(
        collection.home, "UPDATE jobs_job SET state = 'failed', message = 'The file ends early.' WHERE kind = 'import'"
    )
    state, message = findings(collection)["jobs"]
    assert (state, "The file ends early." in message) == ("warning", True)


def test_pending_migrations(collection):
    execute(collection.home, "DELETE FROM django_migrations WHERE app = 'collection' AND name = '0006_noted'")
    state, message = findings(collection)["migrations"]
    assert (state, "collection.0006_noted" in message) == ("warning", True)


@pytest.mark.parametrize(("name", "value"), [("VITRINE_MEDIA_RATE", "often"), ("DATABASE_URL", "mysql://localhost/x")])
def test_a_setting_that_makes_no_sense(collection, name, value):
    collection.environment[name] = value
    state, message = findings(collection, status=1)["settings"]
    assert (state, value.partition(":")[0] in message) == ("error", True)


def test_hosts_inside_the_network_are_pointed_out(collection):
    collection.environment["VITRINE_MEDIA_PRIVATE_HOSTS"] = "images.local"
    state, message = findings(collection)["settings"]
    assert (state, "images.local" in message) == ("warning", True)


@pytest.mark.postgres
def test_on_postgresql(vitrine_on_postgresql):
    found = findings(vitrine_on_postgresql)
    assert found["database"][1].startswith("PostgreSQL ")
    assert found["media"][0] == "ok"


@pytest.mark.postgres
def test_a_postgresql_that_does_not_answer(vitrine_on_postgresql):
    vitrine_on_postgresql.environment["DATABASE_URL"] = "postgres://vitrine@127.0.0.1:1/none"
    assert findings(vitrine_on_postgresql, status=1)["database"][0] == "error"
