"""Where one can play: a whole game, or one part of it that another room tells of (a challenge). What kiosks and signs lead to."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.translation import gettext

from vitrine.server.play.models import Tally
from vitrine.server.site.menu import address_of
from vitrine.server.uses.gate import is_on

USES = {Tally.Game.POSES.value: "strike-a-pose", Tally.Game.FACES.value: "face-fit"}
"""The use of AI that each game is, by its card."""


class Place(NamedTuple):
    """A place: its key (`faces`, `poses/seated`), its name in the reader's language, its address below the site's."""

    key: str
    title: str
    address: str

    @property
    def game(self) -> str:
        """The game, one of `Tally.Game`."""
        return self.key.partition("/")[0]

    @property
    def on(self) -> bool:
        """Whether the museum offers the game now."""
        return is_on(USES[self.game])


_telling: list[Callable[[], Iterable[Place]]] = []


def told_by(tell: Callable[[], Iterable[Place]]) -> None:
    """Let a room above tell of its places. `tell` is called for each page, in the reader's language."""
    if tell not in _telling:
        _telling.append(tell)


def places() -> list[Place]:
    """Return all places, whole games first, whether their game is switched on or not."""
    whole = [
        Place(Tally.Game.POSES.value, gettext("Strike a Pose: all challenges"), address_of("poses")),
        Place(Tally.Game.FACES.value, gettext("Face-Fit"), address_of("portraits")),
    ]
    return [one for one in whole if one.address] + [one for tell in _telling for one in tell()]


def place(key: str) -> Place | None:
    """Return the place with a key, None where there is none any more."""
    return next((one for one in places() if one.key == key), None)
