"""What a person says to suggestions: accepted, corrected, rejected, taken back. Each suggestion is decided once."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from vitrine.server.collection.models import Statement, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import current_versions, refresh, shown_records
from vitrine.server.suggestions.finding import unnamed
from vitrine.server.suggestions.models import Round, Suggestion

State = Suggestion.State


class DecidedError(RuntimeError):
    """Somebody else has decided this suggestion meanwhile, or its text is no longer there."""


def accept_all(suggestions: list[Suggestion], by: str, round_: Round | None = None) -> int:
    """Accept those of `suggestions` that still wait and whose texts still stand; return how many.

    Each becomes a statement of the program, accepted by the person: both names are kept.
    """
    with transaction.atomic():
        standing = _standing(suggestions)
        statements = [_statement(one, by) for one in standing]
        Statement.objects.bulk_create(statements)
        for one, statement in zip(standing, statements, strict=True):
            _decide(one, State.ACCEPTED, by, statement=statement, round=round_)
        Suggestion.objects.bulk_update(standing, _DECIDED)
        _refresh(standing)
    return len(standing)


def correct(suggestion: Suggestion, value: str, by: str) -> None:
    """Say another value in the name of `by`; what was suggested is remembered beside it. Raises DecidedError."""
    with transaction.atomic():
        (one,) = _standing([suggestion]) or (None,)
        if one is None:
            raise DecidedError
        statement = Statement.objects.create(
            work=one.work,
            path=one.path,
            value=value,
            agent_kind="person",
            agent=by,
            status="asserted",
            evidence=f"Corrects a suggestion: {one.value}, {one.model} {one.version}, {one.confidence:.2f}",
        )
        _decide(one, State.CORRECTED, by, statement=statement, corrected=value)
        one.save(update_fields=_DECIDED)
        _refresh([one])


def accept(suggestion: Suggestion, by: str) -> None:
    """Accept one suggestion. Raises DecidedError."""
    if not accept_all([suggestion], by):
        raise DecidedError


def reject(suggestion: Suggestion, by: str) -> None:
    """Reject one suggestion: nothing that is shown changes. Raises DecidedError."""
    changed = Suggestion.objects.filter(pk=suggestion.pk, state=State.WAITING).update(
        state=State.REJECTED, decided_by=by, decided=timezone.now()
    )
    if not changed:
        raise DecidedError


def standing(suggestions: list[Suggestion]) -> list[Suggestion]:
    """Return those that wait and whose texts are still shown without a language; the others are outdated from now on."""
    with transaction.atomic():
        return _standing(suggestions)


def reopen_all(suggestions: list[Suggestion]) -> None:
    """Take decisions back: statements are withdrawn, and the suggestions wait again."""
    with transaction.atomic():
        Statement.objects.filter(pk__in=[one.statement_id for one in suggestions if one.statement_id]).update(
            status="withdrawn"
        )
        for one in suggestions:
            one.state, one.decided_by, one.decided, one.corrected = State.WAITING, "", None, ""
            one.statement, one.round = None, None
        Suggestion.objects.bulk_update(suggestions, _DECIDED)
        _refresh(suggestions)


_DECIDED = ("state", "decided_by", "decided", "corrected", "statement", "round")


def _decide(one: Suggestion, state: str, by: str, **fields: Any) -> None:
    one.state, one.decided_by, one.decided = state, by, timezone.now()
    for name, value in fields.items():
        setattr(one, name, value)


def _standing(suggestions: list[Suggestion]) -> list[Suggestion]:
    """Return those that wait now, locked until the transaction ends, and whose texts are still shown without a language.

    Those whose texts are no longer there are outdated from now on.
    """
    ids = [one.pk for one in suggestions]
    waiting = list(
        Suggestion.objects.select_for_update(of=("self",))
        .filter(pk__in=ids, state=State.WAITING)
        .select_related("work__source")
        .order_by("pk")
    )
    works = list({one.work_id: one.work for one in waiting}.values())
    shown = zip(works, shown_records(current_versions(works)), strict=True)
    paths = {(work.pk, text.path) for work, one in shown for text in unnamed(one.record)}
    gone = [one.pk for one in waiting if (one.work_id, one.path) not in paths]
    Suggestion.objects.filter(pk__in=gone).update(state=State.OUTDATED)
    return [one for one in waiting if (one.work_id, one.path) in paths]


def _statement(one: Suggestion, by: str) -> Statement:
    return Statement(
        work_id=one.work_id,
        path=one.path,
        value=one.value,
        agent_kind="software",
        agent=one.model,
        agent_version=one.version,
        confidence=one.confidence,
        status="accepted",
        accepted_by=by,
    )


def _refresh(suggestions: list[Suggestion]) -> None:
    works: dict[int, Work] = {one.work_id: one.work for one in suggestions}
    if works:
        refresh(list(works.values()), Profiles())
