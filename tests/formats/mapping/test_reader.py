"""A mapping makes records: every field from where the mapping says it is, whatever the data holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vitrine.formats.mapping.files import load_mapping, shipped_mapping
from vitrine.formats.mapping.reader import compile_mapping
from vitrine.formats.reading import UnreadableRecordError
from vitrine.records import encode


def read(toml: str, content: dict, *, record: str = 'id = "id"', source: str = ""):
    """Return the reading of `content` by a mapping; the record has the identifier 1 unless it says another."""
    mapping = load_mapping(f"[source]\n{source}\n[record]\n{record}\n{toml}")
    return compile_mapping(mapping, feed="m")({"id": "1"} | content)


def record(toml: str, content: dict, **settings_):
    return read(toml, content, **settings_).record


# The record itself


def test_the_identifier_is_the_feeds_and_the_sources():
    found = record("", {"id": 12})
    assert (found.id, found.key) == ("m:12", "12")


def test_an_identifier_of_several_columns():
    assert record("", {"a": "X", "b": 3}, record='id = "{a}/{b}"').key == "X/3"


@pytest.mark.parametrize("content", [{"id": ""}, {"id": None}, {"id": "NULL"}, {"id": {}}, {"id": []}])
def test_without_an_identifier_there_is_no_record(content):
    with pytest.raises(UnreadableRecordError, match="no identifier: id is empty"):
        read("", content)


@pytest.mark.parametrize("content", [None, 3, "text", [], [{"id": 1}]])
def test_what_is_no_object_is_no_record(content):
    with pytest.raises(UnreadableRecordError):
        compile_mapping(load_mapping('[record]\nid = "id"'), feed="m")(content)


def test_single_values_of_the_record():
    found = record(
        "",
        {"url": "http://m.org/1", "kind": "image", "lang": "eng"},
        record='id = "id"\nlanding_page = "url"\nmedia_kind = "kind"\nlanguages = "lang"',
    )
    assert (found.landing_page, found.media_kind, found.text_languages) == ("http://m.org/1", "IMAGE", ("en",))
    assert record("", {}, source='media_kind = "TEXT"').media_kind == "TEXT"


# Texts and concepts


def test_texts_have_the_language_that_is_nearest():
    toml = """
    [[titles]]
    path = "title"
    [[titles]]
    path = "title_it"
    language = "it"
    [[titles]]
    path = "other"
    language = { path = "lang" }
    kind = "alternative"
    """
    found = record(toml, {"title": "A", "title_it": "B", "other": "C", "lang": "deu"}, source='language = "en"')
    assert [(title.value, title.language, title.kind) for title in found.titles] == [
        ("A", "en", ""),
        ("B", "it", ""),
        ("C", "de", "alternative"),
    ]


def test_a_language_that_does_not_exist_is_reported():
    reading = read('[[titles]]\npath = "t"\nlanguage = { path = "l" }', {"t": "A", "l": "klingonish"})
    assert reading.record.titles[0].language == "und"
    assert [defect.code for defect in reading.defects] == ["language-invalid"]


@pytest.mark.parametrize(
    "value",
    [
        {"en": ["Bathers"], "it": "Bagnanti"},
        [{"@value": "Bathers", "@language": "en"}, {"@value": "Bagnanti", "@language": "it"}],
    ],
)
def test_texts_by_language_as_iiif_and_json_ld_write_them(value):
    found = record('[[titles]]\npath = "t"', {"t": value})
    assert {(title.value, title.language) for title in found.titles} == {("Bathers", "en"), ("Bagnanti", "it")}


def test_values_that_say_nothing_make_nothing():
    toml = '[[titles]]\npath = "t"\n[[materials]]\nlabel = "m"\n[[makers]]\nname = "n"\n[[events]]\ntext = "d"'
    for nothing in (None, "", "  ", "NULL", "N/A", "\\N", [], {}, [None, ""]):
        found = record(toml, {"t": nothing, "m": nothing, "n": nothing, "d": nothing})
        assert encode(found) == encode(record("", {}))


def test_a_mend_is_told_with_its_place_in_the_record():
    reading = read('[[titles]]\npath = "t"\nlanguage = "fr"', {"t": "FaurÃ©"})
    assert reading.record.titles[0].value == "Fauré"
    assert [(repair.path, repair.rule, repair.before) for repair in reading.repairs] == [
        ("titles[fr]", "double-encoding", "FaurÃ©")
    ]


def test_a_mend_of_a_value_that_comes_again_is_told_each_time():
    mapping = compile_mapping(load_mapping('[record]\nid = "id"\n[[materials]]\nlabel = "m"'), feed="m")
    readings = [mapping({"id": number, "m": " oil "}) for number in (1, 2)]
    assert [len(reading.repairs) for reading in readings] == [1, 1]
    assert readings[0].record.materials == readings[1].record.materials


def test_concepts_split_translated_and_linked():
    toml = """
    [maps.materials]
    "oil paint" = "http://vocab.getty.edu/aat/300015050"
    "doek" = "canvas"
    [[materials]]
    label = "m"
    split = [";", "|"]
    map = "materials"
    language = "en"
    """
    oil, canvas, wood = record(toml, {"m": "Oil paint; doek|wood"}).materials
    assert oil.uris == ("http://vocab.getty.edu/aat/300015050",)
    assert oil.labels[0].value == "Oil paint"
    assert canvas.labels[0].value == "canvas"
    assert (wood.labels[0].value, wood.uris) == ("wood", ())


def test_concepts_of_a_tree_with_addresses_made_of_their_numbers():
    toml = '[[subjects]]\neach = "s.**"\nlabel = "name"\nuri = "http://m.org/subjects/{id}"'
    found = record(toml, {"s": {"id": 1, "children": [{"id": 2, "name": "sea"}, {"id": 3, "name": "sky"}]}})
    assert [(one.labels[0].value, one.uris) for one in found.subjects] == [
        ("sea", ("http://m.org/subjects/2",)),
        ("sky", ("http://m.org/subjects/3",)),
    ]


def test_an_address_is_not_made_of_a_blank():
    assert record('[[subjects]]\nlabel = "s"\nuri = "http://m.org/{id2}"', {"s": "sea"}).subjects[0].uris == ()


def test_labels_and_addresses_side_by_side():
    toml = '[[subjects]]\nlabel = "s"\nuri = { path = "u", split = "|" }\nsplit = "|"'
    found = record(toml, {"s": "men|dragons", "u": "http://a.org/1|http://a.org/2"}).subjects
    assert [(one.labels[0].value, one.uris[0]) for one in found] == [
        ("men", "http://a.org/1"),
        ("dragons", "http://a.org/2"),
    ]


def test_places_have_coordinates_only_on_earth():
    toml = '[[places]]\nlabel = "p"\nlatitude = "lat"\nlongitude = "lon"'
    assert record(toml, {"p": "Delft", "lat": "52,01", "lon": 4.36}).places[0].latitude == 52.01
    for lat, lon in ((91, 4), (0, 0), ("x", 4), (None, 4)):
        assert record(toml, {"p": "Delft", "lat": lat, "lon": lon}).places[0].latitude is None


def test_paths_from_the_record_within_a_list():
    toml = '[[surrogates]]\neach = "images"\nurl = "url"\ncredit = "/credit"'
    found = record(toml, {"credit": "© Museum", "images": [{"url": "http://m.org/1.jpg"}]})
    assert found.surrogates[0].credit == "© Museum"


# Makers


def test_makers_with_role_qualifier_and_life():
    toml = '[[makers]]\neach = "people"\nname = "name"\nrole = "role"\nborn = "from"\ndied = "to"'
    found = record(
        toml,
        {
            "people": [
                {"name": "after Peter Paul Rubens", "role": "painter", "from": 1577, "to": "1640"},
                {"name": "Jan Steen (1626-1679)", "role": "attributed to"},
                {"name": "Okänd", "role": "artist", "from": 0},
            ]
        },
    )
    rubens, steen, nobody = found.makers
    assert (rubens.name, rubens.role, rubens.qualifier, rubens.born, rubens.died) == (
        "Peter Paul Rubens",
        "painter",
        "after",
        1577,
        1640,
    )
    assert (steen.name, steen.role, steen.qualifier, steen.born) == ("Jan Steen", "", "attributed to", 1626)
    assert nobody.anonymous
    assert nobody.born is None


def test_nobody_and_year_0_are_reported():
    reading = read('[[makers]]\nname = "n"\nborn = "b"', {"n": "Unknown", "b": 0})
    assert sorted(defect.code for defect in reading.defects) == ["date-zero", "maker-anonymous"]


def test_inverted_names_are_turned_where_the_mapping_says_so():
    found = record('[[makers]]\nname = "n"\ninverted = true', {"n": "Goyen, Jan van (1596-1656)"}).makers[0]
    assert found.name == "Jan van Goyen"
    assert [text.value for text in found.alternative_names] == ["Goyen, Jan van"]
    assert record('[[makers]]\nname = "n"', {"n": "Goyen, Jan van"}).makers[0].name == "Goyen, Jan van"


def test_several_makers_in_one_cell_take_what_stands_beside_them_in_the_same_order():
    toml = '[[makers]]\nname = "n"\nrole = "r"\nborn = "b"\nsplit = "|"'
    found = record(toml, {"n": "Koch|Yellin", "r": "Designer|Manufacturer", "b": "1800      |1885      "}).makers
    assert [(one.name, one.role, one.born) for one in found] == [
        ("Koch", "Designer", 1800),
        ("Yellin", "Manufacturer", 1885),
    ]


def test_one_life_beside_several_makers_is_nobodys():
    found = record('[[makers]]\nname = "n"\nborn = "b"\nsplit = "|"', {"n": "Koch|Yellin", "b": "1800"}).makers
    assert [one.born for one in found] == [None, None]


# Events and dates


def test_the_museums_own_years_stand_over_those_of_the_text():
    toml = '[[events]]\ntext = "d"\nearliest = "from"\nlatest = "to"'
    found = record(toml, {"d": "c. 1840", "from": 1835, "to": "1845"}).production.date
    assert (found.text, found.earliest, found.latest, found.edtf) == ("c. 1840", 1835, 1845, "1840~")


def test_the_text_is_read_where_the_museum_gives_no_years():
    found = record('[[events]]\ntext = "d"', {"d": "c. 1840"}, source="circa = 3").production.date
    assert (found.earliest, found.latest) == (1837, 1843)


@pytest.mark.parametrize(
    ("years", "code", "span"),
    [
        ((1900, 1850), "date-order", (1840, 1840)),
        ((0, 0), "date-zero", (1840, 1840)),
        ((1900, 1910), "date-contradiction", (1900, 1910)),
    ],
)
def test_years_that_cannot_be_are_reported(years, code, span):
    reading = read('[[events]]\ntext = "d"\nearliest = "a"\nlatest = "b"', {"d": "1840", "a": years[0], "b": years[1]})
    assert [defect.code for defect in reading.defects] == [code]
    found = reading.record.production.date
    assert (found.earliest, found.latest) == span


def test_years_alone_make_a_date():
    toml = '[[events]]\nearliest = "a"\nlatest = "b"'
    assert record(toml, {"a": 1850, "b": 1860}).production.date.edtf == "1850/1860"
    assert record(toml, {"a": "1850", "b": "1850"}).production.date.edtf == "1850"
    assert record(toml, {"b": 1860}).production.date.edtf == "../1860"
    assert record(toml, {"a": -700, "b": -601}).production.date.edtf == "-0699/-0600"


def test_a_date_that_nobody_can_read_is_kept_and_reported():
    reading = read('[[events]]\ntext = "d"', {"d": "in the time of the old house"})
    assert reading.record.production.date.text == "in the time of the old house"
    assert reading.record.production.date.earliest is None
    assert [defect.code for defect in reading.defects] == ["date-unreadable"]


def test_the_acquisition_is_not_the_production():
    toml = '[[events]]\nkind = "acquisition"\ntext = "acquired"\nname = "how"\n[[events]]\ntext = "made"\nplace = "where"\ntechnique = "tech"'
    found = record(toml, {"acquired": "1922", "how": "gift", "made": "1850", "where": "Delft", "tech": "etching"})
    assert found.production.date.earliest == 1850
    assert found.production.places[0].labels[0].value == "Delft"
    assert found.production.techniques[0].labels[0].value == "etching"
    assert [event.kind for event in found.events] == ["acquisition", "production"]


# Measures


def test_measures_in_words_keep_the_words():
    found = record('[[dimensions]]\ntext = "d"', {"d": "support: 394 x 419 mm"})
    assert [(one.kind, one.value) for one in found.dimensions] == [("height", 394), ("width", 419)]
    assert found.dimension_texts[0].value == "support: 394 x 419 mm"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0 x 0 mm", "measure-zero"),
        ("see file", "measure-unreadable"),
        ("30 x 20 cm, frame: 40 x 30 cm", "measure-mixed"),
    ],
)
def test_measures_that_need_a_look_are_reported(text, code):
    assert [defect.code for defect in read('[[dimensions]]\ntext = "d"', {"d": text}).defects] == [code]


def test_measures_in_columns():
    toml = '[[dimensions]]\nheight = "h"\nwidth = "w"\nunit = "cm"\n[[dimensions]]\nweight = "kg"\nunit = "kg"'
    reading = read(toml, {"h": "48,6", "w": 0, "kg": 2.5})
    assert [(one.kind, one.value, one.unit) for one in reading.record.dimensions] == [
        ("height", 48.6, "cm"),
        ("weight", 2.5, "kg"),
    ]
    assert [defect.code for defect in reading.defects] == ["measure-zero"]


def test_measures_side_by_side():
    toml = '[[dimensions]]\nkind = "k"\nvalue = "v"\nunit = { path = "u" }\nsplit = "$"'
    found = record(toml, {"k": "hoogte$breedte", "v": "30$20,5", "u": "cm$mm"}).dimensions
    assert [(one.kind, one.value, one.unit) for one in found] == [("height", 30, "cm"), ("width", 20.5, "mm")]


# Rights and media


def test_rights_of_metadata_object_and_media_are_kept_apart():
    toml = """
    [[rights]]
    of = "metadata"
    statement = "https://creativecommons.org/publicdomain/zero/1.0"
    text = { value = "the museum's terms" }
    [[rights]]
    of = "object"
    statement = "rights"
    holder = "owner"
    [[rights]]
    of = "media"
    statement = "image_rights"
    [[surrogates]]
    url = "image"
    """
    found = record(
        toml,
        {
            "rights": "In copyright",
            "owner": "Estate",
            "image_rights": "https://www.m.org/terms",
            "image": "http://m.org/1.jpg",
        },
    )
    assert found.rights_of_metadata.uri == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert found.rights_of_metadata.text == "the museum's terms"
    assert found.rights_of_object.holder == "Estate"
    assert found.surrogates[0].rights.uri == ""
    assert found.surrogates[0].rights.text == "https://www.m.org/terms"


def test_a_mended_licence_address_is_told():
    reading = read(
        '[[rights]]\nof = "object"\nstatement = "r"', {"r": "https://creativecommons.org/licenses/by-sa/4.0"}
    )
    assert reading.record.rights_of_object.uri == "http://creativecommons.org/licenses/by-sa/4.0/"
    assert [repair.before for repair in reading.repairs] == ["https://creativecommons.org/licenses/by-sa/4.0"]


def test_media_by_address_and_by_file():
    toml = '[[surrogates]]\nurl = "i"\nwidth = "w"\nsplit = "|"'
    found = record(toml, {"i": "http://m.org/1.JPG|scan 2.tif", "w": "800"}).surrogates
    assert [(one.key, one.url, one.path, one.type) for one in found] == [
        ("http://m.org/1.JPG", "http://m.org/1.JPG", "", "image/jpeg"),
        ("scan 2.tif", "", "scan 2.tif", "image/tiff"),
    ]
    assert found[0].width == 800


def test_links_that_are_none_are_reported_and_hostile_ones_left_out():
    assert [defect.code for defect in read('[[surrogates]]\neach = "i"\nurl = "u"', {"i": [{"u": ""}]}).defects] == [
        "link-empty"
    ]
    reading = read('[[surrogates]]\nurl = "u"', {"u": "javascript:alert(1)"})
    assert reading.record.surrogates == ()
    assert reading.defects[0].code == "link-no-scheme"


def test_what_needs_care():
    toml = """
    [reservation]
    reserved = "tdm"
    policy = "policy"
    [[community_labels]]
    uri = "label"
    text = "words"
    language = "en"
    [[sensitivities]]
    kind = "human remains"
    when = { type = "mummy" }
    """
    found = record(
        toml,
        {
            "tdm": 1,
            "policy": "http://m.org/p",
            "label": "https://localcontexts.org/label/tk-attribution/",
            "words": "Ours",
            "type": "mummy",
        },
    )
    assert (found.reservation.reserved, found.reservation.policy) == (True, "http://m.org/p")
    assert (found.community_labels[0].uri, found.community_labels[0].text.value) == (
        "https://localcontexts.org/label/tk-attribution/",
        "Ours",
    )
    assert found.sensitivities[0].kind == "human remains"
    assert record(toml, {"type": "vase"}).sensitivities == ()


def test_holder_location_relations_and_the_rest():
    toml = """
    [holder]
    name = { value = "Museum" }
    uri = "http://www.wikidata.org/entity/Q1"
    [location]
    label = "room"
    [[relations]]
    kind = "part of"
    label = "album"
    [[periods]]
    text = "period"
    [[credit_lines]]
    path = "credit"
    """
    found = record(toml, {"room": "Room 1", "album": "Sketchbook", "period": "17th century", "credit": "Gift"})
    assert (found.holder.name, found.holder.uris) == ("Museum", ("http://www.wikidata.org/entity/Q1",))
    assert found.location.labels[0].value == "Room 1"
    assert (found.relations[0].kind, found.relations[0].labels[0].value) == ("part of", "Sketchbook")
    assert found.periods[0].text == "17th century"
    assert found.credit_lines[0].value == "Gift"


# Anything at all

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["NULL", "<script>alert(1)</script>", "javascript:x", "0", "-1", "9" * 400, "x" * 2000, "http://", "=1+1", "\ufffd", "a|b;c$d"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.sampled_from(["en", "@value", "name", "id", "children"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
TATE = compile_mapping(load_mapping(shipped_mapping("tate")), feed="tate")
TATE_FIELDS = ["acno", "url", "id", "title", "foreignTitle", "classification", "contributors", "dateText", "dateRange", "acquisitionYear", "medium", "dimensions", "units", "subjects", "movements", "creditLine", "thumbnailUrl", "thumbnailCopyright"]  # fmt: skip


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(TATE_FIELDS), ANYTHING), ANYTHING)
def test_any_content_is_read_or_refused_and_nothing_hostile_comes_out(content, alone):
    for data in (content, alone):
        try:
            reading = TATE(data)
        except UnreadableRecordError:
            continue
        stored = encode(reading.record)
        assert b"<script" not in stored.lower()
        assert not any(surrogate.url.lower().startswith("javascript") for surrogate in reading.record.surrogates)


# Mends that a museum does not want


@pytest.mark.parametrize(
    ("rule", "written", "mended"),
    [
        ("html", "A <b>dance</b>", "A dance"),
        ("double-encoding", "FaurÃ©", "Fauré"),
        ("spaces", "A  dance", "A dance"),
        ("null", "None", None),
    ],
)
def test_a_mend_that_is_not_wanted_is_left(rule, written, mended):
    title = '[[titles]]\npath = "t"'
    mending = read(title, {"t": written})
    assert [text.value for text in mending.record.titles] == ([mended] if mended else [])
    assert [repair.rule for repair in mending.repairs] == [rule]
    leaving = read(title, {"t": written}, source=f'leave = ["{rule}"]')
    assert [text.value for text in leaving.record.titles] == [written]
    assert leaving.repairs == ()


def test_a_link_may_be_left_as_it_is_but_not_one_that_runs_code():
    pages = {url: read("", {"u": url}, record='id = "id"\nlanding_page = "u"', source='leave = ["link"]').record.landing_page for url in ("www.m.org/1", "javascript:alert(1)")}  # fmt: skip
    assert pages == {"www.m.org/1": "www.m.org/1", "javascript:alert(1)": ""}


def test_a_death_after_a_hundred_years_that_the_words_do_not_know_is_none():
    maker = '[[makers]]\nname = "n"\ndates = "d"\nborn = "b"\ndied = "e"'
    lives = [("4 May 1902 - ?", "1902", "2002"), ("1902 - 2002", "1902", "2002"), ("1902 - 1990", "1902", "1990")]
    found = [record(maker, {"n": "Ada", "d": d, "b": b, "e": e}).makers[0].died for d, b, e in lives]
    assert found == [None, 2002, 1990]
