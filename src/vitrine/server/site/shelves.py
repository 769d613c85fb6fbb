"""Works found, a page at a time: the works in their order, the facets beside them, and what was chosen."""

from typing import NamedTuple

from django.utils.translation import gettext

from vitrine.server.collection.models import Work
from vitrine.server.search.answer import Facet, Found
from vitrine.server.search.finding import find
from vitrine.server.search.query import FACETS, Query
from vitrine.server.site.timeline import Timeline, timeline
from vitrine.server.site.words.numbers import year

PER_PAGE = 24
"""Works on a page: whole rows of two, three and four."""


class Group(NamedTuple):
    """The values of one facet: its name in the form, its title, and whether one is chosen."""

    name: str
    title: str
    values: list[Facet]
    open: bool


class Chip(NamedTuple):
    """Something that was chosen, and the address without it."""

    label: str
    address: str


class Way(NamedTuple):
    """A way on from where nothing is found: what it asks, the address, and how many works are there."""

    label: str
    address: str
    works: int


class Shelf(NamedTuple):
    """A page of works, and the query strings of the pages beside it (blank at an end). `timeline` is None where no work
    has a date, `pictures` where those with a picture are not counted."""

    works: list[Work]
    found: Found
    timeline: Timeline | None
    pictures: Facet | None
    groups: list[Group]
    chips: list[Chip]
    meant: list[Way]
    nearby: list[Way]
    previous: str
    next: str


def shelf(query: Query) -> Shelf:
    """Return the page of works that a query asks for."""
    start = (query.page - 1) * PER_PAGE
    found = find(query, start, PER_PAGE)
    known = Work.objects.select_related("source").in_bulk(found.ids)
    works = [known[pk] for pk in found.ids if pk in known]
    return Shelf(
        works,
        found,
        timeline(found.years, query),
        next(iter(found.facets.get("image", [])), None),
        _groups(found, query),
        _chips(found, query),
        [Way(near.query.words, near.query.encoded(), near.total) for near in found.meant],
        [Way(_loosened(near.query, query), near.query.encoded(), near.total) for near in found.nearby],
        _page(query, query.page - 1) if query.page > 1 else "",
        _page(query, query.page + 1) if start + PER_PAGE < found.total else "",
    )


def _page(query: Query, page: int) -> str:
    # The first page has no number: a question mark alone leads to it.
    return query.with_(page=page).encoded()


def _groups(found: Found, query: Query) -> list[Group]:
    titles = {
        "makers": gettext("Maker"),
        "types": gettext("Type"),
        "rights": gettext("Rights"),
        "languages": gettext("Language"),
        "sources": gettext("Source"),
    }
    listed = ((field, found.facets.get(field, [])) for field in titles)
    return [
        Group(FACETS[field], titles[field], values, bool(getattr(query, field)))
        for field, values in listed
        if len(values) > 1 or getattr(query, field)
    ]


def _chips(found: Found, query: Query) -> list[Chip]:
    chips = []
    for field in FACETS:
        labels = {one.value: one.label for one in found.facets.get(field, [])}
        for value in getattr(query, field):
            chips.append(Chip(labels.get(value, value), query.toggled(field, value).encoded()))
    if query.words:
        chips.append(Chip(f"“{query.words}”", query.with_(words="").encoded()))
    if query.year_from is not None:
        said = gettext("from %(year)s") % {"year": year(query.year_from)}
        chips.append(Chip(said, query.with_(year_from=None).encoded()))
    if query.year_to is not None:
        chips.append(Chip(gettext("to %(year)s") % {"year": year(query.year_to)}, query.with_(year_to=None).encoded()))
    if query.image:
        chips.append(Chip(gettext("with a picture"), query.with_(image=False).encoded()))
    return chips


def _loosened(near: Query, query: Query) -> str:
    """Return in words what was left out of `query`."""
    if near == Query(words=query.words, order=query.order):
        return gettext("Only “{words}”, without any other choice").format(words=query.words)
    if near.words != query.words:
        return gettext("Without the words “{words}”").format(words=query.words)
    loosened = {
        "makers": gettext("Any maker"),
        "types": gettext("Any type"),
        "rights": gettext("Any rights"),
        "languages": gettext("Any language"),
        "sources": gettext("Any source"),
        "image": gettext("With or without a picture"),
    }
    changed = (words for field, words in loosened.items() if getattr(near, field) != getattr(query, field))
    return next(changed, gettext("Any date"))
