"""Which rights a source changed between two versions of a record."""

from typing import Any

import msgspec

from vitrine.records import Record, Rights


def rights_by_path(record: Record) -> dict[str, Rights | None]:
    """Return every rights statement of `record` by its path."""
    found: dict[str, Rights | None] = {
        "rights_of_metadata": record.rights_of_metadata,
        "rights_of_object": record.rights_of_object,
    }
    for surrogate in record.surrogates:
        found[f"surrogates[{surrogate.key}].rights"] = surrogate.rights
    return found


def changed_rights(before: Record, after: Record) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the rights that differ, as plain data by path: what they were, and what they are now.

    Media that is new or gone is no change of rights; the rights of media that stayed, of the object and of the
    metadata are.
    """
    old, new = rights_by_path(before), rights_by_path(after)
    paths = [path for path in new if path in old and _statement(old[path]) != _statement(new[path])]
    return {path: _plain(old[path]) for path in paths}, {path: _plain(new[path]) for path in paths}


def _statement(rights: Rights | None) -> tuple[str, str]:
    """What the statement permits: its URI, or its words where there is none. Blank rights say as little as none."""
    return (rights.uri, "" if rights.uri else rights.text) if rights else ("", "")


def _plain(rights: Rights | None) -> Any:
    return msgspec.to_builtins(rights) if rights else None
