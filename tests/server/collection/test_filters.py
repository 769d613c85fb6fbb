"""Filters choose what reports count."""

import pytest

from tests.works import jar, put
from vitrine.records import Rights, Text
from vitrine.server.collection.filters import works

pytestmark = pytest.mark.django_db

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
INC_EDU = "http://rightsstatements.org/vocab/InC-EDU/1.0/"


def chosen(filter_: str) -> set[str]:
    return set(works(filter_).values_list("key", flat=True))


@pytest.fixture(autouse=True)
def _works() -> None:
    put(jar("free", rights_of_object=Rights(CC0)))
    put(jar("school", rights_of_object=Rights(INC_EDU)))
    put(jar("silent", titles=(Text("A jar"),)))


@pytest.mark.parametrize("written", ["rights=cc0", "rights=CC0", "rights=Cc0"])
def test_rights_in_capitals_or_not(written):
    assert chosen(written) == {"free"}
    assert chosen(written.replace("=", "!=")) == {"school", "silent"}


@pytest.mark.parametrize(
    ("filter_", "keys"),
    [
        ("rights=InC-EDU", {"school"}),
        ("rights=MISSING", {"silent"}),
        ("problem=p7", {"free", "school", "silent"}),
        ("language=EN", {"free", "school"}),
        ("defect=Rights-Missing", {"silent"}),
        ("contextual=c", {"free", "school", "silent"}),
        ("mend=STATE-OPEN-RIGHTS", {"silent"}),
    ],
)
def test_what_is_counted_is_chosen_in_capitals_or_not(filter_, keys):
    name, _, value = filter_.partition("=")
    assert chosen(filter_) == chosen(f"{name}={value.upper()}") == chosen(f"{name}={value.lower()}") == keys
