"""Text-and-data-mining reservations: the W3C TDM Reservation Protocol (TDMRep, final report of 10 May 2024), read.

Carriers, later over earlier: `/.well-known/tdmrep.json`, HTTP response headers, HTML `<meta>`, metadata inside the file
(XMP of a PDF or picture, the package document of an EPUB). Only 1 (reserved) and 0 (not reserved) are values; anything
else is a protocol error and leaves the reservation unset. A policy without a reservation says nothing.

robots.txt is no carrier of TDMRep: asking a crawler to stay away does not reserve rights. It is read as evidence that a
person may weigh, see `binds`.
"""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

import msgspec
from lxml import etree

from vitrine.records import Reservation
from vitrine.rights import robots
from vitrine.rights.paths import matches, path_of

TDMREP_JSON, HEADER, META, XMP, ROBOTS, PERSON = "tdmrep.json", "header", "meta", "xmp", "robots.txt", "person"

PRIORITY = (TDMREP_JSON, HEADER, META, XMP, PERSON)
"""Later overrides earlier (TDMRep, "Processing priority"); what a person has recorded stands over what a machine read."""

TRAINING_AGENTS = (
    "GPTBot", "Google-Extended", "CCBot", "ClaudeBot", "Applebot-Extended", "Bytespider", "Meta-ExternalAgent", "Amazonbot",
)  # fmt: skip
"""Product tokens of crawlers that gather training data."""

_NAMESPACE = "http://www.w3.org/ns/tdmrep"
"""Of the XMP properties; files in the wild add a slash, a hash or `/xml`."""

_VALUES: dict[object, bool] = {"1": True, "0": False, 1: True, 0: False}

_HEAD = 1_000_000
"""Characters of a web page that are searched: `<meta>` stands in its head."""

_OPF = "http://www.idpf.org/2007/opf"


class UnreadableCarrier(ValueError):  # noqa: N818 - says what it is
    """A tdmrep.json or an XMP packet is there and cannot be read, so nobody knows whether rights are reserved."""


def from_tdmrep_json(text: str | bytes, location_path: str, *, seen: str = "") -> Reservation | None:
    """Return what a site's tdmrep.json says of a path (or of a whole address), None if it says nothing.

    The first rule whose location matches decides, also when its value is an error. Raises UnreadableCarrier.
    """
    try:
        rules = msgspec.json.decode(
            text.removeprefix("\ufeff") if isinstance(text, str) else text.removeprefix(b"\xef\xbb\xbf")
        )
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableCarrier(f"tdmrep.json is not JSON: {error}") from error
    if not isinstance(rules, list):
        raise UnreadableCarrier("tdmrep.json is not a list of rules: it has to begin with a bracket.")
    path = path_of(location_path)
    for rule in rules:
        location = rule.get("location") if isinstance(rule, dict) else None
        if isinstance(location, str) and matches(location, path):
            return _reservation(
                rule.get("tdm-reservation"), rule.get("tdm-policy"), TDMREP_JSON, f"location {location}", seen
            )
    return None


def from_headers(headers: Mapping[str, str], *, seen: str = "") -> Reservation | None:
    """Return what the headers of an HTTP response say (names in any case), None if they say nothing."""
    lower = {name.lower(): value for name, value in headers.items()}
    return _reservation(lower.get("tdm-reservation"), lower.get("tdm-policy"), HEADER, "tdm-reservation", seen)


class _MetaReader(HTMLParser):
    """Keeps the first `<meta name="tdm-…" content="…">` of each name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            values = dict(attrs)
            name = (values.get("name") or "").strip().lower().replace("tdm:", "tdm-")
            if name.startswith("tdm-"):
                self.found.setdefault(name, values.get("content") or "")


def from_html(text: str, *, seen: str = "") -> Reservation | None:
    """Return what the `<meta>` elements of a web page say, None if they say nothing."""
    reader = _MetaReader()
    reader.feed(text[:_HEAD])
    return _reservation(
        reader.found.get("tdm-reservation"), reader.found.get("tdm-policy"), META, "meta tdm-reservation", seen
    )


def from_xmp(data: bytes, *, seen: str = "") -> Reservation | None:
    """Return what the metadata inside a file says, None if it says nothing. Raises UnreadableCarrier.

    `data` is the file (PDF, JPEG, …), its XMP packet, or the package document of an EPUB. A packet that the file keeps
    compressed is not seen. Of several packets (a PDF and the pictures in it) one that reserves rights is enough.
    Entities and external references are not followed.
    """
    readings = [reading for packet in _packets(data) if (reading := _from_packet(packet, seen)) is not None]
    return next((reading for reading in readings if reading.reserved), readings[0] if readings else None)


def _from_packet(packet: bytes, seen: str) -> Reservation | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(packet, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableCarrier(f"The XMP metadata is not well-formed XML: {error}") from error
    found: dict[str, str] = {}
    for element in root.iter(etree.Element):
        for name, value in _properties(element):
            found.setdefault(name, value)
    return _reservation(found.get("reservation"), found.get("policy"), XMP, "tdm:reservation", seen)


def from_robots(text: str, path: str, agents: Iterable[str] = TRAINING_AGENTS, *, seen: str = "") -> Reservation | None:
    """Return that a site's robots.txt keeps at least one of the crawlers from a path, None if it lets all of them in.

    Evidence only: `combine` lets it stand where nothing else speaks, and it never `binds`.
    """
    rules = {agent: rule for agent in agents if (rule := robots.disallowed(text, path, agent))}
    if not rules:
        return None
    said = "; ".join(f"{agent}: Disallow: {rule.pattern}" for agent, rule in rules.items())
    return Reservation(True, carrier=ROBOTS, evidence=said, seen=seen)


def combine(readings: Iterable[Reservation | None]) -> Reservation | None:
    """Return what all carriers together say, by the protocol's priority, whatever the order of `readings`.

    A carrier that says nothing resets nothing: a policy found earlier stays when a later carrier only repeats the
    reservation. A policy is dropped where rights are not reserved.
    """
    given = [reading for reading in readings if reading is not None]
    spoken = sorted((r for r in given if r.carrier in PRIORITY), key=lambda r: PRIORITY.index(r.carrier))
    if not spoken:
        return next((reading for reading in given if reading.carrier == ROBOTS), None)
    last = spoken[-1]
    policy = next((reading.policy for reading in reversed(spoken) if reading.policy), "")
    return msgspec.structs.replace(last, policy=policy if last.reserved else "")


def binds(reservation: Reservation | None) -> bool:
    """Return whether rights are reserved in the sense of CDSM Art. 4(3); what robots.txt says is evidence, not more."""
    return reservation is not None and reservation.reserved and reservation.carrier != ROBOTS


def _reservation(value: object, policy: object, carrier: str, where: str, seen: str) -> Reservation | None:
    written = value.strip() if isinstance(value, str) else value
    a_value = isinstance(written, str | int | float) and not isinstance(written, bool)  # JSON's true is not 1
    reserved = _VALUES.get(written) if a_value else None
    if reserved is None:
        return None
    address = policy.strip() if isinstance(policy, str) else ""
    if not address.startswith(("https://", "http://", "/")):
        address = ""
    return Reservation(reserved, address if reserved else "", carrier, f"{where}: {written}", seen)


def _packets(data: bytes) -> list[bytes]:
    """Cut the XMP packets, or the EPUB package document, out of a file."""
    for tag in ("x:xmpmeta", "rdf:RDF"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            first, last = f"<{tag}".encode(encoding), f"</{tag}>".encode(encoding)
            packets = []
            start = data.find(first)
            while start >= 0 and (end := data.find(last, start)) >= 0:
                packets.append(data[start : end + len(last)])
                start = data.find(first, end)
            if packets:
                return [packet.decode(encoding, "replace").encode() for packet in packets]
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_package = head.startswith((b"<?xml", b"<package")) and re.search(rb"<(?:\w+:)?package[\s>]", head)
    return [data] if is_package else []


def _properties(element: etree._Element) -> Iterable[tuple[str, str]]:
    """The TDMRep properties that one element of XMP (as element or attribute) or of an EPUB package (as meta) carries."""
    name = etree.QName(element)
    if _ours(name.namespace):
        yield name.localname, element.text or ""
    if name.namespace == _OPF and name.localname == "meta":
        written = (element.get("property") or element.get("name") or "").strip().lower()
        if written.startswith(("tdm:", "tdm-")):
            yield written[4:], element.text or element.get("content") or ""
    for key, value in element.attrib.items():
        attribute = etree.QName(key)
        if _ours(attribute.namespace):
            yield attribute.localname, str(value)


def _ours(namespace: str | None) -> bool:
    return (
        namespace is not None and namespace.replace("https:", "http:").rstrip("/#").removesuffix("/xml") == _NAMESPACE
    )
