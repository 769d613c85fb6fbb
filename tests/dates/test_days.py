import pytest

from tests.dates.readings import edtf, kind


@pytest.mark.parametrize(
    "text",
    [
        "12 May 1837", "12th May 1837", "12th of May, 1837", "May 12, 1837", "May 12 1837", "1837 May 12", "1837, May 12",
        "Friday, 12 May 1837", "12-May-1837", "12 maggio 1837", "12. Mai 1837", "12. V. 1837", "12 mai 1837", "le 12 mai 1837",
        "12 de mayo de 1837", "12 mei 1837", "12 maj 1837", "den 12 maj 1837", "1837-05-12", "12.05.1837", "12.5.1837",
        "12 Μαΐου 1837",
    ],
)  # fmt: skip
def test_a_day_in_every_language_and_order(text: str) -> None:
    assert edtf(text) == "1837-05-12"


@pytest.mark.parametrize(
    "text",
    [
        "August 1837",
        "Aug. 1837",
        "agosto 1837",
        "agosto de 1837",
        "août 1837",
        "augustus 1837",
        "augusti 1837",
        "8.1837",
    ],
)
def test_a_month(text: str) -> None:
    assert edtf(text) == "1837-08"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Spring 1837", 21), ("Frühjahr 1837", 21), ("printemps 1837", 21), ("primavera 1837", 21), ("voorjaar 1837", 21),
        ("våren 1837", 21), ("summer of 1837", 22), ("été 1837", 22), ("estate 1837", 22), ("Herbst 1837", 23),
        ("otoño 1837", 23), ("höst 1837", 23), ("Winter 1837", 24), ("inverno 1837", 24), ("hiver 1837", 24),
    ],
)  # fmt: skip
def test_seasons(text: str, code: int) -> None:
    assert edtf(text) == f"1837-{code}"


def test_a_season_with_circa_is_its_year_because_edtf_qualifies_no_season() -> None:
    assert edtf("c. Spring 1837") == "1837~"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March–April 1837", "1837-03/1837-04"),
        ("3–5 May 1837", "1837-05-03/1837-05-05"),
        ("May 3–5, 1837", "1837-05-03/1837-05-05"),
        ("12 May–3 June 1837", "1837-05-12/1837-06-03"),
        ("May 1837 – June 1838", "1837-05/1838-06"),
        ("Autumn 1837 - Spring 1838", "1837-23/1838-21"),
    ],
)
def test_ranges_of_days_and_months(text: str, expected: str) -> None:
    assert edtf(text) == expected


def test_two_figures_for_the_year_are_read_where_one_century_alone_fits() -> None:
    assert edtf("12 Jun 53") == "1953-06-12"
    assert edtf("03/45") == "1945-03"
    assert kind("1 Jun 06") == "unreadable"  # 1906 or 2006
    assert kind("05/11") == "unreadable"


@pytest.mark.parametrize(
    "text",
    [
        "30 February 1837",
        "32 May 1837",
        "May 1837 12 June",
        "12 May",
        "May",
        "May  1837",
        "123 May 1837",
        "May 5–3, 1837",
    ],
)
def test_days_that_are_none_or_lack_a_year_are_unreadable(text: str) -> None:
    assert kind(text) == "unreadable"


def test_early_in_a_year_or_month_is_that_year_or_month() -> None:
    assert edtf("early 1837") == "1837"
    assert edtf("end of May 1837") == "1837-05"
