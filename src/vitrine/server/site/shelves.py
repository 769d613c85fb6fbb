"""Works a page at a time, as fast at the end of a million as at the beginning: each page starts after the last one's end."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from vitrine.server.collection.models import Source, Work

PER_PAGE = 24
"""Works on a page: whole rows of two, three and four."""


class Shelf(NamedTuple):
    """A page of works, and the query strings of the pages beside it (blank at an end)."""

    works: list[Work]
    previous: str
    next: str


def shelf(source: Source | None, after: str | None, before: str | None) -> Shelf:
    """Return the works after or before a place, all works in the order of their import, those of one source by their key.

    Both orders are those of an index. Raises Http404 for a place that cannot be.
    """
    works = Work.objects.select_related("source")
    field = "pk"
    if source is not None:
        works, field = works.filter(source=source), "key"
    if not all(_is_place(place, field) for place in (after, before)):
        raise Http404(gettext("There is no such page."))
    backwards = before is not None
    found = _from(works, field, before if backwards else after, backwards=backwards)
    more, found = len(found) > PER_PAGE, found[:PER_PAGE]
    if backwards:
        found.reverse()
    at_start = not more if backwards else after is None
    at_end = False if backwards else not more
    return Shelf(
        found,
        "" if at_start or not found else _query(source, "before", getattr(found[0], field)),
        "" if at_end or not found else _query(source, "after", getattr(found[-1], field)),
    )


def _is_place(place: str | None, field: str) -> bool:
    if place is None:
        return True
    return place.isdecimal() if field == "pk" else "\0" not in place


def _from(works: QuerySet[Work], field: str, place: str | None, *, backwards: bool) -> list[Work]:
    """Return one work more than a page holds, so that it shows whether there is another page."""
    if place is not None:
        works = works.filter(**{f"{field}__{'lt' if backwards else 'gt'}": place})
    return list(works.order_by(f"{'-' if backwards else ''}{field}")[: PER_PAGE + 1])


def _query(source: Source | None, direction: str, place: object) -> str:
    query = QueryDict(mutable=True)
    if source is not None:
        query["source"] = source.name
    query[direction] = str(place)
    return query.urlencode()
