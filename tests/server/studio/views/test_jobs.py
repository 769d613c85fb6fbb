import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone, translation

from tests.works import picture
from vitrine.server.collection.importing.feeds import import_job, source_for
from vitrine.server.collection.importing.run import COUNTS as IMPORT_COUNTS
from vitrine.server.collection.importing.run import LOCAL_MEDIA
from vitrine.server.collection.media.job import COUNTS as MEDIA_COUNTS
from vitrine.server.collection.media.job import media_job
from vitrine.server.collection.models import Source, Work, WorkMedia
from vitrine.server.jobs.models import Job, JobError
from vitrine.server.jobs.run import alone, run, run_in_background
from vitrine.server.studio.words import counted

MAPPING = """
[source]
name = "Museum"
format = "json"

[record]
id = "id"

[[titles]]
path = "title"

[[surrogates]]
file = "image"
"""


def job(**fields: object) -> Job:
    return Job.objects.create(
        **{"kind": "import", "subject": "tate", "state": Job.State.RUNNING, "done": 34000, "total": 69202, **fields}
    )


def test_the_list_and_the_page_say_how_far_a_job_is(keeper: Client) -> None:
    one = job(counts={"read": 34000, "quarantined": 2})
    JobError.objects.create(job=one, locator="a.json:7", message="<b>It ends in the middle.</b>")
    assert "34,000 of 69,202 (49%)" in keeper.get("/studio/jobs/").content.decode()
    text = keeper.get(f"/studio/jobs/{one.pk}/").content.decode()
    assert 'max="100" value="49"' in text
    assert "In quarantine" in text
    assert "&lt;b&gt;It ends in the middle.&lt;/b&gt;" in text


def test_a_job_whose_end_nobody_knows_has_no_bar(keeper: Client) -> None:
    assert "<progress" not in keeper.get(f"/studio/jobs/{job(total=None).pk}/").content.decode()


def test_a_page_that_is_open_can_ask(keeper: Client) -> None:
    answer = keeper.get(f"/studio/jobs/{job().pk}/progress/").json()
    assert answer == {"state": "running", "percent": 49, "progress": "34,000 of 69,202 (49%)", "label": "Running"}


@pytest.mark.parametrize(
    ("state", "wish", "after"),
    [
        ("running", "pause", ("running", "pause")),
        ("running", "cancel", ("running", "cancel")),
        ("waiting", "pause", ("paused", "")),
        ("paused", "resume", ("waiting", "")),
        ("failed", "resume", ("waiting", "")),
        ("paused", "cancel", ("cancelled", "")),
        ("done", "cancel", ("done", "")),
        ("done", "resume", ("done", "")),
        ("running", "resume", ("running", "")),
        ("running", "explode", ("running", "")),
    ],
)
def test_a_person_steers_a_job(keeper: Client, state: str, wish: str, after: tuple[str, str]) -> None:
    one = job(state=state)
    assert keeper.post(f"/studio/jobs/{one.pk}/{wish}/").status_code == 302
    one.refresh_from_db()
    assert (one.state, one.wish) == after


class Steered:
    """A job that somebody steers from its page after its first batch."""

    def __init__(self, keeper: Client, job: Job) -> None:
        self._keeper = keeper
        self.job = job

    def run(self, wish: str = "") -> Job:
        """Run the job as the worker does, and once ask for something on its page."""
        asked: list[str] = []

        def progress(job: Job) -> None:
            if wish and not asked:
                asked.append(wish)
                assert self._keeper.post(f"/studio/jobs/{job.pk}/{wish}/").status_code == 302

        return run(self.job, progress)

    def resume(self) -> Job:
        """Ask for it on its page, and run it again."""
        self._keeper.post(f"/studio/jobs/{self.job.pk}/resume/")
        return self.run()


@pytest.fixture
def importing(keeper: Client, tmp_path: Path) -> Steered:
    feed = tmp_path / "works.json"
    feed.write_text(
        json.dumps(
            [{"id": str(n), "title": f"Work {n}", **({"image": "a.png"} if n < 120 else {})} for n in range(600)]
        )
    )
    (tmp_path / "a.png").write_bytes(picture(width=8, height=8))
    return Steered(keeper, import_job(source_for("museum", feed, "json", MAPPING), feed))


@pytest.fixture
def taking_in(keeper: Client, tmp_path: Path, importing: Steered) -> Steered:
    importing.run()
    return Steered(keeper, media_job(Source.objects.get(), fetch=False, folder=tmp_path))


WHICH = pytest.mark.parametrize(("which", "all_of_it"), [("importing", 600), ("taking_in", 120)])


@WHICH
def test_a_running_job_is_paused_and_resumed_from_its_page(
    request: pytest.FixtureRequest, which: str, all_of_it: int
) -> None:
    steered: Steered = request.getfixturevalue(which)
    paused = steered.run("pause")
    assert paused.state == Job.State.PAUSED
    assert 0 < paused.done < all_of_it
    assert steered.resume().state == Job.State.DONE
    assert Job.objects.get(pk=paused.pk).done == all_of_it
    assert Work.objects.count() == 600
    assert WorkMedia.objects.count() == (0 if which == "importing" else 120)


@WHICH
def test_a_job_cancelled_from_its_page_keeps_what_it_has_done_and_runs_no_more(
    request: pytest.FixtureRequest, keeper: Client, which: str, all_of_it: int
) -> None:
    steered: Steered = request.getfixturevalue(which)
    cancelled = steered.run("cancel")
    assert cancelled.state == Job.State.CANCELLED
    done = Work.objects.count() if which == "importing" else WorkMedia.objects.count()
    assert done == cancelled.done
    assert 0 < done < all_of_it
    assert steered.resume().state == Job.State.CANCELLED
    assert "Resume" not in keeper.get(f"/studio/jobs/{cancelled.pk}/").content.decode()


def test_a_job_that_finds_another_at_work_says_so_and_can_be_resumed(keeper: Client) -> None:
    one = job(state="waiting")
    with alone("import", "tate"):
        run_in_background.func(one.pk)
    text = keeper.get(f"/studio/jobs/{one.pk}/").content.decode()
    assert "Another import of" in text
    assert f'action="/studio/jobs/{one.pk}/resume/"' in text


@pytest.mark.parametrize("language", ["en", "it", "de"])
def test_whatever_is_counted_has_a_word(keeper: Client, language: str) -> None:
    counts = dict.fromkeys((*IMPORT_COUNTS, LOCAL_MEDIA, *MEDIA_COUNTS, "decided"), 1)
    with translation.override(language):
        names = [name for name, _ in counted(job(counts=counts))]
    assert not set(names) & set(counts)


def test_a_job_that_lost_its_process_can_be_resumed(keeper: Client) -> None:
    one = job()
    assert "no sign of life" not in keeper.get(f"/studio/jobs/{one.pk}/").content.decode()
    Job.objects.update(changed=timezone.now() - timedelta(minutes=4))
    text = keeper.get(f"/studio/jobs/{one.pk}/").content.decode()
    assert "no sign of life" in text
    assert f'action="/studio/jobs/{one.pk}/resume/"' in text


def test_steering_takes_a_form_with_its_token(keeper: Client) -> None:
    one = job()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = keeper.cookies
    assert strict.post(f"/studio/jobs/{one.pk}/cancel/").status_code == 403
    assert keeper.get(f"/studio/jobs/{one.pk}/cancel/").status_code == 405
    one.refresh_from_db()
    assert one.wish == ""


def test_who_may_not_see_jobs_does_not(guest: Client, client: Client) -> None:
    one = job()
    for path in ("/studio/jobs/", f"/studio/jobs/{one.pk}/", f"/studio/jobs/{one.pk}/progress/"):
        assert guest.get(path).status_code in (302, 403)
        assert client.get(path).status_code == 302
    assert "tate" not in guest.get("/studio/jobs/", follow=True).content.decode()


def test_who_may_see_jobs_may_not_steer_them(guest: Client) -> None:
    one = job()
    user = guest.get("/studio/").wsgi_request.user
    user.user_permissions.add(Permission.objects.get(codename="view_job"))
    text = guest.get(f"/studio/jobs/{one.pk}/").content.decode()
    assert "34,000" in text
    assert "/cancel/" not in text
    guest.post(f"/studio/jobs/{one.pk}/cancel/")
    one.refresh_from_db()
    assert one.wish == ""


def test_the_menu_shows_what_one_may_open(keeper: Client, guest: Client) -> None:
    assert "/studio/jobs/" in keeper.get("/studio/").content.decode()
    assert "/studio/jobs/" not in guest.get("/studio/").content.decode()
