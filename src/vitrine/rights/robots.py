"""robots.txt (RFC 9309): whether a site asks the given crawlers to stay away from a path."""

import re
from typing import NamedTuple

from vitrine.rights.paths import matches, path_of

LARGEST = 512_000
"""Characters that are read; RFC 9309, 2.5 asks for 500 KiB at least."""

_LINE = re.compile(r"\s*(?P<key>[A-Za-z-]+)\s*:\s*(?P<value>[^#]*)")
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")


class Rule(NamedTuple):
    """One allow or disallow line."""

    allow: bool
    pattern: str


def disallowed(text: str, path: str, agent: str) -> Rule | None:
    """Return the rule that keeps `agent` (a product token, any case) from `path`, None if it may fetch it.

    The longest matching pattern decides, allow wins a tie; the groups of one agent are joined; the group `*` counts
    only for agents that no group names.
    """
    groups = _groups(text[:LARGEST])
    rules = groups.get(agent.lower(), groups.get("*", []))
    target = path_of(path)
    hits = [rule for rule in rules if matches(rule.pattern, target)]
    if not hits:
        return None
    decisive = max(hits, key=lambda rule: (len(rule.pattern.encode()), rule.allow))
    return None if decisive.allow or target == "/robots.txt" else decisive


def _groups(text: str) -> dict[str, list[Rule]]:
    groups: dict[str, list[Rule]] = {}
    current: list[str] = []
    naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        key, value = match["key"].lower(), match["value"].strip()
        if key == "user-agent":
            token = _TOKEN.match(value)
            current = [*(current if naming else []), token[0].lower() if token else ""]
            groups.setdefault(current[-1], [])
            naming = True
        elif key in ("allow", "disallow"):
            naming = False
            for agent in current:
                groups[agent].append(Rule(key == "allow", value))
    return groups
