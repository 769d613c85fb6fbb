"""The front end's own functions, run by Node."""

import shutil

import pytest
from benchmarks.typescript import WEB


@pytest.fixture(autouse=True)
def _node() -> None:
    if shutil.which("node") is None or not (WEB / "node_modules").exists():
        pytest.skip("needs Node and the front end's packages")
