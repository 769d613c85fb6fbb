"""Keeping the index up to what is shown: taking the notes of what changed, and building it anew.

Both can be killed at any moment. Notes are removed only when what they speak of is in the index; a new index takes its
place only when it is whole. One process writes at a time.
"""

import logging
import secrets
from collections.abc import Iterable

import tantivy
from django.db import transaction
from django.db.models import F
from django_tasks import task

from vitrine.server.collection.models import Noted, Profile, Version, Work
from vitrine.server.collection.showing import BATCH, shown_records
from vitrine.server.home import held
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import Work as Running
from vitrine.server.jobs.run import kind, run
from vitrine.server.options import home
from vitrine.server.search import place
from vitrine.server.search.documents import document

KIND = "search"

_LOCK = "index"
"""One process writes to the index at a time; jobs hold a lock of their own beside it."""

_COMMIT = 20_000
"""Works between two commits of a build: what is done anew where it was killed."""

_HEAP, _SMALL_HEAP = 64_000_000, 16_000_000
"""Bytes that the index holds in memory before it writes: for many works, for a few."""

_NOTES = 40
"""Notes taken at once: as many works as batches of an import write between two commits of ours."""

_FEW = 50
"""Notes up to which the index is brought up to date without a job of its own that shows how far it is."""


def behind() -> bool:
    """Return whether the index is missing, or works changed that it has not taken yet."""
    return Noted.objects.exists() or (place.opened() is None and Work.objects.exists())


def soon() -> None:
    """Let the worker behind the site bring the index up to date, unless it is about to."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415  (needs the apps)

    waiting = DBTaskResult.objects.ready().filter(task_path=catch_up.module_path)
    if not waiting.exists():
        catch_up.enqueue()


@task()
def catch_up() -> None:
    """Bring the index up to date: what takes long is a job that can be watched."""
    if place.opened() is not None and Noted.objects.count() <= _FEW:
        with held(home(), _LOCK):
            take_notes()
    elif behind():
        run(index_job())


def index_job(*, anew: bool = False) -> Job:
    """Return the job that brings the index up to date, the unfinished one where there is one; `anew`: all of it."""
    unfinished = Job.objects.filter(kind=KIND, state__in=Job.UNFINISHED).first()
    return unfinished or Job.objects.create(kind=KIND, subject="index", arguments={"anew": anew})


@kind(KIND)
def index(work: Running) -> None:
    """Build the index where there is none, or one that cannot be read; then take what changed meanwhile."""
    with held(home(), _LOCK):
        if work.job.cursor or work.job.arguments.get("anew") or place.opened() is None:
            _build(work)
        take_notes(work)


def _build(work: Running) -> None:
    """Build an index of all works beside the one that answers, then put it in its place."""
    index = _begun(work)
    name, after = work.job.cursor["folder"], work.job.cursor["after"]
    writer = index.writer(_HEAP, 1)
    # Works beyond the last commit that was written down may be there already.
    beyond = tantivy.Query.range_query(index.schema, "pk", tantivy.FieldType.Integer, after + 1, None)
    writer.delete_documents_by_query(beyond)
    while ids := _next_ids(after):
        _add(writer, ids)
        writer.commit()
        after = ids[-1]
        work.save({"folder": name, "after": after}, done=work.job.done + len(ids))
        work.breathe()
    writer.commit()
    writer.wait_merging_threads()
    place.put_in_place(name)
    work.save({}, done=work.job.done)


def _begun(work: Running) -> tantivy.Index:
    """Return the index that is being built: the one that was begun, else a new one."""
    if work.job.cursor and place.is_there(work.job.cursor["folder"]):
        try:
            return place.make(work.job.cursor["folder"])
        except ValueError:
            # Damaged while it was written: nothing of it can be trusted.
            logging.getLogger(__name__).warning("The index that was begun is damaged; it is begun anew.")
    _begin(work)
    return place.make(work.job.cursor["folder"])


def _begin(work: Running) -> None:
    with transaction.atomic():
        if place.opened() is None:
            # All works are read after this: until then, no index answers that would need these notes.
            Noted.objects.filter(pk__in=list(Noted.objects.values_list("pk", flat=True))).delete()
        cursor = {"folder": f"index-{secrets.token_hex(4)}", "after": 0}
        work.save(cursor, done=0, total=Work.objects.count())


def _next_ids(after: int) -> list[int]:
    return list(Work.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:_COMMIT])


def take_notes(work: Running | None = None) -> int:
    """Index the works that changed and remove the notes of them; return how many works that were."""
    done = 0
    writer = None
    while notes := list(Noted.objects.order_by("pk")[:_NOTES]):
        writer = writer or _writer()
        ids = sorted({pk for one in notes for pk in one.works})
        for pk in ids:
            writer.delete_documents_by_term("pk", pk)
        _add(writer, ids)
        writer.commit()
        Noted.objects.filter(pk__in=[one.pk for one in notes]).delete()
        done += len(ids)
        if work is not None:
            work.save({}, done=work.job.done + len(ids))
            work.breathe()
    if writer is not None:
        writer.wait_merging_threads()
    return done


def _writer() -> tantivy.IndexWriter:
    opened = place.opened()
    if opened is None:
        raise RuntimeError("There is no index to bring up to date: it is built first.")
    return opened.index.writer(_SMALL_HEAP, 1)


def _add(writer: tantivy.IndexWriter, ids: list[int]) -> None:
    """Add works to the index as they are shown now; those that are gone are left out."""
    rights = dict(Profile.objects.values_list("pk", "rights"))
    for start in range(0, len(ids), BATCH):
        versions = _versions(ids[start : start + BATCH])
        for version, result in zip(versions, shown_records(versions), strict=True):
            work = version.work
            if work.profile_id not in rights:
                rights = dict(Profile.objects.values_list("pk", "rights"))
            writer.add_document(document(work, result.record, rights[work.profile_id]))


def _versions(ids: Iterable[int]) -> list[Version]:
    # Raw records are larger than all else, and nothing of them is indexed.
    current = Version.objects.filter(work__in=ids, number=F("work__number")).defer("raw", "findings_data")
    return list(current.select_related("work__source").order_by("work_id"))
