from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from vitrine.server.people.invitations import first_link

FORM = {
    "username": "ada",
    "email": "ada@museum.example",
    "password1": "lantern-in-the-rain",
    "password2": "lantern-in-the-rain",
}


@pytest.fixture
def link() -> str:
    return urlsplit(first_link("http://testserver")).path


def test_the_link_leads_to_a_form_and_the_form_into_the_studio(client: Client, link: str) -> None:
    page = client.get(link, follow=True)
    assert page.redirect_chain == [("/studio/welcome/", 302)]
    assert "at least 12 characters" in page.content.decode()
    done = client.post("/studio/welcome/", FORM)
    assert done.headers["Location"] == "/studio/"
    assert client.get("/studio/").status_code == 200
    assert get_user_model().objects.get().is_superuser


def test_looking_at_the_link_does_not_use_it_up(client: Client, link: str) -> None:
    assert Client().get(link).status_code == 302
    assert client.get(link).status_code == 302


def test_the_token_is_told_to_nobody(client: Client, link: str) -> None:
    token = link.rstrip("/").rpartition("/")[2]
    response = client.get(link)
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert token not in response.headers["Location"]
    assert token not in client.get("/studio/welcome/").content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_a_used_link_says_what_to_do(client: Client, link: str) -> None:
    client.get(link)
    client.post("/studio/welcome/", FORM)
    for path in (link, "/studio/welcome/"):
        response = Client().get(path)
        assert response.status_code == 410
        assert "This link no longer works" in response.content.decode()
    assert Client().post("/studio/welcome/", FORM).status_code == 410
    assert get_user_model().objects.count() == 1


def test_without_the_link_there_is_no_form(client: Client) -> None:
    assert client.get("/studio/welcome/").status_code == 410
    assert client.post("/studio/welcome/", FORM).status_code == 410
    assert not get_user_model().objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password1": "short", "password2": "short"}, "too short"),
        ({"password2": "something-else-entirely"}, "match"),
        ({"email": ""}, "required"),
        ({"email": "nobody"}, "valid email"),
        ({"username": "a b"}, "valid username"),
    ],
)
def test_a_wrong_field_is_said_and_nothing_is_made(
    client: Client, link: str, change: dict[str, str], said: str
) -> None:
    client.get(link)
    response = client.post("/studio/welcome/", {**FORM, **change})
    text = response.content.decode()
    assert response.status_code == 400
    assert said in text
    assert 'aria-invalid="true"' in text
    assert "lantern-in-the-rain" not in text
    assert not get_user_model().objects.exists()
    assert client.post("/studio/welcome/", FORM).status_code == 302


def test_the_sign_in_promises_no_mail_that_is_never_sent(client: Client) -> None:
    assert "password_reset" not in client.get("/studio/login/").content.decode()
    assert client.post("/studio/password_reset/", {"email": "ada@museum.example"}).status_code == 404
