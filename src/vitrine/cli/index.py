"""`vitrine index`: the index of the search, brought up to date or built anew."""

from pathlib import Path

import click

from vitrine.cli.output import out, print_json
from vitrine.cli.working import do


@click.command("index")
@click.option("--anew", is_flag=True, help="Build the whole index anew, beside the one that answers meanwhile.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(home: Path, anew: bool, as_json: bool) -> None:
    """Bring the index of the search up to date. The site does so by itself while it is served.

    \b
    Example:
      vitrine index --anew
    """
    from vitrine.server.start import open_home

    open_home(home)
    from vitrine.server.search.indexing import index_job

    job = do(index_job(anew=anew), "Indexing")
    if as_json:
        print_json({"indexed": job.done})
    else:
        out.print(f"{job.done:,} works indexed.")
