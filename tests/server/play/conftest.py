"""Face-Fit switched on with a work in it, and a kiosk for it."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from tests.server.figures.conftest import old
from tests.server.portraits.conftest import LOOKS_AT_US, prepared
from tests.works import picture, put
from vitrine.cards import uses
from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Kind
from vitrine.server.play.assessing import Answer, answer
from vitrine.server.play.models import Kiosk
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import turn
from vitrine.server.uses.models import Switch


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def playable(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Face-Fit, confirmed by somebody, and a portrait of somebody long dead."""
    monkeypatch.setattr("vitrine.server.portraits.experience._MODELS", ())
    card = uses()["face-fit"].card
    assert card is not None
    Switch.objects.create(use="face-fit", on=True, digest=card.digest, card_version=card.version, by="Ada")
    work = put(old("lady"), {"a.jpg": picture(80, 60, 40, 800, 1100)})
    media = WorkMedia.objects.get(work=work)
    deciding.approve(deciding.add(media, Kind.FACE, LOOKS_AT_US, "upper", "Ada"), "Ada")
    turn(prepared(work), Portrait.State.OPEN, "Ada")


@pytest.fixture
def kiosk(playable: None) -> Kiosk:
    """A kiosk that nobody has answered for yet."""
    return Kiosk.objects.create(name="Hall 3", code="space3", place="faces")


@pytest.fixture
def answered() -> None:
    """The museum's answer about the camera of Face-Fit."""
    answer("faces", Answer("done", date(2026, 11, 1), "File 7", "The data-protection officer"), "Ada")
