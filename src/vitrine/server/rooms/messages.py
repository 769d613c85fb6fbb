"""What crosses the network while people play together, all of it: nothing else is read, and nothing else is sent.

Times are milliseconds of the server's own clock, which says how long, never when.
"""

from typing import Annotated

import msgspec

from vitrine.server.rooms.nicknames import NICKNAMES

LONGEST = 200
"""Characters of a message from a player; the longest that makes sense has 120."""

Token = Annotated[str, msgspec.Meta(min_length=22, max_length=22, pattern=r"^[\w-]*$")]
Nickname = Annotated[str, msgspec.Meta(max_length=20)]


class Join(msgspec.Struct, tag_field="t", tag="join", forbid_unknown_fields=True):
    """Come in under a nickname, or, with the token that was given then, come back to one's place."""

    nickname: Nickname
    token: Token | None = None


class Ready(msgspec.Struct, tag_field="t", tag="ready", forbid_unknown_fields=True):
    """In the lobby: I want to play. In a round: I have done. After it: go on."""

    ready: bool


class Begin(msgspec.Struct, tag_field="t", tag="begin", forbid_unknown_fields=True):
    """The host begins; after the end, the host opens the lobby again."""


class Score(msgspec.Struct, tag_field="t", tag="score", forbid_unknown_fields=True):
    """How well the pose in a round is met at this moment."""

    round: Annotated[int, msgspec.Meta(ge=1, le=100)]
    score: Annotated[int, msgspec.Meta(ge=0, le=100)]


class Here(msgspec.Struct, tag_field="t", tag="here", forbid_unknown_fields=True):
    """I am still here."""


class Leave(msgspec.Struct, tag_field="t", tag="leave", forbid_unknown_fields=True):
    """I go and do not come back."""


Said = Join | Ready | Begin | Score | Here | Leave

_decoder = msgspec.json.Decoder(Said)


class UnreadableError(ValueError):
    """A message that is none of ours."""


def read(text: str) -> Said:
    """Return what a player says. Raises UnreadableError."""
    if len(text) > LONGEST:
        raise UnreadableError
    try:
        said = _decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnreadableError from error
    if isinstance(said, Join) and said.nickname not in NICKNAMES:
        raise UnreadableError
    return said


class Welcome(msgspec.Struct, tag_field="t", tag="welcome"):
    """To the one who came in: their seat, and what brings them back to it after a drop. A page keeps it in its memory only."""

    seat: int
    token: str


class Seated(msgspec.Struct):
    """A player, as all see them: `score` now, the `best` of this round, the `total` of all rounds."""

    seat: int
    nickname: str
    ready: bool
    here: bool
    score: int
    best: int
    total: int


class State(msgspec.Struct, tag_field="t", tag="state"):
    """All there is to know of a room, whenever something but a score changed."""

    now: int
    room: str
    challenge: str
    work: str
    phase: str
    round: int
    rounds: int
    begins: int
    ends: int
    host: int
    winners: list[int]
    players: list[Seated]


class Scores(msgspec.Struct, tag_field="t", tag="scores"):
    """The scores of a round that changed since the last message: seat, score, best and total of each."""

    now: int
    round: int
    scores: list[tuple[int, int, int, int]]


encode = msgspec.json.Encoder().encode
