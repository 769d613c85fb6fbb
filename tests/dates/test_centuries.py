import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    "text",
    [
        "17th century", "17th cent.", "17th c.", "17th-century", "seventeenth century", "1600s", "XVII secolo", "sec. XVII",
        "Seicento", "'600", "17. Jh.", "17. Jahrhundert", "siebzehntes Jahrhundert", "XVIIe siècle", "17e siècle", "17e s.",
        "dix-septième siècle", "siglo XVII", "s. XVII", "siècle 17", "sec. 17", "17e eeuw", "17de eeuw", "zeventiende eeuw", "1600-talet",
        "1600-tal", "17:e århundradet", "saec. XVII", "in the 17th century",
    ],
)  # fmt: skip
def test_the_seventeenth_century_in_every_language(text: str) -> None:
    assert edtf(text) == "16XX"
    assert years(text) == (1600, 1699)


@pytest.mark.parametrize(
    "text",
    [
        "first half of the 18th century", "1st half 18th century", "18th century, first half", "prima metà del Settecento",
        "prima metà XVIII sec.", "sec. XVIII (prima metà)", "I metà sec. XVIII", "1. Hälfte 18. Jh.", "1. H. 18. Jh.",
        "erste Hälfte des 18. Jahrhunderts", "18. Jh., 1. Hälfte", "première moitié du XVIIIe siècle",
        "1ère moitié du 18e s.", "primera mitad del siglo XVIII", "1.ª mitad s. XVIII", "eerste helft 18e eeuw",
        "1e helft 18de eeuw", "1700-talets första hälft", "första hälften av 1700-talet",
    ],
)  # fmt: skip
def test_first_half(text: str) -> None:
    assert years(text) == (1700, 1749)


@pytest.mark.parametrize(
    "text",
    [
        "last quarter of the 18th century", "4th quarter 18th century", "ultimo quarto del XVIII secolo",
        "sec. XVIII ultimo quarto", "letztes Viertel 18. Jh.", "4. Viertel 18. Jahrhundert", "dernier quart du XVIIIe siècle",
        "último cuarto del siglo XVIII", "laatste kwart 18e eeuw", "sista kvartalet av 1700-talet",
    ],
)  # fmt: skip
def test_last_quarter(text: str) -> None:
    assert years(text) == (1775, 1799)


@pytest.mark.parametrize(
    "text",
    [
        "early 19th century", "beginning of the 19th century", "inizio XIX secolo", "primi anni del XIX secolo",
        "Anfang 19. Jh.", "frühes 19. Jahrhundert", "début XIXe siècle", "principios del siglo XIX", "begin 19e eeuw",
        "början av 1800-talet", "tidigt 1800-tal", "early 1800s", "1800-talets början",
    ],
)  # fmt: skip
def test_early(text: str) -> None:
    assert years(text) == (1800, 1833)


@pytest.mark.parametrize(
    "text",
    [
        "late 19th century", "end of the 19th century", "fine XIX secolo", "sec. XIX fine", "sec. XIX ex.", "XIX secolo exeunte", "fine Ottocento", "Ende 19. Jh.",
        "spätes 19. Jahrhundert", "fin du XIXe siècle", "finales del siglo XIX", "eind 19e eeuw", "slutet av 1800-talet",
        "1800-talets slut", "late 1800s",
    ],
)  # fmt: skip
def test_late(text: str) -> None:
    assert years(text) == (1867, 1899)


@pytest.mark.parametrize(
    "text",
    [
        "mid-19th century", "middle of the 19th century", "metà XIX secolo", "Mitte 19. Jh.", "milieu du XIXe siècle",
        "mediados del siglo XIX", "midden 19e eeuw", "1800-talets mitt", "mitten av 1800-talet",
    ],
)  # fmt: skip
def test_mid(text: str) -> None:
    assert years(text) == (1834, 1866)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mid-late 19th century", (1834, 1899)),
        ("early to mid 19th century", (1800, 1866)),
        ("second or third quarter of the 18th century", (1725, 1774)),
        ("2./3. Viertel 18. Jh.", (1725, 1774)),
        ("first decade of the 20th century", (1900, 1909)),
        ("1900-talets första decennium", (1900, 1909)),
        ("last third of the 15th century", (1467, 1499)),
        ("second half 1930s", (1935, 1939)),
        ("latter half of the 19th century", (1850, 1899)),
        ("late 18th century, late 19th century", (1767, 1899)),
    ],
)
def test_parts_of_other_sizes(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1920s", "the 1920s", "1920's", "anni '20", "anni Venti", "anni venti del Novecento", "1920er Jahre", "1920er",
        "20er Jahre", "zwanziger Jahre", "années 1920", "années 20", "les années vingt", "años 20", "década de 1920",
        "jaren twintig", "jaren '20", "jaren 1920", "1920-talet", "20-talet",
    ],
)  # fmt: skip
def test_the_twenties_in_every_language(text: str) -> None:
    assert edtf(text) == "192X"
    assert years(text) == (1920, 1929)


def test_a_decade_named_with_another_century_is_of_that_one() -> None:
    assert years("anni venti dell'Ottocento") == (1820, 1829)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("early 1840s", (1840, 1845)), ("mid-1930s", (1933, 1937)), ("late 1920s", (1925, 1929))],
)
def test_parts_of_decades(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5th century BC", (-499, -400)),
        ("V secolo a.C.", (-499, -400)),
        ("5. Jh. v. Chr.", (-499, -400)),
        ("2nd half of the 5th century B.C.", (-449, -400)),
        ("490s BC", (-498, -489)),
        ("2nd millennium BC", (-1999, -1000)),
        ("1st century BC", (-99, 0)),
        ("2nd century AD", (100, 199)),
    ],
)
def test_before_and_after_christ(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "turn of the century",
        "45th century",
        "the century",
        "1st half",
        "late",
        "sec. 45",
        "17 c",
        "17th century-20",
        "Henry VIII",
        "0th century",
    ],
)
def test_a_century_without_a_number_is_not_guessed(text: str) -> None:
    assert kind(text) == "unreadable"


def test_a_roman_numeral_alone_is_a_century() -> None:
    assert edtf("XVIII") == "17XX"
    assert edtf("XV-XVI") == "14XX/15XX"
    assert edtf("XIIII") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("900s", (900, 999)), ("late 900s", (967, 999)), ("800s–900s", (800, 999)), ("600s BCE", (-699, -600)),
        ("500s–400s BC", (-599, -400)), ("C19", (1800, 1899)), ("late C18", (1767, 1799)), ("C17 or C18", (1600, 1799)),
        ("C19th", (1800, 1899)), ("XIX e siècle", (1800, 1899)), ("Ier siècle après J.-C.", (0, 99)),
        ("1700- och 1800-talen", (1700, 1899)), ("16.- und 17. Jh.", (1500, 1699)), ("17de- en 18de-eeuws", (1600, 1799)),
        ("i secoli XV-XVI", (1400, 1599)), ("fine I sec. a.C.", (-32, 0)), ("inizio I sec. d.C.", (0, 33)),
        ("second and third quarters of the 17th century", (1625, 1674)),
    ],
)  # fmt: skip
def test_centuries_as_other_museums_write_them(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("primo Ottocento", (1800, 1833)), ("secondo Ottocento", (1850, 1899)), ("primo '800", (1800, 1833)),
        ("inizio anni '60", (1960, 1965)), ("fine anni Cinquanta", (1955, 1959)), ("anni venti-trenta", (1920, 1939)),
        ("zwanziger und dreißiger Jahre", (1920, 1939)), ("1920er-Jahre", (1920, 1929)), ("1880- och 1890-talet", (1880, 1899)),
    ],
)  # fmt: skip
def test_parts_of_what_idiom_names(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siglo IV a.C. (primera mitad)", (-399, -350)), ("5. Jh. v. Chr., 2. Hälfte", (-449, -400)), ("1st century AD, second half", (50, 99)),
        ("S. I d.C.", (0, 99)), ("17th century, later lining", (1600, 1699)), ("17th century, late", (1667, 1699)),
        ("1700-tal, senare ram", (1700, 1799)), ("laatste decennia 19e eeuw", (1867, 1899)), ("1600-talets sista decennier", (1667, 1699)),
        ("primo ventennio del XX secolo", (1900, 1919)), ("Sette-Ottocento", (1700, 1899)), ("2^ metà sec. XVII", (1650, 1699)),
        ("20er/30er Jahre", (1920, 1939)), ("10,000–8,000 BCE", (-9999, -7999)), ("3.000 a.C.", (-2999, -2999)),
    ],
)  # fmt: skip
def test_parts_behind_an_era_and_other_shapes(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19e siècle;1er quart", (1800, 1824)), ("18e siècle;1er quart 19e siècle", (1700, 1824)), ("1. halvdel af 1800-tallet", (1800, 1849)),
        ("slutningen af 1700-tallet", (1767, 1799)), ("1880'erne", (1880, 1889)), ("1880's", (1880, 1889)), ("17. århundrede", (1600, 1699)),
    ],
)  # fmt: skip
def test_parts_behind_a_semicolon_and_neighbours_of_swedish(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected
