"""The dry run: everything is read and judged as an import would, and nothing is written but its report."""

import csv
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from vitrine.formats import FeedError
from vitrine.quality import Profile
from vitrine.server.collection.findings import read_findings
from vitrine.server.collection.importing.batch import Batch, Incoming, Opening, Refused
from vitrine.server.collection.importing.planning import Plan, plan
from vitrine.server.collection.importing.readers import ReaderDiedError, read_batches
from vitrine.server.collection.models import Source
from vitrine.server.collection.problems import HEADER, safe_cell
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import JobFailedError, Work, kind
from vitrine.server.studio.importing.files import folder_of, path_of
from vitrine.server.studio.importing.looking import cut, shown
from vitrine.server.studio.importing.models import Draft

KIND = "rehearsal"

_EXAMPLES = 3
_MOST_REASONS = 20
_MOST_ROWS = 200_000
"""Problem rows that are written: a spreadsheet holds a million, and nobody mends more by hand."""


def rehearsal_job(draft: Draft) -> Job:
    """Return a new job that rehearses the draft's import as it is now."""
    return Job.objects.create(
        kind=KIND,
        subject=f"{draft.source} ({draft.pk})",
        arguments={"draft": draft.pk, "source": draft.source, "format": draft.format, "mapping": draft.mapping},
    )


def problems_of(draft: Draft) -> Path:
    """Return where the rows of problems that a dry run found are."""
    return folder_of(draft) / "problems.csv"


@kind(KIND)
def rehearse(work: Work) -> None:
    """Rehearse an import. It writes nothing that counts, so one that was stopped begins anew."""
    arguments = work.job.arguments
    draft = Draft.objects.filter(pk=arguments["draft"]).first()
    if draft is None:
        raise JobFailedError("The draft of this import was discarded.")
    source = Source.objects.filter(name=arguments["source"]).first() or Source(pk=0, name=arguments["source"])
    opening = Opening(str(path_of(draft)), arguments["source"], arguments["format"], arguments["mapping"])
    problems_of(draft).parent.mkdir(parents=True, exist_ok=True)
    report = Report()
    try:
        with problems_of(draft).open("w", encoding="utf-8", newline="") as file:
            rows = _Rows(file)
            for read in read_batches(opening, 0):
                batch = report.without_repeats(read)
                done = plan(source, 0, batch)
                report.take(batch, done)
                rows.take(batch, done)
                work.save({}, done=report.counts["read"], **report.counts)
                work.breathe()
    except (FeedError, ReaderDiedError) as fault:
        raise JobFailedError(str(fault)) from fault
    Draft.objects.filter(pk=draft.pk, rehearsal_id=work.job.pk).update(report=report.plain())


class Report:
    """What a rehearsal counts and the examples it keeps."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(("read", "new", "changed", "unchanged", "quarantined", "repaired"), 0)
        self._profiles: Counter[str] = Counter()
        self._noticed: dict[tuple[str, str], dict[str, Any]] = {}
        self._reasons: list[dict[str, str]] = []
        # A million identifiers are remembered in some 100 MB, by parts of their digests.
        self._keys: dict[int, int] = {}

    def without_repeats(self, batch: Batch) -> Batch:
        """Return the batch with identifiers that an earlier record has used refused, as the import does by its database."""
        kept: list[Incoming] = []
        refused = list(batch.refused)
        for one in batch.incoming:
            if self._used(one):
                reason = f"Its identifier {one.key!r} is already used by another record of this import."
                refused.append(Refused(one.locator, one.raw, reason))
            else:
                kept.append(one)
        return Batch(kept, refused, batch.findings)

    def _used(self, one: Incoming) -> bool:
        key = int.from_bytes(hashlib.blake2b(one.key.encode(), digest_size=8).digest())
        digest = int.from_bytes(one.digest[:8])
        return self._keys.setdefault(key, digest) != digest

    def take(self, batch: Batch, done: Plan) -> None:
        """Count a batch."""
        stored = [*done.new, *(change.one for change in done.changed)]
        self.counts["read"] += len(batch.incoming) + len(batch.refused)
        self.counts["new"] += len(done.new)
        self.counts["changed"] += len(done.changed)
        self.counts["unchanged"] += len(done.unchanged) + len(done.reworded)
        self.counts["quarantined"] += len(done.quarantined)
        self.counts["repaired"] += sum(one.repaired for one in stored)
        for one in batch.incoming:
            self._profiles[one.summary.profile_key] += 1
            findings = read_findings(one.findings)
            for repair in findings.repairs:
                self._note("repair", repair.rule, (one.locator, repair.path, repair.before, repair.after))
            for defect in findings.defects:
                self._note("defect", defect.code, (one.locator, defect.path, defect.detail, ""))
        for found in batch.findings:
            self._note("defect", found.code, (found.path, "", found.detail, ""))
        for refused in done.quarantined[: _MOST_REASONS - len(self._reasons)]:
            self._reasons.append(
                {"locator": refused.locator, "reason": refused.reason, "raw": cut(shown(refused.raw), 300)}
            )

    def _note(self, kind: str, code: str, example: tuple[str, ...]) -> None:
        known = self._noticed.setdefault((kind, code), {"kind": kind, "code": code, "count": 0, "examples": []})
        known["count"] += 1
        if len(known["examples"]) < _EXAMPLES:
            known["examples"].append([_safe(cut(one, 200)) for one in example])

    def plain(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        content: Counter[str] = Counter()
        metadata: Counter[str] = Counter()
        rights: Counter[str] = Counter()
        problems: Counter[str] = Counter()
        for key, number in self._profiles.items():
            profile = Profile.from_key(key)
            content[str(profile.content)] += number
            metadata[profile.metadata] += number
            rights[profile.rights] += number
            for code in profile.defects:
                problems[code] += number
        for code, number in problems.items():
            # What the record shows by itself is counted by works; reading has noticed the others with examples.
            self._noticed.setdefault(
                ("defect", code), {"kind": "defect", "code": code, "count": number, "examples": []}
            )
        noticed = sorted(self._noticed.values(), key=lambda one: -one["count"])
        return {
            "counts": self.counts,
            "content": dict(sorted(content.items())),
            "metadata": dict(sorted(metadata.items())),
            "rights": dict(rights.most_common(30)),
            "noticed": noticed,
            "reasons": [{name: _safe(value) for name, value in one.items()} for one in self._reasons],
        }


def _safe(text: str) -> str:
    """Return text that every database keeps in JSON: PostgreSQL refuses NUL and halves of characters."""
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


class _Rows:
    """The problem rows of a rehearsal, as CSV."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(HEADER)
        self._left = _MOST_ROWS

    def take(self, batch: Batch, done: Plan) -> None:
        for one in batch.incoming:
            findings = read_findings(one.findings)
            for repair in findings.repairs:
                self._write(one.key, one.locator, "repaired", repair.rule, repair.path, repair.before, repair.after)
            for defect in findings.defects:
                self._write(one.key, one.locator, "defect", defect.code, defect.path, defect.detail, "")
        for found in batch.findings:
            self._write("", found.path, "defect", found.code, "", found.detail, "")
        for refused in done.quarantined:
            raw = refused.raw.decode("utf-8", "backslashreplace")
            self._write("", refused.locator, "quarantined", "", "", raw, refused.reason)

    def _write(self, *cells: str) -> None:
        if self._left:
            self._left -= 1
            self._writer.writerow([safe_cell(_safe(cell)) for cell in cells])
