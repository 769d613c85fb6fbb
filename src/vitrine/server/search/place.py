"""Where the index lies: in the home's folder `search`, derived from the database and made anew whenever it is missing.

A new index is built beside the one that answers and takes its place in one step: the file `current` names it.
"""

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import tantivy

from vitrine.server.options import home
from vitrine.server.search.schema import FORMAT, ready, schema

_CURRENT = "current"
_META = "meta.json"


@dataclass(frozen=True)
class Opened:
    """An index that can be asked, as it was when it was last read. `state` is another after each change."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    schema: tantivy.Schema
    state: tuple[str, int]


_lock = Lock()
_last: Opened | None = None


def folder() -> Path:
    """Return the folder of everything that belongs to the index."""
    return home() / "search"


def current() -> Path | None:
    """Return where the index lies that answers, or None where there is none of this format."""
    try:
        said = json.loads((folder() / _CURRENT).read_text("utf-8"))
        place = folder() / said["folder"]
        return place if said["format"] == FORMAT and (place / _META).exists() else None
    except (OSError, ValueError, KeyError, TypeError):
        # Missing or damaged: either way it is built anew.
        return None


def opened() -> Opened | None:
    """Return the index as it is now, read again where it has changed; None where there is none that can be asked."""
    global _last  # noqa: PLW0603  (one index is open in a process, whichever thread asks)
    place = current()
    if place is None:
        return None
    try:
        state = (str(place), (place / _META).stat().st_mtime_ns)
        found = _last
        if found is not None and found.state == state:
            return found
        with _lock:
            same = found.index if found is not None and found.state[0] == state[0] else None
            index = same or ready(tantivy.Index(schema(), path=str(place)))
            index.reload()
            _last = Opened(index, index.searcher(), index.schema, state)
            return _last
    except (OSError, ValueError):
        return None


def is_there(name: str) -> bool:
    """Return whether an index was begun in the folder `name`."""
    return (folder() / name / _META).exists()


def make(name: str) -> tantivy.Index:
    """Return the index in the folder `name`, made where it is not there yet. Raises ValueError where it is damaged."""
    place = folder() / name
    place.mkdir(parents=True, exist_ok=True)
    return ready(tantivy.Index(schema(), path=str(place)))


def put_in_place(name: str) -> None:
    """Let the index in the folder `name` answer from now on, and remove all others."""
    draft = folder() / f"{_CURRENT}.{os.getpid()}"
    draft.write_text(json.dumps({"format": FORMAT, "folder": name}), "utf-8")
    draft.replace(folder() / _CURRENT)
    for path in folder().iterdir():
        if path.is_dir() and path.name != name:
            # A reader may hold the old one open: its files go when it lets go.
            shutil.rmtree(path, ignore_errors=True)


def remove() -> None:
    """Remove the index, so that it is built anew."""
    with contextlib.suppress(FileNotFoundError):
        (folder() / _CURRENT).unlink()
