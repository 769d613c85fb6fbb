"""All works, by the public search and by the filter that counts and fix lists lead with."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from vitrine.server.collection.filters import FilterError
from vitrine.server.collection.filters import works as filtered
from vitrine.server.collection.models import RightsChange, Work
from vitrine.server.search.answer import Facet
from vitrine.server.search.finding import all_ids, find
from vitrine.server.search.query import FACETS, Query, query_of
from vitrine.server.site.entries import entries
from vitrine.server.site.words.rights import rights_label
from vitrine.server.studio import access
from vitrine.server.studio.pages import PER_PAGE, frame

_OFFERING = {
    "types": gettext_lazy("Type"),
    "rights": gettext_lazy("Rights"),
    "languages": gettext_lazy("Language"),
    "sources": gettext_lazy("Source"),
}
"""The facets that the form offers; makers are looked for by their names."""

_OFFERED = 100
"""Values of each: what works have most."""


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def works(request: HttpRequest) -> HttpResponse:
    """List a page of the works that the search and the filter choose; say what is wrong with a filter."""
    filter_, query = request.GET.get("filter", "").replace("\0", ""), query_of(request.GET)
    context: dict[str, Any] = {**frame(gettext("Works"), "image"), "filter": filter_, "query": query}
    try:
        ids, total, facets = _chosen(filter_, query)
    except FilterError as error:
        return render(request, "studio_works/works.html", {**context, "fault": str(error)}, status=400)
    asked = request.GET.copy()
    pages = {"previous": query.page - 1 if query.page > 1 else 0}
    pages["next"] = query.page + 1 if query.page * PER_PAGE < total else 0
    for name, number in pages.items():
        asked["page"] = str(number)
        context[name] = asked.urlencode() if number else ""
    context |= {"rows": _rows(ids), "total": total, "choosing": facets, "handed_over": _handed_over(filter_, query)}
    return render(request, "studio_works/works.html", context)


def _chosen(filter_: str, query: Query) -> tuple[list[int], int, list[dict[str, Any]]]:
    """Return the ids of the page's works, of how many, and what can be chosen among those that the search finds."""
    start = (query.page - 1) * PER_PAGE
    found = find(query, start, PER_PAGE)
    facets = _offered(found.facets)
    if not filter_.strip():
        return found.ids, found.total, facets
    chosen = filtered(filter_).order_by("pk")
    if query.sources:
        chosen = chosen.filter(source__name__in=query.sources)
    if not query.with_(sources=()).chooses:
        return list(chosen.values_list("pk", flat=True)[start : start + PER_PAGE]), chosen.count(), facets
    among = set(all_ids(query))
    both = [pk for pk in chosen.values_list("pk", flat=True).iterator() if pk in among]
    return both[start : start + PER_PAGE], len(both), facets


def _offered(facets: dict[str, list[Facet]]) -> list[dict[str, Any]]:
    return [
        {"name": FACETS[field], "label": label, "values": facets[field][:_OFFERED]}
        for field, label in _OFFERING.items()
        if facets.get(field)
    ]


def _handed_over(filter_: str, query: Query) -> str:
    """Return what other rooms need to know of the chosen works, as an address has it; blank where they cannot choose so."""
    only_filter = filter_ and not query.with_(sources=()).chooses and len(query.sources) <= 1
    sources = [("source", name) for name in query.sources]
    return urlencode([("filter", filter_), *sources]) if only_filter else ""


def _rows(ids: list[int]) -> list[dict[str, Any]]:
    by_id = Work.objects.select_related("source", "profile").in_bulk(ids)
    waiting = RightsChange.objects.filter(work__in=ids, state=RightsChange.State.OPEN)
    flagged = set(waiting.values_list("work", flat=True))
    return [
        {"entry": entry, "rights": rights_label(entry.work.profile.rights)[0], "flagged": entry.work.pk in flagged}
        for entry in entries([by_id[pk] for pk in ids if pk in by_id])
    ]
