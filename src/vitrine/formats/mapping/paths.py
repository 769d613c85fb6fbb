"""From a path to the value there: compiled once, asked for every record. Data may have any shape; nothing here raises."""

import math
import re
from collections.abc import Callable
from typing import Any

from vitrine.formats.mapping.model import Condition

Item = dict[str, Any]
"""A record, a row of a joined table, or an element of a list; `""` holds an element that is no object."""
Getter = Callable[[Item], Any]
"""Returns what is there as the file has it: a text, a number, None, an object, or a list of these."""

ROOT = "/"
"""Key under which an element carries the record it belongs to, for paths that begin with a slash."""

NUMBER = "#"
"""Path to the number of the row or record in its file, for files in which nothing else identifies a record."""

_LEAVES = "**"


def is_name(path: str) -> bool:
    """Return whether a path is a plain name: a column, or a field of the element itself."""
    return "." not in path and not path.startswith(ROOT)


def getter(path: str) -> Getter:
    """Return the function that takes what is at `path`. Lists on the way give the list of what is in their elements."""
    if path == ".":
        return lambda item: item.get("")
    if path.startswith(ROOT):
        inner = getter(path[1:])
        return lambda item: inner(item.get(ROOT, item))
    if is_name(path):
        return lambda item: item.get(path)
    first, *rest = path.split(".")

    def walk(item: Item) -> Any:
        if path in item:  # a column whose name has a dot in it
            return item[path]
        value = item.get(first)
        return _inside(value, rest) if value is not None else None

    return walk


def _inside(value: Any, steps: list[str]) -> Any:
    for place, step in enumerate(steps):
        if type(value) is dict:
            value = value.get(step)
        elif type(value) is list:
            if step.isdecimal():
                value = value[int(step)] if len(step) < 10 and int(step) < len(value) else None
            else:
                return _flat(_inside(element, steps[place:]) for element in value)
        else:
            return None
    return value


def _flat(values: Any) -> list[Any]:
    found: list[Any] = []
    for value in values:
        if type(value) is list:
            found.extend(value)
        elif value is not None:
            found.append(value)
    return found


def elements(path: str) -> Callable[[Item], list[Item]]:
    """Return the function that takes the elements at `path` as items: of a list, of an object (itself), of a tree its leaves."""
    if path.endswith(_LEAVES):
        root = path.removesuffix(_LEAVES).rstrip(".") or "."
        get, branch = getter(root), root.rpartition(".")[2]

        def leaves(item: Item) -> list[Item]:
            found: list[Item] = []
            nodes = _objects(get(item))
            if any(branch in node for node in nodes):
                _leaves_along(branch, nodes, found)
            else:
                for node in nodes:
                    _leaves(node, found)
            return found

        return leaves
    get = getter(path)
    return lambda item: _objects(get(item))


def _objects(value: Any) -> list[Item]:
    if value is None:
        return []
    if type(value) is list:
        return [one if type(one) is dict else {"": one} for one in value if one is not None]
    return [value if type(value) is dict else {"": value}]


def _leaves_along(branch: str, nodes: list[Any], found: list[Item]) -> None:
    """Add the nodes that have no further list of the name by which the tree is known to branch."""
    for node in nodes:
        if type(node) is dict:
            inner = node.get(branch)
            if inner and type(inner) is list:
                _leaves_along(branch, inner, found)
            else:
                found.append(node)


def _leaves(node: Item, found: list[Item]) -> None:
    """Add what is below `node` and has nothing below itself."""
    leaf = True
    for value in node.values():
        kind = type(value)
        if kind is list:
            if value and type(value[0]) is dict:
                leaf = False
                for one in value:
                    if type(one) is dict:
                        _leaves(one, found)
        elif kind is dict and value:
            leaf = False
            _leaves(value, found)
    if leaf:
        found.append(node)


def condition(when: Condition, unless: Condition) -> Callable[[Item], bool] | None:
    """Return the test that an element must pass, None where there is none. Blank stands for what is not there."""
    wanted = [(getter(path), _spellings(values)) for path, values in when.items()]
    refused = [(getter(path), _spellings(values)) for path, values in unless.items()]
    if not wanted and not refused:
        return None

    def test(item: Item) -> bool:
        return all(_says(get(item), values) for get, values in wanted) and not any(
            _says(get(item), values) for get, values in refused
        )

    return test


def _says(value: Any, wanted: frozenset[str]) -> bool:
    return any(text.strip() in wanted for text in as_texts(value) or [""])


def _spellings(values: Any) -> frozenset[str]:
    return frozenset(as_text(value) for value in (values if isinstance(values, list) else [values]))


def as_text(value: Any) -> str:
    """Return a value of JSON as text: whole numbers without a point, the first of a list that says something; an object says nothing."""
    if type(value) is str:
        return value
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value) if value.bit_length() <= _LONGEST_INTEGER else ""
    if type(value) is list:
        return next((text for one in value if (text := as_text(one))), "")
    return _plain_number(value) if type(value) is float else ""


_LONGEST_INTEGER = 4096
"""Bits: Python refuses to write numbers of more than 4,300 digits, and none is an identifier."""


def _plain_number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def as_texts(value: Any) -> list[str]:
    """Return all that a value says, as texts: every element of a list, lists in it gone through."""
    if type(value) is list:
        return [text for one in value for text in as_texts(one)]
    text = as_text(value)
    return [text] if text else []


_BRACES = re.compile(r"\{([^{}]*)\}")


def template_parts(template: str) -> tuple[list[str], list[str]]:
    """Return the constant pieces of a template and the paths between them: one piece more than paths."""
    pieces = _BRACES.split(template)
    return pieces[::2], pieces[1::2]
