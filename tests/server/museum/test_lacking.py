"""What a public site owes its visitors is asked for in the studio, and the statements say what is so."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from vitrine.server.museum.lacking import lacking
from vitrine.server.museum.models import ONLY, Museum
from vitrine.server.people.roles import keep_roles

HEADING = "What your public site does not say yet"

SAID = {
    **{"name": "Museo", "address": "Via A 1", "email": "info@museum.example"},
    **{f"responsible_{what}": "A person" for what in ("ai", "data", "texts", "technology")},
    "accessibility_checked": date(2026, 11, 1),
    "languages": ["it"],
    "words": {"it": {"imprint": "Museo, Via A 1"}},
}


def _as(role: str) -> Client:
    keep_roles()
    user = User.objects.create_user("ada", password="lantern-in-the-rain")
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def test_administrators_are_led_to_each_field_that_is_blank() -> None:
    client = _as("administrator")
    page = client.get("/studio/").content.decode()
    assert HEADING in page
    fields = [lack.field for lack in lacking(Museum())]
    assert {"email", "responsible_data", "imprint_it", "accessibility_checked"} <= set(fields)
    form = client.get("/studio/museum/").content.decode()
    for field in fields:
        assert f'/studio/museum/#id_{field}"' in page
        assert f'id="id_{field}"' in form


@pytest.mark.parametrize(("role", "told"), [("publisher", True), ("curator", False), ("viewer", False)])
def test_others_are_told_where_they_answer_for_the_site(role: str, told: bool) -> None:
    page = _as(role).get("/studio/").content.decode()
    assert (HEADING in page) is told
    assert "#id_email" not in page


def test_nothing_is_asked_for_where_all_is_said() -> None:
    Museum.objects.create(pk=ONLY, **SAID)
    assert lacking(Museum.objects.get()) == []
    assert HEADING not in _as("administrator").get("/studio/").content.decode()
    page = Client().get("/accessibility", headers={"Accept-Language": "en"}).content.decode()
    assert "1 November 2026" in page or "1 novembre 2026" in page.lower()


def test_blanks_are_not_an_answer() -> None:
    assert [lack.field for lack in lacking(Museum(**{**SAID, "address": " \n "}))] == ["address"]


def test_the_statement_says_when_nobody_has_checked() -> None:
    page = Client().get("/accessibility").content.decode()
    assert "They last did so on" in page
    assert "The museum has not recorded a check of its own yet." in page
