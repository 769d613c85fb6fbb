import pytest
from django.test import Client

from vitrine.server.site.views import home


def test_a_fault_of_ours_is_a_page_in_the_same_look(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(home, "counts", broken)
    client.raise_request_exception = False
    response = client.get("/")
    text = response.content.decode()
    assert response.status_code == 500
    assert "Something broke on our side" in text
    assert "secret detail" not in text
    assert 'class="masthead"' in text


def test_a_form_without_its_token_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post("/studio/welcome/", {})
    assert response.status_code == 403
    assert "Please send it again" in response.content.decode()


def test_the_sign_in_is_not_told_from_outside_who_has_an_account(client: Client) -> None:
    assert client.get("/studio/jobs/").status_code == 302


def test_more_than_a_form_holds_is_said(client: Client) -> None:
    response = client.post("/studio/login/", {"username": "a" * 6_000_000, "password": "x"})
    assert response.status_code == 413
    assert "too much at once" in response.content.decode()


def test_more_fields_than_a_form_holds_are_said(client: Client) -> None:
    response = client.post("/studio/login/", {f"field{number}": "x" for number in range(2000)})
    assert response.status_code == 413
