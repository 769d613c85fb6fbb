"""What decisions about rights do to works, and how it is taken back, a batch of works at a time."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from vitrine.records import Record
from vitrine.server.collection.models import RightsChange, RightsDecision, Statement, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import BATCH, current_versions, refresh

KIND = "rights"
"""The kind of job that carries a decision out."""

UNDO = "undo"
"""The kind of job that takes one back."""


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


def take_back(decision: RightsDecision, works: list[Work], profiles: Profiles) -> None:
    """Take back what a decision did to `works`: its statements are withdrawn, so that what lay beneath stands again; its
    changes wait again."""
    decision.statements.filter(work__in=works).update(status="withdrawn")
    decision.changes.filter(work__in=works).update(state=RightsChange.State.OPEN, decision=None)
    refresh(works, profiles)


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
