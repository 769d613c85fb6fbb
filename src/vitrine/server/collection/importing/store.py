"""Writing one batch of an import, inside the transaction that also moves the job's cursor."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from vitrine.quality import Named
from vitrine.records import Defect, Record, decode
from vitrine.server.collection.bulk import as_json, insert, new_ids, timestamp, update
from vitrine.server.collection.findings import read_findings
from vitrine.server.collection.importing.batch import Incoming
from vitrine.server.collection.importing.keeping import keep_findings, keep_people, quarantine
from vitrine.server.collection.importing.planning import Changed, Known, Plan
from vitrine.server.collection.importing.rights import changed_rights
from vitrine.server.collection.models import (
    RightsChange,
    Source,
    Version,
    Work,
)
from vitrine.server.collection.models.layers import alike
from vitrine.server.collection.noting import note
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import held_rights, shown_over
from vitrine.server.collection.summary import Summary, summarise

_MOST_PEOPLE = 100_000
"""People remembered as written; beyond, they are forgotten and written again, which changes nothing."""


class Store:
    """Writes the plans of one import."""

    def __init__(self, source: Source, file: str, job_id: int, profiles: Profiles) -> None:
        self._source = source
        self._file = file
        self._job_id = job_id
        self._profiles = profiles
        self._now = timezone.now()
        self._people: set[Named] = set()

    def write(self, plan: Plan) -> int:
        """Write `plan`; return how many works had a change of rights flagged."""
        self._insert(plan.new)
        flagged = self._update(plan.changed)
        self._reword(plan.reworded)
        Work.objects.filter(pk__in=plan.unchanged).update(seen_in=self._job_id)
        quarantine(self._source, self._file, self._job_id, plan.quarantined)
        return flagged

    def _reword(self, reworded: list[tuple[Incoming, Known]]) -> None:
        update(
            Version,
            ("raw", "raw_checksum", "locator"),
            [(one.raw, one.checksum, one.locator, known.work_id, known.number) for one, known in reworded],
            by=("work", "number"),
        )
        update(Work, ("digest", "seen_in"), [(one.digest, self._job_id, known.work_id) for one, known in reworded])

    def write_people(self, named: Iterable[Named]) -> None:
        """Write the people that records name with an authority's identifier, each once in an import."""
        new = set(named) - self._people
        if not new:
            return
        if len(self._people) > _MOST_PEOPLE:
            self._people.clear()
        self._people |= new
        keep_people(self._source, self._job_id, new)

    def write_findings(self, findings: Iterable[Defect]) -> None:
        """Write what was found beside the records."""
        keep_findings(self._source, self._file, self._job_id, findings)

    def _insert(self, new: list[Incoming]) -> None:
        ids = new_ids(Work, len(new))
        profiles = self._profiles.ids_of(one.summary.profile_key for one in new)
        insert(
            Work,
            ("id", "source", "key", "number", "digest", "seen_in", "profile", *Summary.COLUMNS),
            [
                (
                    *(pk, self._source.pk, one.key, 1, one.digest, self._job_id),
                    *(profiles[one.summary.profile_key], *one.summary.values()),
                )
                for pk, one in zip(ids, new, strict=True)
            ],
        )
        self._add_versions((pk, 1, one) for pk, one in zip(ids, new, strict=True))
        note(ids)

    def _update(self, changed: list[Changed]) -> int:
        if not changed:
            return 0
        records = {known.work_id: decode(one.data) for one, known, _ in changed}
        waiting = {change.work_id: change for change in RightsChange.objects.filter(work__in=records, state="open")}
        flagged = []
        for _, known, data in changed:
            before, after = changed_rights(decode(data), records[known.work_id])
            if before:
                flagged.append(self._rights_change(known, before, after, waiting.get(known.work_id)))
        self._write_changes(flagged)
        self._add_versions((known.work_id, known.number + 1, one) for one, known, _ in changed)
        still = waiting | {change.work_id: change for change in flagged}
        self._update_works(changed, records, [one for one in still.values() if one.state == RightsChange.State.OPEN])
        return sum(change.state == RightsChange.State.OPEN for change in flagged)

    def _update_works(self, changed: list[Changed], records: dict[int, Record], waiting: list[RightsChange]) -> None:
        """Write what is known of changed works, as they are shown: the rights that are `waiting` do not count yet."""
        held = {change.work_id: held_rights(change, self._source.name) for change in waiting}
        summaries = [
            # Where nothing stands above the source's record, it was summarised when it was read.
            one.summary if result.record is record else summarise(result.record, read_findings(one.findings).defects)
            for (one, _, _), record, result in zip(changed, records.values(), shown_over(records, held), strict=True)
        ]
        profiles = self._profiles.ids_of(one.profile_key for one in summaries)
        update(
            Work,
            ("number", "digest", "seen_in", "profile", *Summary.COLUMNS),
            [
                (
                    *(known.number + 1, one.digest, self._job_id, profiles[summary.profile_key]),
                    *(*summary.values(), known.work_id),
                )
                for (one, known, _), summary in zip(changed, summaries, strict=True)
            ],
        )
        note(records)

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

    def _write_changes(self, changes: list[RightsChange]) -> None:
        """Write changes of rights, those that are new and those that waited already; the new ones get their ids."""
        fields = ("before", "after", "alike", "number", "job_id", "at", "state")
        known = [change for change in changes if change.pk is not None]
        new = [change for change in changes if change.pk is None]
        for change, pk in zip(new, new_ids(RightsChange, len(new)), strict=True):
            change.pk = pk
        update(RightsChange, fields, [(*_values(change), change.pk) for change in known])
        insert(
            RightsChange,
            (*fields, "id", "work"),
            [(*_values(change), change.pk, change.work_id) for change in new],
        )

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


def _values(change: RightsChange) -> tuple[Any, ...]:
    before, after = as_json(change.before), as_json(change.after)
    return (
        before,
        after,
        alike(change.before, change.after),
        change.number,
        change.job_id,
        timestamp(change.at),
        change.state,
    )
