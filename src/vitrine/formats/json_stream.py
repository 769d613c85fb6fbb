"""The values of a JSON file, one after another, each with its own bytes: never more than one of them in memory.

Three shapes are told apart: a value on every line (NDJSON, as it is written by programs and quick to read), a list of
values, and an object that holds such a list somewhere (`{"count": 2, "records": [ … ]}`). Values are found by their
brackets and texts, so that a value which is not valid JSON does not hide those after it.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from vitrine.formats.lines import KEPT, LONGEST_LINE

_PIECE = 1 << 18
"""Bytes read at a time."""

LIST_NAMES = (
    "records", "items", "objects", "results", "data", "docs", "hits", "artworks", "works", "artobjects", "collection",
    "features", "@graph", "member", "value", "rows", "documents", "entries", "list", "opere", "oggetti", "werken", "objecten",
    "werke", "objekte", "œuvres", "oeuvres", "obras", "objetos", "verk", "föremål",
)  # fmt: skip
"""What the list of records is called in files that hold one, in small letters."""

_HEAD = 1 << 18
"""Bytes in which the list of records must begin."""


class Piece(NamedTuple):
    """One value: where (the number of its line, or its place from 1 in the list), its bytes, and what is wrong with them:
    blank where they are the whole value."""

    place: int
    raw: bytes
    fault: str = ""


ENDLESS = "This value does not end: the file is cut short or a bracket is missing."
TOO_LONG = f"A value of more than {LONGEST_LINE:,} bytes is too long for a record; its first {KEPT:,} bytes are kept."
LOST = f"{ENDLESS} All that comes after is lost in it; its first {KEPT:,} bytes are kept."
"""What may be wrong with a value."""


class Shape(NamedTuple):
    """`lines`: a value on every line; else `path` says where the list is (blank: the file is the list or a row of values)."""

    lines: bool
    path: str = ""


def shape_of(head: bytes, stated: str = "") -> Shape:
    """Tell the shape of a file from its first bytes. `stated` is the path to the list of records that a mapping states."""
    if stated:
        return Shape(False, stated)
    if head.lstrip()[:1] != b"{":
        return Shape(False)
    lines = [line for line in head.split(b"\n") if line.strip()]
    first_is_whole = len(lines) > 1 and _is_object(lines[0])
    if first_is_whole and (lines[1].lstrip()[:1] == b"{" or len(lines) > 2):
        return Shape(True)
    # A first line that was cut must not hide those after it; the last one may be cut by the head.
    others = [_is_object(line) for line in lines[1:-1][:_OTHERS]]
    if sum(others) * 2 > len(others) > 1:
        return Shape(True)
    # One object, or several over many lines each: does the first hold a list of records?
    return Shape(False, _list_path(head))


_OTHERS = 20
"""Lines after the first that are looked at."""


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # A damaged first line among others that begin and end as objects do.
        return line.strip()[:1] == b"{" and line.strip()[-1:] == b"}"


_NAMED_LIST = re.compile(rb'"((?:[^"\\\n]|\\.)*)"\s*:\s*([\[{"tfn\d-])|([{}\[\]])|"(?:[^"\\\n]|\\.)*"')
_LIST_DEPTH = 3


def _list_path(head: bytes) -> str:
    """Return the path to the first list of objects in the first object of a file that is called as such lists are."""
    names: list[str] = []
    pending = ""
    at = 0
    while match := _NAMED_LIST.search(head, at):
        at = match.end()
        if match[2]:
            pending = match[1].decode("utf-8", "replace")
            at = match.start(2)  # the value is looked at by itself
            if match[2] == b"[":
                if pending.lower() in LIST_NAMES and _next_sign(head, at + 1) in (b"{", b"]", b""):
                    return ".".join([*names, pending])
                at = _end(head, at)
            elif match[2] != b"{":
                at = match.start(2) + (0 if match[2] == b'"' else 1)
        elif match[3] == b"{":
            if pending and len(names) < _LIST_DEPTH:
                names.append(pending)
            elif pending:
                at = _end(head, match.start())
            pending = ""
        elif match[3] == b"}":
            if not names:
                return ""
            names.pop()
    return ""


def _next_sign(head: bytes, at: int) -> bytes:
    return head[at : at + 200].lstrip()[:1]


_TEXT = rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'
"""A text without its end: JSON has no line breaks in texts, so one that is not closed ends with its line."""
_NEXT = re.compile(rb'(?:[^"{}\[\]]++|' + _TEXT + rb'")*+(["{}\[\]])')
"""Everything up to the next bracket, texts passed over; or up to a text that is not closed."""
_OPEN_TEXT = re.compile(_TEXT)
_AFTER_BROKEN = re.compile(rb"\n\s*[{\]]")


def _end(data: bytes, at: int) -> int:
    """Return where the value that begins with the bracket at `at` ends; the end of `data` where it does not."""
    depth = 0
    while match := _NEXT.match(data, at):
        sign, at = match[1], match.end()
        if sign == b'"':
            return len(data)
        depth += 1 if sign in b"{[" else -1
        if depth == 0:
            return at
    return len(data)


class Values:
    """The values of a list, or of a row of values, in a stream."""

    def __init__(self, stream: BinaryIO, path: str = "") -> None:
        self._stream = stream
        self._steps = [step.encode() for step in path.split(".") if step]
        self._data = b""
        self._at = 0
        self._ended = False
        self._outer = False

    def __iter__(self) -> Iterator[Piece]:
        """Yield the values. Of one that is longer than a record can be, only the beginning comes."""
        if not self._enter():
            return
        place, inside = 0, self._outer
        while (first := self._sign()) is not None:
            if first in b",:]}" or (first == ord("[") and self._outer and not inside):
                self._at += 1
                if first == ord("]") and self._steps:
                    return
                inside = first == ord("[") or (inside and first != ord("]"))
                continue
            place += 1
            yield Piece(place, *self._value(first))

    def _enter(self) -> bool:
        """Go to the first value: into the list that the path names, else into the list or row that the file is."""
        for step in self._steps:
            if not self._find(step):
                return False
        first = self._sign()
        if first == ord("["):
            self._at += 1
            self._outer = True
        return first is not None

    def _find(self, name: bytes) -> bool:
        """Go to the value called `name` in the object that begins here, passing over what stands before it."""
        if self._sign() != ord("{"):
            return False
        self._at += 1
        while (first := self._sign()) is not None and first != ord("}"):
            if first != ord('"'):
                self._at += 1
                continue
            key, _ = self._value(first)
            while self._sign() == ord(":"):
                self._at += 1
            if key.strip(b'"') == name:
                return True
            if (value := self._sign()) is not None:
                self._value(value)
        return False

    def _more(self) -> bool:
        """Read on. What has been passed is let go."""
        piece = b"" if self._ended else self._stream.read(_PIECE)
        self._ended = not piece
        self._data = self._data[self._at :] + piece
        self._at = 0
        return bool(piece)

    def _sign(self) -> int | None:
        """Return the next byte that is no blank, without passing it; None at the end."""
        while True:
            match = _NO_BLANK.search(self._data, self._at)
            if match:
                self._at = match.start()
                return self._data[self._at]
            self._at = len(self._data)
            if not self._more():
                return None

    def _value(self, first: int) -> tuple[bytes, str]:
        """Return the bytes of the value that begins here, and what is wrong with them, and pass it."""
        if first == ord('"'):
            return self._text()
        if first not in b"{[":
            return self._scalar()
        depth, at = 0, self._at
        while True:
            while match := _NEXT.match(self._data, at):
                sign = match[1]
                if sign == b'"':
                    end = self._broken_text(match.end() - 1)
                    if end is None:
                        break
                    at, broken = end
                    if broken:
                        return self._take(at), ""
                    continue
                at = match.end()
                depth += 1 if sign in b"{[" else -1
                if depth == 0:
                    return self._take(at), ""
            if len(self._data) - self._at > LONGEST_LINE:
                return self._pass_over()
            passed, at_end = self._at, self._ended
            if not self._more() and at_end:
                return self._take(len(self._data)), ENDLESS
            at -= passed

    def _broken_text(self, start: int) -> tuple[int, bool] | None:
        """Return where a text without end is over and whether the value is over with it; None where more must be read.

        A text that swallowed the end of its value (`"x},`, and on the next line `{`) takes the value's end with it.
        """
        match = _OPEN_TEXT.match(self._data, start)
        end = match.end() if match else start + 1
        if end >= len(self._data) - 200 and not self._ended:
            return None
        swallowed = self._data[start:end].rstrip(b" ,").endswith(b"}") and _AFTER_BROKEN.match(self._data, end)
        return end, bool(swallowed)

    def _take(self, end: int) -> bytes:
        raw, self._at = self._data[self._at : end], end
        return raw

    def _text(self) -> tuple[bytes, str]:
        while True:
            match = _OPEN_TEXT.match(self._data, self._at)
            end = match.end() if match else self._at + 1
            if end < len(self._data) - 1 or (end < len(self._data) and self._data[end] == ord('"')):
                return self._take(end + 1), ""
            if len(self._data) - self._at > LONGEST_LINE:
                return self._pass_over()
            if not self._more():
                return self._take(len(self._data)), ENDLESS

    def _scalar(self) -> tuple[bytes, str]:
        while not (match := _SCALAR_END.search(self._data, self._at + 1)) and self._more():
            if len(self._data) > LONGEST_LINE:
                break
        end = match.start() if match else len(self._data)
        return self._take(end), ""

    def _pass_over(self) -> tuple[bytes, str]:
        """Pass a value that is too long, keeping its beginning only; the value after it is read as any other."""
        raw = self._data[self._at : self._at + KEPT]
        depth, in_text = 0, False
        while True:
            if in_text:
                self._at = _IN_TEXT.match(self._data, self._at).end()  # type: ignore[union-attr]  # it matches anything
                in_text = self._at_edge()  # else its end was met: a quotation mark or a line's
                self._at += not in_text
            elif match := _NEXT.match(self._data, self._at):
                self._at, sign = match.end(), match[1]
                in_text = sign == b'"'
                depth += 0 if in_text else 1 if sign in b"{[" else -1
            else:
                self._at = len(self._data)
            if depth == 0 and not in_text:
                return raw, TOO_LONG
            if self._at_edge():
                at_end = self._ended
                if not self._more() and at_end:
                    self._at = len(self._data)
                    return raw, LOST

    def _at_edge(self) -> bool:
        """Return whether what was read is passed, but for an escape that may be cut in two."""
        return self._at >= len(self._data) - self._data.endswith(b"\\")


_IN_TEXT = re.compile(rb'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+', re.DOTALL)
_NO_BLANK = re.compile(rb"[^ \t\r\n\x1e]")
_SCALAR_END = re.compile(rb"[,\]}{\[\" \t\r\n]")
