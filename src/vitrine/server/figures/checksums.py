"""Whether the model files of a use of AI are here, and are those that its card was written for."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from vitrine.cards import uses


def missing(use: str, names: Iterable[str]) -> str:
    """Return why a use cannot run here: a model's file is not there, or another than the use's card says. Blank if it can."""
    from vitrine.vision import models  # noqa: PLC0415 (NumPy, for those who look at pictures)

    found = uses().get(use)
    said = {one.checksum for one in found.card.models} if found is not None and found.card is not None else set()
    for name in names:
        try:
            path = models.path(name)
        except FileNotFoundError as error:
            return str(error)
        if f"sha256:{checksum(path)}" not in said:
            return f"The model {name} is another than the one that the card was written for."
    return ""


def checksum(path: Path) -> str:
    """Return the SHA-256 of a model's file (hex), read once and anew when it has changed."""
    return _checksum(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _checksum(path: Path, changed: int) -> str:  # noqa: ARG001 - a file that changed is read anew
    return hashlib.sha256(path.read_bytes()).hexdigest()
