"""What of a challenge is played: the figures that are approved and whose works may enter a game now, with what pages show of them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from vitrine.server.collection.models import Work
from vitrine.server.figures.approved import Approved, approved_figures
from vitrine.server.poses.models import Challenge
from vitrine.server.site.entries import Entry, entries, works_named
from vitrine.server.site.words import about
from vitrine.server.site.words.pictures import Picture

MOST = 24
"""Figures in one challenge: a page holds them all, and nobody strikes more in one visit."""

ROUND = 6
"""Works in one game of a ready-made challenge, drawn by chance on the visitor's device."""

_SEEN = 0.5
"""The visibility from which a joint of a work counts (the same in web/src/poses/score.ts)."""

_ARMS = ((11, 13, 15), (12, 14, 16))

_LINES = (
    *((11, 12), (23, 24), (11, 23), (12, 24)),
    *((11, 13), (13, 15), (12, 14), (14, 16)),
    *((23, 25), (25, 27), (24, 26), (26, 28)),
)


class Played(NamedTuple):
    """One figure of a challenge. `part` is what of it counts: no more than it shows."""

    identifier: str
    entry: Entry
    picture: Picture
    points: list[list[float]]
    part: str

    @property
    def text(self) -> Any:
        """The label's text, or None where nobody has written one."""
        return about.descriptions(self.entry.shown.record)[0]

    @property
    def part_name(self) -> str:
        """What of it counts, in words."""
        return str(Challenge.Part(self.part).label)

    @property
    def lines(self) -> list[tuple[float, ...]]:
        """The lines of the pose, each from x, y to x, y, for pages without scripts."""
        joined = [(self.points[one], self.points[other]) for one, other in _LINES]
        return [(*one[:2], *other[:2]) for one, other in joined if min(one[2], other[2]) >= _SEEN]

    @property
    def stroke(self) -> float:
        """How thick the lines are drawn, in pixels of the picture."""
        return max(self.picture.width, self.picture.height) / 90

    def data(self) -> dict[str, Any]:
        """Return what the game computes with, in pixels of the whole picture."""
        return {
            "id": self.identifier,
            "work": f"{self.entry.work.source.name}/{self.entry.work.key}",
            "size": [self.picture.width, self.picture.height],
            "points": self.points,
            "part": self.part,
        }


def identifier(one: Approved) -> str:
    """Return how a challenge names a figure."""
    return f"{one.work.identifier}#{one.number}"


def played(challenge: Challenge) -> list[Played]:
    """Return the figures that a challenge plays, in its order."""
    if challenge.ready_made:
        return _shown(islice(_striking(approved_figures()), MOST), challenge.part)
    names = [str(name) for name in challenge.figures]
    works = works_named(name.rpartition("#")[0] for name in names)
    found = {
        identifier(one): one
        for one in _striking(approved_figures(Work.objects.filter(pk__in=[work.pk for work in works])))
    }
    return _shown((found[name] for name in names if name in found), challenge.part)


def of_works(ids: Iterable[int], part: str) -> list[Played]:
    """Return the figures of works, by the works' ids, that may be played."""
    return _shown(islice(_striking(approved_figures(Work.objects.filter(pk__in=list(ids)))), MOST), part)


def data(challenge: Challenge) -> dict[str, Any]:
    """Return a challenge as the game's script reads it."""
    return {
        "title": challenge.title,
        "mirrored": challenge.mirrored,
        "hold": challenge.hold,
        "threshold": challenge.threshold,
        "round": ROUND if challenge.ready_made else 0,
        "works": [one.data() for one in played(challenge)],
    }


def _striking(figures: Iterable[Approved]) -> Iterator[Approved]:
    """Leave out figures that show no whole arm: there is nothing to strike."""
    for one in figures:
        seen = [point.visibility >= _SEEN for point in one.figure.points]
        if any(all(seen[joint] for joint in arm) for arm in _ARMS):
            yield one


def _shown(figures: Iterable[Approved], part: str) -> list[Played]:
    """Add what pages show; a figure whose picture is not shown to everybody is left out."""
    listed = list(figures)
    known = {one.work.pk: one for one in entries({one.work.pk: one.work for one in listed}.values())}
    found = []
    for one in listed:
        entry = known[one.work.pk]
        checksum = one.media.file.checksum if one.media.file is not None else ""
        picture = next((each for each in entry.pictures if each.checksum == checksum and not each.warnings), None)
        if picture is not None:
            points = [[round(p.x, 1), round(p.y, 1), round(p.visibility, 2)] for p in one.figure.points]
            found.append(Played(identifier(one), entry, picture, points, _part(part, one.part)))
    return found


def _part(asked: str, shows: str) -> str:
    """Return what counts of a figure: what is asked, and no legs of one that is approved as a half figure or seated."""
    return str(shows if asked == Challenge.Part.FULL else asked)
