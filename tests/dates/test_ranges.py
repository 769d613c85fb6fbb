import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    "text",
    [
        "1870-1880", "1870–1880", "1870 - 1880", "1870/1880", "1870/ 1880", "1870 to 1880", "from 1870 to 1880",
        "between 1870 and 1880", "1870 through 1880", "1870 bis 1880", "von 1870 bis 1880", "zwischen 1870 und 1880",
        "de 1870 à 1880", "entre 1870 et 1880", "dal 1870 al 1880", "tra il 1870 e il 1880", "de 1870 a 1880",
        "entre 1870 y 1880", "van 1870 tot 1880", "1870 t/m 1880", "tussen 1870 en 1880", "från 1870 till 1880",
        "mellan 1870 och 1880", "after 1870, before 1880", "post 1870 - ante 1880", "dopo il 1870 - ante 1880",
    ],
)  # fmt: skip
def test_a_range_in_every_language(text: str) -> None:
    assert edtf(text) == "1870/1880"
    assert years(text) == (1870, 1880)


def test_circa_of_a_range_is_of_both_its_ends() -> None:
    for text in ("c.1837–41", "c. 1837 - 1841", "1837-1841 circa", "1837-41 ca.", "c.1837-c.1841"):
        assert edtf(text) == "1837~/1841~", text
        assert years(text, circa=5) == (1832, 1846)


def test_circa_of_the_end_alone_is_of_the_end_alone() -> None:
    assert years("1795–c. 1805", circa=5) == (1795, 1810)


def test_probably_between_is_of_both_ends() -> None:
    assert edtf("troligen mellan 1679 och 1682") == "1679?/1682?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1786 or 1800", "[1786,1800]"),
        ("1828 (or 1836)", "[1828,1836]"),
        ("1895 or 1892", "[1892,1895]"),
        ("1837 oder 1839", "[1837,1839]"),
        ("1837 of 1839", "[1837,1839]"),
        ("c.1841 or c.1852", "[1841~,1852~]"),
        ("1833 and 1836", "{1833,1836}"),
        ("1937, 1938 and 1940", "{1937,1938,1940}"),
        ("1995–6, 2007", "{1995..1996,2007}"),
        ("c.1800–5 or ?c.1815", "1800~/1815%"),
    ],
)
def test_one_of_several_and_all_of_several(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    "text", ["1880-1870", "1837--1841", "1837-", "-1837", "1939; 1954; 1939", "200 BC, 150 BC", "1871 - 191-", "– 1850"]
)
def test_ranges_that_run_backwards_or_lack_an_end_are_unreadable(text: str) -> None:
    assert kind(text) == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after 1650 and before 1660", "1650/1660"), ("before 1660 and after 1650", "1650/1660"), ("na 1650 en voor 1660", "1650/1660"),
        ("nach 1650 und vor 1660", "1650/1660"), ("dopo il 1650 e prima del 1660", "1650/1660"), ("après 1650 et avant 1660", "1650/1660"),
        ("después de 1650 y antes de 1660", "1650/1660"), ("efter 1650 och före 1660", "1650/1660"), ("after 1650 or 1660", "1650/.."),
    ],
)  # fmt: skip
def test_two_open_ends_make_a_range(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize("text", ["before 1650 or after 1660", "after 1660 and before 1650", "vor 1650 oder nach 1660"])
def test_what_leaves_both_ends_open_dates_nothing(text: str) -> None:
    assert kind(text) == "unreadable"
