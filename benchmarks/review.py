"""The review queue with 100,000 suggestions: how long the next one takes, through the page itself."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, empty_home, floor, vitrine

SUGGESTIONS = 100_000


def measure(shared: Path) -> dict[str, Any]:
    """Return the slowest twentieth of the answers, in milliseconds: Tate's works, 100,000 suggestions on them."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = empty_home(folder)
        vitrine(
            home, "import", shared / "data/tate/artworks.ndjson.gz", "--source", "tate", "--mapping", "tate", "--json"
        )
        result = folder / "result.json"
        floor("review_queue", home, SUGGESTIONS, result)
        found = json.loads(result.read_text())
    finally:
        shutil.rmtree(folder)
    return {
        "next item, p95, ms": at_most(found["p95"], 100, median=found["median"], suggestions=SUGGESTIONS),
        "answer and next item together, p95, ms": {"value": found["answered_p95"]},
    }
