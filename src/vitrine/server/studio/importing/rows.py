"""What a row in quarantine needs to be read by itself: the names of the columns that stand at the head of its file."""

from pathlib import Path

from vitrine.formats import FeedError, load_mapping, members
from vitrine.formats.single import Columns
from vitrine.formats.tables.rows import Table
from vitrine.server.collection.models import Quarantined
from vitrine.server.jobs.models import Job
from vitrine.server.studio.importing.models import Draft

_DELIMITERS = (",", ";", "\t", "|")


def needs_columns(row: Quarantined) -> bool:
    """Return whether the row is one of a plain table: nothing in it says what its cells are."""
    return row.source.format == "csv" and not load_mapping(row.source.mapping).tables


def columns_for(row: Quarantined) -> Columns | None:
    """Return the columns of the row's table: from its file where that is still there, else as its import's draft noted them."""
    if not needs_columns(row):
        return None
    job = Job.objects.filter(pk=row.seen_in).first()
    path = Path(job.arguments["path"]) if job and "path" in job.arguments else None
    if path is not None and path.exists() and (found := _from_file(path, row)):
        return found
    draft = Draft.objects.filter(job_id=row.seen_in).first()
    names = draft.columns.get("table", []) if draft else []
    return Columns(tuple(names), _delimiter(bytes(row.raw))) if names else None


def _from_file(path: Path, row: Quarantined) -> Columns | None:
    source = load_mapping(row.source.mapping).source
    wanted = row.locator.rpartition(":")[0]
    try:
        for member in members(path):
            if member.name == wanted and not member.refused:
                table = Table(member.name, member.stream, delimiter=source.delimiter, encoding=source.encoding)
                return Columns(tuple(table.names), table.dialect.delimiter)
    except FeedError:
        return None  # damaged since: the person is asked for the columns
    return None


def _delimiter(raw: bytes) -> str:
    return max(_DELIMITERS, key=lambda sign: raw.count(sign.encode()))
