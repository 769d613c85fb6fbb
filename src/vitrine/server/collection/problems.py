"""Problem rows: everything an import noticed or could not read, one row each, as CSV for a spreadsheet."""

import csv
from collections.abc import Callable, Iterator
from typing import TextIO

from vitrine.quality import content_defects
from vitrine.records import Record
from vitrine.server.collection.models import Quarantined, SourceFinding, Version, Work
from vitrine.server.collection.showing import BATCH, current_versions, shown_records

Show = Callable[[int, int | None], None]
"""Told how many works are done, of how many."""

HEADER = ("id", "locator", "kind", "code", "path", "before", "after")

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell as a formula (OWASP, CSV injection), full-width signs as in East Asian ones too."""


def safe_cell(value: str) -> str:
    """Return `value` so that no spreadsheet takes it for a formula: an apostrophe goes before it.

    So it does where blanks or quotation marks hide the sign: some programs strip them.
    """
    return f"'{value}" if value.lstrip(" \u00a0\"'").startswith(_FORMULA_SIGNS) else value


def write_problems(file: TextIO, source: str | None = None, show: Show = lambda _done, _total: None) -> int:
    """Write the problem rows of one source or of all as CSV; return how many rows."""
    writer = csv.writer(file)
    writer.writerow(HEADER)
    number = 0
    for row in problem_rows(source, show):
        writer.writerow([safe_cell(cell) for cell in row])
        number += 1
    return number


def problem_rows(source: str | None = None, show: Show = lambda _done, _total: None) -> Iterator[tuple[str, ...]]:
    """Yield repairs, defects and problems of current versions, then what was found beside the records of files, then what is
    in quarantine (bytes as readable text)."""
    works = Work.objects.select_related("source", "profile").order_by("id")
    refused, beside = Quarantined.objects.filter(open=True), SourceFinding.objects.filter(open=True)
    if source is not None:
        works = works.filter(source__name=source)
        refused, beside = refused.filter(source__name=source), beside.filter(source__name=source)
    last, done, total = 0, 0, works.count()
    while batch := list(works.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        done += len(batch)
        show(done, total)
        versions = current_versions(batch)
        for work, version, one in zip(batch, versions, shown_records(versions), strict=True):
            yield from _rows_of(work, version, one.record)
    for found in beside.iterator(chunk_size=BATCH):
        yield "", found.locator, "defect", found.code, "", found.detail, ""
    for one in refused.iterator(chunk_size=BATCH):
        raw = bytes(one.raw).decode("utf-8", "backslashreplace")
        yield "", one.locator, "quarantined", "", "", raw, one.reason


def _rows_of(work: Work, version: Version, record: Record) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a work: what was noticed while its version was read, and what its record as it is shown shows."""
    place = (work.identifier, version.locator)
    for repair in version.findings.repairs:
        yield *place, "repaired", repair.rule, repair.path, repair.before, repair.after
    for defect in dict.fromkeys([*version.findings.defects, *content_defects(record)]):
        yield *place, "defect", defect.code, defect.path, defect.detail, ""
    for code in work.profile.problems:
        yield *place, "problem", code, "", "", ""
