"""Media files beside the imported data: found by the names records give them, never outside the folder or the zip."""

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from vitrine.server.collection.media.limits import UnusableMediaError

CHUNK = 1 << 20


class Found(NamedTuple):
    """A file that was found: what tells it from a changed one, and its content in pieces."""

    stamp: str
    chunks: Iterator[bytes]


class Place(Protocol):
    """Where local media files may be: a folder, or the zip that was imported."""

    def find(self, name: str) -> Found | None:
        """Return the file `name` (a path with / or \\), or None. Raises UnusableMediaError for a path that leads outside."""


class Folder:
    """A folder and what is below it. Names are compared as people do: Unicode forms and case do not matter."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._listings: dict[Path, dict[str, list[str]]] = {}

    def find(self, name: str) -> Found | None:
        """Return the file `name`; a bare file name is also looked for in the folders directly below."""
        parts = _parts(name)
        found = self._walk(self._root, parts)
        if found is None and len(parts) == 1:
            found = self._below(parts[0], name)
        if found is None:
            return None
        real = found.resolve()
        if not real.is_relative_to(self._root):
            raise UnusableMediaError(
                f"{name} is a link to a place outside the folder of the import: copy the file there."
            )
        return _opened(real, found, name)

    def _walk(self, folder: Path, parts: list[str]) -> Path | None:
        for part in parts:
            names = self._listing(folder).get(_folded(part), [])
            if not names:
                return None
            folder = folder / (part if part in names else names[0])
        return folder

    def _below(self, part: str, name: str) -> Path | None:
        folders = sorted({entry for names in self._listing(self._root).values() for entry in names})
        places = [self._walk(self._root, [folder, part]) for folder in folders if (self._root / folder).is_dir()]
        found = [place for place in places if place is not None]
        if len(found) > 1:
            where = ", ".join(place.parent.name for place in found[:5])
            raise UnusableMediaError(f"Several folders hold a file {name} ({where}): give its path in the data.")
        return found[0] if found else None

    def _listing(self, folder: Path) -> dict[str, list[str]]:
        """Return the names in a folder by what they are compared as; none where it leads outside or cannot be read."""
        if folder not in self._listings:
            listing: dict[str, list[str]] = {}
            if folder.is_dir() and folder.resolve().is_relative_to(self._root) and os.access(folder, os.R_OK | os.X_OK):
                for entry in sorted(folder.iterdir()):
                    listing.setdefault(_folded(entry.name), []).append(entry.name)
            self._listings[folder] = listing
        return self._listings[folder]


class Zip:
    """The files in a zip."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._archive.infolist():
            if not entry.is_dir():
                self._entries.setdefault(_folded(_entry_name(entry)), entry)

    def find(self, name: str) -> Found | None:
        """Return the file `name`, looked for from the top of the zip."""
        entry = self._entries.get(_folded("/".join(_parts(name))))
        return Found(f"{entry.filename}|{entry.file_size}|{entry.CRC}", self._chunks(entry, name)) if entry else None

    def close(self) -> None:
        """Let go of the zip."""
        self._archive.close()

    def _chunks(self, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnusableMediaError(f"{name} cannot be unpacked from the zip: {error}.") from error


def _parts(name: str) -> list[str]:
    """Return the parts of a relative path, written for any system. Raises UnusableMediaError where it leads outside."""
    path = name.replace("\\", "/")
    if path.startswith("/") or re.match(r"[A-Za-z]:", path) or "\0" in path:
        raise UnusableMediaError(
            f"{name!r} is an absolute path: media must lie beside the imported file, named from there."
        )
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or not parts:
        raise UnusableMediaError(f"{name!r} leads out of the folder of the import: copy the file there.")
    if any(part.startswith(".") for part in parts):
        # Settings and keys hide behind a dot; a record that names one would publish it.
        raise UnusableMediaError(f"{name!r} is a hidden file: give the media file a name without the leading dot.")
    return parts


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """Return the name of a zip's entry; many programs write UTF-8 without the flag that says so (APPNOTE 4.4.4, bit 11)."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _opened(real: Path, found: Path, name: str) -> Found | None:
    try:
        facts = real.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnusableMediaError(f"{name} cannot be read: {error.strerror}. Check its permissions.") from error
    if not stat.S_ISREG(facts.st_mode):
        raise UnusableMediaError(f"{name} is a folder or a device, not a file.")
    return Found(f"{found}|{facts.st_size}|{facts.st_mtime_ns}", _chunks(real, name))


def _chunks(path: Path, name: str) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise UnusableMediaError(f"{name} cannot be read: {error.strerror}. Check its permissions.") from error
