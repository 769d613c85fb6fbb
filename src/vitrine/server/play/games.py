"""The games that visitors can play now: switched on by the museum, and with at least one work that may enter."""

from typing import NamedTuple

from django.utils.translation import gettext

from vitrine.server.figures.approved import approved_faces, approved_figures
from vitrine.server.site.menu import address_of
from vitrine.server.uses.gate import is_on


class Game(NamedTuple):
    """A game in the list: its name, a sentence about it, its address."""

    title: str
    about: str
    address: str


def games() -> list[Game]:
    """Return what can be played now, in the reader's language."""
    listed = []
    if is_on("strike-a-pose") and next(approved_figures(), None) is not None:
        listed += [
            Game(gettext("Strike a Pose"), gettext("Stand as a figure in a work stands, and hold it."), "poses"),
            Game(gettext("Together"), gettext("Strike poses with others, each on their own phone."), "rooms"),
        ]
    if is_on("face-fit") and next(approved_faces(), None) is not None:
        about = gettext("Hold your head as a portrait does, and see your face in its paint.")
        listed.append(Game(gettext("Face-Fit"), about, "portraits"))
    return [one._replace(address=address) for one in listed if (address := address_of(one.address))]
