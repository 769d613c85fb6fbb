"""Strike a Pose switched on, and works whose painted figures somebody has approved."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation

from tests.server.figures.conftest import old
from tests.works import picture, put
from vitrine.cards import uses
from vitrine.house.work import work as house_work
from vitrine.records import Text
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.uses.models import Switch

DANCER = [[point.x / 4, point.y / 4, point.visibility] for point in house_work("house-01").figures[0].points]
"""A figure whose arms and legs can be seen."""


@pytest.fixture(autouse=True)
def _english(db: None) -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _models_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models need no building for what these tests are about."""
    monkeypatch.setattr("vitrine.server.poses.experience._MODELS", ())


@pytest.fixture
def switched_on(db: None) -> None:
    """The game, confirmed by somebody."""
    card = uses()["strike-a-pose"].card
    assert card is not None
    Switch.objects.create(use="strike-a-pose", on=True, digest=card.digest, card_version=card.version, by="Ada")


def posed(key: str, points: list[list[float]] | None = None, part: str = "full", **fields: Any) -> Work:
    """Store a work with a picture on which a figure is approved."""
    one = old(key, titles=(Text(f"Dancer {key}", "en"),), **fields)
    work = put(one, {"a.jpg": picture(sum(map(ord, key)) % 200 + 20, 60, 40, 600, 800)})
    approve(work, points or DANCER, part)
    return work


def approve(work: Work, points: list[list[float]], part: str = "full") -> Figure:
    """Place and approve a figure on the first picture of a work."""
    media = WorkMedia.objects.select_related("file").filter(work=work)[0]
    return deciding.approve(deciding.add(media, Kind.POSE, points, part, "Ada"), "Ada")


@pytest.fixture
def curator(client: Client) -> Client:
    """A browser of somebody who prepares games."""
    user = get_user_model().objects.create_user("ada", "ada@museum.example", "x")
    user.groups.add(Group.objects.get(name="curator"))
    client.force_login(user)
    return client
