"""Lines, whatever their length."""

import hashlib
import io
import tracemalloc
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from vitrine.formats.lines import Oversized, lines


def test_lines_keep_their_ends():
    assert list(lines(io.BytesIO(b"one\r\ntwo\n\nlast"))) == [b"one\r\n", b"two\n", b"\n", b"last"]


def test_an_oversized_line_is_described_and_the_next_one_read():
    long = b"x" * 5_000_000 + b"\n"
    first, second, third = lines(io.BytesIO(b"a\n" + long + b"b\n"), limit=1000)
    assert (first, third) == (b"a\n", b"b\n")
    assert isinstance(second, Oversized)
    assert second.length == len(long)
    assert second.digest == hashlib.sha256(long).hexdigest()
    assert long.startswith(second.raw)
    assert 0 < len(second.raw) < 100_000


@given(st.binary(), st.integers(min_value=1, max_value=10))
def test_nothing_is_lost_whatever_the_bytes(data, limit):
    total = 0
    for line in lines(io.BytesIO(data), limit):
        if isinstance(line, Oversized):
            assert line.length > limit
            total += line.length
        else:
            assert len(line) <= limit
            total += len(line)
    assert total == len(data)


class Endless(io.RawIOBase):
    """A line of any length that takes no room."""

    def __init__(self, length: int) -> None:
        self._left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        size = min(len(buffer), self._left)
        buffer[:size] = b"x" * size
        self._left -= size
        return size


def test_memory_stays_bounded_on_an_endless_line():
    tracemalloc.start()
    found: Iterator[bytes | Oversized] = lines(io.BufferedReader(Endless(200_000_000)), limit=1_000_000)
    line = next(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(line, Oversized)
    assert line.length == 200_000_000
    assert peak < 20_000_000
