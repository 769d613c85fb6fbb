"""The public pages under fifty readers, as `vitrine serve` runs them: answers, errors, memory.

Readers come in five languages to Tate's works and the house collection: the first page, searches, works, stories, the account of AI.
They open few pages often and many pages seldom, as readers do, and never pause.
"""

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from random import Random
from typing import Any

import psutil

from benchmarks.measuring import VITRINE, at_most, tate_home, vitrine
from benchmarks.search_asked import QUERIES

SECONDS = 30
WORKS = 600
"""Different works that are opened; with searches and other pages, in five languages, three thousand different pages."""

FLAT = 1.1
"""Memory counts as flat while the second half of the readers' time adds less than a tenth."""


def measure(shared: Path) -> dict[str, Any]:
    """Return the slowest twentieth of the pages in milliseconds, the errors, and what memory did."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = stocked_home(folder, shared)
        result = folder / "result.json"
        with Served(home) as served:
            before, after = _read(served, result, folder)
        found = json.loads(result.read_text())
    finally:
        shutil.rmtree(folder)
    return {
        "p95, ms": at_most(found["p95"], 250, median=found["median"], pages=found["pages"]),
        "errors": at_most(len(found["errors"]), 0, first=found["errors"][:3]),
        "memory after / before the second half": at_most(round(after / before, 3), FLAT, megabytes=round(after / 1e6)),
    }


def stocked_home(folder: Path, shared: Path) -> Path:
    """Return a home with Tate's works and the house collection, indexed."""
    home = tate_home(folder, shared)
    vitrine(home, "demo", "--no-serve")
    vitrine(home, "index")
    return home


def paths(home: Path) -> list[str]:
    """Return the pages that readers open, the most frequent first."""
    from vitrine.server.start import open_home

    open_home(home, site=True)
    from vitrine.server.collection.models import Work

    random = Random(2)
    tate = list(Work.objects.filter(source__name="tate").values_list("source__name", "key")[:60_000:100])
    house = list(Work.objects.filter(source__name="house").values_list("source__name", "key"))
    works = [f"/works/{source}/{key}" for source, key in [*house, *random.sample(tate, WORKS - len(house))]]
    searches = [f"/works?{query}" for query in QUERIES]
    rest = [*works[24:], *searches]
    random.shuffle(rest)
    return ["/", "/works", *works[:24], "/ai", "/stories/", "/quality", *rest, "/privacy", "/accessibility"]


class Served:
    """`vitrine serve` on a home while inside; `address` is where."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._command = [str(VITRINE), "--home", str(home), "serve", "--address", self.address]

    def __enter__(self) -> "Served":
        self.process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://{self.address}/health", timeout=5).read()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise RuntimeError("the site did not come up")

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        self.process.wait()

    def memory(self) -> int:
        """Return what its processes hold together, in bytes; what they share counts once."""
        this = psutil.Process(self.process.pid)
        return sum(one.memory_full_info().pss for one in (this, *this.children(recursive=True)))


def _read(served: Served, result: Path, folder: Path) -> tuple[int, int]:
    """Let the readers come, and return the memory in the middle and at the end."""
    home = Path(served._command[2])
    listed = folder / "paths.json"
    asked = subprocess.run(
        [sys.executable, "-m", "benchmarks.pages", str(home), str(listed)], check=True, stdout=subprocess.DEVNULL
    )
    assert asked.returncode == 0
    arguments = ["benchmarks.readers", served.address, str(SECONDS), str(result), str(listed)]
    readers = subprocess.Popen([sys.executable, "-m", *arguments])
    time.sleep(SECONDS / 2)
    middle = served.memory()
    assert readers.wait() == 0
    return middle, served.memory()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(paths(Path(sys.argv[1]))))
