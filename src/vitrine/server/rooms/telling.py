"""Telling players what happens in their room: the state at once, scores gathered, each message made once for all of them.

A score is on its way for a twentieth of a second longer than it has to be; that makes one message of what would be twenty, which
is why one process bears hundreds of rooms.
"""

import asyncio
from typing import Protocol

from vitrine.server.rooms.messages import encode
from vitrine.server.rooms.room import Player, Room
from vitrine.server.rooms.rooms import ROOMS, clock

GATHERED = 0.05
"""Seconds for which scores are gathered."""

_TICK = 0.25
"""Seconds between looking what time has brought: half a second late is not noticed at the end of a round."""

_STATE_ANEW = 5_000
"""Milliseconds after which a state is sent though nothing changed: a page that hears nothing knows that it is cut off."""


class Line(Protocol):
    """The connection of one player."""

    player: Player

    def tell(self, message: str) -> None:
        """Send, without waiting for it."""

    def is_dead(self, now: int) -> bool:
        """Return whether nothing comes through any more."""

    def end(self, why: str) -> None:
        """Say why, and close."""


class Table:
    """The lines into one room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines: set[Line] = set()
        self._gathering: asyncio.TimerHandle | None = None
        self._told = 0

    def tell(self) -> None:
        """Let everybody know what changed: the state now, scores soon."""
        if self.room.changed:
            self._tell_state(clock())
        elif self.room.moved and self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHERED, self._tell_scores)

    def pass_time(self, now: int) -> None:
        """Do what is due in the room, and let go of lines on which nothing is heard."""
        for line in [line for line in self.lines if line.is_dead(now)]:
            line.end("silent")
        self.room.pass_time(now)
        if now - self._told > _STATE_ANEW:
            self.room.changed = True
        self.tell()

    def end(self, why: str) -> None:
        """Close all lines."""
        for line in list(self.lines):
            line.end(why)

    def _tell_state(self, now: int) -> None:
        self.room.changed, self._told = False, now
        self.room.moved.clear()
        self._send(encode(self.room.state(now)).decode())

    def _tell_scores(self) -> None:
        self._gathering = None
        if self.room.moved:
            message = encode(self.room.scores(clock())).decode()
            self.room.moved.clear()
            self._send(message)

    def _send(self, message: str) -> None:
        for line in list(self.lines):
            line.tell(message)


_tables: dict[str, Table] = {}
_time: asyncio.Task[None] | None = None


def table_of(room: Room) -> Table:
    """Return the lines into a room; from the first on, time passes."""
    global _time  # noqa: PLW0603  (one clock for the process)
    if _time is None or _time.done():
        _time = asyncio.get_running_loop().create_task(_pass_time())
    return _tables.setdefault(room.code, Table(room))


async def _pass_time() -> None:
    """Let time pass in all rooms until there are none."""
    while rooms := ROOMS.all():
        now = clock()
        for room in rooms:
            table = _tables.get(room.code)
            if room.is_over(now):
                ROOMS.forget(room)
                if table:
                    table.end("gone")
                    del _tables[room.code]
            elif table:
                table.pass_time(now)
        await asyncio.sleep(_TICK)
