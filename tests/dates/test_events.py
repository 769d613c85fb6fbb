import pytest

from tests.dates.readings import edtf, kind, years


@pytest.mark.parametrize(
    "text",
    [
        "signed 1888", "dated 1888", "signed and dated 1888", "painted in 1888", "Executed 1888", "gemalt 1888", "dat. 1888",
        "signé 1888", "dipinto 1888", "firmato e datato 1888", "pintado 1888", "gesigneerd 1888", "1888 gedateerd",
        "Utf. 1888", "målad 1888", "signerad 1888", "1888 (signed)",
    ],
)  # fmt: skip
def test_words_of_making(text: str) -> None:
    assert edtf(text) == "1888"


@pytest.mark.parametrize(
    "text",
    [
        "1913, cast 1972", "1913 (cast 1972)", "1913; cast in 1972", "1913, later cast", "1913, posthumous cast", "1913, printed later",
        "1913, printed 1972", "1913 [printed 1972]", "1913, published 1972", "1913, exhibited 1972", "1913, reprinted c.1972",
        "1913, gegossen 1972", "1913, Abzug 1972", "1913, fonte 1972", "1913, tirage 1972", "1913, fuso 1972",
        "1913, stampato 1972", "1913, fundido 1972", "1913, gegoten 1972", "1913, gedrukt 1972", "1913, gjuten 1972",
        "1913, tryckt 1972", "modelled 1913, cast 1972", "negative 1913, print 1972", "1913, this print 1972",
    ],
)  # fmt: skip
def test_what_multiplies_or_shows_the_work_is_not_its_making(text: str) -> None:
    assert edtf(text) == "1913"


@pytest.mark.parametrize(
    "text",
    [
        "published 1833",
        "exhibited 1833",
        "printed 1833",
        "cast 1833",
        "tryckt 1833",
        "published 1833, reprinted 1978-9",
    ],
)
def test_alone_it_dates_the_work(text: str) -> None:
    assert edtf(text) == "1833"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1846, reworked 1857", (1846, 1857)),
        ("1976–7, enlarged version 2007", (1976, 2007)),
        ("1915, reconstructed 1965", (1915, 1965)),
        ("Begun 1784; completed by 1818", (1784, 1818)),
        ("1930, zweite Fassung 1935", (1930, 1935)),
        ("1912, terminé 1915", (1912, 1915)),
        ("1959,1999", (1959, 1999)),
        ("1959; 1999", (1959, 1999)),
    ],
)
def test_several_makings_all_count(text: str, expected: tuple[int, int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1978 cast after 1919 original", "1919"),
        ("1998 cast of 1997 original", "1997"),
        ("2008 cast from an original made in 1993", "1993"),
        ("c. 1860 restrike of 1728 original", "1728"),
        ("1970s print from 1930 negative", "1930"),
        ("cast after 1929 original", "1929"),
        ("exhibition cast 2007 (original 1993)", "1993"),
    ],
)
def test_an_impression_counts_as_its_original(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1860 (after 1853 daguerreotype)", "1860"),
        ("c. 1815 after 1767 original", "1815~"),
        ("19th century copy after 16th century original", "18XX"),
        ("c. 1865 copy after c. 1847 original", "1865~"),
        ("copy after 1880 original", "1880/.."),
        ("19th century, 16th century style", "18XX"),
    ],
)
def test_a_work_after_another_keeps_its_own_date(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    "text",
    ["designed 1923, made 1950", "1923 (designed), 1950 (made)", "Entwurf 1923, Ausführung 1950", "ontworpen 1923, uitgevoerd 1950",
     "formgiven 1923, tillverkad 1950", "progetto 1923; produzione 1950", "conçu 1923, réalisé 1950"],
)  # fmt: skip
def test_a_design_is_not_the_making(text: str) -> None:
    assert edtf(text) == "1950"


def test_a_design_alone_is_the_date() -> None:
    assert edtf("designed 1923") == "1923"


def test_the_years_of_a_period_count_where_nothing_else_does() -> None:
    assert years("Qing dynasty (1644–1911)") == (1644, 1911)
    assert years("Edo period (1615–1868), 18th century") == (1700, 1799)


def test_dates_that_narrow_each_other() -> None:
    assert years("early 19th century, after 1806") == (1806, 1833)
    assert kind("after 1880, before 1870") == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19th century (c. 1850)", "1850~"), ("um 1850 (19. Jh.)", "1850~"), ("seconda metà sec. XVIII (1750-1799)", "1750/1799"),
        ("1er quart du 17e siècle ; 1620 vers", "1620~"), ("Siglo XX, años 30", "193X"), ("1960s, 1963", "1963"),
        ("16th century, 17th century", "{15XX,16XX}"), ("secolo XVII (1601-1700)", "1601/1700"), ("1850–1900, 1870", "{1850..1900,1870}"),
    ],
)  # fmt: skip
def test_a_century_around_another_date_only_repeats_it(text: str, expected: str) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize("text", ["1950. Cast 1951", "1950. Printed later", "(1950). Printed 1978"])
def test_a_full_stop_parts_two_events(text: str) -> None:
    assert edtf(text) == "1950"


EVENTS = {
    "en": ("made", "printed", "cast", "published", "reworked", "designed"),
    "it": ("eseguito", "stampato", "fuso", "pubblicato", "rielaborato", "progettato"),
    "de": ("ausgeführt", "gedruckt", "gegossen", "veröffentlicht", "überarbeitet", "entworfen"),
    "fr": ("exécuté", "imprimé", "fondu", "publié", "remanié", "conçu"),
    "es": ("realizado", "impreso", "fundido", "publicado", "reelaborado", "diseñado"),
    "nl": ("uitgevoerd", "gedrukt", "gegoten", "gepubliceerd", "bewerkt", "ontworpen"),
    "sv": ("utförd", "tryckt", "gjuten", "publicerad", "omarbetad", "formgiven"),
}


@pytest.mark.parametrize("language", EVENTS)
@pytest.mark.parametrize(
    "shape", ["{0} 1880, {1} 1920", "1880 ({0}), 1920 ({1})", "1880 ({0}); 1920 ({1})", "1880, {1} 1920"]
)
def test_the_rule_of_production_in_every_language(language: str, shape: str) -> None:
    made, *multiplied, reworked, designed = EVENTS[language]
    for word in multiplied:
        assert edtf(shape.format(made, word)) == "1880"
    assert years(shape.format(made, reworked)) == (1880, 1920)
    assert edtf(f"1880 ({designed}), 1890 ({made})") == "1890"


@pytest.mark.parametrize(
    "text",
    [
        "1800 entworfen, 1810 ausgeführt", "Entwurf 1800 / Ausführung 1810", "1800 (entworfen) / 1810 (ausgeführt)", "1800 designed, 1810 made",
        "design 1800, produktion 1810", "1800 (ontwerp); 1810 (uitvoering)", "designed 1800 | made 1810",
    ],
)  # fmt: skip
def test_words_before_and_behind_their_dates(text: str) -> None:
    assert edtf(text) == "1810"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("kopia efter original från 1650", "1650"), ("1880 / Guss 1920", "1880"), ("1650 of kort daarna", "1650/..")],
)
def test_smaller_words_of_events(text: str, expected: str) -> None:
    assert edtf(text) == expected


def test_a_word_behind_a_date_outweighs_the_list_it_is_in() -> None:
    assert edtf("1920 gegoten, 1890 model") == "1890"
    assert edtf("1850, cast 1900, 1910") == "1850"


@pytest.mark.parametrize(
    "text",
    ["1650 (frame 1850)", "1650; cadre 1850", "1650 (cornice 1850)", "1650, Rahmen 1850", "1650 (montura 1850)", "1650, lijst 1850", "1650, ram 1850"],
)  # fmt: skip
def test_a_frame_is_not_the_work(text: str) -> None:
    assert edtf(text) == "1650"
