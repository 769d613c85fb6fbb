"""What waits for a decision about rights, and the log of decisions made."""

from typing import Any

from django.db.models import Count, Min

from vitrine.server.collection.models import RightsChange, RightsDecision
from vitrine.server.collection.models.layers import in_words


def waiting(source: str | None = None) -> list[dict[str, Any]]:
    """Return the waiting changes, alike ones together, most works first: before, after, works, an example.

    `alike` is what the filter term `change=` chooses them by.
    """
    rows = RightsChange.objects.filter(state=RightsChange.State.OPEN)
    if source is not None:
        rows = rows.filter(work__source__name=source)
    groups = list(rows.order_by().values("alike").annotate(works=Count("work", distinct=True), first=Min("pk")))
    examples = RightsChange.objects.select_related("work__source").in_bulk([group["first"] for group in groups])
    listed = [_group(examples[group["first"]], group["works"]) for group in groups]
    return sorted(listed, key=lambda group: -group["works"])


def _group(example: RightsChange, works: int) -> dict[str, Any]:
    return {
        "before": in_words(example.before),
        "after": in_words(example.after),
        "works": works,
        "example": example.work.identifier,
        "alike": example.alike,
    }


def log_entries() -> list[dict[str, Any]]:
    """Return the decision log, newest first, as plain data."""
    return [
        {
            "decision": one.pk,
            "kind": one.kind,
            "scope": one.scope,
            "uri": one.uri,
            "source": one.source.name if one.source else "",
            "filter": one.filter,
            "evidence": one.evidence,
            "by": one.by,
            "at": one.at.isoformat(timespec="seconds"),
            "works": one.works,
            "undone_at": one.undone_at.isoformat(timespec="seconds") if one.undone_at else "",
            "undone_by": one.undone_by,
        }
        for one in RightsDecision.objects.select_related("source")
    ]
