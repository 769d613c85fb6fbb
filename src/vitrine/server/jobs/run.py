"""Running a job: the same for the command line and for the worker behind the site.

A kind of job is a function, imported by the `kinds` module of its app, that takes a `Work` and does its batches, calling `work.save(...)` inside the transaction
that writes a batch and `work.breathe()` after it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Any

from django.dispatch import Signal
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks import task

from vitrine.server.home import BusyError, held
from vitrine.server.jobs.models import Job, JobError
from vitrine.server.options import home

Progress = Callable[[Job], None]

ended = Signal()
"""Sent when a job has come to a stop, whichever; its argument `job` is the job in its new state."""

_KINDS: dict[str, Callable[["Work"], None]] = {}


class JobFailedError(RuntimeError):
    """The job cannot go on: the message says what happened, where, and what to do. What was done before stays."""


class _Paused(Exception):  # noqa: N818  (a wish, not an error)
    pass


class _Cancelled(Exception):  # noqa: N818
    pass


class Work:
    """What a running job may do to its own account."""

    def __init__(self, job: Job, progress: Progress | None) -> None:
        self.job = job
        self._progress = progress

    def save(self, cursor: dict[str, Any], *, done: int, total: int | None = None, **counts: int) -> None:
        """Write down how far the job is. Belongs inside the transaction of the batch it speaks of."""
        self.job.cursor = cursor
        self.job.done = done
        self.job.total = total if total is not None else self.job.total
        self.job.counts = {**self.job.counts, **counts}
        self.job.save(update_fields=["cursor", "done", "total", "counts", "changed"])

    def breathe(self) -> None:
        """Between batches: show progress, and stop here if somebody asked to pause or cancel."""
        if self._progress is not None:
            self._progress(self.job)
        wish = Job.objects.values_list("wish", flat=True).get(pk=self.job.pk)
        if wish == Job.Wish.PAUSE:
            raise _Paused
        if wish == Job.Wish.CANCEL:
            raise _Cancelled

    def error(self, locator: str, message: str) -> None:
        """Account for one thing that could not be done; the job goes on."""
        JobError.objects.create(job=self.job, locator=locator[:500], message=message)


def kind(name: str) -> Callable[[Callable[[Work], None]], Callable[[Work], None]]:
    """Name the function that does jobs of this kind."""

    def register(function: Callable[[Work], None]) -> Callable[[Work], None]:
        _KINDS[name] = function
        return function

    return register


def alone(kind: str, subject: str) -> AbstractContextManager[None]:
    """Hold the right to do jobs of `kind` on `subject`: one process at a time. Raises BusyError where another has it."""
    name = f"{kind}-{subject}".replace("/", "_")
    return held(home(), name, f"Another {kind} of {subject!r} is running: wait for it, or cancel it first.")


def run(job: Job, progress: Progress | None = None) -> Job:
    """Do the job from its cursor until it ends, is paused or is cancelled, and return it in its new state.

    Raises BusyError where a job on the same subject is running, and JobFailedError where this one cannot go on. A Ctrl-C
    pauses it.
    """
    with alone(job.kind, job.subject or str(job.pk)):
        job.refresh_from_db()
        if job.state in (Job.State.DONE, Job.State.CANCELLED):
            return job
        job.state, job.wish, job.message = Job.State.RUNNING, Job.Wish.NONE, ""
        job.started = job.started or timezone.now()
        job.save(update_fields=["state", "wish", "message", "started", "changed"])
        try:
            if job.kind not in _KINDS:
                autodiscover_modules("kinds")
            _KINDS[job.kind](Work(job, progress))
        except _Cancelled:
            return _end(job, Job.State.CANCELLED)
        except (_Paused, KeyboardInterrupt):
            return _end(job, Job.State.PAUSED)
        except Exception as error:
            _end(
                job,
                Job.State.FAILED,
                f"{error}" if isinstance(error, JobFailedError) else f"{type(error).__name__}: {error}",
            )
            raise
        return _end(job, Job.State.DONE)


def _end(job: Job, state: str, message: str = "") -> Job:
    job.state, job.message = state, message
    job.finished = None if state == Job.State.PAUSED else timezone.now()
    job.save(update_fields=["state", "message", "finished", "changed"])
    # Who listens must not undo what the job has done: what goes wrong there is logged.
    ended.send_robust(sender=Job, job=job)
    return job


@task()
def run_in_background(job_id: int) -> str:
    """Run a job in the worker behind the site."""
    try:
        return run(Job.objects.get(pk=job_id)).state
    except BusyError as error:
        # Paused, so that whoever reads the reason can resume it: nothing else would wake it.
        Job.objects.filter(pk=job_id, state=Job.State.WAITING).update(state=Job.State.PAUSED, message=str(error))
        return Job.State.PAUSED


def enqueue(job: Job) -> None:
    """Hand the job to the worker behind the site."""
    run_in_background.enqueue(job.pk)


def pause(job: Job) -> None:
    """Ask a running job to stop after its batch; it can be resumed."""
    _ask(job, Job.Wish.PAUSE, Job.State.PAUSED)


def cancel(job: Job) -> None:
    """Ask a job to stop for good; what it has done stays."""
    _ask(job, Job.Wish.CANCEL, Job.State.CANCELLED)


def resume(job: Job) -> None:
    """Let a paused or failed job go on from its cursor."""
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, wish=Job.Wish.NONE)
    enqueue(job)


def _ask(job: Job, wish: str, state: str) -> None:
    idle = (Job.State.WAITING, Job.State.PAUSED, Job.State.FAILED)
    if not Job.objects.filter(pk=job.pk, state__in=idle).update(state=state):
        Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(wish=wish)


def recover() -> int:
    """Mark jobs whose process was killed as paused, so that they can be resumed; return how many."""
    stranded = 0
    for job in Job.objects.filter(state=Job.State.RUNNING):
        with suppress(BusyError), alone(job.kind, job.subject or str(job.pk)):
            _end(job, Job.State.PAUSED, "Its process was stopped. It can be resumed.")
            stranded += 1
    return stranded
