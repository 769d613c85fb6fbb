"""The rows of a table (CSV, TSV, any delimiter), each with its own bytes, read a line at a time.

The csv module reads as RFC 4180 has it. Where a line breaks its rules, the line is read on its own as people meant it;
where even that does not give the row's columns it is handed out as unreadable and reading goes on with the next line.
"""

import csv
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from vitrine.formats.encodings import HEAD, Decode, decoder, opened
from vitrine.formats.lines import Oversized, lines
from vitrine.formats.reading import Unreadable
from vitrine.formats.tables.dialect import Dialect, sniff_dialect
from vitrine.records import Defect, Repair, clean_text

LONGEST_ROW = 1 << 20
"""Bytes of a row over several lines: beyond, a quotation mark was opened and never closed."""
_MOST_QUOTES = 2000
"""Quotation marks in a row that is read by `_as_meant`, whose work grows with their square."""

# The csv module's own limit is for the whole process and lies far below a long description.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW * 16))


class Row(NamedTuple):
    """A row: the number of its first line (from 1), its cells, its bytes, and what was repaired to read it."""

    line: int
    cells: list[str]
    raw: bytes
    repairs: tuple[Repair, ...] = ()


class Table:
    """A table whose rows are to be read once, in order. `names` are the names of its columns, all different, none blank."""

    def __init__(self, name: str, stream: BinaryIO, *, delimiter: str = "", encoding: str = "") -> None:
        """Read the head of `stream` up to the names of the columns. Raises FeedError for an unknown encoding."""
        self.name = name
        utf8, found = opened(stream, encoding)
        decode = decoder(found)
        head = bytes(utf8.peek(HEAD)[:HEAD])  # type: ignore[attr-defined]
        self.dialect = sniff_dialect(_text(head, decode), delimiter)
        self._fallback = found.fallback if found.name == "utf-8" else found.name
        self._lines = _Lines(utf8, decode, old_mac=b"\r" in head and b"\n" not in head)
        self._lines.skip(self.dialect.preamble)
        self._width = 0
        self.refused: list[Unreadable] = []
        """Lines before the names of the columns that are none."""
        self.names = column_names(self._header())
        self._width = len(self.names)

    def _header(self) -> list[str]:
        for row in self:
            if isinstance(row, Row):
                return row.cells
            self.refused.append(row)
        return []

    def __iter__(self) -> Iterator[Row | Unreadable]:
        """Yield the rows after the names of the columns, blank lines left out."""
        source = self._lines
        while True:
            reader = self.dialect.reader(source)
            try:
                for cells in reader:
                    line, raw, odd = source.take()
                    if cells:
                        yield Row(line, cells, raw, self._encoding_repair() if odd else ())
                return
            except _OversizedLineError as error:
                line, raw = source.take_oversized(error.found)
                yield Unreadable(f"{self.name}:{line}", raw, error.found.reason)
            except (csv.Error, _EndlessRowError):
                yield self._mended()

    def _mended(self) -> Row | Unreadable:
        """Read the lines at which the csv module gave up; those that turn out to be rows of their own are given out again."""
        source = self._lines
        text = source.peek(source.last_row_lines(self.dialect, self._width))
        cells = _as_meant(text, self.dialect) if text.count('"') <= _MOST_QUOTES else []
        if self._width and len(cells) != self._width:
            line, raw, _ = source.take(1)
            reason = "A quotation mark is opened and not closed, or not doubled, in this row."
            return Unreadable(f"{self.name}:{line}", raw, reason)
        line, raw, odd = source.take(source.last_row_lines(self.dialect, self._width))
        before, after = text.rstrip("\r\n"), self.dialect.delimiter.join(cells)
        repairs = (Repair("row", "quotes", before, after),) if before != after else ()
        return Row(line, cells, raw, repairs + (self._encoding_repair() if odd else ()))

    def _encoding_repair(self) -> tuple[Repair, ...]:
        return (Repair("row", "encoding", self._fallback, "utf-8"),)


class _OversizedLineError(Exception):
    def __init__(self, found: Oversized) -> None:
        super().__init__(found.reason)
        self.found = found


class _EndlessRowError(Exception):
    """A row goes on for longer than any row does."""


class _Lines:
    """Gives the csv module text line by line and remembers the bytes it gave, until they are taken."""

    def __init__(self, stream: BinaryIO, decode: Decode, *, old_mac: bool) -> None:
        self._source = _old_mac_lines(stream) if old_mac else lines(stream)
        self._back: list[bytes] = []
        self._given: list[bytes] = []
        self._size = 0
        self._odd = False
        self._line = 1
        self.decode = decode

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        raw = self._back.pop() if self._back else next(self._source)
        if isinstance(raw, Oversized):
            raise _OversizedLineError(raw)
        self._given.append(raw)
        self._size += len(raw)
        if self._size > LONGEST_ROW and len(self._given) > 1:
            raise _EndlessRowError
        text, odd = self.decode(raw)
        self._odd = self._odd or odd
        return text

    def skip(self, number: int) -> None:
        """Pass over lines before the table."""
        for _ in range(number):
            try:
                next(self, None)
            except _OversizedLineError:
                self._line += 1
            self.take()

    def take(self, number: int | None = None) -> tuple[int, bytes, bool]:
        """Return the number of the first line given out since the last call, the bytes of those lines (or of the first
        `number`), and whether one was not in the encoding it should be in. What is not taken is given out again."""
        given, self._given = self._given, []
        if number is not None:
            self._back.extend(reversed(given[number:]))
            given = given[:number]
        line, odd = self._line, self._odd
        self._line += len(given)
        self._size, self._odd = 0, False
        return line, given[0] if len(given) == 1 else b"".join(given), odd

    def take_oversized(self, found: Oversized) -> tuple[int, bytes]:
        """Return the number of the first line of a row that holds an oversized one, and what is kept of its bytes."""
        line, raw, _ = self.take()
        self._line += 1
        return line, raw + found.raw

    def peek(self, number: int) -> str:
        """Return the first `number` of the lines given out, without taking them."""
        return "".join(self.decode(raw)[0] for raw in self._given[:number])

    def last_row_lines(self, dialect: Dialect, width: int) -> int:
        """Return how many of the lines given out belong to the row that broke: all; or only the first, where the last is a
        row of full width by itself (then the mark that was never closed is in the first)."""
        if len(self._given) > 1 and width:
            try:
                alone = next(dialect.reader(iter([self.decode(self._given[-1])[0]])), [])
            except csv.Error:
                alone = []
            if len(alone) == width:
                return 1
        return len(self._given)


def _old_mac_lines(stream: BinaryIO) -> Iterator[bytes | Oversized]:
    """Yield lines that end with a carriage return, as on Macs before 2001, as if they ended as lines do now."""
    left = b""
    while piece := stream.read(HEAD):
        *whole, left = (left + piece).split(b"\r")
        yield from (line + b"\n" for line in whole)
    if left:
        yield left


def _text(head: bytes, decode: Decode) -> str:
    """Return the head of a file as text, less a letter that the sample cuts."""
    if len(head) >= HEAD // 2:
        head = head[: head.rfind(b"\n") + 1] or head
    return "".join(decode(line)[0] for line in head.splitlines(keepends=True))


def column_names(cells: list[str]) -> list[str]:
    """Return the names of a table's columns: cleaned, blank ones called `column 3`, repeated ones `Title (2)`."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        bare = " ".join(clean_text(cell).split()) or f"column {place}"
        name, number = bare, 1
        while name in names:
            number += 1
            name = f"{bare} ({number})"
        names.append(name)
    return names


def by_column(names: list[str], cells: list[str], where: str) -> tuple[dict[str, Any], tuple[Defect, ...]]:
    """Return the cells of a row by their column. Cells that are missing are blank; those too many stand under `""`."""
    if len(cells) == len(names):
        return dict(zip(names, cells, strict=True)), ()
    found: dict[str, Any] = dict.fromkeys(names, "")
    found.update(zip(names, cells, strict=False))
    extra = cells[len(names) :]
    if len(cells) > len(names) and not any(cell.strip() for cell in extra):
        return found, ()
    if extra:
        found[""] = extra
    detail = f"{len(cells)} cells, {len(names)} columns"
    return found, (Defect("row-ragged", where, f"{detail}: {extra}" if extra else detail),)


def _as_meant(text: str, dialect: Dialect) -> list[str]:
    """Split a row whose quotation marks are not doubled: a quoted cell ends at a mark that a delimiter or the end follows."""
    delimiter = re.escape(dialect.delimiter)
    text = text.rstrip("\r\n")
    cell = re.compile(rf'\s*"((?:""|[^"]|"(?!\s*(?:{delimiter}|\Z)))*+)"\s*(?={delimiter}|\Z)|([^{delimiter}]*)')
    cells, at = [], 0
    while True:
        match = cell.match(text, at)
        if match is None:  # cannot be: the second branch takes anything
            return []
        quoted, bare = match[1], match[2]
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        at = match.end() + 1
        if at > len(text):
            return cells
