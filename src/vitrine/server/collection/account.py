"""A full account of one work: the record, who said what, versions, tiers, decisions. For people and for programs."""

from typing import Any

import msgspec

from vitrine.quality import Profile as QualityProfile
from vitrine.quality import next_steps
from vitrine.records import Record, Surrogate, changes
from vitrine.records.codec import plain
from vitrine.rights import OPERATIONS, Purpose, decide
from vitrine.server.collection.models import Statement, Version, Work
from vitrine.server.collection.showing import shown_work


def account(work: Work, version: Version | None = None) -> dict[str, Any]:
    """Return everything known about `work` as plain data; `version` shows the source's own record of that version instead
    of the record that is shown now."""
    current = version or work.version()
    record = current.record if version else shown_work(work).record
    profile = work.profile
    findings = msgspec.to_builtins(current.findings)
    return {
        "id": work.identifier,
        "record": plain(record),
        "source": plain(current.record)["origin"],
        "version": current.number,
        "versions": work.number,
        "changes": msgspec.to_builtins(_changes(work, current)),
        "layers": [_layer(statement) for statement in work.statements.all()],
        "rights_changes": [
            {"state": change.state, "before": change.before, "after": change.after, "at": change.at.isoformat()}
            for change in work.rights_changes.all()
        ],
        "tiers": {
            name: getattr(profile, name) for name in ("content", "metadata", "language", "enabling", "contextual")
        },
        "problems": profile.problems,
        "defects": profile.defects,
        "next_steps": [step.title for step in next_steps(QualityProfile.from_key(profile.key))],
        "repairs": findings.get("repairs", []),
        "findings": findings.get("defects", []),
        "decisions": decisions(record, record),
        "media_decisions": {surrogate.key: decisions(surrogate, record) for surrogate in record.surrogates},
    }


def decisions(subject: Record | Surrogate, record: Record) -> dict[str, Any]:
    """Return what the rights gate says of a work or one of its media for each operation and the museum's ordinary purposes."""
    return {op: msgspec.to_builtins(decide(subject, op, Purpose(), record=record)) for op in OPERATIONS}


def _changes(work: Work, version: Version) -> list[Any]:
    if version.number == 1:
        return []
    return list(changes(work.version(version.number - 1).record, version.record))


def _layer(statement: Statement) -> dict[str, Any]:
    by = f"{statement.agent} {statement.agent_version}".strip()
    return {
        "path": statement.path,
        "value": statement.value,
        "by": by,
        "kind": statement.agent_kind,
        "at": statement.at.isoformat(),
        "status": statement.status,
        "confidence": statement.confidence,
        "evidence": statement.evidence,
        "accepted_by": statement.accepted_by,
    }
