"""One work from every side, and its history."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.records import Record, changes
from vitrine.records.codec import plain
from vitrine.server.collection.models import Version, Work
from vitrine.server.collection.showing import shown_work
from vitrine.server.site.charts import problem_name
from vitrine.server.site.entries import Entry, entries
from vitrine.server.site.words import about, rights
from vitrine.server.site.words.fields import field_name
from vitrine.server.site.words.tiers import better, tier_lines
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, paged
from vitrine.server.studio.works.history import timeline
from vitrine.server.studio.works.words import differences, in_words


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def work(request: HttpRequest, source: str, key: str) -> HttpResponse:
    """Show a work: what is shown and who said it, tiers, rights, media."""
    listed = Work.objects.select_related("source", "profile").filter(source__name=source, key=key)
    found = None if "\0" in source + key else listed.first()
    if found is None:
        raise Http404(gettext("There is no work with this number."))
    entry = entries([found])[0]
    return render(request, "studio_works/work.html", {**above(found), "entry": entry, **_account(entry)})


def above(found: Work, *, title: str = "") -> dict[str, Any]:
    """Return frame and work for a page about a work; `title` for one below the work's own."""
    name = str(found)[:120]
    return {**frame(f"{title}: {name}" if title else name, "image", ("studio-works", gettext("Works"))), "work": found}


def _account(entry: Entry) -> dict[str, Any]:
    record = entry.shown.record
    version = entry.work.version()
    return {
        "values": _values(record, version.record, entry),
        "version": version,
        "tiers": tier_lines(entry.work.profile),
        "better": better(entry.work.profile),
        "problems": [problem_name(code) for code in entry.work.profile.problems],
        "rights": rights.rights_of(record),
        "uses": rights.uses(record),
        "care": about.care(record),
        "community_words": about.community_words(record),
        "media": entry.work.media.select_related("file"),
        "decisions": {one.decision for one in entry.work.statements.select_related("decision") if one.decision},
    }


def _values(record: Record, source: Record, entry: Entry) -> list[dict[str, Any]]:
    """Return each field with what is shown, what the source says where it differs, and who spoke over it."""
    now, said = plain(record), plain(source)
    over: dict[str, list[Any]] = {}
    for statement in entry.work.statements.exclude(status__in=("withdrawn", "rejected")):
        over.setdefault(statement.path.split("[")[0].split(".")[0], []).append(statement)
    return [
        {
            "name": field_name(name),
            "shown": in_words(now.get(name)),
            "source": in_words(said.get(name)) if name in over and now.get(name) != said.get(name) else "",
            "statements": [{"row": one, "words": in_words(one.value)} for one in over.get(name, [])],
        }
        for name in Record.__struct_fields__
        if (name in now or name in said or name in over) and name not in ("id", "key", "origin", "linked")
    ]


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the line of time, and the comparison that is asked for."""
    found = get_object_or_404(Work.objects.select_related("source"), pk=pk)
    rows = paged(request, timeline(found))
    rows["rows"] = [
        {"moment": one, "words": in_words(one.statement.value) if one.statement else ""} for one in rows["page_obj"]
    ]
    context = {**above(found, title=gettext("History")), **rows, "numbers": range(1, found.number + 1)}
    old, new = request.GET.get("old"), request.GET.get("new")
    if old or new:
        context |= {"old": old, "new": new, "compared": _compared(found, old or "", new or "")}
    return render(request, "studio_works/history.html", context)


def _compared(found: Work, old: str, new: str) -> list[dict[str, Any]]:
    differing = changes(_record(found, old), _record(found, new))
    return [
        {
            "name": field_name(one.path),
            "before": in_words(one.before),
            "after": in_words(one.after),
            "marked": differences(in_words(one.before), in_words(one.after)),
        }
        for one in differing
    ]


def _record(found: Work, which: str) -> Record:
    """Return the record of a version by its number, or the one that is shown. Raises Http404."""
    if which == "shown":
        return shown_work(found).record
    if not (which.isascii() and which.isdecimal() and 1 <= int(which[:9]) <= found.number):
        raise Http404(gettext("There is no such version."))
    return found.version(int(which)).record


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def raw(request: HttpRequest, pk: int, number: int) -> HttpResponse:  # noqa: ARG001
    """Send a version as the source gave it, as a download that no browser opens."""
    version = get_object_or_404(Version, work=pk, number=number)
    return HttpResponse(
        bytes(version.raw),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="work-{pk}-version-{number}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
