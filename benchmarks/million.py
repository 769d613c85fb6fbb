"""A million records: what one costs to import against one of 69,202, and how long the report takes."""

import gzip
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import Memory, at_most, empty_home, vitrine

MILLION = 1_000_000
REPORTS = 3


def measure(shared: Path) -> dict[str, Any]:
    """Import Tate once, then its works repeated with changes up to a million, and report on the million."""
    tate = shared / "data/tate/artworks.ndjson.gz"
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        lines = gzip.decompress(tate.read_bytes()).splitlines()
        large = folder / "million.ndjson.gz"
        _repeat(lines, large)
        empty = empty_home(folder)
        small_home = Path(shutil.copytree(empty, folder / "small"))
        home = Path(shutil.copytree(empty, folder / "large"))
        with Memory():  # it slows both
            small = vitrine(small_home, "import", tate, "--source", "tate", "--mapping", "tate", "--json")
        with Memory() as memory:
            big = vitrine(home, "import", large, "--source", "tate", "--mapping", "tate", "--json")
        output = folder / "report.json"
        reports = [vitrine(home, "report", "--json", output=output) for _ in range(REPORTS)]
        works = json.loads(output.read_text())["works"]
        assert works == MILLION, works
    finally:
        shutil.rmtree(folder)
    cost = (big / MILLION) / (small / len(lines))
    return {
        "cost per record, a million against 69,202": at_most(
            round(cost, 2), 1.3, seconds=round(big, 1), small_seconds=round(small, 1)
        ),
        "report on a million, seconds": at_most(round(sorted(reports)[REPORTS // 2], 2), 2),
        "peak memory of the import, MB": at_most(memory.megabytes, 500),
    }


def _repeat(lines: list[bytes], path: Path) -> None:
    """Write a million works: the real ones again and again, each round with numbers, titles and years of its own."""
    with gzip.open(path, "wb", compresslevel=1) as file:
        for number in range(MILLION):
            line = lines[number % len(lines)]
            turn = number // len(lines)
            if turn:
                work = json.loads(line)
                work["acno"] = f"{work['acno']}-{turn}"
                work["title"] = f"{work['title']} ({turn})"
                line = json.dumps(work).encode()
            file.write(line.rstrip(b"\n") + b"\n")
