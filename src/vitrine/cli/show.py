"""`vitrine show`: one record with everything known about it."""

from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console

from vitrine.cli.output import WORDS, fail, out, print_json
from vitrine.records import Change, Record
from vitrine.records.codec import plain


@click.command("show")
@click.argument("id", type=WORDS)
@click.option("--as", "form", type=click.Choice(["text", "json"]), default="text", help="json: for programs.")
@click.option("--json", "as_json", is_flag=True, help="The same as --as json.")
@click.option("--version", "number", type=int, help="The source's record as it was in this version.")
@click.option("--raw", is_flag=True, help="Print the raw record, byte for byte as it came.")
@click.pass_obj
def command(home: Path, id: str, form: str, as_json: bool, number: int | None, raw: bool) -> None:
    """Show a record: what it says and who said it, its versions, tiers, problems, and what AI may do with it.

    ID is SOURCE:KEY, as reports and pages print it.

    \b
    Examples:
      vitrine show tate:A00001
      vitrine show tate:A00001 --as json
      vitrine show tate:A00001 --raw
    """
    from vitrine.server.start import open_home

    open_home(home)
    work = _find(id)
    if raw:
        click.get_binary_stream("stdout").write(bytes(_version(work, number).raw))
        return
    account = _account(work, number)
    if form == "json" or as_json:
        print_json(account)
    else:
        _tell(account)


def _find(id_: str) -> Any:
    from vitrine.server.collection.filters import works

    source, colon, key = id_.partition(":")
    work = works().filter(source__name=source, key=key).select_related("source", "profile").first() if colon else None
    if work is None:
        raise fail(f"There is no record {id_!r}. An id is SOURCE:KEY, such as tate:A00001.")
    return work


def _version(work: Any, number: int | None) -> Any:
    try:
        return work.version(number)
    except work.versions.model.DoesNotExist:
        raise fail(f"{work.identifier} has versions 1 to {work.number}, no version {number}.") from None


def _account(work: Any, number: int | None) -> dict[str, Any]:
    """Return everything known about `work` as plain data."""
    from vitrine.server.collection.account import account

    version = _version(work, number)
    return account(work, version if number is not None else None)


def _tell(account: dict[str, Any]) -> None:
    print_record(msgspec.convert(account["record"], Record), out)
    tiers = account["tiers"]
    out.print("\n[bold]Tiers[/bold]")
    out.print(
        f"  content {tiers['content']}, metadata {tiers['metadata']} (language {tiers['language']}, enabling {tiers['enabling']}, contextual {tiers['contextual']})"
    )
    if account["problems"] or account["defects"]:
        out.print(f"  problems: {', '.join([*account['problems'], *account['defects']])}", markup=False)
    for step in account["next_steps"]:
        out.print(f"  to rise: {step}", markup=False)
    out.print("\n[bold]What AI may do[/bold]")
    _tell_decisions(account["decisions"])
    for key, decisions in account["media_decisions"].items():
        out.print(f"  {key}", markup=False)
        _tell_decisions(decisions)
    out.print("\n[bold]Who said what[/bold]")
    source = account["source"]
    out.print(
        f"  {source['feed']}, {source['locator']}, read {source['read_at']}, version {account['version']} of {account['versions']}",
        markup=False,
    )
    for layer in account["layers"]:
        out.print(
            f"  {layer['path']} = {layer['value']!r}: {layer['by']}, {layer['at']}, {layer['status']}{', ' + layer['evidence'] if layer['evidence'] else ''}",
            markup=False,
        )
    for change in account["rights_changes"]:
        out.print(
            f"  rights changed by the source, {change['state']}: {change['before']} -> {change['after']}", markup=False
        )
    _tell_findings(account)


def _tell_decisions(decisions: dict[str, Any]) -> None:
    for operation, decision in decisions.items():
        line = f"  {operation:<10} {decision['outcome']}: {decision['reason']} (rule {decision['rule']})"
        out.print(line, markup=False)


def _tell_findings(account: dict[str, Any]) -> None:
    if account["repairs"]:
        out.print("\n[bold]Repairs[/bold]")
    for repair in account["repairs"]:
        out.print(f"  {repair['path']} ({repair['rule']}): {repair['before']!r} -> {repair['after']!r}", markup=False)
    if account["changes"]:
        out.print("\n[bold]Changed since the version before[/bold]")
    for change in (msgspec.convert(one, Change) for one in account["changes"]):
        out.print(f"  {change.path}: {change.before!r} -> {change.after!r}", markup=False)


def print_record(record: Record, console: Console) -> None:
    """Print the fields of a record that say something, one per line."""
    console.print(f"\n[bold]{record.id}[/bold]", highlight=False)
    for field, value in plain(record).items():
        if field not in ("id", "key", "origin"):
            _print_field(field, value, console)


def _print_field(field: str, value: Any, console: Console) -> None:
    for element in value if isinstance(value, list) else [value]:
        console.print(f"  {field.replace('_', ' '):<22} {_in_words(element)}", markup=False)


def _in_words(element: Any) -> str:
    """Return an element of the record in one line: a text with its language, anything else as `name: value` pairs."""
    if isinstance(element, list):
        return "; ".join(_in_words(one) for one in element)
    if not isinstance(element, dict):
        return str(element)
    if "value" in element and set(element) <= {"value", "language", "kind"}:
        marks = [element.get("kind", ""), element.get("language", "und")]
        return f"{element['value']} ({', '.join(mark for mark in marks if mark)})"
    return ", ".join(f"{name} {_in_words(value)}" for name, value in element.items())
