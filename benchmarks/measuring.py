"""How benchmarks measure: whole processes, in pairs with their floor, medians of the ratios."""

import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import psutil

VITRINE = Path(sys.executable).parent / "vitrine"


class Run(NamedTuple):
    """One command: wall seconds, and the most memory that it and the processes it started held at one time, in MB."""

    seconds: float
    megabytes: float


def run(command: list[str], output: Path | None = None) -> Run:
    """Run `command` to its end and return what it took. Raises RuntimeError where it fails."""
    target = str(output) if output else os.devnull
    actions = [(os.POSIX_SPAWN_OPEN, 1, target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    with _Memory(pid) as memory:
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    # One that ended between two looks has at least what the system knows of it.
    return Run(seconds, max(memory.most, usage.ru_maxrss * 1024) / 1e6)


class _Memory(threading.Thread):
    """Looks ten times a second at how much memory a process and all below it hold; what they share counts once (PSS)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(pid)
        self._over = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self._over.wait(0.1):
            self.most = max(self.most, sum(map(_held, self._family())))

    def _family(self) -> list[psutil.Process]:
        try:
            return [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def __enter__(self) -> "_Memory":
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self.join()


def _held(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def vitrine(home: Path, *arguments: object, output: Path | None = None) -> Run:
    """Run the command `vitrine` on `home`."""
    return run([str(VITRINE), "--home", str(home), *map(str, arguments)], output)


def floor(module: str, *arguments: object) -> Run:
    """Run a floor: a module of this folder that does the bare minimum, as a process of its own."""
    return run([sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)])


def empty_home(folder: Path) -> Path:
    """Return a home with an empty database: making one is part of installing, not of importing."""
    home = folder / "empty"
    vitrine(home, "report", "--json")
    return home


def paired(ours: Callable[[Path], Run], bare: Callable[[Path], Run], pairs: int) -> tuple[list[Run], list[Run]]:
    """Run both in turn in fresh folders, `pairs` times, after one of each that warms the file cache and is not counted."""
    mine, theirs = [], []
    for _ in range(pairs + 1):
        for runs, work in ((theirs, bare), (mine, ours)):
            folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
            try:
                runs.append(work(folder))
            finally:
                shutil.rmtree(folder)
    return mine[1:], theirs[1:]


def ratio(mine: list[Run], theirs: list[Run]) -> float:
    """Return the median of the ratios, pair by pair: it holds where the machine's speed drifts."""
    return round(statistics.median(a.seconds / b.seconds for a, b in zip(mine, theirs, strict=True)), 2)


def at_most(value: float, bound: float, **more: Any) -> dict[str, Any]:
    """Return a figure that must not be more than `bound`."""
    return {"value": value, "bound": f"<= {bound}", "reached": value <= bound, **more}


def at_least(value: float, bound: float, **more: Any) -> dict[str, Any]:
    """Return a figure that must not be less than `bound`."""
    return {"value": value, "bound": f">= {bound}", "reached": value >= bound, **more}
