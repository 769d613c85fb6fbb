"""How much memory a page that watches gathers in ten minutes, in headless Chromium before a camera that never stops."""

from pathlib import Path
from typing import Any

from benchmarks.measuring import at_most
from benchmarks.seeing import GROWS_MB, MINUTES, grown


def measure(shared: Path) -> dict[str, Any]:
    """Return by how many megabytes the page's processes grow."""
    del shared
    return {f"grown in {MINUTES} minutes, MB": at_most(round(grown(), 1), GROWS_MB)}
