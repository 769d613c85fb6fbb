"""Making and undoing decisions about rights, a batch of works at a time."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vitrine.records import Record
from vitrine.server.collection.models import RightsChange, RightsDecision, Statement, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import BATCH, current_versions, refresh
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import alone

KIND = "rights"
"""The kind of job that carries a decision out."""

Show = Callable[[int, int | None], None]
"""Told how many works are done, of how many."""


def subject_of(decision: int) -> str:
    """Return the subject of the job that carries out the decision of this number."""
    return f"decision {decision}"


def assign(decision: RightsDecision, works: list[Work], profiles: Profiles) -> int:
    """Assign the decision's statement to `works`: one statement by a person on each path it concerns. Return how many works."""
    statements = [
        _statement(decision, work, path, {"uri": decision.uri})
        for work, version in zip(works, current_versions(works), strict=True)
        for path in paths(decision.scope, version.record)
    ]
    Statement.objects.bulk_create(statements)
    touched = {statement.work_id for statement in statements}
    refresh([work for work in works if work.pk in touched], profiles)
    return len(touched)


def paths(scope: str, record: Record) -> list[str]:
    """Return the paths of `record` that a decision on `scope` concerns."""
    if scope == RightsDecision.Scope.OBJECT:
        return ["rights_of_object"]
    if scope == RightsDecision.Scope.METADATA:
        return ["rights_of_metadata"]
    return [f"surrogates[{surrogate.key}].rights" for surrogate in record.surrogates]


def settle(decision: RightsDecision, works: list[Work], profiles: Profiles) -> int:
    """Settle the waiting rights changes of `works`: accepted, or the former rights kept as the person's word. Return how many."""
    changes = list(RightsChange.objects.filter(work__in=works, state=RightsChange.State.OPEN))
    accepted = decision.kind == RightsDecision.Kind.ACCEPT
    if not accepted:
        by_id = {work.pk: work for work in works}
        statements = [
            _statement(decision, by_id[change.work_id], path, value)
            for change in changes
            for path, value in change.before.items()
        ]
        Statement.objects.bulk_create(statements)
    state = RightsChange.State.ACCEPTED if accepted else RightsChange.State.KEPT
    RightsChange.objects.filter(pk__in=[change.pk for change in changes]).update(state=state, decision=decision)
    settled = {change.work_id for change in changes}
    refresh([work for work in works if work.pk in settled], profiles)
    return len(settled)


def undo(decision: RightsDecision, by: str, show: Show = lambda _done, _total: None) -> int:
    """Take the decision back: its statements are withdrawn, so that what lay beneath stands again; its changes wait again.
    Return how many works are concerned. Undoing twice changes nothing. Raises BusyError while it is being carried out."""
    subject = subject_of(decision.pk)
    with alone(KIND, subject), transaction.atomic():
        first = RightsDecision.objects.filter(pk=decision.pk, undone_at=None).update(
            undone_at=timezone.now(), undone_by=by
        )
        if not first:
            return 0
        Job.objects.filter(kind=KIND, subject=subject, state__in=Job.UNFINISHED).update(state=Job.State.CANCELLED)
        concerned = set(decision.statements.values_list("work", flat=True))
        concerned |= set(decision.changes.values_list("work", flat=True))
        decision.statements.update(status="withdrawn")
        decision.changes.update(state=RightsChange.State.OPEN, decision=None)
        ids, profiles = sorted(concerned), Profiles()
        # A batch of ids at a time: databases limit how many values one query may name.
        for start in range(0, len(ids), BATCH):
            refresh(list(Work.objects.filter(pk__in=ids[start : start + BATCH]).select_related("source")), profiles)
            show(start, len(ids))
    return len(concerned)


def batches(works: QuerySet[Work], after: int = 0) -> Iterator[list[Work]]:
    """Yield `works` in the order of their ids, from the one after `after` on, a batch at a time."""
    while batch := list(works.filter(pk__gt=after).select_related("source").order_by("pk")[:BATCH]):
        yield batch
        after = batch[-1].pk


def _statement(decision: RightsDecision, work: Work, path: str, value: Any) -> Statement:
    return Statement(
        work=work,
        path=path,
        value=value,
        agent_kind="person",
        agent=decision.by,
        at=decision.at,
        status="asserted",
        evidence=decision.evidence,
        decision=decision,
    )
