"""How a table is written: its delimiter, its quotes, and which line holds the names of its columns."""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

USUAL_DELIMITERS = ",;\t|"
RARE_DELIMITERS = "^~¦\x1f#:"
"""Tried only where none of the usual ones makes columns."""

_SAMPLE_ROWS = 300
"""Rows looked at: enough to outweigh a preamble and odd rows."""
_CONVINCING = 0.5
"""Share of rows of one and the same width from which a delimiter counts as the table's."""
_PREAMBLE_LINES = 20
"""Exports put titles, dates and blank lines before the names of the columns, never more than this."""
_PER_PREAMBLE_ROW = 0.05
"""What each row before the first of full width takes from a delimiter's score: the right one explains the header too."""

_EXCEL_HINT = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_Parsed = list[tuple[int, list[str]]]
"""Rows with the number of physical lines that stand before each."""


class Dialect(msgspec.Struct, frozen=True):
    """`preamble` is the number of physical lines before the names of the columns."""

    delimiter: str = ","
    escape: str = ""
    skip_space: bool = False
    preamble: int = 0

    def reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """Return a reader of `lines` that raises csv.Error where quotation marks are not as RFC 4180 has them."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            escapechar=self.escape or None,
            doublequote=not self.escape,
            skipinitialspace=self.skip_space,
            strict=True,
        )


def sniff_dialect(head: str, delimiter: str = "") -> Dialect:
    """Return how the table that begins with `head` is written. `delimiter` is what the museum says it is, if it does."""
    lines = _whole_lines(head)
    hint = _EXCEL_HINT.fullmatch(lines[0]) if lines else None
    first = 1 if hint else 0
    if hint and not delimiter:
        delimiter = hint[1]
    lines = lines[first:]
    dialect = Dialect(delimiter or _delimiter(lines))
    others = [dialect]
    if '\\"' in head:
        others.append(Dialect(dialect.delimiter, escape="\\"))
    if f'{dialect.delimiter} "' in head:
        others.append(Dialect(dialect.delimiter, skip_space=True))
    if len(others) > 1:
        dialect = min(others, key=lambda one: (_errors(lines, one), -_score(_parsed(lines, one))[0]))
    rows = _parsed(lines, dialect)
    return msgspec.structs.replace(dialect, preamble=first + _header_line(rows))


def _whole_lines(head: str) -> list[str]:
    """Return the lines of `head`, without the last one if the sample ends within it."""
    lines = head.splitlines(keepends=True)
    # str.splitlines also breaks at separators that are no line ends of a file: join those again.
    whole: list[str] = []
    for line in lines:
        if whole and not whole[-1].endswith(("\n", "\r")):
            whole[-1] += line
        else:
            whole.append(line)
    if len(whole) > 2 and not whole[-1].endswith(("\n", "\r")):
        whole.pop()
    return whole


def _delimiter(lines: list[str]) -> str:
    for candidates in (USUAL_DELIMITERS, RARE_DELIMITERS):
        scores = [(*_score(_parsed(lines, Dialect(one))), -place, one) for place, one in enumerate(candidates)]
        score, width, _, best = max(scores)
        if width > 1 and score >= _CONVINCING:
            return best
    return ","


def _score(rows: _Parsed) -> tuple[float, int]:
    """Return how well a delimiter explains the rows (0 to 1), and the width of most of them."""
    widths = Counter(len(cells) for _, cells in rows)
    if not widths:
        return 0.0, 0
    width, number = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    if width == 1:
        return 0.0, 1
    before = next(place for place, (_, cells) in enumerate(rows) if len(cells) == width)
    cut = sum(1 for _, cells in rows for cell in cells if cell.count('"') == 1 and cell.strip()[:1] == '"')
    share = number / (len(rows) - before) - _PER_PREAMBLE_ROW * min(before, 5) - min(cut / len(rows), 0.5)
    return round(share, 2), width


def _parsed(lines: list[str], dialect: Dialect) -> _Parsed:
    """Return the rows of a sample, blank ones left out, read as leniently as the csv module can."""
    reader = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        escapechar=dialect.escape or None,
        doublequote=not dialect.escape,
        skipinitialspace=dialect.skip_space,
    )
    rows: _Parsed = []
    before = 0
    while len(rows) < _SAMPLE_ROWS:
        try:
            cells = next(reader, None)
        except csv.Error:
            cells = []
        if cells is None:
            break
        if any(cell.strip() for cell in cells):
            rows.append((before, cells))
        before = reader.line_num
    return rows


def _errors(lines: list[str], dialect: Dialect) -> int:
    """Return how many lines of the sample break the rules of quotation."""
    found = 0
    reader = dialect.reader(iter(lines))
    while True:
        try:
            if next(reader, None) is None:
                return found
        except csv.Error:
            found += 1


def _header_line(rows: _Parsed) -> int:
    """Return the number of physical lines before the row that names the columns: the first of full width, filled by half."""
    if not rows:
        return 0
    width = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    full = [cells for _, cells in rows if len(cells) == width]
    # Some programs end every row but the first with a delimiter.
    if width > 2 and sum(1 for cells in full if not cells[-1].strip()) >= 0.95 * len(full):
        width -= 1
    first = rows[:_PREAMBLE_LINES]
    for place, (before, cells) in enumerate(first):
        if len(cells) >= _NAMES_OF_WIDTH * width and _are_names(cells):
            # A line of words before the names of the columns is narrower than these.
            after = first[place + 1 : place + 2]
            if len(cells) < width and after and len(after[0][1]) == width and _are_names(after[0][1]):
                return after[0][0]
            return before
    for before, cells in first:
        if len(cells) >= width and sum(1 for cell in cells if cell.strip()) >= math.ceil(width / 2):
            return before
    return rows[0][0]


_NAMES_OF_WIDTH = 0.6
"""How many of a table's columns a line must name at least: rows with stray delimiters are wider than the names."""
_LONGEST_NAME = 60
_NO_NAME = re.compile(r"[-+]?[\d.,/ :]+|https?://.*|.*\d{4}.*", re.IGNORECASE | re.DOTALL)


def _are_names(cells: list[str]) -> bool:
    """Return whether cells can be the names of columns: several, short, all different, no numbers, dates or addresses."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or len(filled) < math.ceil(len(cells) / 2) or len(set(filled)) < len(filled):
        return False
    return all(len(cell) <= _LONGEST_NAME and not _NO_NAME.fullmatch(cell) for cell in filled)
