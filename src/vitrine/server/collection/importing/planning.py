"""Comparing a batch with what the database holds: what is new, changed, known, or refused."""

from typing import NamedTuple

from django.db.models import F

from vitrine.server.collection.importing.batch import Batch, Incoming, Refused
from vitrine.server.collection.models import Source, Version, Work


class Known(NamedTuple):
    """What the database holds under a key."""

    work_id: int
    number: int
    digest: bytes
    seen_in: int


class Changed(NamedTuple):
    """A record that is another than the one the database holds, whose stored JSON is `before`."""

    one: Incoming
    known: Known
    before: bytes


class Plan(NamedTuple):
    """What one batch comes to. Every record read is in exactly one of the five.

    `reworded` records have other bytes but are the same record: their version is kept, its raw record brought up to date.
    """

    new: list[Incoming]
    changed: list[Changed]
    reworded: list[tuple[Incoming, Known]]
    unchanged: list[int]
    quarantined: list[Refused]


def plan(source: Source, job_id: int, batch: Batch) -> Plan:
    """Compare what was read with what the database holds of `source`."""
    result = Plan([], [], [], [], list(batch.refused))
    known = _known(source, [one.key for one in batch.incoming])
    stored = _stored_data(
        [known[one.key].work_id for one in batch.incoming if one.key in known and known[one.key].digest != one.digest]
    )
    seen: dict[str, bytes] = {}
    for one in batch.incoming:
        there = known.get(one.key)
        digest = seen.get(one.key) or (there.digest if there and there.seen_in == job_id else None)
        if digest is not None and digest != one.digest:
            reason = f"Its identifier {one.key!r} is already used by another record of this import."
            result.quarantined.append(Refused(one.locator, one.raw, reason))
        elif one.key in seen:
            result.unchanged.append(there.work_id if there else 0)
        elif there is None:
            result.new.append(one)
        elif there.digest == one.digest:
            result.unchanged.append(there.work_id)
        elif stored[there.work_id] == one.data:
            result.reworded.append((one, there))
        else:
            result.changed.append(Changed(one, there, stored[there.work_id]))
        seen.setdefault(one.key, one.digest)
    return result


def _known(source: Source, keys: list[str]) -> dict[str, Known]:
    rows = Work.objects.filter(source=source, key__in=keys).values_list("key", "id", "number", "digest", "seen_in")
    return {key: Known(pk, number, bytes(digest), seen_in) for key, pk, number, digest, seen_in in rows}


def _stored_data(works: list[int]) -> dict[int, bytes]:
    """Return the stored records of works by id, in the version that is current."""
    rows = Version.objects.filter(work__in=works, number=F("work__number")).values_list("work_id", "data")
    return {work_id: bytes(data) for work_id, data in rows.order_by()}
