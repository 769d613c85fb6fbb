"""How benchmarks measure: whole processes, in pairs with their floor, medians of the ratios."""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

VITRINE = Path(sys.executable).parent / "vitrine"


class Run(NamedTuple):
    """One process: wall seconds, and the most memory it held, in MB."""

    seconds: float
    megabytes: float


def run(command: list[str], output: Path | None = None) -> Run:
    """Run `command` to its end and return what it took. Raises RuntimeError where it fails."""
    target = str(output) if output else os.devnull
    actions = [(os.POSIX_SPAWN_OPEN, 1, target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024)


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
