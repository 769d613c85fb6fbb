"""The key points of the house collection, laid down as approved by the house: its program painted the figures and knows them."""

from vitrine.house import HouseWork, works
from vitrine.server.collection.models import Source, Work, WorkMedia
from vitrine.server.figures import deciding
from vitrine.server.figures.models import Assurance, Figure, Kind
from vitrine.server.figures.points import part_of

BY = "The house collection"
"""In whose name."""

_INVENTED = "Painted by the house collection's own program: it shows nobody who ever lived."


def lay_down(source: Source) -> int:
    """Give the pictures of the house collection in `source` their approved key points; return how many were laid down.

    Pictures of which somebody has placed or decided anything are left alone, and so is a picture of another size.
    """
    painted = {one.id: one for one in works()}
    laid = 0
    for media in WorkMedia.objects.filter(work__source=source, file__isnull=False).select_related("work", "file"):
        one = painted.get(media.work.key)
        if one is not None and media.file is not None and (media.file.width, media.file.height) == one.size:
            laid += _figures(media, one) + _faces(media, one)
    return laid


def _figures(media: WorkMedia, one: HouseWork) -> int:
    points = [[[point.x, point.y, point.visibility] for point in figure.points] for figure in one.figures]
    return _approved(media, Kind.POSE, points)


def _faces(media: WorkMedia, one: HouseWork) -> int:
    """Lay down the faces that a house with portraits knows of."""
    faces = getattr(one, "faces", ())
    return _approved(media, Kind.FACE, [[list(point) for point in face.points] for face in faces])


def _approved(media: WorkMedia, kind: Kind, found: list[list[list[float]]]) -> int:
    if not found or Figure.objects.filter(media=media, kind=kind).exists():
        return 0
    for points in found:
        part = part_of(points) if kind == Kind.POSE else Figure.Part.UPPER
        deciding.approve(deciding.add(media, kind, points, part, BY), BY)
    _assure(media.work)
    return len(found)


def _assure(work: Work) -> None:
    if not Assurance.objects.filter(work=work, about=Assurance.About.NOBODY_LIVING).exists():
        deciding.assure(work, Assurance.About.NOBODY_LIVING, _INVENTED, BY)
