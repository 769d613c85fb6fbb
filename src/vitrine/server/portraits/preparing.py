"""Preparing portraits: every approved face is measured, and what no visitor could match is found here and not by a visitor."""

import hashlib
import json

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vitrine.server.collection.models import Work
from vitrine.server.figures.approved import ApprovedFace, approved_faces
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.portraits.models import Portrait, Turn
from vitrine.vision.expression import matchable, measure

PREPARING = "portraits"
"""The kind of job."""

_AT_A_TIME = 100
"""Works between two breaths of the job."""


class ChangedError(Exception):
    """A portrait cannot be let into the game; the message says why."""


def preparing_job() -> Job:
    """Return the job that prepares all approved faces, the unfinished one where there is one."""
    unfinished = Job.objects.filter(kind=PREPARING, state__in=Job.UNFINISHED).first()
    return unfinished or Job.objects.create(kind=PREPARING, subject="all", total=_with_faces().count())


@run.kind(PREPARING)
def prepare_all(work: run.Work) -> None:
    """Prepare the faces of a batch of works at a time, in the order of their ids."""
    counts = {name: work.job.counts.get(name, 0) for name in ("matchable", "unmatchable")}
    done, after = work.job.done, work.job.cursor.get("after", 0)
    while batch := list(_with_faces().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:_AT_A_TIME]):
        with transaction.atomic():
            for face in approved_faces(Work.objects.filter(pk__in=batch)):
                counts["unmatchable" if prepare(face).reason else "matchable"] += 1
            after, done = batch[-1], done + len(batch)
            work.save({"after": after}, done=done, **counts)
        work.breathe()


def _with_faces() -> "QuerySet[Work]":
    return Work.objects.filter(figures__kind=Kind.FACE, figures__state=Figure.State.APPROVED).distinct()


def prepare(face: ApprovedFace) -> Portrait:
    """Measure a face and return its portrait. One whose points are others than before leaves the game until somebody has looked."""
    portrait = Portrait.objects.filter(media=face.media, number=face.number).first()
    mark = digest(face)
    if portrait is not None and portrait.digest == mark:
        return portrait
    portrait = portrait or Portrait(work=face.work, media=face.media, number=face.number)
    expression, reason = _measured(face)
    portrait.digest, portrait.expression, portrait.reason = mark, expression, reason
    portrait.state, portrait.prepared = Portrait.State.CLOSED, timezone.now()
    portrait.save()
    return portrait


def _measured(face: ApprovedFace) -> tuple[dict[str, float], str]:
    try:
        found = measure(face.face)
    except ValueError:
        return {}, Portrait.Reason.UNSURE
    return msgspec.structs.asdict(found), matchable(found) or ""


def digest(face: ApprovedFace) -> str:
    """Return what tells whether the points of a face, or the picture beneath them, are still the same."""
    said = json.dumps([face.media.file.checksum if face.media.file else "", face.face.points])
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


@transaction.atomic
def turn(portrait: Portrait, state: Portrait.State, by: str) -> bool:
    """Let a portrait into the game or take it out; return whether that changed anything. Raises ChangedError."""
    kept = Portrait.objects.select_for_update().get(pk=portrait.pk)
    if state == Portrait.State.OPEN and (kept.reason or kept.digest != portrait.digest):
        raise ChangedError(kept.get_reason_display() or "Its points have changed meanwhile.")
    if kept.state == state:
        return False
    kept.state, kept.by, kept.at = state, by, timezone.now()
    kept.save(update_fields=["state", "by", "at"])
    Turn.objects.create(portrait=kept, state=state, by=by)
    return True
