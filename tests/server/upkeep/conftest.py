"""A small collection with a picture, to be backed up."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_import import CC0, INC
from tests.commands import Vitrine
from tests.postgres import Server
from tests.server.collection.media.files import image, sha256
from vitrine.server.upkeep.backup import backup

PICTURE = image(".jpg", 60, 40)

MAPPING = """
[source]
format = "csv"
language = "en"

[record]
id = "number"

[[titles]]
path = "title"

[[rights]]
of = "object"
statement = "rights"

[[surrogates]]
file = "image"
"""

ROWS = [("1", "A Dance", CC0, "dance.jpg"), ("2", "Still Life", INC, ""), ("3", "Café", "", "missing.jpg")]


def table(folder: Path) -> Path:
    """Write the table and its picture to `folder`; its last row has the identifier of another."""
    (folder / "dance.jpg").write_bytes(PICTURE)
    lines = ["number,title,rights,image", *(",".join(row) for row in [*ROWS, ("1", "Twice", "", "")])]
    (folder / "ours.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder / "ours.csv"


def fill(vitrine: Vitrine, folder: Path) -> Vitrine:
    """Import a table with a picture, and decide something, so that every kind of row is there."""
    (folder / "ours.toml").write_text(MAPPING)
    vitrine.run("import", table(folder), "--source", "ours", "--mapping", folder / "ours.toml")
    vitrine.run(
        "rights", "set", CC0, "--source", "ours", "--where", "rights=missing", "--evidence", "old", "--by", "Ada"
    )
    (vitrine.home / "mappings" / "ours.toml").write_text(MAPPING)
    (vitrine.home / "uploads" / "a").mkdir(parents=True)
    (vitrine.home / "uploads" / "a" / "press.txt").write_text("a file from the studio")
    return vitrine


@pytest.fixture(scope="session")
def filled_home(fresh_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled home with SQLite, copied for each test: filling one takes seconds."""
    folder = tmp_path_factory.mktemp("filled")
    return fill(Vitrine(shutil.copytree(fresh_home, folder / "home")), folder).home


@pytest.fixture(scope="session")
def filled_back_up(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A back-up of the filled home, copied for each test."""
    file = tmp_path_factory.mktemp("back-up") / "made.tar"
    backup(filled_home, file)
    return file


@pytest.fixture(scope="session")
def filled_postgresql(
    fresh_home: Path, fresh_database: str, postgresql: Server, tmp_path_factory: pytest.TempPathFactory
) -> Vitrine:
    """A filled home with PostgreSQL."""
    folder = tmp_path_factory.mktemp("filled-pg")
    url = postgresql.create("filled", fresh_database)
    return fill(Vitrine(shutil.copytree(fresh_home, folder / "home"), url), folder)


@pytest.fixture(scope="session")
def made_on_postgresql(filled_postgresql: Vitrine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A back-up of the filled home with PostgreSQL."""
    file = tmp_path_factory.mktemp("back-up-pg") / "made.tar"
    filled_postgresql.run("backup", file)
    return file


@pytest.fixture(scope="session")
def exported(filled_home: Path) -> str:
    """Everything that the filled home holds."""
    return everything(Vitrine(filled_home))


@pytest.fixture
def collection(filled_home: Path, home: Path) -> Vitrine:
    """A filled home with SQLite."""
    return Vitrine(shutil.copytree(filled_home, home))


@pytest.fixture
def made(filled_back_up: Path, tmp_path: Path) -> Path:
    """A back-up of the filled home."""
    return shutil.copy(filled_back_up, tmp_path / "made.tar")


@pytest.fixture
def vitrine_on_postgresql(
    filled_postgresql: Vitrine, home: Path, tmp_path: Path, postgresql: Server
) -> Iterator[Vitrine]:
    """A filled home with PostgreSQL."""
    name = f"copy_{tmp_path.name}"
    yield Vitrine(shutil.copytree(filled_postgresql.home, home), postgresql.create(name, "filled"))
    postgresql.drop(name)


EXPORT = """
import sys
from pathlib import Path
from vitrine.server.start import open_home
open_home(Path(sys.argv[1]))
from django.core import serializers
from vitrine.server.collection.account import account
from vitrine.server.collection.models import MediaFile, Quarantined, RightsDecision, Version, Work, WorkMedia
from vitrine.server.collection.report import report
for work in Work.objects.order_by("id"):
    print(account(work))
print(report())
for model in (Version, Quarantined, RightsDecision, MediaFile, WorkMedia):
    print(serializers.serialize("json", model.objects.order_by("id")))
"""


def everything(vitrine: Vitrine) -> str:
    """Return all that a home holds: records with layers and decisions, the report, raw bytes, quarantine, log, media."""
    line = [sys.executable, "-c", EXPORT, str(vitrine.home)]
    done = subprocess.run(line, env=vitrine.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") > len(ROWS)
    return done.stdout


def picture_of(home: Path) -> Path:
    """Return where the picture is kept."""
    return home / "media" / sha256(PICTURE)[:2] / sha256(PICTURE)[2:]


def execute(home: Path, statement: str, *values: object) -> list[Any]:
    """Run a statement on the SQLite database of a home."""
    with closing(sqlite3.connect(home / "vitrine.sqlite3", timeout=30)) as database:
        rows = database.execute(statement, values).fetchall()
        database.commit()
        return rows


def findings(vitrine: Vitrine, status: int = 0) -> dict[str, tuple[str, str]]:
    """Return what the doctor says: state and message by name."""
    said = json.loads(vitrine.run("doctor", "--json", status=status).stdout)
    assert said["healthy"] is (status == 0)
    return {check["name"]: (check["state"], check["message"]) for check in said["checks"]}
