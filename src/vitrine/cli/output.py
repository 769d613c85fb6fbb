"""How commands speak: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

if TYPE_CHECKING:
    from vitrine.server.collection.models import Source


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let `main` end the command quietly: Rich would end it as if it had failed."""
        raise BrokenPipeError


out = _Console(highlight=False, soft_wrap=True)
notes = _Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print one JSON document in UTF-8, and nothing else, on standard output."""
    text = json.dumps(value, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)
    # A file name need not be UTF-8: what is not becomes an escape of JSON, which is what `backslashreplace` writes.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def fail(message: str, status: int = 1) -> click.ClickException:
    """Return the error that ends a command with one clear sentence and the exit status `status`."""
    error = click.ClickException(message)
    error.exit_code = status
    return error


class Words(click.ParamType):
    """An argument that is text: in UTF-8, and no longer than the database keeps of it."""

    name = "text"

    def __init__(self, longest: int = 100_000) -> None:
        """Accept up to `longest` characters."""
        self._longest = longest

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value`. Raises BadParameter."""
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} is not UTF-8.", param, ctx)
        if len(value) > self._longest:
            self.fail(f"{value[:40]!r}… is longer than {self._longest:,} characters.", param, ctx)
        return value


WORDS = Words()


class InputPath(click.Path):
    """A path to read from: what would never end, or stand still until somebody writes into it, is refused."""

    def __init__(self, *, dir_okay: bool = False) -> None:
        """Accept a file, and with `dir_okay` a folder."""
        super().__init__(exists=True, dir_okay=dir_okay, readable=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path. Raises BadParameter."""
        path = Path(super().convert(value, param, ctx))
        if not path.is_file() and not path.is_dir():
            self.fail(f"{str(path)!r} is a pipe or a device, not a file.", param, ctx)
        return path


def find_source(name: str) -> "Source":
    """Return the source `name` of the opened home. Raises ClickException where there is none, and names those that are."""
    from vitrine.server.collection.models import Source

    source = Source.objects.filter(name=name).first()
    if source is None:
        known = ", ".join(Source.objects.values_list("name", flat=True)) or "none yet"
        raise fail(f"There is no source {name!r}. Sources: {known}.")
    return source


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show a progress bar on standard error while inside, on a terminal only; yields `show(done, total)`."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes, transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def count_of_works(number: int) -> str:
    """Return `1 work`, `1,234 works`."""
    return "1 work" if number == 1 else f"{number:,} works"


def counts_table(title: str, counts: dict[Any, int], first: str, second: str = "works") -> Table:
    """Return a table of counts, most first."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, title_style="bold")
    table.add_column(first)
    table.add_column(second, justify="right")
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        table.add_row(str(name), f"{count:,}")
    return table
