"""Works in the studio, in a real browser: nothing typed is lost, and nobody is shut out."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.works import jar, picture, put
from vitrine.server.collection.models import Statement

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_the_pages_of_works_have_no_barriers(keeper: Callable[..., Visit], width: int, scheme: str) -> None:
    visit = keeper(width, scheme)
    work = put(jar(), {"front.jpg": picture()}, versions=2)
    history = f"/studio/works/~history/{work.pk}/?old=1&new=2"
    for path in ("/studio/works/", "/studio/works/museum/1", f"/studio/works/~texts/{work.pk}/", history):
        visit.open(path)
        assert visit.barriers("main") == [], path
        assert visit.sideways() <= 0, path


def test_what_was_typed_is_back_and_a_clash_shows_both_texts(keeper: Callable[..., Visit]) -> None:
    visit = keeper()
    work = put(jar())
    path = f"/studio/works/~texts/{work.pk}/"
    page = visit.open(path)
    page.locator("[name='titles--it']").fill("Un vaso")
    Statement.objects.create(
        work=work, path="titles[it]", value={"value": "Un'anfora", "language": "it"},
        agent_kind="person", agent="bea", status="asserted",
    )  # fmt: skip
    visit.open(path)
    assert page.locator("[name='titles--it']").input_value() == "Un vaso"
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state("networkidle")
    clash = page.locator(".vitrine-clash")
    assert "Un'anfora" in clash.inner_text()
    assert page.locator("[name='titles--it']").input_value() == "Un vaso"
    assert visit.barriers("main") == []
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(f"**{path}")
    assert Statement.objects.get(status="asserted").value["value"] == "Un vaso"
