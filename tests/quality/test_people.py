"""Identifiers of people are compared across the records of a source."""

import pytest

from vitrine.quality import Named, people, shared_authorities
from vitrine.records import Maker, Record

ULAN = "http://vocab.getty.edu/ulan/"


def codes(*named: Named) -> list[tuple[str, str]]:
    return [(defect.code, defect.path) for defect in shared_authorities(named)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Named(f"{ULAN}1", "Jan Steen"), Named(f"{ULAN}1", "Gerard Dou")),
        (Named(f"{ULAN}1", "David Teniers", 1582), Named(f"{ULAN}1", "David Teniers", 1610)),
    ],
)
def test_an_identifier_of_two_people(one, two):
    assert codes(one, two) == [("maker-uri-shared", f"{ULAN}1")]


@pytest.mark.parametrize("other", ["Rembrandt", "RIJN, Rembrandt van", "Rembrandt Harmensz. van Rijn"])
def test_other_forms_of_a_name_are_no_other_person(other):
    assert codes(Named(f"{ULAN}1", "Rembrandt van Rijn", 1606), Named(f"{ULAN}1", other)) == []


def test_one_person_with_two_identifiers_of_one_authority():
    found = list(shared_authorities([Named(f"{ULAN}1", "Jan Steen", 1626), Named(f"{ULAN}2", "JAN STEEN")]))
    assert [(defect.code, defect.detail) for defect in found] == [
        ("maker-uri-several", f"vocab.getty.edu/ulan: {ULAN}1; {ULAN}2")
    ]


def test_two_people_of_one_name_and_two_authorities_are_no_fault():
    assert codes(Named(f"{ULAN}1", "Jan Steen", 1626), Named(f"{ULAN}2", "Jan Steen", 1810)) == []
    assert codes(Named(f"{ULAN}1", "Jan Steen"), Named("http://www.wikidata.org/entity/Q1", "Jan Steen")) == []


def test_nobody_is_nobody():
    makers = (
        Maker("unknown", uris=(f"{ULAN}9",), anonymous=True),
        Maker("Ada", uris=(f"{ULAN}1",), born=1850),
        Maker("Bo"),
    )
    assert list(people(Record(id="m:1", key="1", makers=makers))) == [Named(f"{ULAN}1", "Ada", 1850)]
