"""Decisions over many works as jobs: with progress, and safe to kill."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from vitrine.server.collection.deciding.log import KIND, assign, batches, settle, subject_of
from vitrine.server.collection.filters import works
from vitrine.server.collection.models import RightsDecision, Work
from vitrine.server.collection.profiles import Profiles
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


def _chosen(decision: RightsDecision) -> QuerySet[Work]:
    return works(decision.filter, decision.source.name if decision.source else None)
