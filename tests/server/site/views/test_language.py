import pytest
from django.test import Client


def test_a_chosen_language_stays(client: Client) -> None:
    response = client.post("/language", {"language": "it", "next": "/works"})
    assert response.headers["Location"] == "/works"
    assert '<html lang="it"' in client.get("/").content.decode()


def test_the_browsers_language_is_the_first_guess(client: Client) -> None:
    assert '<html lang="de"' in client.get("/", headers={"Accept-Language": "de-AT,de;q=0.9"}).content.decode()


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_choosing_a_language_leads_nowhere_else(client: Client, address: str) -> None:
    assert client.post("/language", {"language": "it", "next": address}).headers["Location"] == "/"


def test_a_language_that_is_not_there_changes_nothing(client: Client) -> None:
    client.post("/language", {"language": "tlh", "next": "/"})
    assert '<html lang="en"' in client.get("/").content.decode()


def test_looking_at_the_address_changes_nothing(client: Client) -> None:
    assert client.get("/language").status_code == 405
