"""Letters from one address that lead to no room: some are mistyped, a thousand are guessed."""

from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.rooms import clock

GUESSES = Allowance(at_once=60, a_second=0.5)
"""A school class may mistype; of 64 million codes so many guesses find nothing."""


def may_guess(address: str) -> bool:
    """Return whether somebody at this address may try letters."""
    return GUESSES.has_left(address, clock())


def missed(address: str) -> None:
    """Note that somebody's letters led to no room."""
    GUESSES.take(address, clock())
