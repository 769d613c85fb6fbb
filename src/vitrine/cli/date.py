"""`vitrine date`: how Vitrine reads a date."""

import json
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import WORDS, InputPath, fail, out, print_json
from vitrine.dates import DateRange, resolve

LONGEST_LINE = 1 << 20
"""Characters; a longer line is no row of a table of dates."""


@click.command("date")
@click.argument("text", type=WORDS, required=False)
@click.option(
    "--tsv",
    type=InputPath(),
    help="Read a file with a `text` column; write its rows with edtf, earliest, latest added.",
)
@click.option(
    "--circa",
    type=click.IntRange(0, 500),
    default=0,
    show_default=True,
    help="How many years `circa` spans on each side.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(text: str | None, tsv: Path | None, circa: int, as_json: bool) -> None:
    """Read a date as museums write it, in seven languages: EDTF, earliest and latest year.

    \b
    Examples:
      vitrine date "c.1837–41"
      vitrine date "2. Hälfte 17. Jh."
      vitrine date --tsv dates.tsv --circa 5
    """
    if (text is None) == (tsv is None):
        raise click.UsageError("Give a date, or --tsv FILE.")
    if tsv is not None:
        _table(tsv, circa, as_json)
        return
    assert text is not None  # noqa: S101  (the check above)
    date = resolve(text, circa=circa)
    if as_json:
        print_json(_plain(date))
    elif date.edtf is None:
        raise fail(
            f"{text!r} says that the date is not known."
            if date.kind == "unknown"
            else f"{text!r} cannot be read as a date."
        )
    else:
        out.print(f"{date.edtf}    {date.earliest} to {date.latest}", markup=False)


def _plain(date: DateRange) -> dict[str, Any]:
    return {"text": date.text, "edtf": date.edtf, "earliest": date.earliest, "latest": date.latest}


def _table(path: Path, circa: int, as_json: bool) -> None:
    """Write the rows of a table as they are read, so that its size does not matter."""
    rows = _rows(path)
    names = next(rows, None)
    if names is None or "text" not in names:
        found = f"; its first line names {', '.join(names)}" if names else ""
        raise fail(f"{path} has no column `text` in its first line: it must be a table separated by tabs{found[:300]}.")
    place, width = names.index("text"), len(names)
    dated = ((row, resolve(row[place] if place < len(row) else "", circa=circa)) for row in rows)
    if as_json:
        _write_json(date for _, date in dated)
    else:
        _write_row([*names, "edtf", "earliest", "latest"])
        for row, date in dated:
            years = ["" if year is None else str(year) for year in (date.earliest, date.latest)]
            cells = row[:width] + [""] * (width - len(row))
            # What a row has beyond the named columns goes last, so that every column stays under its name.
            _write_row([*cells, date.edtf or "", *years, *row[width:]])
    sys.stdout.flush()


def _rows(path: Path) -> Iterator[list[str]]:
    """Return the cells of each line; quotation marks are part of the text, as tables separated by tabs have it."""
    line = 0
    try:
        with path.open("rb") as file:
            encoding = (
                "utf-16" if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"
            )  # Excel's "Unicode text"
        with path.open(encoding=encoding) as file:
            while text := file.readline(LONGEST_LINE):
                line += 1
                if len(text) == LONGEST_LINE and not text.endswith("\n"):
                    raise fail(f"{path}, line {line}, is longer than {LONGEST_LINE:,} characters: no table of dates.")
                yield text.removesuffix("\n").split("\t")
    except UnicodeError as error:
        raise fail(
            f"{path} is not in UTF-8 or UTF-16 (near line {line + 1}): save it as UTF-8 and try again."
        ) from error
    except OSError as error:
        raise fail(f"{path} cannot be read: {error}") from error


def _write_row(cells: list[str]) -> None:
    sys.stdout.write("\t".join(cells) + "\n")


def _write_json(dates: Iterable[DateRange]) -> None:
    """Write one list, date by date."""
    sys.stdout.write("[")
    for number, date in enumerate(dates):
        sys.stdout.write((", " if number else "") + json.dumps(_plain(date), ensure_ascii=False))
    sys.stdout.write("]\n")
