"""A media store of its own for each test."""

import shutil

import pytest

from vitrine.server.collection.media.limits import Limits
from vitrine.server.home import prepare
from vitrine.server.options import home as home_in_use


@pytest.fixture
def media_home():
    """The home of the tests' settings, its media store and cache emptied."""
    home = prepare(home_in_use())
    yield home
    for name in ("media", "cache"):
        shutil.rmtree(home / name, ignore_errors=True)


@pytest.fixture
def limits() -> Limits:
    """Limits that small files stay within, and fetching from this machine."""
    return Limits(1_000_000, 1_000_000, 5.0, 1000.0, frozenset({"127.0.0.1"}))
