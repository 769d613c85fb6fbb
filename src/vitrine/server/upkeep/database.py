"""The database as one file: a consistent copy while others write, with what a manifest says of it."""

import gzip
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from vitrine.server.options import database_engine, one_line, option
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.manifest import SQLITE

_COMPRESSION = 4
"""Of gzip: records of museums shrink to a sixth; higher levels take twice the time for a twentieth more."""


class Facts(NamedTuple):
    """What a copy of the database holds: applied migrations, how many works, the media files (checksum to size)."""

    migrations: list[str]
    works: int
    media: dict[str, int]
    size: int


def dump(home: Path, file: Path) -> Facts:
    """Write the database of `home`, packed, to `file`. Raises UpkeepError, OSError and sqlite3.Error."""
    return _dump_sqlite(home / SQLITE, file) if database_engine() == "sqlite" else _dump_postgresql(file)


def load_sqlite(packed: Path, file: Path, size: int) -> None:
    """Unpack a copy of an SQLite database of `size` bytes to `file` and check it. Raises UpkeepError."""
    left = size
    with gzip.open(packed, "rb") as source, file.open("xb") as target:
        while chunk := source.read(min(1 << 20, left + 1)):
            left -= len(chunk)
            target.write(chunk)
    if left != 0:
        raise UpkeepError("The database in the back-up is not of the size that its manifest says.")
    with closing(sqlite3.connect(file)) as database:
        _check(database)


def settle_sqlite(file: Path) -> None:
    """Bring everything that was written to an SQLite database into its one file, so that it can be moved."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_empty_postgresql() -> bool:
    """Return whether the database at DATABASE_URL has no tables. Raises UpkeepError where it cannot be reached."""
    with _postgresql() as database:
        row = database.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").fetchone()
        return row is not None and row[0] == 0


def load_postgresql(file: Path) -> None:
    """Read a dump into the database at DATABASE_URL, all of it or nothing. Raises UpkeepError."""
    name, environment = _address()
    _call(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
        "--exit-on-error", f"--dbname={name}", str(file), environment=environment,
    )  # fmt: skip


def database_name() -> str:
    """Return which PostgreSQL database DATABASE_URL names, without its password."""
    return _address()[0]


def _dump_sqlite(path: Path, file: Path) -> Facts:
    if not path.exists():
        raise UpkeepError(f"There is no database {path}. Name the home with --home or VITRINE_HOME.")
    copy = file.with_name(f"{file.name}.copy")
    _remove(copy)
    try:
        with closing(sqlite3.connect(path, timeout=30)) as source, closing(sqlite3.connect(copy)) as target:
            # One step holds one snapshot (WAL): writers go on, and none of them makes the copy begin anew.
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            _check(target)
            facts = _facts(target, copy.stat().st_size)
        with copy.open("rb") as plain, gzip.open(file, "wb", compresslevel=_COMPRESSION) as packed:
            shutil.copyfileobj(plain, packed, 1 << 20)
    finally:
        _remove(copy)
    return facts


def _remove(database: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _check(database: sqlite3.Connection) -> None:
    try:
        (said,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise UpkeepError(f"The database is damaged ({said}). Run `vitrine doctor`; restore the last good back-up.")


def _dump_postgresql(file: Path) -> Facts:
    name, environment = _address()
    with _postgresql() as database:
        # The counts and the dump look at one and the same state of the database.
        database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        row = database.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = row[0] if row else ""
        _call(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}",
            f"--file={file}", f"--dbname={name}", environment=environment,
        )  # fmt: skip
        return _facts(database, 0)


def _facts(database: Any, size: int) -> Facts:
    migrations = database.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    works = database.execute("SELECT count(*) FROM collection_work").fetchone()
    media = database.execute("SELECT checksum, size FROM collection_mediafile").fetchall()
    return Facts([f"{app}.{name}" for app, name in migrations], works[0], dict(media), size)


@contextmanager
def _postgresql() -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    try:
        connection = psycopg.connect(option("DATABASE_URL"))
    except psycopg.Error as error:
        raise UpkeepError(f"The database at DATABASE_URL cannot be reached: {one_line(error)}.") from error
    with connection:
        yield connection


def _address() -> tuple[str, dict[str, str]]:
    """Return the database's address without its password, and the environment that carries the password."""
    parts = conninfo_to_dict(option("DATABASE_URL"))
    password = parts.pop("password", None)
    environment = {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}
    return make_conninfo("", **parts), environment


def _call(program: str, *arguments: str, environment: dict[str, str]) -> None:
    if shutil.which(program) is None:
        raise UpkeepError(f"{program} is not installed; it comes with PostgreSQL's client (Debian: postgresql-client).")
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
        raise UpkeepError(f"{program} failed: {lines[0]}")
