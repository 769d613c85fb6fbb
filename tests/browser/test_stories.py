"""Stories: composed in the studio from parts of every kind, and read by everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor
from tests.server.site.pages import hang
from vitrine.server.stories.models import Story, StoryIndex

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]


def test_a_story_with_every_part_is_edited_and_published(keeper: Callable[..., Visit], visitor: Visitor) -> None:
    hang()
    story = Story.objects.get(slug="four-lemons")
    # A work that is gone is told so to whoever edits the story; here every part is sound.
    story.body = [
        (one.block_type, one.value) for one in story.body if one.value not in ("museum:gone", "museum:sensitive")
    ]
    story.save_revision().publish()
    kinds = {one.block_type for one in story.body}
    assert kinds == set(Story._meta.get_field("body").stream_block.child_blocks)
    visit = keeper()
    page = visit.open(f"/studio/pages/{story.pk}/edit/")
    expect(page.get_by_label("Transcript")).to_have_value("Rain on a roof.")
    page.locator("#id_introduction").fill("A plate, and rain.")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url(f"**/studio/pages/{StoryIndex.objects.get().pk}/")
    assert visit.elsewhere() == []
    public = visitor().open(story.url)
    expect(public.get_by_text("A plate, and rain.")).to_be_visible()
    for shown in (".story-heading", ".story-text", ".story-work img", ".shelf", ".story-picture img"):
        expect(public.locator(shown).first).to_be_visible()
    for shown in (".story-quotation", "audio", "video"):
        expect(public.locator(shown).first).to_be_visible()


def test_a_new_story_can_be_begun(keeper: Callable[..., Visit]) -> None:
    hang()
    visit = keeper()
    page = visit.open(f"/studio/pages/add/stories/story/{StoryIndex.objects.get().pk}/")
    page.get_by_role("button", name="Insert a block").first.click()
    for kind in ("Work", "Works in a row", "Picture", "Quotation", "Sound", "Film", "Heading", "Text"):
        expect(page.get_by_role("option", name=kind, exact=True)).to_be_visible()
    assert visit.complaints == []
    assert visit.elsewhere() == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_everything_in_a_story_is_there_for_those_who_do_not_see_or_hear_it(
    visitor: Visitor, width: int, scheme: str
) -> None:
    hang()
    visit = visitor(width, scheme)
    page = visit.open("/stories/four-lemons/")
    for words, told in (("Transcript", "Rain on a roof."), ("What happens in it", "It rains.")):
        page.get_by_text(words, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text(told)).to_be_visible()
    assert page.locator("video track[kind=captions][srclang=en]").count() == 1
    assert page.locator("audio[autoplay], video[autoplay]").count() == 0
    expect(page.get_by_alt_text("A lemon on a table.")).to_be_visible()
    assert visit.barriers() == []
    assert visit.sideways() <= 0
    assert visit.elsewhere() == []
    work = page.locator(".story-work img").first.bounding_box()
    assert work is not None
    assert work["width"] >= 0.85 * width or work["height"] >= 0.7 * (640 if width < 600 else 900)


def test_a_reader_goes_from_one_language_of_a_story_to_the_other(visitor: Visitor) -> None:
    hang()
    page = visitor().open("/stories/four-lemons/")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vier Zitronen")
    assert page.get_attribute("article", "lang") == "de"
    assert page.get_attribute("html", "lang") == "en"
