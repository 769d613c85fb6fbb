"""Starting a draft's import, once, whoever presses the button how often."""

from django.db import transaction
from django.utils.translation import gettext

from vitrine.formats import FeedError
from vitrine.server.collection.importing.feeds import KIND, import_job, source_for
from vitrine.server.home import BusyError
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import enqueue
from vitrine.server.studio.importing.files import path_of
from vitrine.server.studio.importing.models import Draft


class NotStartedError(ValueError):
    """The import was not started: the message says why and what to do."""


def start(draft: Draft, by: str) -> Job:
    """Start the draft's import and return its job; the one that was started before, where there is one.

    Raises NotStartedError.
    """
    with transaction.atomic():
        draft = Draft.objects.select_for_update().get(pk=draft.pk)
        if draft.job_id is not None:
            return Job.objects.get(pk=draft.job_id)
        if other := under_way(draft):
            raise NotStartedError(
                gettext("Another import of this source is under way (job {number}). Wait for it, or cancel it.").format(
                    number=other.pk
                )
            )
        if not path_of(draft).exists():
            raise NotStartedError(gone(draft))
        try:
            source = source_for(draft.source, path_of(draft), draft.format or "auto", draft.mapping or None)
            job = import_job(source, path_of(draft))
        except (FeedError, BusyError) as error:
            raise NotStartedError(str(error)) from error
        Draft.objects.filter(pk=draft.pk).update(job_id=job.pk, started_by=by)
    enqueue(job)
    return job


def under_way(draft: Draft) -> Job | None:
    """Return the import of the draft's source that runs or waits for its turn, if there is one."""
    states = (Job.State.WAITING, Job.State.RUNNING)
    return Job.objects.filter(kind=KIND, subject=draft.source, state__in=states).exclude(pk=draft.job_id).first()


def unfinished(draft: Draft) -> Job | None:
    """Return the import of the draft's source that was paused or failed and that starting this one gives up."""
    states = (Job.State.PAUSED, Job.State.FAILED)
    return Job.objects.filter(kind=KIND, subject=draft.source, state__in=states).exclude(pk=draft.job_id).first()


def gone(draft: Draft) -> str:
    """Say that the draft's file is no longer there."""
    return gettext(
        "The file {name} is no longer there. Lay it out again, or upload it as a new import; what was chosen here stays."
    ).format(name=draft.name)
