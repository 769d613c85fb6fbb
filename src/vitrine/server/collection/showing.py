"""The record that is shown, computed from the source's version and all that stands above it."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from django.db.models import F

from vitrine.records import Agent, Assertion, Record, Shown, Surrogate, shown
from vitrine.server.collection.bulk import update
from vitrine.server.collection.models import MediaFile, RightsChange, Statement, Version, Work, WorkMedia
from vitrine.server.collection.noting import note, tell
from vitrine.server.collection.profiles import Profiles
from vitrine.server.collection.summary import Summary, summarise

BATCH = 500
"""Works taken at a time: enough that queries cost little each, few enough that memory stays small."""


def shown_work(work: Work) -> Shown:
    """Return the record of one work as it is shown, and who said what does not come from the source."""
    return shown_records([work.version()])[0]


def shown_records(versions: list[Version]) -> list[Shown]:
    """Return the shown records of several works, given their current versions, with few queries."""
    ids = [version.work_id for version in versions]
    feeds = {version.work_id: version.work.source.name for version in versions}
    layers: dict[int, list[Assertion]] = defaultdict(list)
    for change in RightsChange.objects.filter(work__in=ids, state=RightsChange.State.OPEN):
        layers[change.work_id] += held_rights(change, feeds[change.work_id])
    return shown_over({version.work_id: version.record for version in versions}, layers)


def shown_over(records: dict[int, Record], held: dict[int, list[Assertion]]) -> list[Shown]:
    """Return what is shown over the sources' records of works (by their ids), in the same order; `held` are the rights held over them.

    Where nothing stands above it, the record is shown as it is.
    """
    layers: dict[int, list[Assertion]] = defaultdict(list)
    for statement in Statement.objects.filter(work__in=records, status__in=("asserted", "accepted")):
        layers[statement.work_id].append(statement.assertion())
    files: dict[int, dict[str, MediaFile]] = defaultdict(dict)
    for use in WorkMedia.objects.filter(work__in=records, file__isnull=False).select_related("file"):
        files[use.work_id][use.key] = use.file
    return [
        shown(with_files(record, files.get(pk, {})), layers.get(pk, []) + held.get(pk, []))
        for pk, record in records.items()
    ]


def held_rights(change: RightsChange, feed: str) -> list[Assertion]:
    """Return the rights that the source said before, held over what it says now until a person decides."""
    agent = Agent("source", feed, f"version {change.number - 1}")
    return [
        Assertion(f"change-{change.pk}", path, value, agent, change.at.isoformat(), "asserted")
        for path, value in change.before.items()
    ]


def with_files(record: Record, files: dict[str, MediaFile]) -> Record:
    """Return `record` with what was measured in the stored files of its surrogates."""
    if not files:
        return record
    return msgspec.structs.replace(
        record, surrogates=tuple(_measured(s, files[s.key]) if s.key in files else s for s in record.surrogates)
    )


def _measured(surrogate: Surrogate, file: MediaFile) -> Surrogate:
    return msgspec.structs.replace(
        surrogate,
        type=file.type,
        size=file.size,
        width=file.width,
        height=file.height,
        checksum=file.checksum,
        source_type=surrogate.source_type or file.source_type,
    )


def current_versions(works: Iterable[Work]) -> list[Version]:
    """Return the current versions of `works`, in their order."""
    listed = list(works)
    found = {
        version.work_id: version
        for version in Version.objects.filter(work__in=listed, number=F("work__number")).select_related("work__source")
    }
    return [found[work.pk] for work in listed]


def refresh(works: list[Work], profiles: Profiles) -> None:
    """Compute anew what lists, filters and reports know of `works`, after something above the source changed."""
    versions = current_versions(works)
    summaries = [
        summarise(result.record, version.findings.defects)
        for version, result in zip(versions, shown_records(versions), strict=True)
    ]
    ids = profiles.ids_of(one.profile_key for one in summaries)
    rows = [(*one.values(), ids[one.profile_key], work.pk) for one, work in zip(summaries, works, strict=True)]
    update(Work, (*Summary.COLUMNS, "profile"), rows)
    note(work.pk for work in works)
    tell()
