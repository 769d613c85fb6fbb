"""`vitrine tiers`: Europeana's tiers of EDM records, without importing them."""

from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import fail, out, print_json
from vitrine.formats import FeedError, members
from vitrine.quality import tiers_of_documents


@click.command("tiers")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
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
        results = [_plain(one) for one in tiers_of_documents((m.name, m.stream.read()) for m in members(path))]
    except FeedError as error:
        raise fail(str(error)) from error
    if as_json:
        print_json(results)
        return
    for one in results:
        if "error" in one:
            out.print(f"{one['id']}  {one['error']}", markup=False)
        else:
            tiers = f"language {one['language']}, enabling {one['enabling']}, contextual {one['contextual']}"
            out.print(f"{one['content']} {one['metadata']}  {one['id']}  ({tiers})", markup=False)


def _plain(one: Any) -> dict[str, Any]:
    fields = {name: getattr(one, name) for name in ("id", "content", "metadata", "language", "enabling", "contextual")}
    return {"id": one.id, "error": one.error} if one.error else fields
