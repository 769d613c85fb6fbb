"""The games that visitors can play now: switched on by the museum, and with at least one work that may enter."""

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from vitrine.server.collection.models import Work
from vitrine.server.figures.approved import Approved, approved_figures
from vitrine.server.figures.models import Figure, Kind
from vitrine.server.play.models import Tally
from vitrine.server.site.entries import entries
from vitrine.server.site.menu import address_of
from vitrine.server.site.words.pictures import Picture
from vitrine.server.uses.gate import is_on

FACES = Tally.Game.FACES.value


class Game(NamedTuple):
    """A game in the list: its name, a sentence about it, its address, and a work that is in it."""

    title: str
    about: str
    address: str
    picture: Picture | None = None


_further: dict[str, Callable[[Work | None], Picture | None]] = {}


def further(game: str, shown_for: Callable[[Work | None], Picture | None]) -> None:
    """Let a game's own room say what it has to play beyond approved key points: a picture of it, of one work or of any."""
    _further[game] = shown_for


def games() -> list[Game]:
    """Return what can be played now, in the reader's language."""
    listed = []
    if is_on("strike-a-pose") and (some := list(islice(approved_figures(), 2))):
        first, last = _picture(some[0]), _picture(some[-1])
        listed += [
            Game(gettext("Strike a Pose"), gettext("Stand as a figure in a work stands, and hold it."), "poses", first),
            Game(gettext("Together"), gettext("Strike poses with others, each on their own phone."), "rooms", last),
        ]
    if is_on("face-fit") and (portrait := _from_room(FACES, None)) is not None:
        about = gettext("Hold your head as a portrait does, and see your face in its paint.")
        listed.append(Game(gettext("Face-Fit"), about, "portraits", portrait))
    return [one._replace(address=address) for one in listed if (address := address_of(one.address))]


def games_with(work: Work) -> list[Game]:
    """Return the games that a work can be played in now, with what a visitor is invited to do and where."""
    only = Work.objects.filter(pk=work.pk)
    found = []
    if _may_have(work, Kind.POSE) and is_on("strike-a-pose") and next(approved_figures(only), None) is not None:
        found.append(Game(gettext("Strike this pose"), "", address_of("poses")))
    if _may_have(work, Kind.FACE) and is_on("face-fit") and _from_room(FACES, work) is not None:
        found.append(Game(gettext("Try this face"), "", _portrait(work)))
    return [one for one in found if one.address]


def _from_room(game: str, work: Work | None) -> Picture | None:
    return _further[game](work) if game in _further else None


def _picture(one: Approved) -> Picture | None:
    """Return the picture of a figure's work, None where it is not shown to everybody."""
    entry = entries([one.work])[0]
    return entry.picture if entry.shown_at_once else None


def _may_have(work: Work, kind: Kind) -> bool:
    """Return whether anybody has approved points of this work: one small read, for the many works that have none."""
    return Figure.objects.filter(work=work, kind=kind, state=Figure.State.APPROVED).exists()


def _portrait(work: Work) -> str:
    try:
        return reverse("portrait", args=[work.source.name, work.key])
    except NoReverseMatch:
        return ""
