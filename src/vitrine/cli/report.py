"""`vitrine report`: what a collection is ready for, and the cheapest way to make it better."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import WORDS, count_of_works, counts_table, fail, find_source, out, print_json, progress
from vitrine.records.defects import DEFECTS


@click.command("report")
@click.option("--source", type=WORDS, help="Only this source.")
@click.option(
    "--fixes",
    "with_fixes",
    is_flag=True,
    help="The fix list: what to mend, how many works rise, and the filter that selects them.",
)
@click.option(
    "--problems", type=click.Path(path_type=Path, dir_okay=False), help="Write every problem as a row of a CSV file."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(home: Path, source: str | None, with_fixes: bool, problems: Path | None, as_json: bool) -> None:
    """Report the quality of the collection: tiers, rights, languages, problems and defects.

    \b
    Examples:
      vitrine report
      vitrine report --source tate --fixes
      vitrine report --problems problems.csv
    """
    from vitrine.server.start import open_home

    open_home(home)
    if source is not None:
        find_source(source)
    if problems is not None:
        _write(problems, source, as_json)
    elif with_fixes:
        _fixes(source, as_json)
    else:
        _report(source, as_json)


def _report(source: str | None, as_json: bool) -> None:
    from vitrine.quality import PROBLEMS
    from vitrine.server.collection.report import report

    result = report(source)
    if as_json:
        print_json(result)
        return
    out.print(f"[bold]{count_of_works(result['works'])}[/bold], {result['quarantined']:,} records in quarantine\n")
    headings = {
        "content_tier": "Content tier",
        "metadata_tier": "Metadata tier",
        "rights": "Rights",
        "languages": "Languages of texts",
    }
    if not result["works"]:
        out.print("Import a collection first: vitrine import FILE --source NAME", markup=False)
        return
    for name, heading in headings.items():
        out.print(counts_table(heading, result[name], "tier" if name.endswith("tier") else ""))
        out.print()
    for name, heading, words in (("problems", "Problem patterns", PROBLEMS), ("defects", "Defects", DEFECTS)):
        counts = {f"{code}  {words.get(code, '')}": number for code, number in result[name].items()}
        out.print(counts_table(heading, counts, "code"))
        out.print()


def _fixes(source: str | None, as_json: bool) -> None:
    from vitrine.server.collection.report import fixes, plain_fixes

    listed = fixes(source)
    if as_json:
        print_json(plain_fixes(listed))
        return
    if not listed:
        out.print("No mend would raise a tier.")
    for number, fix in enumerate(listed, 1):
        _fix_line(number, fix)


def _fix_line(number: int, fix: Any) -> None:
    out.print(
        f"[bold]{number}. {fix.title}[/bold]: {count_of_works(fix.works)} {'rises' if fix.works == 1 else 'rise'}"
    )
    for rise in fix.rises:
        out.print(f"   {rise.works:>10,}  {rise.dimension} tier {rise.before} -> {rise.after}")
    out.print(f"   filter: {fix.filter}", style="dim", markup=False)


def _write(path: Path, source: str | None, as_json: bool) -> None:
    from vitrine.server.collection.problems import write_problems

    if path.exists() and not path.is_file():
        raise fail(f"{path} is no file: give the name of one.")
    partial = path.with_name(f"{path.name}.partial")
    try:
        # The byte-order mark tells spreadsheets that the file is UTF-8.
        with progress("Writing problems") as show, partial.open("w", encoding="utf-8-sig", newline="") as file:
            rows = write_problems(file, source, show)
        partial.replace(path)
    except OSError as error:
        raise fail(f"{path} cannot be written: {error.strerror}. Nothing was left there.") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    if as_json:
        print_json({"file": str(path), "rows": rows})
    else:
        out.print(f"{rows:,} rows written to {path}", markup=False)
