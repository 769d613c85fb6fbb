"""What tests share: where the reference data is, a home, and which of the machine's servers and browsers are there."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import Vitrine
from tests.postgres import Server, programs, server

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


@pytest.fixture(autouse=True)
def _no_index_stays() -> Iterator[None]:
    """Remove the index of the search that a test made: the next has other works."""
    yield
    if "vitrine.server.search.place" in sys.modules:
        shutil.rmtree(sys.modules["vitrine.server.search.place"].folder(), ignore_errors=True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home on disk, for commands that are run as a user runs them."""
    return tmp_path / "home"


def chromium() -> str | None:
    """Return the path of a Chromium on this machine."""
    return next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )


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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A running PostgreSQL; without its programs the test skips and says so, but with CI=true it fails."""
    folder = programs()
    if folder is None:
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    with server(folder) as running:
        yield running


@pytest.fixture(scope="session")
def fresh_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty database, copied for each test: making one takes seconds."""
    home = tmp_path_factory.mktemp("fresh") / "home"
    Vitrine(home).run("report", "--json")
    return home


@pytest.fixture(scope="session")
def fresh_database(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of an empty, migrated PostgreSQL database, copied for each test."""
    url = postgresql.create("fresh")
    Vitrine(tmp_path_factory.mktemp("fresh-pg") / "home", url).run("report", "--json")
    return "fresh"


@pytest.fixture
def vitrine(fresh_home: Path, home: Path) -> Vitrine:
    """The command on an empty home with SQLite."""
    shutil.copytree(fresh_home, home)
    return Vitrine(home)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def vitrine_on_each(request: pytest.FixtureRequest, fresh_home: Path, home: Path) -> Iterator[Vitrine]:
    """The command on an empty home, once with SQLite and once with PostgreSQL."""
    shutil.copytree(fresh_home, home)
    if request.param == "sqlite":
        yield Vitrine(home)
        return
    running: Server = request.getfixturevalue("postgresql")
    template = request.getfixturevalue("fresh_database")
    name = f"test_{abs(hash(request.node.nodeid))}"
    yield Vitrine(home, running.create(name, template))
    running.drop(name)
