"""Facts of records: what each field becomes in EDM, and the same tiers as the EDM a record was read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from tests.quality.edm import BY_NC, CC0, IMAGE, PAGE, entity, external, facts, file, internal, link, text
from vitrine.formats.edm.feed import open_edm
from vitrine.quality import Media, facts_of_rdf, record_facts, tiers
from vitrine.quality.stated import bits, names
from vitrine.records import (
    Date,
    Event,
    Holder,
    Identifier,
    Maker,
    Place,
    Record,
    Relation,
    Rights,
    Surrogate,
    Term,
    Text,
)


def record(**fields) -> Record:
    return Record(id="ours:1", key="1", **fields)


def stated(**fields) -> set[str]:
    """What decides a tier; see `test_words_that_could_say_their_language` for the rest."""
    return {name for name in names(record_facts(record(**fields)).stated) if not name.endswith("~")}


HERE, NOWHERE = (Text("Firenze", "it"),), (Text("Firenze"),)
GETTY = "http://vocab.getty.edu/aat/1"
WIKIDATA = "http://www.wikidata.org/entity/Q1"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"titles": (Text("A", "en"),)}, {"dc:title", "dc:title@"}),
        ({"titles": (Text("A"),)}, {"dc:title"}),
        ({"titles": (Text("A", "en", "former"),)}, {"dcterms:alternative", "dcterms:alternative@"}),
        ({"descriptions": (Text("A", "en", "label"),)}, {"dc:description", "dc:description@"}),
        ({"descriptions": (Text("A", "und", "contents"),)}, {"dcterms:tableOfContents"}),
        ({"object_types": (Term(HERE),)}, {"dc:type", "dc:type@", "+dc:type", "group:Concept"}),
        ({"classifications": (Term(HERE),)}, {"edm:hasType", "edm:hasType@"}),
        ({"subjects": (Term(HERE),)}, {"dc:subject", "dc:subject@"}),
        ({"subjects": (Term((), (GETTY,)),)}, {"dc:subject"}),
        (
            {"subjects": (Term(HERE, (GETTY,)),)},
            {"dc:subject", "dc:subject@", "+dc:subject", "group:Concept", "linked:Concept"},
        ),
        (
            {"subjects": (Term(NOWHERE, (GETTY, WIKIDATA)),)},
            {"dc:subject", "+dc:subject", "group:Concept", "linked:Concept", "complete:Concept"},
        ),
        (
            {"subjects": (Term(HERE, (GETTY,), kind="person"),)},
            {"dc:subject", "+dc:subject", "group:Agent", "linked:Agent"},
        ),
        ({"subjects": (Term(HERE, (GETTY,), kind="period"),)}, {"dc:subject", "dc:subject@", "linked:TimeSpan"}),
        ({"materials": (Term(NOWHERE),)}, {"dcterms:medium", "+dcterms:medium", "group:Concept"}),
        ({"materials": (Term(NOWHERE, kind="format"),)}, {"dc:format", "+dc:format", "group:Concept"}),
        ({"makers": (Maker("Rembrandt"),)}, {"+dc:creator", "group:Agent"}),
        ({"makers": (Maker("Rembrandt", uris=(WIKIDATA,)),)}, {"+dc:creator", "group:Agent", "linked:Agent"}),
        ({"makers": (Maker(WIKIDATA, uris=(WIKIDATA,)),)}, {"+dc:creator", "group:Agent"}),
        (
            {"makers": (Maker("Rembrandt", born=1606),)},
            {"+dc:creator", "group:Agent", "linked:Agent", "complete:Agent"},
        ),
        ({"makers": (Maker("Unknown", anonymous=True),)}, {"+dc:creator", "group:Agent"}),
        ({"makers": (Maker("A", role="contributor"),)}, {"+dc:contributor", "group:Agent"}),
        ({"makers": (Maker("A", role="publisher"),)}, {"+dc:publisher", "group:Agent"}),
        ({"makers": (Maker("A", role="sitter"),)}, {"dc:subject"}),
        (
            {"events": (Event("production", Date("1642", earliest=1642, latest=1642)),)},
            {"+dcterms:created", "group:TimeSpan", "linked:TimeSpan", "complete:TimeSpan"},
        ),
        ({"events": (Event("production", Date("long ago")),)}, {"+dcterms:created", "group:TimeSpan"}),
        (
            {"events": (Event("production", techniques=(Term(NOWHERE),)),)},
            {"dcterms:medium", "+dcterms:medium", "group:Concept"},
        ),
        (
            {"events": (Event("production", places=(Place(NOWHERE),)),)},
            {"dcterms:spatial", "+dcterms:spatial", "group:Place"},
        ),
        (
            {"events": (Event("publication", Date("1642", earliest=1642, latest=1642)),)},
            {"+dcterms:issued", "group:TimeSpan"},
        ),
        (
            {"events": (Event("publication", makers=(Maker("A"),)),)},
            {"+dc:publisher", "group:Agent"},
        ),
        ({"events": (Event("acquisition", Date("1900", earliest=1900, latest=1900), makers=(Maker("A"),)),)}, set()),
        (
            {"places": (Place(HERE),)},
            {"dcterms:spatial", "dcterms:spatial@", "+dcterms:spatial", "group:Place"},
        ),
        (
            {"places": (Place(NOWHERE, latitude=0.0, longitude=0.0),)},
            {"dcterms:spatial", "+dcterms:spatial", "group:Place", "linked:Place", "complete:Place"},
        ),
        ({"places": (Place(NOWHERE, kind="coverage"),)}, {"dc:coverage"}),
        ({"places": (Place(),)}, set()),
        (
            {"location": Place(NOWHERE, (WIKIDATA,))},
            {"edm:currentLocation", "+edm:currentLocation", "group:Place", "linked:Place"},
        ),
        (
            {"periods": (Date("Baroque", language="en"),)},
            {"dcterms:temporal", "dcterms:temporal@", "+dcterms:temporal", "group:TimeSpan"},
        ),
        (
            {"periods": (Date("Baroque", earliest=1600, latest=1750, uris=(WIKIDATA,)),)},
            {"dcterms:temporal", "+dcterms:temporal", "group:TimeSpan", "linked:TimeSpan", "complete:TimeSpan"},
        ),
        ({"provenance": (Text("A", "en"),)}, {"dcterms:provenance", "dcterms:provenance@"}),
        ({"credit_lines": (Text("A"),)}, {"dcterms:provenance"}),
        ({"rights_of_object": Rights(text="© A", language="en")}, {"dc:rights", "dc:rights@"}),
        ({"rights_of_object": Rights(CC0)}, set()),
        ({"relations": (Relation("part of", "http://x.org/1"),)}, {"dcterms:isPartOf"}),
        ({"relations": (Relation("has part", labels=HERE),)}, {"dcterms:hasPart", "dcterms:hasPart@"}),
        ({"relations": (Relation("references", "x"),)}, {"dcterms:references"}),
        ({"relations": (Relation("referenced by", "x"),)}, {"dcterms:isReferencedBy"}),
        ({"relations": (Relation("source", "x"),)}, {"dc:source"}),
        ({"relations": (Relation("related", "x"),)}, {"dc:relation"}),
        ({"relations": (Relation("related to", "x"),)}, {"edm:isRelatedTo"}),
        ({"relations": (Relation("format of", "x"), Relation("met", "x"))}, set()),
        (
            {"inscriptions": HERE, "holder": Holder("A"), "identifiers": (Identifier("1"),), "text_languages": ("en",)},
            set(),
        ),
    ],
)
def test_what_a_field_becomes(fields, expected):
    assert stated(**fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"titles": (Text("A"),)}, {"dc:title~"}),
        ({"titles": (Text("A"), Text("B", "en"))}, set()),
        ({"object_types": (Term(NOWHERE),)}, {"dc:type~"}),
        ({"object_types": (Term((), (GETTY,)),)}, set()),
        ({"object_types": (Term(NOWHERE, (GETTY,)),)}, {"dc:type~"}),
        ({"subjects": (Term(NOWHERE, (GETTY,), kind="person"),)}, set()),
        ({"makers": (Maker("A", role="sitter"),)}, set()),
        ({"places": (Place(NOWHERE),), "location": Place((), (GETTY,))}, {"dcterms:spatial~"}),
        ({"periods": (Date("Baroque"),)}, {"dcterms:temporal~"}),
        ({"rights_of_object": Rights(text="© A")}, {"dc:rights~"}),
        ({"relations": (Relation("part of", "x"), Relation("references", "x", NOWHERE))}, {"dcterms:references~"}),
    ],
)
def test_words_that_could_say_their_language(fields, expected):
    assert {name for name in names(record_facts(record(**fields)).stated) if name.endswith("~")} == expected


@pytest.mark.parametrize(
    ("term", "complete"),
    [
        (Term(HERE, (GETTY,)), False),
        (Term(HERE, (GETTY,), notes=HERE), True),
        (Term(HERE, (GETTY,), related=(WIKIDATA,)), True),
        (Term(HERE, (GETTY, WIKIDATA)), True),
        (Term((), (GETTY, WIKIDATA)), False),
        (Term(HERE, notes=HERE), False),
        (Term(HERE, (GETTY, WIKIDATA), kind="place"), False),
    ],
)
def test_a_concept_is_complete_by_a_note_a_relation_or_a_match(term, complete):
    assert ("complete:Concept" in stated(subjects=(term,))) == complete


@pytest.mark.parametrize(
    "maker",
    [
        Maker("A", died=1669),
        Maker("A", dates="active 1640s"),
        Maker("A", places=(Place(HERE, kind="birth"),)),
        Maker("A", occupations=(Term(HERE),)),
    ],
)
def test_a_maker_is_complete_by_life_dates_places_or_an_occupation(maker):
    assert "complete:Agent" in stated(makers=(maker,))


def test_media_become_views_with_their_own_licence():
    found = record_facts(
        record(
            media_kind="IMAGE",
            rights_of_object=Rights(CC0),
            surrogates=(
                Surrogate("a.jpg", type="image/jpeg", width=1000, height=950),
                Surrogate("b.jpg", type="image/jpeg", width=1000, height=949, rights=Rights(BY_NC)),
                Surrogate("c.jpg", type="image/jpeg", rights=Rights(text="All rights reserved")),
                Surrogate("d.jpg", type="image/jpeg", width=10, height=10, rights=Rights()),
                Surrogate("t.jpg", type="image/jpeg", width=4000, height=4000, purpose="thumbnail"),
            ),
        )
    )
    assert set(found.media) == {
        Media("image", 950_000, cap=4),
        Media("image", 420_000, cap=3),
        Media("image", None, cap=2),
        Media("image", 0, cap=4),
    }
    assert (found.cap, found.thumbnail, tiers(found).content) == (4, True, 4)


def test_a_thumbnail_alone_is_a_preview_and_no_view():
    found = record_facts(record(surrogates=(Surrogate("t.jpg", type="image/jpeg", purpose="thumbnail"),)))
    assert (found.thumbnail, found.media) == (True, ())


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [("image/png", "IMAGE"), ("video/mp4", "VIDEO"), ("audio/wav", "SOUND"), ("application/pdf", "TEXT"), ("model/obj", "3D"), ("", "")],
)  # fmt: skip
def test_a_kind_that_is_not_stated_is_that_of_the_first_file(media_type, kind):
    assert record_facts(record(surrogates=(Surrogate("a", type=media_type),))).kind == kind
    assert record_facts(record(media_kind="TEXT", surrogates=(Surrogate("a", type=media_type),))).kind == "TEXT"


def test_a_landing_page_counts_when_its_type_is_known():
    assert not record_facts(record(landing_page=PAGE)).landing_page
    assert record_facts(record(landing_page=PAGE, landing_page_type="text/html")).landing_page


def test_a_player_is_the_first_view_of_a_film():
    player, other = Surrogate("a", url="https://vimeo.com/1"), Surrogate("b", url="http://museum.org/b")
    assert record_facts(record(media_kind="VIDEO", surrogates=(player, other))).embeddable
    assert not record_facts(record(media_kind="VIDEO", surrogates=(other, player))).embeddable
    assert not record_facts(record(media_kind="IMAGE", surrogates=(player,))).embeddable


def test_the_best_of_everything():
    best = record(
        media_kind="IMAGE",
        titles=(Text("A", "en"),),
        object_types=(Term(HERE, (GETTY, WIKIDATA)),),
        makers=(Maker("A", born=1600),),
        events=(Event("production", Date("1642", earliest=1642, latest=1642)),),
        places=(Place(HERE, latitude=1.0, longitude=2.0),),
        rights_of_object=Rights(CC0),
        surrogates=(Surrogate("a.jpg", type="image/jpeg", width=4000, height=3000),),
    )
    assert tiers(record_facts(best)) == (4, "C", "C", "C", "C")
    assert tiers(record_facts(record())) == (0, "0", "0", "0", "A")


# The same tiers as the EDM that a record was read from.

LABEL = text("skos:prefLabel", "Firenze", "it")
NOTE = text("skos:note", "A thing", "en")
LATLONG = text("wgs84_pos:lat", "43.77") + text("wgs84_pos:long", "11.25")
BEGIN_END = text("edm:begin", "1600") + text("edm:end", "1650")

TEXTS = """
    dc:coverage dc:description dc:format dc:relation dc:rights dc:source dc:subject dc:title dc:type dcterms:alternative
    dcterms:hasPart dcterms:isPartOf dcterms:isReferencedBy dcterms:medium dcterms:provenance dcterms:references
    dcterms:spatial dcterms:tableOfContents dcterms:temporal edm:hasType edm:isRelatedTo dc:creator
    dc:contributor dc:publisher dcterms:issued dc:date dcterms:extent
""".split()  # noqa: SIM905

DESCRIBED = st.lists(
    st.one_of(
        st.builds(text, st.sampled_from(TEXTS), st.sampled_from(["Sole", " "]), st.sampled_from([None, "", "en", "it"])),
        st.builds(link, st.just("dc:subject"), st.sampled_from(["#q", "#b"])),
        st.builds(link, st.sampled_from(["dc:subject", "dc:type", "dcterms:medium", "edm:hasType"]), st.sampled_from(["#c", "#d", GETTY])),
        st.builds(link, st.sampled_from(["dcterms:spatial", "dc:coverage"]), st.sampled_from(["#p", "#q"])),
        st.builds(link, st.sampled_from(["dcterms:created", "dcterms:issued", "dcterms:temporal"]), st.sampled_from(["#t"])),
        st.builds(link, st.sampled_from(["dc:creator", "dc:contributor", "dc:publisher"]), st.sampled_from(["#a", "#b", WIKIDATA])),
    ),
    max_size=8,
)  # fmt: skip

ENTITIES = (
    entity("skos:Concept", "#c", LABEL, NOTE),
    entity("skos:Concept", "#d", text("skos:prefLabel", "Sole")),
    entity("edm:Place", "#p", LABEL, LATLONG),
    entity("edm:Place", "#q", LABEL),
    entity("edm:TimeSpan", "#t", LABEL, BEGIN_END),
    entity("edm:Agent", "#a", LABEL, text("rdaGr2:dateOfBirth", "1606")),
    entity("edm:Agent", "#b", LABEL),
)

LOCATION = st.sampled_from(["", text("edm:currentLocation", "Sole"), link("edm:currentLocation", "#p")])
"""At most one, as the schema has it."""

MEDIA = st.builds(
    lambda kind, media_type, size, own, all_, page: internal(
        "",
        file(IMAGE, media_type, *size, rights=own),
        file(PAGE, page),
        links=link("edm:isShownBy", IMAGE) + link("edm:isShownAt", PAGE) + (link("edm:rights", all_) if all_ else ""),
        kind=kind,
    ),
    st.sampled_from(["IMAGE", "TEXT", "VIDEO", "SOUND", "3D"]),
    st.sampled_from(["image/jpeg", "application/pdf", "video/mp4", "audio/mpeg", "model/obj"]),
    st.sampled_from([("", ""), (500, 300), (700, 700), (4000, 3000)]),
    st.sampled_from(["", CC0, BY_NC, "http://museum.org/terms"]),
    st.sampled_from(["", CC0, BY_NC]),
    st.sampled_from(["", "text/html"]),
)


def read(path, document: bytes) -> Record:
    path.write_bytes(document)
    feed = open_edm(path, feed="ours")
    (raw,) = feed.items()
    return feed.read(raw).record


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("edm") / "record.xml"


@given(DESCRIBED, LOCATION)
def test_a_record_states_what_its_edm_states(path, described, location):
    document = external("".join(described) + location, *ENTITIES)
    assert tiers(record_facts(read(path, document))) == tiers(facts(document))


@given(MEDIA)
def test_a_record_shows_what_its_edm_shows(path, document):
    assert tiers(record_facts(read(path, document))).content == tiers(facts(document)).content


def test_what_vitrine_reads_out_of_words_is_no_link_of_the_source(path):
    """A date of making in words has its years in the record; the EDM it came from has no edm:TimeSpan for them."""
    document = external(text("dcterms:created", "1642") + text("dc:creator", "Rembrandt (1606-1669)"))
    imported = read(path, document)
    assert imported.production.date.earliest == 1642
    assert tiers(record_facts(imported)).contextual == tiers(facts(document)).contextual == "A"
    exported = replace(imported, linked=None)
    assert tiers(record_facts(exported)).contextual == "C"


def test_persons_and_places_that_are_subjects_keep_what_is_known_of_them(path):
    document = external(link("dc:subject", "#p") + link("dc:subject", "#a"), *ENTITIES)
    assert tiers(facts(document)).contextual == tiers(record_facts(read(path, document))).contextual == "C"


def test_what_vitrine_has_measured_counts_beside_what_the_source_describes(path):
    imported = read(path, external(links=link("edm:isShownBy", IMAGE) + link("edm:rights", CC0)))
    assert tiers(record_facts(imported)).content == 0
    fetched = replace(imported.surrogates[0], type="image/jpeg", width=2000, height=1000, checksum="0" * 64)
    assert tiers(record_facts(replace(imported, surrogates=(fetched,)))).content == 4


def test_europeanas_test_batch_has_the_same_tiers_either_way(reference):
    feed = open_edm(reference("data/edm/test_batch.zip"), feed="europeana")
    number = 0
    for raw in feed.items():
        number += 1
        ((_, found),) = facts_of_rdf(etree.fromstring(raw.content))
        assert tiers(record_facts(feed.read(raw).record)) == tiers(found)
    assert number == 1506


RECORDS = st.builds(
    record,
    titles=st.lists(st.builds(Text, st.text(max_size=20), st.sampled_from(["und", "en"]), st.sampled_from(["", "former"])), max_size=3).map(tuple),
    subjects=st.lists(st.builds(Term, st.just(HERE) | st.just(()), st.just(()) | st.just((GETTY,)), kind=st.text(max_size=6)), max_size=3).map(tuple),
    makers=st.lists(st.builds(Maker, st.text(max_size=5), role=st.text(max_size=5), born=st.none() | st.integers()), max_size=2).map(tuple),
    surrogates=st.lists(
        st.builds(Surrogate, st.text(max_size=4), url=st.text(max_size=9), type=st.text(max_size=9), width=st.none() | st.integers(), height=st.none() | st.integers()),
        max_size=3,
    ).map(tuple),
    rights_of_object=st.none() | st.builds(Rights, st.text(max_size=9), st.text(max_size=9)),
)  # fmt: skip


@given(RECORDS)
def test_no_record_is_too_strange(strange):
    found = tiers(record_facts(strange))
    assert 0 <= found.content <= 4
    assert bits() == 0
