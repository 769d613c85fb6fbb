"""What an import could not read, as files to take away: a table for the spreadsheet, and the bytes as they came."""

import csv
import io
import zipfile
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from django.db.models import QuerySet

from vitrine.server.collection.models import Quarantined, Source, Version
from vitrine.server.collection.problems import safe_cell
from vitrine.server.jobs.models import Job

HEADER = ("place", "reason", "raw")
_MEMORY = 10_000_000


def quarantined_by(job: Job) -> QuerySet[Quarantined]:
    """Return what an import put into quarantine."""
    source = Source.objects.filter(pk=job.arguments.get("source")).first()
    return Quarantined.objects.filter(source=source, seen_in=job.pk) if source else Quarantined.objects.none()


def table(job: Job) -> Iterator[str]:
    """Yield the lines of the table: first what went to quarantine, then what was mended or is wrong in works that were read."""
    yield _line(HEADER)
    for one in quarantined_by(job).iterator(chunk_size=500):
        yield _line((one.locator, one.reason, bytes(one.raw).decode("utf-8", "backslashreplace")))
    for version in Version.objects.filter(job_id=job.pk).order_by("id").iterator(chunk_size=500):
        for repair in version.findings.repairs:
            yield _line((version.locator, f"mended: {repair.rule}", f"{repair.path}: {repair.before} → {repair.after}"))
        for defect in version.findings.defects:
            yield _line((version.locator, defect.code, f"{defect.path}: {defect.detail}"))


def as_they_came(job: Job) -> IO[bytes]:
    """Return a zip of the quarantined records, each a file with the bytes as they came."""
    file = SpooledTemporaryFile(max_size=_MEMORY)  # noqa: SIM115  (the response closes it)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in quarantined_by(job).iterator(chunk_size=50):
            archive.writestr(f"{one.pk}.bin", bytes(one.raw))
    file.seek(0)
    return file


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([safe_cell(cell.replace("\0", "\\x00")) for cell in cells])
    return line.getvalue()
