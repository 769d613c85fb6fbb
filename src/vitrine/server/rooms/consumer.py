"""The socket of one player: reads what may be said, passes it to the room, and closes with a reason on anything else."""

import asyncio
from typing import Any

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncWebsocketConsumer

from vitrine.server.people.limits import address_behind
from vitrine.server.rooms.guessing import may_guess, missed
from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.messages import (
    Begin,
    Here,
    Join,
    Leave,
    Ready,
    Said,
    Score,
    UnreadableError,
    Welcome,
    encode,
    read,
)
from vitrine.server.rooms.room import Player, RefusedError
from vitrine.server.rooms.rooms import ROOMS, clock
from vitrine.server.rooms.telling import Table, table_of

WHY = {
    "left": 4000,
    "unreadable": 4400,
    "gone": 4404,
    "silent": 4408,
    "elsewhere": 4409,
    "full": 4410,
    "running": 4411,
    "guessing": 4429,
    "fast": 4430,
}
"""Close codes by their reasons; the page has a sentence for each reason."""

_SPOKEN_AT_ONCE, _SPOKEN_A_SECOND = 60, 20
"""Messages of a player: a page says ten scores a second, and may say some at once after a pause."""

_TO_JOIN = 10
"""Seconds in which whoever opens a socket has to come in."""

_STUCK = 20_000
"""Milliseconds that one message may take to be sent: a line that takes longer is dropped."""

_SILENCE = 30_000
"""Milliseconds without a word after which the connection counts as dropped; a page says one every ten seconds."""


class RoomConsumer(AsyncWebsocketConsumer):
    """One player's line (see `telling.Line`)."""

    player: Player

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._spoken = Allowance(_SPOKEN_AT_ONCE, _SPOKEN_A_SECOND, most=1)
        self._heard = 0
        self._sending: asyncio.Task[None] | None = None
        self._sending_since = 0
        self._missed = False
        self._ending = False
        self._join_by: asyncio.TimerHandle | None = None

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Handle an event. Channels would look after database connections first, in a thread; nothing here has any."""
        await getattr(self, get_handler_name(message))(message)

    async def connect(self) -> None:
        """Let them in as far as the door: a reason for a refusal can only be said to one who stands there."""
        await self.accept()
        address = _address(self.scope)
        if not may_guess(address):
            self.end("guessing")
        elif ROOMS.find(self.scope["url_route"]["kwargs"]["code"]) is None:
            missed(address)
            self.end("gone")
        else:
            self._join_by = asyncio.get_running_loop().call_later(_TO_JOIN, self.end, "silent")

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Do what a player says."""
        self._heard = now = clock()
        if self._ending:
            return
        if not self._spoken.take("", now):
            self.end("fast")
            return
        try:
            self._hear(read(text_data if bytes_data is None and text_data is not None else ""), now)
        except UnreadableError:
            self.end("unreadable")
        except RefusedError as refused:
            self.end(str(refused))

    async def disconnect(self, _code: int) -> None:
        """Hold the place for a while."""
        if self._join_by:
            self._join_by.cancel()
        self._part()

    def tell(self, message: str) -> None:
        """Send at once; where the line is still busy with what was said before, the state of the room as soon as it is free."""
        if self._sending is not None and not self._sending.done():
            self._missed = True
        else:
            self._sending_since = clock()
            self._sending = asyncio.get_running_loop().create_task(self._send(message))

    def is_dead(self, now: int) -> bool:
        """Return whether nothing is heard on this line, or nothing gets through."""
        busy = self._sending is not None and not self._sending.done()
        return now - self._heard > _SILENCE or (busy and now - self._sending_since > _STUCK)

    def end(self, why: str) -> None:
        """Say why, and close; what arrives from now on is not heard."""
        if not self._ending:
            self._ending = True
            self._part()
            self._closing = asyncio.get_running_loop().create_task(self.close(WHY[why], why))

    def _hear(self, said: Said, now: int) -> None:
        if self._table is None:
            if not isinstance(said, Join):
                raise UnreadableError
            self._join(said, now)
            return
        room = self._table.room
        match said:
            case Score(round_, score):
                room.score(self.player, round_, score, now)
            case Ready(ready):
                room.ready(self.player, ready, now)
            case Begin():
                room.begin(self.player, now)
            case Leave():
                room.leave(self.player, now)
                self._table.tell()
                self.end("left")
                return
            case Join():
                raise UnreadableError
            case Here():
                pass
        self._table.tell()

    def _join(self, said: Join, now: int) -> None:
        room = ROOMS.find(self.scope["url_route"]["kwargs"]["code"])
        if room is None:
            self.end("gone")
            return
        self.player = room.join(said.nickname, said.token, now)
        if self._join_by:
            self._join_by.cancel()
        table = table_of(room)
        for line in [line for line in table.lines if line.player is self.player]:
            # The same page came back before its old line was missed.
            table.lines.discard(line)
            line.end("elsewhere")
        self._table = table
        table.lines.add(self)
        self.tell(encode(Welcome(self.player.seat, self.player.token)).decode())
        table.tell()

    def _part(self) -> None:
        """Leave the table; the seat is held where nobody sits on it by another line."""
        if self._table is None:
            return
        table, self._table = self._table, None
        if self in table.lines:
            table.lines.discard(self)
            if table.room.players.get(self.player.seat) is self.player:
                table.room.drop(self.player, clock())
            table.tell()

    async def _send(self, message: str) -> None:
        try:
            await self.send(message)
            while self._missed and self._table:
                self._missed = False
                self._sending_since = clock()
                await self.send(encode(self._table.room.state(self._sending_since)).decode())
        except (OSError, RuntimeError):
            self._part()  # closed from the other side; Channels is told so too


def _address(scope: dict[str, Any]) -> str:
    """Return the network address that a socket came from, as for a page."""
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for").decode("latin-1")
    return address_behind(forwarded, (scope.get("client") or ("",))[0])
