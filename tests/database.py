"""Looking into the database of a home from outside, while commands write to it."""

import sqlite3
import subprocess
import time
from contextlib import closing
from typing import Any

from tests.commands import Vitrine


def query(vitrine: Vitrine, statement: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query, on SQLite or PostgreSQL, with bytes as bytes."""
    url = vitrine.environment["DATABASE_URL"]
    if url:
        import psycopg  # noqa: PLC0415

        with psycopg.connect(url) as database:
            rows = database.execute(statement).fetchall()  # type: ignore[call-overload]
    else:
        with closing(sqlite3.connect(vitrine.home / "vitrine.sqlite3", timeout=30)) as database:
            rows = database.execute(statement).fetchall()
    return [tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row) for row in rows]


def kill_when(vitrine: Vitrine, process: "subprocess.Popen[str]", kind: str, done: int) -> int:
    """Kill a command's process as soon as its latest job of `kind` has done more than `done`; return how far it came.

    Fails where the command ends before: what it does must be more.
    """
    statement = f"SELECT done FROM jobs_job WHERE kind = '{kind}' AND state = 'running' ORDER BY id DESC LIMIT 1"  # noqa: S608
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        rows = query(vitrine, statement)
        if rows and rows[0][0] > done:
            process.kill()
            break
        time.sleep(0.002)
    assert process.wait() == -9, "it ended before it could be killed: give it more to do"
    latest = f"SELECT done FROM jobs_job WHERE kind = '{kind}' ORDER BY id DESC LIMIT 1"  # noqa: S608
    return int(query(vitrine, latest)[0][0])


_STATE = (
    "SELECT w.key, w.number, w.digest, w.title, w.seen_in, p.key FROM collection_work w"
    " JOIN collection_profile p ON p.id = w.profile_id ORDER BY w.key",
    "SELECT w.key, v.number, v.data, v.raw, v.locator, v.findings_data, v.job_id FROM collection_version v"
    " JOIN collection_work w ON w.id = v.work_id ORDER BY w.key, v.number",
    "SELECT locator, raw, reason, seen_in, open FROM collection_quarantined ORDER BY locator, raw",
    "SELECT w.key, CAST(c.before AS TEXT), CAST(c.after AS TEXT), c.number, c.job_id, c.state"
    " FROM collection_rightschange c JOIN collection_work w ON w.id = c.work_id ORDER BY w.key",
    "SELECT id, kind, state, CAST(counts AS TEXT), done FROM jobs_job ORDER BY id",
    "SELECT name, CAST(observations AS TEXT) FROM collection_source",
)


def state(vitrine: Vitrine) -> list[list[tuple[Any, ...]]]:
    """Return all that imports leave behind but the time: works, versions, quarantine, rights changes, jobs, sources."""
    return [query(vitrine, statement) for statement in _STATE]
