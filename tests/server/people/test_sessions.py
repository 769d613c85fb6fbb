"""Sessions end by themselves, and their owners see and end them."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.server.people.conftest import PASSWORD
from vitrine.server.people import sessions
from vitrine.server.people.models import Session
from vitrine.server.people.sessions import IDLE, LONGEST

LOGIN = "/studio/login/"


def sign_in(**more: str) -> Client:
    client = Client()
    assert client.post(LOGIN, {"username": "ada", "password": PASSWORD, **more}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/studio/").status_code == 200


def age(client: Client, **by: timedelta) -> None:
    session = client.session
    for name, delta in by.items():
        session[name] -= delta.total_seconds()
    session.save()


def test_a_session_is_found_by_its_account(ada: Any, browser: Client) -> None:
    (row,) = sessions.of(ada)
    assert row.browser == "Firefox, Linux"
    assert timezone.now() - row.began < timedelta(minutes=1)
    assert row.session_key == browser.session.session_key
    assert row.handle not in row.session_key


def test_without_remembering_a_session_rests_half_a_day_at_most(ada: Any) -> None:
    client = sign_in()
    age(client, seen=IDLE - timedelta(minutes=1))
    assert is_in(client)
    age(client, seen=IDLE + timedelta(minutes=1))
    assert not is_in(client)


def test_remembered_it_rests_two_weeks(ada: Any) -> None:
    client = sign_in(remember="on")
    age(client, seen=timedelta(seconds=settings.SESSION_COOKIE_AGE) - timedelta(minutes=1))
    assert is_in(client)
    age(client, seen=timedelta(seconds=settings.SESSION_COOKIE_AGE) + timedelta(minutes=1))
    assert not is_in(client)


def test_remembering_is_what_the_cookie_says(ada: Any) -> None:
    for more, lasts in (({}, False), ({"remember": "on"}, True)):
        client = Client()
        answer = client.post(LOGIN, {"username": "ada", "password": PASSWORD, **more})
        assert bool(answer.cookies["sessionid"]["max-age"]) is lasts


def test_after_a_month_one_signs_in_again_however_busy_it_was(ada: Any) -> None:
    client = sign_in(remember="on")
    age(client, began=LONGEST - timedelta(minutes=1))
    assert is_in(client)
    age(client, began=timedelta(minutes=2))
    assert not is_in(client)


def test_use_is_noted(ada: Any, browser: Client) -> None:
    age(browser, seen=timedelta(hours=1))
    assert is_in(browser)
    assert timezone.now() - sessions.of(ada)[0].seen < timedelta(minutes=1)


def test_one_sees_ones_browsers_and_ends_another(ada: Any, browser: Client) -> None:
    lost = sign_in()
    page = browser.get("/studio/sessions/").content.decode()
    assert "Firefox, Linux" in page
    assert browser.session.session_key not in page
    handle = lost.session["handle"]
    assert browser.post("/studio/sessions/end/", {"session": handle}).status_code == 302
    assert not is_in(lost)
    assert is_in(browser)


def test_all_others_are_ended_at_once_and_this_one_stays(ada: Any, browser: Client) -> None:
    others = [sign_in(), sign_in(remember="on")]
    browser.post("/studio/sessions/end/")
    assert [is_in(one) for one in (*others, browser)] == [False, False, True]


def test_nobody_ends_the_session_of_somebody_else(browser: Client, make: Any) -> None:
    _user, stranger = make("eve", "administrator")
    stranger.post("/studio/sessions/end/", {"session": browser.session["handle"]})
    assert is_in(browser)


def test_a_new_password_ends_the_sessions_before_it(ada: Any, browser: Client) -> None:
    other = sign_in()
    ada.set_password("another-lantern-in-the-rain")
    ada.save()
    assert not is_in(other)
    assert sessions.of(ada) == []


def test_signing_out_leaves_nothing(browser: Client) -> None:
    browser.post("/studio/logout/")
    assert not Session.objects.exclude(account=None).exists()


def test_readers_of_the_public_site_get_no_session(client: Client, db: None) -> None:
    answer = client.get("/")
    assert not answer.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36", "Chrome, Android"),
        ("<script>alert(1)</script>" * 1000, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_browser_is_named_so_that_its_owner_knows_it(agent: str, shown: str) -> None:
    assert sessions.browser(agent) == shown
