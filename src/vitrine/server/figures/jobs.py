"""The job that looks for figures and faces in the pictures of works and proposes their key points."""

from collections import Counter
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from vitrine.records import Record
from vitrine.server.collection.media.pixels import LOADERS
from vitrine.server.collection.models import Source, Work, WorkMedia
from vitrine.server.collection.showing import current_versions, shown_records
from vitrine.server.figures import machine
from vitrine.server.figures.entering import assurances, bars
from vitrine.server.figures.models import Kind, Look
from vitrine.server.figures.proposing import Found, forget, propose
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.uses.gate import allowed, require

LOOKING = "figures"
"""The kind of job."""

COUNTS = ("found", "nobody", "refused", "failed", "unchanged", "without")
"""What is counted: pictures with and without a figure, pictures refused and unreadable, looked at before, and works without one."""

_BATCH = 10
"""Works at a time: a picture takes a machine's second at worst, and whoever asks to pause should not wait for a minute."""

Outcome = Look.Outcome


class Answer(NamedTuple):
    """What came of looking at one picture for one kind."""

    media: WorkMedia
    kind: Kind
    outcome: str
    found: list[Found]
    message: str = ""


def looking_job(kinds: list[Kind], source: Source | None = None, *, anew: bool = False) -> Job:
    """Return the job that looks at all pictures, or those of a source; the unfinished one of the same wish where there is one.

    Pictures that this machine has looked at before are passed over unless `anew`.
    """
    wished: dict[str, Any] = {
        "kinds": [kind.value for kind in kinds],
        "source": source.name if source else "",
        "anew": anew,
    }
    for unfinished in Job.objects.filter(kind=LOOKING, state__in=Job.UNFINISHED):
        if unfinished.arguments == wished:
            return unfinished
    return Job.objects.create(
        kind=LOOKING, subject=source.name if source else "all", arguments=wished, total=_works(wished["source"]).count()
    )


@run.kind(LOOKING)
def look(work: run.Work) -> None:
    """Look at works in the order of their ids. Proposals are the machine's: no person's points or decisions are touched."""
    wished = work.job.arguments
    counts = Counter({name: work.job.counts.get(name, 0) for name in COUNTS})
    done, after = work.job.done, work.job.cursor.get("after", 0)
    require(machine.USE)
    while batch := list(_works(wished["source"]).filter(pk__gt=after).order_by("pk")[:_BATCH]):
        # Looking takes long and writing does not: nobody waits for the database meanwhile.
        answers, without = _looked_at(batch, [Kind(kind) for kind in wished["kinds"]], anew=wished["anew"])
        counts["without"] += without
        with transaction.atomic():
            for answer in answers:
                counts[answer.outcome] += 1
                _keep(answer)
                if answer.outcome == Outcome.FAILED:
                    work.error(answer.media.work.identifier, answer.message)
            after, done = batch[-1].pk, done + len(batch)
            work.save({"after": after}, done=done, **counts)
        work.breathe()
        require(machine.USE)


def looked_at(media: WorkMedia, kind: Kind, record: Record, assured: set[str]) -> Answer:
    """Look at one picture, if its work may be looked at: what the rights gate and the record refuse is said, not done."""
    reason = bars(record, assured, timezone.localdate())
    decision = allowed(machine.USE, record)
    if reason is None and decision.outcome != "allowed":
        reason = decision.reason
    if reason is not None:
        return Answer(media, kind, Outcome.REFUSED, [], reason)
    try:
        found = machine.look(media.file, kind) if media.file else []
    except (machine.UnreadableError, RuntimeError, MemoryError) as error:
        return Answer(media, kind, Outcome.FAILED, [], str(error) or type(error).__name__)
    return Answer(media, kind, Outcome.FOUND if found else Outcome.NOBODY, found)


def _works(source: str) -> Any:
    works = Work.objects.select_related("source")
    return works.filter(source__name=source) if source else works


def _looked_at(batch: list[Work], kinds: list[Kind], *, anew: bool) -> tuple[list[Answer], int]:
    """Return what came of looking at the pictures of works, and how many works have none."""
    said, pictures = assurances(batch), _pictures(batch)
    before = {(one.media_id, one.kind): one for one in Look.objects.filter(work__in=batch)}
    answers: list[Answer] = []
    without = 0
    for work, shown in zip(batch, shown_records(current_versions(batch)), strict=True):
        named = {one.key for one in shown.record.surrogates if one.purpose != "thumbnail"}
        own = [media for media in pictures if media.work_id == work.pk and media.key in named]
        without += not own
        for media in own:
            for kind in kinds:
                if not anew and _known(before.get((media.pk, kind)), media, kind):
                    answers.append(Answer(media, kind, "unchanged", []))
                else:
                    answers.append(looked_at(media, kind, shown.record, said[work.pk]))
    return answers, without


def _pictures(works: list[Work]) -> list[WorkMedia]:
    stored = WorkMedia.objects.filter(work__in=works, state=WorkMedia.State.STORED, file__type__in=LOADERS)
    return list(stored.select_related("file", "work__source"))


def _known(before: Look | None, media: WorkMedia, kind: Kind) -> bool:
    """Return whether this machine has seen this very picture."""
    if before is None or before.outcome not in (Outcome.FOUND, Outcome.NOBODY) or media.file is None:
        return False
    return (before.checksum, before.version) == (media.file.checksum, machine.version(kind))


def _keep(answer: Answer) -> None:
    if answer.outcome == "unchanged":
        return
    if answer.outcome == Outcome.REFUSED:
        forget(answer.media, answer.kind)
    elif answer.outcome != Outcome.FAILED:
        propose(answer.media, answer.kind, answer.found, machine.MODEL[answer.kind], machine.version(answer.kind))
    Look.objects.update_or_create(
        media=answer.media,
        kind=answer.kind,
        defaults={
            "work_id": answer.media.work_id,
            "checksum": answer.media.file.checksum if answer.media.file else "",
            "version": machine.version(answer.kind),
            "outcome": answer.outcome,
            "message": answer.message,
            "at": timezone.now(),
        },
    )
