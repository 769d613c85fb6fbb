"""Packages with uses of AI, and people in the studio."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from tests.cards.conftest import packages

__all__ = ["packages"]


@pytest.fixture(autouse=True)
def _plain(db: None) -> Iterator[None]:
    cache.clear()
    with translation.override("en"):
        yield
    cache.clear()
