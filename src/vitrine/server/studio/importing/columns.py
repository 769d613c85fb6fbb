"""The mapping as a form: every column with what stands in it, the part it plays and why; and the mapping that comes of it."""

from pathlib import Path
from typing import Any

from vitrine.formats import FeedError, load_mapping
from vitrine.formats.mapping.model import canonical
from vitrine.formats.proposal.placement import Placed, Placement
from vitrine.formats.proposal.roles import place
from vitrine.formats.proposal.sample import Column, Sample, keyed, sample
from vitrine.formats.proposal.toml import written
from vitrine.server.studio.importing.parts import IDENTIFIERS, LEFT_OUT, ROW_NUMBER

EXAMPLES = 3
_LONGEST_EXAMPLE = 120


def look(path: Path) -> tuple[dict[str, Any], str]:
    """Return what is seen of a table or JSON (for `Draft.columns`) and the mapping proposed. Raises FeedError."""
    seen = _sample(path)
    placement = place(seen)
    return _described(seen, placement), written(seen, placement)


def mapping_for(path: Path, choices: dict[str, Any]) -> str:
    """Return the mapping that the form's choices come to. Raises FeedError."""
    seen = _sample(path)
    text = written(seen, _chosen(place(seen), seen, choices))
    load_mapping(text)
    return text


def same(one: str, other: str) -> bool:
    """Return whether two mappings say the same, comments apart."""
    try:
        return canonical(load_mapping(one)) == canonical(load_mapping(other))
    except FeedError:
        return False


def key_of(column: Column) -> str:
    """Return what a column is known by in choices."""
    return f"{column.each}|{column.path}"


def _sample(path: Path) -> Sample:
    seen = sample(path)
    if not seen.rows:
        raise FeedError(
            f"{path.name} names columns and holds no record: a mapping is proposed from what stands in them."
        )
    if keys := keyed(seen):
        raise FeedError(
            f"{path.name} is one object with its records under names of their own ({', '.join(keys[:3])} …): export them as a list."
        )
    return seen


def _described(seen: Sample, placement: Placement) -> dict[str, Any]:
    why = {one.column.place: one for one in placement.placed}
    left = {column.place: reason for column, reason in placement.left}
    identifier = [key_of(column) for column in placement.identifier]
    return {
        "rows": seen.rows,
        "unreadable": seen.unreadable,
        "passed_over": seen.passed_over[:10],
        "remarks": placement.remarks,
        "language": placement.language,
        "circa": placement.circa,
        "identifier": identifier,
        "table": [column.path for column in seen.columns] if seen.format == "csv" else [],
        "columns": [_column(column, seen, why.get(column.place), left) for column in seen.columns],
    }


def _column(column: Column, seen: Sample, placed: Placed | None, left: dict[int, str]) -> dict[str, Any]:
    examples = [value for value in dict.fromkeys(column.values) if value][:EXAMPLES]
    return {
        "key": key_of(column),
        "shown": column.shown,
        "examples": [value[:_LONGEST_EXAMPLE] + ("…" if len(value) > _LONGEST_EXAMPLE else "") for value in examples],
        "filled": round(100 * column.filled / seen.rows),
        "unique": column.unique and column.filled == seen.rows and not column.each,
        "part": placed.role if placed else "",
        "why": placed.why if placed else left.get(column.place, ""),
    }


def _chosen(placement: Placement, seen: Sample, choices: dict[str, Any]) -> Placement:
    """Return a placement with what a person chose instead of what was proposed."""
    parts: dict[str, str] = choices.get("parts", {})
    placed = [one for one in placement.placed if key_of(one.column) not in parts]
    left = [(column, why) for column, why in placement.left if key_of(column) not in parts]
    for column in seen.columns:
        part = parts.get(key_of(column))
        if part and part != LEFT_OUT:
            placed.append(Placed(column, part, 1.0, "chosen in the studio"))
        elif part == LEFT_OUT and column not in placement.identifier:
            left.append((column, "left out in the studio"))
    placed.sort(key=lambda one: one.column.place)
    identifier = placement.identifier
    if wanted := choices.get("identifier"):
        identifier = [column for column in seen.columns if wanted != ROW_NUMBER and key_of(column) == wanted]
        left = [(column, why) for column, why in left if column not in identifier]
        # What was known as the identifier is a number like others where another is chosen.
        left += [(one, "another column was chosen") for one in placement.identifier if _lost(one, placed, identifier)]
    return Placement(
        placed, left, identifier, choices.get("language", placement.language),
        choices.get("circa", placement.circa), placement.remarks,
    )  # fmt: skip


def _lost(column: Column, placed: list[Placed], identifier: list[Column]) -> bool:
    return column not in identifier and all(one.column is not column for one in placed)


def identifier_choices(columns: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the columns that can identify records, as value and name."""
    known = set(columns["identifier"])
    return [
        (one["key"], one["shown"])
        for one in columns["columns"]
        if one["key"] in known or one["unique"] or (one["part"] in IDENTIFIERS and one["key"].startswith("|"))
    ]
