"""The list of games and the service worker."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_where_nothing_is_switched_on_the_page_says_so_and_the_menu_does_not_lead_there(client: Client) -> None:
    page = client.get("/play/")
    assert page.status_code == 200
    assert "There is nothing to play at the moment" in page.content.decode()
    assert 'href="/play/"' not in client.get("/").content.decode()


def test_the_service_worker_reaches_the_games_and_is_always_asked_for_anew(client: Client) -> None:
    answer = client.get("/play/worker.js")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    script = answer.content.decode()
    # One file: a browser would look for imports beside it, where there is nothing.
    assert "import" not in script
    assert "vitrine-play" in script
