"""`vitrine analyse`: figures and faces looked for in the pictures of works, as proposals for people to approve."""

from pathlib import Path

import click

from vitrine.cli.output import WORDS, find_source, out, print_json
from vitrine.cli.working import do

_SAID = {
    "found": "with figures or faces: people look at the proposals in the studio, under Figures",
    "nobody": "in which nobody was found",
    "refused": "not looked at: their rights, their care or a living person forbid it",
    "failed": "that could not be read",
    "unchanged": "looked at before (--anew looks again)",
}


@click.command("analyse")
@click.option("--pose", is_flag=True, help="Look for figures: the joints of bodies.")
@click.option("--face", is_flag=True, help="Look for faces.")
@click.option("--source", type=WORDS, help="Only this source.")
@click.option("--anew", is_flag=True, help="Look again at pictures that were looked at before.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(home: Path, pose: bool, face: bool, source: str | None, anew: bool, as_json: bool) -> None:
    """Look for figures and faces in the pictures of works and propose their key points; both unless one is named.

    Nothing that a person placed or decided is changed. The use of AI `key-points` has to be switched on in the studio first.
    Stopped, the same command goes on where it was.

    \b
    Examples:
      vitrine analyse
      vitrine analyse --pose --source ours
      vitrine analyse --face --anew
    """
    from vitrine.server.start import open_home

    open_home(home, site=True)
    from vitrine.server.figures.jobs import looking_job
    from vitrine.server.figures.models import Kind

    kinds = [kind for kind, wanted in ((Kind.POSE, pose), (Kind.FACE, face)) if wanted] or [Kind.POSE, Kind.FACE]
    where = find_source(source) if source is not None else None
    job = do(looking_job(kinds, where, anew=anew), "Looking")
    if as_json:
        print_json({"works": job.done, **job.counts})
        return
    out.print(f"{job.done:,} works.")
    for name, words in _SAID.items():
        if job.counts.get(name):
            out.print(f"{job.counts[name]:>9,} pictures {words}.")
    if job.counts.get("without"):
        out.print(f"{job.counts['without']:>9,} works without a picture.")
