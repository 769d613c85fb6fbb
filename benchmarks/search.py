"""The search with half a million works: how long the engine takes, and how long the whole page."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, floor, tate_home, vitrine


def measure(shared: Path) -> dict[str, Any]:
    """Return the slowest twentieth of twenty mixed queries, in milliseconds: Tate's works repeated with changes."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = tate_home(folder, shared)
        floor("search_works", home)
        vitrine(home, "index", "--anew")
        result = folder / "result.json"
        floor("search_asked", home, result)
        found = json.loads(result.read_text())
    finally:
        shutil.rmtree(folder)
    return {
        "engine, p95, ms": at_most(found["engine"], 50, median=found["engine_median"], works=found["works"]),
        "whole page, p95, ms": at_most(found["page"], 150, median=found["page_median"]),
    }
