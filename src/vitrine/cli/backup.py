"""`vitrine backup`: everything in one file."""

from pathlib import Path

import click

from vitrine.cli.output import fail, notes, out, print_json, progress


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(home: Path, file: Path, as_json: bool) -> None:
    """Write everything that the home keeps to one new file: database, media, mappings, uploads and the secret key.

    The server may go on running. FILE appears under its name when it is complete; a file that exists is never overwritten.
    Keep it as you keep the server: it holds the key and the accounts.

    \b
    Example:
      vitrine backup vitrine-2026-11-21.tar
    """
    from vitrine.server.upkeep import UpkeepError
    from vitrine.server.upkeep.backup import backup

    try:
        with progress("Backing up") as show:
            made = backup(home, file, show)
    except UpkeepError as error:
        raise fail(str(error)) from error
    if as_json:
        print_json(made._asdict())
        return
    out.print(
        f"{made.works:,} works and {made.media:,} media files in {made.file}, {made.size / 1e6:,.1f} MB", markup=False
    )
    if made.missing or made.damaged:
        notes.print(
            f"Not whole in the media store: {len(made.missing):,} files missing, {len(made.damaged):,} damaged."
            " vitrine doctor says what to do."
        )
