"""Parsed XML as plain tuples: read once in document order, walked many times faster than lxml's elements, and hashable,
so that what an element comes to can be remembered by the element itself."""

from collections.abc import Iterator
from typing import Any, Final

Node = tuple[str, str | None, tuple[tuple[str, str], ...], tuple[Any, ...]]
"""Tag and attribute names in Clark's notation, text, attributes, children (Nodes)."""

TAG: Final = 0
TEXT: Final = 1
ATTRIBUTES: Final = 2
CHILDREN: Final = 3


def tree(e: Any) -> Node:
    """Return an lxml element with all that is in it. Where words stand before the first child, all of it is one text."""
    # Forward with one cheap pass over all elements (each with the number of its children), then backward to nest them.
    # What the parser leaves are elements only: no comments, no processing instructions, no entities.
    flat = [(one.tag, one.text, tuple(one.items()), len(one), one) for one in e.iter()]
    nested: list[Node] = []
    for tag, text, attributes, count, one in reversed(flat):
        if not count:
            nested.append((tag, text, attributes, ()))
            continue
        children = nested[-count:]
        del nested[-count:]
        if text and not text.isspace():
            nested.append((tag, "".join(one.itertext()), attributes, ()))
        else:
            children.reverse()
            nested.append((tag, None, attributes, tuple(children)))
    return nested[0]


def attribute(node: Node, name: str) -> str | None:
    """Return the attribute `name` of a node, None where it has none."""
    for key, value in node[ATTRIBUTES]:
        if key == name:
            return value
    return None


def descendants(node: Node) -> Iterator[Node]:
    """Yield all that is in a node, in document order."""
    for child in node[CHILDREN]:
        yield child
        yield from descendants(child)
