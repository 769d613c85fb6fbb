"""The site under test: a database, an empty cache, English."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _fresh(db: None) -> Iterator[None]:
    cache.clear()
    with translation.override("en"):
        yield
    cache.clear()
