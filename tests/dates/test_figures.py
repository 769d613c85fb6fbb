import pytest

from vitrine.dates import edtf
from vitrine.dates.figures import is_doubtful, read


def _edtf(text: str, **settings: bool | None) -> str | None:
    reading = read(text, **settings)
    return None if reading is None else edtf.write(reading)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1851", "1851"),
        ("1851?", "1851?"),
        ("?1851", "1851?"),
        ("1851-07-04", "1851-07-04"),
        ("1851.07.04", "1851-07-04"),
        ("4.7.1851", "1851-07-04"),
        ("04-07-1851", "1851-07-04"),
        ("07.1851", "1851-07"),
        ("7/1851", "1851-07"),
        ("1851-13-04", "1851-04-13"),  # only one of the two can be the month
        ("1851-00-00", "1851"),
        ("1851-07-00", "1851-07"),
        ("4.7.851", "0851-07-04"),
        ("185X", "185X"),
        ("18--/..", "18XX/.."),
        ("XX.07.1851", "1851-07"),
        ("??/??/1851", "1851"),
        ("1851-07-04T12:30:00Z", "1851-07-04"),
        ("1851-07-04 12:30:00", "1851-07-04"),
    ],
)
def test_single_dates(text: str, expected: str) -> None:
    assert _edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1851/1862", "1851/1862"),
        ("1851 - 1862", "1851/1862"),
        ("1851|1862", "1851/1862"),
        ("1851 1862", "1851/1862"),
        ("1851-62", "1851/1862"),
        ("1851/62?", "1851/1862?"),
        ("851-862", "0851/0862"),
        ("1851?/1862?", "1851?/1862?"),
        ("?/1862", "../1862"),
        ("- - 1862", "../1862"),
        ("1851/-", "1851/.."),
        ("1851-..", "1851/.."),
        ("4.7.1851 - 5.8.1851", "1851-07-04/1851-08-05"),
        ("07.1851-08.1862", "1851-07/1862-08"),
        ("185X/186X", "185X/186X"),
        ("-12345/-12344", "Y-12345/Y-12344"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    assert _edtf(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1900/01", "1900/12", "1899-00", "851", "18??", "1851-", "-- 1862", "--1862", "1851--", "1862-1851", "1851-851",
        "851-1862", "1851-7-04", "1851-07-4", "1851-13-32", "32.7.1851", "4.7.51", "12345-01-01", "1851 7", "7 1851",
        "031051", "1851---1862", "..", "/", "?/?", "14:27", "Paris", "",
    ],
)  # fmt: skip
def test_what_is_cut_short_or_ambiguous_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["1851-07 ", " 1851-07-04", "185X ", " XX.07.1851 "])
def test_one_blank_at_an_edge_is_a_range_that_lost_an_end(text: str) -> None:
    assert read(text) is None
    assert read(text.strip()) is not None


@pytest.mark.parametrize("text", ["  1851-07-04  ", " 1851/1862", "1851-07-04/ ", " 1851 "])
def test_other_blanks_at_the_edges_do_not_matter(text: str) -> None:
    assert _edtf(text) == _edtf(text.strip())


def test_day_and_month_in_slashes_are_told_apart_only_by_what_is_known_of_the_source() -> None:
    assert _edtf("05/06/1851", day_first=True) == "1851-06-05"
    assert _edtf("05/06/1851", day_first=False) == "1851-05-06"
    assert _edtf("05/06/1851", day_first=None) == "1851"
    assert _edtf("05/05/1851", day_first=None) == "1851-05-05"
    assert _edtf("25/06/1851", day_first=False) == "1851-06-25"


def test_a_period_of_dublin_core() -> None:
    assert _edtf("name=Great Exhibition; start=1851-05-01; end=1851-10-15; scheme=W3C-DTF;") == "1851-05-01/1851-10-15"
    assert _edtf("start=1851;") == "1851/.."
    assert read("start=1851; start=1852;") is None
    assert read("start=soon; end=1851") is None


def test_doubt_is_told_from_other_text() -> None:
    assert is_doubtful("1900/12")
    assert not is_doubtful("1900/13")
    assert not is_doubtful("1851")
