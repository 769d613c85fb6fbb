"""Exports of the shapes that museums publish, invented in content: what is claimed is right, what is in doubt is not claimed."""

import json

import pytest

from vitrine.formats.json_feed import open_json
from vitrine.formats.mapping.files import load_mapping
from vitrine.formats.proposal.proposing import propose
from vitrine.formats.tables.feed import open_table

PDM = "http://creativecommons.org/publicdomain/mark/1.0/"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture
def proposed(tmp_path):
    """Return a function that proposes for an export: a text, or records that are written as JSON."""

    def proposed_(data, name="export.csv", encoding="utf-8"):
        file = tmp_path / (name if isinstance(data, str) else "export.json")
        file.write_bytes((data if isinstance(data, str) else json.dumps(data)).encode(encoding))
        return propose(file)

    return proposed_


def labels(terms):
    return [term.labels[0].value for term in terms]


def sizes(record, part="work"):
    return [(one.kind, one.value, one.unit) for one in record.dimensions if one.part == part]


def span(record):
    return (record.production.date.earliest, record.production.date.latest)


# People


def test_several_people_each_in_brackets_of_their_own(proposed):
    both, one, gone = proposed(
        "id,Title,Artist,ArtistBio,Nationality,BeginDate,EndDate,Date\n"
        '1,Dream,"Jack Polk, Lea Kras","(American, 1912–1956) (American, 1908–1984)",(American) (American),(1912) (1908),(1956) (1984),1953\n'
        '2,House,Otto Baumann,"(Austrian, 1841–1918)",(Austrian),(1841),(1918),1896\n'
        '3,Vase,"Tiff Studios, Inc., New York, A. Maker","(American, est. 1879) (American, born 1900)",(American) (American),(1879) (1900),(0) (0),1930\n'
    ).preview
    assert [(m.name, m.born, m.died) for m in both.makers] == [("Jack Polk", 1912, 1956), ("Lea Kras", 1908, 1984)]
    assert [(m.name, m.born, m.died) for m in one.makers] == [("Otto Baumann", 1841, 1918)]
    assert [(m.born, m.died, m.dates) for m in gone.makers] == [(None, None, "")], "of whom it is said, nobody knows"


def test_names_with_lives_and_roles_in_one_text(proposed):
    work = proposed(
        "id,title,creators\n"
        '1,Hill,"Tom Coal (American, 1801-1848), artist; Asa Dur (American, 1796-1886), engraver"\n'
        '2,Vale,"Ann Ink (British, born 1950), artist"\n'
    ).preview[0]
    assert [(m.name, m.role, m.born) for m in work.makers] == [
        ("Tom Coal", "artist", 1801),
        ("Asa Dur", "engraver", 1796),
    ]


def test_a_year_that_is_none_is_no_year_of_death(proposed):
    proposal = proposed(
        "Object ID,Title,Artist Display Name,Artist Begin Date,Artist End Date\n1,a,Ann Mar,1951,9999\n2,b,Bo Ek,1850,1920\n"
    )
    assert [(r.makers[0].born, r.makers[0].died) for r in proposal.preview] == [(1951, None), (1850, 1920)]


def test_lives_of_two_people_that_cannot_be_told_apart_are_nobodys(proposed):
    glass, view, _ = proposed(
        "Reference;Titre;Auteur;Date_de_naissance_et_de_deces;Millesime_de_creation\n"
        '1;Vase;GALL Emile;"Nancy, 1846 ; Nancy, 1904";1900\n'
        '2;Vue;"GALL Emile;DAUN Auguste";"1846 ; 1904";1912\n'
        '3;Port;LEV Jean;"1880 ; 1940";1920\n'
    ).preview
    assert [(m.name, m.born, m.died) for m in glass.makers] == [("GALL Emile", 1846, 1904)]
    assert [(m.name, m.born, m.died) for m in view.makers] == [("GALL Emile", None, None), ("DAUN Auguste", None, None)]


def test_one_person_in_three_columns_is_one_maker(proposed):
    records = [
        {
            "id": n,
            "title": f"T{n}",
            "artist_display": f"{name}\nFrench, {life}",
            "artist_title": name,
            "artist_titles": [name],
        }
        for n, name, life in ((1, "Claude Money", "1840–1926"), (2, "Jo Seur", "1859–1891"))
    ]
    first = proposed({"data": records}).preview[0]
    assert [(m.name, m.role, m.born, m.died) for m in first.makers] == [("Claude Money", "", 1840, 1926)]


def test_why_a_work_is_attributed_is_no_attribution(proposed):
    work = proposed(
        "NCTN;SGTI;AUTN;AUTM\n1;Madonna;Tisi Benvenuto;firma\n2;Veduta;Reni Guido;documentazione\n"
    ).preview[0]
    assert (work.makers[0].name, work.makers[0].qualifier) == ("Tisi Benvenuto", "")


# Dates


def test_centuries_between_two_columns_are_the_works_and_not_its_makers_life(proposed):
    rows = "1,Retrato,Moro Anton,sec. XVI,1500,1599\n2,Calice,Bottega,sec. XVIII,1700,1799\n3,Santo,Reni Guido,1620,1618,1622\n"
    for start, end in (("DATAZIONE_DA", "DATAZIONE_A"), ("DateBegin", "DateEnd")):
        works = proposed(f"ID,TITOLO,AUTORE,SECOLO,{start},{end}\n{rows}").preview
        assert [span(work) for work in works] == [(1500, 1599), (1700, 1799), (1618, 1622)]
        assert all(maker.born is None for work in works for maker in work.makers)


def test_a_century_stands_in_where_no_year_is_given(proposed):
    text = (
        "Reference;Titre;Auteur;Millesime_de_creation;Periode_de_creation;Date_de_mise_a_jour\n"
        "1;Vue;LEV Jean;1912;1er quart 20e siècle;2018-05-04\n2;Fuite;ANONYME;;16e siècle;2018-05-04\n"
    )
    assert [span(work) for work in proposed(text).preview] == [(1912, 1912), (1500, 1599)]


def test_when_a_record_was_written_is_no_date_of_the_work(proposed):
    work = proposed(
        "id,title,updated_at,date_acquired,fiscal_year\n1,a,2024-03-25 11:57,1899-01-01,1899\n2,b,2024-03-26 10:00,1900-01-01,1900\n"
    ).preview[0]
    assert work.production is None
    assert work.events[0].kind == "acquisition"


# Measures


def test_numbers_in_names_and_addresses_are_no_measures(proposed):
    work = proposed(
        "Inventario,Titolo,ESC,Luogo interno,lsreferenceby\n"
        "1/A,Abramo,S28,Tomba 5,http://museo.example/node/24055\n2/B,Pastore,S29,Tomba 6,http://museo.example/node/24056\n"
    ).preview[0]
    assert work.dimensions == ()
    assert work.landing_page == "http://museo.example/node/24055"


@pytest.mark.parametrize(
    ("first", "second", "unit"),
    [("153 x 254,5", "60 x 45", "cm"), ("229X169", "240X180", ""), ("229 x 169 mm", "240 x 180 mm", "mm")],
)
def test_a_unit_that_nothing_shows_is_not_made_up(proposed, first, second, unit):
    proposal = proposed(f"Inventario;Titolo;Dimensioni\n1;Aprile;{first}\n2;Maggio;{second}\n")
    assert {one[2] for one in sizes(proposal.preview[0])} == ({unit} if unit else set())
    assert proposal.preview[0].dimension_texts[0].value == first
    assert ("nothing shows which" in proposal.mapping) is (unit == "")


def test_measures_with_the_frame_are_the_frames(proposed):
    work = proposed(
        "Id,Titel,Mått med ram,Mått utan ram\n1,Kvinna,70 x 60 cm,50 x 40 cm\n2,Man,30 x 20 cm,25 x 15 cm\n"
    ).preview[0]
    assert sizes(work) == [("height", 50.0, "cm"), ("width", 40.0, "cm")]
    assert sizes(work, "frame") == [("height", 70.0, "cm"), ("width", 60.0, "cm")]


# Nested data


def test_lists_of_names_and_values(proposed):
    def work(n, title, name, date, medium):
        return {
            "id": f"m-{n}",
            "title": title,
            "content": {
                "indexedStructured": {"date": ["1860s"], "topic": ["Mountains", "Rivers"]},
                "freetext": {
                    "name": [{"label": "Artist", "content": name}],
                    "date": [{"label": "Date", "content": date}],
                    "physicalDescription": [
                        {"label": "Medium", "content": medium},
                        {"label": "Dimensions", "content": "56 x 83 in. (142.3 x 212.2 cm)"},
                    ],
                    "identifier": [{"label": "Object number", "content": f"1911.{n}"}],
                    "creditLine": [{"label": "Credit Line", "content": "Gift of a lady"}],
                },
            },
        }

    first = proposed(
        {
            "rows": [
                work(1, "Aurora", "Fred Church, 1826-1900", "1865", "oil on canvas"),
                work(2, "Dusk", "Ann Smith, 1830-1890", "ca. 1870", "oil"),
            ]
        }
    ).preview[0]
    assert [(m.name, m.born, m.died) for m in first.makers] == [("Fred Church", 1826, 1900)]
    assert [span(first), len([e for e in first.events if e.kind == "production"])] == [(1865, 1865), 1]
    assert (labels(first.materials), labels(first.subjects)) == (["oil on canvas"], ["Mountains", "Rivers"])
    assert sizes(first) == [("height", 142.3, "cm"), ("width", 212.2, "cm")]
    assert [(i.scheme, i.value) for i in first.identifiers if i.scheme != "id"] == [("Object number", "1911.1")]
    assert first.credit_lines[0].value == "Gift of a lady"


def test_what_things_are_called_is_no_title_and_their_numbers_are_no_terms(proposed):
    records = [
        {
            "id": n, "title": f"T{n}", "department_title": f"Painting {n}", "style_titles": ["Cubism", "Modern"], "style_ids": ["TM-1", "TM-2"],
            "material_titles": ["oil", "canvas"], "material_id": "TM-9", "term_titles": ["oil", "water"], "api_link": f"https://api.museum.example/v1/works/{n}",
        }
        for n in (1, 2)
    ]  # fmt: skip
    first = proposed({"data": records}).preview[0]
    assert [title.value for title in first.titles] == ["T1"]
    assert (labels(first.materials), labels(first.classifications)) == (["oil", "canvas"], ["Cubism", "Modern"])
    assert first.landing_page == ""


def test_a_picture_that_stands_in_two_places_is_one(proposed):
    records = [
        {"id": n, "title": "t", "images": [{"baseimageurl": f"https://m.example/{n}", "width": 1024, "iiifbaseuri": f"https://i.example/iiif/{n}"}], "primaryimageurl": f"https://m.example/{n}"}
        for n in (1, 2)
    ]  # fmt: skip
    assert [(one.url, one.width) for one in proposed({"records": records}).preview[0].surrogates] == [
        ("https://m.example/1", 1024)
    ]


def test_several_addresses_in_one_cell(proposed):
    text = (
        'ObjectID,Title,Images\n1,a,"https://m.example/1.jpg,https://m.example/1b.jpg"\n2,b,https://m.example/2.jpg\n'
    )
    assert [one.url for one in proposed(text).preview[0].surrogates] == [
        "https://m.example/1.jpg",
        "https://m.example/1b.jpg",
    ]


# Rights


@pytest.mark.parametrize(
    ("column", "yes", "no"),
    [("Is Public Domain", "True", "False"), ("publiek_domein", "ja", "nee"), ("Libero da diritti", "Sì", "No"), ("Gemeinfrei", "ja", "nein"), ("Dominio público", "Sí", "No")],
)  # fmt: skip
def test_a_yes_is_no_licence_until_the_museum_says_so(proposed, tmp_path, column, yes, no):
    proposal = proposed(f"id,title,{column}\n1,a,{yes}\n2,b,{no}\n")
    assert [work.rights_of_object for work in proposal.preview] == [None, None]
    assert any(column in remark for remark in proposal.remarks)
    before, _, block = proposal.mapping.partition("take the signs # away:\n")
    switched = "\n".join(line.removeprefix("# ") for line in block.splitlines()[:5])
    feed = open_table(tmp_path / "export.csv", feed="m", mapping=load_mapping(before + "\n" + switched))
    rights = [feed.read(item).record.rights_of_object for item in feed.items()]
    assert (rights[0].uri, rights[1]) == (PDM, None)


def test_words_beside_a_licence_are_its_words(proposed):
    free, held = proposed(
        "id,title,share_license_status,copyright\n1,a,CC0,\n2,b,Copyrighted,This is known to be under copyright.\n"
    ).preview
    assert free.rights_of_object.uri == CC0
    assert (held.rights_of_object.uri, "known to be under copyright" in held.rights_of_object.text) == ("", True)


# Titles, places, the rest


def test_a_few_subjects_are_no_titles(proposed):
    works = proposed(
        "id,object_name,iconography\n" + "1,Scarab,Beetle\n" + "".join(f"{n},Knife,\n" for n in range(2, 9))
    ).preview
    assert all(not work.titles for work in works)


def test_a_place_in_a_museum_is_a_location(proposed):
    work = proposed(
        "Inventario,Titolo,Museo/Sala/Vetrina,Epoca,Dinastia,Datazione\nCat. 1,Statua,Museo / Piano 0 / Sala 3,Nuovo Regno,XVIII dinastia,1390 a.C.\nCat. 2,Papiro,Museo / Sala 7,Epoca Tarda,,700 a.C.\n"
    ).preview[0]
    assert (labels([work.location]), work.holder) == (["Museo / Piano 0 / Sala 3"], None)
    assert [period.text for period in work.periods] == ["Nuovo Regno", "XVIII dinastia"]


def test_names_of_columns_with_dots_and_a_windows_encoding(proposed):
    text = "N. scheda;N. inv.;Oggetto;Soggetto;H cm;Esposto\r\n1;Inv. 123;dipinto;Città sul mare;100,5;Sì\r\n2;Inv. 124;busto;Santo;60;Sì\r\n"
    work = proposed(text, encoding="cp1252").preview[0]
    assert ("N. inv.", "Inv. 123") in [(one.scheme, one.value) for one in work.identifiers]
    assert (work.titles[0].value, sizes(work)) == ("Città sul mare", [("height", 100.5, "cm")])


def test_what_is_proposed_for_lists_reads_as_it_was_shown(proposed, tmp_path):
    records = [
        {
            "id": n,
            "title": "t",
            "facts": [{"label": "Medium", "value": f"oil {n}"}, {"label": "Techniek", "value": "druk"}],
        }
        for n in (1, 2)
    ]
    proposal = proposed({"records": records})
    feed = open_json(tmp_path / "export.json", feed="new", mapping=load_mapping(proposal.mapping))
    read = tuple(feed.read(item).record for item in feed.items())
    assert read == proposal.preview
    assert labels(read[1].materials) == ["oil 2"]
    assert labels(read[1].production.techniques) == ["druk"]


def test_a_date_in_words_beside_years_is_a_date(proposed):
    work = proposed(
        "codice;titolo;autore;datazione_inizio;datazione_fine;datazione_testo\n"
        "M1;Veduta;Canal Antonio;1730;1735;1730-1735 ca.\nM2;Pianta;Anonimo veneziano;1500;1599;sec. XVI\n"
    ).preview[0]
    assert (work.production.date.text, span(work), work.descriptions) == ("1730-1735 ca.", (1730, 1735), ())


def test_what_is_written_about_a_work_does_not_identify_it(proposed):
    works = proposed(
        "Object type,Museum number,Bib references,Period\nprint,1848,Bartsch 74,Qing\namulet,EA3,Budge 12,New Kingdom\n"
    ).preview
    assert [work.key for work in works] == ["1848", "EA3"]
    assert [work.periods[0].text for work in works] == ["Qing", "New Kingdom"]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (("Ada,Rossi", "Bo,Ek"), ["Ada Rossi", "Bo Ek"]),
        ((",Rossi", "Bo,Ek"), ["Rossi", "Ek"]),  # nobody is lost for want of a forename
    ],
)
def test_names_in_two_halves(proposed, rows, names):
    lines = "".join(f"{n},t{n},{row},1900\n" for n, row in enumerate(rows, 1))
    works = proposed(f"id,titolo,Nome di battesimo,Cognome,Anno\n{lines}").preview
    assert [work.makers[0].name for work in works] == names


def test_halves_of_names_and_measures_in_nested_data(proposed):
    works = [
        {
            "inventario": f"A{n}", "titolo": {"it": "Primavera", "en": "Spring"}, "autori": [{"nome": "Sandro", "cognome": "Bottini", "nascita": 1445}],
            "datazione": {"testo": "1480 ca.", "da": 1478, "a": 1482}, "misure": {"altezza": 203, "larghezza": 314, "unita": "cm"},
        }
        for n in (1, 2)
    ]  # fmt: skip
    first = proposed({"opere": works}).preview[0]
    assert [(maker.name, maker.born) for maker in first.makers] == [("Sandro Bottini", 1445)]
    assert (span(first), sizes(first)) == ((1478, 1482), [("height", 203.0, "cm"), ("width", 314.0, "cm")])
    assert {(title.value, title.language) for title in first.titles} == {("Primavera", "it"), ("Spring", "en")}


@pytest.mark.parametrize(("title", "language"), [("Interiør med læsende kvinde", "und"), ("Mona Lisa", "en")])
def test_english_names_of_columns_make_no_text_english_that_cannot_be(proposed, title, language):
    work = proposed(f"id,title,artist,medium,dimensions\n1,{title},Ada Ek,x,1 cm\n2,{title} II,Bo Ek,y,2 cm\n").preview[
        0
    ]
    assert work.titles[0].language == language


def test_both_ends_of_a_time_span(proposed):
    records = [
        {"@id": f"https://m.example/{n}", "_label": "Vase", "produced_by": {"timespan": {"begin_of_the_begin": f"189{n}-01-01", "end_of_the_end": f"189{n + 4}-12-31"}}}
        for n in (1, 2)
    ]  # fmt: skip
    first = proposed({"@graph": records}).preview[0]
    assert span(first) == (1891, 1895)
    assert first.descriptions == (), "what a program calls a thing is no text of a gallery's wall"
