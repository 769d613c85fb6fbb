"""The approved figures and faces of works that may enter a game: what the games are made from."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from django.db.models import QuerySet

from vitrine.server.collection.models import Work, WorkMedia
from vitrine.server.figures.entering import KIND, Game, approved_rows, judged
from vitrine.server.figures.models import Figure
from vitrine.vision.points import POSE_POINTS, Face, Point
from vitrine.vision.points import Figure as Body

_AT_A_TIME = 200
"""Figures looked at together."""


class Approved(NamedTuple):
    """One approved figure: the work, its picture, the 33 points in pixels of the file, which part it is meant for."""

    work: Work
    media: WorkMedia
    figure: Body
    part: str
    number: int
    size: tuple[int, int]

    @property
    def data(self) -> dict[str, list[int] | list[list[float]]]:
        """What a browser is given: the size of the file and its points, x, y and visibility."""
        points = [[point.x, point.y, point.visibility] for point in self.figure.points]
        return {"size": list(self.size), "points": points}


class ApprovedFace(NamedTuple):
    """One approved face: the work, its picture, the 468 points in pixels of the file."""

    work: Work
    media: WorkMedia
    face: Face
    part: str
    number: int
    size: tuple[int, int]

    @property
    def data(self) -> dict[str, list[int] | list[list[float]]]:
        """What a browser is given: the size of the file and its points, x, y and z."""
        return {"size": list(self.size), "points": [list(point) for point in self.face.points]}


def approved_figures(works: "QuerySet[Work] | None" = None) -> Iterator[Approved]:
    """Yield the approved figures of `works` (all unless given) that may enter Strike a Pose, in the order of works."""
    for row in _entering("poses", works):
        points = tuple(Point(name, *one) for name, one in zip(POSE_POINTS, row.shown, strict=True))
        yield Approved(row.work, row.media, Body(points, 1.0), row.part, row.number, (row.width, row.height))


def approved_faces(works: "QuerySet[Work] | None" = None) -> Iterator[ApprovedFace]:
    """Yield the approved faces of `works` (all unless given) that may enter Face-Fit, in the order of works."""
    for row in _entering("faces", works):
        face = Face(tuple((x, y, z) for x, y, z in row.shown), 1.0)
        yield ApprovedFace(row.work, row.media, face, row.part, row.number, (row.width, row.height))


def _entering(game: Game, works: "QuerySet[Work] | None") -> Iterator[Figure]:
    rows = approved_rows(KIND[game]).select_related("work__source", "media__file").order_by("work", "media", "number")
    if works is not None:
        rows = rows.filter(work__in=works.order_by())
    found = rows.iterator(_AT_A_TIME)
    while batch := list(islice(found, _AT_A_TIME)):
        said = judged({row.work_id: row.work for row in batch}.values(), game)
        for row in batch:
            judgement = said[row.work_id]
            if judgement.refusal is None and row.media.key in judgement.pictures:
                yield row
