"""The portraits that visitors can play with now: open, matchable, and with points that are still approved."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from vitrine.server.collection.models import Work
from vitrine.server.figures.approved import ApprovedFace, approved_faces
from vitrine.server.portraits.models import Portrait
from vitrine.server.portraits.preparing import digest
from vitrine.server.site.entries import Entry, entries
from vitrine.server.site.words.pictures import Picture

PER_PAGE = 24
"""Portraits on a page: whole rows of two, three and four."""

_SHARPEST = 1280
"""Pixels of width in which a portrait is played with: a phone in a gallery loads it, and the painted face stays sharp."""


class Ready(NamedTuple):
    """A portrait to play with: the face with its points, the work as pages show it, the picture that the face is in."""

    portrait: Portrait
    face: ApprovedFace
    entry: Entry
    picture: Picture

    @property
    def data(self) -> dict[str, Any]:
        """What the browser is given: the face in pixels of the file, how it is held, and where its picture is."""
        width = min(self.picture.width, _SHARPEST)
        return {
            "id": f"{self.entry.work.source.name}/{self.entry.work.key}",
            **self.face.data,
            "expression": self.portrait.expression,
            "picture": f"{self.picture.source.partition('?')[0]}?w={_step(width)}",
        }


def _step(width: int) -> int:
    from vitrine.server.collection.media.derivatives import WIDTHS  # noqa: PLC0415  (loads the picture library)

    return max((step for step in WIDTHS if step <= width), default=WIDTHS[0])


def ready(portraits: Iterable[Portrait]) -> list[Ready]:
    """Return those of some portraits that can be played with now, in their order, with few queries however many there are."""
    listed = list(portraits)
    works = Work.objects.filter(pk__in={one.work_id for one in listed})
    faces = {(face.media.pk, face.number): face for face in approved_faces(works)}
    shown = {entry.work.pk: entry for entry in entries(works.select_related("source"))}
    found = []
    for one in listed:
        face, entry = faces.get((one.media_id, one.number)), shown.get(one.work_id)
        if face is None or entry is None or one.reason or digest(face) != one.digest or face.media.file is None:
            continue
        checksum = face.media.file.checksum
        picture = next((each for each in entry.pictures if each.checksum == checksum and not each.warnings), None)
        if picture is not None:
            found.append(Ready(one, face, entry, picture))
    return found


def page(number: int) -> tuple[list[Ready], bool]:
    """Return a page of the portraits in the game, and whether there are more."""
    start = (max(number, 1) - 1) * PER_PAGE
    rows = list(Portrait.objects.filter(state=Portrait.State.OPEN)[start : start + PER_PAGE + 1])
    return ready(rows[:PER_PAGE]), len(rows) > PER_PAGE


def shown_for(work: Work | None) -> Picture | None:
    """Return the picture of a portrait in the game now, of one work or of any, where the game is told of; None where there is none."""
    rows = Portrait.objects.filter(state=Portrait.State.OPEN, reason="")
    playable = ready((rows if work is None else rows.filter(work=work))[:PER_PAGE])
    return playable[-1].picture if playable else None
