import pytest

from tests.works import record
from vitrine.records import Rights, Surrogate
from vitrine.rights import describe
from vitrine.server.site.words import rights

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"


def test_work_and_description_have_rights_of_their_own() -> None:
    lines = rights.rights_of(record(rights_of_object=Rights(INC), rights_of_metadata=Rights(CC0)))
    assert [(line.of, line.name) for line in lines] == [
        ("The work", "In Copyright 1.0"),
        ("This description", "Creative Commons Zero 1.0"),
    ]
    assert lines[0].says.startswith("It is in copyright.")
    assert lines[0].address == INC


def test_a_picture_is_named_where_its_rights_are_not_the_works() -> None:
    own = record(
        rights_of_object=Rights(CC0),
        surrogates=(Surrogate("a", rights=Rights(INC)), Surrogate("b", rights=Rights(INC))),
    )
    assert [line.of for line in rights.rights_of(own)] == ["The work", "The picture", "This description"]
    same = record(rights_of_object=Rights(CC0), surrogates=(Surrogate("a", rights=Rights(CC0)),))
    assert [line.of for line in rights.rights_of(same)] == ["The work", "This description"]


def test_rights_in_words_are_shown_as_words() -> None:
    line = rights.rights_of(record(rights_of_object=Rights(text="© The heirs", holder="The heirs")))[0]
    assert (line.name, line.written, line.holder) == ("", "© The heirs", "The heirs")


def test_nothing_recorded_is_no_statement() -> None:
    assert all(not line.name and not line.written for line in rights.rights_of(record()))


def test_every_use_has_an_answer_and_a_reason() -> None:
    uses = rights.uses(record(rights_of_object=Rights(CC0)))
    assert [use.verdict for use in uses] == ["Yes"] * 4
    assert [use.verdict for use in rights.uses(record())] == ["Yes", "No", "No", "No"]
    assert all(use.reason and use.rule for use in uses)


@pytest.mark.parametrize(
    ("label", "name"), [("cc-by-sa", "Creative Commons Attribution-ShareAlike"), ("missing", "not recorded")]
)
def test_profiles_statements_have_names(label: str, name: str) -> None:
    assert rights.rights_label(label)[0] == name


@pytest.mark.parametrize(
    "uri",
    [
        "http://creativecommons.org/licenses/by-nc-nd/4.0/",
        "http://creativecommons.org/licenses/sampling+/1.0/",
        "http://rightsstatements.org/vocab/NoC-OKLR/1.0/",
        "http://www.europeana.eu/rights/rr-f/",
    ],
)
def test_a_statement_is_called_the_same_in_reports_as_on_its_works(uri: str) -> None:
    statement = describe(uri)
    assert rights.rights_label(statement.label) == (statement.name, statement.says)
