"""A WSGI application that tells what it was given, served in threads by a real server: `python -m tests.server.threads_app PORT`."""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import Interfaces

from vitrine.server.threads import InThreads

BLOCK = 200_000
BLOCKS = 500


def _application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path == "/length":
        length = 0
        while block := environ["wsgi.input"].read(65_536):
            length += len(block)
        return _whole(start, str(length))
    if path == "/stream":
        start("200 OK", [("Content-Length", str(BLOCK * BLOCKS)), ("X-Twice", "1"), ("X-Twice", "2")])
        return _stream(Path(environ["QUERY_STRING"]))
    if path == "/rows":
        start("200 OK", [("Content-Type", "text/csv")])
        return (b"%d\n" % number for number in range(50_000))
    if path == "/fails":
        raise ValueError("on purpose")
    if path == "/breaks-off":
        start("200 OK", [("Content-Length", "200")])
        return _break_off()
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    return _whole(start, repr(told))


def _whole(start: Callable[..., Any], text: str) -> list[bytes]:
    start("200 OK", [("Content-Length", str(len(text))), ("Content-Type", "text/plain")])
    return [text.encode("latin-1")]


def _stream(closed: Path) -> Iterator[bytes]:
    made = 0
    try:
        while made < BLOCKS:
            made += 1
            yield b"x" * BLOCK
    finally:
        closed.write_text(str(made))


def _break_off() -> Iterator[bytes]:
    yield b"x" * 100
    raise ValueError("on purpose")


if multiprocessing.parent_process():
    application = InThreads(_application, 2)

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        "tests.server.threads_app:application", port=int(sys.argv[1]), interface=Interfaces.ASGINL, log_enabled=False
    ).serve()
