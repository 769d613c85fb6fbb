"""What waits for a decision about rights, and the log of decisions made."""

import json
from typing import Any

from vitrine.server.collection.models import RightsChange, RightsDecision


def waiting(source: str | None = None) -> list[dict[str, Any]]:
    """Return the waiting changes, alike ones together, most works first: before, after, works, an example."""
    rows = RightsChange.objects.filter(state=RightsChange.State.OPEN).select_related("work__source")
    if source is not None:
        rows = rows.filter(work__source__name=source)
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for change in rows.iterator(chunk_size=2000):
        before, after = _in_words(change.before), _in_words(change.after)
        group = groups.setdefault(
            (before, after), {"before": before, "after": after, "works": 0, "example": change.work.identifier}
        )
        group["works"] += 1
    return sorted(groups.values(), key=lambda group: -group["works"])


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


def _in_words(rights: dict[str, Any]) -> str:
    """Return the distinct statements of a change: their URI, else their words, else `none`."""
    said = {(value or {}).get("uri") or (value or {}).get("text") or "none" for value in rights.values()}
    return ", ".join(sorted(said)) if said else json.dumps(None)
