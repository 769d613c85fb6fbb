"""Importing Nationalmuseum's three LIDO dumps in order of date, against lxml parsing plus a bare insert."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import Run, at_most, empty_home, floor, paired, ratio, vitrine

PAIRS = 3


def measure(shared: Path) -> dict[str, Any]:
    """Return the ratio for one fresh dump, and for all three, where two thirds of the records are known already."""
    dumps = [shared / "data/nationalmuseum" / name for name in ("1618.tgz", "1677.tgz", "1821.tgz")]
    empty = empty_home(Path(tempfile.mkdtemp(prefix="vitrine-bench-")))
    figures, most = {}, 0.0
    for label, chosen in (("one dump, times the floor", dumps[:1]), ("three dumps, times the floor", dumps)):

        def ours(folder: Path, chosen: list[Path] = chosen) -> Run:
            home = Path(shutil.copytree(empty, folder / "home"))
            runs = []
            for dump in chosen:
                output = folder / "counts.json"
                runs.append(vitrine(home, "import", dump, "--source", "nm", "--json", output=output))
                counts = json.loads(output.read_text())
                assert counts["read"] == counts["stored"] + counts["unchanged"], counts
            return Run(sum(run.seconds for run in runs), max(run.megabytes for run in runs))

        def bare(folder: Path, chosen: list[Path] = chosen) -> Run:
            return floor("floor_lido", folder / "raw.sqlite3", *chosen)

        mine, theirs = paired(ours, bare, PAIRS)
        seconds = {
            "seconds": [round(run.seconds, 1) for run in mine],
            "floor_seconds": [round(run.seconds, 1) for run in theirs],
        }
        figures[label] = at_most(ratio(mine, theirs), 5, **seconds)
        most = max(most, *(run.megabytes for run in mine))
    figures["peak memory, MB"] = at_most(round(most), 500)
    shutil.rmtree(empty.parent)
    return figures
