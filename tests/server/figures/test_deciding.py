"""What people do to figures: nothing of anybody is lost, and what somebody else did meanwhile is not written over."""

import pytest
from django.db import IntegrityError, transaction

from tests.server.figures.conftest import BODY, approve, old
from tests.works import picture, put
from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Figure, Kind, Step

MOVED = [[x + 7, y, v] for x, y, v in BODY]


def test_every_step_is_kept_with_the_points_of_then(dancer: Work) -> None:
    figure = Figure.objects.get(work=dancer, kind=Kind.POSE)
    figure = deciding.place(figure, MOVED, "seated", "Bo")
    assert (figure.state, figure.part, figure.by) == ("proposed", "seated", "Bo")
    deciding.set_aside(figure, "Bo")
    steps = [(one.act, one.by, one.points[0][0]) for one in figure.steps.order_by("pk")]
    assert steps == [("placed", "Ada", 100), ("approved", "Ada", 100), ("placed", "Bo", 107), ("aside", "Bo", 107)]
    with pytest.raises(TypeError, match="never changed"):
        Step.objects.filter(figure=figure)[0].save()


def test_two_people_at_once(dancer: Work) -> None:
    ada = Figure.objects.get(work=dancer, kind=Kind.POSE)
    bo = Figure.objects.get(pk=ada.pk)
    deciding.place(ada, MOVED, "full", "Ada")
    for act in (lambda: deciding.place(bo, BODY, "full", "Bo"), lambda: deciding.approve(bo, "Bo")):
        with pytest.raises(deciding.MeanwhileError) as told:
            act()
        assert told.value.figure.by == "Ada"
    assert Figure.objects.get(pk=ada.pk).points == MOVED


def test_a_machines_proposal_becomes_a_persons_word_when_it_is_approved() -> None:
    media = WorkMedia.objects.get(work=put(old(), {"a.jpg": picture()}))
    assert media.file is not None
    row = Figure.objects.create(
        work=media.work, media=media, kind=Kind.POSE, number=1, checksum=media.file.checksum, width=800, height=600, proposal=BODY, model="M",
    )  # fmt: skip
    deciding.approve(row, "Ada")
    row.refresh_from_db()
    assert (row.points, row.proposal, row.by) == (BODY, BODY, "Ada")


def test_nothing_is_approved_without_a_persons_points() -> None:
    figure = approve(put(old(), {"a.jpg": picture()}), Kind.POSE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(points=None)
