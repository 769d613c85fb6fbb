"""Path patterns as robots.txt (RFC 9309, 2.2.2 and 2.2.3) and TDMRep's tdmrep.json share them.

A pattern matches from the first character of the path on; `*` stands for any characters, a final `$` for the end.
"""

import re

_ESCAPED = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""RFC 3986, 2.3: the only characters that mean the same escaped and plain."""


def path_of(location: str) -> str:
    """Return path and query of a web address or of a path, ready to be matched."""
    path = re.sub(r"^[A-Za-z][\w+.-]*://[^/?#]*", "", location).partition("#")[0]
    return _comparable(path if path.startswith("/") else f"/{path}").replace("*", "%2A").replace("$", "%24")


def matches(pattern: str, path: str) -> bool:
    """Return whether the pattern matches a path that `path_of` has made. An empty pattern matches nothing."""
    if not pattern:
        return False
    anchored = pattern.endswith("$")
    first, *pieces = _comparable(pattern.removesuffix("$")).replace("$", "%24").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = pieces.pop() if pieces else None
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if last is None:
        return not anchored or at == len(path)
    return path.endswith(last) and len(path) - len(last) >= at if anchored else path.find(last, at) >= 0


def _comparable(text: str) -> str:
    """Escape what is not ASCII, unescape what need not be escaped (RFC 9309, 2.2.2)."""
    escaped = "".join(
        c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode("utf-8", "surrogatepass")) for c in text
    )

    def plain(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPED.sub(plain, escaped)
