"""Writing down what the machine found: beside what people said, never over it."""

from django.db.models import QuerySet
from django.utils import timezone

from vitrine.server.collection.models import WorkMedia
from vitrine.server.figures.deciding import next_number
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.figures.points import part_of, same

Found = tuple[list[list[float]], float]
"""The points of one figure or face in pixels of the file, and how sure the machine is (0 to 1)."""

_ALIKE = 0.3
"""Share of both boxes from which what is found now is the figure that was there before."""


def propose(media: WorkMedia, kind: Kind, found: list[Found], model: str, version: str) -> None:
    """Keep what the machine found on a picture as proposals. Belongs inside a transaction.

    A figure that is there already, whoever placed it and whatever was decided, gets the new proposal beside its points.
    Proposals of before that the machine no longer makes and that nobody has touched are gone.
    """
    if media.file is None:
        return
    checksum = media.file.checksum
    there = list(
        Figure.objects.select_for_update().filter(media=media, kind=kind, checksum=checksum).order_by("number")
    )
    number = next_number(media, kind)
    for points, score in found:
        told = {"proposal": points, "model": model, "version": version, "score": score, "proposed": timezone.now()}
        known = max(there, key=lambda one: same(one.shown, points), default=None)
        if known is not None and same(known.shown, points) >= _ALIKE:
            there.remove(known)
            # Not a person's doing: the revision stays, so that nobody's open page is out of date.
            Figure.objects.filter(pk=known.pk).update(**told)
            _untouched(Figure.objects.filter(pk=known.pk)).update(part=_part(kind, points))
            continue
        Figure.objects.create(
            work_id=media.work_id,
            media=media,
            kind=kind,
            number=number,
            checksum=checksum,
            width=media.file.width or 0,
            height=media.file.height or 0,
            part=_part(kind, points),
            **told,
        )
        number += 1
    _untouched(Figure.objects.filter(pk__in=[one.pk for one in there])).delete()
    _untouched(Figure.objects.filter(media=media, kind=kind).exclude(checksum=checksum)).delete()


def forget(media: WorkMedia, kind: Kind) -> None:
    """Forget the proposals of a picture that must not be looked at any more; what people said stays."""
    _untouched(Figure.objects.filter(media=media, kind=kind)).delete()


def _untouched(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    return figures.filter(state=Figure.State.PROPOSED, points__isnull=True, revision=0)


def _part(kind: Kind, points: list[list[float]]) -> str:
    return part_of(points) if kind == Kind.POSE else Figure.Part.UPPER.value
