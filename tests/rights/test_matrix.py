"""The matrix of responsible-ai.md 5.6, copied from the document by hand, against the matrix of the code."""

import pytest

from vitrine.rights import OPERATIONS, ROWS
from vitrine.rights.catalogue import BY_CODE
from vitrine.rights.matrix import SACRED_ROW, row_of

DOCUMENT = """
CC0, PDM | Y | Y | Y | Y (+AI label)
CC BY | Y | A | A | A
CC BY-SA | Y | R (share-alike effect) | A, same licence | A, same licence
CC BY-NC | Y | R (non-commercial project only) | A nc | A nc
CC BY-NC-SA | Y | R (non-commercial project only) | A nc | A nc
CC BY-ND | Y | S/R | internal only | N
CC BY-NC-ND | Y | S/R | internal only | N
NoC-NC, NoC-CR | Y | R | R | R (contract terms)
NoC-OKLR | R | R | R | R (e.g. heritage-image laws)
NoC-US | Y | R by country | R | R
InC, InC-OW-EU, InC-RUU | Y if lawful access and not reserved, else S | S | N (R with permission) | N (R with permission)
InC-EDU | Y | S | R within purpose | R within purpose
InC-NC | Y | S | R within purpose | R within purpose
CNE, UND, NKC | Y internal | S | R | R
missing / unparsable | Y internal | N | N | N
TDM reservation = 1 | no external index; S | S only | as rights | as rights
any TK/BC label | R | R | R | R
TK secret-sacred, culturally-sensitive, men/women-restricted, community-use-only, seasonal (out of season) | N | N | N | N
living identifiable person in image | Y | R | R | R; never face synthesis without consent
"""

PRINTED = [[part.strip() for part in line.split("|")] for line in DOCUMENT.strip().splitlines()]


@pytest.mark.parametrize("line", PRINTED, ids=lambda line: line[0])
def test_the_code_prints_the_documents_row(line: list[str]) -> None:
    row = next(row for row in ROWS if row.title == line[0])
    cells = [row.cell(operation) for operation in OPERATIONS]
    assert [cell.printed if cell else "as rights" for cell in cells] == line[1:]


def test_the_only_rows_that_the_document_does_not_have_are_retired_licences_and_the_museums_own_mark() -> None:
    more = {row_of("CC DevNations").title, SACRED_ROW.title}
    assert {row.title for row in ROWS} - {line[0] for line in PRINTED} == more


def test_every_statement_that_can_be_read_has_a_row_of_its_own() -> None:
    assert {code for code in BY_CODE if row_of(code).id == "missing"} == set()
    assert row_of("").id == row_of("CC BY-XX").id == "missing"


def test_rules_are_named_once() -> None:
    rules = [row.rule(operation) for row in ROWS for operation in OPERATIONS]
    assert len(rules) == len(set(rules))
    assert row_of("CC BY-ND").rule("transform") == "cc-by-nd/transform@1"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_whatever_is_published_with_leave_carries_the_ai_label(row) -> None:  # type: ignore[no-untyped-def]
    if row.publish is not None and row.publish.printed != "N":
        assert "AI label" in row.publish.conditions


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_cell_gives_its_reason(row) -> None:  # type: ignore[no-untyped-def]
    for operation in OPERATIONS:
        cell = row.cell(operation)
        assert cell is None or cell.because.endswith(".")
