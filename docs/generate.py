"""Write the reference pages from what runs: commands' help, settings, the rights gate, defects. `python docs/generate.py`."""

from pathlib import Path

import click

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


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, "utf-8")
