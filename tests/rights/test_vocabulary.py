"""The catalogue against the issuers' own files, where the reference data is there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from vitrine.rights import describe, parse
from vitrine.rights.catalogue import BY_CODE, CC_PORTS, CC_VERSIONS, CREATIVE_COMMONS, EUROPEANA, RIGHTS_STATEMENTS

pytestmark = pytest.mark.reference


def test_the_twelve_statements_are_those_of_the_vocabulary(reference: Callable[[str], Path]) -> None:
    vocabulary = reference("schemas/rights/rights-statements.ttl").read_text()
    issued = set(re.findall(r"^<([\w-]+)/1\.0/> a dcterms:RightsStatement", vocabulary, re.MULTILINE))
    assert len(issued) == 12
    assert {entry.code for entry in RIGHTS_STATEMENTS} == issued


def test_europeanas_legacy_statements_of_the_vocabulary_are_known(reference: Callable[[str], Path]) -> None:
    vocabulary = reference("schemas/rights/rights-statements.ttl").read_text()
    for legacy in re.findall(r"<(http://www\.europeana\.eu/rights/[\w-]+/)>", vocabulary):
        assert parse(legacy).uri == legacy


def every_address() -> list[str]:
    """Every address that could be a statement: all licences by all versions and countries, and the rest."""
    licences = [
        f"http://creativecommons.org/licenses/{entry.path}/{version}/{port}"
        for entry in CREATIVE_COMMONS
        for version in sorted(CC_VERSIONS)
        for port in ("", *(f"{port}/" for port in sorted(CC_PORTS)))
    ]
    tools = [f"http://creativecommons.org/publicdomain/{tool}/1.0/" for tool in ("zero", "mark", "certification")]
    statements = [f"http://rightsstatements.org/vocab/{entry.path}/1.0/" for entry in RIGHTS_STATEMENTS]
    legacy = [f"http://www.europeana.eu/rights/{entry.path}/" for entry in EUROPEANA]
    return [*licences, *tools, *statements, *legacy]


def test_valid_for_europeana_is_what_its_schema_accepts(reference: Callable[[str], Path]) -> None:
    schema = reference("schemas/edm/EDM-EXTERNAL-MAIN.xsd").read_text()
    patterns = re.findall(r'value="\^(http\[:\]//(?:creativecommons|rightsstatements)[^"]*)\$"', schema)
    assert len(patterns) == 8
    accepted = [uri for uri in every_address() if any(re.fullmatch(pattern, uri) for pattern in patterns)]
    assert accepted
    for uri in every_address():
        assert describe(uri).europeana_valid is (parse(uri).uri in accepted), uri
    for uri in accepted:
        assert parse(uri).uri == uri


def test_every_entry_of_the_catalogue_has_words() -> None:
    for entry in BY_CODE.values():
        assert entry.name
        assert entry.says.endswith(".")
