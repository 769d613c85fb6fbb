"""Which file an import reads, with which mapping, and whether it is the one that an earlier, unfinished import read."""

from pathlib import Path
from typing import Any

from django.db import transaction

from vitrine.formats import FeedError, load_mapping, sniff
from vitrine.server.collection.importing.batch import Opening
from vitrine.server.collection.models import Source
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import alone

KIND = "import"


def file_state(path: Path) -> list[list[Any]]:
    """Return what tells a file (or the files of a folder) from a changed one: name, size, time of change."""
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    try:
        return [[str(file), file.stat().st_size, file.stat().st_mtime_ns] for file in files]
    except OSError as error:
        raise FeedError(f"{path} cannot be read: {error.strerror}. Check the path and its permissions.") from error


def opening(source: Source, path: Path) -> Opening:
    """Return what it takes to open `path` as a feed of `source`."""
    return Opening(str(path), source.name, source.format, source.mapping)


@transaction.atomic
def source_for(name: str, path: Path, format_: str, mapping: str | None) -> Source:
    """Return the source `name` with its format and mapping set, made where it is new.

    A source keeps the mapping it was last imported with; `format_` "auto" keeps the format it has, else looks into the
    file. Raises FeedError for a mapping that cannot be used.
    """
    known = Source.objects.filter(name=name).first()
    if mapping is not None:
        load_mapping(mapping)
    if format_ == "auto":
        format_ = known.format if known and mapping is None else sniff(path)
    source, _ = Source.objects.get_or_create(name=name, defaults={"format": format_})
    source.format = format_
    source.mapping = mapping if mapping is not None else source.mapping
    source.save(update_fields=["format", "mapping"])
    return source


def import_job(source: Source, path: Path) -> Job:
    """Return the job that imports `path`: the unfinished one of this very file and mapping if there is one, else a new one.

    Unfinished imports of the source that read something else are cancelled: what they stored stays. Raises BusyError
    while another process imports this source.
    """
    arguments = {
        "source": source.pk,
        "path": str(path.resolve()),
        "files": file_state(path),
        "format": source.format,
        "mapping": source.mapping,
    }
    with alone(KIND, source.name), transaction.atomic():
        for job in Job.objects.filter(kind=KIND, subject=source.name, state__in=Job.UNFINISHED):
            if job.arguments == arguments:
                return job
            Job.objects.filter(pk=job.pk).update(state=Job.State.CANCELLED)
        return Job.objects.create(kind=KIND, subject=source.name, arguments=arguments)
