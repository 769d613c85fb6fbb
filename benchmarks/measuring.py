"""How benchmarks measure: whole processes, in pairs with their floor, medians of the ratios."""

import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import psutil

VITRINE = Path(sys.executable).parent / "vitrine"


def run(command: list[str], output: Path | None = None) -> float:
    """Run `command` to its end and return the seconds it took. Raises RuntimeError where it fails."""
    target = str(output) if output else os.devnull
    actions = [(os.POSIX_SPAWN_OPEN, 1, target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status = os.waitpid(pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return seconds


class Memory(threading.Thread):
    """While inside, looks ten times a second at how much memory the commands that run hold together, all processes that
    they start included; what those share counts once (PSS). Looking slows them down: times are measured without.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._over = threading.Event()
        self._most = 0

    @property
    def megabytes(self) -> int:
        """The most that was held at one time."""
        return round(self._most / 1e6)

    def run(self) -> None:
        this = psutil.Process()
        while not self._over.wait(0.1):
            self._most = max(self._most, sum(map(_held, this.children(recursive=True))))

    def __enter__(self) -> "Memory":
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


def vitrine(home: Path, *arguments: object, output: Path | None = None) -> float:
    """Run the command `vitrine` on `home`."""
    return run([str(VITRINE), "--home", str(home), *map(str, arguments)], output)


def floor(module: str, *arguments: object) -> float:
    """Run a floor: a module of this folder that does the bare minimum, as a process of its own."""
    return run([sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)])


def empty_home(folder: Path) -> Path:
    """Return a home with an empty database: making one is part of installing, not of importing."""
    home = folder / "empty"
    vitrine(home, "report", "--json")
    return home


def paired(
    ours: Callable[[Path], float], bare: Callable[[Path], float], pairs: int
) -> tuple[list[float], list[float], int]:
    """Run both in turn in fresh folders, `pairs` times; return the seconds of each run, and the megabytes that ours held.

    Memory is looked at in one more run of each, which warms the file cache and whose seconds are not counted.
    """
    _in_fresh_folder(bare)
    with Memory() as memory:
        _in_fresh_folder(ours)
    seconds = [(_in_fresh_folder(bare), _in_fresh_folder(ours)) for _ in range(pairs)]
    return [mine for _, mine in seconds], [theirs for theirs, _ in seconds], memory.megabytes


def _in_fresh_folder(work: Callable[[Path], float]) -> float:
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        return work(folder)
    finally:
        shutil.rmtree(folder)


def ratio(mine: list[float], theirs: list[float]) -> float:
    """Return the median of the ratios, pair by pair: it holds where the machine's speed drifts."""
    return round(statistics.median(a / b for a, b in zip(mine, theirs, strict=True)), 2)


def tate_home(folder: Path, shared: Path) -> Path:
    """Return a home with Tate's 69,202 works."""
    home = empty_home(folder)
    mapping = files("vitrine.formats.mapping.shipped").joinpath("tate.toml")
    vitrine(home, "import", shared / "data/tate/artworks.ndjson.gz", "--source", "tate", "--mapping", mapping, "--json")
    return home


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def part(times: list[float], share: float) -> float:
    """Return the time below which this share of `times` lies."""
    return round(sorted(times)[int(share * (len(times) - 1))], 1)


def at_most(value: float, bound: float, **more: Any) -> dict[str, Any]:
    """Return a figure that must not be more than `bound`."""
    return {"value": value, "bound": f"<= {bound}", "reached": value <= bound, **more}


def at_least(value: float, bound: float, **more: Any) -> dict[str, Any]:
    """Return a figure that must not be less than `bound`."""
    return {"value": value, "bound": f">= {bound}", "reached": value >= bound, **more}
