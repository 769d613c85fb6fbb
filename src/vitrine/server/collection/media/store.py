"""The media store: files as they came, byte for byte, each kept once under its SHA-256 in `media/ab/cdef…`."""

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec

from vitrine.server.collection.media.embedded import read_embedded
from vitrine.server.collection.media.limits import Limits, UnusableMediaError
from vitrine.server.collection.media.pixels import measure
from vitrine.server.collection.media.types import HEAD, media_type_of
from vitrine.server.collection.models import MediaFile
from vitrine.server.options import home

DRAFTS = "drafts"
"""The folder of the store where files are written until they are known to be whole."""

ABANDONED = 24 * 3600
"""Seconds after which a draft belongs to a process that was killed: no single file takes that long."""

_NO_MEDIA = {
    "text/html": "It is a web page, not a media file: give the address of the file itself.",
    # A path in a record could name any text of the folder, a list of passwords too, and what is stored is served.
    "text/plain": "It is plain text, not a media file: texts belong in the record itself.",
}


def path_of(checksum: str) -> Path:
    """Return where the file with this SHA-256 (hex) is kept."""
    return home() / "media" / checksum[:2] / checksum[2:]


def is_kept(file: MediaFile) -> bool:
    """Return whether the file is on disk with its full size."""
    try:
        return path_of(file.checksum).stat().st_size == file.size
    except FileNotFoundError:
        return False


def store(chunks: Iterable[bytes], limits: Limits) -> MediaFile:
    """Take in a file, given as pieces of its content, and return its row: the same row for the same content.

    Raises UnusableMediaError for a file that is empty, too large, of no known type, a web page, damaged, or an image of too
    many pixels; OSError where the store cannot be written.
    """
    drafts = home() / "media" / DRAFTS
    drafts.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=drafts, delete=False) as draft:
        path = Path(draft.name)
        try:
            checksum, size, head = _write(draft, chunks, limits.max_bytes)
            facts = _facts(path, size, head, limits.max_pixels)
            _place(path, path_of(checksum), size)
        finally:
            path.unlink(missing_ok=True)
    file, _ = MediaFile.objects.get_or_create(checksum=checksum, defaults=facts)
    return file


def clear_drafts() -> None:
    """Remove drafts that killed processes left behind."""
    for draft in (home() / "media" / DRAFTS).glob("*"):
        if time.time() - draft.stat().st_mtime > ABANDONED:
            draft.unlink(missing_ok=True)


def _write(draft: Any, chunks: Iterable[bytes], max_bytes: int) -> tuple[str, int, bytes]:
    """Write the pieces to `draft`; return the SHA-256, the size and the first bytes."""
    digest, size, head = hashlib.sha256(), 0, b""
    for chunk in chunks:
        size += len(chunk)
        if size > max_bytes:
            raise UnusableMediaError(f"It is larger than the {max_bytes:,} bytes allowed (VITRINE_MEDIA_MAX_BYTES).")
        digest.update(chunk)
        draft.write(chunk)
        if len(head) < HEAD:
            head += chunk[: HEAD - len(head)]
    draft.flush()
    os.fsync(draft.fileno())
    return digest.hexdigest(), size, head


def _facts(path: Path, size: int, head: bytes, max_pixels: int) -> dict[str, Any]:
    """Return what the row of a file says, found in its content."""
    if size == 0:
        raise UnusableMediaError("It is empty.")
    type_ = media_type_of(head, size)
    if not type_:
        raise UnusableMediaError(
            "Its content is of no type that Vitrine takes in: images, sound, film, 3D, PDF, EPUB, XML."
        )
    if type_ in _NO_MEDIA:
        raise UnusableMediaError(_NO_MEDIA[type_])
    pixels = measure(path, type_, max_pixels)
    embedded = read_embedded(path, type_)
    return {
        "type": type_,
        "size": size,
        "width": pixels.width if pixels else None,
        "height": pixels.height if pixels else None,
        "source_type": embedded.source_type,
        "reservation": msgspec.to_builtins(embedded.reservation) if embedded.reservation else None,
        "remark": embedded.fault,
    }


def _place(draft: Path, place: Path, size: int) -> None:
    """Move a finished draft to its place at once, unless the same content is there; a damaged file is replaced."""
    if place.exists() and place.stat().st_size == size:
        return
    place.parent.mkdir(exist_ok=True)
    draft.chmod(0o444)
    draft.replace(place)
