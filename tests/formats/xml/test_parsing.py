"""One record's XML, parsed safely."""

import pytest

from vitrine.formats.reading import UnreadableRecordError
from vitrine.formats.xml.parsing import parse
from vitrine.formats.xml.tree import CHILDREN, TEXT, tree

TAG = "{urn:r}rec"


def record(inside: str) -> bytes:
    return f'<w xmlns="urn:r"><rec>{inside}</rec></w>'.encode()


def test_the_record_is_found_within_what_surrounds_it():
    element, repairs = parse(record("x &lt; y"), TAG)
    assert (element.tag, element.text, repairs) == (TAG, "x < y", ())


def test_bytes_in_another_encoding_are_read_and_reported():
    element, repairs = parse(record("Café").decode().encode("cp1252"), TAG)
    assert element.text == "Café"
    assert [repair.rule for repair in repairs] == ["encoding"]
    assert "Café" in repairs[0].before


@pytest.mark.parametrize("bad", ["\x0b", "&#x1;", "&#31;", "\x00", "\uffff"])
def test_characters_that_xml_forbids_are_taken_out_and_reported(bad):
    element, repairs = parse(record(f"Ros{bad}lin"), TAG)
    assert element.text == "Roslin"
    assert [repair.rule for repair in repairs] == ["control-characters"]


def test_letters_by_number_are_letters():
    assert parse(record("a&#31;b&#310;&#x1F3DB;"), TAG)[0].text == "abĶ🏛"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<b>", "no well-formed XML"),
        ("a & b", "no well-formed XML"),
        ("&nbsp;", "entity &nbsp;"),
        ('<x xmlns="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>', "XInclude"),
        ("<a>" * 5000 + "</a>" * 5000, "no well-formed XML"),
    ],
)
def test_what_cannot_be_read_says_why(inside, reason):
    with pytest.raises(UnreadableRecordError, match=reason):
        parse(record(inside), TAG)


@pytest.mark.parametrize(
    ("declared", "where"), [("", "no namespace"), (' xmlns="http://other"', "namespace http://other")]
)
def test_a_record_of_another_namespace_is_no_record(declared, where):
    raw = f"<w{declared}><rec><id>1</id><id>2</id></rec></w>".encode()
    with pytest.raises(UnreadableRecordError, match=f"Its rec stands in (the )?{where}, and not in"):
        parse(raw, TAG)


def test_entities_of_a_document_type_are_not_read():
    raw = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + record("&b;")
    try:
        element, _ = parse(raw, TAG)
    except UnreadableRecordError:
        return
    assert "aaaa" not in "".join(map(str, element.itertext()))


def test_the_tree_is_what_was_parsed():
    element, _ = parse(record('<a k="1">x</a><b> </b><c/>one <i>two</i> three').replace(b"</c>", b""), TAG)
    node = tree(element)
    assert [child[TEXT] for child in node[CHILDREN]] == ["x", " ", None, "two"]
    assert node[CHILDREN][0] == ("{urn:r}a", "x", (("k", "1"),), ())


def test_words_before_an_element_make_one_text():
    assert tree(parse(record("one <i>two</i> three"), TAG)[0])[TEXT] == "one two three"
