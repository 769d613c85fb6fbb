"""Whether anything in the database has changed: what is made from it may be kept until then, and not a moment longer."""

import sqlite3
import threading
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.db import connection

_Made = TypeVar("_Made")

_lock = threading.Lock()
_watching: dict[str, sqlite3.Connection] = {}


def stamp() -> str | None:
    """Return a text that is another one after every commit to the database, by whatever process; costs some microseconds.

    None where nothing may be kept: within a transaction that is not committed, which sees what others do not.

    SQLite's `data_version` differs, on one connection, after a commit by any other (sqlite.org/pragma.html#pragma_data_version).
    PostgreSQL's snapshot names the transactions that are under way, and the next (its documentation, 9.27.8).
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        return _of_file(str(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        (snapshot,) = cursor.fetchone()
    return str(snapshot)


def _of_file(name: str) -> str:
    """Ask on a connection that does nothing else: it is another one for every writer."""
    with _lock:
        if name not in _watching:
            _watching.clear()
            _watching[name] = sqlite3.connect(f"file:{name}?mode=ro", uri=True, check_same_thread=False, timeout=30)
        watching = _watching[name]
        (version,) = watching.execute("PRAGMA data_version").fetchone()
    return f"{id(watching)}:{version}"


def until_changed(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Keep what a function makes from the database until that changes. What it makes is shared: nobody may alter it."""
    kept: list[tuple[str, _Made]] = []

    @wraps(make)
    def made() -> _Made:
        now = stamp()
        if now is None:
            return make()
        for before, value in kept:
            if before == now:
                return value
        value = make()
        # The stamp from before: what was committed meanwhile may be missing in the value, and asks for another one.
        kept[:] = [(now, value)]
        return value

    return made
