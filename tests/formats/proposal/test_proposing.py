"""A mapping is proposed for exports never seen before, and what it leaves out is said."""

import csv
import io
import json

import pytest

from tests.formats import exports
from vitrine.formats.json_feed import open_json
from vitrine.formats.mapping.files import load_mapping
from vitrine.formats.proposal.proposing import preview, propose
from vitrine.formats.reading import FeedError
from vitrine.formats.tables.feed import open_table

TABLES = ["TMS", "MET", "RIJKS", "DUTCH", "ADLIB", "ITALIAN", "ICCD", "GERMAN", "FRENCH", "SPANISH", "SWEDISH"]


@pytest.fixture
def propose_for(tmp_path):
    """Return a function that writes an export into a file and proposes a mapping for it."""

    def propose_for_(text: str, name: str = "export.csv", encoding: str = "utf-8"):
        (tmp_path / name).write_bytes(text.encode(encoding))
        return propose(tmp_path / name)

    return propose_for_


def first(proposal):
    return proposal.preview[0]


def years(record):
    return (record.production.date.earliest, record.production.date.latest)


def sizes(record, part="work"):
    return [(one.kind, one.value, one.unit) for one in record.dimensions if one.part == part]


def values(texts):
    return [text.value for text in texts]


def labels(terms):
    return [term.labels[0].value for term in terms]


def test_tms(propose_for):
    proposal = propose_for(exports.TMS)
    work = first(proposal)
    assert work.key == "2"
    assert "885.1996" in [one.value for one in work.identifiers]
    assert values(work.titles) == ["Bridge Project, elevation"]
    maker = work.makers[0]
    # BeginDate and EndDate are the life of the artist, though nothing in their names says so
    assert (maker.name, maker.born, maker.died, maker.dates) == ("Otto Baumann", 1841, 1918, "Austrian, 1841–1918")
    assert years(work) == (1896, 1896)
    assert any("life of the maker" in remark for remark in proposal.remarks)
    assert sizes(work) == [("height", 48.6, "cm"), ("width", 168.9, "cm")]
    assert labels(work.materials) == ["Ink and cut paper"]
    assert work.landing_page == "https://museum.example/works/2"
    assert work.surrogates[0].url == "https://museum.example/media/2.jpg?w=1"
    assert work.credit_lines[0].value == "Gift of a friend"
    assert next(event for event in work.events if event.kind == "acquisition").date.earliest == 1996
    assert proposal.preview[2].makers[0].anonymous


def test_several_values_in_a_cell(propose_for):
    andiron = propose_for(exports.MET).preview[1]
    assert [(one.name, one.role, one.born) for one in andiron.makers] == [
        ("Hiero Koch", "Designer", 1800),
        ("Samuel Yell", "Manufacturer", 1885),
    ]
    assert andiron.makers[1].uris == ("http://vocab.getty.edu/page/ulan/500000002",)
    assert years(andiron) == (1800, 1850)
    assert [(labels([one])[0], one.uris[0][-9:]) for one in andiron.subjects] == [
        ("Dragons", "300253945"),
        ("Men", "300025928"),
    ]
    assert andiron.production.places[0].labels[0].value == "United States"


def test_names_with_numbers(propose_for):
    proposal = propose_for(exports.RIJKS)
    assert first(proposal).key == "SK-C-5"
    assert [(title.value, title.kind) for title in first(proposal).titles] == [
        ("De schutters van de wijk", ""),
        ("Het korporaalschap van een kapitein", "alternative"),
    ]
    # The names of the columns are English, the texts are not.
    assert first(proposal).titles[0].language == "nl"
    assert [(one.name, one.qualifier) for one in proposal.preview[2].makers] == [
        ("anoniem", ""),
        ("Rembert van Zijl", "after"),
    ]
    assert proposal.preview[1].surrogates[0].url == "http://img.example/cRtF3=s0"


def test_dutch(propose_for):
    proposal = propose_for(exports.DUTCH)
    view, still_life, portrait = proposal.preview
    assert (view.key, view.titles[0].value, view.titles[0].language) == (
        "SK-0001",
        "Gezicht op de haven van Dordrecht",
        "nl",
    )
    assert (view.makers[0].name, view.makers[0].born) == ("Jan van Gooyer", 1596)
    assert years(still_life)[0] == 1650
    assert sizes(still_life) == [("height", 56, "cm"), ("width", 47.5, "cm")]
    assert sizes(still_life, "frame") == [("height", 70, "cm"), ("width", 61, "cm")]
    assert still_life.rights_of_object.uri == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert portrait.makers[0].anonymous
    assert labels(view.materials) == ["olieverf op doek"]
    assert [event.names[0].value for event in view.events if event.kind == "acquisition"] == ["aankoop 1901"]


def test_adlib(propose_for):
    view, cup, _ = propose_for(exports.ADLIB).preview
    assert (view.key, view.identifiers[-1].value) == ("1001", "M-1")
    assert years(view) == (1840, 1845)
    assert sizes(view) == [("height", 30, "cm"), ("width", 20, "cm")]
    assert sizes(cup) == [("height", 10, "cm"), ("diameter", 8, "cm")]
    assert [(one.name, one.role, one.born) for one in cup.makers] == [
        ("Jane Doe", "maker", 1811),
        ("Richard Roe", "designer", 1820),
    ]
    assert labels(view.subjects) == ["bridge", "river"]
    assert [one.path for one in cup.surrogates] == ["m2.jpg", "m2b.jpg"]
    assert cup.rights_of_object.uri == "http://creativecommons.org/licenses/by/4.0/"
    assert view.holder.name == "Town Museum"


def test_italian(propose_for):
    proposal = propose_for(exports.ITALIAN, encoding="cp1252")
    spring, lady, _, landscape = proposal.preview
    assert (spring.key, spring.titles[0].value, spring.titles[0].language) == (
        "1890 n. 8360",
        "La stagione dei fiori",
        "it",
    )
    assert (spring.makers[0].name, years(spring)) == ("Sandro Bottini", (1480, 1480))
    assert (lady.makers[0].name, lady.makers[0].qualifier) == ("Bronzini", "attributed to")
    assert 1530 <= years(lady)[0] <= years(lady)[1] <= 1570
    assert sizes(spring) == [("height", 203, "cm"), ("width", 314, "cm")]
    assert spring.location.labels[0].value == "Sala 10-14"
    assert lady.rights_of_object.uri == "http://creativecommons.org/licenses/by-nc-nd/4.0/"
    assert landscape.makers[0].anonymous


def test_iccd(propose_for):
    madonna = first(propose_for(exports.ICCD))
    assert (madonna.key, values(madonna.titles)) == ("00281234", ["Madonna con Bambino"])
    assert (madonna.makers[0].name, madonna.makers[0].born, madonna.makers[0].died) == ("Renzi Guido", 1575, 1642)
    assert years(madonna) == (1620, 1625)
    assert sizes(madonna) == [("height", 110, "cm"), ("width", 85, "cm")]
    assert labels(madonna.object_types) == ["dipinto"]
    assert madonna.holder.name == "Pinacoteca della Città"


def test_german(propose_for):
    wanderer, _, portrait = propose_for(exports.GERMAN).preview
    assert (wanderer.key, wanderer.titles[0].language) == ("A I 1", "de")
    assert (wanderer.makers[0].name, wanderer.makers[0].died) == ("Caspar Friedmann", 1840)
    assert (portrait.makers[0].name, portrait.makers[0].qualifier) == ("Lukas Kranach d. Ä.", "circle of")
    assert labels(wanderer.subjects) == ["Meer", "Mönch", "Himmel"]
    assert wanderer.surrogates[0].path == "AI1.jpg"
    assert wanderer.rights_of_object.uri == "http://creativecommons.org/licenses/by-nc-sa/4.0/"


def test_french(propose_for):
    supper, landscape, portrait = propose_for(exports.FRENCH).preview
    assert (supper.key, supper.titles[0].language) == ("000PE000001", "fr")
    assert (landscape.makers[0].name, landscape.makers[0].qualifier) == ("POUSSINOT Nicolas", "after")
    assert labels(supper.subjects) == ["scène biblique", "Cène"]
    assert sizes(portrait) == [("height", 0.73, "m"), ("width", 0.92, "m")]
    assert years(landscape) == (1648, 1648)


def test_spanish(propose_for):
    ladies, water, man = propose_for(exports.SPANISH).preview
    assert (ladies.key, values(ladies.titles)) == ("P001174", ["Las damas"])
    assert (water.makers[0].name, water.makers[0].qualifier) == ("Diego Velasco", "workshop of")
    assert years(water) == (1600, 1699)
    assert ladies.production.places[0].labels[0].value == "Madrid"
    assert man.makers[0].anonymous


def test_swedish(propose_for):
    king, _, man = propose_for(exports.SWEDISH, "export.tsv").preview
    assert (king.key, king.titles[0].language, years(king)) == ("NM 1", "sv", (1915, 1915))
    assert king.descriptions[0].value.startswith("Målning av en kung")
    assert sizes(man, "frame") == [("height", 60, "cm"), ("width", 50, "cm")]
    assert man.makers[0].anonymous


def test_nested_data(propose_for):
    portrait, cup = propose_for(exports.NESTED, "export.json").preview
    assert (portrait.key, portrait.titles[0].value) == ("74228", "Portrait of a Woman")
    copper = portrait.makers[0]
    assert (copper.name, copper.role, copper.born, copper.died) == ("John Copper", "artist", 1738, 1815)
    assert cup.makers == ()
    assert years(cup) == (1500, 1599)
    assert [(one.url, one.width, one.height) for one in portrait.surrogates] == [
        ("https://cdn.example/1_full.tif", 4722, 6021)
    ]
    assert portrait.rights_of_object.uri == "http://creativecommons.org/publicdomain/zero/1.0/"


@pytest.mark.parametrize("name", [*TABLES, "NESTED"])
def test_no_column_is_left_out_in_silence(propose_for, name):
    text = getattr(exports, name)
    proposal = propose_for(text, "export.json" if name == "NESTED" else "export.csv")
    if name == "NESTED":
        columns = list(json.loads(text)["objects"][0])
    else:
        delimiter = max(",;\t|", key=text.splitlines()[0].count)
        columns = next(csv.reader(io.StringIO(text), delimiter=delimiter))
    for column in columns:
        assert column in proposal.mapping, column


@pytest.mark.parametrize("name", TABLES)
def test_the_written_mapping_reads_what_was_shown(propose_for, tmp_path, name):
    proposal = propose_for(getattr(exports, name))
    feed = open_table(tmp_path / "export.csv", feed="new", mapping=load_mapping(proposal.mapping))
    assert tuple(preview(feed)) == proposal.preview
    assert all(line.startswith(("#", "[")) or " = " in line or not line for line in proposal.mapping.splitlines())


def test_languages_at_the_end_of_names(propose_for):
    work = first(propose_for("id,title_en,title_nl,Titolo (ITA)\n1,Night,Nacht,Notte\n2,Day,Dag,Giorno\n"))
    assert {(title.value, title.language) for title in work.titles} == {
        ("Night", "en"),
        ("Nacht", "nl"),
        ("Notte", "it"),
    }


def test_years_of_the_work_are_not_taken_for_a_life(propose_for):
    text = "id,title,artist,BeginDate,EndDate\n1,a,Ada,1840,1845\n2,b,Bo,1850,1850\n3,c,Cy,1900,1910\n"
    work = first(propose_for(text))
    assert years(work) == (1840, 1845)
    assert work.makers[0].born is None


def test_how_wide_circa_is_is_taken_from_the_museums_own_years(propose_for):
    rows = "".join(f"{n},t{n},c. {1800 + n},{1795 + n},{1805 + n}\n" for n in range(1, 9))
    proposal = propose_for(f"id,title,date,date_begin,date_end\n{rows}")
    assert load_mapping(proposal.mapping).source.circa == 5


def test_two_columns_identify_together_what_neither_does_alone(propose_for):
    proposal = propose_for("inventory number,part,title\n1,a,x\n1,b,x\n2,a,y\n2,b,y\n")
    assert [record.key for record in proposal.preview] == ["1 / a", "1 / b", "2 / a", "2 / b"]
    assert any("both" in remark for remark in proposal.remarks)


def test_without_any_identifier_the_row_serves_and_the_museum_is_warned(propose_for):
    proposal = propose_for("title,artist\nBridge,Ada\nBridge,Ada\n")
    assert [record.key for record in proposal.preview] == ["2", "3"]
    assert any("number of its row" in remark for remark in proposal.remarks)


def test_names_in_comments_cannot_end_them(propose_for):
    proposal = propose_for('id,"odd\n[[zzz]]\nqqq = ""x""",title\n1,"v\n[evil]",t\n2,w,u\n')
    assert values(first(proposal).titles) == ["t"]


def test_records_in_a_list_of_any_name(propose_for):
    works = [{"objectnummer": f"A{n}", "titel": f"Werk {n}", "vervaardiger": "Jan", "datering": "1900"} for n in (1, 2)]
    proposal = propose_for(json.dumps({"museum": "M", "schilderijen": works}), "export.json")
    assert [record.key for record in proposal.preview] == ["A1", "A2"]


def test_several_tables_that_are_not_one_are_said_not_to_be_read(tmp_path):
    (tmp_path / "works.csv").write_text("id,title,artist,date\n1,a,Ada,1900\n2,b,Bo,1901\n")
    (tmp_path / "people.csv").write_text("id,name\n1,Ada\n")
    proposal = propose(tmp_path)
    assert [record.key for record in proposal.preview] == ["1", "2"]
    assert any("people.csv" in remark for remark in proposal.remarks)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", b"<a/>"),
        ("a.csv", b""),
        ("a.json", b"[]"),
        ("a.csv", b"\n\n\n"),
        ("a.csv", b"id,title\n"),
        ("a.json", b'{"A1": {"title": "x", "by": "y"}, "A2": {"title": "z", "by": "w"}}'),
    ],
)
def test_what_holds_no_records_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FeedError):
        propose(tmp_path / name)


def test_tate_and_npg_are_understood_without_their_mappings(reference):
    work = first(propose(reference("data/tate/artworks.ndjson.gz")))
    assert work.titles[0].value.startswith("A Figure Bowing")
    assert [(maker.name, maker.role, maker.born) for maker in work.makers] == [("Robert Blake", "artist", 1762)]
    assert sizes(work) == [("height", 394, "mm"), ("width", 419, "mm")]
    assert "kneeling" in labels(work.subjects)
    portrait = first(propose(reference("data/npg/NPGObjects3.csv.gz")))
    assert years(portrait) == (1929, 1929)
    assert load_mapping(propose(reference("data/npg/NPGObjects3.csv.gz")).mapping).source.circa == 5


def test_the_gallery_is_understood(reference):
    works = propose(reference("gallery/works.csv")).preview
    assert (works[0].titles[0].value, works[0].titles[0].language) == ("Mona Lisa", "en")
    assert years(works[0]) == (1503, 1519)
    assert works[0].rights_of_object.uri == "http://creativecommons.org/publicdomain/mark/1.0/"
    assert (works[0].surrogates[0].path, works[0].surrogates[0].width) == ("vg-001.jpg", 687)
    assert labels(works[0].subjects) == ["portrait", "half-length", "smile", "landscape"]


def test_a_json_proposal_reads_what_was_shown(propose_for, tmp_path):
    proposal = propose_for(exports.NESTED, "export.json")
    feed = open_json(tmp_path / "export.json", feed="new", mapping=load_mapping(proposal.mapping))
    assert tuple(preview(feed)) == proposal.preview
