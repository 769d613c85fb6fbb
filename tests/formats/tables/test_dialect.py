"""The delimiter, the quotes and the line that names the columns are found in whatever a museum's program wrote."""

import pytest

from vitrine.formats.tables.dialect import Dialect, sniff_dialect


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("id,title,year\n1,x,1900\n", ","),
        ("id;title;price\n1;x, y;2,5\n2;z, w;3,5\n", ";"),
        ("id\ttitle\n1\tx; y, z\n", "\t"),
        ("id|title|subjects\n1|x|a;b;c\n2|y|a;b;c\n", "|"),
        ("id,title,subjects\n1,x,a|b|c|d\n2,y,a|b|c|d\n3,z,q|w|e|r\n", ","),
        ('"id","title"\r\n"1","a; b; c"\r\n', ","),
        ("id^title\n1^x\n", "^"),
        ("title\nfoo\nbar, baz\n", ","),
        ("sep=;\nid;title\n1;x\n", ";"),
        ("", ","),
    ],
)
def test_delimiter(text, delimiter):
    assert sniff_dialect(text).delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "preamble"),
    [
        ("id;title\n1;x\n", 0),
        ("Export of the collection\n\nid;title;year\n1;x;1900\n2;y;1901\n", 2),
        ("Museum;Export;2024-01-01\nid;title;year;maker\n1;x;1900;A\n2;y;1901;B\n", 1),
        ("Report;;;\n;;;\nid;title;year;maker\n1;x;1900;A\n", 2),
        ("sep=;\nid;title\n1;x\n", 1),
        # every row but the names ends with a delimiter
        ("id;title;year\n1;x;1900;\n2;y;1901;\n", 0),
        # stray delimiters in most rows
        ("id;title;year\n1;x; y;1900\n2;y; z;1901\n3;w;1902\n", 0),
    ],
)
def test_lines_before_the_names_of_the_columns(text, preamble):
    assert sniff_dialect(text).preamble == preamble


def test_backslashes_escape_quotes_only_where_doubling_does_not_explain_them():
    escaped = 'id,title\n1,"The \\"Great\\" Wave, again"\n2,"A \\"B\\", C"\n'
    doubled = 'id,title\n1,"C:\\"\n2,"A ""B"", C"\n'
    assert sniff_dialect(escaped).escape == "\\"
    assert sniff_dialect(doubled).escape == ""


def test_a_blank_after_the_delimiter_is_no_part_of_a_quoted_cell():
    assert sniff_dialect('id, "title", year\n1, "x, y", 1900\n2, "x, z", 1901\n').skip_space


def test_what_the_museum_states_is_believed():
    assert sniff_dialect("a;b,c\n1;2,3\n", ",") == Dialect(",")
