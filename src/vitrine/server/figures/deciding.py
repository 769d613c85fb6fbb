"""What people do to figures: place points, approve, set aside, take back; and their word on what the record leaves open."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures.models import Assurance, Figure, Kind, Step

Points = Sequence[Sequence[float]]
State, Act = Figure.State, Step.Act


class MeanwhileError(RuntimeError):
    """Somebody else has changed the figure since it was looked at; `figure` is how it stands now."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(f"{figure.by} changed this meanwhile.")
        self.figure = figure


def add(media: WorkMedia, kind: Kind, points: Points, part: str, by: str) -> Figure:
    """Add a figure that a person has placed on the picture as it is now. Raises ValueError where there is no picture."""
    if media.file is None:
        raise ValueError("The picture is not stored: there is nothing to place points on.")
    with transaction.atomic():
        WorkMedia.objects.select_for_update().get(pk=media.pk)
        figure = Figure(
            work_id=media.work_id,
            media=media,
            kind=kind,
            number=next_number(media, kind),
            checksum=media.file.checksum,
            width=media.file.width or 0,
            height=media.file.height or 0,
        )
        figure.save()
        return _keep(figure, Act.PLACED, by, points=_plain(points), part=part)


def place(figure: Figure, points: Points, part: str, by: str) -> Figure:
    """Keep a person's points; an approval is for the points it was given to, so it has to be given again.

    Raises MeanwhileError where `figure.revision` is no longer the newest.
    """
    with transaction.atomic():
        now = _locked(figure)
        return _keep(now, Act.PLACED, by, points=_plain(points), part=part, state=State.PROPOSED)


def approve(figure: Figure, by: str) -> Figure:
    """Approve a figure as it stands: the machine's points become the person's where there are no others. Raises MeanwhileError."""
    with transaction.atomic():
        now = _locked(figure)
        return _keep(now, Act.APPROVED, by, points=now.shown, state=State.APPROVED)


def set_aside(figure: Figure, by: str) -> Figure:
    """Set a figure aside: it enters no game, and no machine proposes it again. Raises MeanwhileError."""
    with transaction.atomic():
        return _keep(_locked(figure), Act.ASIDE, by, state=State.ASIDE)


def reopen(figure: Figure, by: str) -> Figure:
    """Take an approval or a setting aside back. Raises MeanwhileError."""
    with transaction.atomic():
        return _keep(_locked(figure), Act.REOPENED, by, state=State.PROPOSED)


def assure(work: Work, about: str, reason: str, by: str) -> Assurance:
    """Give one's word on what the record leaves open. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("A reason has to be given.")
    return Assurance.objects.create(work=work, about=Assurance.About(about), reason=reason.strip(), by=by)


def withdraw(assurance: Assurance, by: str) -> None:
    """Take one's word back; it stays as history."""
    Assurance.objects.filter(pk=assurance.pk, ended=None).update(ended=timezone.now(), ended_by=by)


def next_number(media: WorkMedia, kind: str) -> int:
    """Return the number of the next figure on a picture."""
    last = Figure.objects.filter(media=media, kind=kind).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _locked(figure: Figure) -> Figure:
    now = Figure.objects.select_for_update(of=("self",)).select_related("media__file").get(pk=figure.pk)
    if now.revision != figure.revision:
        raise MeanwhileError(now)
    return now


def _keep(figure: Figure, act: Step.Act, by: str, **changes: object) -> Figure:
    for name, value in changes.items():
        setattr(figure, name, value)
    figure.by, figure.at, figure.revision = by, timezone.now(), figure.revision + 1
    figure.save()
    Step.objects.create(figure=figure, act=act, points=figure.points, part=figure.part, by=by, at=figure.at)
    return figure


def _plain(points: Points) -> list[list[float]]:
    return [[float(number) for number in point] for point in points]
