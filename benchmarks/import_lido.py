"""Importing Nationalmuseum's three LIDO dumps in order of date, against lxml parsing plus a bare insert."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, empty_home, floor, paired, ratio, vitrine

PAIRS = 3


def measure(shared: Path) -> dict[str, Any]:
    """Return the ratio for one fresh dump, and for all three, where two thirds of the records are known already."""
    dumps = [shared / "data/nationalmuseum" / name for name in ("1618.tgz", "1677.tgz", "1821.tgz")]
    empty = empty_home(Path(tempfile.mkdtemp(prefix="vitrine-bench-")))
    figures, most = {}, 0
    for label, chosen in (("one dump, times the floor", dumps[:1]), ("three dumps, times the floor", dumps)):

        def ours(folder: Path, chosen: list[Path] = chosen) -> float:
            home = Path(shutil.copytree(empty, folder / "home"))
            seconds = 0.0
            for dump in chosen:
                output = folder / "counts.json"
                seconds += vitrine(home, "import", dump, "--source", "nm", "--json", output=output)
                counts = json.loads(output.read_text())
                assert counts["read"] == counts["stored"] + counts["unchanged"], counts
            return seconds

        def bare(folder: Path, chosen: list[Path] = chosen) -> float:
            return floor("floor_lido", folder / "raw.sqlite3", *chosen)

        mine, theirs, megabytes = paired(ours, bare, PAIRS)
        seconds = {
            "seconds": [round(one, 1) for one in mine],
            "floor_seconds": [round(one, 1) for one in theirs],
        }
        figures[label] = at_most(ratio(mine, theirs), 5, **seconds)
        most = max(most, megabytes)
    figures["peak memory, MB"] = at_most(most, 500)
    shutil.rmtree(empty.parent)
    return figures
