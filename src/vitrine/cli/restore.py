"""`vitrine restore`: a back-up into an empty home."""

from pathlib import Path

import click

from vitrine.cli.output import InputPath, fail, out, print_json, progress


@click.command("restore")
@click.argument("file", type=InputPath())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(home: Path, file: Path, as_json: bool) -> None:
    """Restore a back-up into an empty home.

    The whole file is checked before anything is put in place. A back-up of an older version is brought up to date, one of a
    newer version is refused. A restore that was stopped is done again with the same command.

    \b
    Example:
      vitrine --home /srv/vitrine-new restore vitrine-2026-11-21.tar
    """
    from vitrine.server.upkeep import UpkeepError
    from vitrine.server.upkeep.restore import restore

    try:
        with progress("Checking the back-up") as show:
            restored = restore(file, home, show)
    except UpkeepError as error:
        raise fail(str(error)) from error
    if as_json:
        print_json(restored._asdict())
    else:
        out.print(
            f"{restored.works:,} works and {restored.media:,} media files of {restored.made} are in {restored.home}",
            markup=False,
        )
