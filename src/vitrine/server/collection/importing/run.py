"""The import job, and its rehearsal that writes nothing."""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.db import transaction

from vitrine.formats import Feed, FeedError, RawRecord, Unreadable
from vitrine.server.collection.importing.batch import Plan, plan, read
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


@kind(KIND)
def import_feed(work: Work) -> None:
    """Import the feed of a job from its cursor on."""
    arguments = work.job.arguments
    source = Source.objects.get(pk=arguments["source"])
    path = Path(arguments["path"])
    feed = feed_of(source, path)
    store = Store(source, path.name, work.job.pk, Profiles())
    counts = dict.fromkeys(COUNTS, 0) | work.job.counts
    for batch in _batches(feed, counts["read"]):
        with transaction.atomic():
            plan_ = _plan(feed, source, work.job.pk, batch)
            flagged = store.write(plan_)
            _count(counts, batch, plan_, flagged)
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
        _count(counts, batch, _plan(feed, source, 0, batch), 0)
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


def _plan(feed: Feed, source: Source, job_id: int, batch: list[RawRecord | Unreadable]) -> Plan:
    setting = hashlib.blake2b(feed.setting.encode(), digest_size=16).digest()
    return plan(source, job_id, *read(feed, batch, setting))


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
