from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from vitrine.server.jobs.models import Job, JobError


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
