"""LIDO 1.0 and 1.1 read into records. What is expected was written down from the files, which are valid against the schemas."""

import tarfile
from pathlib import Path

import pytest
from lxml import etree

from vitrine.formats.lido.feed import open_lido
from vitrine.formats.mapping.model import Source
from vitrine.formats.reading import RawRecord, Reading, Unreadable, UnreadableRecordError
from vitrine.records import Identifier, Record, Repair, Text

SAMPLES = Path(__file__).parents[1] / "samples"

LIDO = '<lido:lido xmlns:lido="http://www.lido-schema.org">{}</lido:lido>'
RECORD = (
    '<lido:administrativeMetadata xml:lang="en"><lido:recordWrap><lido:recordID lido:type="local">{}</lido:recordID>'
    "</lido:recordWrap>{}</lido:administrativeMetadata>"
)


PLAIN = Source()


def readings(path: Path, source: Source = PLAIN) -> list[Reading]:
    feed = open_lido(path, feed="museum", source=source)
    return [feed.read(item) for item in feed.items() if isinstance(item, RawRecord)]


def read(tmp_path: Path, inside: str, key: str = "1", source: Source = PLAIN) -> Reading:
    """Read a record with `inside` in its descriptive metadata."""
    described = f'<lido:descriptiveMetadata xml:lang="en">{inside}</lido:descriptiveMetadata>'
    return read_whole(tmp_path, described + RECORD.format(key, ""), source)


def read_whole(tmp_path: Path, inside: str, source: Source = PLAIN) -> Reading:
    file = tmp_path / "record.xml"
    file.write_text(LIDO.format(inside.replace("<l:", "<lido:").replace("</l:", "</lido:")), "utf-8")
    (found,) = readings(file, source)
    return found


def identification(inside: str) -> str:
    return f"<lido:objectIdentificationWrap>{inside}</lido:objectIdentificationWrap>"


def event(inside: str, type_: str = "<l:term>Production</l:term>") -> str:
    return (
        f"<lido:eventWrap><lido:eventSet><lido:event><lido:eventType>{type_}</lido:eventType>{inside}</lido:event>"
        "</lido:eventSet></lido:eventWrap>"
    )


def codes(reading: Reading) -> list[str]:
    return [defect.code for defect in reading.defects]


@pytest.fixture(scope="module")
def first() -> Reading:
    return readings(SAMPLES / "lido-1.0.xml")[0]


@pytest.fixture(scope="module")
def german() -> Reading:
    (found,) = readings(SAMPLES / "lido-1.1.xml")
    return found


@pytest.mark.reference
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_the_samples_are_valid_lido(version, reference):
    schema = etree.XMLSchema(etree.parse(reference(f"schemas/lido/lido-v{version}.xsd")))
    schema.assertValid(etree.parse(SAMPLES / f"lido-{version}.xml"))


# Identity


def test_record_id_is_the_key_and_the_local_one_of_several(first):
    assert first.record.key == "17"
    assert first.record.id == "museum:17"


def test_records_with_the_same_lido_rec_id_are_different_and_that_is_reported():
    feed = open_lido(SAMPLES / "lido-1.0.xml", feed="museum")
    items = list(feed.items())
    assert [feed.read(item).record.key for item in items] == ["17", "18"]
    (shared_,) = feed.findings()
    assert shared_.code == "identifier-shared"
    assert "/Museum:1" in shared_.detail
    assert "2 records" in shared_.detail


def test_without_record_id_other_identifiers_serve_in_their_order(tmp_path):
    lido_id = "<l:lidoRecID>A/1</l:lidoRecID>"
    published = '<l:objectPublishedID l:type="URI">https://x.example/1</l:objectPublishedID>'.replace(
        "l:type", "lido:type"
    )
    assert read_whole(tmp_path, lido_id + published).record.key == "A/1"
    assert read_whole(tmp_path, published).record.key == "https://x.example/1"
    with pytest.raises(UnreadableRecordError, match="no identifier"):
        read_whole(tmp_path, "<l:lidoRecID> </l:lidoRecID>")


def test_identifiers_say_what_they_are(first):
    assert set(first.record.identifiers) == {
        Identifier("/Museum:1", "lidoRecID"),
        Identifier("https://museum.example/object/17", "URI"),
        Identifier("NM 17", "accession number"),
        Identifier("G 4", "former number"),
        Identifier("P-9", "record"),
        Identifier("17", "record"),
    }


# Titles, types, texts


def test_titles_by_language_and_kind(first):
    assert first.record.titles == (
        Text("Botgörande Magdalena", "sv"),
        Text("The Penitent Magdalen", "en"),
        Text("Magdalena", "und", "alternative"),
        Text("Kvinna vid bok", "sv", "former"),
    )
    assert "language-invalid" in codes(first)


def test_language_is_inherited_and_the_source_fills_in(tmp_path):
    title = identification(
        "<l:titleWrap><l:titleSet><l:appellationValue>Ciottolo</l:appellationValue></l:titleSet></l:titleWrap>"
    )
    bare = f"<lido:descriptiveMetadata>{title}</lido:descriptiveMetadata>" + RECORD.format("1", "")
    assert read_whole(tmp_path, bare).record.titles == (Text("Ciottolo", "und"),)
    assert read_whole(tmp_path, bare, Source(language="it")).record.titles == (Text("Ciottolo", "it"),)


def test_types_have_labels_and_addresses(first):
    (painting,) = first.record.object_types
    assert painting.labels == (Text("Målning", "sv"), Text("painting", "en"))
    assert painting.uris == ("http://vocab.getty.edu/aat/300033618",)
    (classification,) = first.record.classifications
    assert classification.uris == ("http://vocab.getty.edu/aat/300179869",)
    assert first.record.media_kind == "IMAGE"


def test_texts_are_repaired_and_the_repair_is_noted(first):
    assert first.record.descriptions == (Text("Copy & after an original", "en"),)
    assert Repair("titles", "spaces", "The Penitent  Magdalen", "The Penitent Magdalen") in first.repairs
    assert "html" in [repair.rule for repair in first.repairs]


def test_mends_that_are_not_wanted_are_left(tmp_path):
    note = "<l:objectDescriptionWrap><l:objectDescriptionSet><l:descriptiveNoteValue>Oil &lt;b&gt;on&lt;/b&gt; canvas</l:descriptiveNoteValue></l:objectDescriptionSet></l:objectDescriptionWrap>"
    for leave, text in (((), "Oil on canvas"), (("html",), "Oil <b>on</b> canvas")):
        found = read(tmp_path, identification(note), source=Source(leave=leave))
        assert [one.value for one in found.record.descriptions] == [text]


def test_words_with_elements_among_them_are_one_text(tmp_path):
    note = "<l:objectDescriptionWrap><l:objectDescriptionSet><l:descriptiveNoteValue>Oil <i>on</i> canvas, <b>1880</b>.</l:descriptiveNoteValue></l:objectDescriptionSet></l:objectDescriptionWrap>"
    assert read(tmp_path, identification(note)).record.descriptions == (Text("Oil on canvas, 1880.", "en"),)


def test_empty_elements_are_counted_in_one_defect(first):
    # A term, a note, an actor, a displayed place, a subject, a link.
    assert [defect.detail for defect in first.defects if defect.code == "element-empty"] == ["6"]


def test_inscriptions_provenance_holder_and_place(first):
    record = first.record
    assert record.inscriptions == (Text("Märkt: I.P", "sv"), Text("nere till höger", "sv"))
    assert record.provenance == (Text("Gripsholms slott", "sv"),)
    assert record.holder is not None
    assert (record.holder.name, record.holder.uris) == ("Museum vid sjön", ("http://viaf.org/viaf/147742988",))
    assert record.location is not None
    assert record.location.labels == (Text("Stockholm", "sv"),)


# Events and makers


def test_production_is_found_by_its_type_though_acquisition_comes_first(first):
    assert [one.kind for one in first.record.events] == ["acquisition", "production"]
    made = first.record.production
    assert made is not None
    assert made.date is not None
    assert (made.date.text, made.date.edtf, made.date.earliest, made.date.latest) == (
        "Utf. 1600-talet",
        "16XX",
        1620,
        1680,
    )
    assert made.date.language == "sv"
    assert made.makers == ()  # they are the record's


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("<l:conceptID>http://terminology.lido-schema.org/lido00007</l:conceptID>", "production"),
        ("<l:conceptID>http://terminology.lido-schema.org/eventType/creation</l:conceptID>", "production"),
        ("<l:term>Herstellung</l:term>", "production"),
        ("<l:term>Vervaardiging</l:term>", "production"),
        ("<l:term>Produzione</l:term>", "production"),
        ("<l:conceptID>http://terminology.lido-schema.org/lido00001</l:conceptID>", "acquisition"),
        ("<l:term>Erwerbung</l:term>", "acquisition"),
        ("<l:conceptID>http://terminology.lido-schema.org/lido00228</l:conceptID>", "publication"),
        ("<l:term>Ausgrabung</l:term>", "find"),
        ("<l:term>Exhibition</l:term>", "exhibition"),
        ("<l:term>Restoration</l:term>", "other"),
    ],
)
def test_events_by_concept_and_by_term_in_several_languages(tmp_path, type_, kind):
    (found,) = read(
        tmp_path, event("<l:eventDate><l:displayDate>1850</l:displayDate></l:eventDate>", type_)
    ).record.events
    assert found.kind == kind


def test_a_year_of_acquisition_is_read_whatever_the_word_before_it(first):
    acquired = first.record.events[0]
    assert acquired.date is not None
    assert (acquired.date.text, acquired.date.earliest, acquired.date.latest) == ("Förvärvsår 1958", 1958, 1958)
    assert [maker.name for maker in acquired.makers] == ["Anna Ek"]


def test_makers_with_role_qualifier_life_dates_and_identifiers(first):
    nobody, after, attributed = first.record.makers
    assert (nobody.name, nobody.anonymous, nobody.role) == ("Okänd", True, "Konstnär")
    assert nobody.identifiers == (Identifier("7010", "Museum person"),)
    assert "maker-anonymous" in codes(first)
    assert (after.name, after.qualifier, after.born, after.died) == ("Domenico Fetti", "after", 1589, 1623)
    assert after.uris == ("http://vocab.getty.edu/ulan/500009350",)
    assert after.alternative_names == (Text("Dominico Feti", "sv"),)
    assert (attributed.name, attributed.qualifier, attributed.role) == ("Per Målare", "attributed to", "Konstnär")
    assert "Anna Ek" not in [maker.name for maker in first.record.makers]


def test_a_maker_who_is_only_displayed_is_taken_apart(german):
    maker = german.record.makers[0]
    assert (maker.name, maker.qualifier, maker.born, maker.died) == ("Wilhelm Muster", "attributed to", 1480, 1530)


def test_a_design_is_a_production_that_comes_second(german):
    made = [one for one in german.record.events if one.kind == "production"]
    assert [one.date.earliest for one in made if one.date] == [1514, 1513]
    assert made[1].names == (Text("Entwurf", "de"),)


def test_places_have_coordinates(first):
    (venice,) = first.record.events[1].places
    assert venice.labels == (Text("Venedig", "sv"),)
    assert (venice.latitude, venice.longitude) == (45.4386, 12.3267)


def test_material_and_technique_are_told_apart(first):
    made = first.record.production
    assert made is not None
    assert [term.labels[0].value for term in made.techniques] == ["oljemåleri"]
    assert [(term.labels[0].value, term.kind) for term in first.record.materials] == [
        ("olja", ""),
        ("Olja på duk", "display"),
    ]


# Dates


def dated(tmp_path: Path, shown: str, earliest: str, latest: str, circa: int = 0) -> Reading:
    date = f"<l:date><l:earliestDate>{earliest}</l:earliestDate><l:latestDate>{latest}</l:latestDate></l:date>"
    inside = f"<l:eventDate><l:displayDate>{shown}</l:displayDate>{date}</l:eventDate>"
    return read(tmp_path, event(inside), source=Source(circa=circa))


def years(reading: Reading) -> tuple[int | None, int | None]:
    date = reading.record.events[0].date
    return (date.earliest, date.latest) if date else (None, None)


def test_years_in_the_wrong_order_are_reported_and_the_text_counts(tmp_path):
    found = dated(tmp_path, "1768", "1768", "80")
    assert codes(found) == ["date-order"]
    assert years(found) == (1768, 1768)


def test_zero_is_no_year(tmp_path):
    found = dated(tmp_path, "", "0", "0")
    assert "date-zero" in codes(found)
    assert years(found) == (None, None)


def test_text_and_years_that_contradict_each_other_are_reported(tmp_path):
    assert "date-contradiction" in codes(dated(tmp_path, "1850", "1920", "1925"))


def test_full_dates_and_years_before_christ(tmp_path):
    assert years(dated(tmp_path, "", "1623-04-16", "1623-04-18")) == (1623, 1623)
    # ISO 8601 counts astronomically: -0499 is 500 BC, and so are the years of a record.
    assert years(dated(tmp_path, "", "-0499", "-0450")) == (-499, -450)


def test_circa_is_a_setting_of_the_source(tmp_path):
    inside = event("<l:eventDate><l:displayDate>c. 1850</l:displayDate></l:eventDate>")
    assert years(read(tmp_path, inside)) == (1850, 1850)
    assert years(read(tmp_path, inside, source=Source(circa=5))) == (1845, 1855)


# Measures


def measures(reading: Reading) -> set[tuple[str, str, float, str]]:
    return {(one.part, one.kind, one.value, one.unit) for one in reading.record.dimensions}


def test_work_and_frame_are_told_apart_by_the_displayed_text(first):
    assert measures(first) == {
        ("work", "height", 88, "cm"),
        ("work", "width", 66, "cm"),
        ("frame", "height", 99, "cm"),
        ("frame", "width", 77, "cm"),
        ("frame", "depth", 6.5, "cm"),
    }
    (repair,) = (repair for repair in first.repairs if repair.rule == "measure-parts")
    assert "height 99 cm" in repair.before
    assert "frame height 99 cm" in repair.after


def set_of(*values: tuple[str, str], shown: str = "", more: str = "") -> str:
    sets = "".join(
        f"<l:measurementsSet><l:measurementType>{kind}</l:measurementType><l:measurementUnit>cm</l:measurementUnit>"
        f"<l:measurementValue>{value}</l:measurementValue></l:measurementsSet>"
        for kind, value in values
    )
    display = f"<l:displayObjectMeasurements>{shown}</l:displayObjectMeasurements>" if shown else ""
    return (
        f"<l:objectMeasurementsWrap><l:objectMeasurementsSet>{display}<l:objectMeasurements>{sets}{more}"
        "</l:objectMeasurements></l:objectMeasurementsSet></l:objectMeasurementsWrap>"
    )


def test_measures_that_nothing_tells_apart_are_reported_and_claim_nothing(tmp_path):
    found = read(tmp_path, identification(set_of(("Height", "10"), ("Height", "20"), ("Width", "5"), ("Width", "9"))))
    assert codes(found) == ["measure-mixed"]
    assert {one.part for one in found.record.dimensions} == {""}


def test_a_frame_that_is_only_displayed_as_such_is_no_measure_of_the_work(tmp_path):
    found = read(tmp_path, identification(set_of(("Height", "98"), ("Width", "75.5"), shown="Ram 98 x 75,5 cm")))
    assert measures(found) == {("frame", "height", 98, "cm"), ("frame", "width", 75.5, "cm")}
    assert codes(found) == []


def test_the_part_is_said_by_extent(tmp_path):
    extent = "<l:extentMeasurements><l:term>frame</l:term></l:extentMeasurements>"
    assert measures(read(tmp_path, identification(set_of(("Height", "30"), more=extent)))) == {
        ("frame", "height", 30, "cm")
    }


def test_comma_and_zero(german):
    assert measures(german) == {("sheet", "height", 24.2, "cm"), ("sheet", "width", 19.1, "cm")}
    assert "measure-zero" in codes(german)


# Subjects and relations


def test_subjects_say_what_they_are(first):
    assert [(one.labels[0].value, one.kind) for one in first.record.subjects] == [
        ("ånger", ""),
        ("Maria Magdalena", "person"),
        ("Provence", "place"),
    ]
    assert [(one.text, one.earliest, one.latest) for one in first.record.periods] == [("1600-talet", 1600, 1699)]


def test_relations_by_type(first):
    (relation,) = first.record.relations
    assert (relation.kind, relation.uri) == ("part of", "https://museum.example/object/16")
    assert relation.labels == (Text("Skissbok", "sv"),)


# Rights and media


def test_rights_of_metadata_object_and_media_are_three_things(first):
    record = first.record
    assert record.rights_of_metadata is not None
    assert record.rights_of_metadata.uri == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert record.rights_of_metadata.text == "CC0"
    assert record.rights_of_object is not None
    assert (record.rights_of_object.uri, record.rights_of_object.text) == ("", "Public domain")
    master = record.surrogates[0].rights
    assert master is not None
    assert (master.uri, master.holder) == ("http://creativecommons.org/licenses/by-sa/4.0/", "Greta Lindström")
    assert record.credit_lines == (Text("Gåva av Anna Ek", "sv"),)


def test_a_file_with_two_purposes_is_one_file(first):
    master, tiff = first.record.surrogates
    assert (master.url, master.purpose, master.type) == ("http://images.example/17.jpg", "master", "image/jpeg")
    assert (master.width, master.height) == (3000, 4000)
    assert master.credit == "Foto: Greta Lindström"
    assert (tiff.url, tiff.path, tiff.type) == ("", "K0125.tif", "image/tiff")
    assert {"link-file-name", "link-empty"} <= set(codes(first))


def test_representations_by_concepts_of_the_terminology(german):
    assert [(one.url, one.purpose) for one in german.record.surrogates] == [
        ("https://media.example/42/thumb.jpg", "thumbnail"),
        ("https://media.example/42/full.jpg", "master"),
    ]
    assert german.record.surrogates[0].rights is not None
    assert german.record.surrogates[0].rights.text == "© Beispielmuseum"


# Several languages, several files


def test_a_record_that_says_everything_in_two_languages_says_it_once(german):
    record = german.record
    assert record.titles == (Text("Melencolia I", "de"), Text("Melancholy I", "en"))
    (type_,) = record.object_types
    assert {label.language for label in type_.labels} == {"de", "en"}
    assert type_.uris == ("http://vocab.getty.edu/aat/300041273", "http://d-nb.info/gnd/4150895-2")
    assert type_.related == ("http://vocab.getty.edu/aat/300191086",)
    duerer = [maker for maker in record.makers if maker.uris == ("http://d-nb.info/gnd/11852786X",)]
    assert [(maker.name, maker.alternative_names) for maker in duerer] == [
        ("Dürer, Albrecht", (Text("Albrecht Durer", "en"),))
    ]


def test_one_broken_file_of_an_archive_costs_no_other(tmp_path):
    good = LIDO.format(RECORD.format("1", ""))
    for name, text in (
        ("1.xml", good),
        ("2.xml", good.replace("</lido:recordWrap>", "")),
        ("3.xml", good.replace(">1<", ">3<")),
    ):
        (tmp_path / name).write_text(text)
    with tarfile.open(tmp_path / "all.tgz", "w:gz") as archive:
        for name in ("1.xml", "2.xml", "3.xml"):
            archive.add(tmp_path / name, name)
    feed = open_lido(tmp_path / "all.tgz", feed="museum")
    keys, refused = [], []
    for item in feed.items():
        try:
            keys.append(feed.read(item).record.key)
        except UnreadableRecordError as error:
            refused.append((item.locator, str(error)))
    assert keys == ["1", "3"]
    assert [locator for locator, _ in refused] == ["2.xml#1"]
    assert "no well-formed XML" in refused[0][1]


def test_entities_are_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    title = identification(
        "<l:titleWrap><l:titleSet><l:appellationValue>&xxe;</l:appellationValue></l:titleSet></l:titleWrap>"
    )
    record = LIDO.format(f"<lido:descriptiveMetadata>{title}</lido:descriptiveMetadata>" + RECORD.format("1", ""))
    doctype = f'<!DOCTYPE lido [<!ENTITY xxe SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa">]>'
    file = tmp_path / "evil.xml"
    file.write_text(doctype + record.replace("<l:", "<lido:").replace("</l:", "</lido:"))
    feed = open_lido(file, feed="museum")
    (item,) = feed.items()
    with pytest.raises(UnreadableRecordError, match="&xxe;"):
        feed.read(item)


def test_other_xml_is_given_out_as_unreadable(tmp_path):
    (tmp_path / "readme.xml").write_text("<html/>")
    (item,) = open_lido(tmp_path / "readme.xml", feed="museum").items()
    assert isinstance(item, Unreadable)
    assert "no <lido>" in item.reason


@pytest.mark.reference
def test_nationalmuseum_has_as_many_records_and_keys_as_were_counted(reference):
    folder = reference("data/nationalmuseum")
    keys: set[str] = set()
    empty = 0
    for name, expected in (("1618.tgz", 5309), ("1677.tgz", 5309), ("1821.tgz", 3247)):
        feed = open_lido(folder / name, feed="nationalmuseum")
        records: list[Record] = []
        for item in feed.items():
            reading = feed.read(item)  # nothing in these files is unreadable
            records.append(reading.record)
            empty += sum(int(defect.detail) for defect in reading.defects if defect.code == "element-empty")
        assert len(records) == expected
        keys.update(record.key for record in records)
        rights = {one.rights.uri for record in records for one in record.surrogates if one.rights}
        assert rights == {
            "http://creativecommons.org/licenses/by-sa/4.0/"
            if name == "1618.tgz"
            else "http://creativecommons.org/publicdomain/mark/1.0/"
        }
    assert len(keys) == 5334
    assert empty == 137_409
