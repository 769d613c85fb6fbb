"""What the museum learns of how its games are played: sums, and nothing of anybody."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.works import jar, put
from vitrine.server.collection.models import Work
from vitrine.server.play import counts
from vitrine.server.play.models import PlaySettings, Tally
from vitrine.server.play.views import counts as door

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_gathered() -> None:
    counts._gathered.clear()
    door._seen.clear()


def tell(client: Client, **said: Any) -> int:
    body = {"game": "poses", "work": "museum/1", "what": "started"} | said
    return client.post("/play/counts", json.dumps(body), content_type="text/plain").status_code


def one(what: str = "started") -> int | None:
    found = counts.sums()
    return getattr(found[0], what) if found else 0


def test_nothing_is_counted_before_the_museum_wishes_it(client: Client) -> None:
    put(jar("1"))
    for _ in range(12):
        assert tell(client) == 204
    assert counts.sums() == []
    assert counts.done("poses") == []


def test_sums_are_shown_in_whole_tens_and_none_below_ten(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    for _ in range(9):
        tell(client)
    assert one() is None
    tell(client)
    assert one() == 10
    for _ in range(9):
        tell(client)
    assert one() == 10
    assert one("matched") is None
    assert [(done.key, done.number) for done in counts.done("poses")] == [("started", 10), ("matched", 0)]


def test_kept_are_only_game_work_what_and_number(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    tell(client)
    counts.write()
    assert {field.name for field in Tally._meta.get_fields()} == {"id", "game", "work", "what", "number"}
    assert not client.cookies


def test_switched_off_the_sums_are_deleted(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    tell(client)
    counts.write()
    tell(client)
    counts.decide(False)
    counts.write()
    assert not Tally.objects.exists()
    assert PlaySettings.objects.get().counting_since is None


def test_a_deleted_work_takes_its_sums_along(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    tell(client)
    counts.write()
    Work.objects.all().delete()
    assert not Tally.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"game": "emotions"},
        {"what": "cheated"},
        {"work": "no-slash"},
        {"work": "museum/\0"},
        {"work": 5},
        {"visitor": "ada"},
        {"work": "museum/" + "x" * 2000},
    ],
)
def test_what_is_not_well_formed_is_refused(client: Client, said: dict[str, Any]) -> None:
    counts.decide(True)
    assert tell(client, **said) == 400
    assert not counts._gathered


def test_works_that_do_not_exist_and_other_sites_are_not_counted(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    assert tell(client, work="museum/none") == 204
    counts.write()
    assert not Tally.objects.exists()
    elsewhere = client.post("/play/counts", "{}", content_type="text/plain", headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403
    assert client.get("/play/counts").status_code == 405


def test_an_address_that_never_stops_is_not_listened_to(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    answers = [tell(client) for _ in range(310)]
    assert answers.count(204) == 300
    assert answers[-1] == 429


def test_a_thousand_different_works_are_written_at_once(client: Client) -> None:
    put(jar("1"))
    counts.decide(True)
    for number in range(1500):
        counts.note(counts.Event("poses", "museum", str(number), "started"))
    counts.write()
    assert list(Tally.objects.values_list("work__key", "number")) == [("1", 1)]
