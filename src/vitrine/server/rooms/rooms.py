"""The rooms of this process: opened by a page, entered through a socket, forgotten when they are over.

They are in memory only. A room lasts an hour at most and is worth nothing afterwards; and one process with 200 rooms does what is
asked without another program to install. So all players have to reach the same process, which `vitrine serve` sees to.
"""

import threading
import time

from vitrine.server.rooms.letters import new_code
from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.room import Room

MOST_ROOMS = 500
"""Rooms at one time: more than one machine was measured to bear well (benchmarks/rooms.py), few enough to bear at all."""

_OPENED = Allowance(at_once=300, a_second=1)
"""Rooms opened from one address: all phones on a museum's Wi-Fi have the same one."""


class NoMoreRoomsError(RuntimeError):
    """There are as many rooms as there may be, or one address opened too many."""


class Rooms:
    """All rooms by their letters. A page's thread may open one; everything else happens on the event loop."""

    def __init__(self) -> None:
        self.served = False
        """Whether sockets reach this process; where a server knows nothing of them, nobody can play together."""
        self._rooms: dict[str, Room] = {}
        self._lock = threading.Lock()

    def open(self, challenge: str, works: list[str], address: str) -> Room:
        """Return a new room for a game with these works, one a round. Raises NoMoreRoomsError."""
        now = clock()
        with self._lock:
            for code in [code for code, room in self._rooms.items() if not room.players and room.is_over(now)]:
                del self._rooms[code]
            if len(self._rooms) >= MOST_ROOMS or not _OPENED.take(address, now):
                raise NoMoreRoomsError
            code = new_code()
            while code in self._rooms:
                code = new_code()
            self._rooms[code] = room = Room(code, challenge, works, now)
            return room

    def find(self, code: str) -> Room | None:
        """Return the room with these letters, where it is not over."""
        room = self._rooms.get(code)
        return None if room is None or room.is_over(clock()) else room

    def forget(self, room: Room) -> None:
        """Let go of a room that is over."""
        with self._lock:
            self._rooms.pop(room.code, None)

    def all(self) -> list[Room]:
        """Return the rooms there are."""
        with self._lock:
            return list(self._rooms.values())


def clock() -> int:
    """Return milliseconds that only ever go forward."""
    return int(time.monotonic() * 1000)


ROOMS = Rooms()
