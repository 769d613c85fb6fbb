"""What is wrong with a mapping, in the words of the person who wrote it: the line, the key, and what to write instead."""

import difflib
import re
from typing import Any, get_args

import msgspec

from vitrine.formats.mapping import model as shapes
from vitrine.formats.mapping.model import Mapping
from vitrine.toml_lines import line_number

_AT = re.compile(r" - at `\$\.?(.*?)`$")
_UNKNOWN_KEY = re.compile(r"Object contains unknown field `(.+?)`")
_MISSING_KEY = re.compile(r"Object missing required field `(.+?)`")
_BAD_CHOICE = re.compile(r"Invalid enum value '?(.+?)'?$")
_BAD_TYPE = re.compile(r"Expected `(.+?)`, got `(.+?)`$")
_OUT_OF_RANGE = re.compile(r"Expected `int` ([<>]=) (-?\d+)$")
_TYPES = {
    "str": "a text",
    "str | object": "a text or { … }",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list, written [[…]]",
    "object": "a table, written […]",
}


def explained(where: str, text: str, error: str) -> str:
    """Return the message for `error`, a msgspec.ValidationError as text, about the TOML `text` that is called `where`."""
    at = _AT.search(error)
    place = at[1].replace("[...]", "") if at else ""
    bare = _AT.sub("", error)
    if unknown := _UNKNOWN_KEY.match(bare):
        key = unknown[1]
        known = _known_keys(place)
        near = difflib.get_close_matches(key, known, 1)
        advice = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}."
        return (
            f"{where}{line_of(text, f'{place}.{key}' if place else key)}: {_table(place)} has no key {key!r}; {advice}"
        )
    if missing := _MISSING_KEY.match(bare):
        return f"{where}{line_of(text, place)}: {_table(place)} needs the key {missing[1]!r}."
    if choice := _BAD_CHOICE.match(bare):
        known = [str(one) for one in _choices(place) if one]
        return f"{where}{line_of(text, place)}: {choice[1]!r} is not one of {', '.join(known)} ({place})."
    if wrong := _BAD_TYPE.match(bare):
        wanted, got = _TYPES.get(wrong[1], wrong[1]), _TYPES.get(wrong[2], wrong[2])
        return f"{where}{line_of(text, place)}: {place} must be {wanted}, not {got}."
    if limit := _OUT_OF_RANGE.match(bare):
        most = "at least" if limit[1] == ">=" else "at most"
        return f"{where}{line_of(text, place)}: {place} must be {most} {limit[2]}."
    return f"{where}{line_of(text, place)}: {error}."


def _table(place: str) -> str:
    table = re.sub(r"\[\d+\]", "", place)
    return f"[{table}]" if table else "a mapping"


def _known_keys(place: str) -> list[str]:
    struct = _struct(place)
    return [field.name for field in msgspec.structs.fields(struct)] if struct else []


def _choices(place: str) -> tuple[Any, ...]:
    parent, _, key = place.rpartition(".")
    struct = _struct(parent)
    fields = {field.name: field.type for field in msgspec.structs.fields(struct)} if struct else {}
    kinds = (fields.get(key), *get_args(fields.get(key)))
    return tuple(dict.fromkeys(one for kind in kinds for one in get_args(kind) if isinstance(one, str)))


def _struct(place: str) -> type[msgspec.Struct] | None:
    """Return the type of the table at `place`, such as `titles[0]` or `tables[...]`; Cell for what is within a value."""
    steps = [re.sub(r"\[.*?\]", "", step) for step in place.split(".") if step]
    if not steps:
        return Mapping
    if len(steps) > 1 and steps[0] != "tables":
        return shapes.Cell
    fields = {field.name: field.type for field in msgspec.structs.fields(Mapping)}
    for candidate in (fields.get(steps[0]), *get_args(fields.get(steps[0]))):
        if isinstance(candidate, type) and issubclass(candidate, msgspec.Struct):
            return candidate
    return None


def line_of(text: str, key: str) -> str:
    """Return `, line 12` for where `titles[1].path` stands in the TOML, or blank where it cannot be told."""
    line = line_number(text, key)
    return f", line {line}" if line else ""
