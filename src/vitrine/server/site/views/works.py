"""The works: all of them a page at a time, and the page of one."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from vitrine.records import Record
from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import Source, Work
from vitrine.server.museum.models import museum
from vitrine.server.search.finding import suggest
from vitrine.server.search.query import Query, query_of
from vitrine.server.site.entries import Entry, entries
from vitrine.server.site.related import related
from vitrine.server.site.shelves import shelf
from vitrine.server.site.words import about, rights
from vitrine.server.site.words.citing import Citation, citation
from vitrine.server.site.words.files import other_files
from vitrine.server.site.words.linked import linked_data
from vitrine.server.site.words.tiers import better, tier_lines

_SIZES = "(min-width: 94rem) 21vw, (min-width: 68rem) 28vw, (min-width: 44rem) 43vw, 90vw"
"""How wide pictures are among the works found: four, three, two in a row, or one (the widths are those of search.css)."""


@require_safe
def works(request: HttpRequest) -> HttpResponse:
    """Show the works that somebody looks for, all of them where nothing is asked, a page at a time."""
    query = query_of(request.GET)
    for name in query.sources:
        get_object_or_404(Source, name=name)
    page = shelf(query)
    context = {
        "query": query,
        "source": query.sources[0]
        if query == Query(sources=query.sources[:1], page=query.page) and query.sources
        else "",
        "entries": entries(page.works),
        "sizes": _SIZES,
        "page": page,
        "number": page.found.total,
        "orders": [
            (order, words, query.with_(order=order).encoded())
            for order, words in (
                ("", gettext("Best fit") if query.words else gettext("As catalogued")),
                ("oldest", gettext("Oldest first")),
                ("newest", gettext("Newest first")),
            )
        ],
        "first_page": query.with_().encoded(),
    }
    return render(request, "site/works.html", context)


@require_safe
def typing(request: HttpRequest) -> JsonResponse:
    """Tell what begins as somebody types: makers, types and titles, each with the name of its kind, and how many in words."""
    found = suggest(query_of(request.GET).words)
    names = {"maker": gettext("Maker"), "type": gettext("Type"), "title": gettext("Title")}
    says = ngettext("{number} suggestion", "{number} suggestions", len(found)).format(number=len(found))
    suggestions = [{**one._asdict(), "name": names[one.kind]} for one in found]
    return JsonResponse({"suggestions": suggestions, "says": says if found else gettext("No suggestions")})


@require_safe
def work(request: HttpRequest, source: str, key: str) -> HttpResponse:
    """Show one work: picture, label, description, rights, and all about its record."""
    found = found_work(source, key)
    entry = entries([found])[0]
    context = {"entry": entry, "work": found, **_reading(entry), **_account(entry), **_onwards(entry)}
    return render(request, "site/work.html", context)


def found_work(source: str, key: str) -> Work:
    """Return the work with this key. Raises Http404."""
    listed = Work.objects.select_related("source", "profile").filter(source__name=source, key=key)
    # PostgreSQL knows no NUL in texts and does not even look for it.
    found = None if "\0" in source + key else listed.first()
    if found is None:
        raise Http404(gettext("There is no work with this number."))
    return found


def cited(entry: Entry) -> Citation:
    """Return the citation of a work, as it is seen today."""
    address = settings.SITE_URL + entry.address
    return citation(entry.shown.record, entry.label, museum().shown_name, address, timezone.localdate())


def _reading(entry: Entry) -> dict[str, object]:
    """What a visitor reads beside the picture."""
    record = entry.shown.record
    description, others = about.descriptions(record)
    return {
        "picture": entry.picture,
        "more_pictures": entry.pictures[1:],
        "files": other_files(entry.work, record),
        "label": entry.label,
        "description": description,
        "other_descriptions": others,
        "facts": about.facts(record, entry.label),
        "closed": closed(record),
        "care": about.care(record),
        "community_words": about.community_words(record),
    }


def _account(entry: Entry) -> dict[str, object]:
    """Rights, uses by AI, and where the record comes from."""
    record: Record = entry.shown.record
    work = entry.work
    return {
        "rights": rights.rights_of(record),
        "uses": rights.uses(record),
        "sayings": about.sayings(entry.shown),
        "tiers": tier_lines(work.profile),
        "better": better(work.profile),
        "version": work.version(),
        "landing_page": record.landing_page,
        "reservation": record.reservation,
    }


def _onwards(entry: Entry) -> dict[str, object]:
    """What leads on from the page: the citation, the file to take along, works beside it, and the page for programs."""
    record = entry.shown.record
    address = settings.SITE_URL + entry.address
    return {
        "address": address,
        "site_url": settings.SITE_URL,
        "citation": cited(entry),
        "taking": [rights.taking(record, picture, entry.label) for picture in entry.pictures],
        "related": related(entry.work, record),
        "linked": linked_data(record, entry.label, entry.picture, settings.SITE_URL, address),
        "by_machine": any(said.by.kind == "software" for said in entry.shown.said_by.values()),
    }
