"""The public is told of every use: whether it runs, what it does, who answers for it."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.cards.packages import install
from tests.cards.sample import GOOD
from vitrine.cards import uses
from vitrine.server.uses.switching import switch_off, switch_on

NAME = "colour-words"


def page(language: str = "en") -> str:
    return Client(headers={"accept-language": language}).get("/ai").content.decode()


def data() -> dict:
    found = Client().get("/ai.json").json()
    return next(one for one in found["uses"] if one["identifier"] == NAME)


@pytest.fixture
def user(db: None):
    return get_user_model().objects.create_user("ada", "ada@museum.example", "x")


def on(user) -> None:
    card = uses()[NAME].card
    assert card is not None
    switch_on(NAME, digest=card.digest, responsible="Head of collections", user=user)


def test_a_use_is_told_whether_it_is_on_or_off(packages: Path, user) -> None:
    install(packages, NAME, GOOD)
    assert "it has never been switched on" in page()
    assert (data()["on"], data()["since"]) == (False, None)
    on(user)
    text = page()
    for said in ("On since", "Head of collections", "five colours", "does not say what a picture shows", "81 %"):
        assert said in text
    assert "Apache-2.0" in text and "not legal advice" in text
    assert data()["on"] and data()["since"] and data()["responsible"] == "Head of collections"
    assert "ada" not in text.replace("adapt", "").split("<main")[1].split("</main>")[0].split()
    switch_off(NAME, user=user)
    assert "Off since" in page()
    assert not data()["on"]


def test_a_card_is_shown_in_the_readers_language_or_marked_as_english(packages: Path) -> None:
    install(packages, NAME, GOOD)
    text = page("it")
    assert "Parole di colore" in text
    assert '<span lang="en" dir="ltr">It does not say what a picture shows.</span>' in text


def test_what_a_use_has_done_is_counted_and_a_failing_count_breaks_nothing(packages: Path) -> None:
    code = (
        "from importlib import resources\nfrom vitrine.cards import Done, Experience\n"
        "def done():\n    {}\n"
        "EXPERIENCE = Experience(card=resources.files(__package__) / 'card.toml', done=done)\n"
    )
    install(packages, NAME, GOOD, code.format("return [Done('named', 'Pictures named', 1234)]"))
    install(packages, "failing", GOOD.replace(NAME, "failing"), code.format("return 1 / 0"))
    assert "Pictures named: 1,234" in page()
    assert data()["done"] == [{"key": "named", "name": "Pictures named", "number": 1234}]


def test_markup_in_a_card_is_text(packages: Path) -> None:
    install(
        packages,
        NAME,
        GOOD.replace("Colour words", "<script>alert(1)</script>").replace("https://palette", "javascript:x"),
    )
    text = page()
    assert "<script>alert" not in text
    assert 'href="javascript' not in text


def test_a_package_that_is_broken_is_no_use_and_harms_no_page(packages: Path) -> None:
    install(packages, NAME, GOOD)
    install(packages, "broken-use", GOOD, "import nowhere_at_all")
    text = page()
    assert "Colour words" in text
    assert "broken-use" not in text
    assert Client().post("/ai").status_code == 405
    assert Client().head("/ai.json").status_code == 200
