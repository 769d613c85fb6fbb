"""One record by itself, read as its feed would read it: what is in quarantine has no file around it any more."""

import io
from pathlib import Path

import msgspec

from vitrine.formats.encodings import decoder, detect, named
from vitrine.formats.feeds import open_feed
from vitrine.formats.json_feed import one_value
from vitrine.formats.mapping.files import load_mapping
from vitrine.formats.mapping.model import Mapping
from vitrine.formats.reading import Feed, RawRecord, Unreadable, UnreadableRecordError
from vitrine.formats.tables.feed import RowContent
from vitrine.formats.tables.rows import Row, Table, by_column
from vitrine.formats.xml.parsing import declared_encoding


class Columns(msgspec.Struct, frozen=True):
    """What the rows of a table share: the names of its columns and the sign between cells."""

    names: tuple[str, ...]
    delimiter: str


def columns_of(first_line: str, delimiter: str = "") -> Columns:
    """Return the columns that the first line of a table names."""
    table = Table("columns", io.BytesIO(first_line.encode()), delimiter=delimiter)
    return Columns(tuple(table.names), table.dialect.delimiter)


def open_single(feed: str, format: str, mapping: str) -> Feed:
    """Return a feed whose `read` reads records of `single`; it has no items of its own. Raises FeedError."""
    return open_feed(Path("single"), feed=feed, format=format, mapping=mapping or None)


def single(locator: str, raw: bytes, format: str, mapping: str, columns: Columns | None = None) -> RawRecord:
    """Return bytes as the one record they hold. Tables need their `columns`, except where rows of several were joined.

    Raises UnreadableRecordError.
    """
    if format in ("lido", "edm"):
        return RawRecord(locator, raw, raw)
    chosen = load_mapping(mapping)
    if format == "json":
        item = one_value(locator, raw, chosen)
        if isinstance(item, Unreadable):
            raise UnreadableRecordError(item.reason)
        return item
    if chosen.tables:
        return _joined(locator, raw)
    if columns is None:
        raise UnreadableRecordError("The names of its columns are not known.")
    return _row(locator, raw, chosen, columns)


def _joined(locator: str, raw: bytes) -> RawRecord:
    try:
        cells = msgspec.json.decode(raw, type=dict)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnreadableRecordError(f"This is not valid JSON: {error}.") from error
    return RawRecord(locator, raw, RowContent(cells))


def _row(locator: str, raw: bytes, mapping: Mapping, columns: Columns) -> RawRecord:
    header = columns.delimiter.join('"{}"'.format(name.replace('"', '""')) for name in columns.names)
    written = text_of(raw, "csv", mapping.source.encoding)[0]
    table = Table("row", io.BytesIO(f"{header}\n{written}".encode()), delimiter=columns.delimiter)
    rows = list(table)
    if len(rows) != 1:
        raise UnreadableRecordError(f"One row is wanted, and there are {len(rows)}.")
    row = rows[0]
    if not isinstance(row, Row):
        raise UnreadableRecordError(row.reason)
    cells, defects = by_column(list(columns.names), row.cells, "row")
    return RawRecord(locator, raw, RowContent(cells, row.repairs, defects))


def text_of(raw: bytes, format: str, encoding: str = "") -> tuple[str, str]:
    """Return bytes as text for a person to mend, and the encoding to write it back in."""
    declared = declared_encoding(raw) if format in ("lido", "edm") else ""
    found = named(declared or encoding) if declared or encoding else detect(raw)
    return decoder(found)(raw[found.mark :])[0], declared or encoding or "utf-8"
