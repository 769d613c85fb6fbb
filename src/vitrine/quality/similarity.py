"""How much of two texts is the same, in the same order: the length of their longest common subsequence."""

from collections import Counter


def common_subsequence(one: str, other: str) -> int:
    """Return the length of the longest common subsequence, in characters.

    Bit-parallel (H. Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004): a row of the usual table is one
    integer, so that a thousand characters take a thousand steps.
    """
    places: dict[str, int] = {}
    for place, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for character in other:
        matches = row & places.get(character, 0)
        row = ((row + matches) | (row - matches)) & full
    return len(one) - row.bit_count()


def most_in_common(one: str, other: str) -> int:
    """Return a bound that `common_subsequence` does not pass, and that is quickly found: the characters both have."""
    return (Counter(one) & Counter(other)).total()
