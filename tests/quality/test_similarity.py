"""The longest common subsequence, against the textbook's table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.quality.similarity import common_subsequence, most_in_common


def by_table(one: str, other: str) -> int:
    """The usual dynamic programming, row by row (Cormen et al., Introduction to Algorithms, 15.4)."""
    row = [0] * (len(other) + 1)
    for a in one:
        above = row[:]
        for place, b in enumerate(other, 1):
            row[place] = above[place - 1] + 1 if a == b else max(above[place], row[place - 1])
    return row[-1]


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("ABCBDAB", "BDCABA", 4), ("", "abc", 0), ("abc", "", 0), ("abc", "abc", 3), ("abc", "cba", 1), ("aaa", "aa", 2)],
)
def test_known_lengths(one, other, length):
    assert common_subsequence(one, other) == length


FEW_LETTERS = st.text(alphabet="abcé ", max_size=80)


@given(FEW_LETTERS, FEW_LETTERS)
def test_any_two_texts(one, other):
    assert common_subsequence(one, other) == by_table(one, other)
    assert common_subsequence(one, other) <= most_in_common(one, other) <= min(len(one), len(other))
