"""Players of many rooms at once, in one process that costs little: frames are made beforehand, the rest is counting.

python -m benchmarks.room_players ADDRESS SECONDS RESULT CODES
"""

import asyncio
import base64
import json
import os
import struct
import sys
import time
from pathlib import Path
from random import Random

import msgspec

PLAYERS = 4
A_SECOND = 10
_JOINING_AT_ONCE = 50
_LAST_WORDS = 2
"""Seconds after the last score in which it has to arrive."""

_NICKNAMES = ("otter", "heron", "fox", "owl")


class _Heard(msgspec.Struct):
    t: str
    now: int = 0
    round: int = 0
    phase: str = ""
    begins: int = 0
    seat: int = 0
    players: list[dict[str, int | bool | str]] = []
    scores: list[tuple[int, int, int, int]] = []


_decode = msgspec.json.Decoder(_Heard).decode


def _frame(message: dict[str, object]) -> bytes:
    """Return a text frame as browsers send it, masked with zeros, which is a mask like any other (RFC 6455, 5.3)."""
    text = json.dumps(message, separators=(",", ":")).encode()
    assert len(text) < 126
    return struct.pack("!BBI", 0x81, 0x80 | len(text), 0) + text


_SCORES = [_frame({"t": "score", "round": 1, "score": score}) for score in range(101)]


class Player(asyncio.Protocol):
    """One phone: says a score ten times a second, and notes when the scores of the others arrive."""

    def __init__(self, room: "Room", number: int) -> None:
        self.room, self.number = room, number
        self.joined: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.seat = 0
        self.sent: list[float] = []
        self.last: dict[int, int] = {}
        self.lost = False
        self._data = b""
        self._open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        key = base64.b64encode(os.urandom(16)).decode()
        host = self.room.address
        path = f"/play/together/{self.room.code}/socket"
        self.transport.write(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        self._data += data
        if not self._open:
            head, end, rest = self._data.partition(b"\r\n\r\n")
            if not end:
                return
            assert head.startswith(b"HTTP/1.1 101"), head
            self._open, self._data = True, rest
            self.say({"t": "join", "nickname": _NICKNAMES[self.number]})
        while len(self._data) >= 2:
            kind, length, start = self._data[0], self._data[1], 2
            if length == 126:
                if len(self._data) < 4:
                    return
                length, start = struct.unpack("!H", self._data[2:4])[0], 4
            if len(self._data) < start + length:
                return
            payload, self._data = self._data[start : start + length], self._data[start + length :]
            if kind == 0x81:
                self._hear(_decode(payload), now)
            elif kind == 0x88:
                self.transport.close()

    def connection_lost(self, _error: Exception | None) -> None:
        self.lost = True

    def say(self, message: dict[str, object]) -> None:
        self.transport.write(_frame(message))

    def _hear(self, heard: _Heard, now: float) -> None:
        if heard.t == "welcome":
            self.seat = heard.seat
            self.joined.set_result(self.seat)
        elif heard.t == "scores":
            for seat, score, _, _ in heard.scores:
                self._arrived(seat, score, now)
        elif heard.phase == "round":
            if not self.sent:
                loop = asyncio.get_running_loop()
                wait = (heard.begins - heard.now) / 1000 + self.room.random.random() / A_SECOND
                self.sent.append(0.0)  # number 0 is the score with which all begin
                loop.call_at(loop.time() + wait, self._play, loop.time() + wait)
            for player in heard.players:
                self._arrived(int(player["seat"]), int(player["score"]), now)

    def _arrived(self, seat: int, score: int, now: float) -> None:
        if seat == self.seat:
            return
        before = self.last.get(seat, 0)
        # Scores count up and start again, so the newest says which were before it.
        newest = before + (score - before) % 101
        if newest > before:
            sent = self.room.seats[seat].sent
            self.room.times.extend(now - sent[number] for number in range(before + 1, newest + 1))
            self.last[seat] = newest

    def _play(self, at: float) -> None:
        loop = asyncio.get_running_loop()
        self.transport.write(_SCORES[len(self.sent) % 101])
        self.sent.append(time.perf_counter())
        if len(self.sent) <= self.room.seconds * A_SECOND:
            loop.call_at(at + 1 / A_SECOND, self._play, at + 1 / A_SECOND)


class Room:
    """A room and its players."""

    def __init__(self, address: str, code: str, seconds: int, times: list[float], random: Random) -> None:
        self.address, self.code, self.seconds, self.times, self.random = address, code, seconds, times, random
        self.seats: dict[int, Player] = {}

    async def join(self) -> None:
        host, _, port = self.address.rpartition(":")
        for number in range(PLAYERS):
            _, player = await asyncio.get_running_loop().create_connection(
                lambda number=number: Player(self, number), host, int(port)
            )
            self.seats[await player.joined] = player

    def late(self) -> int:
        """Return how many last scores did not arrive at another player."""
        return sum(
            one.last.get(other.seat, 0) != len(other.sent) - 1
            for one in self.seats.values()
            for other in self.seats.values()
            if one is not other
        )


async def play(address: str, seconds: int, codes: list[str]) -> dict[str, object]:
    """Let four players each play a round in these rooms, and return what happened."""
    times: list[float] = []
    rooms = [Room(address, code, seconds, times, Random(code)) for code in codes]
    for first in range(0, len(rooms), _JOINING_AT_ONCE):
        await asyncio.gather(*(room.join() for room in rooms[first : first + _JOINING_AT_ONCE]))
    for room in rooms:
        room.seats[1].say({"t": "begin"})
        await asyncio.sleep(1 / len(rooms))
    cpu, start = time.process_time(), time.perf_counter()
    await asyncio.sleep(5 + seconds + _LAST_WORDS)
    share = (time.process_time() - cpu) / (time.perf_counter() - start)
    players = [player for room in rooms for player in room.seats.values()]
    times.sort()
    sent = sum(len(player.sent) - 1 for player in players)
    return {
        "players": len(players),
        "sent": sent,
        "arrived": len(times),
        "lost": sum(player.lost for player in players) + sum(room.late() for room in rooms),
        "missing": sent * (PLAYERS - 1) - len(times),
        "median": round(times[len(times) // 2] * 1000, 1),
        "p95": round(times[int(len(times) * 0.95)] * 1000, 1),
        "most": round(times[-1] * 1000, 1),
        "own share of a core": round(share, 2),
    }


if __name__ == "__main__":
    found = asyncio.run(play(sys.argv[1], int(sys.argv[2]), json.loads(Path(sys.argv[4]).read_text())))
    Path(sys.argv[3]).write_text(json.dumps(found))
