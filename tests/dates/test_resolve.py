import unicodedata

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.dates.readings import TODAY, edtf, kind, read
from vitrine.dates import DateRange, normalise, resolve, span_years
from vitrine.dates.words import LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        "date not known", "Unknown", "undated", "n.d.", "no date", "undatiert", "o. J.", "unbekannt", "sans date", "s.d.", "non daté",
        "senza data", "data ignota", "sin fecha", "s.f.", "onbekend", "ongedateerd", "z.j.", "okänt", "odaterad", "u.å.", "?", "0", "0000",
    ],
)  # fmt: skip
def test_explicitly_unknown(text: str) -> None:
    assert resolve(text) == DateRange(text, None, None, None, "unknown")


def test_a_date_beside_unknown_is_read() -> None:
    assert edtf("n.d. (ca. 1900)") == "1900~"
    assert edtf("Unknown (19th century)") == "18XX"


@pytest.mark.parametrize("text", ["", " ", "late medieval", "TBD", "-", "Picasso", "1837 " * 100])
def test_what_dates_nothing_is_unreadable(text: str) -> None:
    assert resolve(text) == DateRange(text, None, None, None, "unreadable")


def test_the_language_of_the_source_settles_what_is_ambiguous() -> None:
    assert edtf("05/06/1937") == "1937"
    assert edtf("05/06/1937", languages=("en-US",)) == "1937-05-06"
    assert edtf("05/06/1937", languages=("fr",)) == "1937-06-05"
    assert kind("1909/10") == "unreadable"
    assert edtf("1909/10", languages=("de",)) == "1909/1910"
    assert edtf("um 1909/10") == "1909~/1910~"


def test_simple_dates_come_to_the_same_with_words_around_them() -> None:
    for text in ("1837", "?1837", "c.1837", "c. 1837–41", "1837-9", "1837?", "?c.1837–41", "c.1837?", "1837–41?"):
        for circa in (0, 5):
            assert read(f"made {text}", circa=circa) == read(text, circa=circa), text


def test_the_readme_of_the_museum_data() -> None:
    assert read("c.1837–41", circa=0) == ("1837~/1841~", 1837, 1841)
    assert read("c. 1984", circa=5) == ("1984~", 1979, 1989)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1910-12", "1910-12"), ("01/11/1989", "1989-11-01"), ("11.1989", "1989-11"), ("01 November 1989", "1989-11-01"),
        ("XIV", "13XX"), ("sec. IV-VII", "03XX/06XX"), ("19th century", "18XX"), ("1990 BC - 1989 BC", "-1989/-1988"),
        ("1989 π.Χ.", "-1988"), ("circa 1712", "1712~"), ("[ca. 16??]", "16XX~"), ("1889/98? (text)", "1889/1898?"),
        ("Wed Nov 01 01:00:00 CET 1989", "1989-11-01"), ("(1942-1943)", "1942/1943"), ("1837-21", "1837-21"),
    ],
)  # fmt: skip
def test_normalise_reads_what_is_date_like(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "text",
    ["1900/01", "1990-", "January 989", "1939; 1954; 1939", "painted 1837", "1837, printed 1840", "Paris, 1837", "n.d.", "",
     "1837 by hand", "12th century BC", "9999", "[171-]"],
)  # fmt: skip
def test_normalise_refuses_the_rest(text: str) -> None:
    assert normalise(text) is None


PHRASES = sorted(
    {
        phrase.strip()
        for language in LANGUAGES
        for entry in language.WORDS.values()
        for phrases in ([entry] if isinstance(entry, str) else entry.values())
        for phrase in phrases.split(",")
    }
)
FIGURES = [
    "1837",
    "1841",
    "41",
    "9",
    "17th",
    "XVII",
    "1920s",
    "'20",
    "850",
    "12",
    "00",
    "198X",
    "1837-05",
    "12.5.1837",
    "1600-talet",
]
MARKS = ["-", "–", "/", "(", ")", "[", "]", "?", ",", ";", ":", ".", "..", "~", "|", "&"]
date_texts = st.lists(
    st.tuples(st.one_of(st.sampled_from(FIGURES), st.sampled_from(PHRASES), st.sampled_from(MARKS)), st.sampled_from([" ", " ", ""])),
    min_size=1,
    max_size=7,
).map(lambda pairs: "".join(word + blank for word, blank in pairs))  # fmt: skip


@given(st.text())
def test_any_text_comes_to_something(text: str) -> None:
    assert resolve(text).text == text
    normalise(text)


@given(date_texts, st.integers(0, 20))
@example("c.1837–41", 5)
@example("1876-77/79", 0)
def test_what_is_read_has_years_in_order_and_edtf_that_says_the_same(text: str, circa: int) -> None:
    found = resolve(text, circa=circa, today=TODAY)
    if found.kind != "read":
        assert (found.edtf, found.earliest, found.latest) == (None, None, None)
        return
    assert found.edtf is not None
    assert found.earliest is not None or found.latest is not None
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert span_years(found.edtf, circa=circa) == (found.earliest, found.latest)
    assert normalise(found.edtf) == found.edtf


@settings(deadline=None)  # the other reader takes its time
@given(date_texts)
def test_edtf_is_what_another_reader_of_edtf_accepts(text: str) -> None:
    found = resolve(text, today=TODAY).edtf
    if found is None:
        return
    # That reader knows no qualified masks inside intervals (19XX?/20XX), so interval ends are shown to it one by one.
    for part in [found] if found[0] in "[{" else found.split("/"):
        assert part == ".." or parse_edtf(part)


@given(st.integers(1000, TODAY))
def test_every_plain_year_is_read(year: int) -> None:
    assert read(str(year)) == (str(year), year, year)


@given(st.integers(1000, 1900), st.integers(1, 120))
def test_every_range_is_read_however_its_end_is_shortened(first: int, length: int) -> None:
    last = first + length
    for end in {str(last)} | ({str(last)[2:]} if first // 100 == last // 100 else set()):
        assert read(f"{first}–{end}") == (f"{first}/{last}", first, last)


@pytest.mark.parametrize(
    "text",
    [
        "No. 1234", "inv. 1850", "RP-P-1910-1234", "1920.123", "lot 1650", "p. 1834", "vol. 1850", "12 x 18", "1850 x 1200", "1850 mm", "1/50",
        "© 2004", "+44 20 7942 2000", "020 7942 2000", "aged 45", "5,000 years", "5,000 years old", "2000 years ago", "3000 BP", "2000 Jahre alt",
        "2000 anni fa", "2000 jaar oud", "20 C.", "A.H. 1200", "1200 AH", "Heisei 5", "Meiji 30", "18. Dynastie", "C14 dating 1200", "C14: 1200",
        "a.C.", "f.Kr.", "v. Chr.", "9999", "2050", "43", "1234567", "Louis XIV", "Henry VIII, king",
    ],
)  # fmt: skip
def test_numbers_that_are_no_dates_are_not_read(text: str) -> None:
    assert resolve(text, today=TODAY) == DateRange(text, None, None, None, "unreadable")


@pytest.mark.parametrize("language", ["it", "nl", "es", "fr"])
def test_a_slash_between_years_in_other_languages(language: str) -> None:
    assert edtf("1505/06", languages=(language,)) == "1505/1506"
    assert kind("1874/05", languages=(language,)) == "unreadable"


def _variants(text: str) -> list[str]:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    forms = [unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text), text.translate(wide), text.upper()]
    return (
        forms
        + [text.replace(" ", blank) for blank in ("\xa0", "\u202f", "\u2009")]
        + [text.replace("–", dash) for dash in "-—‑−"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "c. 1837–41", "2. Hälfte 17. Jh.", "2e moitié du XVIIe siècle", "mitten av 1700-talet", "metà del XVI secolo", "circa 1650–1660", "früh 1850",
        "5. März 1850", "1. Jh. v. Chr.", "300 f.Kr.", "hacia 1650", "último cuarto del siglo XV", "vóór 1642", "17e–18e eeuw", "années 1920–1930",
    ],
)  # fmt: skip
def test_the_same_text_in_other_characters_is_the_same_date(text: str) -> None:
    expected = read(text)
    assert expected[0] is not None
    assert [read(form) for form in _variants(text)] == [expected] * len(_variants(text))


@given(date_texts)
def test_characters_do_not_change_years(text: str) -> None:
    expected = read(text)
    for form in (unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text), text.replace("–", "‒")):
        assert read(form) == expected
