"""The review queue: which suggestions wait, by what a person chooses, one after the other."""

from typing import Any

import msgspec
from django.db.models import QuerySet
from django.http import QueryDict

from vitrine.server.collection.showing import BATCH
from vitrine.server.suggestions.deciding import standing
from vitrine.server.suggestions.models import Suggestion


class Filter(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to review: suggestions of a source, of a value (a language), with a confidence of so much and less than so much."""

    source: str = ""
    value: str = ""
    least: float = 0.0
    below: float = 1.01

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Filter":
        """Return the filter that was kept as plain data."""
        return msgspec.convert(data, cls)

    @classmethod
    def asked(cls, query: QueryDict) -> "Filter":
        """Return the filter of an address. Never raises: what cannot be meant is left out."""
        return cls(
            source=query.get("source", "").replace("\0", "")[:80],
            value=query.get("value", "").replace("\0", "")[:40],
            least=_share(query.get("least", ""), 0.0),
            below=_share(query.get("below", ""), 1.01),
        )

    def plain(self) -> dict[str, Any]:
        """Return the filter as plain data, without what chooses nothing."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data


def _share(value: str, otherwise: float) -> float:
    try:
        share = float(value[:10])
    except ValueError:
        return otherwise
    return share if 0 <= share <= 1 else otherwise


def waiting(filter_: Filter) -> QuerySet[Suggestion]:
    """Return the suggestions that wait and that `filter_` chooses."""
    chosen = Suggestion.objects.filter(state=Suggestion.State.WAITING)
    if filter_.source:
        chosen = chosen.filter(source__name=filter_.source)
    if filter_.value:
        chosen = chosen.filter(value=filter_.value)
    if filter_.least > 0:
        chosen = chosen.filter(confidence__gte=filter_.least)
    if filter_.below <= 1:
        chosen = chosen.filter(confidence__lt=filter_.below)
    return chosen


def following(filter_: Filter, after: int) -> Suggestion | None:
    """Return the next suggestion to look at, after the one with the id `after`; those skipped come round again.

    Suggestions whose texts are no longer there leave the queue on the way, some at a time.
    """
    chosen = waiting(filter_).select_related("work__source", "work__profile").order_by("pk")
    return _first(chosen, after) or (_first(chosen, 0) if after else None)


def _first(chosen: QuerySet[Suggestion], after: int) -> Suggestion | None:
    number = 1
    while some := list(chosen.filter(pk__gt=after)[:number]):
        if found := standing(some):
            return found[0]
        # The first alone is nearly always there; where an import has changed many texts, many are looked at together.
        after, number = some[-1].pk, BATCH
    return None
