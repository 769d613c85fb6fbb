"""A person reads the card, confirms it, and switches the use on; switching off asks nothing."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from tests.cards.packages import install
from tests.cards.sample import GOOD, without
from vitrine.cards import forget, uses
from vitrine.server.uses.gate import is_on
from vitrine.server.uses.models import Switch

NAME = "colour-words"
PAGE = f"/studio/ai-uses/{NAME}/"


def answers(**other: str) -> dict[str, str]:
    card = uses()[NAME].card
    assert card is not None
    given = {"digest": card.digest, "responsible": "Head of collections", "read": "on", "named": "on", "note": "agreed"}
    return {key: value for key, value in {**given, **other}.items() if value}


def test_a_use_is_listed_read_confirmed_and_switched_off(packages: Path, keeper: Client) -> None:
    install(packages, NAME, GOOD)
    assert "Colour words" in keeper.get("/studio/ai-uses/").content.decode()
    text = keeper.get(PAGE).content.decode()
    assert "Photographs with a coloured light" in text
    assert "purpose" in text
    assert keeper.post(PAGE + "on/", answers()).status_code == 302
    assert is_on(NAME)
    text = keeper.get(PAGE).content.decode()
    assert "Head of collections" in text and "agreed" in text and "keeper" in text
    assert keeper.post(PAGE + "off/").status_code == 302
    assert not is_on(NAME)
    assert keeper.post(PAGE + "off/").status_code == 302
    assert Switch.objects.count() == 2


@pytest.mark.parametrize("missing", ["read", "named", "responsible"])
def test_nothing_is_switched_on_unconfirmed_and_nothing_typed_is_lost(
    packages: Path, keeper: Client, missing: str
) -> None:
    install(packages, NAME, GOOD)
    answer = keeper.post(PAGE + "on/", answers(**{missing: ""}))
    assert answer.status_code == 400
    assert "It is not on yet" in answer.content.decode()
    assert "agreed" in answer.content.decode()
    assert not is_on(NAME)


def test_hostile_answers_are_refused_with_a_sentence(packages: Path, keeper: Client) -> None:
    install(packages, NAME, GOOD)
    for other in ({"responsible": "a\0b"}, {"responsible": "x" * 201}, {"note": "x" * 2001}, {"digest": "0" * 64}):
        answer = keeper.post(PAGE + "on/", answers(**other))
        assert answer.status_code == 400, other
    assert not is_on(NAME)
    answer = keeper.post(PAGE + "on/", answers(responsible="<script>alert(1)</script>"))
    assert "<script>alert" not in keeper.get(PAGE).content.decode()


def test_a_card_that_changed_under_the_form_has_to_be_read_again(packages: Path, keeper: Client) -> None:
    install(packages, NAME, GOOD)
    old = answers()
    install(packages, NAME, GOOD.replace("five colours", "nine colours"))
    forget()
    answer = keeper.post(PAGE + "on/", old)
    text = answer.content.decode()
    assert "no longer the one that you read" in text
    assert "nine colours" in text
    assert 'name="read" required' in text or "checked" not in text.split('name="read"')[1].split(">")[0]
    assert not is_on(NAME)


def test_a_use_that_lacks_something_says_what_and_cannot_be_switched_on(packages: Path, keeper: Client) -> None:
    install(packages, NAME, without("licence"))
    text = keeper.get(PAGE).content.decode()
    assert "models[0].licence" in text and "SPDX" in text
    assert "Confirm the card" not in text
    assert (
        keeper.post(PAGE + "on/", {"digest": "x", "responsible": "y", "read": "on", "named": "on"}).status_code == 400
    )
    assert not is_on(NAME)


def test_who_may_look_may_not_switch(packages: Path, guest: Client) -> None:
    install(packages, NAME, GOOD)
    assert guest.get("/studio/ai-uses/").status_code in (302, 403)
    user = get_user_model().objects.get(username="guest")
    user.user_permissions.add(Permission.objects.get(codename="see_collection"))
    assert "Colour words" in guest.get(PAGE).content.decode()
    assert "Confirm the card" not in guest.get(PAGE).content.decode()
    assert guest.post(PAGE + "on/", answers()).status_code in (302, 403)
    assert not is_on(NAME)


def test_odd_names_break_no_page(packages: Path, keeper: Client) -> None:
    install(packages, "A/../b", GOOD, package="odd_one")
    install(packages, NAME, GOOD, package="a_first")
    install(packages, NAME, GOOD, package="b_second")
    text = keeper.get("/studio/ai-uses/").content.decode()
    assert "already has a use of this name" in text and "small letters" in text
    for use in uses():
        assert keeper.get(f"/studio/ai-uses/{use}/").status_code == 200, use
    assert keeper.get("/studio/ai-uses/nobody/").status_code == 404
