"""`vitrine date`: how Vitrine reads a date."""

import csv
import sys
from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import fail, out, print_json
from vitrine.dates import DateRange, resolve


@click.command("date")
@click.argument("text", required=False)
@click.option(
    "--tsv",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
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
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise fail(f"{path} cannot be read: {error}") from error
    if not rows or "text" not in rows[0]:
        raise fail(f"{path} has no column `text` in its first line: it must be a table separated by tabs.")
    place = rows[0].index("text")
    read = [(row, resolve(row[place] if place < len(row) else "", circa=circa)) for row in rows[1:]]
    if as_json:
        print_json([_plain(date) for _, date in read])
        return
    width = len(rows[0])
    sys.stdout.write("\t".join([*rows[0], "edtf", "earliest", "latest"]) + "\n")
    for row, date in read:
        cells = row + [""] * (width - len(row))
        years = ["" if year is None else str(year) for year in (date.earliest, date.latest)]
        sys.stdout.write("\t".join([*cells, date.edtf or "", *years]) + "\n")
