"""The games' room in the studio: kiosks made and changed, the museum's answer about the camera."""

from typing import Any

import pytest
from django.test import Client

from vitrine.server.play.assessing import answered as is_answered
from vitrine.server.play.models import Assessment, Kiosk

pytestmark = pytest.mark.django_db

MADE = {"edition": "0", "name": "Hall 3", "place": "faces", "idle": "45", "reach": "standing", "languages": ["de"]}


def send(client: Client, path: str, said: dict[str, Any]) -> Any:
    return client.post(path, said)


def test_somebody_makes_a_kiosk_changes_and_retires_it(keeper: Client) -> None:
    send(keeper, "/studio/play/kiosks/new/", MADE)
    made = Kiosk.objects.get()
    assert (made.name, made.place, made.idle, made.seated, made.child, made.languages, made.by) == (
        *("Hall 3", "faces", 45, False, False, ["de"]),
        "keeper",
    )
    address = f"/studio/play/kiosks/{made.pk}/"
    assert "The game is switched off." in keeper.get(address).content.decode()
    send(keeper, address, MADE | {"name": "Hall 4", "child": "on"})
    made.refresh_from_db()
    assert (made.name, made.child, made.edition) == ("Hall 4", True, 1)
    send(keeper, f"{address}retire/", {"to": "retired"})
    assert "It is retired." in keeper.get("/studio/play/kiosks/").content.decode()
    send(keeper, f"{address}retire/", {"to": "open"})
    assert not Kiosk.objects.get().retired


def test_two_people_at_once_lose_nothing(keeper: Client) -> None:
    send(keeper, "/studio/play/kiosks/new/", MADE)
    address = f"/studio/play/kiosks/{Kiosk.objects.get().pk}/"
    send(keeper, address, MADE | {"name": "First"})
    page = send(keeper, address, MADE | {"name": "Second"})
    assert page.status_code == 400
    assert "Somebody else has changed this kiosk" in page.content.decode()
    assert 'value="Second"' in page.content.decode()
    assert Kiosk.objects.get().name == "First"


@pytest.mark.parametrize(
    "bad",
    [
        {"idle": "5"},
        {"idle": "100000"},
        {"name": ""},
        {"name": "x" * 121},
        {"name": "a\0b"},
        {"place": "rooms"},
        {"languages": ["tlh"]},
        {"reach": "flying"},
    ],
)
def test_what_cannot_be_is_said_and_nothing_made(keeper: Client, bad: dict[str, Any]) -> None:
    page = send(keeper, "/studio/play/kiosks/new/", MADE | bad)
    assert page.status_code == 400
    assert not Kiosk.objects.exists()


def test_markup_in_a_name_is_shown_as_text(keeper: Client) -> None:
    send(keeper, "/studio/play/kiosks/new/", MADE | {"name": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in keeper.get("/studio/play/kiosks/").content.decode()


def test_the_museums_answer_is_written_down_and_can_be_opened_again(keeper: Client) -> None:
    said = {"outcome": "done", "date": "2026-11-01", "reason": "File 7", "answerable": "Data-protection officer"}
    send(keeper, "/studio/play/assessment/faces/", {f"faces-{name}": value for name, value in said.items()})
    assert is_answered("faces")
    assert not is_answered("poses")
    newest = Assessment.objects.get()
    assert (newest.by, newest.reason, str(newest.date)) == ("keeper", "File 7", "2026-11-01")
    send(keeper, "/studio/play/assessment/faces/", {"outcome": "open"})
    assert not is_answered("faces")
    assert Assessment.objects.count() == 2


@pytest.mark.parametrize(
    "bad",
    [
        {"outcome": "not-needed", "reason": " "},
        {"date": ""},
        {"date": "2999-01-01"},
        {"answerable": ""},
        {"outcome": ""},
    ],
)
def test_an_answer_that_says_too_little_is_none(keeper: Client, bad: dict[str, str]) -> None:
    said = {"outcome": "done", "date": "2026-11-01", "reason": "", "answerable": "Ada"} | bad
    page = send(keeper, "/studio/play/assessment/faces/", {f"faces-{name}": value for name, value in said.items()})
    assert page.status_code == 400
    assert not Assessment.objects.exists()


def test_an_answer_is_never_changed(keeper: Client) -> None:
    send(keeper, "/studio/play/assessment/faces/", {"outcome": "open"})
    written = Assessment.objects.get()
    with pytest.raises(TypeError):
        written.save()
    assert send(keeper, "/studio/play/assessment/emotions/", {"outcome": "open"}).status_code == 404


def test_the_overview_says_what_can_be_played(keeper: Client, playable: None) -> None:
    page = keeper.get("/studio/play/").content.decode()
    assert 'href="/play/faces/"' in page
    assert "not answered: no kiosks" in page
