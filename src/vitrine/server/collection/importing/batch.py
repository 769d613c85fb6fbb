"""One batch of a feed: read it, compare it with what the database holds, and say what is to be written."""

import hashlib
from typing import NamedTuple

import msgspec

from vitrine.formats import Feed, RawRecord, Unreadable, UnreadableRecordError
from vitrine.records import Record, encode
from vitrine.server.collection.models import Source, Version, Work
from vitrine.server.collection.models.works import Findings

_MAX_KEY = 400


class Incoming(NamedTuple):
    """A record read from the feed, and what the database needs of it."""

    raw: RawRecord
    key: str
    record: Record
    data: bytes
    findings: Findings
    checksum: bytes
    digest: bytes


class Refused(NamedTuple):
    """What goes to quarantine: where it is, its bytes, and why."""

    locator: str
    raw: bytes
    reason: str


class Known(NamedTuple):
    """What the database holds under a key."""

    work_id: int
    number: int
    digest: bytes
    seen_in: int


class Plan(NamedTuple):
    """What one batch comes to. Every record read is in exactly one of the four."""

    new: list[Incoming]
    changed: list[tuple[Incoming, Known]]
    unchanged: list[int]
    quarantined: list[Refused]
    # Other bytes, but the same record: its version is kept, its raw record brought up to date.
    reworded: list[tuple[Incoming, Known]]


def read(feed: Feed, items: list[RawRecord | Unreadable], setting: bytes) -> tuple[list[Incoming], list[Refused]]:
    """Read the raw records of a batch; what cannot be read is refused with its bytes and the reason."""
    incoming: list[Incoming] = []
    refused: list[Refused] = []
    for item in items:
        if isinstance(item, Unreadable):
            refused.append(Refused(item.locator, item.raw, item.reason))
            continue
        try:
            reading = feed.read(item)
            if len(reading.record.key) > _MAX_KEY:
                raise UnreadableRecordError(f"Its identifier is longer than {_MAX_KEY} characters.")
        except UnreadableRecordError as error:
            refused.append(Refused(item.locator, item.raw, str(error)))
            continue
        record = reading.record
        if record.origin is not None:
            record = msgspec.structs.replace(record, origin=None)
        checksum = hashlib.sha256(item.raw).digest()
        digest = hashlib.blake2b(checksum + setting, digest_size=16).digest()
        findings = Findings(reading.repairs, reading.defects)
        incoming.append(Incoming(item, record.key, record, encode(record), findings, checksum, digest))
    return incoming, refused


def plan(source: Source, job_id: int, incoming: list[Incoming], refused: list[Refused]) -> Plan:
    """Compare what was read with what the database holds of `source`."""
    result = Plan([], [], [], list(refused), [])
    known = _known(source, [one.key for one in incoming])
    different = [one for one in incoming if one.key in known and known[one.key].digest != one.digest]
    stored = _stored_data([known[one.key] for one in different])
    seen: dict[str, bytes] = {}
    for one in incoming:
        there = known.get(one.key)
        digest = seen.get(one.key) or (there.digest if there and there.seen_in == job_id else None)
        if digest is not None and digest != one.digest:
            reason = f"Its identifier {one.key!r} is already used by another record of this import."
            result.quarantined.append(Refused(one.raw.locator, one.raw.raw, reason))
        elif one.key in seen:
            result.unchanged.append(0)
        elif there is None:
            result.new.append(one)
        elif there.digest == one.digest:
            result.unchanged.append(there.work_id)
        elif stored[there.work_id] == one.data:
            result.reworded.append((one, there))
        else:
            result.changed.append((one, there))
        seen.setdefault(one.key, one.digest)
    return result


def _known(source: Source, keys: list[str]) -> dict[str, Known]:
    rows = Work.objects.filter(source=source, key__in=keys).values_list("key", "id", "number", "digest", "seen_in")
    return {key: Known(pk, number, bytes(digest), seen_in) for key, pk, number, digest, seen_in in rows}


def _stored_data(known: list[Known]) -> dict[int, bytes]:
    """Return the stored records of works by id, in the version that is current."""
    numbers = {one.work_id: one.number for one in known}
    rows = Version.objects.filter(work__in=numbers).values_list("work_id", "number", "data")
    return {work_id: bytes(data) for work_id, number, data in rows if number == numbers[work_id]}
