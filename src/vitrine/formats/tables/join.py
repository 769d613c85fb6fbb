"""Related tables, brought to the rows they belong to by way of a temporary database, so that memory stays bounded.

The database is SQLite's own temporary one: it lives in memory while it is small, moves to the temporary folder when it
grows, and is gone when the connection closes, also after a crash.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from vitrine.formats.mapping.model import Joined
from vitrine.formats.reading import FeedError, Unreadable
from vitrine.formats.tables.rows import Table, by_column
from vitrine.records import Defect, Repair

_CACHE_KIB = 64_000
"""Memory that SQLite may use before it writes to the temporary folder."""
_SEEN_BATCH = 2000

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(list[Any]).decode

Cells = dict[str, Any]


class Related:
    """The joined tables of a mapping, loaded from their files."""

    def __init__(self, joins: dict[str, Joined], identifier: str = "") -> None:
        """`identifier` is the column that identifies the main table's rows: a row of its own name in another table may be
        missing, while any other column with a value points at a row that should be there."""
        self._joins, self._identifier = joins, identifier
        self._names: dict[str, list[str]] = {}
        self._files: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._seen: dict[str, list[tuple[str]]] = {name: [] for name in joins}
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")

    @property
    def missing(self) -> list[str]:
        """Names of tables that have not been loaded."""
        return [name for name in self._joins if name not in self._names]

    def columns(self, name: str) -> list[str]:
        """Return the names of the columns of a loaded table."""
        return self._names[name]

    def load(self, name: str, table: Table) -> Iterator[Unreadable]:
        """Take in a table; yield the rows of it that cannot be read. Raises FeedError if the disk is full."""
        join, database = self._joins[name], self._database
        self._names[name], self._files[name] = table.names, table.name
        for column in filter(None, (join.column, join.order)):
            if column not in table.names:
                raise FeedError(f"The table {table.name} has no column {column!r}; it has {', '.join(table.names)}.")
        key, order = table.names.index(join.column), table.names.index(join.order) if join.order else -1
        place = f'"related {len(self._names)}"'
        self._places[name] = place
        yield from table.refused
        refused: list[Unreadable] = []

        def rows() -> Iterator[tuple[str, str, int, bytes]]:
            for row in table:
                if isinstance(row, Unreadable):
                    refused.append(row)
                    continue
                cells = row.cells
                identity = cells[key].strip() if key < len(cells) else ""
                sort = cells[order] if 0 <= order < len(cells) else ""
                yield identity, sort, row.line, _encode([cells, [[r.rule, r.before, r.after] for r in row.repairs]])

        try:
            database.execute(f"CREATE TABLE {place} (key TEXT, sort TEXT, line INTEGER, cells BLOB)")
            database.execute("BEGIN")
            database.executemany(f"INSERT INTO {place} VALUES (?, ?, ?, ?)", rows())  # noqa: S608
            database.execute("COMMIT")
            database.execute(f'CREATE INDEX {place[:-1]} by key" ON {place} (key)')
            database.execute(f'CREATE TABLE {place[:-1]} seen" (key TEXT PRIMARY KEY) WITHOUT ROWID')
        except sqlite3.Error as error:
            raise _full(error) from error
        yield from refused

    def bring(self, content: Cells, repairs: list[Repair], defects: list[Defect]) -> None:
        """Put the related rows into `content`, a row of the main table, table by table, and theirs into them."""
        self._bring(content, "", repairs, defects)

    def _bring(self, row: Cells, owner: str, repairs: list[Repair], defects: list[Defect]) -> None:
        for name, join in self._joins.items():
            table, _, column = join.refers_to.rpartition(".")
            if table != owner:
                continue
            key = str(row.get(column) or "").strip()
            found = self._rows(name, join, key, repairs, defects) if key else []
            if key and not found and join.single and (owner or column != self._identifier):
                defects.append(Defect("reference-dangling", name, f"{join.refers_to} = {key}"))
            for one in found:
                self._bring(one, name, repairs, defects)
            if join.single:
                row[name] = found[0] if found else None
            else:
                row[name] = found

    def _rows(self, name: str, join: Joined, key: str, repairs: list[Repair], defects: list[Defect]) -> list[Cells]:
        place = self._places[name]
        query = f"SELECT sort, line, cells FROM {place} WHERE key = ? ORDER BY line"  # noqa: S608
        try:
            found = self._database.execute(query, (key,)).fetchall()
        except sqlite3.Error as error:
            raise _full(error) from error
        if not found:
            return []
        self._mark_seen(name, key)
        if join.order:
            found.sort(key=lambda row: (_number(row[0]), row[0], row[1]))
        rows = []
        for _, line, data in found:
            cells, mended = _decode(data)
            row, ragged = by_column(self._names[name], cells, f"{self._files[name]}:{line}")
            rows.append(row)
            defects += ragged
            repairs += [Repair(f"{name}.row", rule, before, after) for rule, before, after in mended]
        return rows

    def _mark_seen(self, name: str, key: str) -> None:
        seen = self._seen[name]
        seen.append((key,))
        if len(seen) >= _SEEN_BATCH:
            self._write_seen(name)

    def _write_seen(self, name: str) -> None:
        place = f'{self._places[name][:-1]} seen"'
        try:
            self._database.execute("BEGIN")
            self._database.executemany(f"INSERT OR IGNORE INTO {place} VALUES (?)", self._seen[name])  # noqa: S608
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise _full(error) from error
        self._seen[name].clear()

    def dangling(self) -> Iterator[Defect]:
        """Yield every row that no record has asked for, once all have been: where it is and what it says."""
        for name, place in self._places.items():
            self._write_seen(name)
            query = (
                f'SELECT line, cells FROM {place} WHERE key NOT IN (SELECT key FROM {place[:-1]} seen") ORDER BY line'  # noqa: S608
            )
            for line, data in self._database.execute(query):
                where = f"{self._files[name]}:{line}"
                cells, _ = by_column(self._names[name], _decode(data)[0], where)
                yield Defect("reference-dangling", where, _encode(cells).decode())

    def close(self) -> None:
        """Give the temporary database back."""
        self._database.close()


def _full(error: sqlite3.Error) -> FeedError:
    return FeedError(f"The related tables do not fit into the temporary folder ({error}). Make room on the disk.")


def _number(text: str) -> float:
    """Return what a cell sorts by: its number; words after all numbers."""
    try:
        return float(text)
    except ValueError:
        return float("inf")
