"""Challenges in the studio: made, put in order, tried as a draft, published, deleted; two people at once."""

from typing import Any

import pytest
from django.test import Client

from tests.server.poses.conftest import posed
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.playing import MOST

pytestmark = pytest.mark.usefixtures("switched_on")

FORM = {"title_en": "Dancers", "part": "full", "mirrored": "on", "hold": "3", "difficulty": "easy", "edition": "0"}


def made(curator: Client, **changes: Any) -> Challenge:
    answer = curator.post("/studio/poses/new/", {**FORM, **changes})
    assert answer.status_code == 302, answer.content.decode()
    return Challenge.objects.latest("pk")


def ordered(curator: Client, one: Challenge, **asked: str) -> Any:
    one.refresh_from_db()
    return curator.post(f"/studio/poses/{one.pk}/figures/", {"edition": one.edition, **asked})


def test_a_curator_makes_a_challenge_tries_the_draft_and_publishes_it(curator: Client, client: Client) -> None:
    posed("1")
    one = made(curator, title_it="Ballerini")
    assert (one.slug, one.published, one.by) == ("dancers", False, "ada")
    assert ordered(curator, one, add="museum:1#1").status_code == 302
    assert "A draft" in curator.get("/play/poses/dancers/").content.decode()
    assert Client().get("/play/poses/dancers/").status_code == 404
    one.refresh_from_db()
    saved = curator.post(
        f"/studio/poses/{one.pk}/", {**FORM, "slug": "dancers", "edition": one.edition, "published": "on"}
    )
    assert saved.status_code == 302
    assert Client().get("/play/poses/dancers/").status_code == 200


def test_works_are_put_in_order_one_place_at_a_time(curator: Client) -> None:
    for key in ("1", "2", "3"):
        posed(key)
    one = made(curator)
    for key in ("1", "2", "3"):
        ordered(curator, one, add=f"museum:{key}#1")
    ordered(curator, one, earlier="museum:3#1")
    ordered(curator, one, later="museum:1#1")
    ordered(curator, one, earlier="museum:3#1")
    one.refresh_from_db()
    assert one.figures == ["museum:3#1", "museum:1#1", "museum:2#1"]
    ordered(curator, one, out="museum:1#1")
    one.refresh_from_db()
    assert one.figures == ["museum:3#1", "museum:2#1"]


def test_the_second_tap_adds_nothing(curator: Client) -> None:
    posed("1")
    one = made(curator)
    ordered(curator, one, add="museum:1#1")
    ordered(curator, one, add="museum:1#1")
    one.refresh_from_db()
    assert one.figures == ["museum:1#1"]


@pytest.mark.parametrize("figure", ["museum:none#1", "museum:1#7", "nonsense", "museum:1#", "\0", "#" * 900])
def test_what_is_no_approved_figure_is_not_added(curator: Client, figure: str) -> None:
    posed("1")
    one = made(curator)
    answer = ordered(curator, one, add=figure)
    assert answer.status_code == 400
    one.refresh_from_db()
    assert one.figures == []


def test_a_full_challenge_says_so(curator: Client) -> None:
    posed("1")
    one = made(curator)
    Challenge.objects.filter(pk=one.pk).update(figures=[f"museum:gone{n}#1" for n in range(MOST)])
    answer = ordered(curator, one, add="museum:1#1")
    assert answer.status_code == 400
    assert "Take one out first" in answer.content.decode()


def test_nobody_writes_over_what_somebody_else_has_changed(curator: Client) -> None:
    one = made(curator)
    Challenge.objects.filter(pk=one.pk).update(edition=5, titles={"en": "Theirs"})
    answer = curator.post(f"/studio/poses/{one.pk}/", {**FORM, "title_en": "Mine", "edition": "0"})
    assert answer.status_code == 400
    assert "somebody else has changed" in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()
    one.refresh_from_db()
    assert one.title == "Theirs"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title_en": ""}, "at least one language"),
        ({"hold": "0"}, "greater than or equal to 1"),
        ({"hold": "99"}, "less than or equal to 10"),
        ({"slug": "all"}, "Another challenge has this address"),
        ({"slug": "a b"}, "valid"),
        ({"part": "tail"}, "valid choice"),
        ({"title_en": "x" * 200}, "at most 120"),
        ({"title_en": "\0"}, "Null characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(curator: Client, wrong: dict[str, str], said: str) -> None:
    answer = curator.post("/studio/poses/new/", {**FORM, **wrong})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Challenge.objects.exists()


def test_addresses_are_made_from_titles_and_never_taken_twice(curator: Client) -> None:
    assert [made(curator).slug, made(curator).slug] == ["dancers", "dancers-2"]
    assert made(curator, title_en="All").slug == "all-2"
    assert made(curator, title_en="جرة").slug == "challenge"


def test_deleting_a_challenge_leaves_works_and_figures(curator: Client) -> None:
    work = posed("1")
    one = made(curator)
    assert "Keep it" in curator.get(f"/studio/poses/{one.pk}/delete/").content.decode()
    curator.post(f"/studio/poses/{one.pk}/delete/")
    assert not Challenge.objects.exists()
    assert work.figures.count() == 1


def test_a_figure_that_is_left_out_is_named_and_can_be_taken_out(curator: Client) -> None:
    one = made(curator)
    Challenge.objects.filter(pk=one.pk).update(figures=["museum:gone#1"])
    page = curator.get(f"/studio/poses/{one.pk}/").content.decode()
    assert "museum:gone#1" in page
    assert "Left out now" in page
    ordered(curator, one, out="museum:gone#1")
    one.refresh_from_db()
    assert one.figures == []
