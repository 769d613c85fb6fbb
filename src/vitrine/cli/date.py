"""`vitrine date`: how Vitrine reads a date."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import WORDS, InputPath, fail, out, print_json
from vitrine.dates import DateRange, resolve
from vitrine.formats.lines import Oversized, lines


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
    rows = _rows(path)
    header = next(rows, [])
    if "text" not in header:
        raise fail(f"{path} has no column `text` in its first line: it must be a table separated by tabs.")
    place = header.index("text")
    read = ((row, resolve(row[place] if place < len(row) else "", circa=circa)) for row in rows)
    if as_json:
        print_json([_plain(date) for _, date in read])
        return
    sys.stdout.write("\t".join([*header, "edtf", "earliest", "latest"]) + "\n")
    for row, date in read:
        cells = row + [""] * (len(header) - len(row))
        years = ["" if year is None else str(year) for year in (date.earliest, date.latest)]
        sys.stdout.write("\t".join([*cells, date.edtf or "", *years]) + "\n")


def _rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a table separated by tabs, which knows no quotation marks. Raises ClickException."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(lines(file), start=1):
                if isinstance(line, Oversized):
                    raise fail(f"{path}, line {number}: {line.reason}")
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n").split("\t")
    except OSError as error:
        raise fail(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise fail(f"{path}, line {number}: this is not UTF-8. Save the table as UTF-8.") from error
