"""The import wizard in a real browser: a curator brings a table, sees it in public, and mends what could not be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CUT, Visit
from vitrine.server.collection.models import Quarantined
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import run

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

ROWS = (
    "Inv. No.,Work title,Artist,Dated,Technique,Odd 🦊 <b>عمود</b>\n"
    "A1,A jar on a table,Ada Brown,1840,oil on canvas,=1+1\n"
    "A2,Two jars,Ada Brown,1840,oil on canvas,=1+1\n"
    ",Three jars,Bert Green,1840,oil on canvas,=1+1\n"
)


def _sound(visit: Visit) -> None:
    """The page has no barriers, and nothing of it is cut."""
    visit.page.wait_for_timeout(700)  # messages of the studio fade in
    assert visit.barriers("#main") == [], visit.page.url
    assert visit.sideways() <= 0, visit.page.url
    assert visit.page.evaluate(CUT) == [], visit.page.url


@pytest.mark.parametrize("width", [320, 1440])
def test_a_table_goes_through_all_steps_to_the_public_site(
    keeper: Callable[..., Visit], tmp_path: Path, width: int
) -> None:
    file = tmp_path / "export.csv"
    file.write_text(ROWS, "utf-8")
    visit = keeper(width)
    page = visit.open("/studio/import/")
    _sound(visit)
    page.get_by_label("File to upload").set_input_files(file)
    page.get_by_label("Name of the new source").fill("ours")
    page.get_by_role("button", name="Look into the file").click()
    expect(page.get_by_text("A jar on a table").first).to_be_visible()
    _sound(visit)
    page.get_by_role("link", name="Next: the mapping").click()
    page.get_by_label("Technique").select_option("material")
    page.get_by_role("button", name="Keep this, and show the records").click()
    expect(page.get_by_text("The mapping is kept.")).to_be_visible()
    _sound(visit)
    page.get_by_role("link", name="Next: the dry run").click()
    page.get_by_role("button", name="Begin the dry run").click()
    run(Job.objects.get(kind="rehearsal"))
    page.reload()
    expect(page.get_by_role("heading", name="What would go to quarantine")).to_be_visible()
    _sound(visit)
    page.get_by_role("link", name="Next: the import").click()
    _sound(visit)
    page.get_by_role("button", name="Begin the import").click()
    run(Job.objects.get(kind="import"))
    page.reload()
    expect(page.get_by_text("Read 3 = stored 2 + unchanged 0 + in quarantine 1")).to_be_visible()
    _sound(visit)
    page.get_by_role("link", name="A jar on a table").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A jar on a table")
    page = visit.open("/studio/quarantine/")
    _sound(visit)
    page = visit.open(f"/studio/quarantine/{Quarantined.objects.get().pk}/")
    page.get_by_label("The record").fill("A3,Three jars,Bert Green,1840,oil on canvas,=1+1")
    page.get_by_role("button", name="See how it reads").click()
    expect(page.get_by_text("Now it reads as:")).to_be_visible()
    _sound(visit)
    page.get_by_role("button", name="Send it").click()
    page.get_by_role("link", name="The work it became").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Three jars")
    assert visit.elsewhere() == []
    assert visit.complaints == []
