"""Decisions over many works as jobs: with progress, and safe to kill."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vitrine.server.collection.deciding.log import KIND, UNDO, assign, batches, settle, subject_of, take_back
from vitrine.server.collection.filters import works
from vitrine.server.collection.models import RightsDecision, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.home import BusyError
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job


@transaction.atomic
def decision_job(**decided: Any) -> Job:
    """Return the job that carries out a decision with the fields `decided` on every work its filter chooses: the
    unfinished one where the same was decided before and stopped, else a new one for a new entry of the log."""
    same = RightsDecision.objects.filter(**decided, undone_at=None).values_list("pk", flat=True)
    unfinished = Job.objects.filter(kind=KIND, state__in=Job.UNFINISHED, subject__in=map(subject_of, same)).first()
    if unfinished is not None:
        return unfinished
    decision = RightsDecision.objects.create(**decided)
    return Job.objects.create(
        kind=KIND,
        subject=subject_of(decision.pk),
        arguments={"decision": decision.pk},
        total=_chosen(decision).count(),
    )


@run.kind(KIND)
def carry_out(work: run.Work) -> None:
    """Carry out a decision, a batch of works at a time in the order of their ids.

    Assigning rights changes which works a filter such as `rights=missing` chooses, but only among those behind the
    cursor: what lies before it is chosen as if nothing had been done yet.
    """
    decision = RightsDecision.objects.get(pk=work.job.arguments["decision"])
    act = assign if decision.kind == RightsDecision.Kind.SET else settle
    profiles = Profiles()
    done = work.job.done
    for batch in batches(_chosen(decision), after=work.job.cursor.get("after", 0)):
        with transaction.atomic():
            decision.works += act(decision, batch, profiles)
            decision.save(update_fields=["works"])
            done += len(batch)
            work.save({"after": batch[-1].pk}, done=done, decided=decision.works)
        work.breathe()


@transaction.atomic
def undo_job(decision: RightsDecision, by: str) -> Job | None:
    """Write into the log that `by` takes the decision back, and return the job that does so, the unfinished one where it was
    begun before; None where the decision is undone already."""
    subject = subject_of(decision.pk)
    first = RightsDecision.objects.filter(pk=decision.pk, undone_at=None).update(undone_at=timezone.now(), undone_by=by)
    if not first:
        return Job.objects.filter(kind=UNDO, subject=subject, state__in=Job.UNFINISHED).first()
    for carrying in Job.objects.filter(kind=KIND, subject=subject, state__in=Job.UNFINISHED):
        run.cancel(carrying)
    return Job.objects.create(
        kind=UNDO, subject=subject, arguments={"decision": decision.pk}, total=_concerned(decision).count()
    )


@run.kind(UNDO)
def take_all_back(work: run.Work) -> None:
    """Take a decision back, a batch of works at a time in the order of their ids, once nothing carries it out any more."""
    decision = RightsDecision.objects.get(pk=work.job.arguments["decision"])
    subject = subject_of(decision.pk)
    try:
        with run.alone(KIND, subject):
            Job.objects.filter(kind=KIND, subject=subject, state__in=Job.UNFINISHED).update(state=Job.State.CANCELLED)
            _take_back(work, decision)
    except BusyError as error:
        raise run.JobFailedError(
            "The decision is still being carried out; it was asked to stop. Resume this."
        ) from error


def _take_back(work: run.Work, decision: RightsDecision) -> None:
    profiles, done = Profiles(), work.job.done
    for batch in batches(_concerned(decision), after=work.job.cursor.get("after", 0)):
        with transaction.atomic():
            take_back(decision, batch, profiles)
            done += len(batch)
            work.save({"after": batch[-1].pk}, done=done)
        work.breathe()


def _concerned(decision: RightsDecision) -> QuerySet[Work]:
    return works(f"decision={decision.pk}")


def _chosen(decision: RightsDecision) -> QuerySet[Work]:
    return works(decision.filter, decision.source.name if decision.source else None)
