"""TDMRep in its carriers and together. Examples from the final report of 10 May 2024."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.records import Reservation
from vitrine.rights.reservation import (
    UnreadableCarrier,
    binds,
    combine,
    from_headers,
    from_html,
    from_robots,
    from_tdmrep_json,
    from_xmp,
)

POLICY = "https://provider.example/policies/policy.json"
SITE = json.dumps(
    [
        {"location": "/directory-a/", "tdm-reservation": 1},
        {"location": "/directory-b/html/", "tdm-reservation": 1, "tdm-policy": POLICY},
        {"location": "/directory-b/images/*.jpg", "tdm-reservation": 0},
        {"location": "/directory-b/", "tdm-reservation": 1},
        {"location": "/directory-b/images/*.jpg", "tdm-reservation": 1},
    ]
)


def reserved(reading: Reservation | None) -> bool | None:
    return reading.reserved if reading else None


@pytest.mark.parametrize(
    ("path", "expected", "policy"),
    [
        ("/directory-a/x.pdf", True, ""),
        ("https://provider.example/directory-b/html/a.html", True, POLICY),
        ("/directory-b/images/a.jpg", False, ""),  # the first match, not the strictest
        ("/directory-b/other", True, ""),
        ("/elsewhere", None, ""),
    ],
)
def test_tdmrep_json_by_first_match(path: str, expected: bool | None, policy: str) -> None:
    reading = from_tdmrep_json(SITE, path, seen="2026-11-01")
    assert reserved(reading) is expected
    if reading:
        assert (reading.carrier, reading.policy, reading.seen) == ("tdmrep.json", policy, "2026-11-01")
        assert "/directory" in reading.evidence


@pytest.mark.parametrize("value", [2, -1, True, False, None, "yes", "", [1], {"a": 1}, 0.5])
def test_other_values_leave_the_reservation_unset_and_hide_later_rules(value: object) -> None:
    site = json.dumps([{"location": "/", "tdm-reservation": value}, {"location": "/", "tdm-reservation": 1}])
    assert from_tdmrep_json(site, "/x") is None


@pytest.mark.parametrize(("value", "expected"), [(1, True), (0, False), ("1", True), (" 0 ", False)])
def test_one_and_zero_are_values(value: object, expected: bool) -> None:
    assert reserved(from_tdmrep_json(json.dumps([{"location": "/", "tdm-reservation": value}]), "/x")) is expected


@pytest.mark.parametrize("text", ["", "{", "<html>", '{"location": "/"}', b"\xff\xfe", "[" * 100_000])
def test_a_broken_tdmrep_json_is_said_to_be_broken(text: str | bytes) -> None:
    with pytest.raises(UnreadableCarrier, match=r"tdmrep\.json"):
        from_tdmrep_json(text, "/")


def test_odd_rules_are_no_rules() -> None:
    site = '[1, null, {"tdm-reservation": 1}, {"location": 5, "tdm-reservation": 1}, {"location": "/", "tdm-reservation": 0}]'
    assert reserved(from_tdmrep_json(site, "/")) is False


def test_headers_in_any_case() -> None:
    reading = from_headers({"Content-Type": "image/jpeg", "TDM-Reservation": "1", "Tdm-Policy": POLICY})
    assert reading is not None
    assert (reading.reserved, reading.policy, reading.carrier) == (True, POLICY, "header")
    assert from_headers({"tdm-reservation": "2"}) is None
    assert from_headers({"tdm-policy": POLICY}) is None


def test_a_policy_that_is_no_web_address_is_dropped() -> None:
    reading = from_headers({"tdm-reservation": "1", "tdm-policy": "javascript:alert(1)"})
    assert reading is not None
    assert reading.policy == ""


def test_html_meta() -> None:
    page = f"""<!DOCTYPE html><html><head><META NAME="TDM-Reservation" CONTENT="1">
        <meta name="tdm-policy" content="{POLICY}"><!-- <meta name="tdm-reservation" content="0"> --></head>"""
    reading = from_html(page)
    assert reading is not None
    assert (reading.reserved, reading.policy, reading.carrier) == (True, POLICY, "meta")
    assert from_html("<meta name='robots' content='noindex'>") is None


XMP = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>
<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' {attributes}>{elements}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""


@pytest.mark.parametrize(
    "namespace", ["http://www.w3.org/ns/tdmrep/", "http://www.w3.org/ns/tdmrep#", "http://www.w3.org/ns/tdmrep"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_xmp_inside_a_file_as_elements_or_attributes(namespace: str, encoding: str) -> None:
    elements = XMP.format(
        attributes=f"xmlns:tdm='{namespace}'",
        elements=f"<tdm:reservation>1</tdm:reservation><tdm:policy>{POLICY}</tdm:policy>",
    )
    attributes = XMP.format(
        attributes=f"xmlns:tdm='{namespace}' tdm:reservation='1' tdm:policy='{POLICY}'", elements=""
    )
    for packet in (elements, attributes):
        reading = from_xmp(b"\xff\xd8\xff\xe1\x00\x00" + packet.encode(encoding) + b"\xff\xd9\x00")
        assert reading is not None
        assert (reading.reserved, reading.policy, reading.carrier) == (True, POLICY, "xmp")


def test_a_property_of_the_same_name_in_another_vocabulary_says_nothing() -> None:
    packet = XMP.format(attributes="xmlns:tdm='http://hotel.example/'", elements="<tdm:reservation>1</tdm:reservation>")
    assert from_xmp(packet.encode()) is None
    packet = XMP.format(attributes="xmlns:tdm='http://hotel.example/' tdm:reservation='1'", elements="")
    assert from_xmp(packet.encode()) is None


@pytest.mark.parametrize("name", ["tdm:reservation", "tdm-reservation"])
def test_epub_package_document(name: str) -> None:
    package = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata>
        <meta property="{name}">1</meta><meta property="tdm:policy">{POLICY}</meta></metadata></package>"""
    reading = from_xmp(package.encode())
    assert reading is not None
    assert (reading.reserved, reading.policy) == (True, POLICY)


def test_one_of_several_packets_is_enough_to_reserve() -> None:
    packets = [
        XMP.format(
            attributes="xmlns:tdm='http://www.w3.org/ns/tdmrep/'", elements=f"<tdm:reservation>{n}</tdm:reservation>"
        )
        for n in (0, 1)
    ]
    assert reserved(from_xmp("".join(packets).encode())) is True
    assert reserved(from_xmp(packets[0].encode())) is False


def test_files_without_metadata_say_nothing_and_broken_metadata_is_said_to_be_broken() -> None:
    assert from_xmp(b"") is None
    assert from_xmp(b"%PDF-1.7 no metadata") is None
    with pytest.raises(UnreadableCarrier, match="not well-formed"):
        from_xmp(b"<x:xmpmeta><rdf:RDF></x:xmpmeta>")


def test_entities_in_xmp_are_not_followed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "one").write_text("1")
    package = f"""<?xml version="1.0"?><!DOCTYPE package [<!ENTITY e SYSTEM "file://{tmp_path}/one">]>
        <package xmlns="http://www.idpf.org/2007/opf"><meta property="tdm:reservation">&e;</meta></package>"""
    assert from_xmp(package.encode()) is None


@given(st.binary(max_size=200))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    assert from_xmp(data) is None
    assert from_html(data.decode("latin-1")) is None


def reading(carrier: str, value: bool, policy: str = "") -> Reservation:
    return Reservation(value, policy, carrier)


def test_later_carriers_override_earlier_ones_whatever_the_order() -> None:
    site, header, meta, xmp = (
        reading(c, v) for c, v in [("tdmrep.json", True), ("header", False), ("meta", True), ("xmp", False)]
    )
    assert combine([site]) == site
    assert combine([header, site]) == header
    assert combine([site, meta, header]) == meta
    assert combine([xmp, site, meta, header]) == xmp
    assert combine([reading("person", True), xmp]) == reading("person", True)


def test_absence_at_a_later_step_resets_nothing() -> None:
    site = reading("tdmrep.json", True, POLICY)
    assert combine([site, from_headers({}), from_html("<p>"), from_xmp(b"")]) == site
    assert combine([site, reading("header", True)]) == reading("header", True, POLICY)
    assert combine([site, reading("header", False)]) == reading("header", False)
    assert combine([None, None]) is None


def test_robots_txt_is_evidence_and_reserves_nothing() -> None:
    robots = from_robots("User-agent: GPTBot\nDisallow: /images", "/images/a.jpg", ["GPTBot", "CCBot"])
    assert robots is not None
    assert (robots.carrier, robots.evidence) == ("robots.txt", "GPTBot: Disallow: /images")
    assert not binds(robots)
    assert combine([robots]) == robots
    assert combine([robots, reading("tdmrep.json", False)]) == reading("tdmrep.json", False)
    assert from_robots("User-agent: GPTBot\nDisallow: /images", "/texts", ["GPTBot"]) is None


def test_what_binds() -> None:
    assert binds(reading("header", True))
    assert binds(reading("person", True))
    assert binds(reading("", True))
    assert not binds(reading("header", False))
    assert not binds(None)
