import pytest

from vitrine.dates.parts import Part, Stretch, years_in
from vitrine.dates.words import EARLY, LAST, LATE, MID


def _years(part: Part, size: int) -> tuple[int, int] | None:
    return years_in(Stretch(part, part), size)


def test_early_mid_and_late_share_a_century_out_without_gap() -> None:
    early, mid, late = (_years(Part(number), 100) for number in (EARLY, MID, LATE))
    assert early is not None
    assert mid is not None
    assert late is not None
    assert (early[0], late[1]) == (0, 99)
    assert (mid[0], late[0]) == (early[1] + 1, mid[1] + 1)


@pytest.mark.parametrize("shares", [2, 3, 4, 10])
def test_shares_cover_a_century_once(shares: int) -> None:
    ends = [_years(Part(number, shares), 100) for number in range(1, shares + 1)]
    covered = [year for end in ends if end for year in range(end[0], end[1] + 1)]
    assert covered == list(range(100))


def test_early_in_a_decade_is_its_first_six_years_as_two_museums_have_it() -> None:
    assert _years(Part(EARLY), 10) == (0, 5)


def test_the_last_share_is_the_last() -> None:
    assert _years(Part(LAST, 4), 100) == _years(Part(4, 4), 100) == (75, 99)


def test_a_stretch_runs_from_part_to_part_and_not_backwards() -> None:
    assert years_in(Stretch(Part(2, 4), Part(3, 4)), 100) == (25, 74)
    assert years_in(Stretch(Part(LATE), Part(EARLY)), 100) is None


def test_there_is_no_fifth_quarter() -> None:
    assert _years(Part(5, 4), 100) is None
