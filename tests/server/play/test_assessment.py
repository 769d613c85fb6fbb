"""The text to begin an impact assessment with: it says what the program does, and of this museum what it knows."""

import pytest
from django.test import Client

from vitrine.cards import uses
from vitrine.server.museum.models import Museum
from vitrine.server.play import counts

pytestmark = pytest.mark.django_db

TEXT = "/studio/play/assessment/{}.{}"


@pytest.mark.parametrize("form", ["html", "txt"])
@pytest.mark.parametrize("game", ["poses", "faces"])
def test_it_is_handed_over_in_both_forms_with_the_museums_facts(keeper: Client, game: str, form: str) -> None:
    Museum.objects.create(pk=1, name="House <of> Rain", email="data@museum.example", responsible_data="Ada B.")
    answer = keeper.get(TEXT.format(game, form))
    said = answer.content.decode()
    assert f'attachment; filename="assessment-{game}.{form}"' == answer["Content-Disposition"]
    assert "data@museum.example" in said
    assert "Ada B." in said
    assert ("House <of> Rain" in said) == (form == "txt")
    assert "no legal advice" in said


def test_it_names_the_models_of_the_card_with_their_checksums(keeper: Client) -> None:
    said = keeper.get(TEXT.format("faces", "txt")).content.decode()
    card = uses()["face-fit"].card
    assert card is not None
    assert all(model.checksum in said for model in card.models)


def test_it_says_whether_this_museum_counts(keeper: Client) -> None:
    assert "does not count" in keeper.get(TEXT.format("poses", "txt")).content.decode()
    counts.decide(True)
    assert "shown in whole tens from 10 on" in keeper.get(TEXT.format("poses", "txt")).content.decode()


@pytest.mark.parametrize("bad", ["emotions.html", "faces.exe", "faces"])
def test_of_other_games_and_in_other_forms_there_is_none(keeper: Client, bad: str) -> None:
    assert keeper.get(f"/studio/play/assessment/{bad}").status_code in (301, 404)
