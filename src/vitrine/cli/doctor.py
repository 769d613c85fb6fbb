"""`vitrine doctor`: what is well with the installation, what is not, and what to do."""

from pathlib import Path

import click

from vitrine.cli.output import out, print_json, progress

_MARKS = {"ok": "[green]ok     [/green]", "warning": "[yellow]warning[/yellow]", "error": "[red]error  [/red]"}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document: healthy, and a list of checks.")
@click.pass_obj
@click.pass_context
def command(ctx: click.Context, home: Path, as_json: bool) -> None:
    """Look the installation over: versions, disk, permissions, database, migrations, media, jobs. Changes nothing.

    Media files are looked for one and all; they are read and compared with their checksums while they are no more than 5 GB.
    The exit status is 1 where something is in error.

    \b
    Example:
      vitrine doctor
    """
    from vitrine.server.upkeep.doctor import examine

    with progress("Reading media") as show:
        checks = examine(home, show)
    healthy = all(check.state != "error" for check in checks)
    if as_json:
        print_json({"healthy": healthy, "checks": [check._asdict() for check in checks]})
    else:
        for check in checks:
            out.print(f"{_MARKS[check.state]} [bold]{check.name}[/bold]  ", end="")
            out.print(check.message, markup=False)
    if not healthy:
        ctx.exit(1)
