"""`vitrine tiers`: Europeana's tiers of EDM records, without importing them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from vitrine.cli.output import InputPath, fail, out, print_json, progress
from vitrine.formats import FeedError, Member, members
from vitrine.quality import RecordTiers, tiers_of_documents


@click.command("tiers")
@click.argument("path", type=InputPath(dir_okay=True))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON document: a list of id, content, metadata, language, enabling, contextual.",
)
def command(path: Path, as_json: bool) -> None:
    """Compute the content and metadata tiers of EDM records (external or internal) in an XML file, a zip or a folder.

    \b
    Example:
      vitrine tiers records.zip --json
    """
    try:
        with progress("Reading records") as show:
            results = [_plain(one) for one in _tiers(path, show)]
    except FeedError as error:
        raise fail(str(error)) from error
    if results and all("error" in one for one in results):
        raise fail(f"No record could be read. {results[0]['id']}: {results[0]['error']}")
    if as_json:
        print_json(results)
        return
    for one in results:
        if "error" in one:
            out.print(f"{one['id']}  {one['error']}", markup=False)
        else:
            tiers = f"language {one['language']}, enabling {one['enabling']}, contextual {one['contextual']}"
            out.print(f"{one['content']} {one['metadata']}  {one['id']}  ({tiers})", markup=False)


def _tiers(path: Path, show: Callable[[int, int | None], None]) -> Iterator[RecordTiers]:
    """Yield the tiers of every record below `path`, and what could not be opened as an entry with an error."""
    refused: list[Member] = []

    def documents() -> Iterator[tuple[str, BinaryIO]]:
        for member in members(path):
            if member.refused:
                refused.append(member)
            else:
                yield member.name, member.stream

    for number, one in enumerate(tiers_of_documents(documents()), start=1):
        show(number, None)
        yield one
    yield from (RecordTiers(member.name, error=member.refused) for member in refused)


def _plain(one: Any) -> dict[str, Any]:
    fields = {name: getattr(one, name) for name in ("id", "content", "metadata", "language", "enabling", "contextual")}
    return {"id": one.id, "error": one.error} if one.error else fields
