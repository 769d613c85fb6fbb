"""The search under test: a database, and an index of what is in it."""

from collections.abc import Callable

import pytest
from django.core.cache import cache

from tests.works import index


@pytest.fixture(autouse=True)
def _fresh(db: None) -> None:
    cache.clear()


@pytest.fixture
def indexed() -> Callable[[], None]:
    """Return the function that brings the index up to what the database holds."""
    return index
