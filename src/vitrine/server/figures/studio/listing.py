"""The list of figures: what is to do, what was approved or set aside, and where nobody was found."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import Source, Work, WorkMedia
from vitrine.server.figures import queue
from vitrine.server.figures.jobs import LOOKING, looking_job
from vitrine.server.figures.machine import USE
from vitrine.server.figures.models import Figure, Kind, Look
from vitrine.server.figures.studio.pictures import lines
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.search.finding import find
from vitrine.server.search.query import Query
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame
from vitrine.server.uses.gate import is_on

_ON_A_PAGE = 24
_DIGITS = 19
"""Digits from which on a number is no id of a database."""
_WORDS = 200
"""Characters of what is looked for."""


@require_safe
@never_cache
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def listing(request: HttpRequest) -> HttpResponse:
    """List figures a page at a time, and works that were looked for by words."""
    filter_ = queue.Filter.asked(request.GET)
    rows: Any = queue.unfound(filter_) if filter_.state == queue.NOBODY else queue.figures(filter_)
    batch = list(rows.filter(pk__gt=_number(request.GET.get("after", "")))[: _ON_A_PAGE + 1])
    words = request.GET.get("q", "").replace("\0", "")[:_WORDS]
    context = {
        **frame(gettext("Figures"), "crosshairs"),
        "asked": filter_,
        "query": urlencode(filter_.plain()),
        "states": _states(),
        "kinds": Kind.choices,
        "sources": Source.objects.order_by("name"),
        "rows": [_row(one, filter_) for one in batch[:_ON_A_PAGE]],
        "after": batch[_ON_A_PAGE - 1].pk if len(batch) > _ON_A_PAGE else 0,
        "words": words,
        "found": _found(words),
        "on": is_on(USE),
        "looking": Job.objects.filter(kind=LOOKING, state__in=Job.UNFINISHED).first(),
    }
    return render(request, "figures/listing.html", context)


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def look(request: HttpRequest) -> HttpResponse:
    """Let the machine look at all works or those of a source, if the museum uses that."""
    if not is_on(USE):
        messages.error(request, gettext("This use of AI is switched off. Who may, switches it on under AI uses."))
        return redirect("studio-figures")
    source = Source.objects.filter(name=request.POST.get("source", "").replace("\0", "")).first()
    kinds = [Kind(kind) for kind in Kind.values if kind in request.POST.getlist("kind")] or [Kind.POSE, Kind.FACE]
    job = looking_job(kinds, source)
    if job.state in (Job.State.PAUSED, Job.State.FAILED):
        run.resume(job)
    else:
        run.enqueue(job)
    return redirect("studio-job", pk=job.pk)


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to the editor of a work's first picture; `kind` says for figures or faces."""
    kind = request.GET.get("kind", "")
    media = _pictures().filter(work=get_object_or_404(Work, pk=pk)).first()
    if media is None:
        raise Http404(gettext("This work has no stored picture to place points on."))
    return redirect("studio-figure", media.pk, kind if kind in Kind.values else Kind.POSE.value)


def _pictures() -> Any:
    return WorkMedia.objects.filter(state=WorkMedia.State.STORED, file__type__in=LOADERS, file__width__gt=0)


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < _DIGITS else 0


def _states() -> list[tuple[str, str]]:
    return [
        (queue.TO_DO, gettext("To do")),
        (queue.APPROVED, gettext("Approved")),
        (queue.ASIDE, gettext("Set aside")),
        (queue.NOBODY, gettext("Nobody found")),
    ]


def _row(one: Figure | Look, filter_: queue.Filter) -> dict[str, Any]:
    """Return what the list shows of a figure, or of a picture on which nobody was found."""
    figure = one if isinstance(one, Figure) else None
    file = one.media.file
    return {
        "one": one,
        "figure": figure,
        "size": (file.width, file.height) if file else (1, 1),
        "checksum": file.checksum if file else "",
        "lines": lines(figure.shown, figure.kind) if figure is not None and figure.on_today else [],
        "stale": figure is not None and not figure.on_today,
        "address": f"{reverse('studio-figure', args=[one.media_id, one.kind])}?{urlencode(filter_.plain())}",
    }


def _found(words: str) -> list[Work]:
    """Return works that the search finds and that have a picture."""
    if not words.strip():
        return []
    ids = find(Query(words=words, image=True), 0, 12).ids
    known = Work.objects.select_related("source").in_bulk(ids)
    return [known[pk] for pk in ids if pk in known]
