import numpy as np
import pytest

from vitrine.house.atelier import prints
from vitrine.house.atelier.noise import Field


def _field(seed: int = 5) -> Field:
    return Field(np.random.default_rng(seed), 400, 300)


@pytest.mark.parametrize(("dark", "least", "most"), [(0.0, 0.0, 0.06), (0.5, 0.35, 0.65), (1.0, 0.94, 1.0)])
def test_crayon_covers_as_much_as_the_tone_is_dark(dark: float, least: float, most: float):
    assert least <= prints.crayon(_field(), dark).mean() <= most


def test_lines_are_broader_in_the_dark():
    field = _field()
    rows = field.grid()[0]
    shares = [float(prints.lines(_field(), rows, np.full_like(rows, tone), 20).mean()) for tone in (0.1, 0.5, 0.9)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.75 and shares[2] < 0.25


def test_gouges_take_the_share_they_are_told():
    assert float((prints.gouges(_field(), 30, 0.10) > 0.5).mean()) == pytest.approx(0.10, abs=0.04)


def test_ink_darkens_where_the_block_stands_and_nowhere_else():
    field = _field()
    paper = np.ones((300, 400, 3), np.float32)
    block = np.zeros((300, 400), np.float32)
    block[100:200] = 1
    printed = prints.pressed(field, paper, block, prints.Ink((0.1, 0.2, 0.3)))
    assert printed[:99].min() == 1
    assert np.median(printed[110:190].reshape(-1, 3), axis=0) == pytest.approx([0.1, 0.2, 0.3], abs=0.06)


def test_a_block_that_slips_prints_aside():
    mask = np.zeros((10, 10), np.float32)
    mask[4, 4] = 1
    moved = prints.shifted(mask, 3, -2)
    assert np.argwhere(moved).tolist() == [[2, 7]]
    assert prints.shifted(mask, 9, 0).max() == 0


def test_the_printed_field_leaves_a_margin():
    frame = prints.framed(_field(), 40)
    assert frame[:30].max() == 0 and frame[:, -30:].max() == 0
    assert frame[60:-60, 60:-60].min() == 1
