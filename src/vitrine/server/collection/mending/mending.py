"""Reading a mended record on the spot, and storing it as the import that brought it would have."""

import msgspec
from django.db import transaction

from vitrine.formats import RawRecord, Reading, UnreadableRecordError
from vitrine.formats.single import Columns, open_single, single
from vitrine.server.collection.importing.batch import Batch, Incoming, read_incoming, setting_digest
from vitrine.server.collection.importing.feeds import KIND
from vitrine.server.collection.importing.keeping import content_digest
from vitrine.server.collection.importing.planning import Plan, plan
from vitrine.server.collection.importing.store import Store
from vitrine.server.collection.mending.models import Mend
from vitrine.server.collection.models import Quarantined, Version, Work
from vitrine.server.collection.profiles import Profiles
from vitrine.server.jobs.run import alone


class NotSentError(ValueError):
    """A mended record was not stored: the message says why."""


class Reread(msgspec.Struct, frozen=True):
    """A mended record as it reads now, and as the database takes it. `exists` says that its identifier is a work's already."""

    reading: Reading
    incoming: Incoming
    exists: bool


def reread(row: Quarantined, raw: bytes, columns: Columns | None) -> Reread:
    """Read mended bytes with the mapping of the row's source. Raises UnreadableRecordError and FeedError."""
    source = row.source
    feed = open_single(source.name, source.format, source.mapping)
    item: RawRecord = single(row.locator, raw, source.format, source.mapping, columns)
    incoming = read_incoming(feed, item, setting_digest(feed), lambda _path: False)
    planned = _plan(row, incoming)
    if planned.quarantined:
        raise UnreadableRecordError(planned.quarantined[0].reason)
    return Reread(feed.read(item), incoming, exists=not planned.new)


def send(row: Quarantined, raw: bytes, columns: Columns | None, by: str) -> Work:
    """Store mended bytes as a work and close the row, both or neither; return the work.

    Raises UnreadableRecordError, FeedError, NotSentError, and BusyError while the source is imported.
    """
    with alone(KIND, row.source.name), transaction.atomic():
        row = Quarantined.objects.select_for_update(of=("self",)).select_related("source").get(pk=row.pk)
        if not row.open:
            raise NotSentError("It has left quarantine already: somebody else mended it, or a later import read it.")
        one = reread(row, raw, columns).incoming
        one = one._replace(locator=f"{row.locator} (mended by {by})")
        # As part of the import that brought it: whoever takes the identifier of one of its records is told so.
        store = Store(row.source, row.file, row.seen_in, Profiles())
        store.write(_plan(row, one))
        store.write_people(one.people)
        work = Work.objects.get(source=row.source, key=one.key)
        Version.objects.filter(work=work, number=work.number, raw_checksum=one.checksum).update(locator=one.locator)
        Mend.objects.create(
            source=row.source, content=content_digest(bytes(row.raw)), quarantined=row,
            raw=raw, work=work, number=work.number, by=by,
        )  # fmt: skip
        Quarantined.objects.filter(pk=row.pk).update(open=False)
    return work


def _plan(row: Quarantined, one: Incoming) -> Plan:
    return plan(row.source, row.seen_in, Batch([one], []))
