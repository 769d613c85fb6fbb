import pytest

from vitrine.dates.tokens import Token, tokens_of
from vitrine.dates.words import Meaning


def _tokens(text: str) -> list[Token]:
    return tokens_of(text, day_first=None)


def test_case_accents_and_full_stops_of_abbreviations_do_not_matter() -> None:
    assert [token.text for token in _tokens("AOÛT 1837")] == [token.text for token in _tokens("août 1837")]
    assert _tokens("CA. 1837")[0].has(Meaning.CIRCA)


def test_every_dash_is_a_hyphen() -> None:
    for dash in "-–—−‑":
        assert _tokens(f"1837{dash}41")[1].text == "-"


@pytest.mark.parametrize("text", ["17th", "17.", "17e", "17de", "17:e", "17º", "17ème", "17ᵉ"])
def test_endings_make_an_ordinal(text: str) -> None:
    token = _tokens(f"{text} x")[0]
    assert (token.number, token.ordinal) == (17, True)


@pytest.mark.parametrize("text", ["1920s", "1920's", "1920er", "1920’s"])
def test_endings_make_a_decade(text: str) -> None:
    token = _tokens(text)[0]
    assert (token.number, token.plural) == (1920, True)


@pytest.mark.parametrize(("text", "number"), [("XVII", 17), ("xviie", 17), ("IX", 9), ("I", 1), ("XXI", 21)])
def test_roman_numerals(text: str, number: int) -> None:
    assert _tokens(text)[0].roman == number


@pytest.mark.parametrize("text", ["XIIII", "VX", "IIX", "MDC", "mix"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert _tokens(text)[0].roman == 0


def test_the_longest_phrase_wins() -> None:
    token = _tokens("not after 1837")[0]
    assert token.has(Meaning.BEFORE)
    assert not token.has(Meaning.AFTER)


def test_an_era_in_single_letters_follows_a_figure_and_is_followed_by_none() -> None:
    assert _tokens("200 a.C.")[1].has(Meaning.BC)
    assert not any(token.has(Meaning.BC) for token in _tokens("1503 a c. 1510"))


def test_a_date_in_figures_among_words_is_one_token() -> None:
    token = _tokens("Sign. 12.5.1837")[-1]
    assert token.span is not None
    assert token.span.low is not None
    assert token.span.low.symbol == "1837-05-12"


def test_a_year_and_month_among_words_are_a_date_only_where_they_can_be_no_range() -> None:
    assert _tokens("Sign. 1880-02")[-1].span is not None
    assert [token.text for token in _tokens("Sign. 1907-08")][1:] == ["1907", "-", "08"]


def test_blanks_are_noticed_where_something_may_have_been_lost() -> None:
    tokens = _tokens("May  1837")
    assert tokens[1].wide
    assert not _tokens("May 1837")[1].wide
