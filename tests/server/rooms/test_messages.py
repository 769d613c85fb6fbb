"""What players may say, and what is said back about anything else."""

import json
import string
from itertools import pairwise

import pytest

from vitrine.server.rooms.letters import ALPHABET, new_code, read_code
from vitrine.server.rooms.limits import Allowance
from vitrine.server.rooms.messages import Join, Score, UnreadableError, read

HOSTILE = [
    "",
    "null",
    "[]",
    "{",
    '"join"',
    "{}",
    '{"t":"unknown"}',
    '{"t":"join"}',
    '{"t":"join","nickname":"<b>Me</b>"}',
    '{"t":"join","nickname":"otter","token":"short"}',
    '{"t":"join","nickname":"otter","extra":1}',
    '{"t":"join","nickname":"otter\\u0000"}',
    '{"t":"join","nickname":["otter"]}',
    '{"t":"score","round":1,"score":101}',
    '{"t":"score","round":1,"score":-1}',
    '{"t":"score","round":1,"score":99.5}',
    '{"t":"score","round":1,"score":"100"}',
    '{"t":"score","round":1,"score":1e999}',
    '{"t":"score","round":1,"score":NaN}',
    '{"t":"score","round":0,"score":1}',
    '{"t":"score","round":99999999999999999999,"score":1}',
    '{"t":"score","round":1,"score":1,"landmarks":[1,2]}',
    '{"t":"ready","ready":"yes"}',
    '{"t":"ready","ready":true} {"t":"here"}',
    "[" * 100_000,
    '{"t":"here","x":"' + "a" * 1_000_000 + '"}',
    '{"t":"here"}' + " " * 1000,
    "\u202e\U0001f600\x00",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:40])
def test_anything_else_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text)


def test_what_players_say_is_read() -> None:
    assert read('{"t":"score","round":2,"score":100}') == Score(2, 100)
    token = "a-_Z" * 5 + "xy"
    assert read(json.dumps({"t": "join", "nickname": "tortoise", "token": token})) == Join("tortoise", token)


def test_letters_make_no_words_and_no_doubts() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) > 1990
    for code in codes:
        assert len(code) == 6
        assert set(code) <= set(string.ascii_uppercase) - set("AEIOUY")
        assert all(a != b for a, b in pairwise(code))
        assert read_code(code.lower()) == code


@pytest.mark.parametrize("typed", ["bcd fgh", "BCD-FGH", " b c d f g h\n", "bcd.fgh"])
def test_letters_are_read_however_they_are_spaced(typed: str) -> None:
    assert read_code(typed) == "BCDFGH"


@pytest.mark.parametrize("typed", ["", "BCDFG", "BCDFGHJ", "BCDFGA", "BCDFG1", "ßCDFGH", "B\0CDFGH", "B" * 10**6])
def test_what_are_no_letters_of_a_room(typed: str) -> None:
    assert read_code(typed) is None
    assert len(ALPHABET) == 20


def test_who_waits_may_go_on() -> None:
    allowance = Allowance(at_once=3, a_second=1, most=2)
    assert [allowance.take("a", 0) for _ in range(4)] == [True, True, True, False]
    assert allowance.take("b", 0)
    assert not allowance.take("a", 900)
    assert not allowance.has_left("a", 1800)
    assert allowance.has_left("a", 2000)
    # However many addresses come, memory is bounded.
    allowance.take("c", 2000)
    allowance.take("d", 2000)
    assert len(allowance._left) == 2
