"""The first rows or records of a file never seen before, column by column: what stands in each, how often, how varied."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from vitrine.formats.containers import Member, members
from vitrine.formats.encodings import HEAD, opened
from vitrine.formats.json_feed import ENDINGS as JSON_ENDINGS
from vitrine.formats.json_feed import Mended, json_items
from vitrine.formats.json_stream import LIST_NAMES
from vitrine.formats.mapping.model import Mapping, Source
from vitrine.formats.mapping.paths import as_text, as_texts
from vitrine.formats.members_reading import chosen
from vitrine.formats.proposal.names import Name, is_language_code, name_of
from vitrine.formats.reading import FeedError, RawRecord, Unreadable
from vitrine.formats.repairs import NULLS
from vitrine.formats.tables.feed import ENDINGS as TABLE_ENDINGS
from vitrine.formats.tables.rows import Row, Table, by_column

VALUES = 2000
"""Values of a column that are looked at: enough to tell what it holds, read in a moment."""
ROWS = 20_000
"""Rows over which an identifier must be different: what is unique by chance shows by then."""
_DEEPEST = 5
"""Steps into nested data that are followed."""
_MOST_COLUMNS = 500
NAMED = "\0"
"""Between a list of names and values, the key of its names, and one name: what `each` is for a column of such a list."""
_NAMES, _VALUES = ("label", "key", "field", "property", "name", "type"), ("value", "content", "text", "values")
_LONGEST_LABEL, _MOST_LABELS = 60, 40
_LONGEST_VALUE = 4000


class Column:
    """One column of a table, or one place in nested data. `each` is the list it lies in, blank for the record itself."""

    def __init__(self, path: str, each: str, place: int) -> None:
        self.path, self.each, self.place = path, each, place
        # Of a list of names and values (`{"label": "Medium", "content": "oil"}`) each name is a column.
        where, *named = each.split(NAMED)
        self.shown = f"{where.removesuffix('.**').removesuffix('.children')}.{path}" if each else path
        self.name: Name = name_of(named[1] if named else self.shown)
        self.nested = "." in self.shown and " " not in self.shown and not named
        if named:
            self.shown = f"{self.shown} ({named[1]})"
        self.values: list[str] = []
        self.rows: list[int] = []
        """The row of each value."""
        self.filled = 0
        """In how many rows something stands here."""
        self.several = False
        """Whether one row had several values here, as a list."""
        self.by_language = False
        """Whether values are objects of texts by language."""
        self._seen: set[int] | None = set()
        self._last_row = -1

    def add(self, value: str, row: int) -> None:
        """Take in a value that says something."""
        if self._seen is not None:
            if hash(value) in self._seen:
                self._seen = None
            else:
                self._seen.add(hash(value))
        if row != self._last_row:
            self.filled, self._last_row = self.filled + 1, row
        if len(self.values) < VALUES:
            self.values.append(value[:_LONGEST_VALUE])
            self.rows.append(row)

    @property
    def unique(self) -> bool:
        """Whether no value came twice in all rows that were looked at."""
        return self._seen is not None


class Sample:
    """What was seen of a file: its columns, how many rows, where its records are, and how many could not be read."""

    def __init__(self, kind: Literal["csv", "json"]) -> None:
        self.format: Literal["csv", "json"] = kind
        self.columns: list[Column] = []
        self.rows = 0
        self.unreadable = 0
        self.file = ""
        self.records = ""
        self.passed_over: list[str] = []
        self._places: dict[tuple[str, str], Column] = {}

    def column(self, path: str, each: str = "") -> Column | None:
        """Return the column at a place, made where it is new; None beyond all bounds."""
        found = self._places.get((each, path))
        if found is None and len(self.columns) < _MOST_COLUMNS:
            found = self._places[each, path] = Column(path, each, len(self.columns))
            self.columns.append(found)
        return found

    def take_row(self, cells: dict[str, Any]) -> None:
        """Take in a row of a table."""
        for name, cell in cells.items():
            if type(cell) is str and (bare := cell.strip()) and bare not in NULLS and (column := self.column(name)):
                column.add(bare, self.rows)
        self.rows += 1

    def take_record(self, record: dict[str, Any]) -> None:
        """Take in a record of nested data."""
        self._take(record, "", "", 0)
        self.rows += 1

    def _take(self, value: Any, path: str, each: str, depth: int) -> None:
        if isinstance(value, dict):
            self._take_object(value, path, each, depth)
        elif isinstance(value, list):
            self._take_list(value, path, each, depth)
        elif (text := as_text(value).strip()) and text not in NULLS and (column := self.column(path or ".", each)):
            column.add(text, self.rows)

    def _take_object(self, value: dict[str, Any], path: str, each: str, depth: int) -> None:
        if path and value and all(is_language_code(key) for key in value):
            column = self.column(path, each)
            if column:
                column.by_language = True
                for text in as_texts(list(value.values())):
                    column.add(text, self.rows)
            return
        if depth >= _DEEPEST:
            return
        for key, inner in value.items():
            self._take(inner, f"{path}.{key}" if path else key, each, depth + 1)

    def _take_list(self, value: list[Any], path: str, each: str, depth: int) -> None:
        objects = [one for one in value if isinstance(one, dict)]
        if not value:
            return
        if not objects:
            column = self.column(path or ".", each)
            if column:
                column.several = column.several or len(value) > 1
                for text in as_texts(value):
                    column.add(text.strip(), self.rows)
            return
        whole = f"{each}.{path}" if each and path else path or each
        if each.endswith("**"):
            return
        if depth >= _DEEPEST:
            return
        if any(_is_tree(one, path.rpartition(".")[2]) for one in objects):
            for leaf in _leaves(objects):
                self._take_object(leaf, "", f"{whole}.**", depth + 1)
            return
        if keys := _names_and_values(objects):
            self._take_named(objects, whole, *keys)
            return
        for one in objects:
            self._take_object(one, "", whole, depth + 1)

    def _take_named(self, objects: list[dict[str, Any]], whole: str, label: str, value: str) -> None:
        """Take in a list of names and values."""
        for one in objects:
            column = self.column(value, f"{whole}{NAMED}{label}{NAMED}{one[label].strip()}")
            for text in as_texts(one[value]):
                if column and (bare := text.strip()) and bare not in NULLS:
                    column.add(bare, self.rows)


def _names_and_values(objects: list[dict[str, Any]]) -> tuple[str, str] | None:
    """Return the keys of the names and of the values, where the elements of a list have nothing else."""
    keys = set(objects[0])
    label = next((key for key in _NAMES if key in keys), None)
    value = next((key for key in _VALUES if key in keys), None)
    if len(keys) != 2 or label is None or value is None or any(set(one) != keys for one in objects):
        return None
    names = [one[label] for one in objects]
    short = all(isinstance(name, str) and 0 < len(name.strip()) <= _LONGEST_LABEL for name in names)
    plain = all(not isinstance(one[value], dict) for one in objects)
    return (label, value) if short and plain and len(set(names)) <= _MOST_LABELS else None


def _is_tree(node: dict[str, Any], name: str) -> bool:
    """Return whether elements of a list hold a list of the same name: the branches of a tree."""
    inner = node.get(name)
    return isinstance(inner, list) and bool(inner) and isinstance(inner[0], dict)


def _leaves(nodes: list[Any]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if isinstance(node, dict):
            inner = [
                one for value in node.values() if isinstance(value, list) for one in value if isinstance(one, dict)
            ]
            if inner:
                yield from _leaves(inner)
            else:
                yield node


def sample(path: Path) -> Sample:
    """Look at the first rows of the table or JSON at `path`. Raises FeedError where it holds neither."""
    names = [(member.name, member.refused) for member in islice(members(path), 1000)]
    if not names:
        raise FeedError(f"{path} holds no file.")
    kind = _kind(path)
    wanted = chosen(path, "", JSON_ENDINGS if kind == "json" else TABLE_ENDINGS)
    if not any(wanted(name) for name, _ in names):
        wanted = lambda name: name == names[0][0]  # noqa: E731
    found = [name for name, _ in names if wanted(name)]
    if kind == "csv" and len(found) > 1:
        return _largest_table(path, found)
    result = Sample(kind)
    result.passed_over = [name for name, _ in names if not wanted(name)]
    for member in members(path):
        if wanted(member.name) and not member.refused:
            if kind == "csv":
                _take_table(member, result)
            else:
                _take_json(member, result)
        if result.rows >= ROWS:
            break
    if not result.columns:
        raise FeedError(f"{path} holds no records that can be read: no line of it names columns, and it is no JSON.")
    return result


def _kind(path: Path) -> Literal["csv", "json"]:
    for member in members(path):
        stream, _ = opened(member.stream)
        head = bytes(stream.peek(HEAD)[:HEAD]).lstrip()  # type: ignore[attr-defined]
        if head:
            if head.startswith(b"<"):
                raise FeedError(f"{member.name} is XML or HTML: a mapping is proposed for tables and JSON only.")
            if head[:1] in b"{[":
                return "json"
            if member.name.lower().endswith(TABLE_ENDINGS) or not member.name.lower().endswith((".txt", ".md")):
                return "csv"
    return "csv"


def _take_table(member: Member, result: Sample) -> None:
    table = Table(member.name, member.stream)
    for name in table.names:
        result.column(name)
    for row in table:
        if isinstance(row, Row):
            if any(row.cells):
                result.take_row(by_column(table.names, row.cells, "row")[0])
        else:
            result.unreadable += 1
        if result.rows >= ROWS:
            return


def _largest_table(path: Path, names: list[str]) -> Sample:
    """Look at several tables: where they have the same columns they are one, else the one with most columns is taken."""
    samples: dict[str, Sample] = {}
    for member in members(path):
        if member.name in names and not member.refused:
            samples[member.name] = Sample("csv")
            _take_table(member, samples[member.name])
    headers = {tuple(column.path for column in one.columns) for one in samples.values()}
    best = max(samples, key=lambda name: len(samples[name].columns))
    result = samples[best]
    if len(headers) > 1:
        result.file = best.rpartition("/")[2]
        result.passed_over = [name for name in samples if name != best]
    return result


def _take_json(member: Member, result: Sample) -> None:
    mapping = Mapping(source=Source(records=result.records))
    for item in json_items(member, mapping):
        if isinstance(item, Unreadable):
            result.unreadable += 1
            continue
        record = _content(item)
        if not isinstance(record, dict):
            result.unreadable += 1
        elif result.rows == 0 and not result.records and (inner := _unnamed_list(record)):
            result.records = inner
            for one in record[inner]:
                if isinstance(one, dict):
                    result.take_record(one)
        else:
            result.take_record(record)
        if result.rows >= ROWS:
            return


def _content(item: RawRecord) -> Any:
    return item.content.value if isinstance(item.content, Mended) else item.content


_FEWEST_OF_A_LIST = 2
_MOST_BESIDE_A_LIST = 6


def _unnamed_list(record: dict[str, Any]) -> str:
    """Return the name of the one list of records that an object is about, where it is not called as such lists are."""
    lists = [key for key, value in record.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if len(lists) != 1 or lists[0].lower() in LIST_NAMES or len(record) > _MOST_BESIDE_A_LIST:
        return ""
    several = record[lists[0]]
    richer = len(several[0]) > len(record)
    return lists[0] if len(several) >= _FEWEST_OF_A_LIST and richer else ""


def keyed(sample: Sample) -> list[str]:
    """Return the names of the objects that a JSON file's one object consists of, if all are made alike: its records."""
    if sample.format != "json" or sample.rows != 1 or any("." not in column.path for column in sample.columns):
        return []
    inside: dict[str, set[str]] = {}
    for column in sample.columns:
        name, _, rest = column.path.partition(".")
        inside.setdefault(name, set()).add(rest)
    alike = len(inside) > 1 and len({frozenset(names) for names in inside.values()}) == 1
    return list(inside) if alike and all(len(names) > 1 for names in inside.values()) else []
