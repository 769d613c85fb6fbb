"""The encoding of a text file: found in its first bytes, kept to line by line, so that no file is ever held whole.

Every line is tried as UTF-8 first. A line that is not UTF-8 is read in the single-byte encoding that makes the most
sensible words of the file's first bytes; in a file that is otherwise UTF-8 only the stray bytes are.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from vitrine.formats.reading import FeedError

HEAD = 1 << 18
"""Bytes looked at to find the encoding: enough for thousands of rows, read in a millisecond."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
"""What museums' programs on Windows, on the Mac and under DOS wrote; cp1252 holds all letters of Latin-1. First wins ties."""

_UTF7 = re.compile(rb"\+[A-Za-z0-9/]{3,}+-?")
"""RFC 2152: characters beyond ASCII as modified base64 between + and -, which may be left out before other signs."""
_EUROPEAN = re.compile("[\u00a0-\u052f\u2010-\u203a€]+")
"""Letters and signs of Latin, Greek and Cyrillic writing: what else UTF-7 seems to hide is chance."""

Decode = Callable[[bytes], tuple[str, bool]]
"""Makes text of a line; the flag says whether it had to be read otherwise than as the UTF-8 it should be."""


class Encoding(msgspec.Struct, frozen=True):
    """What the bytes of a file are: `name` for the file, `fallback` for lines that are not, and the length of its mark.

    `stated` means that the museum said so: then nothing is guessed and nothing needs to be reported.
    """

    name: str
    fallback: str = "cp1252"
    mark: int = 0
    stated: bool = False


def detect(head: bytes) -> Encoding:
    """Return the encoding of a file that begins with `head`."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, mark=len(mark))
    if wide := _wide(head):
        return Encoding(wide)
    if head.isascii():
        return Encoding("utf-7" if _is_utf7(head) else "utf-8")
    good, bad = 0, []
    for line in head.splitlines():
        if not line.isascii():
            try:
                line.decode()
                good += 1
            except UnicodeDecodeError:
                bad.append(line)
    fallback = _best(b"\n".join(bad)) if bad else "cp1252"
    # The last line may be cut in the middle of a letter: one bad line among good ones says nothing.
    return Encoding(fallback if len(bad) > good else "utf-8", fallback)


def named(name: str) -> Encoding:
    """Return the encoding that a mapping names. Raises FeedError for one that does not exist."""
    try:
        codec = codecs.lookup(name).name
        "a".encode(codec)
    except (LookupError, UnicodeError, TypeError) as error:
        raise FeedError(f"There is no text encoding {name!r}: write for example utf-8, cp1252 or utf-16.") from error
    return Encoding("utf-8" if codec == "utf-8-sig" else codec, stated=True)


def decoder(encoding: Encoding) -> Decode:
    """Return the function that makes text of the file's lines. It never fails."""
    if encoding.name == "utf-7":
        return _decode_utf7
    if encoding.name != "utf-8":
        guessed = not encoding.stated
        return lambda line: (
            (line.decode(), False) if line.isascii() else (_in_single_byte(line, encoding.name), guessed)
        )

    errors = f"vitrine-{encoding.fallback}"

    def decode(line: bytes) -> tuple[str, bool]:
        try:
            return line.decode(), False
        except UnicodeDecodeError:
            return line.decode(errors=errors), True

    return decode


def opened(stream: BinaryIO, name: str = "") -> tuple[BinaryIO, Encoding]:
    """Return `stream` buffered, without its byte-order mark, UTF-16 and -32 turned into UTF-8, and what its lines are.

    `name` is the encoding a mapping states; blank means: find it. Raises FeedError for a name that does not exist.
    """
    head = stream.read(HEAD)
    encoding = detect(head)
    if name and not encoding.mark:
        encoding = named(name)
    pieces = _pieces(head[encoding.mark :], stream)
    if encoding.name.startswith(("utf-16", "utf-32")):
        pieces = _transcoded(pieces, encoding.name)
        encoding = Encoding("utf-8")
    return io.BufferedReader(_Pieces(pieces), buffer_size=HEAD), encoding


def _pieces(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    while head:
        yield head
        head = stream.read(HEAD)


def _transcoded(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    decode = codecs.getincrementaldecoder(name)("replace").decode
    for piece in pieces:
        yield decode(piece).encode()
    yield decode(b"", final=True).encode()


class _Pieces(io.RawIOBase):
    """A stream made of pieces of bytes."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._source = pieces
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            piece = next(self._source, None)
            if piece is None:
                return 0
            self._left = piece
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def _wide(head: bytes) -> str:
    """Return UTF-16 without a mark: every other byte of western text is zero."""
    sample = head[: 2 * (min(len(head), 4096) // 2)]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _is_utf7(head: bytes) -> bool:
    """Return whether plain ASCII hides letters as UTF-7 does: every escape must come to letters or typographic signs."""
    found = 0
    for match in _UTF7.finditer(head):
        try:
            text = match.group().decode("utf-7")
        except UnicodeDecodeError:
            return False
        if not _EUROPEAN.fullmatch(text):
            return False
        found += 1
    return found > 0


def _decode_utf7(line: bytes) -> tuple[str, bool]:
    if b"+" not in line:
        return line.decode("ascii", "replace"), False
    try:
        return without_surrogates(line.decode("utf-7")), True
    except UnicodeDecodeError:
        return line.decode("utf-8", "vitrine-cp1252"), not line.isascii()


def without_surrogates(text: str) -> str:
    """Return `text` with the halves of a character that stand alone, which no file can hold, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _in_single_byte(line: bytes, name: str) -> str:
    """Decode by a single-byte encoding; bytes that it does not define become the C1 controls of Latin-1."""
    try:
        return line.decode(name)
    except UnicodeDecodeError:
        return "".join(bytes((byte,)).decode(name, "ignore") or chr(byte) for byte in line)


def _best(sample: bytes) -> str:
    """Return the single-byte encoding that makes the most sensible words of `sample`."""
    return max(_SINGLE_BYTE, key=lambda name: (_sense(sample, name), -_SINGLE_BYTE.index(name)))


_IN_WORD = re.compile(r"(?<=[a-zA-Z])[àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿß]|[àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿß](?=[a-z])")
_AT_START = re.compile(
    r"(?<![A-Za-z])[ÀÁÂÄÅÆÇÈÉÊËÎÏÑÓÔÖØŒÙÚÛÜ](?=[a-zA-Z])|(?<=[A-Z])[ÀÁÂÄÅÆÇÈÉÊËÎÏÑÓÔÖØŒÙÚÛÜ](?![a-z])"
)
_SIGNS = re.compile(r"(?<=\w)’(?=\w)|[‘“„«](?=\w)|(?<=[\w.,!?])[’”»]|(?<=\d)\s?[–×½¼¾°]|©\s|[–—]\s")


def _sense(sample: bytes, name: str) -> int:
    """Count the letters and signs that stand where they stand in western languages, less those that stand nowhere."""
    text = _in_single_byte(sample, name)
    good = len(_IN_WORD.findall(text)) + len(_AT_START.findall(text)) + len(_SIGNS.findall(text))
    strange = sum(1 for char in text if not char.isascii())
    return 2 * good - strange


def _stray(name: str) -> Callable[[UnicodeError], tuple[str, int]]:
    """Return an error handler (see `codecs.register_error`) that reads the bytes UTF-8 cannot be as `name`."""

    def handle(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return _in_single_byte(error.object[error.start : error.end], name), error.end

    return handle


for _name in _SINGLE_BYTE:
    codecs.register_error(f"vitrine-{_name}", _stray(_name))
