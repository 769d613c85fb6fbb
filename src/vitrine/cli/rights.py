"""`vitrine rights`: assign statements in bulk, decide about changes, read and undo the log."""

from pathlib import Path
from typing import Any

import click

from vitrine.cli.output import WORDS, Words, count_of_works, fail, find_source, out, print_json
from vitrine.cli.working import do
from vitrine.rights import describe, parse

_SOURCE = click.option("--source", type=WORDS, required=True, help="The source whose works are meant.")
_WHERE = click.option(
    "--where",
    "filter_",
    type=WORDS,
    default="",
    help="Only works that this filter chooses, such as `rights=missing type=painting`.",
)
_EVIDENCE = click.option("--evidence", type=WORDS, required=True, help="Why: a contract, a letter, a page, a rule.")
_BY = click.option("--by", type=Words(200), required=True, help="The person who decides.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.group("rights")
def command() -> None:
    """Assign rights statements in bulk, decide about changes of rights, read the log, undo.

    \b
    Example:
      vitrine rights set http://creativecommons.org/publicdomain/mark/1.0/ --source ours \\
          --where "year<=1850" --evidence "Maker died before 1900" --by "Ada Rossi"
    """


@command.command("set")
@click.argument("uri", type=WORDS)
@_SOURCE
@_WHERE
@click.option(
    "--of",
    "scope",
    type=click.Choice(["object", "media", "metadata"]),
    default="object",
    show_default=True,
    help="The rights of what.",
)
@_EVIDENCE
@_BY
@_JSON
@click.pass_obj
def set_(home: Path, uri: str, source: str, filter_: str, scope: str, evidence: str, by: str, as_json: bool) -> None:
    """Assign the statement URI to every work of a source, or to those a filter chooses.

    \b
    Example:
      vitrine rights set http://rightsstatements.org/vocab/CNE/1.0/ --source tate \\
          --where "rights=missing" --evidence "Not evaluated yet" --by "Ada Rossi"
    """
    parsed = parse(uri)
    if not parsed.uri:
        raise fail(
            f"{uri!r} is no rights statement: give the address of a Creative Commons, rightsstatements.org or Europeana statement.",
            2,
        )
    works = _decide(
        home, kind="set", uri=parsed.uri, scope=scope, source=source, filter_=filter_, evidence=evidence, by=by
    )
    _tell(works, as_json, f"{describe(parsed.uri).code} assigned to {count_of_works(works['works'])}")


@command.command("changes")
@click.option("--source", type=WORDS, help="Only this source.")
@_JSON
@click.pass_obj
def changes(home: Path, source: str | None, as_json: bool) -> None:
    """List the changes of rights that wait for a decision.

    \b
    Example:
      vitrine rights changes --source ours
    """
    _open(home)
    from vitrine.server.collection.deciding.waiting import waiting

    if source is not None:
        find_source(source)
    groups = waiting(source)
    if as_json:
        print_json(groups)
        return
    if not groups:
        out.print("No change of rights waits for a decision.")
    for group in groups:
        out.print(
            f"{group['works']:>8,}  {group['before']} -> {group['after']}  (for example {group['example']})",
            markup=False,
        )
    if groups:
        out.print("Decide: vitrine rights accept, or vitrine rights keep, with --where to choose among them.")


def _settling(name: str, text: str, done: str) -> None:
    """Make the command that settles waiting changes one way."""

    @command.command(name, help=text)
    @_SOURCE
    @_WHERE
    @_EVIDENCE
    @_BY
    @_JSON
    @click.pass_obj
    def settle(home: Path, source: str, filter_: str, evidence: str, by: str, as_json: bool) -> None:
        chosen = f"flagged=yes {filter_}".strip()
        works = _decide(home, kind=name, uri="", scope="", source=source, filter_=chosen, evidence=evidence, by=by)
        _tell(works, as_json, f"{done} for {count_of_works(works['works'])}")


_settling(
    "accept",
    """Accept what the source now says about rights, for the works that wait.

    \b
    Example:
      vitrine rights accept --source ours --evidence "Confirmed by the registrar" --by "Ada Rossi"
    """,
    "The new rights are accepted",
)
_settling(
    "keep",
    """Keep the former rights of the works that wait, against what the source now says.

    \b
    Example:
      vitrine rights keep --source ours --where "maker~Lindström" --evidence "Contract of 2011" --by "Ada Rossi"
    """,
    "The former rights are kept",
)


@command.command("log")
@_JSON
@click.pass_obj
def log(home: Path, as_json: bool) -> None:
    """Print the decision log: who decided what, when, why, about how many works.

    \b
    Example:
      vitrine rights log
    """
    _open(home)
    from vitrine.server.collection.deciding.waiting import log_entries

    entries = log_entries()
    if as_json:
        print_json(entries)
        return
    for entry in entries:
        undone = f", undone by {entry['undone_by']} {entry['undone_at']}" if entry["undone_at"] else ""
        chosen = f" where {entry['filter']}" if entry["filter"] else ""
        out.print(
            f"{entry['decision']:>4}  {entry['at']}  {entry['by']}: {entry['kind']} {entry['uri']} {entry['scope']}, source {entry['source']}{chosen}, {count_of_works(entry['works'])}. {entry['evidence']}{undone}",
            markup=False,
        )


@command.command("undo")
@click.argument("decision", type=int)
@_BY
@_JSON
@click.pass_obj
def undo_(home: Path, decision: int, by: str, as_json: bool) -> None:
    """Undo a decision: what stood before it stands again. DECISION is its number in the log.

    \b
    Example:
      vitrine rights undo 3 --by "Ada Rossi"
    """
    _open(home)
    from vitrine.server.collection.deciding.jobs import undo_job
    from vitrine.server.collection.models import RightsDecision

    _named(by)
    row = RightsDecision.objects.filter(pk=decision).first()
    if row is None:
        raise fail(f"There is no decision {decision}: see vitrine rights log.")
    job = undo_job(row, by)
    if job is None:
        raise fail(f"Decision {decision} was already undone by {row.undone_by}.")
    result = {"decision": decision, "works": do(job, "Undoing").done}
    if as_json:
        print_json(result)
    else:
        out.print(
            f"Decision {decision} is undone for {count_of_works(result['works'])}: what stood before it stands again."
        )


def _open(home: Path) -> None:
    from vitrine.server.start import open_home

    open_home(home)


def _named(by: str) -> None:
    if not by.strip():
        raise fail("A decision needs the person who makes it: --by.", 2)


def _decide(
    home: Path, *, kind: str, uri: str, scope: str, source: str, filter_: str, evidence: str, by: str
) -> dict[str, Any]:
    """Write a decision into the log and carry it out; return its number and how many works it concerned."""
    _open(home)
    from vitrine.server.collection.deciding.jobs import decision_job
    from vitrine.server.collection.filters import FilterError, works
    from vitrine.server.collection.models import RightsDecision

    if not evidence.strip():
        raise fail("A decision needs its evidence: --evidence.", 2)
    _named(by)
    try:
        works(filter_)
    except FilterError as error:
        raise fail(str(error), 2) from error
    row = find_source(source)
    job = decision_job(kind=kind, uri=uri, scope=scope, source=row, filter=filter_, evidence=evidence, by=by)
    decision = RightsDecision.objects.get(pk=job.arguments["decision"])
    do(job, "Deciding")
    decision.refresh_from_db()
    return {"decision": decision.pk, "works": decision.works}


def _tell(result: dict[str, Any], as_json: bool, sentence: str) -> None:
    if as_json:
        print_json(result)
    else:
        out.print(
            f"{sentence} (decision {result['decision']}; undo: vitrine rights undo {result['decision']} --by NAME)."
        )
