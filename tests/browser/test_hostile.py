"""Whatever stands in the data, nothing of it is executed: not on the site, not in the studio, and if it came through, not by the policy."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, Visitor
from tests.hostile import ADDRESSES, CANARY, MARKUP, hostile
from tests.works import picture, put
from vitrine.records import Rights, Sensitivity
from vitrine.server.collection.importing.feeds import import_job, source_for
from vitrine.server.collection.models import Quarantined, RightsChange, Source, Work
from vitrine.server.jobs.models import Job, JobError
from vitrine.server.jobs.run import run
from vitrine.server.site.entries import work_address

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

MAPPING = """
[source]
name = "Hostile"
format = "json"

[record]
id = "id"
landing_page = "page"

[holder]
name = "title"

[[titles]]
path = "title"
language = "en"

[[descriptions]]
path = "description"

[[makers]]
name = "maker"
role = "maker"

[[events]]
kind = "production"
text = "date"

[[subjects]]
label = "title"
uri = "page"

[[rights]]
of = "object"
statement = "rights"
text = "rights"

[[inscriptions]]
path = "description"

[[surrogates]]
url = "page"
alt = "title"
"""


def unhurt(page: Page) -> None:
    """Fail where something of the data has become a part of the page."""
    assert page.evaluate("window.hurt") is None
    made = "[onerror], [onload], [onmouseover], img[src='x'], a[href^='javascript'], a[href^='data']"
    assert page.locator(made).count() == 0


def whole(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.wait_for_load_state("networkidle")
    unhurt(page)
    assert visit.complaints == [], "the policy had to hold back what the page should have written as text"
    assert visit.elsewhere() == []


def test_the_site_shows_hostile_data_as_text(visitor: Visitor) -> None:
    works = []
    cases = [(text, language) for text in (MARKUP, *ADDRESSES) for language in ("en", MARKUP)]
    for number, (text, language) in enumerate(cases):
        one = hostile(f"{number} {text}"[:400], text, language)
        careful = msgspec.structs.replace(one, sensitivities=(Sensitivity("nudity", text),), community_labels=())
        open_ = msgspec.structs.replace(one, sensitivities=(), rights_of_object=Rights(text=text, holder=text))
        works.append(put(msgspec.structs.replace(careful, key=f"a{careful.key}"[:400]), {text: picture(number)}))
        works.append(put(open_, {text: picture(number + 100)}))
    visit = visitor()
    for path in ("/", "/works", "/works?source=museum", "/quality", *(work_address(work) for work in works)):
        whole(visit, path)


def test_an_import_of_hostile_data_is_shown_as_text(visitor: Visitor, tmp_path: Path) -> None:
    feed = tmp_path / "hostile.json"
    words = dict.fromkeys(("title", "description", "maker", "rights"), MARKUP)
    feed.write_text(
        json.dumps([{"id": f"1/../{MARKUP[:60]}", **words, "date": f"1850 {MARKUP}", "page": ADDRESSES[0]}])
    )
    job = run(import_job(source_for("hostile", feed, "json", MAPPING), feed))
    assert (job.counts["read"], job.counts["stored"]) == (1, 1)
    visit = visitor()
    for path in ("/", "/works", "/quality", work_address(Work.objects.get())):
        whole(visit, path)


def test_the_studio_shows_hostile_data_as_text(keeper: Callable[..., Visit]) -> None:
    source = Source.objects.create(name="museum", format="json")
    row = Quarantined.objects.create(
        source=source, digest=b"0" * 16, locator=MARKUP, file=MARKUP, raw=MARKUP.encode(), reason=MARKUP, seen_in=1
    )
    job = Job.objects.create(kind="import", subject=MARKUP[:200], state="failed", message=MARKUP, counts={MARKUP: 1})
    JobError.objects.create(job=job, locator=MARKUP, message=f"There is no file {MARKUP} beside the imported data.")
    work = put(hostile("1", MARKUP, "en"))
    said = {"rights_of_object": {"uri": ADDRESSES[0], "text": MARKUP}}
    RightsChange.objects.create(work=work, before=said, after={"rights_of_object": None}, number=2, job_id=1)
    visit = keeper()
    visit.complaints.clear()
    for path in ("jobs/", f"jobs/{job.pk}/", "quarantine/", f"quarantine/{row.pk}/", "rights-changes/", ""):
        whole(visit, f"/studio/{path}")


def test_the_policy_holds_back_what_comes_through_all_the_same(keeper: Callable[..., Visit]) -> None:
    visit = keeper()
    for path in ("/", "/works", "/quality", "/no-such-page", "/studio/jobs/", "/studio/quarantine/"):
        page = visit.open(path)
        page.evaluate(
            """canary => {
                const script = document.createElement('script');
                script.textContent = canary;
                document.body.append(script);
                const picture = document.createElement('div');
                picture.innerHTML = `<img src=x onerror="${canary}">`;
                document.body.append(picture);
            }""",
            CANARY,
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.hurt") is None, path
