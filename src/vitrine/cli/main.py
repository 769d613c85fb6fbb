"""The command `vitrine`. Each command is a module of this folder, loaded only when it is called."""

import errno
import importlib
import os
import sys
from pathlib import Path

import click

from vitrine.server.home import BusyError, HomeError, default_home

COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "import": "import_",
    "report": "report",
    "show": "show",
    "rights": "rights",
    "tiers": "tiers",
    "date": "date",
    "doctor": "doctor",
    "backup": "backup",
    "restore": "restore",
}
"""Command and the module that holds it, in the order a newcomer needs them."""


class _Commands(click.Group):
    """The commands, loaded when asked for: `vitrine date` need not wait for the database."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"vitrine.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that holds everything. Default: VITRINE_HOME, else the platform's user data folder.",
)
@click.version_option(package_name="vitrine-museum", prog_name="vitrine")
@click.pass_context
def cli(ctx: click.Context, home: Path | None) -> None:
    """A museum's collection: import it, see what is wrong with it, decide what AI may do with it.

    \b
    Example:
      vitrine --home ./home import export.csv --source ours
    """
    ctx.obj = home or default_home()


def main() -> None:
    """Run the command line; an error a person can mend is one sentence on standard error."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            error.show()
        else:
            click.echo(f"vitrine: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except (HomeError, BusyError) as error:
        click.echo(f"vitrine: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough: not an error, and nothing more may be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        click.echo(
            f"vitrine: no space is left on the disk{f' for {error.filename}' if error.filename else ''}.", err=True
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
