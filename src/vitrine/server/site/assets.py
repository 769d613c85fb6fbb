"""What the front end's build made: Vite's manifest, which tells under which hashed name each stylesheet and script is."""

import json
from functools import cache
from pathlib import Path

from django.templatetags.static import static

BUILD = Path(__file__).parent / "static" / "site" / "build"
MANIFEST = BUILD / "manifest.json"


@cache
def manifest() -> dict[str, str]:
    """Return the built file for each source file, read once; empty where the front end was not built."""
    try:
        entries = json.loads(MANIFEST.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return {source: entry["file"] for source, entry in entries.items()}


def address(source: str) -> str:
    """Return the address of what was built from `source` (`src/site.css`), blank where it was not built."""
    file = manifest().get(source)
    return static(f"site/build/{file}") if file else ""
