"""A room: who sits in it, which round is played until when, who has how many points. No network, no clock of its own."""

import secrets
from dataclasses import dataclass, field
from typing import Literal

from vitrine.server.rooms.messages import Scores, Seated, State
from vitrine.server.rooms.nicknames import NICKNAMES

MOST_PLAYERS = 8
FEWEST_PLAYERS = 2

COUNTDOWN = 5_000
"""Milliseconds between the word "go" and the beginning: to put the phone down and step back."""

ROUND = 30_000
"""Milliseconds of a round: to look, to try, and to hold."""

BETWEEN = 20_000
"""Milliseconds for the work and the scoreboard, where nobody goes on sooner."""

LATE = 1_000
"""Milliseconds after the end of a round in which a score that was on its way still counts."""

HELD = 60_000
"""Milliseconds that a place is held for a player whose connection dropped."""

UNVISITED = 5 * 60_000
"""Milliseconds until a room is gone in which nobody is (any more)."""

IDLE = 15 * 60_000
"""Milliseconds until a room is gone in which nothing happens."""

LONGEST = 2 * 3_600_000
"""Milliseconds until a room is gone, whatever happens."""

Phase = Literal["lobby", "round", "between", "end"]


@dataclass(eq=False)
class Player:
    """Somebody at a seat; `gone_at` is when the connection dropped."""

    seat: int
    nickname: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    ready: bool = False
    gone_at: int | None = None
    score: int = 0
    best: int = 0
    before: int = 0

    @property
    def here(self) -> bool:
        return self.gone_at is None

    @property
    def total(self) -> int:
        """The points of the rounds before and the best of this one."""
        return self.before + self.best


class RefusedError(Exception):
    """Somebody cannot come in: `full` or `running`."""


class Room:
    """One game among people who see each other. Every method is told what time it is, in milliseconds.

    `changed` says that everybody must be told the state anew; `moved` which seats have other scores.
    """

    def __init__(self, code: str, challenge: str, works: list[str], now: int) -> None:
        self.code = code
        self.challenge = challenge
        self.works = works
        self.players: dict[int, Player] = {}
        self.phase: Phase = "lobby"
        self.round = 0
        self.begins = self.ends = 0
        self.changed = False
        self.moved: set[int] = set()
        self._opened = self._active = now

    def join(self, nickname: str, token: str | None, now: int) -> Player:
        """Return the player who comes in, or back with a token. Raises RefusedError."""
        self._active, self.changed = now, True
        back = self._holder(token)
        if back:
            back.gone_at = None
            return back
        if self.phase in ("round", "between"):
            raise RefusedError("running")
        if len(self.players) >= MOST_PLAYERS:
            raise RefusedError("full")
        seat = next(number for number in range(1, MOST_PLAYERS + 1) if number not in self.players)
        self.players[seat] = Player(seat, self._free(nickname))
        return self.players[seat]

    def drop(self, player: Player, now: int) -> None:
        """Hold the place of somebody whose connection is gone."""
        player.gone_at, self.changed = now, True
        self._go_on_if_all_ready(now)

    def leave(self, player: Player, now: int) -> None:
        """Free the seat of somebody who goes."""
        self.players.pop(player.seat, None)
        self.changed = True
        self._go_on_if_all_ready(now)

    def ready(self, player: Player, ready: bool, now: int) -> None:
        """Note that somebody wants to go on; where all do, it goes on."""
        if self.phase == "round" and now < self.begins:
            return
        self._active, self.changed, player.ready = now, True, ready
        self._go_on_if_all_ready(now)

    def begin(self, player: Player, now: int) -> None:
        """Begin the game, or after its end open the lobby again: the host's to say."""
        if player.seat != self.host:
            return
        self._active = now
        if self.phase == "lobby" and len(self._here()) >= FEWEST_PLAYERS:
            self._start_round(now)
        elif self.phase == "end":
            self._open_lobby()

    def score(self, player: Player, round_: int, score: int, now: int) -> None:
        """Count a score for the round that is being played; of a round that is over or has not begun it counts nothing."""
        if self.phase != "round" or round_ != self.round or not self.begins <= now <= self.ends + LATE:
            return
        self._active, player.score = now, score
        player.best = max(player.best, score)
        self.moved.add(player.seat)

    def pass_time(self, now: int) -> None:
        """Do what is due by now: end a round, go on, free the seats of those who did not come back."""
        for player in [one for one in self.players.values() if one.gone_at is not None and now - one.gone_at > HELD]:
            self.leave(player, now)
        if self.phase == "round" and now > self.ends + LATE:
            self._end_round(now)
        elif self.phase == "between" and now > self.ends:
            self._go_on(now)

    def is_over(self, now: int) -> bool:
        """Return whether this room is to be closed: empty, idle, or old."""
        empty = not self._here() and now - self._active > UNVISITED
        return empty or now - self._active > IDLE or now - self._opened > LONGEST

    @property
    def host(self) -> int:
        """The seat of the host: the one who came first of those who are here; 0 where nobody is."""
        return next((player.seat for player in self._here()), 0)

    def state(self, now: int) -> State:
        """Return what everybody is told."""
        playing = self.phase in ("round", "between")
        return State(
            now=now,
            room=self.code,
            challenge=self.challenge,
            work=self.works[self.round - 1] if playing else "",
            phase=self.phase,
            round=self.round,
            rounds=len(self.works),
            begins=self.begins,
            ends=self.ends,
            host=self.host,
            winners=self._winners(),
            players=[
                Seated(one.seat, one.nickname, one.ready, one.here, one.score, one.best, one.total)
                for one in self.players.values()
            ],
        )

    def scores(self, now: int) -> Scores:
        """Return the scores that moved."""
        moved = [self.players[seat] for seat in self.moved if seat in self.players]
        return Scores(now, self.round, [(one.seat, one.score, one.best, one.total) for one in moved])

    def _here(self) -> list[Player]:
        return [player for player in self.players.values() if player.here]

    def _holder(self, token: str | None) -> Player | None:
        same = (one for one in self.players.values() if token and secrets.compare_digest(one.token, token))
        return next(same, None)

    def _free(self, nickname: str) -> str:
        """Return the nickname, or the next one of the list that nobody has."""
        taken = {player.nickname for player in self.players.values()}
        names = list(NICKNAMES)
        start = names.index(nickname)
        return next(name for name in names[start:] + names[:start] if name not in taken)

    def _go_on_if_all_ready(self, now: int) -> None:
        here = self._here()
        if not here or not all(player.ready for player in here):
            return
        if self.phase == "lobby" and len(here) >= FEWEST_PLAYERS:
            self._start_round(now)
        elif self.phase == "round" and now >= self.begins:
            self._end_round(now)
        elif self.phase == "between":
            self._go_on(now)

    def _go_on(self, now: int) -> None:
        if self.round < len(self.works):
            self._start_round(now)
        else:
            self.phase, self.changed = "end", True
            self._nobody_ready()

    def _start_round(self, now: int) -> None:
        self.phase, self.changed = "round", True
        self.round += 1
        self.begins, self.ends = now + COUNTDOWN, now + COUNTDOWN + ROUND
        self._nobody_ready()
        for player in self.players.values():
            player.before, player.best, player.score = player.total, 0, 0

    def _end_round(self, now: int) -> None:
        self.phase, self.changed = "between", True
        self.begins, self.ends = now, now + BETWEEN
        self._nobody_ready()

    def _open_lobby(self) -> None:
        self.phase, self.changed, self.round = "lobby", True, 0
        self._nobody_ready()
        for player in self.players.values():
            player.before = player.best = player.score = 0

    def _nobody_ready(self) -> None:
        for player in self.players.values():
            player.ready = False

    def _winners(self) -> list[int]:
        """Return the seats of those with the most points at the end: more than one where it is a tie, none where nobody has any."""
        most = max((player.total for player in self.players.values()), default=0)
        if self.phase != "end" or most == 0:
            return []
        return [player.seat for player in self.players.values() if player.total == most]
