"""`vitrine demo`: the house collection in an empty home, and the site on it."""

from pathlib import Path

import click

from vitrine.cli.output import notes, progress
from vitrine.cli.working import do

SOURCE = "house"

GAMES = ("strike-a-pose", "face-fit")
"""The uses of AI that the demo switches on."""

NAME = "The demo"
"""In whose name."""


@click.command("demo")
@click.option("--address", help="Where to listen. Default: VITRINE_ADDRESS, else 127.0.0.1:8000.")
@click.option("--no-serve", is_flag=True, help="Prepare the demo and stop.")
@click.pass_obj
def command(home: Path, address: str | None, no_serve: bool) -> None:
    """Paint and import the house collection where it is not there yet, then serve the site.

    \b
    Example:
      vitrine --home ./home demo
    """
    from vitrine.cli.serve import listening, serve
    from vitrine.server.options import option
    from vitrine.server.start import open_home

    if not no_serve:
        # Painting takes a while: better to know before that nothing could be served.
        listening(address or option("VITRINE_ADDRESS"))
    open_home(home, site=True)
    from vitrine.server.collection.models import Work

    if not Work.objects.filter(source__name=SOURCE).exists():
        _prepare()
    if not no_serve:
        serve(address)


def _prepare() -> None:
    """Paint the works, import them as any museum would import its export, and lay down the key points of their figures."""
    from vitrine.formats import shipped_mapping
    from vitrine.house import export
    from vitrine.server.collection.importing.feeds import import_job, source_for
    from vitrine.server.collection.media.job import media_job
    from vitrine.server.figures.house import lay_down
    from vitrine.server.options import home
    from vitrine.server.portraits.house import open_house

    notes.print("Painting the house collection: 24 works, painted by this program and dedicated to the public domain.")
    folder = home() / "house"
    with progress("Painting") as show:
        export(folder, show)
    feed = folder / "works.json"
    source = source_for(SOURCE, feed, "json", shipped_mapping(SOURCE))
    for job in (import_job(source, feed), media_job(source, fetch=False, folder=folder)):
        do(job, "Importing")
    lay_down(source)
    open_house(source)
    _switch_on()


def _switch_on() -> None:
    """Confirm the games' cards in the demo's own name: a demo is there to be played. A museum's home waits for a person."""
    from vitrine.server.uses.state import state
    from vitrine.server.uses.switching import switch_on

    for game in GAMES:
        found = state(game)
        if found.use is not None and found.use.card is not None and not found.obstacles:
            note = "Switched on by `vitrine demo`, so that the demo can be played."
            switch_on(game, digest=found.use.card.digest, responsible=NAME, user=NAME, note=note)
