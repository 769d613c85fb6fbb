"""Works with figures that somebody approved."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from tests.works import picture, put, record
from vitrine.cards import forget
from vitrine.records import Date, Event, Maker, Record, Rights, Text
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind

FREE = Rights("http://creativecommons.org/publicdomain/zero/1.0/")
BODY = [[100.0 + 5 * number, 50.0 + 10 * number, 1.0] for number in range(33)]
FACE = [[100.0 + number % 20, 50.0 + number // 20, 0.0] for number in range(468)]


@pytest.fixture(autouse=True)
def _plain(db: None) -> Iterator[None]:
    forget()
    with translation.override("en"):
        yield
    forget()


def old(key: str = "1", **fields: Any) -> Record:
    """Return a record of a painting of 1640 by somebody long dead, free of copyright."""
    plain: dict[str, Any] = {
        "titles": (Text("A dancer", "en"),),
        "makers": (Maker("Ada Brown", "en", role="painter", born=1600, died=1669),),
        "events": (Event("production", Date("1640", "1640", 1640, 1640, "en")),),
        "rights_of_object": FREE,
    }
    return record(key, **{**plain, **fields})


def approved(one: Record, kinds: tuple[Kind, ...] = (Kind.POSE, Kind.FACE)) -> Work:
    """Store a work with a picture on which a figure and a face are approved."""
    work = put(one, {"a.jpg": picture(seed_of(one), 60, 40)})
    for kind in kinds:
        approve(work, kind)
    return work


def approve(work: Work, kind: Kind) -> Figure:
    """Place and approve a figure or face on the first picture of a work."""
    media = WorkMedia.objects.select_related("file").filter(work=work)[0]
    points = BODY if kind == Kind.POSE else FACE
    return deciding.approve(deciding.add(media, kind, points, "full", "Ada"), "Ada")


def seed_of(one: Record) -> int:
    """Return a red for each key, so that no two works share a file."""
    return sum(map(ord, one.key)) % 200 + 20


@pytest.fixture
def dancer() -> Work:
    """A work that may enter both games."""
    return approved(old())
