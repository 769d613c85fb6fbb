"""Kiosks as visitors meet them: when they open, what stands around a game there, and that nothing leads away."""

import re
from datetime import date

import pytest
from django.test import Client

from vitrine.server.museum.models import Museum
from vitrine.server.play.assessing import Answer, answer
from vitrine.server.play.kiosks import closed
from vitrine.server.play.models import Kiosk
from vitrine.server.play.places import place
from vitrine.server.uses.models import Switch

pytestmark = pytest.mark.django_db

CLOSED = "This kiosk is closed"


def links(page: str) -> set[str]:
    return set(re.findall(r'<a [^>]*href="([^"]*)"', page))


def test_no_kiosk_opens_before_the_museum_has_answered_for_its_camera(client: Client, kiosk: Kiosk) -> None:
    page = client.get(kiosk.address)
    assert page.status_code == 404
    assert CLOSED in page.content.decode()
    answer("poses", Answer("not-needed", date(2026, 11, 1), "Another game."), "Ada")
    assert client.get(kiosk.address).status_code == 404
    answer("faces", Answer("not-needed", date(2026, 11, 1), "Nothing leaves the device."), "Ada")
    assert client.get(kiosk.address).status_code == 200
    answer("faces", Answer("open"), "Ada")
    assert client.get(kiosk.address).status_code == 404


@pytest.mark.parametrize("bad", [Answer("done"), Answer("not-needed", date(2026, 11, 1), "  ")])
def test_an_answer_without_day_or_reason_is_none(bad: Answer) -> None:
    with pytest.raises(ValueError, match="assessment"):
        answer("faces", bad, "Ada")


@pytest.mark.usefixtures("answered")
def test_a_kiosk_closes_with_its_game_and_when_it_is_retired(client: Client, kiosk: Kiosk) -> None:
    Kiosk.objects.update(retired=True)
    assert client.get(kiosk.address).status_code == 404
    Kiosk.objects.update(retired=False)
    Switch.objects.create(use="face-fit", on=False, by="Ada")
    page = client.get(kiosk.address)
    assert page.status_code == 404
    assert links(page.content.decode()) <= {"#main", kiosk.address}


@pytest.mark.usefixtures("answered")
def test_the_start_offers_each_language_and_leads_to_the_game_with_its_marks(client: Client, kiosk: Kiosk) -> None:
    page = client.get(kiosk.address).content.decode()
    assert set(re.findall(r'name="language" value="(\w+)"', page)) == {"en", "it", "de", "fr", "es"}
    assert 'value="/play/faces/?kiosk=space3"' in page
    Kiosk.objects.update(languages=["de", "it"], child=True)
    page = client.get(kiosk.address).content.decode()
    assert set(re.findall(r'name="language" value="(\w+)"', page)) == {"de", "it"}
    assert 'value="/play/faces/?kiosk=space3&amp;child=1"' in page


@pytest.mark.usefixtures("answered")
def test_the_next_visitor_is_met_in_the_kiosks_first_language(client: Client, kiosk: Kiosk) -> None:
    Kiosk.objects.update(languages=["de", "it"])
    client.post("/language", {"language": "it", "next": kiosk.address})
    assert '<html lang="it"' in client.get("/play/faces/?kiosk=space3").content.decode()
    assert '<html lang="it"' in client.get(kiosk.address).content.decode()


@pytest.mark.usefixtures("answered")
def test_pages_on_a_kiosk_have_neither_menu_nor_footer(client: Client, kiosk: Kiosk) -> None:
    plain = client.get("/play/faces/").content.decode()
    framed = client.get("/play/faces/?kiosk=space3").content.decode()
    assert {"/privacy", "/"} <= links(plain)
    assert not {"/privacy", "/", "/studio/", "/accessibility"} & links(framed)
    assert 'data-idle="60"' in framed
    assert "data-kiosk" not in plain


@pytest.mark.usefixtures("answered", "kiosk")
@pytest.mark.parametrize("code", ["nobody", "%00", "space3%00", "<script>", "x" * 400, "SPACE3"])
def test_a_kiosk_that_is_none_changes_nothing(client: Client, code: str) -> None:
    page = client.get(f"/play/faces/?kiosk={code}")
    assert page.status_code == 200
    assert "data-kiosk" not in page.content.decode()
    assert client.get(f"/play/kiosk/{code}/").status_code == 404


@pytest.mark.usefixtures("answered", "kiosk")
def test_the_rest_of_the_site_knows_no_kiosks(client: Client) -> None:
    assert "data-kiosk" not in client.get("/works?kiosk=space3").content.decode()


@pytest.mark.usefixtures("answered")
def test_a_language_that_the_museum_no_longer_offers_is_not_offered(client: Client, kiosk: Kiosk) -> None:
    Kiosk.objects.update(languages=["de"])
    Museum.objects.create(pk=1, languages=["fr", "en"])
    page = client.get(kiosk.address).content.decode()
    assert set(re.findall(r'name="language" value="(\w+)"', page)) == {"fr", "en"}


def test_a_challenge_that_was_deleted_closes_its_kiosk(client: Client, kiosk: Kiosk) -> None:
    Kiosk.objects.update(place="poses/seated")
    answer("poses", Answer("not-needed", date(2026, 11, 1), "Nothing leaves the device."), "Ada")
    assert place("poses/seated") is not None
    Kiosk.objects.update(place="poses/gone")
    kiosk.refresh_from_db()
    assert closed(kiosk, place(kiosk.place)).startswith("What it led to is no longer there")
    assert client.get(kiosk.address).status_code == 404
