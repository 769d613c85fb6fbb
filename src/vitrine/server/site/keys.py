"""A work's key as part of an address.

Keys are whatever the museum writes: they may hold slashes, dots, blanks, line breaks. Browsers and proxies fold `//`,
`.` and `..` in a path and some refuse encoded slashes, so what would not survive is written as a tilde and two
hexadecimal digits for each byte: `http://a/../b` becomes `http:~2F/a/~2E~2E/b`.
"""

import re

_ESCAPE = "~"
_FOLDED = re.compile(r"(?:(?<=/)|^)(?:/|\.{1,2}(?=/|$))|/$|[~\\%?#\x00-\x1f\x7f-\x9f]|^\s|\s$", re.MULTILINE)
_ESCAPED = re.compile(r"(?:~[0-9A-F]{2})+")


class KeyConverter:
    """A path converter: the rest of the address is a key."""

    regex = ".+"

    def to_python(self, value: str) -> str:
        """Return the key that an address means."""
        return _ESCAPED.sub(_read, value)

    def to_url(self, value: str) -> str:
        """Return `value` so that it comes through unchanged, whatever lies between."""
        return _FOLDED.sub(_write, value)


def _write(match: re.Match[str]) -> str:
    return "".join(f"{_ESCAPE}{byte:02X}" for byte in match[0].encode())


def _read(match: re.Match[str]) -> str:
    digits = match[0].replace(_ESCAPE, "")
    try:
        return bytes.fromhex(digits).decode()
    except UnicodeDecodeError:
        return match[0]
