"""Face-Fit switched on, and works whose painted faces somebody has approved."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation

from tests.server.figures.conftest import old
from tests.works import picture, put
from vitrine.cards import uses
from vitrine.records import Record
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.approved import approved_faces
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import prepare, turn
from vitrine.server.uses.models import Switch

FACES = {
    one["of"]: one["points"]
    for one in json.loads((Path(__file__).parents[2] / "fixtures/portraits/faces.json").read_text())
}
LOOKS_AT_US, PROFILE = FACES["Mona Lisa"], FACES["San Ranieri orante"]


@pytest.fixture(autouse=True)
def _english(db: None) -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _models_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models need no building for what these tests are about."""
    monkeypatch.setattr("vitrine.server.portraits.experience._MODELS", ())


@pytest.fixture
def switched_on(db: None) -> None:
    """The game, confirmed by somebody."""
    card = uses()["face-fit"].card
    assert card is not None
    Switch.objects.create(use="face-fit", on=True, digest=card.digest, card_version=card.version, by="Ada")


def approved(one: Record, points: list[list[float]] = LOOKS_AT_US) -> Work:
    """Store a work with a picture on which a face is approved."""
    work = put(one, {"a.jpg": picture(sum(map(ord, one.key)) % 200 + 20, 60, 40, 800, 1100)})
    approve(work, points)
    return work


def approve(work: Work, points: list[list[float]]) -> Figure:
    """Approve a face on the first picture of a work."""
    media = WorkMedia.objects.select_related("file").filter(work=work)[0]
    return deciding.approve(deciding.add(media, Kind.FACE, points, "upper", "Ada"), "Ada")


def prepared(work: Work) -> Portrait:
    """Prepare the face of a work and return its portrait."""
    (face,) = approved_faces(Work.objects.filter(pk=work.pk))
    return prepare(face)


@pytest.fixture
def lady(switched_on: None) -> Portrait:
    """A portrait in the game."""
    portrait = prepared(approved(old("lady", titles=())))
    turn(portrait, Portrait.State.OPEN, "Ada")
    return Portrait.objects.get(pk=portrait.pk)


def browser_of(role: str) -> Client:
    """Return a browser signed in as somebody with a role."""
    user: Any = get_user_model().objects.create_user(
        role, f"{role}@museum.example", "x", first_name="Ada", last_name="B"
    )
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client
