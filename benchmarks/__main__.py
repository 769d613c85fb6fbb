"""`make bench`: measure everything, write results.json, print a table."""

import importlib
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
RESULTS = HERE / "results.json"
MODULES = (
    "dates",
    "tiers",
    "import_tate",
    "import_lido",
    "million",
    "language",
    "key_points",
    "review",
    "search",
    "pages",
    "rooms",
    "first_load",
    "score",
    "composite",
    "seeing",
    "page_memory",
)


def main(names: list[str]) -> int:
    """Run the named benchmarks (all if none) and return 0 if every figure reaches what it must."""
    if not SHARED.exists():
        sys.exit(f"The benchmarks read real collections from {SHARED}, which is not there.")
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {"figures": {}}
    for name in names or MODULES:
        print(f"measuring {name} …", file=sys.stderr)
        results["figures"][name] = importlib.import_module(f"benchmarks.{name}").measure(SHARED)
    results["measured"] = datetime.now(UTC).isoformat(timespec="seconds")
    results["machine"] = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    RESULTS.write_text(json.dumps(results, indent=2, sort_keys=True) + "\n")
    return _print(results["figures"])


def _print(figures: dict[str, dict[str, dict[str, object]]]) -> int:
    table = Table("benchmark", "figure", "measured", "must reach", "")
    missed = 0
    for name, rows in figures.items():
        for figure, row in rows.items():
            reached = row.get("reached")
            missed += reached is False
            mark = "" if reached is None else "yes" if reached else "NO"
            table.add_row(name, figure, str(row["value"]), str(row.get("bound", "")), mark)
    Console().print(table)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
