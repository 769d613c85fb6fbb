"""Tables opened for import: the rows of one, or of several joined as the mapping says."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from vitrine.formats.containers import Member, members
from vitrine.formats.mapping.model import Mapping, canonical
from vitrine.formats.mapping.paths import NUMBER
from vitrine.formats.mapping.reader import compile_mapping, used_paths
from vitrine.formats.members_reading import Item, UnusableMappingError, chosen, named, read_members
from vitrine.formats.reading import Feed, FeedError, RawRecord, Reading, Unreadable
from vitrine.formats.tables.join import Related
from vitrine.formats.tables.rows import Table, by_column
from vitrine.records import Defect, Repair

ENDINGS = (".csv", ".tsv", ".tab")
"""Endings of the names of tables, as far as they lie among other files."""

_MAIN = ""
"""What stands for the main table among the joined ones."""

_encode = msgspec.json.Encoder().encode


class RowContent(msgspec.Struct, frozen=True):
    """A row by the names of its columns, with its related rows by the names of their tables, and what was noticed."""

    cells: dict[str, Any]
    repairs: tuple[Repair, ...] = ()
    defects: tuple[Defect, ...] = ()


def open_table(path: Path, *, feed: str, mapping: Mapping) -> Feed:
    """Open the table or tables at `path`. Raises FeedError for a mapping without `[record]`.

    A record's raw bytes are those of its row; where tables are joined, JSON of the row and its related rows.
    """
    compiled = compile_mapping(mapping, feed=feed)
    tables = _Tables(path, mapping)

    def read(raw: RawRecord) -> Reading:
        content: RowContent = raw.content
        reading = compiled(content.cells)
        if not content.repairs and not content.defects:
            return reading
        return Reading(reading.record, content.repairs + reading.repairs, content.defects + reading.defects)

    return Feed("csv", tables.items, read, canonical(mapping), tables.dangling)


class _Tables:
    def __init__(self, path: Path, mapping: Mapping) -> None:
        self._path, self._mapping = path, mapping
        self._related: Related | None = None

    def items(self) -> Iterator[Item]:
        """Yield the rows of the main table, each with its related rows, and what cannot be read in any table."""
        self._related = None
        if self._mapping.tables:
            record = self._mapping.record
            identifier = record.id if record and isinstance(record.id, str) else ""
            self._related = Related(self._mapping.tables, identifier)
            yield from self._load(self._related)
        source = self._mapping.source
        joined = self._mapping.tables and not source.file
        wanted = self._not_related if joined else chosen(self._path, source.file, ENDINGS)
        yield from read_members(self._path, wanted, self._rows)

    def dangling(self) -> Iterator[Defect]:
        """Yield the rows of related tables that belong to no record; to be asked when `items` has run to its end."""
        if self._related:
            yield from self._related.dangling()

    def _not_related(self, name: str) -> bool:
        files = [join.file for join in self._mapping.tables.values()]
        return chosen(self._path, "", ENDINGS)(name) and not any(named(name, file) for file in files)

    def _load(self, related: Related) -> Iterator[Unreadable]:
        """Load the related tables. One file may serve as several: it is read once for each."""
        while missing := related.missing:
            seen: list[str] = []
            for member in members(self._path):
                seen.append(member.name)
                for name in related.missing:
                    if named(member.name, self._mapping.tables[name].file) and not member.refused:
                        yield from related.load(name, self._table(member))
                        break
            if related.missing == missing:
                files = ", ".join(self._mapping.tables[name].file for name in missing)
                raise FeedError(
                    f"{self._path} does not hold {files}, which the mapping joins. It holds: {', '.join(seen[:20])}."
                )

    def _table(self, member: Member) -> Table:
        source = self._mapping.source
        return Table(member.name, member.stream, delimiter=source.delimiter, encoding=source.encoding)

    def _rows(self, member: Member) -> Iterator[Item]:
        table, related = self._table(member), self._related
        if not table.names:
            raise FeedError(f"{member.name} holds no table: no line of it names columns.")
        if related:
            _check_joins(self._mapping, table, related)
        _check_columns(self._mapping, table, related)
        numbered = ("", NUMBER) in used_paths(self._mapping)
        yield from table.refused
        for row in table:
            if isinstance(row, Unreadable):
                yield row
                continue
            if not any(row.cells):
                continue  # only delimiters: spreadsheets end their tables with such rows
            cells, defects = by_column(table.names, row.cells, "row")
            if numbered:
                cells[NUMBER] = row.line
            if related is None:
                raw, repairs = row.raw, row.repairs
            else:
                found, wrong = list(row.repairs), list(defects)
                related.bring(cells, found, wrong)
                raw, repairs, defects = _encode(cells), tuple(found), tuple(wrong)
            yield RawRecord(f"{member.name}:{row.line}", raw, RowContent(cells, repairs, defects))


def _check_joins(mapping: Mapping, table: Table, related: Related) -> None:
    """Refuse a join to a column that is not there, and a joined table that is called as a column is."""
    for name, join in mapping.tables.items():
        owner, _, column = join.refers_to.rpartition(".")
        columns = related.columns(owner) if owner else table.names
        if column not in columns:
            _unknown(f"tables.{name}.refers_to = {join.refers_to}", column, columns, owner or table.name)
        if name in columns:
            raise UnusableMappingError(
                f"The joined table {name!r} is called as a column of {owner or table.name} is: rename it."
            )


def _check_columns(mapping: Mapping, table: Table, related: Related | None) -> None:
    """Refuse a mapping that names a column or table which is not there: what it means would be lost in silence."""
    for each, path in used_paths(mapping):
        whole = path if path.startswith("/") or not each else f"{each}.{path}"
        if whole in table.names:  # a name with dots of its own, such as `N. inv.`
            continue
        steps = [step for step in whole.strip("/").split(".") if step not in ("", "**")]
        here, columns = _MAIN, table.names
        while steps and steps != [NUMBER]:
            if ".".join(steps) in columns:
                break
            name = steps.pop(0)
            owner = mapping.tables[name].refers_to.rpartition(".")[0] if name in mapping.tables else None
            if owner != here or related is None:
                _unknown(whole, ".".join([name, *steps]), columns, here or table.name)
            assert related is not None  # noqa: S101
            here, columns = name, related.columns(name)


def _unknown(path: str, name: str, columns: list[str], table: str) -> None:
    near = difflib.get_close_matches(name, columns, 1, 0.6) or [one for one in columns if one.lower() == name.lower()]
    advice = f"Did you mean {near[0]!r}?" if near else f"Its columns are {', '.join(columns[:40])}."
    raise UnusableMappingError(f"The mapping asks for {path!r}, but {table} has no column {name!r}. {advice}")
