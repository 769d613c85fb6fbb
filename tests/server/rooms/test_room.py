"""A game from the lobby to the winner, told what time it is."""

import pytest

from vitrine.server.rooms.nicknames import NICKNAMES
from vitrine.server.rooms.room import (
    BETWEEN,
    COUNTDOWN,
    HELD,
    IDLE,
    LATE,
    LONGEST,
    MOST_PLAYERS,
    ROUND,
    UNVISITED,
    Player,
    RefusedError,
    Room,
)

START = 1_000_000


@pytest.fixture
def room() -> Room:
    return Room("BCDFGH", "all", ["house:a", "house:b"], START)


@pytest.fixture
def pair(room: Room) -> tuple[Player, Player]:
    return room.join("otter", None, START), room.join("heron", None, START)


def _play(room: Room, points: dict[Player, int], now: int) -> int:
    """Play one round with these points and return when the scoreboard is over."""
    now += COUNTDOWN
    for player, score in points.items():
        room.score(player, room.round, score, now + 100)
    now += ROUND + LATE + 1
    room.pass_time(now)
    assert room.phase == "between"
    now += BETWEEN + 1
    room.pass_time(now)
    return now


def test_from_the_lobby_to_the_winner(room: Room, pair: tuple[Player, Player]) -> None:
    first, second = pair
    room.begin(first, START)
    now = _play(room, {first: 40, second: 90}, START)
    now = _play(room, {first: 45, second: 10}, now)
    state = room.state(now)
    assert state.phase == "end"
    assert {player.nickname: player.total for player in state.players} == {"otter": 85, "heron": 100}
    assert state.winners == [second.seat]


def test_a_tie_has_two_winners_and_a_game_without_points_has_none(room: Room, pair: tuple[Player, Player]) -> None:
    first, second = pair
    room.begin(first, START)
    now = _play(room, {first: 50, second: 20}, START)
    now = _play(room, {first: 10, second: 40}, now)
    assert room.state(now).winners == [first.seat, second.seat]
    room.begin(first, now)
    room.begin(first, now)
    now = _play(room, {}, now)
    now = _play(room, {}, now)
    assert room.state(now).phase == "end"
    assert room.state(now).winners == []


def test_the_best_of_a_round_counts_not_the_last(room: Room, pair: tuple[Player, Player]) -> None:
    first, _ = pair
    room.begin(first, START)
    begun = START + COUNTDOWN
    for score in (10, 70, 0):
        room.score(first, 1, score, begun)
    assert (first.score, first.best, first.total) == (0, 70, 70)


@pytest.mark.parametrize(
    ("round_", "after"), [(1, -1), (1, ROUND + LATE + 1), (2, 10)], ids=["too early", "too late", "another round"]
)
def test_a_score_counts_in_its_round_only(room: Room, pair: tuple[Player, Player], round_: int, after: int) -> None:
    first, _ = pair
    room.begin(first, START)
    room.score(first, round_, 100, START + COUNTDOWN + after)
    assert first.total == 0


def test_when_all_are_ready_it_goes_on_at_once(room: Room, pair: tuple[Player, Player]) -> None:
    now = START
    for phase in ("round", "between", "round", "between", "end"):
        for player in pair:
            assert room.phase != phase
            room.ready(player, True, now)
        assert room.phase == phase
        assert not any(player.ready for player in pair)
        now += COUNTDOWN


def test_nobody_has_done_before_a_round_begins(room: Room, pair: tuple[Player, Player]) -> None:
    room.begin(pair[0], START)
    for player in pair:
        room.ready(player, True, START + COUNTDOWN - 1)
    assert room.phase == "round"


def test_one_alone_cannot_begin_and_only_the_host_can(room: Room) -> None:
    first = room.join("otter", None, START)
    room.ready(first, True, START)
    room.begin(first, START)
    assert room.phase == "lobby"
    second = room.join("heron", None, START)
    room.begin(second, START)
    assert room.phase == "lobby"
    room.begin(first, START)
    assert room.phase == "round"


def test_when_the_host_goes_the_next_is_host(room: Room, pair: tuple[Player, Player]) -> None:
    first, second = pair
    room.drop(first, START)
    assert room.host == second.seat
    room.join("fox", first.token, START + 1)
    assert room.host == first.seat
    room.leave(first, START + 2)
    assert room.host == second.seat
    room.leave(second, START + 3)
    assert room.host == 0


def test_who_comes_back_finds_place_and_points_and_the_game_went_on(room: Room, pair: tuple[Player, Player]) -> None:
    first, second = pair
    room.begin(first, START)
    room.score(second, 1, 80, START + COUNTDOWN)
    room.drop(second, START + COUNTDOWN + 1)
    assert [player.here for player in room.state(START).players] == [True, False]
    back = room.join("lynx", second.token, START + HELD)
    assert (back.seat, back.nickname, back.best) == (second.seat, "heron", 80)


def test_a_place_is_not_held_for_ever(room: Room, pair: tuple[Player, Player]) -> None:
    _, second = pair
    room.drop(second, START)
    room.pass_time(START + HELD)
    assert len(room.players) == 2
    room.pass_time(START + HELD + 1)
    assert len(room.players) == 1
    stranger = room.join("swan", second.token, START + HELD + 2)
    assert stranger.nickname == "swan"
    assert stranger.token != second.token


def test_a_round_does_not_wait_for_one_who_dropped(room: Room, pair: tuple[Player, Player]) -> None:
    first, second = pair
    room.begin(first, START)
    room.ready(first, True, START + COUNTDOWN)
    assert room.phase == "round"
    room.drop(second, START + COUNTDOWN)
    assert room.phase == "between"


def test_the_ninth_is_told_that_the_room_is_full(room: Room) -> None:
    names = list(NICKNAMES)
    for number in range(MOST_PLAYERS):
        room.join(names[number], None, START)
    with pytest.raises(RefusedError, match="full"):
        room.join(names[9], None, START)


def test_nobody_new_comes_into_a_running_game(room: Room, pair: tuple[Player, Player]) -> None:
    room.begin(pair[0], START)
    with pytest.raises(RefusedError, match="running"):
        room.join("fox", None, START)


def test_two_with_one_nickname_get_two(room: Room) -> None:
    last = list(NICKNAMES)[-1]
    nicknames = [room.join(last, None, START).nickname for _ in range(3)]
    assert len(set(nicknames)) == 3
    assert nicknames[0] == last


def test_rooms_end_when_empty_idle_or_old(room: Room) -> None:
    assert not room.is_over(START + UNVISITED)
    assert room.is_over(START + UNVISITED + 1)
    player = room.join("otter", None, START)
    assert not room.is_over(START + UNVISITED + 1)
    assert room.is_over(START + IDLE + 1)
    room.join("heron", None, START + LONGEST)
    room.ready(player, True, START + LONGEST)
    assert room.is_over(START + LONGEST + 1)
