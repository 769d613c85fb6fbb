"""Sockets into rooms, spoken to as a server speaks to them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator

from vitrine.server.rooms import consumer, guessing, room, rooms, telling
from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.rooms import ROOMS, NoMoreRoomsError
from vitrine.server.rooms.routing import sockets

ORIGIN = [(b"origin", b"http://localhost"), (b"host", b"localhost")]


class Phone:
    """One player's connection."""

    def __init__(self, code: str, headers: list[tuple[bytes, bytes]] = ORIGIN, address: str = "10.0.0.1") -> None:
        scope = {"type": "websocket", "path": f"/play/together/{code}/socket", "headers": headers}
        self.line = ApplicationCommunicator(sockets, scope | {"client": [address, 1]})

    async def connect(self, answer: str = "websocket.accept") -> "Phone":
        await self.line.send_input({"type": "websocket.connect"})
        assert (await self.line.receive_output(timeout=5))["type"] == answer
        return self

    async def join(self, nickname: str = "otter", token: str | None = None) -> dict[str, Any]:
        await self.say(t="join", nickname=nickname, **({"token": token} if token else {}))
        welcome: dict[str, Any] = await self.hear("welcome")
        return welcome

    async def say(self, **message: Any) -> None:
        await self.send(json.dumps(message))

    async def send(self, said: str | bytes) -> None:
        """Send what may be no message at all."""
        kind = "text" if isinstance(said, str) else "bytes"
        await self.line.send_input({"type": "websocket.receive", kind: said})

    async def drop(self) -> None:
        """Be cut off."""
        await self.line.send_input({"type": "websocket.disconnect", "code": 1006})
        await self.line.wait()

    async def hear(self, kind: str, true: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """Return the next message of a kind for which something is true."""
        while True:
            message: dict[str, Any] = json.loads((await self.line.receive_output(timeout=5))["text"])
            if message["t"] == kind and true(message):
                return message

    async def why(self) -> str:
        """Return why the socket is closed."""
        while (event := await self.line.receive_output(timeout=5))["type"] != "websocket.close":
            pass
        assert consumer.WHY[event["reason"]] == event["code"]
        reason: str = event["reason"]
        return reason


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(guessing, "GUESSES", Allowance(60, 0.5))
    monkeypatch.setattr(rooms, "_OPENED", Allowance(300, 1))
    yield
    ROOMS._rooms.clear()
    telling._tables.clear()


@pytest.fixture
def code() -> str:
    return ROOMS.open("all", ["house:a", "house:b"], "10.0.0.1").code


def _run(test: Coroutine[Any, Any, None]) -> None:
    """Run to the end, in a thread: a browser that another test drives has the loop of this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, test).result()


def played(test: Callable[..., AsyncIterator[None] | Any]) -> Callable[..., None]:
    """Run a test that is a coroutine."""

    def run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
        _run(test(code, monkeypatch))

    run.__name__ = test.__name__
    return run


@played
async def test_two_see_each_other_and_play(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "COUNTDOWN", 0)
    ada, ben = await Phone(code).connect(), await Phone(code).connect()
    seat = (await ada.join("otter"))["seat"]
    other = (await ben.join("otter"))["seat"]
    state = await ada.hear("state", lambda state: len(state["players"]) == 2)
    assert [player["nickname"] for player in state["players"]] == ["otter", "owl"]
    assert state["host"] == seat
    await ada.say(t="begin")
    begun = await ben.hear("state", lambda state: state["phase"] == "round")
    assert (begun["round"], begun["work"]) == (1, "house:a")
    await ada.say(t="score", round=1, score=63)
    scores = await ben.hear("scores")
    assert scores["scores"] == [[seat, 63, 63, 63]]
    for phone in (ada, ben):
        await phone.say(t="ready", ready=True)
    board = await ben.hear("state", lambda state: state["phase"] == "between")
    assert {player["seat"]: player["total"] for player in board["players"]} == {seat: 63, other: 0}


@played
async def test_what_leaves_the_server_holds_no_more_than_it_says(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await Phone(code).connect()
    assert set(await ada.join()) == {"t", "seat", "token"}
    state = await ada.hear("state")
    assert " ".join(state) == "t now room challenge work phase round rounds begins ends host winners players"
    assert " ".join(state["players"][0]) == "seat nickname ready here score best total"


@played
async def test_a_dropped_player_comes_back_to_the_place(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, ben = await Phone(code).connect(), await Phone(code).connect()
    await ada.join("otter")
    given = await ben.join("heron")
    await ben.drop()
    gone = await ada.hear("state", lambda state: not all(player["here"] for player in state["players"]))
    assert len(gone["players"]) == 2
    again = await Phone(code).connect()
    assert await again.join("fox", given["token"]) == given
    back = await ada.hear("state", lambda state: all(player["here"] for player in state["players"]))
    assert [player["nickname"] for player in back["players"]] == ["otter", "heron"]


@played
async def test_the_old_line_of_one_who_came_back_sooner_is_closed(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await Phone(code).connect()
    given = await ada.join()
    again = await Phone(code).connect()
    await again.join("otter", given["token"])
    assert await ada.why() == "elsewhere"
    state = await again.hear("state")
    assert [player["here"] for player in state["players"]] == [True]


@played
async def test_who_leaves_frees_the_seat(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, ben = await Phone(code).connect(), await Phone(code).connect()
    await ada.join("otter")
    await ben.join("heron")
    await ada.say(t="leave")
    assert await ada.why() == "left"
    state = await ben.hear("state", lambda state: len(state["players"]) == 1)
    assert state["host"] == state["players"][0]["seat"] == 2


@pytest.mark.parametrize(
    "said", ['{"t":"score","round":1,"score":1000}', "x", "[" * 5000, '{"t":"join","nickname":"otter"}'], ids=len
)
def test_a_forged_message_closes_the_socket(code: str, said: str) -> None:
    async def run() -> None:
        ada, ben = await Phone(code).connect(), await Phone(code).connect()
        await ada.join()
        await ben.join()
        await ada.send(said)
        assert await ada.why() == "unreadable"
        # Others play on.
        await ben.hear("state", lambda state: not state["players"][0]["here"])

    _run(run())


@played
async def test_bytes_are_no_message(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await Phone(code).connect()
    await ada.send(b'{"t":"here"}')
    assert await ada.why() == "unreadable"


@played
async def test_nobody_speaks_before_coming_in(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await Phone(code).connect()
    await ada.say(t="score", round=1, score=1)
    assert await ada.why() == "unreadable"


@played
async def test_who_stands_in_the_door_is_sent_away(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consumer, "_TO_JOIN", 0.01)
    assert await (await Phone(code).connect()).why() == "silent"


@played
async def test_a_thousand_scores_a_second_close_the_socket(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await Phone(code).connect()
    await ada.join()
    for _ in range(1000):
        await ada.say(t="score", round=1, score=100)
    assert await ada.why() == "fast"


@played
async def test_a_thousand_guesses_find_a_closed_door(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whys = [await (await Phone("ZZZZZZ"[:5] + letter).connect()).why() for letter in "BCDFGHJKLM" * 7]
    assert whys[:60] == ["gone"] * 60
    assert "guessing" in whys[60:]
    # Not even the right letters open it now, from there; elsewhere they do.
    assert await (await Phone(code).connect()).why() == "guessing"
    await (await Phone(code, address="10.0.0.2").connect()).join()


@played
async def test_other_sites_cannot_seat_their_readers(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = (b"host", b"localhost")
    for origin in (b"https://elsewhere.example", b"null", b"http://localhost.example", b"http://[", b"localhost", None):
        headers = [here, (b"origin", origin)] if origin else [here]
        await Phone(code, headers).connect("websocket.close")


@played
async def test_no_other_address_has_a_socket(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for letters in (code.lower(), "ABCDEF", code + "B", "../../ai"):
        await Phone(letters).connect("websocket.close")


@played
async def test_a_room_that_is_over_says_so(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_TICK", 0.01)
    ada = await Phone(code).connect()
    await ada.join()
    monkeypatch.setattr(room, "LONGEST", -1)
    assert await ada.why() == "gone"
    assert ROOMS.all() == []
    assert await (await Phone(code).connect()).why() == "gone"


@played
async def test_a_player_of_whom_nothing_is_heard_counts_as_dropped(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_TICK", 0.01)
    ada, ben = await Phone(code).connect(), await Phone(code).connect()
    await ada.join()
    await asyncio.sleep(0.3)
    await ben.join()
    monkeypatch.setattr(consumer, "_SILENCE", 250)
    assert await ada.why() == "silent"
    state = await ben.hear("state", lambda state: not state["players"][0]["here"])
    assert state["players"][1]["here"]


def test_there_are_only_so_many_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_ROOMS", 2)
    opened = [ROOMS.open("all", ["house:a"], "10.0.0.1") for _ in range(2)]
    with pytest.raises(NoMoreRoomsError):
        ROOMS.open("all", ["house:a"], "10.0.0.1")
    # A room that nobody entered makes way when its time is over.
    monkeypatch.setattr(room, "UNVISITED", -1)
    assert ROOMS.find(opened[0].code) is None
    ROOMS.open("all", ["house:a"], "10.0.0.1")


def test_one_address_does_not_take_all_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "_OPENED", Allowance(2, 0.001))
    for _ in range(2):
        ROOMS.open("all", ["house:a"], "10.0.0.1")
    with pytest.raises(NoMoreRoomsError):
        ROOMS.open("all", ["house:a"], "10.0.0.1")
    ROOMS.open("all", ["house:a"], "10.0.0.2")
