"""A column with the part it plays, and all of them together."""

from typing import NamedTuple

from vitrine.formats.dimensions_words import UNITS
from vitrine.formats.proposal.sample import Column


class Placed(NamedTuple):
    """A column and its part; `why` says how it was found, in a word for the museum."""

    column: Column
    role: str
    score: float
    why: str
    languages: frozenset[str] = frozenset()


class Placement(NamedTuple):
    """All columns: those with a part, those without and why not; the identifier; the language; what needs a look."""

    placed: list[Placed]
    left: list[tuple[Column, str]]
    identifier: list[Column]
    language: str
    circa: int
    remarks: list[str]

    def of(self, role: str, each: str | None = None) -> list[Placed]:
        """Return the columns that play a part, the surest first; of one list, if `each` is given."""
        found = [one for one in self.placed if one.role == role and (each is None or one.column.each == each)]
        return sorted(found, key=lambda one: (-one.score, one.column.place))


def unit_in_name(column: Column) -> str:
    """Return the unit that a column's name says: `Height (cm)`, `hoogte_mm`."""
    return next(
        (
            UNITS[word]
            for word in reversed(column.name.words)
            if word in UNITS and word not in ("h", "d", "m", "s", "g")
        ),
        "",
    )
