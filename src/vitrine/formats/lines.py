"""Lines of a stream, however long one of them is."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

LONGEST_LINE = 16_000_000
"""Bytes. Parsed JSON takes up to 20 times its text, so this is what 500 MB of memory can carry; no record comes near."""

KEPT = 64_000
"""Bytes of an oversized line or record that are kept to recognise it by."""

_CHUNK = 1_000_000


class Oversized(msgspec.Struct, frozen=True):
    """A line longer than the limit: its beginning, its length in bytes, and the SHA-256 (hex) of the whole."""

    raw: bytes
    length: int
    digest: str

    @property
    def reason(self) -> str:
        """Why it was not read, in a sentence."""
        return (
            f"A line of {self.length:,} bytes is too long for a record; its first {len(self.raw):,} bytes are kept. "
            f"SHA-256 of the whole: {self.digest}."
        )


def lines(stream: BinaryIO, limit: int = LONGEST_LINE) -> Iterator[bytes | Oversized]:
    """Yield the lines of `stream` as they stand, line end included; one of more than `limit` bytes as Oversized.

    Memory stays within `limit`, and the line after an oversized one is read as any other.
    """
    while line := stream.readline(limit + 1):
        yield _skip(stream, line) if len(line) > limit else line


def _skip(stream: BinaryIO, start: bytes) -> Oversized:
    """Read an oversized line to its end."""
    digest, length, kept, piece = hashlib.sha256(), 0, start[:KEPT], start
    while piece:
        digest.update(piece)
        length += len(piece)
        piece = b"" if piece.endswith(b"\n") else stream.readline(_CHUNK)
    return Oversized(kept, length, digest.hexdigest())
