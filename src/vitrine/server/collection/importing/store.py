"""Writing one batch of an import, inside the transaction that also moves the job's cursor."""

import hashlib
from collections.abc import Iterable

from django.utils import timezone

from vitrine.records import Defect, decode
from vitrine.server.collection.bulk import insert, new_ids, timestamp, update
from vitrine.server.collection.importing.batch import Incoming, Refused
from vitrine.server.collection.importing.planning import Known, Plan
from vitrine.server.collection.importing.rights import changed_rights
from vitrine.server.collection.models import Quarantined, RightsChange, Source, SourceFinding, Version, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import refresh
from vitrine.server.collection.summary import Summary


class Store:
    """Writes the plans of one import."""

    def __init__(self, source: Source, file: str, job_id: int, profiles: Profiles) -> None:
        self._source = source
        self._file = file
        self._job_id = job_id
        self._profiles = profiles
        self._now = timezone.now()

    def write(self, plan: Plan) -> int:
        """Write `plan`; return how many works had a change of rights flagged."""
        self._insert(plan.new)
        flagged = self._update(plan.changed)
        for one, known in plan.reworded:
            Version.objects.filter(work=known.work_id, number=known.number).update(
                raw=one.raw, raw_checksum=one.checksum, locator=one.locator
            )
            Work.objects.filter(pk=known.work_id).update(digest=one.digest, seen_in=self._job_id)
        Work.objects.filter(pk__in=plan.unchanged).update(seen_in=self._job_id)
        quarantine(self._source, self._file, self._job_id, plan.quarantined)
        return flagged

    def write_findings(self, findings: Iterable[Defect]) -> None:
        """Write what was found beside the records."""
        keep_findings(self._source, self._file, self._job_id, findings)

    def _insert(self, new: list[Incoming]) -> None:
        ids = new_ids(Work, len(new))
        insert(
            Work,
            ("id", "source", "key", "number", "digest", "seen_in", "profile", *Summary.COLUMNS),
            [
                (
                    *(pk, self._source.pk, one.key, 1, one.digest, self._job_id),
                    *(self._profiles.id_of(one.summary.profile_key), *one.summary[: len(Summary.COLUMNS)]),
                )
                for pk, one in zip(ids, new, strict=True)
            ],
        )
        self._add_versions((pk, 1, one) for pk, one in zip(ids, new, strict=True))

    def _update(self, changed: list[tuple[Incoming, Known]]) -> int:
        if not changed:
            return 0
        ids = [known.work_id for _, known in changed]
        works = Work.objects.in_bulk(ids)
        former = {
            (version.work_id, version.number): version.data
            for version in Version.objects.filter(work__in=ids).defer("raw")
        }
        waiting = {change.work_id: change for change in RightsChange.objects.filter(work__in=ids, state="open")}
        changes = []
        for one, known in changed:
            before, after = changed_rights(decode(bytes(former[known.work_id, known.number])), decode(one.data))
            if before:
                changes.append(self._rights_change(known, before, after, waiting.get(known.work_id)))
            works[known.work_id].number = known.number + 1
        self._add_versions((known.work_id, known.number + 1, one) for one, known in changed)
        update(
            Work,
            ("number", "digest", "seen_in"),
            [(known.number + 1, one.digest, self._job_id, known.work_id) for one, known in changed],
        )
        RightsChange.objects.bulk_create(
            changes,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["before", "after", "number", "job_id", "at", "state"],
        )
        refresh(list(works.values()), self._profiles)
        return sum(change.state == RightsChange.State.OPEN for change in changes)

    def _rights_change(self, known: Known, before: dict, after: dict, waiting: RightsChange | None) -> RightsChange:
        """A change that comes while another still waits joins it: what is public keeps the rights it had before both."""
        change = waiting or RightsChange(work_id=known.work_id, before={}, after={})
        change.before = {**before, **change.before}
        change.after = {**change.after, **after}
        if change.before == change.after:
            # The source has taken its change back: nothing is left to decide.
            change.state = RightsChange.State.KEPT
        change.number, change.job_id, change.at = known.number + 1, self._job_id, self._now
        return change

    def _add_versions(self, versions: Iterable[tuple[int, int, Incoming]]) -> None:
        """Insert versions, given as work id, number and what was read."""
        now = timestamp(self._now)
        insert(
            Version,
            ("work", "number", "data", "raw", "raw_checksum", "locator", "findings_data", "job_id", "read_at"),
            [
                (
                    work_id,
                    number,
                    one.data,
                    one.raw,
                    one.checksum,
                    one.locator,
                    one.findings,
                    self._job_id,
                    now,
                )
                for work_id, number, one in versions
            ],
        )


def quarantine(source: Source, file: str, job_id: int, refused: list[Refused]) -> None:
    """Keep what could not be read; the same bytes at the same place are kept once."""
    Quarantined.objects.bulk_create(
        [
            Quarantined(
                source=source,
                digest=hashlib.blake2b(f"{one.locator}\n".encode() + one.raw, digest_size=16).digest(),
                locator=one.locator,
                file=file[:400],
                raw=one.raw,
                reason=one.reason,
                seen_in=job_id,
                open=True,
            )
            for one in refused
        ],
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["reason", "seen_in", "open"],
    )


def keep_findings(source: Source, file: str, job_id: int, findings: Iterable[Defect]) -> None:
    """Keep what is wrong with a file beside its records; the same at the same place is kept once."""
    SourceFinding.objects.bulk_create(
        [
            SourceFinding(
                source=source,
                digest=hashlib.blake2b(f"{one.code}\n{one.path}\n{one.detail}".encode(), digest_size=16).digest(),
                code=one.code,
                locator=one.path,
                detail=one.detail,
                file=file[:400],
                seen_in=job_id,
                open=True,
            )
            for one in findings
        ],
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["seen_in", "open"],
    )
