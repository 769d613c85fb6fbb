"""Defects that a record shows by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.edm import CC0, INC
from tests.quality.test_doubtful import TEXTS
from vitrine.quality import content_defects
from vitrine.records import Date, Event, Maker, Record, Rights, Surrogate, Text
from vitrine.records.defects import DEFECTS

GOOD = {
    "titles": (Text("The Night Watch", "en"),),
    "makers": (Maker("Rembrandt", born=1606),),
    "rights_of_object": Rights(CC0),
    "landing_page": "https://museum.org/1",
}


def defects(**fields) -> dict[str, str]:
    """Codes and paths of a good record with these fields."""
    return {defect.code: defect.path for defect in content_defects(Record(id="ours:1", key="1", **GOOD | fields))}


def made(earliest: int | None, latest: int | None) -> tuple[Event, ...]:
    return (
        Event("acquisition", Date("1500", earliest=1500, latest=1500)),
        Event("production", Date("x", earliest=earliest, latest=latest)),
    )


def test_a_good_record_has_none():
    assert defects() == {}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"titles": ()}, {"title-missing": "titles"}),
        ({"titles": (Text("x" * 201, "en"),)}, {"title-long": "titles[en]"}),
        ({"titles": (Text("x" * 200, "en"),)}, {}),
        ({"titles": (Text("[Ohne Titel]", "de", "former"),)}, {"title-untitled": "titles[de/former]"}),
        ({"titles": (Text("Nachtwacht"),)}, {"language-missing": "titles[und]"}),
        ({"descriptions": (Text("A text"),)}, {"language-missing": "descriptions[und]"}),
        ({"descriptions": (Text(TEXTS["tr"], "en"),)}, {"language-doubtful": "descriptions[en]"}),
        ({"descriptions": (Text(TEXTS["tr"], "tr"),)}, {}),
        ({"makers": ()}, {"maker-missing": "makers"}),
        ({"makers": (Maker("Unknown", anonymous=True),)}, {}),
        ({"makers": (), "events": (Event("production", makers=(Maker("A"),)),)}, {}),
        ({"events": made(1600, 1605)}, {"date-before-birth": "makers[Rembrandt].born"}),
        ({"events": made(1600, 1606)}, {}),
        ({"events": made(None, None)}, {}),
    ],
)
def test_titles_languages_makers(fields, expected):
    assert defects(**fields) == expected


@pytest.mark.parametrize(
    ("uris", "authority"),
    [
        (("http://vocab.getty.edu/ulan/1", "http://vocab.getty.edu/ulan/2"), "vocab.getty.edu/ulan"),
        (("http://vocab.getty.edu/ulan/1", "http://vocab.getty.edu/aat/2", "http://www.wikidata.org/entity/Q1"), ""),
        (("http://d-nb.info/gnd/1", "http://viaf.org/viaf/1", "http://viaf.org/viaf/2"), "viaf.org/viaf"),
        (("http://[broken", "http://[broken too"), ""),
        (("http://vocab.getty.edu/ulan/1",), ""),
    ],
)
def test_two_identifiers_of_one_person_in_the_same_authority(uris, authority):
    found = content_defects(Record(id="ours:1", key="1", **GOOD | {"makers": (Maker("A", uris=uris),)}))
    assert [(defect.code, defect.detail) for defect in found] == (
        [("maker-uri-several", authority)] if authority else []
    )


def photo(rights: Rights | None) -> tuple[Surrogate, ...]:
    return (Surrogate("a.jpg", path="a.jpg", rights=rights),)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"rights_of_object": None}, {"rights-missing": "rights_of_object"}),
        ({"rights_of_object": Rights(holder="The estate")}, {"rights-missing": "rights_of_object"}),
        ({"rights_of_object": None, "rights_of_metadata": Rights(CC0)}, {"rights-missing": "rights_of_object"}),
        ({"rights_of_object": None, "surrogates": photo(Rights(CC0))}, {}),
        ({"rights_of_object": Rights(text="Ask us")}, {"rights-free-text": "rights_of_object"}),
        ({"rights_of_object": Rights(text="https://museum.org/terms")}, {"rights-not-a-statement": "rights_of_object"}),
        (
            {"rights_of_object": Rights(text="https://museum.org/terms; © Museum")},
            {"rights-not-a-statement": "rights_of_object"},
        ),
        ({"rights_of_object": Rights(CC0, "All rights reserved")}, {"rights-contradiction": "rights_of_object"}),
        ({"rights_of_object": Rights(CC0, "Public domain")}, {}),
        ({"rights_of_object": Rights(INC, "© Museum")}, {}),
        (
            {"surrogates": photo(Rights(CC0, "© Photographer, all rights reserved"))},
            {"rights-contradiction": "surrogates[a.jpg].rights"},
        ),
    ],
)
def test_rights(fields, expected):
    assert defects(**fields) == expected


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://museum.org/1", ""),
        ("http://museum.org/1", "link-plain-http"),
        ("museum.org/1", "link-no-scheme"),
        ("1.jpg", "link-file-name"),
        ("ftp://museum.org/1.jpg", ""),
    ],
)
def test_links(address, code):
    assert defects(landing_page=address) == ({code: "landing_page"} if code else {})
    expected = {code: f"surrogates[{address}].url"} if code else {}
    assert defects(surrogates=(Surrogate(address, url=address),)) == expected


def test_a_file_without_an_address_or_a_place_on_disk():
    assert defects(surrogates=(Surrogate("a"),)) == {"link-empty": "surrogates[a].url"}
    assert defects(surrogates=(Surrogate("a", path="a.jpg"),)) == {}


ANY_TEXT = st.builds(Text, st.text(max_size=300), st.sampled_from(["und", "en", "tr"]))
ANY_RIGHTS = st.none() | st.builds(Rights, st.sampled_from(["", CC0, INC]) | st.text(max_size=9), st.text(max_size=30))


@given(
    st.lists(ANY_TEXT, max_size=3),
    st.lists(
        st.builds(Maker, st.text(max_size=9), uris=st.lists(st.text(max_size=20), max_size=3).map(tuple)), max_size=3
    ),
    ANY_RIGHTS,
    st.text(max_size=30),
)
def test_no_record_is_too_strange(titles, makers, rights, address):
    found = content_defects(
        Record(
            id="ours:1",
            key="1",
            titles=tuple(titles),
            makers=tuple(makers),
            rights_of_object=rights,
            surrogates=(Surrogate(address, url=address, rights=rights),),
        )
    )
    assert {defect.code for defect in found} <= set(DEFECTS)


@pytest.mark.parametrize(
    ("text", "years", "several"),
    [
        ("1890, cast 1920", (1890, 1890), True),
        ("1890-1920", (1890, 1920), False),
        ("c. 1890", (1885, 1895), False),
        ("1479–1425 B.C.", (-1478, -1424), False),
        ("1890", (1890, 1890), False),
        ("after 1850", (1851, None), False),
    ],
)
def test_several_dates_in_one_text(text, years, several):
    date = Date(text, "", *years)
    found = content_defects(Record(id="m:1", key="1", events=(Event("production", date),)))
    assert ("date-several" in {defect.code for defect in found}) is several
