"""Names of columns are understood whole, in parts, glued, and in the company they keep."""

import pytest

from vitrine.formats.proposal.names import Name, hints, is_language_code, name_of


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("objectTitle[2]", Name(("object", "title"), "", 2)),
        ("Title (3)", Name(("title",), "", 3)),
        ("title_en", Name(("title",), "en", 1)),
        ("Titel (nl)", Name(("titel",), "nl", 1)),
        ("Titolo inglese", Name(("titolo",), "en", 1)),
        ("DATE_BEGIN", Name(("date", "begin"), "", 1)),
        ("Künstler/in", Name(("kunstler", "in"), "", 1)),
        ("AccessionNumber", Name(("accession", "number"), "", 1)),
    ],
)
def test_a_name_is_taken_apart(header, name):
    assert name_of(header) == name


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Object Number", "identifier"),
        ("creditline", "credit"),
        ("Objectnummer", "identifier"),
        ("vervaardiging.datum.begin", "date.earliest"),
        ("datum vervaardiging begin", "date.earliest"),
        ("datum vervaardiging eind", "date.latest"),
        ("Creator Dates", "maker.dates"),
        ("titles", "title"),
        ("dimensions.type", "dimension.kind"),
        ("Artist Begin Date", "maker.born"),
        ("Object Begin Date", "date.earliest"),
        ("Materia e tecnica", "material"),
        ("Collocazione", "location"),
        ("Maße", "dimensions"),
        ("Lieu de création / utilisation", "place"),
        ("Förvärvsår", "acquisition.date"),
        ("kunstwerktitel", "title"),
        ("image_width", "media.width"),
        ("Image Rights Statement", "media.rights"),
        ("geboortejaar kunstenaar", "maker.born"),
        ("Metadata Date", "ignore"),
    ],
)
def test_the_part_that_a_name_suggests_first(header, role):
    assert hints(name_of(header))[0].role == role


@pytest.mark.parametrize(
    ("path", "role"),
    [("department.name", "part_of"), ("creators.role", "maker.role"), ("creators.birth_year", "maker.born"), ("images.full.url", "media.url")],
)  # fmt: skip
def test_steps_into_nested_data(path, role):
    assert hints(name_of(path), nested=True)[0].role == role


@pytest.mark.parametrize("path", ["department.id", "era.name.id", "catalogueGroup.completeStatus"])
def test_what_belongs_to_something_else_is_not_sure(path):
    assert all(hint.score < 0.6 for hint in hints(name_of(path), nested=True) if hint.role != "ignore")


def test_languages_of_names():
    assert hints(name_of("Datazione"))[0].languages == {"it"}
    assert "nl" in hints(name_of("Datering"))[0].languages


@pytest.mark.parametrize(
    ("word", "yes"), [("en", True), ("de-AT", True), ("none", True), ("title", False), ("id", False), ("no", False)]
)
def test_keys_that_are_languages(word, yes):
    assert is_language_code(word) is yes
