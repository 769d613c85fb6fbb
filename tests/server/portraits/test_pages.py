"""Face-Fit's pages: what visitors get, what the studio says, and that nothing is there before a person let it in."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from tests.server.figures.conftest import old
from tests.server.portraits.conftest import PROFILE, approved, browser_of, prepared
from vitrine.records import Rights, Text
from vitrine.server.collection.models import Work
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch


def data_of(html: str, name: str) -> Any:
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_portraits_are_chosen_and_played(lady: Portrait, client: Client) -> None:
    listed = client.get("/play/faces/").content.decode()
    assert 'href="/play/faces/museum/lady/"' in listed
    page = client.get("/play/faces/museum/lady/").content.decode()
    assert len(data_of(page, "portrait")["points"]) == 468
    words = data_of(page, "words")
    assert words["makers"] == "Ada Brown"
    assert words["statement"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert "AI" in words["modified"]


@pytest.mark.parametrize("language", ["de", "it"])
def test_the_page_is_in_the_visitors_language(language: str, lady: Portrait, client: Client) -> None:
    page = client.get("/play/faces/museum/lady/", headers={"Accept-Language": language}).content.decode()
    assert f'<html lang="{language}"' in page


def test_titles_full_of_markup_stay_words(switched_on: None, client: Client) -> None:
    title = "</script><script>alert(1)</script> \u202e 🦪"
    portrait = prepared(
        approved(
            old(
                "odd",
                titles=(Text(title, "en"),),
                rights_of_object=Rights("http://creativecommons.org/publicdomain/zero/1.0/"),
            )
        )
    )
    turn(portrait, Portrait.State.OPEN, "Ada")
    page = client.get("/play/faces/museum/odd/").content.decode()
    assert "<script>alert" not in page
    assert data_of(page, "words")["title"] == title


@pytest.mark.parametrize(
    "path",
    [
        "/play/faces/museum/none/",
        "/play/faces/museum/%00/",
        "/play/faces/museum/lady/?face=99",
        "/play/faces/museum/lady/?face=" + "9" * 50,
    ],
)
def test_what_is_not_there_is_said(path: str, lady: Portrait, client: Client) -> None:
    answer = client.get(path)
    assert answer.status_code == (404 if "none" in path or "%00" in path or path.endswith("=99") else 200)


def test_a_work_deleted_or_taken_out_meanwhile_leads_on(lady: Portrait, client: Client) -> None:
    turn(lady, Portrait.State.CLOSED, "Bo")
    answer = client.get("/play/faces/museum/lady/")
    assert answer.status_code == 404
    assert "taken out" in answer.content.decode()
    Work.objects.all().delete()
    assert client.get("/play/faces/museum/lady/").status_code == 404
    assert client.get("/play/faces/?page=7").status_code == 200


def test_switched_off_it_is_not_there(lady: Portrait, client: Client) -> None:
    Switch.objects.create(use="face-fit", on=False, by="Ada")
    for path in ("/play/faces/", "/play/faces/museum/lady/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "does not offer this game" in answer.content.decode()


def test_only_those_who_prepare_games_see_what_is_not_in_it_yet(switched_on: None, client: Client) -> None:
    prepared(approved(old("1")))
    address = "/play/faces/museum/1/?preview=1"
    assert client.get(address).status_code == 404
    answer = browser_of("curator").get(address)
    assert answer.status_code == 200
    assert "preview" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_studio_says_why_a_face_cannot_be_matched(switched_on: None) -> None:
    prepared(approved(old("1"), PROFILE))
    page = browser_of("curator").get("/studio/portraits/?kind=unmatchable").content.decode()
    assert "turned too far aside" in page
    assert "Let it into the game" not in page


def test_a_curator_lets_a_portrait_in_and_takes_it_out(switched_on: None, client: Client) -> None:
    portrait = prepared(approved(old("1")))
    curator = browser_of("curator")
    waiting = curator.get("/studio/portraits/").content.decode()
    assert "Let it into the game" in waiting
    assert "Turned 20° to its right, chin 15° down" in waiting
    move = f"/studio/portraits/{portrait.pk}/move/"
    curator.post(move, {"to": "open", "digest": portrait.digest})
    assert client.get("/play/faces/museum/1/").status_code == 200
    assert "Ada B" in curator.get("/studio/portraits/?kind=open").content.decode()
    curator.post(move, {"to": "closed", "digest": portrait.digest})
    assert client.get("/play/faces/museum/1/").status_code == 404


def test_a_page_opened_before_the_points_changed_lets_nothing_in(switched_on: None) -> None:
    portrait = prepared(approved(old("1")))
    answer = browser_of("curator").post(
        f"/studio/portraits/{portrait.pk}/move/", {"to": "open", "digest": "before"}, follow=True
    )
    assert "have changed" in answer.content.decode()
    assert Portrait.objects.get().state == "closed"
