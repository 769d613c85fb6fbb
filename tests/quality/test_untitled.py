"""Titles that say that there is none."""

import pytest

from vitrine.quality.untitled import is_untitled


@pytest.mark.parametrize(
    "title",
    [
        "Untitled", "[untitled]", "UNTITLED.", "Untitled (Rope Piece)", "Untitled, No. 3", "Untitled #12", "[title not known]",
        "[no title]", "Ohne Titel", "o.T.", "o. T.", "Ohne Titel (Blau)", "Senza titolo", "s.t.", "Sans titre", "Sin título",
        "Zonder titel", "Z.t.", "Utan titel", "[Okänd]", "Unknown", "-", "?", "...", "[...]", "  ", "n/a",
    ],
)  # fmt: skip
def test_no_title(title):
    assert is_untitled(title)


@pytest.mark.parametrize(
    "title",
    ["The Untitled", "Unknown Lady", "Untitledness", "Title Page", "Ohne Titelblatt", "S.T. Coleridge", "1", "O", "?!Wort", "Sans titres"],
)  # fmt: skip
def test_a_title(title):
    assert not is_untitled(title)
