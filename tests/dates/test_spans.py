import pytest

from tests.dates.readings import TODAY, kind, years
from vitrine.dates import resolve


@pytest.mark.parametrize("text", ["{}", "c. {}", "1990-{}", "May {}", "1.5.{}", "{}-05-01", "before {}"])
def test_nothing_is_dated_after_next_year(text: str) -> None:
    assert kind(text.format(TODAY + 1)) == "read"
    assert kind(text.format(TODAY + 2)) == "unreadable"


def test_a_century_that_has_begun_is_read_whole() -> None:
    assert years("21st century") == (2000, 2099)
    assert kind("22nd century") == "unreadable"
    assert years("early 21st century") == (2000, 2033)


def test_what_lies_in_the_future_depends_on_today() -> None:
    assert resolve("1850", today=1840).kind == "unreadable"
    assert resolve("1850", today=1850).kind == "read"


def test_both_before_and_after_is_no_date() -> None:
    assert kind("before 1850 or later") == "unreadable"
