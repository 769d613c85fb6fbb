"""Years of a file never seen before: of the work or of its maker, and how wide the museum's "circa" is."""

from collections import Counter
from statistics import median

from vitrine.dates import resolve
from vitrine.formats.proposal.placement import Placed
from vitrine.formats.proposal.sample import Column

_LIFE_LIKE = 30
"""Years between two columns, in the middle, from which they are a life and not the making of a work."""


def life_or_work(placed: list[Placed], remarks: list[str]) -> list[Placed]:
    """Tell whether a pair of years called "begin" and "end" are those of the work or of the maker's life."""
    first = next((one for one in placed if one.role == "date.earliest" and not one.column.each), None)
    last = next((one for one in placed if one.role == "date.latest" and not one.column.each), None)
    maker = any(one.role == "maker.name" and not one.column.each for one in placed)
    born = any(one.role in ("maker.born", "maker.died") and not one.column.each for one in placed)
    if not first or not last or not maker or born:
        return placed
    spans = _spans(first.column, last.column)
    if not spans or median(spans) < _LIFE_LIKE or _of_the_work(first.column, last.column, placed):
        return placed
    remarks.append(
        f"{first.column.shown!r} and {last.column.shown!r} lie {median(spans):.0f} years apart in the middle: "
        "they are taken for the life of the maker, not for the date of the work."
    )
    roles = {first.column.place: "maker.born", last.column.place: "maker.died"}
    return [one._replace(role=roles.get(one.column.place, one.role), why=one.why) for one in placed]


_NEARLY = 10
_OFTEN = 0.3


def _of_the_work(first: Column, last: Column, placed: list[Placed]) -> bool:
    """Tell whether years are the work's: they repeat its dates in words, are centuries and halves, or are called so."""
    if _MAKING & set(first.name.words):
        return True
    ends = dict(zip(last.rows, last.values, strict=False))
    years = {
        row: (_year(value), _year(ends.get(row, ""))) for row, value in zip(first.rows, first.values, strict=False)
    }
    years = {row: pair for row, pair in years.items() if all(pair)}
    centuries = sum(1 for start, end in years.values() if start % 50 in (0, 1) and end % 50 in (0, 49))
    if centuries > _OFTEN * len(years):
        return True
    dates = next((one.column for one in placed if one.role == "date.text" and not one.column.each), None)
    same = 0
    for row, text in zip(dates.rows, dates.values, strict=False) if dates else ():
        found = resolve(text)
        if row in years and found.earliest is not None and found.latest is not None:
            same += abs(found.earliest - years[row][0]) <= _NEARLY and abs(found.latest - years[row][1]) <= _NEARLY
    return same > _OFTEN * len(years)


_MAKING = frozenset(
    ["dated", "datering", "datierung", "datazione", "datazion", "datacion", "datation", "production", "creation"]
)


def _spans(first: Column, last: Column) -> list[int]:
    ends = dict(zip(last.rows, last.values, strict=False))
    found = []
    for row, value in zip(first.rows, first.values, strict=False):
        start, end = _year(value), _year(ends.get(row, ""))
        if start and end:
            found.append(end - start)
    return found


def _year(value: str) -> int:
    digits = value.strip("()[] ").removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else 0


_WIDEST_CIRCA = 10
_FEWEST_CIRCA = 5


def circa(placed: list[Placed]) -> int:
    """Return how many years "circa" spans on each side, by the years that the museum gives beside its texts; else 0."""
    columns = {one.role: one.column for one in placed if one.role in ("date.text", "date.earliest", "date.latest")}
    if len(columns) < len(("text", "earliest", "latest")):
        return 0
    firsts = dict(zip(columns["date.earliest"].rows, columns["date.earliest"].values, strict=False))
    lasts = dict(zip(columns["date.latest"].rows, columns["date.latest"].values, strict=False))
    found: Counter[int] = Counter()
    for row, text in zip(columns["date.text"].rows, columns["date.text"].values, strict=False):
        exact, wide = resolve(text), resolve(text, circa=1)
        if exact.kind != "read" or exact.earliest is None or exact.latest is None or wide.earliest == exact.earliest:
            continue
        before, after = exact.earliest - _year(firsts.get(row, "")), _year(lasts.get(row, "")) - exact.latest
        if before == after and 0 <= before <= _WIDEST_CIRCA:
            found[before] += 1
    return found.most_common(1)[0][0] if sum(found.values()) >= _FEWEST_CIRCA else 0
