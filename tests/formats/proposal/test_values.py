"""Values say what a column can be."""

import pytest

from vitrine.formats.proposal.sample import Column
from vitrine.formats.proposal.values import Evidence, fits, language_of


def column(*values: str, name: str = "x", each: str = "") -> Column:
    found = Column(name, each, 0)
    for row, value in enumerate(values):
        found.add(value, row)
    return found


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        (["sea|sky", "sea"], "|"),
        (["oil$canvas", "wood"], "$"),
        (["Retrato; Infanta", "Retrato"], "; "),
        (["Bridge, elevation", "House", "View of the old town, with a bridge and people"], ""),
        (["A single long description; it goes on and on, and nobody would cut it into pieces because it is one text about one thing, long."], ""),
    ],
)  # fmt: skip
def test_signs_between_values(values, sign):
    assert Evidence(column(*values)).separator() == sign


def test_commas_part_words_but_not_sentences():
    assert Evidence(column("sea, sky", "sea, boat", "boat")).separator(commas=True) == ", "
    assert Evidence(column("Bridge, a view from the north side of it", "House")).separator(commas=True) == ""


def test_elements_of_a_list_are_not_cut_again():
    assert Evidence(column("boat, sailing; large", each="subjects")).separator(commas=True) == ""


@pytest.mark.parametrize(
    ("role", "values", "suits"),
    [
        ("date.text", ["c. 1840", "17th century"], True),
        ("date.text", ["http://m.org/1", "http://m.org/2"], False),
        ("maker.name", ["1", "2", "3"], False),
        ("maker.name", ["Ada Painter", "Bo Smith"], True),
        ("dimensions", ["30 x 20 cm", "10 x 10 cm"], True),
        ("dimensions", ["30", "20"], False),
        ("media.url", ["http://m.org/1.jpg"], True),
        ("landing_page", ["http://m.org/1.jpg"], False),
        ("title", ["true", "false"], False),
        ("rights", ["0", "1"], False),
        ("date.earliest", ["1840", "1850", "0"], True),
        ("date.earliest", ["Ada", "Bo"], False),
    ],
)
def test_what_suits_a_part(role, values, suits):
    assert (fits(role, Evidence(column(*values))) >= 0.5) is suits


def test_inverted_names():
    assert Evidence(column("Smith, John", "Doe, Jane", "unknown")).inverted
    assert not Evidence(column("John Smith", "Jane Doe", "Smith, Jr.")).inverted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Portret van een man met een hoed in het bos", "nl"),
        ("Ritratto di una donna con il bambino e la luna", "it"),
        ("Portrait of a man with a hat in the wood", "en"),
        ("Mona Lisa", ""),
    ],
)
def test_the_language_of_texts_by_their_little_words(text, language):
    assert language_of([column(text)]) == language
