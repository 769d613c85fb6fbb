"""`vitrine tiers`: Europeana's tiers of EDM records, without importing them."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from vitrine.cli.output import fail, out, progress
from vitrine.formats import FeedError, members
from vitrine.formats.edm.elements import rdfs
from vitrine.quality import RecordTiers, tiers_of_rdf

_FIELDS = ("id", "content", "metadata", "language", "enabling", "contextual")
_SHOWN_EVERY = 100


@click.command("tiers")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON document: a list of id, content, metadata, language, enabling, contextual; what cannot be read has id and error.",
)
def command(path: Path, as_json: bool) -> None:
    """Compute the content and metadata tiers of EDM records (external or internal) in an XML file, a zip, a .tgz or a folder.

    \b
    Example:
      vitrine tiers records.zip --json
    """
    write = _json_lines() if as_json else _line
    records = errors = 0
    fault = last = ""
    with _progress() as show:
        try:
            for one in _found(path):
                write(one)
                records, errors = records + (not one.error), errors + bool(one.error)
                last = one.error or last
                if (records + errors) % _SHOWN_EVERY == 0:
                    show(records + errors, None)
        except FeedError as error:
            fault = str(error)
    if as_json and (records or errors):
        sys.stdout.write("]\n")
    if fault:
        raise fail(fault)
    if not records:
        raise fail(f"No EDM record could be read in {path}. {last}".rstrip())


def _found(path: Path) -> Iterator[RecordTiers]:
    """Yield the tiers of every record in order, and what could not be read."""
    for member in members(path):
        for place, rdf in rdfs(member):
            if isinstance(rdf, str):
                yield RecordTiers(place, error=rdf)
            else:
                yield from tiers_of_rdf(rdf, place)


def _line(one: RecordTiers) -> None:
    if one.error:
        out.print(f"{one.id}  {one.error}", markup=False)
        return
    tiers = f"language {one.language}, enabling {one.enabling}, contextual {one.contextual}"
    out.print(f"{one.content} {one.metadata}  {one.id}  ({tiers})", markup=False)


def _json_lines() -> Callable[[RecordTiers], None]:
    """Return what writes one entry of the list after another, so that a million of them are never held."""
    separator = "["

    def write(one: RecordTiers) -> None:
        nonlocal separator
        names = ("id", "error") if one.error else _FIELDS
        entry = json.dumps({name: getattr(one, name) for name in names}, ensure_ascii=False)
        sys.stdout.write(f"{separator}{entry}")
        separator = ",\n"

    return write


def _progress() -> AbstractContextManager[Callable[[int, int | None], None]]:
    """A progress bar where the results do not pass by on the terminal themselves."""
    return nullcontext(lambda _done, _total: None) if sys.stdout.isatty() else progress("Computing tiers")
