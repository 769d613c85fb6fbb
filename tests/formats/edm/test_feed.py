"""EDM, external and internal, read into records. What is expected was written down from the files, which are valid."""

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.quality.edm import external, rdf, tiers_of_files
from vitrine.formats.edm.feed import open_edm
from vitrine.formats.mapping.model import Source
from vitrine.formats.reading import RawRecord, Reading, Unreadable, UnreadableRecordError
from vitrine.quality import facts_of_rdf, tiers
from vitrine.quality.record_facts import record_facts
from vitrine.records import Identifier, Record, Text

SAMPLES = Path(__file__).parents[1] / "samples"
PLAIN = Source()


def readings(path: Path, source: Source = PLAIN) -> list[Reading]:
    feed = open_edm(path, feed="museum", source=source)
    return [feed.read(item) for item in feed.items() if isinstance(item, RawRecord)]


def read(tmp_path: Path, document: bytes, source: Source = PLAIN) -> Reading:
    (tmp_path / "record.xml").write_bytes(document)
    (found,) = readings(tmp_path / "record.xml", source)
    return found


@pytest.fixture(scope="module")
def provided() -> Record:
    (found,) = readings(SAMPLES / "edm-external.xml")
    return found.record


@pytest.fixture(scope="module")
def kept() -> Reading:
    (found,) = readings(SAMPLES / "edm-internal.xml")
    return found


@pytest.mark.reference
@pytest.mark.parametrize(("kind", "schema"), [("external", "EDM.xsd"), ("internal", "EDM-INTERNAL.xsd")])
def test_the_samples_are_valid_edm(kind, schema, reference):
    etree.XMLSchema(etree.parse(reference(f"schemas/edm/{schema}"))).assertValid(
        etree.parse(SAMPLES / f"edm-{kind}.xml")
    )


# The work


def test_a_record_is_known_by_what_its_work_is_about(provided):
    assert provided.key == "https://museum.example/id/7"
    assert provided.id == "museum:https://museum.example/id/7"
    assert set(provided.identifiers) == {Identifier("Inv. 7"), Identifier("https://museum.example/id/7", "URI")}


def test_texts_by_language_and_kind(provided):
    assert provided.titles == (Text("Veduta", "it"), Text("View", "en", "alternative"))
    assert provided.descriptions == (
        Text("Una veduta della laguna.", "it"),
        Text("Una sola tavola", "it", "contents"),
    )
    assert provided.provenance == (Text("Collezione Verdi", "it"),)
    assert provided.text_languages == ("it",)
    assert provided.media_kind == "IMAGE"


def test_concepts_bring_labels_notes_and_what_they_match(provided):
    (painting,) = provided.object_types
    assert painting.labels == (Text("painting", "en"), Text("dipinto", "it"))
    assert painting.uris == ("http://vocab.getty.edu/aat/300033618", "http://www.wikidata.org/entity/Q3305213")
    assert painting.notes == (Text("Unique works", "en"),)
    assert painting.related == ("http://vocab.getty.edu/aat/300191086",)
    assert [one.labels[0].value for one in provided.classifications] == ["veduta"]
    assert [(one.labels[0].value, one.uris) for one in provided.subjects] == [
        ("landscape", ("http://vocab.getty.edu/aat/300132294",)),
        ("laguna", ()),
    ]


def test_format_and_medium_stay_apart(provided):
    assert [(one.labels[0].value, one.kind) for one in provided.materials] == [
        ("painting on canvas", "format"),
        ("olio", ""),
    ]


def test_makers_by_role_with_what_their_agent_says(provided):
    by_name = {maker.name: maker for maker in provided.makers}
    rossi = by_name["Maria Rossi"]
    assert (rossi.role, rossi.born, rossi.died) == ("", 1610, 1671)
    assert rossi.uris == ("https://museum.example/agent/1",)
    assert rossi.alternative_names == (Text("Mary Rossi", "en"),)
    assert [(one.labels[0].value, one.kind) for one in rossi.places] == [("Burano", "birth")]
    assert by_name["Officina Rossi"].role == "contributor"
    assert by_name["Editore Bianchi"].role == "publisher"
    assert by_name["ignoto"].anonymous


def test_dates_by_what_happened(provided):
    years = {event.kind: (event.date.text, event.date.earliest) for event in provided.events if event.date}
    assert years == {"production": ("c. 1640", 1640), "publication": ("1650", 1650), "other": ("1650", 1650)}
    assert readings(SAMPLES / "edm-external.xml", Source(circa=5))[0].record.production.date.earliest == 1635


def test_a_time_span_has_its_own_years(provided):
    (period,) = provided.periods
    assert (period.text, period.earliest, period.latest) == ("Seicento", 1601, 1700)
    assert period.uris == ("https://museum.example/time/1600s",)


def test_places_have_names_and_coordinates(provided):
    (venice,) = provided.places
    assert venice.labels == (Text("Venezia", "it"), Text("Venice", "en"))
    assert (venice.latitude, venice.longitude) == (45.43713, 12.33265)
    assert provided.location is not None
    assert provided.location.labels[0].value == "Venezia"


def test_measures_relations_holder(provided):
    assert {(one.kind, one.value, one.unit) for one in provided.dimensions} == {
        ("height", 40, "cm"),
        ("width", 60, "cm"),
    }
    assert [(one.kind, one.uri) for one in provided.relations] == [
        ("part of", "https://museum.example/collection/vedute")
    ]
    assert provided.holder is not None
    assert provided.holder.name == "Museo della Laguna"


def test_language_of_the_source_holds_where_none_is_stated(tmp_path):
    document = external("<dc:title>Veduta</dc:title>")
    assert read(tmp_path, document).record.titles == (Text("Veduta", "und"),)
    assert read(tmp_path, document, Source(language="it")).record.titles == (Text("Veduta", "it"),)
    address = external("<dc:source>http://museum.example/1</dc:source>")
    (relation,) = read(tmp_path, address, Source(language="it")).record.relations
    assert relation.labels == (Text("http://museum.example/1", "und"),)


def test_an_entity_may_stand_within_the_property(tmp_path):
    inside = '<dc:creator><edm:Agent rdf:about="#a"><skos:prefLabel>Ada</skos:prefLabel></edm:Agent></dc:creator>'
    (maker,) = read(tmp_path, external(inside)).record.makers
    assert (maker.name, maker.uris) == ("Ada", ("#a",))


def test_a_subject_says_what_it_is(tmp_path):
    document = external(
        '<dc:subject rdf:resource="#a"/><dc:subject rdf:resource="#p"/><dc:subject rdf:resource="#nowhere"/>',
        '<edm:Agent rdf:about="#a"><skos:prefLabel>Ada</skos:prefLabel></edm:Agent>',
        '<edm:Place rdf:about="#p"><skos:prefLabel xml:lang="en">Rome</skos:prefLabel></edm:Place>',
    )
    assert [(one.kind, one.uris) for one in read(tmp_path, document).record.subjects] == [
        ("person", ("#a",)),
        ("place", ("#p",)),
        ("", ("#nowhere",)),
    ]


def test_words_beside_a_link_are_kept(tmp_path):
    agent = '<edm:Agent rdf:about="#a"><skos:prefLabel>Ada</skos:prefLabel></edm:Agent>'
    record = read(tmp_path, external('<dc:creator rdf:resource="#a">Lovelace</dc:creator>', agent)).record
    assert [maker.name for maker in record.makers] == ["Lovelace", "Ada"]


def test_a_second_location_is_kept(tmp_path):
    places = "<edm:currentLocation>Roma</edm:currentLocation><edm:currentLocation>Napoli</edm:currentLocation>"
    record = read(tmp_path, external(places)).record
    assert record.location.labels == (Text("Roma"),)
    assert [(place.kind, place.labels) for place in record.places] == [("location", (Text("Napoli"),))]


def test_what_the_work_links_to_is_kept_with_what_is_known_of_it(provided):
    by_uri = {entity.uri: entity for entity in provided.linked.entities}
    painter = by_uri["https://museum.example/agent/1"]
    assert (painter.kind, painter.linked_by) == ("Agent", ("dc:creator",))
    assert {"dateOfBirth", "dateOfDeath", "placeOfBirth"} <= set(painter.known)
    assert by_uri["http://vocab.getty.edu/aat/300132294"].linked_by == ("dc:subject",)
    assert provided.linked.described == ("https://museum.example/media/7.jpg", "https://museum.example/media/7b.jpg")


# Rights and media


def test_each_file_has_its_own_rights_or_those_of_all(provided):
    assert provided.rights_of_object is not None
    assert provided.rights_of_object.uri == "http://rightsstatements.org/vocab/InC/1.0/"
    assert (provided.rights_of_object.text, provided.rights_of_object.language) == ("All rights reserved", "en")
    shown, view, small = provided.surrogates
    assert (shown.url, shown.purpose) == ("https://museum.example/media/7.jpg", "master")
    assert shown.rights is not None
    assert shown.rights.uri == "http://rightsstatements.org/vocab/NoC-NC/1.0/"  # what its cc:License inherits from
    assert (view.purpose, view.rights, view.credit) == ("view", None, "Photo: A. Neri")
    assert small.purpose == "thumbnail"


def test_what_is_known_of_a_file_comes_along(kept):
    film, preview = kept.record.surrogates
    assert (film.type, film.width, film.height, film.size) == ("video/mp4", 1280, 720, 7_000_000)
    assert preview.url == "https://api.europeana.eu/thumbnail/7"
    assert (kept.record.landing_page, kept.record.landing_page_type) == ("https://museum.example/page/7", "text/html")


def test_words_about_rights_make_no_statement(tmp_path):
    links = '<edm:rights rdf:resource="http://rightsstatements.org/vocab/InC/1.0/"/>'
    words = '<dc:rights xml:lang="en">CC BY 4.0</dc:rights>'
    rights = read(tmp_path, external(words, links=links)).record.rights_of_object
    assert (rights.uri, rights.text) == ("http://rightsstatements.org/vocab/InC/1.0/", "CC BY 4.0")
    alone = read(tmp_path, external(words)).record.rights_of_object
    assert (alone.uri, alone.text, alone.language) == ("", "CC BY 4.0", "en")


def test_a_terms_page_is_no_statement(tmp_path):
    links = '<edm:rights rdf:resource="https://museum.example/terms"/>'
    rights = read(tmp_path, external(links=links)).record.rights_of_object
    assert rights is not None
    assert (rights.uri, rights.text) == ("", "https://museum.example/terms")


# Europeana's own record


def test_what_europeana_added_is_not_the_museums_word(kept):
    assert kept.record.titles == (Text("A film of the lagoon", "en"),)


def test_what_stands_beside_the_proxies_is_reported(tmp_path):
    document = (SAMPLES / "edm-internal.xml").read_bytes()
    work = b'<edm:ProvidedCHO rdf:about="http://data.europeana.eu/item/1/7"'
    found = read(tmp_path, document.replace(work + b"/>", work + b"><dc:title>Film</dc:title></edm:ProvidedCHO>"))
    assert [text.value for text in found.record.titles] == ["A film of the lagoon"]
    assert ("statement-outside-proxy", "title") in [(defect.code, defect.detail) for defect in found.defects]


def test_statements_of_programs_are_reported(kept):
    (defect,) = (defect for defect in kept.defects if defect.code == "statement-generated")
    assert "SoftwareAgent" in defect.detail
    assert "0.87" in defect.detail


# Tiers


@pytest.mark.parametrize("name", ["edm-external.xml", "edm-internal.xml"])
def test_a_record_has_the_tiers_of_its_edm(name):
    (record,) = (reading.record for reading in readings(SAMPLES / name))
    ((_, facts),) = facts_of_rdf(etree.parse(SAMPLES / name).getroot())
    assert tiers(record_facts(record)) == tiers(facts)


@pytest.mark.reference
def test_a_real_batch_has_the_records_that_were_counted_and_the_tiers_of_its_edm(reference):
    batch = reference("data/edm/test_batch.zip")
    records = {reading.record.key: reading.record for reading in readings(batch)}
    assert len(records) == 1506
    with zipfile.ZipFile(batch) as archive:
        documents = [(name, archive.read(name)) for name in archive.namelist()]
    for one in tiers_of_files(documents):
        found = tiers(record_facts(records[one.id]))
        assert (found.content, found.metadata) == (one.content, one.metadata)


# What is wrong with a file


def test_several_works_in_one_rdf_are_taken_apart(tmp_path):
    def work(number: int) -> str:
        return (
            f'<edm:ProvidedCHO rdf:about="#{number}"><dc:title>{number}</dc:title><dc:creator rdf:resource="#ada"/></edm:ProvidedCHO>'
            f'<ore:Aggregation rdf:about="#a{number}"><edm:aggregatedCHO rdf:resource="#{number}"/>'
            f'<edm:isShownBy rdf:resource="http://m.example/{number}.jpg"/></ore:Aggregation>'
        )

    ada = '<edm:Agent rdf:about="#ada"><skos:prefLabel>Ada</skos:prefLabel></edm:Agent>'
    (tmp_path / "all.xml").write_bytes(rdf(work(1), work(2), ada))
    first, second = (reading.record for reading in readings(tmp_path / "all.xml"))
    assert [first.key, second.key] == ["#1", "#2"]
    assert [maker.name for maker in first.makers] == [maker.name for maker in second.makers] == ["Ada"]
    assert [one.url for one in second.surrogates] == ["http://m.example/2.jpg"]


def test_what_belongs_to_no_work_is_given_out(tmp_path):
    stray = '<ore:Aggregation rdf:about="#x"><edm:aggregatedCHO rdf:resource="#gone"/></ore:Aggregation>'
    works = '<edm:ProvidedCHO rdf:about="#1"/><edm:ProvidedCHO rdf:about="#2"/>'
    (tmp_path / "all.xml").write_bytes(rdf(works, stray))
    (lost,) = (item for item in open_edm(tmp_path / "all.xml", feed="m").items() if isinstance(item, Unreadable))
    assert "#gone" in lost.reason
    assert b"#x" in lost.raw


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (rdf('<edm:ProvidedCHO rdf:about=""/>'), "no rdf:about"),
        (rdf("<edm:Agent/>"), "no edm:ProvidedCHO"),
        (external("<dc:title>a & b</dc:title>"), "no well-formed XML"),
    ],
)
def test_what_is_no_record_says_why(tmp_path, document, reason):
    with pytest.raises(UnreadableRecordError, match=reason):
        read(tmp_path, document)


def test_records_in_an_envelope(tmp_path):
    document = (
        b"<OAI><record><metadata>"
        + external()
        + b"</metadata></record><record><metadata>"
        + external()
        + b"</metadata></record></OAI>"
    )
    (tmp_path / "harvest.xml").write_bytes(document)
    assert [reading.record.key for reading in readings(tmp_path / "harvest.xml")] == ["#work", "#work"]
