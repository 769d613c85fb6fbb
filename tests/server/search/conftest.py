"""The search under test: a database, and an index of what is in it."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from vitrine.server.collection.models import Noted, Work
from vitrine.server.jobs.run import run
from vitrine.server.search import place
from vitrine.server.search.indexing import index_job


@pytest.fixture(autouse=True)
def _fresh(db: None) -> Iterator[None]:
    cache.clear()
    yield
    shutil.rmtree(place.folder(), ignore_errors=True)


@pytest.fixture
def indexed() -> Callable[[], None]:
    """Return a function that brings the index up to what the database holds."""

    def bring() -> None:
        Noted.objects.create(works=list(Work.objects.values_list("pk", flat=True)))
        run(index_job())

    return bring
