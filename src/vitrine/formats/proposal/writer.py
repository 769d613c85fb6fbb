"""The lines of a proposed mapping: tables with their settings, each with comments that say why it is there."""

import json
from collections.abc import Iterable

from vitrine.formats.proposal.placement import Placed, Placement
from vitrine.formats.proposal.sample import NAMED, Column, Sample
from vitrine.formats.proposal.values import Evidence

_LONGEST_EXAMPLE = 70


class Writer:
    """Collects the lines, and remembers which columns have been used."""

    def __init__(self, sample: Sample, placement: Placement) -> None:
        self.sample, self.placement = sample, placement
        self.lines: list[str] = []
        self.used: set[int] = set()
        self.left: list[tuple[Column, str]] = list(placement.left)

    def table(self, header: str, comments: Iterable[str], settings: dict[str, str], each: str = "") -> None:
        """Write a table with its comments before it."""
        self.lines += ["", *(f"# {comment}" for comment in comments), header]
        if each:
            where, *named = each.split(NAMED)
            when = {"when": f"{{ {string(named[0])} = {string(named[1])} }}"} if named else {}
            settings = {"each": string(where), **when, **settings}
        self.lines += [f"{key} = {value}" for key, value in settings.items()]

    def comment(self, one: Placed) -> str:
        """Say which column it is, why it is here, how much of it is filled, and what it holds."""
        self.used.add(one.column.place)
        rows = self.sample.rows
        filled = "in every row" if one.column.filled == rows else f"in {one.column.filled:,} of {rows:,} rows"
        return f"{one.column.shown!r}, {one.why}; filled {filled}; {example(one.column)}"

    def first(self, role: str, each: str = "") -> Placed | None:
        """Return the surest column that plays a part, in one list of the record or (blank) in the record itself."""
        return next(iter(self.placement.of(role, each)), None)

    def split(self, one: Placed, *, commas: bool = False) -> dict[str, str]:
        """Return the setting that cuts a column's cells, if they hold several values."""
        sign = Evidence(one.column).separator(commas=commas)
        return {"split": string(sign)} if sign else {}

    def language(self, one: Placed) -> dict[str, str]:
        """Return the setting for the language that a column's name ends with."""
        return {"language": string(one.column.name.language)} if one.column.name.language else {}

    def leave(self, one: Placed, why: str) -> None:
        """Note that a column with a part is not used after all, and why."""
        self.used.add(one.column.place)
        self.left.append((one.column, why))

    def beside(self, picture: Column, name: str, role: str) -> Column | None:
        """Return the column that says something of a picture: in nested data the one that lies in the same object."""
        parent = picture.path.rpartition(".")[0]
        same = [one for one in self.sample.columns if one.each == picture.each and one.path == f"{parent}.{name}"]
        if parent and same:
            return same[0]
        found = self.first(role, picture.each)
        return found.column if found and found.column.path.rpartition(".")[0] == parent else None


def example(column: Column) -> str:
    """Return a value of a column as it is shown in comments."""
    value = next(
        (value for value in column.values if len(value) <= _LONGEST_EXAMPLE), column.values[0] if column.values else ""
    )
    shown = one_line(value)
    shown = shown if len(shown) <= _LONGEST_EXAMPLE else f"{shown[:_LONGEST_EXAMPLE]}…"
    return f"such as {shown}" if shown else "empty"


def one_line(text: str) -> str:
    """Return text fit for a comment: nothing in it ends the line or is a control character."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def string(text: str) -> str:
    """Return a TOML string (a basic string, whose escapes are those of JSON)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
