"""Tables are read cell for cell as they were written, each row with its own bytes, and broken rows do not hide sound ones."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vitrine.formats.lines import LONGEST_LINE
from vitrine.formats.reading import Unreadable
from vitrine.formats.tables.rows import Row, Table, by_column, column_names

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=12)


def table(data: bytes, **settings: str) -> Table:
    return Table("works.csv", io.BytesIO(data), **settings)


def cells(data: bytes, **settings: str) -> list[list[str]]:
    return [row.cells for row in table(data, **settings) if isinstance(row, Row)]


@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_csv_module_wrote_is_read_back_cell_for_cell(rows, delimiter, quoting, end, encoding):
    # Python's csv module leaves a lone carriage return unquoted where lines end with a line feed: nobody can tell it from a line end.
    assume(end == "\r\n" or quoting == csv.QUOTE_ALL or not any("\r" in cell for row in rows for cell in row))
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([["number", "name", "remark"], *rows])
    data = file.getvalue().encode(encoding)
    stated = {"encoding": "utf-8"} if encoding.startswith("utf-8") else {}
    assert cells(data, delimiter=delimiter, **stated) == rows


@given(rows=st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=6))
def test_the_bytes_of_all_rows_are_the_bytes_of_the_file(rows):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["number", "name"], *rows])
    data = file.getvalue().encode()
    raw = b"".join(row.raw for row in table(data, delimiter=",", encoding="utf-8"))
    assert b"number,name\r\n" + raw == data


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_to_the_end_and_no_line_is_lost(data):
    found = table(b"number,name\n" + data, delimiter=",", encoding="cp1252")
    assume(found.names == ["number", "name"])
    raw = b"".join(row.raw for row in [*found.refused, *found])
    sides = [part.replace(b"\n", b"").replace(b"\r", b"") for part in (raw, data)]
    assert sides[0] == sides[1]


def test_cells_with_line_breaks_belong_to_one_row_that_begins_where_it_begins():
    rows = list(table(b'id,title\n1,"two\nlines"\n2,x\n'))
    assert [(row.line, row.cells) for row in rows] == [(2, ["1", "two\nlines"]), (4, ["2", "x"])]
    assert rows[0].raw == b'1,"two\nlines"\n'


def test_quotes_that_are_not_doubled_are_read_as_meant_and_told():
    (row,) = table(b'id,title,year\n1,"The "Great" Wave, again",1831\n')
    assert row.cells == ["1", 'The "Great" Wave, again', "1831"]
    assert [repair.rule for repair in row.repairs] == ["quotes"]


def test_a_quote_that_is_never_closed_takes_no_other_row_with_it():
    rows = list(table(b'id,title,year\n1,a,1900\n2,"broken\n3,b,1901\n4,"c",1902\n'))
    assert [row.cells for row in rows if isinstance(row, Row)] == [
        ["1", "a", "1900"],
        ["3", "b", "1901"],
        ["4", "c", "1902"],
    ]
    (broken,) = [row for row in rows if isinstance(row, Unreadable)]
    assert broken.raw == b'2,"broken\n'
    assert broken.locator == "works.csv:3"


def test_a_line_of_a_gigabyte_is_handed_out_by_its_beginning_and_the_next_is_read():
    data = b"id,title\n1,a\n2," + b"x" * (LONGEST_LINE + 10) + b"\n3,c\n"
    rows = list(table(data))
    assert [row.cells[0] for row in rows if isinstance(row, Row)] == ["1", "3"]
    (long,) = [row for row in rows if isinstance(row, Unreadable)]
    assert long.raw.startswith(b"2,xxx")
    assert long.locator == "works.csv:3"


def test_a_row_in_another_encoding_is_marked():
    plain, odd = table("id,title\n1,été\n".encode() + b"2,caf\xe9\n")
    assert plain.repairs == ()
    assert [(repair.rule, repair.before) for repair in odd.repairs] == [("encoding", "cp1252")]
    assert odd.cells == ["2", "café"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_of_all_systems(end):
    assert cells(end.join([b"id;title", b"1;a", b"2;b", b""])) == [["1", "a"], ["2", "b"]]


def test_blank_lines_are_no_rows():
    assert cells(b"id,title\n\n1,a\n\n\n2,b\n\n") == [["1", "a"], ["2", "b"]]


def test_names_of_columns_are_clean_and_all_different():
    assert column_names([" Title ", "Title", "", "a\nb", "Title"]) == [
        "Title",
        "Title (2)",
        "column 3",
        "a b",
        "Title (3)",
    ]


@pytest.mark.parametrize(
    ("row", "content", "ragged"),
    [
        (["1", "a"], {"id": "1", "title": "a"}, False),
        (["1"], {"id": "1", "title": ""}, True),
        (["1", "a", "", " "], {"id": "1", "title": "a"}, False),
        (["1", "a", "more"], {"id": "1", "title": "a", "": ["more"]}, True),
    ],
)
def test_ragged_rows_keep_all_their_cells_and_are_reported(row, content, ragged):
    found, defects = by_column(["id", "title"], row, "row")
    assert found == content
    assert [defect.code for defect in defects] == (["row-ragged"] if ragged else [])


def test_a_file_without_a_table_has_no_columns():
    assert table(b"").names == []
