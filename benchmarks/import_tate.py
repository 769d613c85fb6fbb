"""Importing Tate's 69,202 works, to the last index, against the bare floor."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, empty_home, floor, paired, ratio, vitrine

PAIRS = 3
WORKS = 69_202


def measure(shared: Path) -> dict[str, Any]:
    """Return the ratio, the peak memory and the seconds of both."""
    feed = shared / "data/tate/artworks.ndjson.gz"
    empty = empty_home(Path(tempfile.mkdtemp(prefix="vitrine-bench-")))

    def ours(folder: Path) -> float:
        home = Path(shutil.copytree(empty, folder / "home"))
        output = folder / "counts.json"
        seconds = vitrine(home, "import", feed, "--source", "tate", "--mapping", "tate", "--json", output=output)
        counts = json.loads(output.read_text())
        assert counts["stored"] == WORKS, counts
        return seconds

    mine, bare, megabytes = paired(ours, lambda folder: floor("floor_json", feed, folder / "raw.sqlite3"), PAIRS)
    shutil.rmtree(empty.parent)
    return {
        "times the floor": at_most(
            ratio(mine, bare),
            5,
            seconds=[round(one, 1) for one in mine],
            floor_seconds=[round(one, 1) for one in bare],
        ),
        "peak memory, MB": at_most(megabytes, 500),
    }
