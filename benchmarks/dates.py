"""How well dates are read: against two museums' own years, weighted by records, and Europeana's normalisation."""

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measuring import at_least, at_most
from vitrine.dates import DateRange, normalise, resolve

MUSEUMS = (("tate", 0, 95.0), ("npg", 5, 90.0))
"""File, how many years circa spans there, and the share of records (per cent) that must come out as the museum has it."""

MOST_DISJOINT = 0.3
LEAST_EQUAL = 90.0
MOST_ACCEPTED = 2.0


class Row(NamedTuple):
    """One date text of a museum, the years it gives it, and on how many records."""

    text: str
    earliest: int
    latest: int
    records: int


def measure(shared: Path) -> dict[str, dict[str, Any]]:
    """Return every figure on dates with its bound. `shared` is the folder of the reference data."""
    folder = shared / "data" / "dates"
    figures: dict[str, dict[str, Any]] = {}
    texts: list[str] = []
    for name, circa, least in MUSEUMS:
        rows = read_rows(folder / f"{name}.tsv")
        texts += [row.text for row in rows for _ in range(row.records)]
        exact, disjoint = compare(rows, circa)
        figures[f"{name}: exact, %"] = at_least(exact, least)
        figures[f"{name}: disjoint from the museum's years, %"] = at_most(disjoint, MOST_DISJOINT)
    pairs = read_pairs(folder / "normalisation.tsv")
    for label, reader in (("normalise", normalise), ("resolve", lambda text: resolve(text).edtf)):
        equal, accepted = compare_normalised(pairs, reader)
        figures[f"normalisation by {label}: equal, %"] = at_least(equal, LEAST_EQUAL)
        figures[f"normalisation by {label}: accepted of those to reject, %"] = at_most(accepted, MOST_ACCEPTED)
    figures["microseconds per record"] = {"value": _speed(texts)}
    return figures


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a museum's table."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["text"], int(row["earliest"]), int(row["latest"]), int(row["records"])) for row in rows]


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Return text and EDTF of Europeana's table; the EDTF is empty where the text must be rejected. Blanks count."""
    with path.open(encoding="utf-8") as table:
        next(table)
        pairs = (line.rstrip("\n").split("\t") for line in table)
        return [(text, expected) for text, expected in pairs]


def compare(rows: list[Row], circa: int) -> tuple[float, float]:
    """Return the shares of records, in per cent, whose years are the museum's, and whose years miss the museum's."""
    exact = disjoint = 0
    for row in rows:
        found = resolve(row.text, circa=circa)
        exact += row.records * ((found.earliest, found.latest) == (row.earliest, row.latest))
        disjoint += row.records * is_disjoint(found, row)
    total = sum(row.records for row in rows)
    return round(100 * exact / total, 3), round(100 * disjoint / total, 3)


def is_disjoint(found: DateRange, row: Row) -> bool:
    """Tell whether no year that was read is one of the museum's."""
    late = found.earliest is not None and found.earliest > row.latest
    early = found.latest is not None and found.latest < row.earliest
    return late or early


def compare_normalised(pairs: list[tuple[str, str]], reader: Callable[[str], str | None]) -> tuple[float, float]:
    """Return the shares, in per cent, of texts read as Europeana does, and of texts to reject that are accepted."""
    found = [(reader(text) or "", expected) for text, expected in pairs]
    rejected = [edtf for edtf, expected in found if not expected]
    equal = sum(edtf == expected for edtf, expected in found)
    return round(100 * equal / len(found), 2), round(100 * sum(map(bool, rejected)) / len(rejected), 2)


def _speed(texts: list[str]) -> float:
    """Return the microseconds a record's date takes, every distinct text read once and repeated texts remembered."""
    resolve("1 May 1850")  # the vocabulary is indexed at the first word
    start = time.perf_counter()
    for text in texts:
        resolve(text, circa=1)  # with a circa nothing above has asked for, so nothing is remembered yet
    return round(1e6 * (time.perf_counter() - start) / len(texts), 1)


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"
    for figure, row in measure(place).items():
        print(f"{figure:65} {row['value']:>8} {row.get('bound', '')}")
