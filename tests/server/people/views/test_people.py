"""Looking after the accounts: inviting, roles, locking out; and that nobody makes himself more."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.server.people.conftest import PASSWORD
from vitrine.server.people import second_factor
from vitrine.server.people.accounts import role_of
from vitrine.server.people.models import Deed

NEW = {"username": "bea", "email": "bea@museum.example", "password1": PASSWORD, "password2": PASSWORD}


def link_in(answer: Any) -> str:
    found = re.search(r"http\S+/studio/welcome/[\w-]+/", answer.content.decode())
    assert found
    return urlsplit(found[0]).path


def deeds() -> list[tuple[str, str, str]]:
    return [(deed.by, deed.what, deed.whom) for deed in Deed.objects.order_by("pk")]


def test_a_colleague_comes_in_with_a_link_and_a_role(browser: Client) -> None:
    answer = browser.post("/studio/people/invite/", {"whom": "Bea Bell", "role": "curator"})
    path = link_in(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    guest = Client()
    guest.get(path)
    assert guest.post("/studio/welcome/", NEW).headers["Location"] == "/studio/"
    bea = get_user_model().objects.get(username="bea")
    assert (role_of(bea).group, bea.is_superuser, bea.is_staff) == ("curator", False, False)
    assert guest.get("/studio/works/").status_code == 200
    assert guest.get("/studio/people/").status_code != 200
    assert Client().get(path).status_code == 410
    assert deeds() == [("ada", "invited", "Bea Bell"), ("", "joined", "bea")]


def test_several_may_be_invited_at_once(browser: Client) -> None:
    paths = [link_in(browser.post("/studio/people/invite/", {"whom": "x", "role": "viewer"})) for _ in range(2)]
    assert [Client().get(path).status_code for path in paths] == [302, 302]


@pytest.mark.parametrize(
    "said", [{"whom": "", "role": "curator"}, {"whom": "x", "role": "emperor"}, {"whom": "x" * 201, "role": "viewer"}]
)
def test_a_wrong_invitation_makes_no_link(browser: Client, said: dict[str, str]) -> None:
    answer = browser.post("/studio/people/invite/", said)
    assert answer.status_code == 400
    assert "/studio/welcome/" not in answer.content.decode()
    assert deeds() == []


def test_a_role_is_changed_and_it_stands_in_the_log(browser: Client, make: Any) -> None:
    eve, _client = make("eve", "publisher")
    browser.post(f"/studio/people/{eve.pk}/role/", {"role": "viewer"})
    assert [group.name for group in get_user_model().objects.get(pk=eve.pk).groups.all()] == ["viewer"]
    assert deeds() == [("ada", "role", "eve")]
    assert "was given another role (Viewer)" in browser.get("/studio/people/").content.decode()


def test_whoever_is_locked_out_is_out_at_once_and_comes_in_again_when_let(browser: Client, make: Any) -> None:
    eve, client = make("eve", "curator")
    browser.post(f"/studio/people/{eve.pk}/close/")
    assert client.get("/studio/").status_code == 302
    assert Client().post("/studio/login/", {"username": "eve", "password": PASSWORD}).status_code == 200
    browser.post(f"/studio/people/{eve.pk}/reopen/")
    assert Client().post("/studio/login/", {"username": "eve", "password": PASSWORD}).status_code == 302


def test_somebody_is_signed_out_everywhere(browser: Client, make: Any) -> None:
    eve, client = make("eve", "curator")
    browser.post(f"/studio/people/{eve.pk}/sign-out/")
    assert client.get("/studio/").status_code == 302


def test_a_lost_phone_is_helped_with(browser: Client, make: Any) -> None:
    eve, _client = make("eve", "curator")
    second_factor.new_codes(eve)
    second_factor.TOTPDevice.objects.create(user=eve, name="app")
    browser.post(f"/studio/people/{eve.pk}/take-factor/")
    assert not second_factor.is_on(eve)
    assert second_factor.left(eve) == 0


def test_a_forgotten_password_is_set_anew_by_its_owner(browser: Client, make: Any) -> None:
    eve, client = make("eve", "curator")
    path = link_in(browser.post(f"/studio/people/{eve.pk}/new-password/"))
    guest = Client()
    guest.get(path)
    new = "another-lantern-in-the-rain"
    assert guest.post("/studio/welcome/", {"new_password1": new, "new_password2": "x"}).status_code == 400
    answer = guest.post("/studio/welcome/", {"new_password1": new, "new_password2": new})
    assert answer.headers["Location"] == "/studio/login/"
    assert "_auth_user_id" not in guest.session
    assert client.get("/studio/").status_code == 302
    assert guest.post("/studio/login/", {"username": "eve", "password": new}).status_code == 302
    assert Client().get(path).status_code == 410
    assert deeds() == [("ada", "link", "eve"), ("", "password", "eve")]


def test_a_link_for_a_password_ends_when_its_account_is_locked_out(browser: Client, make: Any) -> None:
    eve, _client = make("eve", "curator")
    path = link_in(browser.post(f"/studio/people/{eve.pk}/new-password/"))
    browser.post(f"/studio/people/{eve.pk}/close/")
    assert Client().get(path).status_code == 410
    assert browser.post(f"/studio/people/{eve.pk}/new-password/").status_code == 302


ACTIONS = ("role", "close", "reopen", "sign-out", "take-factor", "new-password")


@pytest.mark.parametrize("action", ACTIONS)
def test_an_administrator_does_nothing_to_the_first_account(browser: Client, ada: Any, make: Any, action: str) -> None:
    _user, client = make("eve", "administrator")
    client.post(f"/studio/people/{ada.pk}/{action}/", {"role": "viewer"})
    assert deeds() == []
    assert browser.get("/studio/").status_code == 200
    assert get_user_model().objects.get(pk=ada.pk).is_superuser


@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_acts_on_oneself(ada: Any, browser: Client, make: Any, action: str) -> None:
    eve, client = make("eve", "administrator")
    for who, one in ((ada, browser), (eve, client)):
        one.post(f"/studio/people/{who.pk}/{action}/", {"role": "viewer"})
        assert one.get("/studio/people/").status_code == 200
    assert deeds() == []


def test_an_unknown_deed_or_person_is_not_found(browser: Client, make: Any) -> None:
    eve, _client = make("eve", "curator")
    assert browser.post(f"/studio/people/{eve.pk}/make-emperor/").status_code == 404
    assert browser.post("/studio/people/999999/close/").status_code == 404


def test_what_somebody_wrote_as_a_name_is_text(browser: Client) -> None:
    whom = '<script>alert("1")</script>\u202eevil 🙂'
    browser.post("/studio/people/invite/", {"whom": whom, "role": "viewer"})
    page = browser.get("/studio/people/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
