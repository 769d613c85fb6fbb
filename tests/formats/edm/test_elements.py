"""Documents of EDM: many records in one, records that cannot be read, and what may not be read."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality import edm
from tests.quality.edm import NAMESPACES, external, rdf, text, tiers_of_files
from vitrine.formats import FeedError, Member, Unreadable, UnreadableRecordError
from vitrine.formats.edm import elements
from vitrine.formats.edm.feed import open_edm
from vitrine.quality import RecordTiers

TITLE = text("dc:title", "Firenze", "it")
CREATOR = text("dc:creator", "x")


def read(*contents: bytes) -> list[RecordTiers]:
    return tiers_of_files((f"{number}.xml", content) for number, content in enumerate(contents))


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
        (b"", "empty"),
        (b"<rdf:RDF", "no <RDF> record"),
        (b"not xml", "no XML"),
        (external(TITLE)[:-20], "ends in the middle"),
        (b"<html><body/></html>", "no <RDF> record"),
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


def imported(path, content: bytes) -> list[str]:
    """What an import makes of the same bytes: the identifiers of its records, and why others could not be read."""
    path.write_bytes(content)
    feed = open_edm(path, feed="m")
    found = []
    for item in feed.items():
        if isinstance(item, Unreadable):
            found.append(item.reason)
            continue
        try:
            found.append(feed.read(item).record.key)
        except UnreadableRecordError as error:
            found.append(str(error))
    return found


@pytest.mark.parametrize("doctype", [ENTITY, BOMB, OUTSIDE])
@pytest.mark.parametrize("used", [b"&secret;", b"&b;", b"&outside;"])
def test_a_doctype_costs_only_the_records_that_use_an_entity(doctype, used, tmp_path):
    with_it = external(text("dc:title", "TITLE", "en")).replace(b"TITLE", used)
    document = doctype + wrapped(external(TITLE), with_it, external(CREATOR))[21:]
    first, second, third = read(document)
    assert (first.id, first.language, third.id, third.enabling) == ("#work", "C", "#work", "A")
    assert "entity" in second.error
    assert "root:" not in second.error
    assert imported(tmp_path / "0.xml", document) == [first.id, second.error, third.id]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037"])
def test_a_doctype_in_another_encoding(encoding, tmp_path):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    document = (declared + (ENTITY + external(text("dc:title", "&secret;", "en"))).decode()).encode(encoding)
    assert all("root:" not in one.id + one.error for one in read(document))
    assert [one.error or one.id for one in read(document)] == imported(tmp_path / "0.xml", document)


def test_entities_that_grow_without_end_are_refused():
    levels = b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 12))
    bomb = (
        b'<!DOCTYPE rdf:RDF [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>" + rdf('<edm:ProvidedCHO rdf:about="&e11;"/>')
    )
    assert read(bomb)[0].error


def test_parts_of_other_files_are_not_taken_in(tmp_path):
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    (found,) = read(rdf(f'<edm:ProvidedCHO rdf:about="#work"><dc:title>{include}</dc:title></edm:ProvidedCHO>'))
    assert "XInclude" in found.error


def test_damage_inside_a_record_costs_no_other_record(tmp_path):
    document = wrapped(external(TITLE), external("<dc:title>a & b</dc:title>"), external(CREATOR))
    found = read(document)
    assert [bool(one.error) for one in found] == [False, True, False]
    assert [one.error or one.id for one in found] == imported(tmp_path / "0.xml", document)


@pytest.fixture
def small(monkeypatch):
    """A limit at which a test's few records are already a large file."""
    monkeypatch.setattr(elements, "_WHOLE", 1000)
    monkeypatch.setattr(elements, "_CHUNK", 700)


def test_a_large_document_is_read_record_by_record(small):
    found = read(wrapped(*[external(text("dc:title", str(number), "en")) for number in range(50)]))
    assert [one.language for one in found] == ["C"] * 50


@pytest.mark.parametrize("size", [0, 100_000_000])
def test_what_stands_before_a_fault_is_kept(monkeypatch, size):
    monkeypatch.setattr(elements, "_WHOLE", size)
    found = read(wrapped(*[external(TITLE) for _ in range(20)])[:-100])
    assert len(found) > 10
    assert [one.error for one in found[:-1]] == [""] * (len(found) - 1)
    assert found[-1].id == f"0.xml#{len(found)}"
    assert "ends in the middle" in found[-1].error


class Damaged(io.RawIOBase):
    """Some bytes, and then damage."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = self._content.read(min(len(buffer), 1000))
        if not piece:
            raise FeedError("The archive is cut short.")
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("size", [1000, 100_000_000])
def test_what_stands_before_damage_of_the_archive_is_kept(monkeypatch, size):
    monkeypatch.setattr(elements, "_WHOLE", size)
    document = wrapped(external(TITLE), external(CREATOR), external(TITLE))[:-300]
    found = list(elements.rdfs(Member("x.xml", io.BufferedReader(Damaged(document)))))
    assert [place for place, _ in found] == ["x.xml#1", "x.xml#2", "x.xml#3"]
    assert found[2][1] == "The archive is cut short."


def test_pictures_beside_the_data_are_passed_over():
    assert tiers_of_files([("7.jpg", b"\xff\xd8"), ("a.xml", external(TITLE))]) == read(external(TITLE))


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
