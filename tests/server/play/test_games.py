"""The list of games and the service worker."""

import pytest
from django.test import Client

from tests.works import jar, put
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch

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
    assert answer["Service-Worker-Allowed"] == "/"
    script = answer.content.decode()
    # One file: a browser would look for imports beside it, where there is nothing.
    assert "import" not in script
    assert "vitrine-play" in script


@pytest.mark.usefixtures("playable")
def test_a_work_leads_to_the_game_it_is_in_and_no_longer_when_it_is_out(client: Client) -> None:
    def told() -> tuple[bool, bool]:
        work = client.get("/works/museum/lady").content.decode()
        listed = client.get("/play/").content.decode()
        return 'href="/play/faces/museum/lady/"' in work, 'href="/play/faces/"' in listed

    assert told() == (True, True)
    turn(Portrait.objects.get(), Portrait.State.CLOSED, "Ada")
    assert told() == (False, False)
    turn(Portrait.objects.get(), Portrait.State.OPEN, "Ada")
    Switch.objects.create(use="face-fit", on=False, by="Ada")
    assert told() == (False, False)


def test_a_work_that_is_in_no_game_leads_to_none(client: Client) -> None:
    put(jar("1"))
    assert "playable" not in client.get("/works/museum/1").content.decode()
