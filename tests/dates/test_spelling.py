import pytest

from tests.dates.readings import edtf, kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dated A.H. 1014/ A.D. 1605–6", "1605/1606"), ("A.H. 1014/1605 CE", "1605"), ("dated 1014 AH/1605–6 CE", "1605/1606"), ("1605 (1014 AH)", "1605"),
        ("an VIII", "1799/1800"), ("vers l'an XII", "1803~/1804~"), ("1799 (an VIII)", "1799"), ("an 1800", "1800"),
    ],
)  # fmt: skip
def test_years_of_other_calendars(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.V.1920", "1920-05-12"), ("Wed Nov 01 01:00:00 CET 1989", "1989-11-01"), ("C19", "18XX"), ("c.19th century", "18XX~"),
        ("Sette-Ottocento", "17XX/18XX"), ("Otto/Novecento", "18XX/19XX"), ("SETTE-OTTOCENTO", "17XX/18XX"), ("3,000 BC", "-2999"), ("3.000 v. Chr.", "-2999"),
        ("+/- 1850", "1850~"), ("± 1850", "1850~"),
    ],
)  # fmt: skip
def test_shorthand(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize("text", ["1,500", "3,000", "1.850", "C14: 1200", "C1920.12", "1850 ± 5"])
def test_what_only_looks_like_shorthand(text: str) -> None:
    assert kind(text) == "unreadable"
