"""What jobs keep in English is said in the visitor's language."""

import pytest
from django.utils import translation
from tools import messages

from vitrine.rights import OPERATIONS, ROWS
from vitrine.server.collection.media.limits import UnusableMediaError, read_limits
from vitrine.server.collection.media.store import store
from vitrine.server.site.words.sentences import KNOWN, said


def test_the_sentences_are_those_of_the_code() -> None:
    assert KNOWN.read_text("utf-8").splitlines() == messages.sentences(), "run `python tools/messages.py`"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "There is no file a/b.jpg beside the imported data."),
        ("it", "Non c’è alcun file a/b.jpg accanto ai dati importati."),
        ("de", "Neben den importierten Daten liegt keine Datei a/b.jpg."),
    ],
)
def test_a_sentence_is_known_again_by_its_words(language: str, words: str) -> None:
    with translation.override(language):
        assert said("There is no file a/b.jpg beside the imported data.") == words


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    with translation.override("de"):
        assert said("It was not opened: an archive inside an archive is not opened: unpack it first.") == (
            "Es wurde nicht geöffnet: ein Archiv in einem Archiv wird nicht geöffnet: bitte zuerst entpacken."
        )


def test_what_nobody_foresaw_stays_and_is_marked_as_english() -> None:
    with translation.override("it"):
        assert said("OSError: <b>no</b> {space}") == (
            '<span lang="en" dir="ltr">OSError: &lt;b&gt;no&lt;/b&gt; {space}</span>'
        )


def test_what_is_filled_in_is_text_and_stays_as_it_is() -> None:
    with translation.override("it"):
        words = said("There is no file <img src=x onerror=alert(1)>{0}\n.jpg beside the imported data.")
    assert words == "Non c’è alcun file &lt;img src=x onerror=alert(1)&gt;{0}\n.jpg accanto ai dati importati."


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"plain words, no medium at all", b"<!doctype html><p>no"])
def test_why_a_file_is_not_taken_in_is_said_in_german(content: bytes) -> None:
    with pytest.raises(UnusableMediaError) as error:
        store([content], read_limits())
    with translation.override("de"):
        assert "lang=" not in said(str(error.value))
        assert said(str(error.value)) != str(error.value)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_answer_of_the_gate_is_left_in_english(language: str) -> None:
    cells = [cell for row in ROWS for operation in OPERATIONS if (cell := row.cell(operation)) is not None]
    with translation.override(language):
        assert [cell.because for cell in cells if translation.gettext(cell.because) == cell.because] == []
