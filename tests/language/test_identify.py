import pytest

from vitrine.language import Prior, identify, silence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vier Zitronen liegen auf einem blauen Teller, und eine fünfte ist heruntergerollt", "de"),
        ("Quattro limoni su un piatto azzurro, e un quinto è rotolato via dal tavolo", "it"),
        ("Four lemons lie on a blue plate, and a fifth has rolled off the table", "en"),
        ("Quatre citrons sont posés sur une assiette bleue, et un cinquième a roulé", "fr"),
        ("Fyra citroner ligger på ett blått fat, och en femte har rullat ner", "sv"),
    ],
)
def test_sentences_are_told_by_their_words_alone(text: str, language: str) -> None:
    found = identify(text)
    assert found.language == language
    assert found.confidence > 0.8
    assert set(found.words) <= {word.strip(",.") for word in text.split()}
    assert found.words


def test_what_is_known_of_the_source_decides_what_words_leave_open() -> None:
    assert identify("Stilleben med frukt", Prior({"sv": 900})).language == "sv"
    assert identify("Stilleben med frukt", Prior({"da": 900})).language == "da"


def test_a_clear_sentence_stands_against_its_source() -> None:
    text = "Vier Zitronen liegen auf einem blauen Teller, und eine fünfte ist heruntergerollt"
    assert identify(text, Prior({"en": 50_000})).language == "de"


def test_confidences_are_those_of_one_choice() -> None:
    found = identify("Portrait of a man in a hat", Prior({"en": 40, "sv": 60}))
    chances = [chance for _, chance in found.candidates]
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) <= 1.001


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"), ("  ", "empty"), ("1974", "numbers"), ("12 x 30 cm", "short"), ("Ada", "short"),
        ("https://example.org/a", "address"), ("\u202e\u200f", "numbers"), ("🏺🏺🏺", "numbers"),
    ],
)  # fmt: skip
def test_texts_without_a_language_are_left_alone_with_the_reason(text: str, why: str) -> None:
    assert silence(text) == why
    assert identify(text).language == ""
    assert identify(text).silence == why


def test_an_enormous_text_is_read_from_its_beginning() -> None:
    assert identify("A jar on a table beside the window. " * 100_000).language == "en"
