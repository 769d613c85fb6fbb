"""The museum's statements and its settings, as visitors and keepers have them."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit, Visitor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_statements_and_settings_have_no_barriers(
    visitor: Visitor, keeper: Callable[..., Visit], width: int, scheme: str
) -> None:
    visit = visitor(width, scheme)
    for path in ("/privacy", "/accessibility"):
        visit.open(path)
        assert visit.barriers() == [], path
        assert visit.sideways() <= 0, path
    inside = keeper(width, scheme)
    for path in ("/studio/museum/", "/studio/museum/first-page/"):
        inside.open(path)
        assert inside.barriers("#main") == [], path
        assert inside.sideways() <= 0, path
    assert visit.complaints == inside.complaints == []
    assert visit.elsewhere() == inside.elsewhere() == []
