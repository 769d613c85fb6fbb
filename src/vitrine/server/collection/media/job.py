"""The media job: files for every surrogate of a source's works, local ones always, by address only where asked."""

import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import F

from vitrine.server.collection.importing.feeds import KIND as IMPORT
from vitrine.server.collection.media.fetch import Fetcher
from vitrine.server.collection.media.limits import read_limits
from vitrine.server.collection.media.local import Folder, Place, Zip
from vitrine.server.collection.media.store import clear_drafts
from vitrine.server.collection.media.take import Taken, Taker
from vitrine.server.collection.models import Source, Version, Work, WorkMedia
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.showing import refresh
from vitrine.server.jobs import run
from vitrine.server.jobs.models import Job
from vitrine.server.options import SettingError

KIND = "media"

BATCH = 50
"""Works whose results are written together."""

PATIENCE = 5.0
"""Seconds after which results are written anyway: what a kill may cost, and how long a wish to pause waits."""

COUNTS = ("stored", "unchanged", "failed", "waiting")
"""What the job counts: surrogates stored now, stored before, failed, and not fetched because nobody asked."""


def media_job(source: Source, *, fetch: bool, folder: Path | None, archive: Path | None = None) -> Job:
    """Return the job that takes in the media of `source`: the unfinished one since its last import, else a new one.

    Local files are looked for in `archive` (the zip that was imported) and below `folder`; web addresses are fetched only
    where `fetch` says so. Raises BusyError while another process does this.
    """
    arguments = {
        "source": source.pk,
        "fetch": fetch,
        "folder": str(folder.resolve()) if folder else None,
        "archive": str(archive.resolve()) if archive else None,
        # After another import every work is looked at again.
        "import": Job.objects.filter(kind=IMPORT, subject=source.name).values_list("pk", flat=True).first(),
    }
    with run.alone(KIND, source.name), transaction.atomic():
        for job in Job.objects.filter(kind=KIND, subject=source.name, state__in=Job.UNFINISHED):
            if job.arguments == arguments:
                return job
            Job.objects.filter(pk=job.pk).update(state=Job.State.CANCELLED)
        return Job.objects.create(kind=KIND, subject=source.name, arguments=arguments)


@run.kind(KIND)
def take_in_media(work: run.Work) -> None:
    """Take in the media of a source, work by work in the order of their ids, from the cursor on."""
    arguments = work.job.arguments
    try:
        limits = read_limits()
    except SettingError as error:
        raise run.JobFailedError(str(error)) from error
    clear_drafts()
    source = Source.objects.get(pk=arguments["source"])
    profiles = Profiles()
    ids = [pk for pk in _with_media(source, fetch=arguments["fetch"]) if pk > work.job.cursor.get("after", 0)]
    total = work.job.done + len(ids)
    with ExitStack() as opened:
        taker = Taker(limits, _places(arguments, opened), Fetcher(limits) if arguments["fetch"] else None)
        for batch in _batches(taker, ids):
            _write(work, batch, total, profiles)
            work.breathe()


def _with_media(source: Source, *, fetch: bool) -> Iterator[int]:
    """Yield, in order, the works whose current record names media: files, or with `fetch` web addresses too.

    The stored JSON is looked into without decoding it: most sources name no files, and then this is all the job does.
    """
    mark = b'"surrogates":' if fetch else b'"path":'
    versions = Version.objects.filter(work__source=source, number=F("work__number")).order_by("work_id")
    for work_id, data in versions.values_list("work_id", "data").iterator(chunk_size=2000):
        if mark in bytes(data):
            yield work_id


def _places(arguments: dict[str, Any], opened: ExitStack) -> list[Place]:
    """Return where local files may be."""
    places: list[Place] = []
    archive, folder = arguments["archive"], arguments["folder"]
    for path in filter(None, (archive, folder)):
        if not Path(path).exists():
            raise run.JobFailedError(f"{path}, where the media files were, is not there any more: import again.")
    try:
        if archive and zipfile.is_zipfile(archive):
            places.append(opened.enter_context(closing(Zip(Path(archive)))))
    except (OSError, zipfile.BadZipFile) as error:
        raise run.JobFailedError(f"{archive} cannot be opened for its media files: {error}.") from error
    if folder:
        places.append(Folder(Path(folder)))
    return places


def _batches(taker: Taker, ids: list[int]) -> Iterator[list[Taken]]:
    """Yield what came of the works, some at a time."""
    batch: list[Taken] = []
    began = monotonic()
    for work_id in ids:
        version = Version.objects.select_related("work__source").get(work=work_id, number=F("work__number"))
        try:
            batch.append(taker.take(work_id, version.record))
        except OSError as error:
            yield batch
            raise run.JobFailedError(
                f"The media store cannot be written: {error}. Make room, then run the same command again."
            ) from error
        if len(batch) == BATCH or monotonic() - began > PATIENCE:
            yield batch
            batch, began = [], monotonic()
    yield batch


def _write(work: run.Work, batch: list[Taken], total: int, profiles: Profiles) -> None:
    """Write what came of some works, with the job's account of it, in one transaction."""
    if not batch:
        return
    counts = dict.fromkeys(COUNTS, 0) | work.job.counts
    uses = [use for taken in batch for use in taken.uses]
    with transaction.atomic():
        WorkMedia.objects.bulk_create(
            [_unsaved(use) for use in uses],
            update_conflicts=True,
            unique_fields=["work", "key"],
            update_fields=["file", "state", "message", "stamp", "reservation"],
        )
        works = Work.objects.select_for_update().filter(pk__in={use.work_id for use in uses})
        refresh(list(works), profiles)
        for taken in batch:
            for name, number in taken.counts.items():
                counts[name] += number
            for key, message in taken.errors:
                work.error(f"{taken.id} {key}", message)
        work.save({"after": batch[-1].work_id}, done=work.job.done + len(batch), total=total, **counts)


def _unsaved(use: WorkMedia) -> WorkMedia:
    """Return `use` as a row to insert or, by its work and key, to update."""
    use.pk = None
    return use
