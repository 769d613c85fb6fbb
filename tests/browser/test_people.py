"""The ways in and the pages of people, in a browser: a colleague is invited, sets up a second factor and comes in with it."""

import base64
import re
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django_otp.oath import totp

from tests.browser.conftest import PASSWORD, Visit, Visitor
from vitrine.server.people import second_factor
from vitrine.server.people.models import Attempt

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

SIZES = [(320, "dark"), (1440, "light")]


def clean(visit: Visit, within: str = "#main") -> None:
    visit.page.wait_for_load_state("networkidle")
    assert visit.barriers(within) == [], visit.page.url
    assert visit.sideways() <= 0, visit.page.url


def invited(head: Visit) -> str:
    """Invite a colleague in the studio and return the link's path."""
    page = head.open("/studio/people/invite/")
    clean(head)
    page.get_by_label("Who is invited").fill("Bea Bell")
    page.get_by_label("Role").select_option("publisher")
    page.get_by_role("button", name="Make the link").click()
    clean(head)
    path = re.search(r"/studio/welcome/[\w-]+/", page.inner_text("main"))
    assert path
    return path[0]


def join(guest: Visit, path: str) -> None:
    """Make the account that a link is for."""
    page = guest.open(path)
    clean(guest, "html")
    page.get_by_label("Name").fill("bea")
    page.get_by_label("E-mail address").fill("bea@museum.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.wait_for_url("**/studio/")


def set_up(guest: Visit) -> list[str]:
    """Set the second factor up as an app does and return the recovery codes."""
    page = guest.open("/studio/second-factor/")
    clean(guest)
    page.get_by_role("link", name="Set it up").click()
    clean(guest)
    key = base64.b32decode(page.inner_text(".vitrine-key").replace(" ", ""))
    page.get_by_label("The code that the app shows now").fill(f"{totp(key):06d}")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Switch it on").click()
    clean(guest)
    return page.locator(".vitrine-codes li").all_inner_texts()


def sign_in(guest: Visit, code: str) -> None:
    """Sign in with password and code, after a wrong code."""
    page = guest.open("/studio/login/?next=/studio/works/")
    clean(guest, "html")
    page.get_by_label("Username").fill("bea")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/studio/login/code/**")
    for typed in ("123123", code):
        clean(guest, "html")
        page.get_by_label("Code").fill(typed)
        page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/studio/works/")


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_a_colleague_comes_in_and_is_helped(
    visitor: Visitor, keeper: Callable[..., Visit], width: int, scheme: str
) -> None:
    head, guest = keeper(width, scheme), visitor(width, scheme)
    join(guest, invited(head))
    codes = set_up(guest)
    assert len(codes) == second_factor.CODES
    for path in ("/studio/second-factor/", "/studio/sessions/"):
        guest.open(path)
        clean(guest)
    guest.context.clear_cookies()
    sign_in(guest, codes[3])

    bea = get_user_model().objects.get(username="bea")
    for path in ("/studio/people/", f"/studio/people/{bea.pk}/"):
        head.open(path)
        clean(head)
    head.page.get_by_role("button", name="Take the second factor away").click()
    head.page.get_by_text("Done. It stands in the log.").wait_for()
    assert not second_factor.is_on(bea)
    assert [one for one in guest.complaints if "400" not in one] == head.complaints == []
    assert guest.elsewhere() == head.elsewhere() == []


def test_too_many_tries_are_said_without_barriers(visitor: Visitor) -> None:
    guest = visitor(320, "dark")
    page = guest.open("/studio/login/")
    for _ in range(6):
        page.get_by_label("Username").fill("nobody")
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state("networkidle")
    assert page.get_by_text("There were too many tries.").is_visible()
    clean(guest, "html")
    Attempt.objects.all().delete()
