"""No form of the site leads to another one: not by its fields, its address, or the page it was sent from."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page

from tests.server.site.pages import hang

pytestmark = pytest.mark.django_db

ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "https:evil.example"]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_the_choice_of_a_language_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    assert client.post("/language", {"language": "it", "next": elsewhere}).headers["Location"] == "/"
    answer = client.post("/language", {"language": "it"}, headers={"Referer": elsewhere})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_and_out_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    User.objects.create_superuser("ada", "ada@museum.example", "lantern-in-the-rain")
    account = {"username": "ada", "password": "lantern-in-the-rain"}
    for path, next_ in (("/studio/login/", elsewhere), (f"/studio/login/?next={elsewhere}", None)):
        answer = client.post(path, {**account, **({"next": next_} if next_ else {})})
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/studio/"
        # Whoever is signed in and opens the page to sign in is sent on as well.
        assert client.get(f"/studio/login/?next={elsewhere}").headers.get("Location", "/studio/") == "/studio/"
        answer = client.post(f"/studio/logout/?next={elsewhere}", {"next": elsewhere})
        assert answer.headers["Location"] == "/studio/login/"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_the_addresses_of_pages_lead_nowhere_else(keeper: Client, elsewhere: str) -> None:
    hang()
    story = Page.objects.get(slug="vier-zitronen")
    for path in (f"/studio/pages/{story.pk}/unpublish/", f"/studio/pages/{story.pk}/delete/"):
        answer = keeper.post(f"{path}?next={elsewhere}")
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/studio/pages/")
