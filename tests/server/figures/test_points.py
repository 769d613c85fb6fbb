"""Which part of a body is seen, and whether two figures are the same."""

import pytest

from tests.server.figures.conftest import BODY
from vitrine.server.figures.points import part_of, same

HIDDEN_LEGS = [[x, y, 0.0 if number >= 25 else v] for number, (x, y, v) in enumerate(BODY)]
SEATED = [[x, y - 15 if number in (25, 26) else y, v] for number, (x, y, v) in enumerate(BODY)]
"""Knees hardly below the hips: 5 of a trunk of 120."""
HANDSTAND = [[x, -y, v] for x, y, v in BODY]


@pytest.mark.parametrize(("points", "part"), [(HIDDEN_LEGS, "upper"), (SEATED, "seated"), (HANDSTAND, "full")])
def test_the_part_is_seen_from_the_points(points: list[list[float]], part: str) -> None:
    assert part_of(points) == part


def test_figures_are_the_same_by_the_place_they_share() -> None:
    assert same(BODY, BODY) == 1
    assert same(BODY, [[x + 1000, y, v] for x, y, v in BODY]) == 0
    assert 0.3 < same(BODY, [[x + 40, y, v] for x, y, v in BODY]) < 1
