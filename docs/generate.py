"""Write the reference pages from what runs: commands' help, settings, the rights gate, defects. `python docs/generate.py`."""

import tempfile
from pathlib import Path
from typing import Any

import click
from msgspec import inspect

from vitrine.cards import Card
from vitrine.cli.main import COMMANDS, cli
from vitrine.quality import PROBLEMS
from vitrine.records.defects import DEFECTS
from vitrine.rights import OPERATIONS, ROWS
from vitrine.server.options import OPTIONS

REFERENCE = Path(__file__).parent / "reference"
_NOTE = "<!-- Written by docs/generate.py from the program itself. Change the program, not this page. -->\n\n"


def pages() -> dict[str, str]:
    """Return the reference pages by file name."""
    return {
        "commands.md": _NOTE + _commands(),
        "settings.md": _NOTE + _settings(),
        "rights-gate.md": _NOTE + _gate(),
        "defects.md": _NOTE + _defects(),
        "card.md": _NOTE + _card(),
        "roles.md": _NOTE + _roles(),
    }


def _commands() -> str:
    context = click.Context(cli, info_name="vitrine")
    parts = ["# Commands\n", _help(cli, context)]
    for name in COMMANDS:
        command = _command(cli, context, name)
        inner = click.Context(command, info_name=name, parent=context)
        parts.append(f"## vitrine {name}\n\n{_help(command, inner)}")
        if isinstance(command, click.Group):
            for sub in command.list_commands(inner):
                child = _command(command, inner, sub)
                parts.append(
                    f"### vitrine {name} {sub}\n\n{_help(child, click.Context(child, info_name=sub, parent=inner))}"
                )
    return "\n".join(parts)


def _command(group: click.Group, context: click.Context, name: str) -> click.Command:
    found = group.get_command(context, name)
    if found is None:
        raise LookupError(name)
    return found


def _help(command: click.Command, context: click.Context) -> str:
    context.terminal_width = context.max_content_width = 100
    return f"```text\n{command.get_help(context)}\n```\n"


def _settings() -> str:
    rows = [f"| `{one.name}` | {f'`{one.default}`' if one.default else ''} | {one.help} |" for one in OPTIONS]
    head = [
        "# Settings\n",
        "All settings are environment variables.\n",
        "| variable | default | what it does |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _gate() -> str:
    intro = (
        "# The rights gate\n\nBefore every AI operation the gate reads the rights statement, text-and-data-mining reservation,"
        " community labels and sensitivities of a work, and answers *allowed*, *needs a person* or *refused*, with the rule and"
        " the reason. Where several rules apply, the strictest wins. This is the museum's policy in software, not legal advice.\n"
    )
    head = f"| rights | {' | '.join(OPERATIONS)} |\n|---|{'---|' * len(OPERATIONS)}"
    rows = [
        f"| {row.title} | {' | '.join(cell.printed if (cell := row.cell(operation)) else 'as rights' for operation in OPERATIONS)} |"
        for row in ROWS
    ]
    letters = "Y allowed, A allowed with attribution, R needs a person, S in scientific research only, N refused."
    return "\n".join([intro, letters, "", head, *rows, ""])


def _defects() -> str:
    problems = [f"| `{code}` | {words} |" for code, words in PROBLEMS.items()]
    defects = [f"| `{code}` | {words} |" for code, words in DEFECTS.items()]
    return "\n".join(
        [
            "# Problems and defects\n",
            "Codes that reports count and filters choose by (`problem=P7`, `defect=date-order`).\n",
            "## Problem patterns\n",
            "Europeana's patterns for texts that serve readers badly.\n",
            "| code | what it means |\n|---|---|",
            *problems,
            "\n## Defects\n",
            "| code | what it means |\n|---|---|",
            *defects,
            "",
        ]
    )


def _card() -> str:
    intro = (
        "# The card\n\nEvery use of AI has a `card.toml` beside its code. All keys are needed, unless they say that they may be"
        ' empty. A *text by language* is written `{en = "…", it = "…"}` or as a table; English has to be there.\n'
    )
    head = "| key | what to write | as | example |\n|---|---|---|---|"
    return "\n".join([intro, head, *_card_rows(inspect.type_info(Card), ""), ""])


def _card_rows(kind: Any, place: str) -> list[str]:
    """Return the rows of a table of the card and of the tables in it."""
    rows = []
    for field in kind.fields:
        here = f"{place}{field.name}"
        said: dict[str, Any] = (field.type.extra_json_schema or {}) if isinstance(field.type, inspect.Metadata) else {}
        bare = field.type.type if isinstance(field.type, inspect.Metadata) else field.type
        inner = bare.item_type if isinstance(bare, inspect.ListType) else bare
        if not isinstance(inner, inspect.StructType):
            example = f"`{said['examples'][0]}`" if "examples" in said else ""
            rows.append(f"| `{here}` | {said.get('description', '')} | {_written(bare)} | {example} |")
            continue
        many = "[]" if isinstance(bare, inspect.ListType) else ""
        rows.append(
            f"| `{here}{many}` | {said.get('description') or (inner.cls.__doc__ or '').strip()} | {'tables' if many else 'table'} | |"
        )
        rows += _card_rows(inner, f"{here}{many}.")
    return rows


def _written(kind: inspect.Type) -> str:
    """Return how a value is written."""
    bare = kind.type if isinstance(kind, inspect.Metadata) else kind
    if isinstance(bare, inspect.ListType):
        return f"list of {_written(bare.item_type)}"
    if isinstance(bare, inspect.LiteralType):
        return " or ".join(f"`{one}`" for one in bare.values)
    if isinstance(bare, inspect.DictType):
        return "text by language"
    return "`true` or `false`" if isinstance(bare, inspect.BoolType) else "text"


def _roles() -> str:
    from vitrine.server.people.roles import ROLES, duties  # noqa: PLC0415  (needs Django, which is woken below)

    intro = "# Roles\n\nWhat each role may do in the studio. Whoever makes the first account may do everything.\n"
    head = f"| may | {' | '.join(role.group for role in ROLES)} |\n|---|{'---|' * len(ROLES)}"
    allowed = {role.group: duties(role) for role in ROLES}
    rows = [
        f"| {duty.words} | {' | '.join('yes' if duty in allowed[role.group] else 'no' for role in ROLES)} |"
        for duty in duties(ROLES[-1])
    ]
    return "\n".join([intro, head, *rows, ""])


if __name__ == "__main__":
    from vitrine.server.start import wake

    with tempfile.TemporaryDirectory() as folder:
        wake(Path(folder), site=True)
        written = pages()
    for name, text in written.items():
        (REFERENCE / name).write_text(text, "utf-8")
