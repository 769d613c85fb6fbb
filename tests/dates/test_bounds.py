import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    "text",
    [
        "c. 1837", "c.1837", "c 1837", "c1837", "ca. 1837", "ca 1837", "Ca. 1837", "circa 1837", "about 1837", "around 1837",
        "1837 ca.", "1837 (circa)", "[ca. 1837]", "(c. 1837)", "um 1837", "etwa 1837", "gegen 1837", "vers 1837", "v. 1837",
        "env. 1837", "environ 1837", "hacia 1837", "h. 1837", "verso il 1837", "intorno al 1837", "rond 1837",
        "omstreeks 1837", "omkring 1837", "omkr. 1837", "cirka 1837", "ungefär 1837",
    ],
)  # fmt: skip
def test_circa_in_every_language(text: str) -> None:
    assert edtf(text) == "1837~"
    assert years(text, circa=5) == (1832, 1842)
    assert years(text, circa=0) == (1837, 1837)


@pytest.mark.parametrize(
    "text",
    [
        "1837?", "?1837", "1837 (?)", "[1837?]", "1837 [?]", "probably 1837", "possibly 1837", "wohl 1837", "vermutlich 1837",
        "probablement 1837", "forse 1837", "probablemente 1837", "waarschijnlijk 1837", "troligen 1837",
    ],
)  # fmt: skip
def test_uncertain_dates_are_marked_and_not_widened(text: str) -> None:
    assert edtf(text) == "1837?"
    assert years(text, circa=5) == (1837, 1837)


def test_circa_and_uncertain_together() -> None:
    assert edtf("c. 1837?") == "1837%"
    assert edtf("wohl um 1837") == "1837%"


@pytest.mark.parametrize("text", ["[1837]", "(1837)", "1837.", "the year 1837", "anno 1837"])
def test_brackets_and_articles_change_nothing(text: str) -> None:
    assert edtf(text) == "1837"


@pytest.mark.parametrize(
    "text",
    [
        "before 1880", "by 1880", "not after 1880", "no later than 1880", "until 1880", "pre-1880", "1880 or earlier", "vor 1880",
        "kurz vor 1880", "spätestens 1880", "avant 1880", "prima del 1880", "ante 1880", "1880 ante", "entro il 1880",
        "antes de 1880", "voor 1880", "kort voor 1880", "uiterlijk 1880", "före 1880", "senast 1880", "non post 1880",
    ],
)  # fmt: skip
def test_before(text: str) -> None:
    assert edtf(text) == "../1880"
    assert years(text) == (None, 1880)


@pytest.mark.parametrize(
    "text",
    [
        "after 1880", "not before 1880", "no earlier than 1880", "since 1880", "1880 or later", "1880 (or later)",
        "1880, or later", "1880 onwards", "from 1880", "1880-present", "1880 to date", "post 1880", "1880 post", "nach 1880",
        "ab 1880", "seit 1880", "1880 oder später", "après 1880", "dopo il 1880", "non ante 1880", "después de 1880",
        "desde 1880", "na 1880", "vanaf 1880", "efter 1880",
    ],
)  # fmt: skip
def test_after(text: str) -> None:
    assert edtf(text) == "1880/.."
    assert years(text) == (1880, None)


def test_circa_widens_the_end_that_before_and_after_leave() -> None:
    assert years("before c. 1880", circa=5) == (None, 1885)
    assert years("after c.1830", circa=5) == (1825, None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("700 BC", -699), ("700 B.C.", -699), ("700 BCE", -699), ("700 v. Chr.", -699), ("700 a.C.", -699),
        ("700 av. J.-C.", -699), ("700 v.C.", -699), ("700 f.Kr.", -699), ("1 BC", 0), ("AD 98", 98), ("98 AD", 98),
        ("98 CE", 98), ("98 n. Chr.", 98), ("98 d.C.", 98), ("98 apr. J.-C.", 98), ("98 e.Kr.", 98), ("98 n.C.", 98),
        ("12000 BC", -11999),
    ],
)  # fmt: skip
def test_eras_count_as_edtf_does(text: str, year: int) -> None:
    assert years(text) == (year, year)


@pytest.mark.parametrize(
    "text",
    ["not signed 1837", "1837, not 1838", "nicht 1837", "1837 c.", "before", "c.", "?before", "AD", "BC 1837 BC"],
)
def test_a_negation_or_a_qualifier_that_fits_nothing_is_in_doubt(text: str) -> None:
    assert kind(text) == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in or before 1660", "../1660"), ("in of voor 1660", "../1660"), ("in or after 1660", "1660/.."), ("in of na 1660", "1660/.."),
        ("ca. 1650 - in or before 1660", "1650~/1660~"), ("1635 - in of voor 1660", "1635/1660"), ("1635 en/of later", "1635/.."),
        ("1635 en/of 1640", "[1635,1640]"), ("um/nach 1650", "1650~/.."), ("vor/um 1650", "../1650~"), ("¿1650?", "1650?"),
        ("desde 1650 hasta 1660", "1650/1660"), ("vanaf 1642 tot 1650", "1642/1650"), ("depuis 1800 jusqu'en 1825", "1800/1825"),
        ("seit 1650 bis 1660", "1650/1660"), ("desde 1650", "1650/.."), ("ab 1650", "1650/.."), ("after 1650–60", "1650/.."),
        ("1999 - in corso", "1999/.."),
    ],
)  # fmt: skip
def test_both_ends_of_what_is_said_around_a_date(text: str, expected: str) -> None:
    assert edtf(text) == expected
