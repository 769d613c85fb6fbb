import re

import pytest

from vitrine.dates.words import LANGUAGES, Meaning, fold, phrases_from

CORE = [language for language in LANGUAGES if not language.__name__.endswith("others")]


@pytest.mark.parametrize("language", CORE, ids=lambda language: language.__name__.rsplit(".", 1)[-1])
def test_every_language_has_the_words_a_catalogue_needs(language: object) -> None:
    words = language.WORDS
    needed = (
        Meaning.CIRCA, Meaning.BEFORE, Meaning.AFTER, Meaning.BETWEEN, Meaning.TO, Meaning.OR, Meaning.ORDINAL,
        Meaning.CENTURY, Meaning.PART, Meaning.SHARE, Meaning.MONTH, Meaning.SEASON, Meaning.BC, Meaning.AD,
        Meaning.UNKNOWN, Meaning.MADE, Meaning.DESIGNED, Meaning.COPIED, Meaning.SHOWN, Meaning.ELSE,
    )  # fmt: skip
    assert [meaning for meaning in needed if meaning not in words] == []
    assert set(words[Meaning.MONTH]) == set(range(1, 13))
    assert set(words[Meaning.SEASON]) == {1, 2, 3, 4}
    assert set(words[Meaning.PART]) == {1, 2, 3}
    assert {2, 3, 4} <= set(words[Meaning.SHARE])
    assert {1, 2, 3, 4} <= set(words[Meaning.ORDINAL])


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.__name__.rsplit(".", 1)[-1])
def test_phrases_are_words_only(language: object) -> None:
    for entry in language.WORDS.values():
        for phrases in [entry] if isinstance(entry, str) else entry.values():
            for phrase in phrases.split(","):
                assert re.fullmatch(r" *[^\W\d_]+(?:['’ ][^\W\d_]+)* *", phrase), phrase


def test_months_of_one_name_are_one_month_in_every_language() -> None:
    months: dict[str, int] = {}
    for language in LANGUAGES:
        for number, names in language.WORDS[Meaning.MONTH].items():
            assert isinstance(number, int)
            for name in names.split(","):
                # Czech července is July, Polish czerwca June; Croatian and Polish listopad differ: none of them is shared here.
                assert months.setdefault(fold(name.strip()), number) == number, name


def test_folding() -> None:
    assert fold("MÄRZ") == "marz"
    assert fold("Νοεμβρίου") == fold("ΝΟΕΜΒΡΊΟΥ")
    assert fold("ª") == "a"


def test_the_longest_phrase_comes_first() -> None:
    lengths = [len(words) for words, _ in phrases_from("not")]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1
