"""Doing a job on the command line: with a progress bar, and with a word on how to go on where it stops."""

from typing import TYPE_CHECKING

from vitrine.cli.output import fail, progress

if TYPE_CHECKING:
    from vitrine.server.jobs.models import Job


def do(job: "Job", label: str, safe: str = "What was done before is safe.") -> "Job":
    """Do `job` to its end and return it. Raises ClickException where it fails or is stopped; `safe` says what is kept then."""
    from vitrine.server.jobs.models import Job
    from vitrine.server.jobs.run import JobFailedError, run

    try:
        with progress(label) as show:
            job = run(job, lambda job: show(job.done, job.total))
    except JobFailedError as error:
        raise fail(f"{error} {safe.format(job.done)}" if job.done else str(error)) from error
    if job.state == Job.State.PAUSED:
        raise fail(f"Paused after {job.done:,}. The same command goes on from there.", 130)
    if job.state == Job.State.CANCELLED:
        raise fail(f"Cancelled after {job.done:,}. What was done stays.", 130)
    return job
