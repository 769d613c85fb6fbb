"""The editor of one picture: its figures or faces to place, correct, approve and set aside."""

import json
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vitrine.server.collection.media.derivatives import WIDTHS
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import MediaFile, WorkMedia
from vitrine.server.collection.showing import shown_work
from vitrine.server.figures import deciding, queue, words
from vitrine.server.figures.entering import KIND, Game, assurances, bars, refusal
from vitrine.server.figures.models import Assurance, Figure, Kind, Step
from vitrine.server.figures.points import scaled
from vitrine.server.figures.studio.saving import RefusedError, keep
from vitrine.server.figures.studio.template import face_template
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame, name_of

_GAME: dict[str, Game] = {kind: game for game, kind in KIND.items()}
_LONGEST = 2_000_000
"""Bytes of what is sent: eight faces are a hundred thousand."""
_REASON = 2000
"""Characters of a reason."""


@require_safe
@never_cache
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def editor(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Show the picture with everything on it."""
    media, file = _picture(pk, kind)
    filter_ = queue.Filter.asked(request.GET)
    said = bars(shown_work(media.work).record, assurances([media.work])[media.work_id], timezone.localdate())
    title = (media.work.title or media.work.identifier)[:120]
    context: dict[str, Any] = {
        **frame(title, "crosshairs", ("studio-figures", gettext("Figures"))),
        "media": media,
        "file": file,
        "kind": kind,
        "other": Kind.FACE.value if kind == Kind.POSE else Kind.POSE.value,
        "parts": Figure.Part.choices,
        "refusal": refusal(media.work, _GAME[kind]),
        "open_questions": _open_questions(said, media),
        "assurances": Assurance.objects.filter(work=media.work, ended=None),
        "steps": Step.objects.filter(figure__media=media, figure__kind=kind).select_related("figure")[:20],
        "query": urlencode(filter_.plain()),
        "width": largest(file),
        "data": _data(media, file, kind, filter_),
        "words": words.editor(),
    }
    return render(request, "figures/editor.html", context)


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def save(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Keep what was placed and decided; answers with the figures as they are now, or with the reason why not."""
    media, file = _picture(pk, kind)
    body = _body(request)
    if body is None or body.get("checksum") != file.checksum:
        return _told(409 if body else 400, gettext("The picture is another since you opened this page. Load it anew."))
    try:
        with transaction.atomic():
            keep(media, Kind(kind), body.get("figures"), name_of(request.user))
    except deciding.MeanwhileError as error:
        when = date_format(timezone.localtime(error.figure.at or timezone.now()), "DATETIME_FORMAT")
        told = gettext("{name} changed this meanwhile ({when}). Your points are still here.")
        return _told(409, told.format(name=error.figure.by, when=when), figures=_figures(media, file, kind))
    except RefusedError as error:
        return _told(400, str(error))
    return JsonResponse({"figures": _figures(media, file, kind), "refusal": refusal(media.work, _GAME[kind]) or ""})


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def detect(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Let the machine look inside a box that was drawn by hand; nothing is kept, the page is told what was found."""
    from vitrine.server.figures.studio.detecting import inside  # noqa: PLC0415 (NumPy and the models)

    media, _file = _picture(pk, kind)
    body = _body(request)
    try:
        found = inside(media, Kind(kind), (body or {}).get("box"))
    except RefusedError as error:
        return _told(400, str(error))
    return JsonResponse({"found": [points for points, _score in found]})


@require_POST
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def assure(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Give one's word on what the record leaves open, or take it back."""
    media, _file = _picture(pk, kind)
    by = name_of(request.user)
    taken = request.POST.get("withdraw", "")
    about, reason = request.POST.get("about", ""), request.POST.get("reason", "").replace("\0", "").strip()[:_REASON]
    if taken.isdecimal() and len(taken) < 19:
        for one in Assurance.objects.filter(pk=int(taken), work=media.work):
            deciding.withdraw(one, by)
        messages.success(request, gettext("Taken back: the question is open again."))
    elif about not in Assurance.About.values or not reason:
        messages.error(request, gettext("Say how you know it: without a reason the question stays open."))
    else:
        deciding.assure(media.work, about, reason, by)
        messages.success(request, gettext("Written down with your name and the reason."))
    return redirect(f"{reverse('studio-figure', args=[pk, kind])}?{request.GET.urlencode()}")


def _picture(pk: int, kind: str) -> tuple[WorkMedia, MediaFile]:
    """Return a stored picture that can be shown. Raises Http404."""
    media = WorkMedia.objects.select_related("work__source", "file").filter(pk=pk, file__type__in=LOADERS).first()
    if kind not in Kind.values or media is None or media.file is None or not media.file.width or not media.file.height:
        raise Http404
    return media, media.file


def _body(request: HttpRequest) -> dict[str, Any] | None:
    """Return what was sent as JSON; None for anything else."""
    if len(request.body) > _LONGEST:
        return None
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _told(status: int, message: str, **more: Any) -> JsonResponse:
    return JsonResponse({"message": message, **more}, status=status)


def _open_questions(said: str | None, media: WorkMedia) -> list[tuple[str, str]]:
    """Return what a person may give their word on: only what keeps the work out now, and only where that is no flag or label."""
    record = shown_work(media.work).record
    if said is None or record.sensitivities or record.community_labels:
        return []
    standing = set(Assurance.objects.filter(work=media.work, ended=None).values_list("about", flat=True))
    return [(about, str(label)) for about, label in Assurance.About.choices if about not in standing]


def _data(media: WorkMedia, file: MediaFile, kind: str, filter_: queue.Filter) -> dict[str, Any]:
    """Return what the editor is told."""
    here = [media.pk, kind]
    onward = queue.following(filter_, media, kind)
    asked = urlencode(filter_.plain())
    return {
        "kind": kind,
        "size": [file.width, file.height],
        "checksum": file.checksum,
        "names": words.joints() if kind == Kind.POSE else words.landmarks(),
        "template": [] if kind == Kind.POSE else face_template(),
        "figures": _figures(media, file, kind),
        "former": _former(media, file, kind),
        "save": reverse("studio-figure-save", args=here),
        "detect": reverse("studio-figure-detect", args=here),
        "next": f"{reverse('studio-figure', args=onward)}?{asked}"
        if onward
        else f"{reverse('studio-figures')}?{asked}",
    }


def _figures(media: WorkMedia, file: MediaFile, kind: str) -> list[dict[str, Any]]:
    rows = Figure.objects.filter(media=media, kind=kind, checksum=file.checksum).order_by("number")
    return [
        {
            "id": one.pk,
            "number": one.number,
            "revision": one.revision,
            "state": one.state,
            "part": one.part,
            "points": one.shown,
            "mine": one.points is not None,
            "proposal": one.proposal or [],
            "score": one.score,
        }
        for one in rows
    ]


def _former(media: WorkMedia, file: MediaFile, kind: str) -> list[Any]:
    """Return what people placed on the picture that was here before, scaled to this one: a start, no more."""
    rows = Figure.objects.filter(media=media, kind=kind, points__isnull=False).exclude(checksum=file.checksum)
    last = rows.order_by("-at").first()
    if last is None or not last.width or not last.height:
        return []
    across, down = (file.width or 1) / last.width, (file.height or 1) / last.height
    return [scaled(one.shown, across, down) for one in rows.filter(checksum=last.checksum)]


def largest(file: MediaFile) -> int:
    """Return the width of the picture that the editor shows: sharp enough to hit a wrist, small enough for a phone."""
    return max((width for width in WIDTHS if width <= min(file.width or 0, 1920)), default=WIDTHS[0])
