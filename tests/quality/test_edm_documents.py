"""Documents of EDM: many records in one, records that cannot be read, and what may not be read."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality import edm
from tests.quality.edm import NAMESPACES, external, rdf, text
from vitrine.quality import RecordTiers, edm_documents, tiers_of_documents

TITLE = text("dc:title", "Firenze", "it")
CREATOR = text("dc:creator", "x")


def read(*contents: bytes) -> list[RecordTiers]:
    return list(tiers_of_documents((f"{number}.xml", content) for number, content in enumerate(contents)))


def wrapped(*documents: bytes) -> bytes:
    return b'<?xml version="1.0"?><records>' + b"".join(documents) + b"</records>"


def test_a_record_is_known_by_its_work():
    assert read(external(TITLE + CREATOR)) == [RecordTiers("#work", 0, "A", "C", "A", "A")]


def test_many_rdfs_in_one_document():
    found = read(wrapped(external(TITLE), external(CREATOR)))
    assert [one.language for one in found] == ["C", "0"]
    assert [one.enabling for one in found] == ["0", "A"]


def test_many_works_in_one_rdf_are_told_apart_by_their_links():
    image = '<edm:WebResource rdf:about="#{0}.jpg"><ebucore:hasMimeType>{1}</ebucore:hasMimeType></edm:WebResource>'
    works = [
        f'<edm:ProvidedCHO rdf:about="#{name}"/>'
        f'<ore:Proxy rdf:about="#p{name}"><ore:proxyFor rdf:resource="#{name}"/>{said}<edm:type>SOUND</edm:type></ore:Proxy>'
        f'<ore:Aggregation rdf:about="#a{name}"><edm:aggregatedCHO rdf:resource="#{name}"/>'
        f'<edm:isShownBy rdf:resource="#{name}.jpg"/></ore:Aggregation>' + image.format(name, media_type)
        for name, said, media_type in [("one", TITLE, "audio/mpeg"), ("two", CREATOR, "text/plain")]
    ]
    found = read(rdf(*works))
    assert found == [RecordTiers("#one", 2, "0", "C", "0", "A"), RecordTiers("#two", 0, "0", "0", "A", "A")]


def test_external_works_in_one_rdf_describe_themselves():
    works = [
        f'<edm:ProvidedCHO rdf:about="#{name}">{said}</edm:ProvidedCHO>'
        for name, said in (("a", TITLE), ("b", CREATOR))
    ]
    assert [(one.id, one.language) for one in read(rdf(*works))] == [("#a", "C"), ("#b", "0")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "well-formed"),
        (b"<rdf:RDF", "well-formed"),
        (b"not xml", "well-formed"),
        (external(TITLE)[:-20], "well-formed"),
        (b"<html><body/></html>", "no rdf:RDF"),
        (rdf(), "no edm:ProvidedCHO"),
        (rdf("<edm:ProvidedCHO/>"), "no rdf:about"),
        (rdf('<edm:ProvidedCHO rdf:about="  "/>'), "no rdf:about"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_next_is_read(content, says):
    first, second = read(content, external(TITLE))
    assert says in first.error
    assert first.id.startswith("0.xml")
    assert (second.id, second.error) == ("#work", "")


def test_one_work_without_a_name_does_not_hide_the_others():
    found = read(wrapped(rdf("<edm:ProvidedCHO/>"), external(TITLE)))
    assert [(one.id, bool(one.error)) for one in found] == [("0.xml#1", True), ("#work", False)]


ENTITY = b'<!DOCTYPE rdf:RDF [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
BOMB = b'<!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE rdf:RDF SYSTEM "http://museum.org/edm.dtd">'


@pytest.mark.parametrize(("doctype", "used"), [(ENTITY, b"&secret;"), (BOMB, b"&b;"), (OUTSIDE, b"x")])
def test_entities_and_outside_references_are_refused(doctype, used):
    (found,) = read(doctype + external(text("dc:title", "TITLE", "en")).replace(b"TITLE", used))
    assert "DOCTYPE" in found.error
    assert "root:" not in found.error


def test_entities_that_grow_without_end_are_refused():
    levels = b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 12))
    bomb = (
        b'<!DOCTYPE rdf:RDF [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>" + rdf('<edm:ProvidedCHO rdf:about="&e11;"/>')
    )
    assert read(bomb)[0].error


def test_a_stream_is_as_good_as_bytes():
    document = external(TITLE)
    assert list(tiers_of_documents([("x", io.BytesIO(document))])) == read(document)


@pytest.fixture
def small(monkeypatch):
    """Limits at which a test's few records are already a large document."""
    monkeypatch.setattr(edm_documents, "_WHOLE", 1000)
    monkeypatch.setattr(edm_documents, "MEGABYTE", 700)
    monkeypatch.setattr(edm_documents, "_LONGEST_RECORD", 5000)


@pytest.mark.parametrize("as_given", [bytes, io.BytesIO])
def test_a_large_document_is_read_record_by_record(small, as_given):
    document = wrapped(*[external(text("dc:title", str(number), "en")) for number in range(50)])
    found = list(tiers_of_documents([("large.xml", as_given(document))]))
    assert [one.language for one in found] == ["C"] * 50


def test_what_stands_before_a_fault_in_a_large_document_is_kept(small):
    document = wrapped(*[external(TITLE) for _ in range(20)])[:-3000]
    found = list(tiers_of_documents([("large.xml", document)]))
    assert len(found) > 10
    assert [one.error for one in found[:-1]] == [""] * (len(found) - 1)
    assert found[-1].id == f"large.xml#{len(found)}"
    assert "well-formed" in found[-1].error


def test_a_record_without_end_is_given_up(small):
    document = external(text("dc:title", "x" * 20_000, "en"))
    (found,) = tiers_of_documents([("endless.xml", document)])
    assert "without the end" in found.error


def test_a_large_document_with_a_doctype_is_refused(small):
    found = list(tiers_of_documents([("large.xml", OUTSIDE + rdf(*["<edm:ProvidedCHO rdf:about='#a'/>"] * 100))]))
    assert [one for one in found if "DOCTYPE" in one.error] == found


def test_comments_and_instructions_are_passed_over():
    note = "<!-- a note --><?program does something?>"
    document = rdf(
        note,
        f'<edm:ProvidedCHO rdf:about="#work">{note}{TITLE}</edm:ProvidedCHO>',
        f'<edm:WebResource rdf:about="#file">{note}</edm:WebResource>',
        f'<ore:Aggregation rdf:about="#a">{note}<edm:isShownBy rdf:resource="#file"/></ore:Aggregation>',
        f'<skos:Concept rdf:about="#c">{note}</skos:Concept>',
    )
    assert read(document)[0].language == "C"


NAMES = st.sampled_from(
    [
        f"{prefix}:{name}"
        for prefix in NAMESPACES
        for name in ("type", "title", "subject", "RDF", "Proxy", "prefLabel", "lat")
    ]
    + [
        "edm:ProvidedCHO",
        "edm:WebResource",
        "ore:Aggregation",
        "edm:isShownBy",
        "edm:rights",
        "ebucore:width",
        "skos:Concept",
    ]
)
ATTRIBUTES = st.sampled_from(
    ["", ' rdf:about="#a"', ' rdf:resource="#a"', ' xml:lang="en"', ' xml:lang=""', ' rdf:about=""']
)
ELEMENTS = st.recursive(
    st.builds(
        "<{0}{1}>{2}</{0}>".format, NAMES, ATTRIBUTES, st.sampled_from(["", " ", "x", "1", "IMAGE", "true", "<!-- -->"])
    ),
    lambda inner: st.builds(
        lambda name, more, parts: f"<{name}{more}>{''.join(parts)}</{name}>",
        NAMES,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.lists(ELEMENTS, max_size=6))
def test_no_well_formed_edm_is_too_strange(parts):
    for one in read(edm.rdf(*parts)):
        assert one.error or (0 <= one.content <= 4 and one.metadata in "0ABC")


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(content):
    assert read(content)


def test_no_file_beside_the_document_is_read(tmp_path):
    (tmp_path / "edm.dtd").write_text('<!ENTITY secret "taken from another file">')
    doctype = f'<!DOCTYPE rdf:RDF SYSTEM "{(tmp_path / "edm.dtd").as_uri()}">'.encode()
    (found,) = read(doctype + rdf('<edm:ProvidedCHO rdf:about="&secret;"/>'))
    assert found.error
    assert "taken" not in found.id + found.error
