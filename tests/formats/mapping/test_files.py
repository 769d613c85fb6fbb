"""Mappings are read with errors that say the line, the key, and what to write instead."""

import pytest

from vitrine.formats.mapping.files import load_mapping, shipped_mapping, shipped_mappings
from vitrine.formats.mapping.model import canonical
from vitrine.formats.mapping.reader import compile_mapping
from vitrine.formats.reading import FeedError

RECORD = '[record]\nid = "id"\n'


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (RECORD + '[[titles]]\npth = "a"\n', r"line 4: \[titles\] has no key 'pth'; did you mean 'path'\?"),
        (RECORD + '[[titles]]\npath = "a"\n[[titles]]\npath = "b"\nlang = "en"\n', "line 7: .*'language'"),
        (
            RECORD + '[[titles]]\npath = { pth = "a" }\n',
            r"line 4: \[titles.path\] has no key 'pth'; did you mean 'path'",
        ),
        (RECORD + "[[titels]]\n", "line 3: .*'titels'; did you mean 'titles'"),
        (RECORD + '[[titles]]\nlanguage = "en"\n', r"line 3: \[titles\] needs the key 'path'"),
        (RECORD + '[titles]\npath = "a"\n', r"line 3: titles must be a list, written \[\[…\]\]"),
        (RECORD + '[[events]]\nkind = "made"\n', "line 4: 'made' is not one of production, acquisition"),
        ('[source]\ncirca = "five"\n' + RECORD, "line 2: source.circa must be a whole number, not a text"),
        ("[source]\ncirca = -5\n" + RECORD, "line 2: source.circa must be at least 0"),
        ("[source]\ncirca = 1900\n" + RECORD, "line 2: source.circa must be at most 500"),
        ('[source]\nlanguage = "Deutsch"\n' + RECORD, "line 2: there is no language 'Deutsch'"),
        ("[record]\nid = 3\n", "line 2: record.id must be a text"),
        ('[source]\nformat = "csv"\n', r"\[record\] with id is missing"),
        (RECORD + '[[materials]]\nlabel = "m"\nmap = "words"\n', r"line 5: there is no \[maps.words\]"),
        ('[record]\nid = "{a"\n', "line 2: the braces"),
        (RECORD + '[tables.a]\nfile = "a.csv"\ncolumn = "x"\nrefers_to = "b.y"\n', "line 6: .*a table 'b'"),
        (
            RECORD + '[tables.a]\nfile = "a.csv"\ncolumn = "x"\nrefers_to = "a.y"\n',
            "refers, by way of others, to itself",
        ),
        ("[record\n", "not valid TOML.*line 1"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_mapping(toml, said):
    with pytest.raises(FeedError, match=said):
        load_mapping(toml)


def test_a_file_is_named_in_its_errors(tmp_path):
    file = tmp_path / "ours.toml"
    file.write_text("[record]\nidd = 'x'\n")
    with pytest.raises(FeedError, match=r"ours\.toml, line 2"):
        load_mapping(file)
    with pytest.raises(FeedError, match="cannot be read"):
        load_mapping(tmp_path / "none.toml")


def test_lido_and_edm_need_no_record():
    assert load_mapping('[source]\nformat = "lido"\nlanguage = "sv"\n').source.language == "sv"


def test_comments_order_and_blanks_play_no_part():
    one = load_mapping('[source]\nformat = "csv"\ncirca = 5\n' + RECORD)
    two = load_mapping('# remark\n[record]\nid   = "id"\n[source]\ncirca = 5\nformat = "csv"')
    assert canonical(one) == canonical(two)
    assert canonical(one) != canonical(load_mapping(RECORD))


@pytest.mark.parametrize("name", shipped_mappings())
def test_every_mapping_that_vitrine_brings_is_sound(name):
    mapping = load_mapping(shipped_mapping(name))
    if mapping.source.format not in ("lido", "edm"):
        compile_mapping(mapping, feed="test")


def test_the_named_museums_are_among_them_and_no_other_name_is():
    assert {"tate", "npg", "nationalmuseum"} <= set(shipped_mappings())
    with pytest.raises(KeyError):
        shipped_mapping("../mapping")
