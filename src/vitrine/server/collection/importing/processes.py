"""How many processes read a file, and starting them before the rest of the program has woken."""

import multiprocessing
import os
from multiprocessing.context import BaseContext
from pathlib import Path

WORTH_IT = 10_000_000
"""Bytes, unpacked, from which starting processes (half a second of processor time) costs less than it saves."""

PACKED = 10
"""How many times its size a packed file is taken for: exports in XML, JSON and CSV unpack to 5 to 30 times theirs."""

MOST = 4
"""More readers than this only wait for the one that writes."""

_READING = [
    "vitrine.server.collection.importing.readers",
    *(f"vitrine.formats.{name}" for name in ("lido.feed", "edm.feed", "tables.feed", "json_feed")),
]
"""What the process loads from which readers are started: everything that any of them may need."""


def how_many(path: Path) -> int:
    """Return how many processes read `path`: one for a small file, else one per processor."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    files = (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    return 1 if sum(_unpacked(file) for file in files) < WORTH_IT else min(processors, MOST)


def _unpacked(file: Path) -> int:
    """Return about how many bytes `file` unpacks to; none where it cannot be read, which is said when it is opened."""
    try:
        with file.open("rb") as stream:
            packed = stream.read(2) in (b"\x1f\x8b", b"PK")
            return file.stat().st_size * (PACKED if packed else 1)
    except OSError:
        return 0


def context() -> BaseContext:
    """Return how reading processes are started: from a process that has loaded what reading needs once for all of them.

    That process is a fresh one, so that neither a database connection nor a thread of this one comes along.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    chosen = multiprocessing.get_context("forkserver")
    chosen.set_forkserver_preload(_READING)
    return chosen


def make_ready(path: Path) -> None:
    """Begin to load what reading `path` in several processes needs, while this process goes on."""
    if how_many(path) > 1 and context().get_start_method() == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415  (not on every platform)

        forkserver.ensure_running()
