"""Jobs: cursor, progress, pause, resume, cancel, and what happens when something goes wrong."""

import pytest
from django.db import transaction

from vitrine.server.home import BusyError
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import JobFailedError, alone, cancel, kind, pause, recover, run

pytestmark = pytest.mark.django_db(transaction=True)

BATCHES = 5


@kind("count")
def count(work):
    """Counts to five, one at a time; at `stop_at` it does what the arguments say."""
    for number in range(work.job.cursor.get("next", 0), BATCHES):
        if number == work.job.arguments.get("fail_at"):
            work.error(f"place {number}", "something small")
            raise JobFailedError("Something large.")
        with transaction.atomic():
            work.save({"next": number + 1}, done=number + 1, total=BATCHES, seen=work.job.counts.get("seen", 0) + 1)
        if number == work.job.arguments.get("wish_at"):
            {"pause": pause, "cancel": cancel}[work.job.arguments["wish"]](work.job)
        work.breathe()


def make(**arguments) -> Job:
    return Job.objects.create(kind="count", subject="to five", arguments=arguments)


def test_a_job_runs_to_its_end_and_shows_progress():
    seen = []
    job = run(make(), lambda job: seen.append(job.percent))
    assert (job.state, job.done, job.counts) == (Job.State.DONE, BATCHES, {"seen": BATCHES})
    assert seen == [20, 40, 60, 80, 100]
    assert job.finished is not None


def test_a_paused_job_goes_on_from_its_cursor():
    job = run(make(wish="pause", wish_at=1))
    assert (job.state, job.done) == (Job.State.PAUSED, 2)
    job = run(job)
    assert (job.state, job.counts) == (Job.State.DONE, {"seen": BATCHES})


def test_a_cancelled_job_stays_cancelled():
    job = run(make(wish="cancel", wish_at=1))
    assert job.state == Job.State.CANCELLED
    assert run(job).done == 2


def test_a_failed_job_says_why_and_can_be_run_again():
    job = make(fail_at=3)
    with pytest.raises(JobFailedError, match="Something large"):
        run(job)
    job.refresh_from_db()
    assert (job.state, job.message, job.done) == (Job.State.FAILED, "Something large.", 3)
    assert [(error.locator, error.message) for error in job.errors.all()] == [("place 3", "something small")]
    job.arguments = {}
    job.save()
    assert run(job).counts == {"seen": BATCHES}


def test_one_subject_is_worked_on_by_one_process_at_a_time():
    with alone("count", "to five"), pytest.raises(BusyError, match="to five"):
        run(make())


def test_a_waiting_job_is_paused_or_cancelled_at_once():
    job = make()
    pause(job)
    job.refresh_from_db()
    assert job.state == Job.State.PAUSED
    cancel(job)
    job.refresh_from_db()
    assert job.state == Job.State.CANCELLED


def test_what_a_killed_process_left_running_can_be_resumed():
    job = make()
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, cursor={"next": 4}, done=4)
    assert recover() == 1
    job.refresh_from_db()
    assert job.state == Job.State.PAUSED
    assert run(job).counts == {"seen": 1}


def test_a_job_that_really_runs_is_left_alone():
    job = make()
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING)
    with alone("count", "to five"):
        assert recover() == 0
