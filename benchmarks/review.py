"""The review queue with 100,000 suggestions: how long the next one takes, through the page itself."""

import json
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most, empty_home, floor, vitrine

SUGGESTIONS = 100_000


def measure(shared: Path) -> dict[str, Any]:
    """Return the slowest twentieth of the answers, in milliseconds: Tate's works, 100,000 suggestions on them."""
    folder = Path(tempfile.mkdtemp(prefix="vitrine-bench-"))
    try:
        home = empty_home(folder)
        # Tate's texts as if nobody had said that they are English: more than 100,000 of them wait for a language.
        mapping = folder / "undetermined.toml"
        written = files("vitrine.formats.mapping.shipped").joinpath("tate.toml").read_text("utf-8")
        mapping.write_text(written.replace('language = "en"', 'language = "und"'), "utf-8")
        tate = shared / "data/tate/artworks.ndjson.gz"
        vitrine(home, "import", tate, "--source", "tate", "--mapping", mapping, "--json")
        result = folder / "result.json"
        floor("review_queue", home, SUGGESTIONS, result)
        found = json.loads(result.read_text())
    finally:
        shutil.rmtree(folder)
    return {
        "next item, p95, ms": at_most(found["p95"], 100, median=found["median"], suggestions=SUGGESTIONS),
        "answer and next item together, p95, ms": {"value": found["answered_p95"]},
    }
