"""Records cut out of an XML stream as they stand, one after another, however long the file is and whatever is wrong in it.

In well-formed XML a `<` begins markup and nothing else, so a record's first and last tag are found without parsing; a
record that is broken inside is cut out like any other and costs no other record. Each is put between the tags that
stand around it in the file (for their namespaces and language), and so is a document of its own. A DOCTYPE is outside
of every record: no parser ever sees it, and what it declares does not exist.
"""

import codecs
import hashlib
import io
import re
from collections.abc import Iterator

from vitrine.formats.containers import Member
from vitrine.formats.lines import KEPT
from vitrine.formats.media_names import media_type
from vitrine.formats.reading import FeedError, RawRecord, Unreadable

LONGEST_RECORD = 16_000_000
"""Bytes. A parsed document takes up to ten times its text; this much of it the memory can carry, and no record comes near."""

LONGEST_TAG = 1_000_000
"""Bytes. What is longer is a stray `<` in something that is no XML."""

DEEPEST = 1000
"""Tags around a record that are remembered; deeper ones are only counted, or a row of open tags would fill the memory."""

_CHUNK = 64 * 1024

# Possessive: given back letter by letter, the name of a tag that does not end would cost the square of its length.
_NAME = rb"[^\s<>/=\"'!?]++"
_TAG = re.compile(
    rb"<(?:/(?P<end>" + _NAME + rb")\s*|(?P<start>" + _NAME + rb")(?P<rest>(?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+))>"
    rb"|<!DOCTYPE[^\[>]*>"
)
_SPANS = (
    (re.compile(rb"<!--"), re.compile(rb"-->")),
    (re.compile(rb"<!\[CDATA\["), re.compile(rb"\]\]>")),
    (re.compile(rb"<\?"), re.compile(rb"\?>")),
    (re.compile(rb"<!DOCTYPE[^\[>]*\["), re.compile(rb"\]\s*>")),
)
"""What may hold anything: comment, CDATA, processing instruction, document type with declarations."""

_DECLARES = re.compile(rb"\sxmlns[:=\s]|\sxml:")

_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTAINS_ASCII = re.compile(r"utf-8|ascii|iso8859-\d+|cp125\d")
"""Encodings whose markup is plain ASCII. Files in any other are turned into UTF-8 before they are cut."""


def cut(member: Member, name: str) -> Iterator[RawRecord | Unreadable]:
    """Yield the elements called `name` (without prefix) of an XML file as raw records, `content` being their bytes again.

    What cannot be a record is given out as Unreadable, so that nothing of the file is lost in silence. Media files
    beside the data are no data, and passed over.
    """
    if member.refused:
        yield Unreadable(member.name, b"", f"It was not opened: {member.refused}.")
        return
    if media_type(member.name):
        return
    number = 0
    cutter = _Cutter(member, name.encode())
    for item in cutter.items():
        number += 1
        locator = f"{member.name}#{number}"
        if isinstance(item, bytes):
            yield RawRecord(locator, item, item)
        else:
            yield Unreadable(locator, item.raw, item.reason)
    if not number:
        yield Unreadable(member.name, cutter.head[:KEPT], cutter.why_nothing())


class _Broken:
    """What was cut out and is no record: the beginning of its bytes, and why."""

    def __init__(self, raw: bytes, reason: str) -> None:
        self.raw, self.reason = raw[:KEPT], reason


class _Cutter:
    """The state of cutting one file: what was read of it and not yet given out, and the tags that are open around it."""

    def __init__(self, member: Member, name: bytes) -> None:
        self._name = name
        self._fault = ""
        self._data, self._ended = b"", False
        self._passed = b""
        self._around: list[bytes] = []
        self._deeper = 0
        self._wrapping: tuple[bytes, bytes] | None = None
        self._prolog = b""
        self._stream: io.BufferedReader = member.stream
        self._fill()
        self._open()
        self.head = self._data[:KEPT]

    def why_nothing(self) -> str:
        """Say why the file holds no record."""
        if not self.head.strip():
            return "The file is empty."
        if not self.head.lstrip().startswith(b"<"):
            return "This is no XML."
        return f"There is no <{self._name.decode()}> record in this file."

    def items(self) -> Iterator[bytes | _Broken]:
        """Yield the records of the file, and what is broken of it."""
        while self._at_markup():
            odd = self._data.startswith((b"<!", b"<?"))
            span = next((ends for begins, ends in _SPANS if begins.match(self._data)), None) if odd else None
            tag = None if span else _TAG.match(self._data)
            if span:
                self._past(span)
            elif tag is None:
                if not (self._unfinished() and self._fill()):
                    self._pass(1)
            elif tag["start"] and _local(tag["start"]) == self._name:
                yield self._record(tag)
                self._passed = b""
            elif tag["end"] and _local(tag["end"]) == self._name:
                self._pass(tag.end())
                yield _Broken(self._passed, f"{tag[0].decode()} ends a record that did not begin.")
                self._passed = b""
            else:
                self._note(tag)
                self._pass(tag.end())
        if self._fault or self._around:
            yield _Broken(self._passed, self._fault or "The file ends before its last tag is closed: it is cut short.")

    # Reading

    def _fill(self) -> bool:
        """Read on. Return whether there was more; damage ends the file, and is kept to be told."""
        if self._ended:
            return False
        try:
            more = self._stream.read1(_CHUNK)
        except FeedError as fault:
            more, self._fault = b"", str(fault)
        self._ended = not more
        self._data += more
        return not self._ended

    def _open(self) -> None:
        """Find the file's encoding; turn what is not written in ASCII markup into UTF-8."""
        mark = next(((mark, name) for mark, name in _MARKS if self._data.startswith(mark)), None)
        if mark is None and b"\0" in self._data[:4]:
            # XML 1.0 appendix F: without a mark, `<` beside zeros tells UTF-16 from UTF-32 and the order of bytes.
            mark = (b"", "utf-16-le" if self._data[:1] == b"<" else "utf-16-be")
        declared = None if mark else _DECLARATION.match(self._data)
        if mark and mark[1] == "utf-8":
            self._data = self._data[len(mark[0]) :]
        elif mark:
            self._transcode(mark[1])
        elif declared:
            self._declared(declared[1].decode())

    def _declared(self, name: str) -> None:
        try:
            codec = codecs.lookup(name).name
        except LookupError:
            return
        if not _CONTAINS_ASCII.fullmatch(codec):
            self._transcode(codec)
        elif codec not in ("utf-8", "ascii"):
            self._prolog = b'<?xml version="1.0" encoding="' + name.encode() + b'"?>'

    def _transcode(self, codec: str) -> None:
        whole = io.BufferedReader(Again(self._data, self._stream))
        text = io.TextIOWrapper(whole, encoding=codec, errors="replace", newline="")
        self._stream = io.BufferedReader(_Encoded(text), _CHUNK)
        self._data = b""
        self._fill()

    # Outside of records

    def _at_markup(self) -> bool:
        """Pass on to the next `<`. Return False at the end of the file."""
        while (at := self._data.find(b"<")) < 0:
            self._pass(len(self._data))
            if not self._fill():
                return False
        if at:
            self._pass(at)
        return True

    def _past(self, ends: re.Pattern[bytes]) -> None:
        """Pass over what may hold anything, to its end or that of the file."""
        while (match := ends.search(self._data)) is None:
            self._pass(max(1, len(self._data) - 64))
            if not self._fill():
                self._pass(len(self._data))
                self._fault = self._fault or "A comment, or markup of that kind, begins and does not end."
                return
        self._pass(match.end())

    def _unfinished(self) -> bool:
        """Return whether the data may begin with a tag whose end has not been read yet."""
        return len(self._data) < LONGEST_TAG and self._data.find(b"<", 1) < 0

    def _pass(self, length: int) -> None:
        """Take what is outside of records off the data; the beginning is kept, to be shown where a record was lost."""
        passed = self._take(length)
        if len(self._passed) < KEPT:
            self._passed += passed[:KEPT]

    def _note(self, tag: re.Match[bytes]) -> None:
        """Keep account of the tags that are open around records."""
        if tag["start"] and not tag["rest"].endswith(b"/"):
            if len(self._around) == DEEPEST:
                self._deeper += 1
            else:
                self._around.append(tag[0])
                self._wrapping = None
        elif tag["end"] and self._deeper:
            self._deeper -= 1
        elif tag["end"] and self._around:
            self._around.pop()
            self._wrapping = None

    def _wrapped(self, body: bytes) -> bytes:
        """Return a record as a document of its own: within the open tags that declare namespaces or a language."""
        if self._wrapping is None:
            tags = [tag for tag in self._around if _DECLARES.search(tag)]
            names = [tag[1:-1].split(None, 1)[0] for tag in tags]
            ends = b"".join(b"</" + name + b">" for name in reversed(names))
            self._wrapping = (self._prolog + b"".join(tags), ends)
        return self._wrapping[0] + body + self._wrapping[1]

    # Records

    def _record(self, start: re.Match[bytes]) -> bytes | _Broken:
        """Take the record that begins the data off it."""
        if start["rest"].endswith(b"/"):
            return self._wrapped(self._take(start.end()))
        name = start["start"]
        opening, closing = b"<" + name, b"</" + name
        seen = start.end()
        while True:
            end = self._end(closing, seen)
            again = _tag_at(self._data, opening, start.end(), end if end >= 0 else len(self._data))
            if again >= 0 and not _in_comment(self._data, again):
                return _Broken(self._take(again), f"The next record begins before the end tag </{name.decode()}>.")
            if end >= 0 and not _in_comment(self._data, end):
                return self._wrapped(self._take(self._data.find(b">", end) + 1))
            if end >= 0:
                seen = end + 1
                continue
            if len(self._data) > LONGEST_RECORD:
                return self._skip(opening, closing)
            seen = max(seen, len(self._data) - len(closing) - 64)
            if not self._fill():
                reason = self._fault or "The file ends in the middle of this record."
                self._fault, self._around = "", []
                return _Broken(self._take(len(self._data)), reason)

    def _end(self, closing: bytes, seen: int) -> int:
        """Return where a whole end tag begins, -1 where none has been read."""
        at = self._data.find(closing, seen)
        while at >= 0:
            rest = self._data[at + len(closing) : at + len(closing) + 64].lstrip()
            if rest.startswith(b">"):
                return at
            at = self._data.find(closing, at + 1)
        return -1

    def _take(self, length: int) -> bytes:
        taken, self._data = self._data[:length], self._data[length:]
        return taken

    def _skip(self, opening: bytes, closing: bytes) -> _Broken:
        """Pass over a record that is too long, keeping its beginning, its length and its checksum."""
        kept, digest, length = self._data[:KEPT], hashlib.sha256(), 0
        first = len(opening)
        while True:
            end, again = self._end(closing, 0), _tag_at(self._data, opening, first, len(self._data))
            stops = [at for at in (end, again) if at >= 0]
            if stops:
                stop = min(stops)
                take = self._data.find(b">", stop) + 1 if stop == end else stop
            else:
                take = max(0, len(self._data) - len(closing) - 64)
            piece = self._take(take)
            first = 0
            digest.update(piece)
            length += len(piece)
            if stops or not self._fill():
                reason = f"A record of more than {length:,} bytes is too long; its first {len(kept):,} bytes are kept."
                return _Broken(kept, f"{reason} SHA-256 of the whole: {digest.hexdigest()}.")


def _local(name: bytes) -> bytes:
    return name.rpartition(b":")[2]


def _tag_at(data: bytes, opening: bytes, start: int, end: int) -> int:
    """Return where the start tag `opening` itself, and no longer name, stands between `start` and `end`, or -1."""
    at = data.find(opening, start, end)
    while at >= 0 and data[at + len(opening) : at + len(opening) + 1] not in (b">", b" ", b"\t", b"\n", b"\r", b"/"):
        at = data.find(opening, at + 1, end)
    return at


def _in_comment(data: bytes, end: int) -> bool:
    """Return whether `end` lies inside of a comment or CDATA section of `data`."""
    at = data.find(b"!", 0, end)  # one byte is found ten times as fast as two
    while at >= 0:
        close = at + 1
        if data.startswith(b"<!--", at - 1):
            close = data.find(b"-->", at + 3, end)
        elif data.startswith(b"<![CDATA[", at - 1):
            close = data.find(b"]]>", at + 8, end)
        if close < 0:
            return True
        at = data.find(b"!", close, end)
    return False


class Again(io.RawIOBase):
    """A stream with what was already read of it put back, and the damage that was met if any."""

    def __init__(self, start: bytes, stream: io.BufferedReader, fault: FeedError | None = None) -> None:
        self._start, self._stream, self._fault = start, stream, fault

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._start[: len(buffer)]
        if not piece and self._fault:
            raise self._fault
        piece = piece or self._stream.read1(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class _Encoded(io.RawIOBase):
    """A text stream as UTF-8."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._text.read(len(buffer) // 4).encode()  # a character takes at most four bytes
        buffer[: len(piece)] = piece
        return len(piece)
