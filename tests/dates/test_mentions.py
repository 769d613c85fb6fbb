import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    "text",
    [
        "Room 1837",
        "inv. 1837",
        "no. 1837",
        "1837 mm",
        "1200 x 1837",
        "London 1837",
        "1837a",
        "u.1837",
        "ci.1837",
        "A.H. 1237",
    ],
)
def test_numbers_that_may_be_no_years_are_not_taken_for_years(text: str) -> None:
    assert kind(text) == "unreadable"


@pytest.mark.parametrize(
    "text",
    ["Paris, 1837", "1837, London", "1837 by a pupil", "Series of 12, 1837", "No. 12 of 50, 1837", "first edition, 1837",
     "1st edition 1837", "1837*", '"1837"', "1837 (text in parentheses (and more))", "Louis XIV, 1837"],
)  # fmt: skip
def test_words_beside_a_date_that_do_not_change_it(text: str) -> None:
    assert edtf(text) == "1837"


@pytest.mark.parametrize(
    "text",
    ["1837 [text in brackets]", "1837 toward 1840", "1837 → 1840", "1837 1840 1850", "1937 & x 1940", "1 1837", "1837 1",
     "185 and 1837", "= 1837", "1837 ± 5", "1837 or even later"],
)  # fmt: skip
def test_words_and_marks_that_may_change_a_date_put_it_in_doubt(text: str) -> None:
    assert kind(text) == "unreadable"


def test_numbers_of_dynasties_and_editions_are_left_alone() -> None:
    assert years("New Kingdom, Dynasty 18, ca. 1479–1458 B.C.") == (-1478, -1457)


@pytest.mark.parametrize(
    "text",
    ["acquired 1923", "Acquired: 1923", "Gift, 1923", "Förvärvsår 1923", "restored 1923", "erworben 1923", "acquis 1923",
     "acquistato 1923", "adquirido 1923", "verworven 1923", "born 1923"],
)  # fmt: skip
def test_dates_of_a_life_in_the_museum_are_no_production(text: str) -> None:
    assert kind(text) == "unreadable"
    assert edtf(text, production=False) == "1923"


def test_beside_a_making_they_do_not_count() -> None:
    assert edtf("1837, acquired 1923") == "1837"
    assert edtf("painted 1837 (restored 1923)") == "1837"
    assert edtf("16th century (19th century frame)") == "15XX"
    assert edtf("exhibited 1809, 1840") == "1809"
