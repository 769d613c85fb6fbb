"""What somebody does who has only the documentation: from Tate's file to a story in two languages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from vitrine.server.jobs.models import Job
from vitrine.server.jobs.run import run
from vitrine.server.stories.models import Story, StoryIndex
from vitrine.server.suggestions.models import Suggestion

pytestmark = [
    pytest.mark.browser,
    pytest.mark.reference,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

WORKS = 69_202


def _work(kind: str) -> None:
    """Do what the worker behind the site does: the job of this kind that waits."""
    run(Job.objects.filter(kind=kind).latest("pk"))


def test_tates_file_becomes_a_story_in_two_languages(keeper: Callable[..., Visit], reference: Any) -> None:
    visit = keeper()
    _import(visit, reference("data/tate/artworks.ndjson.gz"))
    _mend_rights(visit)
    _review(visit)
    _tell(visit)
    _look(visit)
    assert visit.elsewhere() == []
    assert visit.complaints == []


def _import(visit: Visit, file: Path) -> None:
    page = visit.open("/studio/import/")
    page.get_by_label("File to upload").set_input_files(file)
    page.get_by_label("Name of the new source").fill("tate")
    page.get_by_role("button", name="Look into the file").click()
    expect(page.get_by_text("A Figure Bowing before a Seated Old Man").first).to_be_visible()
    page.get_by_role("link", name="Next: the mapping").click()
    page.get_by_text("The mapping as text, for experts").click()
    page.get_by_label("or take a mapping that Vitrine brings").select_option("tate")
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_text("The mapping is kept.")).to_be_visible()
    page.get_by_role("link", name="Next: the dry run").click()
    page.get_by_role("button", name="Begin the dry run").click()
    _work("rehearsal")
    page.reload()
    expect(page.get_by_role("heading", name="What an import would come to")).to_be_visible()
    page.get_by_role("link", name="Next: the import").click()
    page.get_by_role("button", name="Begin the import").click()
    _work("import")
    page.reload()
    expect(page.get_by_text(f"Read {WORKS:,} = stored {WORKS:,}")).to_be_visible()


def _mend_rights(visit: Visit) -> None:
    page = visit.open("/studio/quality/")
    row = page.get_by_role("row").filter(has_text="lets everybody use the works")
    row.get_by_role("link", name="Assign a statement to all of them").click()
    page.get_by_label("Filter").fill("rights=missing year<=1800")
    page.get_by_role("button", name="Choose works").click()
    page.get_by_label("Statement", exact=False).first.select_option(label="Public Domain Mark (PDM)")
    page.get_by_label("Evidence", exact=False).first.fill("Made before 1801; the makers died before 1900.")
    page.get_by_label("Link to evidence").fill("https://example.org/rights-policy")
    page.get_by_role("button", name="Assign it to").click()
    expect(page.get_by_role("heading", name="Decision 1")).to_be_visible()
    _work("rights")
    page.reload()
    expect(page.get_by_text("Made before 1801")).to_be_visible()


def _review(visit: Visit) -> None:
    page = visit.open("/studio/ai-uses/language-suggestions/")
    page.get_by_label("Who answers for this use").fill("Head of collections")
    page.get_by_label("I have read the card").check()
    page.get_by_label("knows and agrees").check()
    page.get_by_role("button", name="Confirm the card").click()
    expect(page.get_by_role("button", name="Switch it off")).to_be_visible()
    page = visit.open("/studio/review/")
    page.get_by_role("button", name="Look for languages").click()
    page.wait_for_url("**/studio/jobs/*/")
    _work("languages")
    page = visit.open("/studio/review/?value=de&least=0.5")
    for answer in ("a", "a", "r"):
        before = page.locator("blockquote").inner_text()
        page.keyboard.press(answer)
        expect(page.locator("blockquote")).not_to_have_text(before)
    page.get_by_role("link", name="Accept many together").click()
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url("**/studio/jobs/*/")
    _work("accept")


def _tell(visit: Visit) -> None:
    index = StoryIndex.objects.get()
    accepted = Suggestion.objects.filter(state="accepted", round=None).select_related("work__source")[0]
    for title, language in (("The angel and the wall", "en"), ("Der Engel und die Mauer", "de")):
        page = visit.open(f"/studio/pages/add/stories/story/{index.pk}/")
        page.locator("#id_title").fill(title)
        page.locator("#id_language").select_option(language)
        page.locator("#id_introduction").fill(f"{title}, 1794.")
        page.get_by_role("button", name="Insert a block").first.click()
        page.get_by_role("option", name="Work", exact=True).click()
        page.locator("[name=body-0-value]").fill(accepted.work.identifier)
        if language == "de":
            page.locator("#id_same_as-chooser").get_by_role("button", name="Choose").click()
            page.get_by_role("link", name="The angel and the wall").click()
            expect(page.locator("#id_same_as-chooser")).to_contain_text("The angel and the wall")
        page.get_by_role("button", name="More actions").click()
        page.get_by_role("button", name="Publish").click()
        page.wait_for_url(f"**/studio/pages/{index.pk}/")
    first, second = Story.objects.order_by("pk")
    assert second.same_as == first


def _look(visit: Visit) -> None:
    accepted = Suggestion.objects.filter(state="accepted", round=None).select_related("work__source")[0]
    page = visit.open("/stories/")
    page.get_by_role("link", name="The angel and the wall").click()
    page.get_by_role("link", name=accepted.work.title[:30]).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(accepted.work.title[:30])
    expect(page.get_by_text("py3langid").first).to_be_attached()
    page = visit.open("/stories/")
    page.get_by_role("button", name="Deutsch").click()
    page.get_by_role("link", name="Der Engel und die Mauer").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("article")).to_have_attribute("lang", "de")
    page = visit.open("/ai")
    expect(page.get_by_text("Head of collections")).to_be_visible()
    page = visit.open("/works?rights=pdm")
    assert "tate" in page.content()
