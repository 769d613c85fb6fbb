"""What changed between two versions of a record."""

from typing import Any

import msgspec

from vitrine.records.codec import plain
from vitrine.records.work import Record

_BY_IMPORT = {"origin"}
"""When and from which file a record was read is no change of the work."""


class Change(msgspec.Struct, frozen=True):
    """One field that differs; None where a side does not have it."""

    path: str
    before: Any
    after: Any


def changes(before: Record, after: Record) -> list[Change]:
    """Return the fields that differ, deepest path that tells them apart first to last, lists compared place by place."""
    found: list[Change] = []
    old, new = plain(before), plain(after)
    for field in Record.__struct_fields__:
        if field not in _BY_IMPORT:
            _compare(field, old.get(field), new.get(field), found)
    return found


def _compare(path: str, old: Any, new: Any, found: list[Change]) -> None:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            _compare(f"{path}.{key}", old.get(key), new.get(key), found)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (left, right) in enumerate(zip(old, new, strict=True)):
            _compare(f"{path}[{place}]", left, right, found)
    else:
        found.append(Change(path, old, new))
