"""Files that stand behind decisions: kept as they came, under their SHA-256 in `evidence/ab/cdef…`, and never opened here."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from vitrine.server.options import home

LARGEST = 20_000_000
"""Bytes: a contract of many scanned pages, no film."""


class EvidenceError(ValueError):
    """A file cannot be kept as evidence: the message says why."""


class Kept(NamedTuple):
    """A file that is kept: SHA-256 in hex, size in bytes."""

    checksum: str
    size: int


def keep(chunks: Iterable[bytes]) -> Kept:
    """Keep a file, given as pieces of its content. Raises EvidenceError where it is empty or too large."""
    folder = home() / "evidence"
    folder.mkdir(exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with NamedTemporaryFile(dir=folder, prefix="draft-", delete=False) as draft:
        path = Path(draft.name)
        try:
            for chunk in chunks:
                size += len(chunk)
                if size > LARGEST:
                    raise EvidenceError(f"The file is larger than the {LARGEST:,} bytes allowed for evidence.")
                digest.update(chunk)
                draft.write(chunk)
            draft.flush()
            if not size:
                raise EvidenceError("The file is empty.")
            checksum = digest.hexdigest()
            path_of(checksum).parent.mkdir(exist_ok=True)
            path.chmod(0o444)
            path.replace(path_of(checksum))
        finally:
            path.unlink(missing_ok=True)
    return Kept(checksum, size)


def path_of(checksum: str) -> Path:
    """Return where the file with this SHA-256 (hex) is kept."""
    return home() / "evidence" / checksum[:2] / checksum[2:]
