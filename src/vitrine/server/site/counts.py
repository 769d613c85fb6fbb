"""How many works there are. Counted at most once a minute: on a million works counting is the slow part of a page."""

from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Count

from vitrine.server.collection.models import Source, Work

_SECONDS = 60


class Counts(NamedTuple):
    """Works in all, and works by the name of their source."""

    works: int
    by_source: dict[str, int]


def counts() -> Counts:
    """Return the counts, at most a minute old."""
    found: Counts = cache.get_or_set("site-counts", _count, _SECONDS)
    return found


def _count() -> Counts:
    names = dict(Source.objects.order_by("name").values_list("pk", "name"))
    numbers = dict(Work.objects.order_by().values_list("source").annotate(number=Count("pk")))
    by_source = {name: numbers[pk] for pk, name in names.items() if numbers.get(pk)}
    return Counts(sum(numbers.values()), by_source)
