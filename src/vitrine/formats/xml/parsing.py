"""One record's XML, parsed without ever leaving it: no entities, no document type, no other file, no network.

What makes a record no XML and is safely mended (bytes in another encoding, characters that XML forbids) is mended and
reported; for the rest the reason is given in words.
"""

import re

from lxml import etree

from vitrine.formats.encodings import decoder, detect
from vitrine.formats.reading import UnreadableRecordError
from vitrine.records import Repair

PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)

XINCLUDE = b"http://www.w3.org/2001/XInclude"
_DECLARATION = re.compile(rb"<\?xml[^>]*?encoding=\"([\w.:-]+)\"[^>]*\?>")
"""As it is put before records of files that are not in UTF-8."""

_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.I
)
"""Characters that XML 1.0 has no place for (section 2.2), as they are or by number."""

_ENTITY = re.compile(r"Entity '([^']*)' not defined")


def parse(raw: bytes, tag: str) -> tuple[etree._Element, tuple[Repair, ...]]:
    """Return the element `tag` (in Clark's notation) of a raw record, and the repairs it took to read it.

    Raises UnreadableRecordError.
    """
    if XINCLUDE in raw:
        raise UnreadableRecordError("It asks for parts of other files (XInclude), which is never followed.")
    repairs: tuple[Repair, ...] = ()
    try:
        element = etree.fromstring(raw, PARSER)
    except etree.XMLSyntaxError as error:
        element, repairs = _mended(raw, error)
    root = element
    while element.tag != tag:
        if len(element) != 1:
            raise UnreadableRecordError(_elsewhere(root, etree.QName(tag)))
        element = element[0]
    return element, repairs


def declared_encoding(raw: bytes) -> str:
    """Return the encoding that a raw record's declaration names, blank where it has none."""
    declared = _DECLARATION.match(raw)
    return declared[1].decode() if declared else ""


def _elsewhere(root: etree._Element, wanted: etree.QName) -> str:
    """Say in which namespace the element stands that was looked for in another."""
    names = (etree.QName(element) for element in root.iter())
    found = next((name.namespace for name in names if name.localname == wanted.localname), None)
    if not found:
        return f"Its {wanted.localname} stands in no namespace, and not in {wanted.namespace}."
    return f"Its {wanted.localname} stands in the namespace {found}, and not in {wanted.namespace}."


def _mended(raw: bytes, error: etree.XMLSyntaxError) -> tuple[etree._Element, tuple[Repair, ...]]:
    """Parse a record once more after the mends that are safe; give the first error where they do not help."""
    repairs = []
    text, strange = _text(raw)
    if strange:
        repairs.append(Repair("", "encoding", _around(raw, text), "UTF-8"))
    mended = _FORBIDDEN.sub("", text)
    if mended != text:
        count = len(_FORBIDDEN.findall(text))
        repairs.append(Repair("", "control-characters", f"{count} characters that XML forbids", ""))
    if not repairs:
        raise UnreadableRecordError(_reason(error)) from error
    try:
        return etree.fromstring(mended.encode(), PARSER), tuple(repairs)
    except etree.XMLSyntaxError as again:
        raise UnreadableRecordError(_reason(again)) from again


def _text(raw: bytes) -> tuple[str, bool]:
    """Return the record's text without its declaration, and whether it is not in the encoding that it should be in."""
    declared = _DECLARATION.match(raw)
    if declared:
        return raw[declared.end() :].decode(declared[1].decode(), "replace"), False
    return decoder(detect(raw))(raw)


def _around(raw: bytes, text: str) -> str:
    """Return the words of a record that hold its first letters in another encoding."""
    at = next((n for n, byte in enumerate(raw) if byte > 0x7F), 0)
    return text[max(0, at - 20) : at + 20]


def _reason(error: etree.XMLSyntaxError) -> str:
    message = error.msg or "no reason given"
    if entity := _ENTITY.search(message):
        return f"It uses the entity &{entity[1]};, which is nowhere defined or in a document type, and those are never read."
    return f"It is no well-formed XML: {message}."
