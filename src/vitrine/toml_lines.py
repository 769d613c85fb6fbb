"""Where in a TOML file a key stands, so that a message can name the line."""

import re

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?")


def line_number(text: str, key: str) -> int:
    """Return the line, from 1, on which `titles[1].path` stands in the TOML, that of its table where the key is not
    there, or 0 where it cannot be told."""
    table, _, name = key.rpartition(".")
    wanted = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", table)
    assert wanted is not None  # noqa: S101
    number = int(wanted[2] or 0)
    setting = re.compile(rf'\s*"?{re.escape(name)}"?\s*=')
    whole_table = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", key)
    here, seen, fallback = "", {"": 0}, 0
    for place, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.fullmatch(line):
            here = header[1].replace(" ", "")
            seen[here] = seen.get(here, -1) + 1
            if whole_table and here == whole_table[1] and seen[here] == int(whole_table[2] or 0):
                return place
            if here == wanted[1] and seen[here] == number:
                fallback = place
        elif here == wanted[1] and seen[here] == number and setting.match(line):
            return place
    if not fallback and "." in table:  # within an inline table
        return line_number(text, table)
    return fallback
