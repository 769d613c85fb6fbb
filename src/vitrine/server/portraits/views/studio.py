"""Portraits in the studio: what is prepared, why a face cannot be matched, and letting it into the game or taking it out."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.portraits.experience import USE
from vitrine.server.portraits.models import Portrait, Turn
from vitrine.server.portraits.playing import ready
from vitrine.server.portraits.preparing import PREPARING, ChangedError, preparing_job, turn
from vitrine.server.site.entries import entries
from vitrine.server.site.words.numbers import measure
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of, paged
from vitrine.server.uses.gate import is_on

_ICON = "user"
_KINDS = ("waiting", "open", "unmatchable")


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def overview(request: HttpRequest) -> HttpResponse:
    """List the portraits: those that wait, those in the game, those that nobody can match."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in _KINDS else "waiting"
    pages = paged(request, _rows(kind))
    context: dict[str, Any] = {
        **frame(gettext("Portraits"), _ICON),
        **pages,
        "rows": _shown(list(pages["page_obj"])),
        "kind": kind,
        "kinds": [(name, _rows(name).count()) for name in _KINDS],
        "on": is_on(USE),
        "preparing": Job.objects.filter(kind=PREPARING, state__in=Job.UNFINISHED).first(),
        "turns": Turn.objects.select_related("portrait__work__source")[:10],
    }
    return render(request, "portraits/studio/portraits.html", context)


def _rows(kind: str) -> Any:
    rows = Portrait.objects.select_related("work__source").order_by("id")
    if kind == "unmatchable":
        return rows.exclude(reason="")
    return rows.filter(reason="", state=Portrait.State.OPEN if kind == "open" else Portrait.State.CLOSED)


def _shown(rows: list[Portrait]) -> list[dict[str, Any]]:
    """Return what a row says: the work, the picture, how the head is held, and whether visitors get it now."""
    known = {entry.work.pk: entry for entry in entries({one.work_id: one.work for one in rows}.values())}
    playable = {one.portrait.pk for one in ready(rows)}
    return [
        {
            "portrait": one,
            "entry": known[one.work_id],
            "held": held(one.expression),
            "playable": one.pk in playable,
            "preview": f"{reverse('portrait', args=[one.work.source.name, one.work.key])}?preview=1&face={one.number}",
        }
        for one in rows
    ]


def held(expression: dict[str, float]) -> str:
    """Return in words how a head is held and how far eyes and mouth are open; blank where it was not measured."""
    if not expression:
        return ""
    said = gettext(
        "{yaw}, {pitch}, {roll}. Eyes open by {left} and {right} of their width, mouth by {mouth} of the distance of the eyes."
    )
    return said.format(
        yaw=_degrees(
            expression["yaw"], gettext("Turned {degrees}° to its left"), gettext("Turned {degrees}° to its right")
        ),
        pitch=_degrees(expression["pitch"], gettext("chin {degrees}° up"), gettext("chin {degrees}° down")),
        roll=_degrees(
            expression["roll"], gettext("tilted {degrees}° to its left"), gettext("tilted {degrees}° to its right")
        ),
        left=measure(expression["left_eye"]),
        right=measure(expression["right_eye"]),
        mouth=measure(expression["mouth_open"]),
    )


def _degrees(angle: float, positive: str, negative: str) -> str:
    return (negative if angle < 0 else positive).format(degrees=abs(round(angle)))


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def prepare(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (a view)
    """Start measuring the approved faces."""
    job = preparing_job()
    if job.state in (Job.State.PAUSED, Job.State.FAILED):
        run.resume(job)
    else:
        run.enqueue(job)
    return redirect("studio-job", pk=job.pk)


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a portrait into the game, or take it out."""
    one = get_object_or_404(Portrait, pk=pk)
    state = Portrait.State.OPEN if request.POST.get("to") == "open" else Portrait.State.CLOSED
    if one.digest != request.POST.get("digest", one.digest):
        messages.error(request, gettext("Its points have changed since this page was opened. Look at it again first."))
        return redirect("studio-portraits")
    try:
        changed = turn(one, state, name_of(request.user))
    except ChangedError as error:
        messages.error(request, str(error))
        return redirect("studio-portraits")
    said = {
        (Portrait.State.OPEN, True): gettext("It is in the game."),
        (Portrait.State.OPEN, False): gettext("It was in the game already."),
        (Portrait.State.CLOSED, True): gettext("It is out of the game."),
        (Portrait.State.CLOSED, False): gettext("It was not in the game."),
    }
    messages.success(request, said[state, changed])
    return redirect(f"{reverse('studio-portraits')}?kind={'waiting' if state == Portrait.State.OPEN else 'open'}")
