import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1837-41", (1837, 1841)),
        ("1837–41", (1837, 1841)),
        ("1998-9", (1998, 1999)),
        ("1910-12", (1910, 1912)),
        ("1920/1", (1920, 1921)),
        ("1920/21", (1920, 1921)),
        ("1957–c.66", (1957, 1966)),
        ("1827–?36", (1827, 1836)),
        ("1831 or 2", (1831, 1832)),
        ("1860 or 63", (1860, 1863)),
        ("1976-77/79", (1976, 1979)),
        ("1924–5–c.1937", (1924, 1937)),
        ("May 1837–38", (1837, 1838)),
    ],
)
def test_a_shortened_end_takes_the_figures_of_the_start(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize("text", ["1841-37", "1798–5", "1829-29", "1837-841", "1899–00", "1837 and 37"])
def test_an_end_that_would_lie_before_its_start_is_not_read(text: str) -> None:
    assert kind(text) == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19th–20th century", "18XX/19XX"),
        ("17./18. Jh.", "16XX/17XX"),
        ("XVII-XVIII secolo", "16XX/17XX"),
        ("sec. XVI/ XVII", "15XX/16XX"),
        ("16e-17e eeuw", "15XX/16XX"),
        ("late 18th-mid 19th Century", "1767/1866"),
        ("fin XIXe-début XXe siècle", "1867/1933"),
        ("fine V - inizio IV sec. a.C.", "-0432/-0366"),
        ("15th or 16th century", "[14XX,15XX]"),
        ("1950s-60s", "195X/196X"),
        ("1920s and '30s", "{192X,193X}"),
        ("1780er/90er Jahre", "178X/179X"),
        ("jaren '50-'60", "195X/196X"),
        ("années 1950-1960", "195X/196X"),
        ("1990s–2000s", "199X/200X"),
        ("1900s-1910s", "190X/191X"),
        ("200-100 BC", "-0199/-0099"),
        ("ca. 1353–1336 B.C.", "-1352~/-1335~"),
        ("late 2nd–early 1st century B.C.", "-0132/-0066"),
        ("27 BC–AD 14", "-0026/0014"),
        ("31 BC - 14 AD", "-0030/0014"),
        ("AD 50-75", "0050/0075"),
        ("A.D. 98–117", "0098/0117"),
    ],
)
def test_neighbours_supply_century_decade_and_era(text: str, expected: str) -> None:
    assert edtf(text) == expected


def test_three_figures_are_a_year_where_circa_or_a_year_near_them_vouches() -> None:
    assert years("c. 850") == (850, 850)
    assert years("850–900") == (850, 900)
    assert years("900-1100") == (900, 1100)
    assert kind("850") == "unreadable"
    assert kind("989-1990") == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1–200 CE", "0001/0200"), ("50–75 CE", "0050/0075"), ("1605–6 CE", "1605/1606"), ("200 BCE–400 CE", "-0199/0400"), ("100 B.C./A.D. 200", "-0099/0200")],
)  # fmt: skip
def test_an_era_behind_a_range_is_of_both_ends(text: str, expected: str) -> None:
    assert edtf(text) == expected
