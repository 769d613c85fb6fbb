"""What tests share: where the reference data is, a home, and which of the machine's servers and browsers are there."""

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Real collections beside the checkout, for tests and benchmarks only."""

IN_CI = os.environ.get("CI") == "true"


def _reference(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        reason = f"the reference data {path} is not there"
        if IN_CI and SHARED.exists():
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest.fixture
def reference():
    """Return a function that finds reference data by its path (`data/tate/artworks.ndjson.gz`), or skips with the reason."""
    return _reference


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home on disk, for commands that are run as a user runs them."""
    return tmp_path / "home"


def chromium() -> str | None:
    """Return the path of a Chromium on this machine."""
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of Chromium; without one the test skips and says so, but with CI=true it fails."""
    found = chromium()
    if found is None:
        reason = "no Chromium on this machine (Debian: apt-get install chromium)"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return found
