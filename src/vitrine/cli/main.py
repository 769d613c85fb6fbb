"""The command `vitrine`. Each command is a module of this folder, loaded only when it is called."""

import importlib
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from vitrine.server.home import BusyError, HomeError, default_home
from vitrine.server.options import SettingError, one_line

COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "import": "import_",
    "report": "report",
    "show": "show",
    "rights": "rights",
    "tiers": "tiers",
    "date": "date",
    "index": "index",
    "analyse": "analyse",
    "account": "account",
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
    if home is not None and not home.parts:
        raise click.UsageError("The home is blank: name a folder with --home.")
    ctx.obj = home or default_home()


def main() -> None:
    """Run the command line; an error a person can mend is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Titles of every script on terminals of any: what one cannot show is written as its number.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = cli.main(standalone_mode=False) or 0
        if sys.stdout is not None:
            sys.stdout.flush()
        sys.exit(status)
    except click.exceptions.Abort:
        _end("Stopped.", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        asked = f" See {error.ctx.command_path} --help." if error.ctx else ""
        _end(f"vitrine: {error.format_message().rstrip('.')}.{asked}", error.exit_code)
    except click.ClickException as error:
        _end(f"vitrine: {error.format_message()}", error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough: not an error, and nothing more may be written.
        _close_output()
        sys.exit(0)
    except Exception as error:
        said = _trouble(error)
        if said is None:
            raise
        _close_output()
        _end(f"vitrine: {said}", 1)


def _trouble(error: Exception) -> str | None:
    """Return in one sentence what a person can mend: settings, the home, the disk, the database. None for all else."""
    if isinstance(error, HomeError | BusyError | SettingError):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}."
    if type(error).__name__ == "DatabaseError" or any(
        base.__name__ in _DATABASE_TROUBLE for base in type(error).__mro__
    ):
        return f"The database cannot be used: {one_line(error)}. What was written before is safe."
    return None


_DATABASE_TROUBLE = ("OperationalError", "InterfaceError")
"""Errors of databases that their surroundings are to blame for (a full disk, a lost connection), in every driver; a
DatabaseError itself is SQLite's word for a damaged file. Other kinds of it are mistakes of ours."""


def _end(said: str, status: int) -> NoReturn:
    # Nobody may be there to read it.
    with suppress(OSError):
        click.echo(said, err=True)
    sys.exit(status)


def _close_output() -> None:
    """Let what still waits to be written go nowhere: where writing failed once, it would fail again at the very end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
