"""What the page on privacy says of the games is what they do."""

import pytest
from django.test import Client

from vitrine.server.play import counts

pytestmark = pytest.mark.django_db


def page(client: Client) -> str:
    return client.get("/privacy", headers={"Accept-Language": "en"}).content.decode()


def test_without_games_nothing_is_said_of_cameras_and_nobody_is_counted(client: Client) -> None:
    assert "When you play" not in page(client)
    assert "Nobody is counted here" in page(client)


@pytest.mark.usefixtures("playable")
def test_with_a_game_it_says_what_stays_on_the_device(client: Client) -> None:
    assert "When you play" in page(client)
    assert "neither sent nor kept" in page(client)


def test_once_the_museum_counts_it_no_longer_says_that_nobody_is_counted(client: Client) -> None:
    counts.decide(True)
    assert "Nobody is counted" not in page(client)
    assert "sums alone" in page(client)
