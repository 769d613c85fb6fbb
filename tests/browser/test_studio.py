"""The studio as the museum's people have it: the first account, and a job that is watched."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CUT, PASSWORD, Visit, Visitor, fill_first_account
from tests.works import jar, put
from vitrine.server.collection.models import Quarantined, RightsChange, Source
from vitrine.server.jobs.models import Job, JobError
from vitrine.server.people.invitations import first_link

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]


@pytest.mark.parametrize("width", [320, 1440])
def test_the_first_account_is_made_through_the_link(visitor: Visitor, width: int) -> None:
    visit = visitor(width)
    link = first_link("")
    page = visit.open(link)
    assert page.url.endswith("/studio/welcome/")
    assert visit.barriers() == []
    assert visit.sideways() <= 0
    fill_first_account(visit)
    page.wait_for_url("**/studio/")
    assert visit.complaints == []
    assert visit.elsewhere() == []
    again = visitor(width)
    expect(again.open(link).get_by_role("heading", level=1)).to_have_text("This link no longer works")
    assert again.barriers() == []


def test_what_is_wrong_in_the_form_is_said(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.open(first_link(""))
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("alert")).to_contain_text("not made yet")
    assert page.get_by_label("E-mail address").get_attribute("aria-invalid") == "true"
    assert visit.barriers() == []


def test_one_signs_in_with_it_afterwards(keeper: Callable[..., Visit], visitor: Visitor) -> None:
    keeper()
    visit = visitor()
    page = visit.open("/studio/")
    page.locator("[name=username]").fill("ada")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/studio/")
    assert visit.complaints == []


def test_a_running_job_is_watched_and_its_end_seen(keeper: Callable[..., Visit]) -> None:
    visit = keeper()
    job = Job.objects.create(kind="import", subject="tate", state="running", done=100, total=1000)
    page = visit.open(f"/studio/jobs/{job.pk}/")
    expect(page.get_by_text("100 of 1,000 (10%)")).to_be_visible()
    Job.objects.filter(pk=job.pk).update(done=500)
    expect(page.get_by_text("500 of 1,000 (50%)").first).to_be_visible(timeout=10_000)
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 50)
    expect(page.locator("main [role=status]").last).to_have_text("500 of 1,000 (50%)")
    Job.objects.filter(pk=job.pk).update(done=1000, state="done")
    expect(page.get_by_text("1,000 of 1,000 (100%)")).to_be_visible(timeout=10_000)
    expect(page.get_by_role("button", name="Pause")).to_have_count(0)
    assert visit.complaints == []


def test_a_job_is_paused_with_a_button(keeper: Callable[..., Visit]) -> None:
    job = Job.objects.create(kind="import", subject="tate", state="running", done=100, total=1000)
    page = keeper().open(f"/studio/jobs/{job.pk}/")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("The wish is noted")).to_be_visible()
    job.refresh_from_db()
    assert job.wish == "pause"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_our_pages_in_the_studio_have_no_barriers(
    keeper: Callable[..., Visit], visitor: Visitor, width: int, scheme: str
) -> None:
    source = Source.objects.create(name="tate", format="json")
    row = Quarantined.objects.create(
        source=source, digest=b"0" * 16, locator="artworks.json:7", file="artworks.json", raw=b"{" * 9000, reason="It is not JSON.", seen_in=1
    )  # fmt: skip
    job = Job.objects.create(
        kind="import", subject="tate", state="failed", message="The disk is full.", done=1, total=9
    )
    JobError.objects.create(job=job, locator="https://museum.example/" + "a" * 300, message="It is empty.")
    running = Job.objects.create(kind="media", subject="tate", state="running", done=1, total=9)
    uri = "http://rightsstatements.org/vocab/InC/1.0/"
    RightsChange.objects.create(
        work=put(jar()), before={"rights_of_object": {"uri": uri}}, after={"rights_of_object": None}, number=2, job_id=1
    )
    visit = keeper(width, scheme)
    pages = (
        "",
        "jobs/",
        f"jobs/{job.pk}/",
        f"jobs/{running.pk}/",
        "quarantine/",
        f"quarantine/{row.pk}/",
        "rights-changes/",
    )
    for path in pages:
        page = visit.open(f"/studio/{path}")
        assert visit.barriers("#main") == [], path
        assert visit.sideways() <= 0, path
        assert page.evaluate(CUT) == [], path
    assert visit.complaints == []
    assert visit.elsewhere() == []
    outside = visitor(width, scheme)
    for path in ("/studio/login/", "/studio/welcome/"):
        outside.open(path)
        assert outside.barriers() == [], path
        assert outside.sideways() <= 0, path
