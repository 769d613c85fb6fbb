"""Reading rights statements. Canonical forms from the issuers, valid ones from responsible-ai.md 5.2."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.rights import Reuse, describe, parse, reuse_class

CC = "http://creativecommons.org"
RS = "http://rightsstatements.org/vocab"
EU = "http://www.europeana.eu/rights"

VALID = re.compile(
    r"http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd|by-nd-nc)/1\.0/((fi|il|nl)/)?"
    r"|http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.0/((at|de|fr|jp)/)?"
    r"|http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.1/(au|es|jp)/"
    r"|http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/2\.5/((scotland|it|se)/)?"
    r"|http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/3\.0/((igo|de|us)/)?"
    r"|http://creativecommons\.org/licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)/4\.0/"
    r"|http://creativecommons\.org/publicdomain/(zero|mark)/1\.0/"
    r"|http://rightsstatements\.org/vocab/(NoC-NC|NoC-OKLR|InC|InC-EDU|InC-OW-EU|CNE)/1\.0/"
)
"""The rule of 5.2 with some of the countries it lists."""

ADDRESSES = [
    # scheme, host, slash
    ("https://creativecommons.org/licenses/by/4.0/", f"{CC}/licenses/by/4.0/", {"scheme-http"}),
    ("http://creativecommons.org/licenses/by/4.0", f"{CC}/licenses/by/4.0/", {"trailing-slash"}),
    ("http://www.creativecommons.org/licenses/by/4.0/", f"{CC}/licenses/by/4.0/", {"host"}),
    ("creativecommons.org/licenses/by/4.0/", f"{CC}/licenses/by/4.0/", {"scheme-http"}),
    ("//creativecommons.org/licenses/by/4.0/", f"{CC}/licenses/by/4.0/", {"scheme-http"}),
    ("HTTP://CreativeCommons.org/Licenses/BY/4.0/", f"{CC}/licenses/by/4.0/", {"case"}),
    ("http://creativecommons.org:80/licenses/by/4.0/", f"{CC}/licenses/by/4.0/", {"host"}),
    # around it
    ('  "http://creativecommons.org/licenses/by/4.0/" \n', f"{CC}/licenses/by/4.0/", {"trimmed"}),
    ("<http://creativecommons.org/licenses/by/4.0/>", f"{CC}/licenses/by/4.0/", {"trimmed"}),
    # after it
    ("http://creativecommons.org/licenses/by/4.0/deed.de", f"{CC}/licenses/by/4.0/", {"language-suffix"}),
    ("http://creativecommons.org/licenses/by-sa/3.0/it/deed.it", f"{CC}/licenses/by-sa/3.0/it/", {"language-suffix"}),
    ("http://creativecommons.org/licenses/by/4.0/deed", f"{CC}/licenses/by/4.0/", {"deed-suffix"}),
    ("http://creativecommons.org/licenses/by/4.0/legalcode", f"{CC}/licenses/by/4.0/", {"legalcode-suffix"}),
    ("http://creativecommons.org/licenses/by/4.0/legalcode.fr", f"{CC}/licenses/by/4.0/", {"legalcode-suffix"}),
    ("http://creativecommons.org/licenses/by/4.0/?ref=chooser-v1", f"{CC}/licenses/by/4.0/", {"query"}),
    ("http://creativecommons.org/licenses/by/4.0/de/", f"{CC}/licenses/by/4.0/", {"language-suffix"}),
    ("http://creativecommons.org/licenses/by/3.0/en", f"{CC}/licenses/by/3.0/", {"language-suffix"}),
    # countries and bodies
    ("http://creativecommons.org/licenses/by/3.0/igo/", f"{CC}/licenses/by/3.0/igo/", set()),
    ("http://creativecommons.org/licenses/by/2.5/scotland/", f"{CC}/licenses/by/2.5/scotland/", set()),
    ("http://creativecommons.org/licenses/by-nc-nd/2.1/jp/", f"{CC}/licenses/by-nc-nd/2.1/jp/", set()),
    # order of the parts: version 1.0 had another one
    ("http://creativecommons.org/licenses/by-nd-nc/1.0/", f"{CC}/licenses/by-nd-nc/1.0/", set()),
    ("http://creativecommons.org/licenses/by-nd-nc/4.0/", f"{CC}/licenses/by-nc-nd/4.0/", {"code-order"}),
    ("http://creativecommons.org/licenses/by-sa-nc/3.0/", f"{CC}/licenses/by-nc-sa/3.0/", {"code-order"}),
    # no version: left open
    ("http://creativecommons.org/licenses/by-nc/", f"{CC}/licenses/by-nc/", set()),
    # retired
    ("http://creativecommons.org/licenses/nc/1.0/", f"{CC}/licenses/nc/1.0/", set()),
    ("http://creativecommons.org/licenses/nd-nc/2.0/jp", f"{CC}/licenses/nd-nc/2.0/jp/", {"trailing-slash"}),
    ("http://creativecommons.org/licenses/sampling+/1.0/", f"{CC}/licenses/sampling+/1.0/", set()),
    ("http://creativecommons.org/licenses/nc-sampling%2B/1.0/", f"{CC}/licenses/nc-sampling+/1.0/", {"path"}),
    ("http://creativecommons.org/licenses/devnations/2.0/", f"{CC}/licenses/devnations/2.0/", set()),
    ("http://creativecommons.org/licenses/publicdomain/", f"{CC}/publicdomain/certification/1.0/us/", {"path", "only-version"}),
    # tools
    ("https://creativecommons.org/publicdomain/zero/1.0", f"{CC}/publicdomain/zero/1.0/", {"scheme-http", "trailing-slash"}),
    ("http://creativecommons.org/publicdomain/zero/", f"{CC}/publicdomain/zero/1.0/", {"only-version"}),
    ("http://creativecommons.org/licenses/cc0/1.0/", f"{CC}/publicdomain/zero/1.0/", {"path"}),
    ("http://creativecommons.org/publicdomain/mark/1.0/deed.sv", f"{CC}/publicdomain/mark/1.0/", {"language-suffix"}),
    # RightsStatements.org
    ("https://rightsstatements.org/vocab/InC/1.0/", f"{RS}/InC/1.0/", {"scheme-http"}),
    ("http://rightsstatements.org/page/InC-OW-EU/1.0/?language=de", f"{RS}/InC-OW-EU/1.0/", {"vocab-form", "language-suffix"}),
    ("http://rightsstatements.org/data/NoC-US/1.0.ttl", f"{RS}/NoC-US/1.0/", {"vocab-form", "file-suffix"}),
    ("http://rightsstatements.org/vocab/noc-oklr/1.0/", f"{RS}/NoC-OKLR/1.0/", {"case"}),
    ("http://rightsstatements.org/vocab/UND/", f"{RS}/UND/1.0/", {"only-version"}),
    # Europeana
    ("http://www.europeana.eu/rights/rr-f", f"{EU}/rr-f/", {"trailing-slash"}),
    ("https://europeana.eu/rights/unknown/", f"{EU}/unknown/", {"scheme-http", "host"}),
    ("http://www.europeana.eu/portal/rights/rr-p.html", f"{EU}/rr-p/", {"path", "file-suffix"}),
    ("http://www.europeana.eu/rights/out-of-copyright-non-commercial/", f"{EU}/out-of-copyright-non-commercial/", set()),
    ("http://www.europeana.eu/rights/orphan-work-eu/", f"{EU}/orphan-work-eu/", set()),
    ("http://www.europeana.eu/rights/test-orphan/", f"{EU}/test-orphan-work-test/", {"path"}),
]  # fmt: skip


@pytest.mark.parametrize(("value", "uri", "rules"), ADDRESSES)
def test_addresses_become_canonical_and_say_what_was_mended(value: str, uri: str, rules: set[str]) -> None:
    parsed = parse(value)
    assert (parsed.uri, parsed.kind) == (uri, "statement")
    assert set(parsed.rules) == rules


@pytest.mark.parametrize(
    "code",
    ["InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US", "CNE", "UND", "NKC"],
)
@pytest.mark.parametrize("form", ["vocab", "page", "data"])
def test_all_twelve_rights_statements_are_read_in_all_forms(code: str, form: str) -> None:
    assert parse(f"http://rightsstatements.org/{form}/{code}/1.0/").uri == f"{RS}/{code}/1.0/"
    assert describe(f"{RS}/{code}/1.0/").code == code


SHORT = [
    ("CC0", f"{CC}/publicdomain/zero/1.0/"),
    ("CC0 1.0 Universal", f"{CC}/publicdomain/zero/1.0/"),
    ("CC-Zero", f"{CC}/publicdomain/zero/1.0/"),
    ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", f"{CC}/publicdomain/zero/1.0/"),
    ("Public Domain Mark", f"{CC}/publicdomain/mark/1.0/"),
    ("Public Domain Mark 1.0", f"{CC}/publicdomain/mark/1.0/"),
    ("CC BY-SA 4.0", f"{CC}/licenses/by-sa/4.0/"),
    ("cc by-sa 4", f"{CC}/licenses/by-sa/4.0/"),
    ("CC-BY-NC-ND-3.0-DE", f"{CC}/licenses/by-nc-nd/3.0/de/"),
    ("CC_BY_4.0", f"{CC}/licenses/by/4.0/"),
    ("Creative Commons Attribution 4.0 International License", f"{CC}/licenses/by/4.0/"),
    ("Creative Commons Namensnennung - Nicht-kommerziell - Weitergabe unter gleichen Bedingungen 3.0 Deutschland", f"{CC}/licenses/by-nc-sa/3.0/de/"),
    ("Creative Commons Attribuzione - Non commerciale - Non opere derivate 4.0 Internazionale", f"{CC}/licenses/by-nc-nd/4.0/"),
    ("Licence Creative Commons Attribution - Pas d’Utilisation Commerciale - Partage dans les Mêmes Conditions 4.0 International", f"{CC}/licenses/by-nc-sa/4.0/"),
    ("Creative Commons Atribución-NoComercial-CompartirIgual 4.0", f"{CC}/licenses/by-nc-sa/4.0/"),
    ("Creative Commons Naamsvermelding-GelijkDelen 4.0", f"{CC}/licenses/by-sa/4.0/"),
    ("Creative Commons Erkännande-IckeKommersiell 4.0", f"{CC}/licenses/by-nc/4.0/"),
    # no version given: none made up
    ("CC-BY", f"{CC}/licenses/by/"),
    ("CC BY-NC-SA", f"{CC}/licenses/by-nc-sa/"),
    ("InC", f"{RS}/InC/1.0/"),
    ("In Copyright", f"{RS}/InC/1.0/"),
    ("In Copyright – EU Orphan Work", f"{RS}/InC-OW-EU/1.0/"),
    ("no copyright - non-commercial use only", f"{RS}/NoC-NC/1.0/"),
    ("Copyright not evaluated", f"{RS}/CNE/1.0/"),
    ("NoC-OKLR 1.0", f"{RS}/NoC-OKLR/1.0/"),
    ("RR-F", f"{EU}/rr-f/"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "uri"), SHORT)
def test_words_that_name_a_statement_are_read(value: str, uri: str) -> None:
    assert parse(value).uri == uri
    assert parse(value).rules[-1] == "short-form"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("All rights reserved", "free-text"),
        ("© Museum 2020", "free-text"),
        ("Public domain", "free-text"),  # a mark, a dedication or an opinion: not said which
        ("CC BY 4.0, photo: Jane Doe", "free-text"),
        ("CC BY or CC BY-SA", "free-text"),
        ("CC BY-SA-ND", "free-text"),
        ("CC SA", "free-text"),
        ("CC BY 5.0", "free-text"),
        ("CC BY 4.0 DE", "free-text"),  # version 4.0 has no countries
        ("CC BY 4.0 CC BY 3.0", "free-text"),
        ("Inc.", "free-text"),
        ("und", "free-text"),
        ("by", "free-text"),
        ("https://www.museum.example/about/terms", "terms-page"),
        ("www.museum.example/terms", "terms-page"),
        ("https://creativecommons.org/", "unknown-uri"),
        ("https://creativecommons.org/licenses/by/7.0/", "unknown-uri"),
        ("https://creativecommons.org/licenses/by/4.0/igo/", "unknown-uri"),
        ("http://rightsstatements.org/vocab/InC/2.0/", "unknown-uri"),
        ("http://rightsstatements.org/vocab/FREE/1.0/", "unknown-uri"),
        ("http://www.europeana.eu/rights/charter.html", "unknown-uri"),
        ("urn:nbn:de:101:1-2", "unknown-uri"),
        ("http://creativecommons.org.evil.example/licenses/by/4.0/", "terms-page"),
        ("x" * 1_000_000, "free-text"),
        ("http://creativecommons.org/licenses/by/4.0/?" + "x" * 1_000_000, "free-text"),
    ],
)
def test_what_is_no_statement_is_told_apart(value: str, kind: str) -> None:
    parsed = parse(value)
    assert (parsed.uri, parsed.kind, parsed.rules) == ("", kind, ())


PIECES = st.sampled_from(
    ["http://", "https://", "www.", "creativecommons.org", "rightsstatements.org", "europeana.eu", "/", "//", "licenses",
     "publicdomain", "by", "BY-SA", "by-nd-nc", "zero", "mark", "sampling+", "1.0", "4.0", "4", "de", "igo", "deed.de",
     "legalcode", "vocab", "page", "InC", "noc-nc", "rights", "rr-f", ".html", "?language=de", "#x", "CC", " ", "-", "\u2013",
     "Attribution", "Public Domain Mark", "In Copyright", '"', "[", "%2B", "\x00", "ß", "٤"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_reading_never_fails_and_a_canonical_uri_stays_as_it_is(value: str) -> None:
    parsed = parse(value)
    again = parse(parsed.uri)
    assert again.uri == parsed.uri
    assert again.rules == ()
    assert (parsed.kind == "statement") == bool(parsed.uri)
    assert bool(parsed.rules) == (bool(parsed.uri) and parsed.uri != value)
    assert describe(value).uri == parsed.uri


@given(st.from_regex(VALID, fullmatch=True))
def test_what_europeana_accepts_is_left_alone_and_stays_accepted(uri: str) -> None:
    assert parse(uri).uri == uri
    assert describe(uri).europeana_valid


@given(
    st.from_regex(VALID, fullmatch=True),
    st.sampled_from(["https", "http"]),
    st.sampled_from(["", "www."]),
    st.booleans(),
)
def test_sloppy_forms_of_what_europeana_accepts_are_mended(uri: str, scheme: str, www: str, slash: bool) -> None:
    sloppy = uri.replace("http://", f"{scheme}://{www}")
    assert parse(sloppy if slash else sloppy.rstrip("/")).uri == uri


@pytest.mark.parametrize(
    "uri",
    [
        f"{CC}/licenses/by/",  # no version
        f"{CC}/licenses/by/2.1/",  # 2.1 exists for Australia, Spain and Japan only
        f"{CC}/licenses/by/1.0/de/",
        f"{CC}/licenses/by-nc-nd/2.5/fi/",
        f"{CC}/licenses/sa/1.0/",
        f"{CC}/publicdomain/certification/1.0/us/",
        *(f"{RS}/{code}/1.0/" for code in ("InC-NC", "InC-RUU", "NoC-CR", "NoC-US", "UND", "NKC")),
        f"{EU}/rr-f/",
    ],
)
def test_statements_that_europeana_refuses(uri: str) -> None:
    assert describe(uri).uri == uri
    assert not describe(uri).europeana_valid


REUSE = [
    (Reuse.OPEN, 4, [f"{CC}/publicdomain/mark/1.0/", f"{CC}/publicdomain/zero/1.0/", f"{CC}/licenses/by/2.0/de/", f"{CC}/licenses/by-sa/"]),
    (Reuse.RESTRICTED, 3, [
        f"{CC}/licenses/by-nc/4.0/", f"{CC}/licenses/by-nc-sa/4.0/", f"{CC}/licenses/by-nc-nd/4.0/", f"{CC}/licenses/by-nd/4.0/",
        f"{RS}/InC-EDU/1.0/", f"{RS}/NoC-NC/1.0/", f"{RS}/NoC-OKLR/1.0/", f"{EU}/out-of-copyright-non-commercial/",
    ]),
    (Reuse.CLOSED, 2, [
        f"{RS}/InC/1.0/", f"{RS}/InC-OW-EU/1.0/", f"{RS}/CNE/1.0/", f"{RS}/InC-NC/1.0/", f"{RS}/NoC-US/1.0/", f"{EU}/rr-f/",
        f"{EU}/rr-p/", f"{EU}/unknown/", "", "All rights reserved", "https://museum.example/terms",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("reuse", "cap", "uri"), [(r, cap, uri) for r, cap, uris in REUSE for uri in uris])
def test_reuse_classes_and_their_caps(reuse: Reuse, cap: int, uri: str) -> None:
    assert reuse_class(uri) is reuse
    assert int(reuse) == cap


def test_describe_takes_a_statement_apart() -> None:
    statement = describe("https://creativecommons.org/licenses/by-sa/3.0/de/deed.de")
    assert (statement.family, statement.code, statement.version, statement.port, statement.label) == (
        "Creative Commons",
        "CC BY-SA",
        "3.0",
        "de",
        "cc-by-sa",
    )
    assert statement.name == "Creative Commons Attribution-ShareAlike"
    assert statement.says.endswith("under the same licence.")


def test_describe_of_no_statement_is_blank() -> None:
    statement = describe("All rights reserved")
    assert (statement.uri, statement.code, statement.label, statement.europeana_valid) == ("", "", "", False)
