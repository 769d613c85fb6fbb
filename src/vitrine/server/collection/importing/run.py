"""The import job, and its rehearsal that writes nothing."""

from pathlib import Path

from django.db import transaction

from vitrine.formats import FeedError
from vitrine.quality import shared_authorities
from vitrine.server.collection.importing.batch import Batch
from vitrine.server.collection.importing.feeds import KIND, opening
from vitrine.server.collection.importing.observations import observe, people_of
from vitrine.server.collection.importing.planning import Plan, plan
from vitrine.server.collection.importing.readers import ReaderDiedError, read_batches
from vitrine.server.collection.importing.store import Store
from vitrine.server.collection.models import Quarantined, Source, SourceFinding
from vitrine.server.collection.profiles import Profiles
from vitrine.server.jobs.run import JobFailedError, Work, kind

COUNTS = ("read", "stored", "unchanged", "quarantined", "repaired", "flagged")
"""What an import counts. read = stored + unchanged + quarantined, always."""

LOCAL_MEDIA = "local_media"
"""Counted beside them: media files that records name and that lie beside the data. Without any, there is nothing to take in."""


@kind(KIND)
def import_feed(work: Work) -> None:
    """Import the feed of a job from its cursor on: what was read so far is the cursor."""
    arguments = work.job.arguments
    source = Source.objects.get(pk=arguments["source"])
    path = Path(arguments["path"])
    store = Store(source, path.name, work.job.pk, Profiles())
    counts = dict.fromkeys((*COUNTS, LOCAL_MEDIA), 0) | work.job.counts
    try:
        for batch in read_batches(opening(source, path), counts["read"]):
            with transaction.atomic():
                planned = plan(source, work.job.pk, batch)
                _count(counts, batch, planned, store.write(planned))
                store.write_people(person for one in batch.incoming for person in one.people)
                store.write_findings(batch.findings)
                work.save({}, done=counts["read"], **counts)
            work.breathe()
    except (FeedError, ReaderDiedError) as fault:
        raise JobFailedError(str(fault)) from fault
    with transaction.atomic():
        store.write_findings(shared_authorities(people_of(source, work.job.pk)))
        _close(source, path.name, work.job.pk)
        observe(source)


def rehearse(source: Source, path: Path) -> dict[str, int]:
    """Return what an import of `path` would count, writing nothing (rights changes are not looked for)."""
    counts = dict.fromkeys((*COUNTS, LOCAL_MEDIA), 0)
    for batch in read_batches(opening(source, path), 0):
        _count(counts, batch, plan(source, 0, batch), 0)
    return {name: counts[name] for name in COUNTS}


def _count(counts: dict[str, int], batch: Batch, done: Plan, flagged: int) -> None:
    stored = [*done.new, *(change.one for change in done.changed)]
    counts["read"] += len(batch.incoming) + len(batch.refused)
    counts["stored"] += len(stored)
    counts["unchanged"] += len(done.unchanged) + len(done.reworded)
    counts["quarantined"] += len(done.quarantined)
    counts["repaired"] += sum(one.repaired for one in stored)
    counts["flagged"] += flagged
    counts[LOCAL_MEDIA] += sum(one.local_media for one in batch.incoming)


def _close(source: Source, file: str, job_id: int) -> None:
    """Close what an earlier import of the file could not read, or found beside its records, and this one did not."""
    for kept in (Quarantined, SourceFinding):
        kept.objects.filter(source=source, open=True, file=file).exclude(seen_in=job_id).update(open=False)
