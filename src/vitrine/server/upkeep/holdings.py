"""The doctor's look at what is held: the database, the media, jobs, quarantine."""

import hashlib
import shutil
import subprocess
from pathlib import Path

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Sum

from vitrine.server.collection.media.store import is_kept, path_of
from vitrine.server.collection.models import MediaFile, Noted, Quarantined, Work
from vitrine.server.home import BusyError
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import alone
from vitrine.server.options import database_engine
from vitrine.server.search.place import opened
from vitrine.server.start import pending_migrations
from vitrine.server.upkeep.check import Check, Show
from vitrine.server.upkeep.manifest import SQLITE

READ_UP_TO = 5_000_000_000
"""Bytes of media that are read and compared with their checksums, some ten seconds' work. Of a larger store only existence
and size are looked at; `vitrine backup` reads every file whatever the size, and names those that are damaged."""

_CHUNK = 1 << 20
_NAMED = 3
"""Files that a message names: enough to find out what happened."""


def database(home: Path) -> Check:
    """Whether the database answers and is sound."""
    if database_engine() == "postgresql":
        return _postgresql()
    if not (home / SQLITE).exists():
        return Check(
            "database", "error", f"There is no database in {home}: the first import or `vitrine serve` makes it."
        )
    with connection.cursor() as cursor:
        (found,) = cursor.execute("PRAGMA quick_check(1)").fetchone()
        (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
    if found != "ok":
        return Check(
            "database", "error", f"SQLite finds damage ({found}). Stop the server and restore the last good back-up."
        )
    if mode != "wal":
        return Check("database", "warning", f"SQLite writes in {mode} mode, not WAL: is the home on a network drive?")
    return Check("database", "ok", f"SQLite, {(home / SQLITE).stat().st_size / 1e6:,.0f} MB, sound, in WAL mode.")


def _postgresql() -> Check:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = str(cursor.fetchone()[0])
    if shutil.which("pg_dump") is None:
        return Check("database", "warning", f"PostgreSQL {server}. Back-ups need pg_dump (Debian: postgresql-client).")
    said = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True, check=False).stdout.split()
    client = said[2] if len(said) > 2 else "0"
    if int(client.partition(".")[0]) < int(server.partition(".")[0]):
        return Check(
            "database", "warning", f"PostgreSQL {server}, but pg_dump {client}, which is too old to back it up."
        )
    return Check("database", "ok", f"PostgreSQL {server}, pg_dump {client}.")


def migrations(_home: Path) -> Check:
    """Whether the database has the shape that this version needs. What never ran on it is not pending: the site, say, on
    a home that nobody served yet."""
    run_before = {app for app, _ in MigrationRecorder(connection).applied_migrations()}
    pending = [name for name in pending_migrations() if name.partition(".")[0] in run_before]
    if pending or not run_before:
        said = (
            f"{len(pending)} pending ({', '.join(pending[:_NAMED])})" if pending else "The database has no tables yet"
        )
        return Check("migrations", "warning", f"{said}: the next import or start of the server sees to it.")
    return Check("migrations", "ok", "None pending.")


def jobs(_home: Path) -> Check:
    """Jobs whose process is gone, and jobs that were stopped or failed."""
    stranded = []
    for job in Job.objects.filter(state=Job.State.RUNNING):
        try:
            with alone(job.kind, job.subject or str(job.pk)):
                stranded.append(job)
        except BusyError:
            continue
    if stranded:
        return Check(
            "jobs",
            "warning",
            f"{stranded[0]} says that it runs, but its process is gone: start the same command again.",
        )
    unfinished = Job.objects.filter(state__in=(Job.State.PAUSED, Job.State.FAILED))
    first = unfinished.first()
    if first is not None:
        reason = f" ({first.message})" if first.message else ""
        return Check("jobs", "warning", f"{unfinished.count()} unfinished, the latest {first}, {first.state}{reason}.")
    return Check("jobs", "ok", "None is stuck.")


def quarantine(_home: Path) -> Check:
    """Records that could not be read and wait for a person."""
    number = Quarantined.objects.filter(open=True).count()
    if number:
        return Check("quarantine", "warning", f"{number:,} records: vitrine report --problems problems.csv lists them.")
    return Check("quarantine", "ok", "Empty.")


def media(_home: Path, show: Show) -> Check:
    """Whether every media file is there and, in a store of up to READ_UP_TO bytes, what its checksum says."""
    total = MediaFile.objects.aggregate(size=Sum("size"))["size"] or 0
    number, done, lost, damaged = 0, 0, [], []
    for file in MediaFile.objects.order_by("id").iterator(chunk_size=1000):
        number += 1
        path = path_of(file.checksum)
        if not path.exists():
            lost.append(path)
        elif not is_kept(file) or (total <= READ_UP_TO and _sha256(path) != file.checksum):
            damaged.append(path)
        done += file.size
        show(done, total)
    said = f"{number:,} files, {total / 1e6:,.0f} MB"
    if lost or damaged:
        named = ", ".join(map(str, (lost + damaged)[:_NAMED]))
        return Check(
            "media", "error", f"{said}: {len(lost):,} missing, {len(damaged):,} damaged ({named}). Restore them from a"
            " back-up, or import their source again.",
        )  # fmt: skip
    return Check("media", "ok", f"{said}, {'all read and sound' if total <= READ_UP_TO else 'all there in full size'}.")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def search(_home: Path) -> Check:
    """Whether the index of the search holds what is shown."""
    if opened() is None:
        found = "There is none that can be read: the site builds it while it is served, or `vitrine index` does."
        return Check("search index", "warning" if Work.objects.exists() else "ok", found)
    if Noted.objects.exists():
        return Check("search index", "warning", "Works changed since: `vitrine serve` takes them, or `vitrine index`.")
    return Check("search index", "ok", "It holds what is shown.")


ALL = (migrations, jobs, quarantine, search)
