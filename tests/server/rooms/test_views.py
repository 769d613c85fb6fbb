"""The pages of playing together, where sockets reach this process and where they do not."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests.server.poses.conftest import posed
from vitrine.cards import uses
from vitrine.server.rooms import guessing, room, rooms
from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.rooms import ROOMS
from vitrine.server.uses.models import Switch

pytestmark = pytest.mark.django_db


@pytest.fixture
def switched_on(db: None) -> None:
    """The game, confirmed by somebody."""
    card = uses()["strike-a-pose"].card
    assert card is not None
    Switch.objects.create(use="strike-a-pose", on=True, digest=card.digest, card_version=card.version, by="Ada")


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("vitrine.server.poses.experience._MODELS", ())
    monkeypatch.setattr(guessing, "GUESSES", Allowance(60, 0.5))
    monkeypatch.setattr(rooms, "_OPENED", Allowance(300, 1))
    monkeypatch.setattr(ROOMS, "served", True)
    yield
    ROOMS._rooms.clear()


def _open(client: Client, **fields: str) -> str:
    answer = client.post("/play/together/", {"challenge": "all", "rounds": "2", **fields})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_a_room_is_opened_and_shown(client: Client, switched_on: None) -> None:
    for key in ("one", "two", "three"):
        posed(key)
    where = _open(client)
    code = where.split("/")[-2]
    opened = ROOMS.find(code)
    assert opened is not None
    assert len(opened.works) == 2
    page = client.get(where)
    assert page.headers["Cache-Control"].count("no-store") == 1
    text = page.content.decode()
    assert code in text
    assert "<svg" in text
    assert not client.cookies
    # Typed small and with a space, the letters lead to the same room.
    found = client.get("/play/together/", {"code": f"{code[:3].lower()} {code[3:]}"})
    assert found.headers["Location"] == where


@pytest.mark.parametrize("rounds", ["0", "-1", "99", "", "a", "\0", "9" * 5000])
def test_nonsense_rounds_are_the_usual_number(client: Client, switched_on: None, rounds: str) -> None:
    for key in ("one", "two", "three", "four"):
        posed(key)
    opened = ROOMS.find(_open(client, rounds=rounds).split("/")[-2])
    assert opened is not None
    assert len(opened.works) == 3


@pytest.mark.parametrize("challenge", ["none", "", "\0", "<b>", "a" * 5000])
def test_a_challenge_that_is_none_opens_no_room(client: Client, switched_on: None, challenge: str) -> None:
    posed("one")
    answer = client.post("/play/together/", {"challenge": challenge, "rounds": "1"})
    assert answer.status_code == 400
    assert ROOMS.all() == []


def test_without_works_there_is_nothing_to_open(client: Client, switched_on: None) -> None:
    assert "No work is ready" in client.get("/play/together/").content.decode()
    assert client.post("/play/together/", {"challenge": "all"}).status_code == 400


def test_guessing_is_slow(client: Client, switched_on: None) -> None:
    statuses = [client.get("/play/together/BCDFGH/").status_code for _ in range(100)]
    assert statuses[:60] == [404] * 60
    assert statuses[-1] == 429


def test_a_room_that_is_over_is_said_to_be_closed(
    client: Client, switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    posed("one")
    where = _open(client)
    monkeypatch.setattr(room, "UNVISITED", -1)
    answer = client.get(where)
    assert answer.status_code == 404
    assert "There is no room with these letters" in answer.content.decode()


def test_too_many_rooms_are_refused_in_words(
    client: Client, switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    posed("one")
    monkeypatch.setattr(rooms, "MOST_ROOMS", 0)
    answer = client.post("/play/together/", {"challenge": "all", "rounds": "1"})
    assert answer.status_code == 503
    assert "too many rooms" in answer.content.decode()


def test_a_server_without_sockets_says_so(client: Client, switched_on: None, monkeypatch: pytest.MonkeyPatch) -> None:
    posed("one")
    monkeypatch.setattr(ROOMS, "served", False)
    for answer in (client.get("/play/together/"), client.post("/play/together/"), client.get("/play/together/BCDFGH/")):
        text = answer.content.decode()
        assert "not available on this site" in text
        assert re.search(r"<form[^>]*together", text) is None


def test_switched_off_it_is_not_there(client: Client) -> None:
    for path in ("/play/together/", "/play/together/BCDFGH/"):
        assert client.get(path).status_code == 404
