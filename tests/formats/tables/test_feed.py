"""Tables as feeds: one, several parts, or related tables joined as the mapping says; nothing of them is lost."""

import gzip
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from vitrine.formats.mapping.files import load_mapping, shipped_mapping
from vitrine.formats.reading import FeedError, RawRecord, Unreadable
from vitrine.formats.tables.feed import open_table

SIMPLE = '[record]\nid = "id"\n[[titles]]\npath = "title"\n'

JOINED = """
[source]
file = "objects.csv"

[tables.titles]
file = "titles.csv"
column = "object"
refers_to = "id"
order = "order"

[tables.links]
file = "links.csv"
column = "object"
refers_to = "id"

[tables.who]
file = "people.csv"
column = "person"
refers_to = "links.person"
single = true

[record]
id = "id"

[[titles]]
each = "titles"
path = "title"

[[makers]]
each = "links"
when = { role = "artist" }
name = "who.name"
born = "who.born"

[[subjects]]
each = "links"
unless = { role = ["artist", "donor"] }
label = "who.name"
"""

FILES = {
    "objects.csv": "id,number\n1,A 1\n2,A 2\n3,A 3\n",
    "titles.csv": "object,title,order\n1,Second title,2\n1,First title,1\n2,Only title,10\n9,Nobody's title,1\n9,And another,2\n",
    "links.csv": "object,person,role\n1,11,artist\n1,12,sitter\n2,11,artist\n2,99,artist\n3,12,donor\n",
    "people.csv": "person,name,born\n11,Ada Painter,1801\n12,Bo Sitter,1850\n13,Cy Unused,0\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def feed_of(path: Path, mapping: str):
    return open_table(path, feed="m", mapping=load_mapping(mapping))


def test_rows_become_records_with_their_own_bytes_and_place(tmp_path):
    path = tmp_path / "works.csv"
    path.write_bytes(b'id;title\r\n1;Caf\xe9\r\n2;"Two\r\nlines"\r\n')
    feed = feed_of(path, SIMPLE)
    first, second = feed.items()
    assert (first.locator, first.raw) == ("works.csv:2", b"1;Caf\xe9\r\n")
    assert (second.locator, second.raw) == ("works.csv:3", b'2;"Two\r\nlines"\r\n')
    reading = feed.read(first)
    assert reading.record.id == "m:1"
    assert reading.record.titles[0].value == "Café"
    assert [repair.rule for repair in reading.repairs] == ["encoding"]


def test_ragged_rows_are_read_and_reported(tmp_path):
    path = tmp_path / "works.csv"
    path.write_text("id,title\n1,a,b\n2\n")
    feed = feed_of(path, SIMPLE)
    readings = [feed.read(item) for item in feed.items()]
    assert [reading.record.key for reading in readings] == ["1", "2"]
    assert [[defect.code for defect in reading.defects] for reading in readings] == [["row-ragged"], ["row-ragged"]]
    assert "'b'" in readings[0].defects[0].detail


def test_rows_of_nothing_but_delimiters_are_no_records(tmp_path):
    (tmp_path / "works.csv").write_text("id,title\n1,a\n,\n,\n")
    assert len(list(feed_of(tmp_path / "works.csv", SIMPLE).items())) == 1


def test_parts_of_one_table_in_a_folder_are_read_one_after_another(tmp_path):
    write(tmp_path, {"a.csv": "id,title\n1,a\n", "b.csv": "title;id\nb;2\n", "readme.txt": "not a table"})
    feed = feed_of(tmp_path, SIMPLE)
    assert [(i.locator, feed.read(i).record.titles[0].value) for i in feed.items()] == [
        ("a.csv:2", "a"),
        ("b.csv:2", "b"),
    ]


@pytest.mark.parametrize("packed", ["folder", "zip", "gz"])
def test_related_tables_come_to_the_records_they_belong_to(tmp_path, packed):
    if packed == "zip":
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in FILES.items():
                archive.writestr(f"export/{name}", text)
    else:
        path = write(tmp_path / "export", FILES) if (tmp_path / "export").mkdir() is None else tmp_path
        if packed == "gz":
            for file in list(path.iterdir()):
                (path / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
                file.unlink()
    feed = feed_of(path, JOINED)
    one, two, three = (feed.read(item).record for item in feed.items())
    assert [title.value for title in one.titles] == ["First title", "Second title"]
    assert [(maker.name, maker.born) for maker in one.makers] == [("Ada Painter", 1801)]
    assert [subject.labels[0].value for subject in one.subjects] == ["Bo Sitter"]
    assert [title.value for title in two.titles] == ["Only title"]
    assert three.makers == three.subjects == three.titles == ()


def test_the_raw_record_of_joined_tables_holds_all_its_rows(tmp_path):
    first = next(iter(feed_of(write(tmp_path, FILES), JOINED).items()))
    assert json.loads(first.raw) == {
        "id": "1",
        "number": "A 1",
        "titles": [
            {"object": "1", "title": "First title", "order": "1"},
            {"object": "1", "title": "Second title", "order": "2"},
        ],
        "links": [
            {
                "object": "1",
                "person": "11",
                "role": "artist",
                "who": {"person": "11", "name": "Ada Painter", "born": "1801"},
            },
            {
                "object": "1",
                "person": "12",
                "role": "sitter",
                "who": {"person": "12", "name": "Bo Sitter", "born": "1850"},
            },
        ],
    }


def test_rows_that_belong_to_nothing_are_found_and_a_link_to_nothing_is_reported(tmp_path):
    feed = feed_of(write(tmp_path, FILES), JOINED)
    readings = [feed.read(item) for item in feed.items()]
    assert Counter(finding.path.split(":")[0] for finding in feed.findings()) == {"titles.csv": 2, "people.csv": 1}
    assert any("Nobody's title" in finding.detail for finding in feed.findings())
    assert [(d.code, d.detail) for d in readings[1].defects if d.code == "reference-dangling"] == [
        ("reference-dangling", "links.person = 99")
    ]


def test_a_feed_can_be_read_again_from_its_beginning(tmp_path):
    feed = feed_of(write(tmp_path, FILES), JOINED)
    assert [item.raw for item in feed.items()] == [item.raw for item in feed.items()]


def test_one_file_may_serve_as_two_tables(tmp_path):
    mapping = JOINED + '\n[tables.owner]\nfile = "people.csv"\ncolumn = "person"\nrefers_to = "number"\nsingle = true\n'
    feed = feed_of(write(tmp_path, FILES | {"objects.csv": "id,number\n1,12\n"}), mapping)
    (item,) = feed.items()
    assert item.content.cells["owner"]["name"] == "Bo Sitter"


def test_a_broken_row_of_a_related_table_is_handed_out(tmp_path):
    feed = feed_of(write(tmp_path, FILES | {"titles.csv": 'object,title,order\n1,"broken\n2,Sound,1\n'}), JOINED)
    (broken,) = [item for item in feed.items() if isinstance(item, Unreadable)]
    assert broken.raw == b'1,"broken\n'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"links.csv": "object,whom,role\n"}, "no column 'person'"),
        ({"links.csv": "object,person,who,role\n"}, "rename it"),
        ({"titles.csv": "object,title\n"}, "no column 'order'"),
        ({"people.csv": "person,full_name,born\n"}, "'name'"),
    ],
)
def test_columns_that_are_not_there_are_named_before_anything_is_read(tmp_path, change, said):
    with pytest.raises(FeedError, match=said):
        list(feed_of(write(tmp_path, FILES | change), JOINED).items())


def test_a_column_that_is_written_a_little_otherwise_is_suggested(tmp_path):
    (tmp_path / "works.csv").write_text("id,Titel\n1,a\n")
    with pytest.raises(FeedError, match="Did you mean 'Titel'"):
        list(feed_of(tmp_path / "works.csv", SIMPLE).items())


def test_a_table_that_is_not_there_is_named_with_what_there_is(tmp_path):
    files = {name: text for name, text in FILES.items() if name != "people.csv"}
    with pytest.raises(FeedError, match=r"people\.csv.*objects\.csv"):
        list(feed_of(write(tmp_path, files), JOINED).items())


def test_without_an_identifier_the_number_of_the_row_serves(tmp_path):
    (tmp_path / "works.csv").write_text("title\na\nb\n")
    feed = feed_of(tmp_path / "works.csv", '[record]\nid = "#"\n')
    assert [feed.read(item).record.key for item in feed.items()] == ["2", "3"]


def test_a_member_of_a_zip_that_is_damaged_does_not_take_the_next_with_it(tmp_path):
    path = tmp_path / "parts.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "id,title\n1,a\n")
        archive.writestr("b.csv", "id,title\n2,b\n")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"1,a\n", b"1,X\n", 1))  # the checksum no longer fits
    items = list(feed_of(path, SIMPLE).items())
    assert [item.locator for item in items if isinstance(item, Unreadable)] == ["a.csv"]
    assert [item.raw for item in items if isinstance(item, RawRecord)][-1] == b"2,b\n"


def test_equal_mappings_give_equal_settings_and_a_changed_one_another(tmp_path):
    (tmp_path / "works.csv").write_text("id,title\n1,a\n")
    path = tmp_path / "works.csv"
    assert feed_of(path, SIMPLE).setting == feed_of(path, "# remark\n" + SIMPLE).setting
    assert feed_of(path, SIMPLE).setting != feed_of(path, SIMPLE + 'language = "en"\n').setting


def test_npg_is_read_whole(reference):
    """Counts from the folder's description: 16,846 objects; 62 rows of titles belong to none of them."""
    feed = open_table(reference("data/npg"), feed="npg", mapping=load_mapping(shipped_mapping("npg")))
    items = list(feed.items())
    assert len(items) == 16_846
    assert not any(isinstance(item, Unreadable) for item in items)
    assert Counter(finding.path.split(":")[0] for finding in feed.findings()) == {"NPGObjTitles2.csv": 62}
    records = [feed.read(item).record for item in items]
    assert len({record.key for record in records}) == 16_846
    assert sum(len(record.surrogates) for record in records) == 15_090
    johnson = next(record for record in records if record.key == "4")
    assert johnson.titles[0].value == "Charles Curtis"
    assert [(maker.name, maker.role, maker.born) for maker in johnson.makers] == [
        ("Samuel Johnson Woolf", "Artist", 1880)
    ]
    assert [subject.labels[0].value for subject in johnson.subjects] == ["Charles Curtis"]
    assert johnson.production.date.earliest == 1929
    assert johnson.surrogates[0].rights.uri == ""


def test_a_link_of_the_main_table_to_a_row_that_is_not_there_is_reported(tmp_path):
    mapping = (
        '[source]\nfile = "works.csv"\n[record]\nid = "id"\n[[makers]]\nname = "maker.name"\n'
        '[tables.maker]\nfile = "makers.csv"\ncolumn = "no"\nrefers_to = "made_by"\nsingle = true\n'
        '[tables.extra]\nfile = "extra.csv"\ncolumn = "id"\nrefers_to = "id"\nsingle = true\n'
    )
    files = {"works.csv": "id,made_by\n1,7\n2,8\n3,\n", "makers.csv": "no,name\n7,Ada\n", "extra.csv": "id,x\n1,y\n"}
    feed = feed_of(write(tmp_path, files), mapping)
    found = [[(d.code, d.detail) for d in feed.read(item).defects] for item in feed.items()]
    # That a work has no row of its own in a further table is no fault.
    assert found == [[], [("reference-dangling", "made_by = 8")], []]


@pytest.mark.parametrize("name", ["Inv. Nr.", "N. inv.", ".no", "a..b", "Inventar-Nr. (alt)"])
def test_names_of_columns_may_have_dots(tmp_path, name):
    feed = feed_of(write(tmp_path, {"works.csv": f"{name},title\n1,a\n"}), f'[record]\nid = "{name}"\n')
    assert [feed.read(item).record.key for item in feed.items()] == ["1"]
