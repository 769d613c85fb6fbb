"""The import job, and its rehearsal that writes nothing."""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.db import transaction

from vitrine.formats import Feed, FeedError, RawRecord, Unreadable
from vitrine.server.collection.importing.batch import Incoming, Plan, plan, read
from vitrine.server.collection.importing.feeds import KIND, feed_of
from vitrine.server.collection.importing.observations import observe
from vitrine.server.collection.importing.store import Store
from vitrine.server.collection.models import Quarantined, Source
from vitrine.server.collection.profiles import Profiles
from vitrine.server.jobs.run import JobFailedError, Work, kind

BATCH = 500
"""Records per transaction: a kill loses at most this much work, and queries cost little per record."""

COUNTS = ("read", "stored", "unchanged", "quarantined", "repaired", "flagged")
"""What an import counts. read = stored + unchanged + quarantined, always."""

LOCAL_MEDIA = "local_media"
"""Counted beside them: surrogates that name a file beside the data. Without any, there is nothing to take in."""


@kind(KIND)
def import_feed(work: Work) -> None:
    """Import the feed of a job from its cursor on."""
    arguments = work.job.arguments
    source = Source.objects.get(pk=arguments["source"])
    path = Path(arguments["path"])
    feed = feed_of(source, path)
    store = Store(source, path.name, work.job.pk, Profiles())
    setting = _setting(feed)
    counts = dict.fromkeys(COUNTS, 0) | work.job.counts
    for batch in _batches(feed, counts["read"]):
        with transaction.atomic():
            incoming, refused = read(feed, batch, setting)
            planned = plan(source, work.job.pk, incoming, refused)
            _count(counts, batch, planned, store.write(planned))
            counts[LOCAL_MEDIA] = counts.get(LOCAL_MEDIA, 0) + _local_media(incoming)
            work.save({}, done=counts["read"], **counts)
        work.breathe()
    with transaction.atomic():
        _close_quarantine(source, path.name, work.job.pk)
        observe(source)


def rehearse(source: Source, path: Path) -> dict[str, int]:
    """Return what an import of `path` would count, writing nothing (rights changes are not looked for)."""
    feed = feed_of(source, path)
    counts = dict.fromkeys(COUNTS, 0)
    for batch in _batches(feed, 0):
        _count(counts, batch, plan(source, 0, *read(feed, batch, _setting(feed))), 0)
    return counts


def _batches(feed: Feed, skip: int) -> Iterator[list[RawRecord | Unreadable]]:
    """Yield the feed's items from the one numbered `skip` on. A fault of the file ends them after all that came before it."""
    batch: list[RawRecord | Unreadable] = []
    try:
        for item in islice(feed.items(), skip, None):
            batch.append(item)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except FeedError as fault:
        if batch:
            yield batch
        raise JobFailedError(str(fault)) from fault
    if batch:
        yield batch


def _setting(feed: Feed) -> bytes:
    """Return a digest of what steers the reading: with another mapping the same bytes may be another record."""
    return hashlib.blake2b(feed.setting.encode(), digest_size=16).digest()


def _local_media(incoming: list[Incoming]) -> int:
    return sum(1 for one in incoming for surrogate in one.record.surrogates if surrogate.path)


def _count(counts: dict[str, int], batch: list[RawRecord | Unreadable], done: Plan, flagged: int) -> None:
    stored = [*done.new, *(one for one, _ in done.changed)]
    counts["read"] += len(batch)
    counts["stored"] += len(stored)
    counts["unchanged"] += len(done.unchanged) + len(done.reworded)
    counts["quarantined"] += len(done.quarantined)
    counts["repaired"] += sum(1 for one in stored if one.findings.repairs)
    counts["flagged"] += flagged


def _close_quarantine(source: Source, file: str, job_id: int) -> None:
    """Close what an earlier import of the file could not read and this one could."""
    Quarantined.objects.filter(source=source, open=True, file=file).exclude(seen_in=job_id).update(open=False)
