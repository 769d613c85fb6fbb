"""Back-up: everything a home keeps, in one file, while the server runs."""

import hashlib
import os
import sqlite3
import tarfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from vitrine.records.codec import SCHEMA
from vitrine.server.home import held
from vitrine.server.options import database_engine
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.database import Facts, dump
from vitrine.server.upkeep.manifest import (
    DATABASES,
    DRAFTS,
    FOLDERS,
    FORMAT,
    MANIFEST,
    SEAL,
    SECRET,
    Manifest,
    Part,
    vitrine_version,
)

_CHUNK = 1 << 20

Show = Callable[[int, int | None], None]
"""Told how many bytes are done, of how many."""


class Backup(NamedTuple):
    """A back-up that was made. `missing` and `damaged` are media files that the store should have whole and has not."""

    file: str
    size: int
    works: int
    media: int
    missing: list[str]
    damaged: list[str]


def backup(home: Path, file: Path, show: Show = lambda _done, _total: None) -> Backup:
    """Write a back-up of `home` to `file`, which must not exist; it is complete as soon as it is there under that name.

    Raises UpkeepError, and BusyError while another back-up of this home is being made.
    """
    home, file = home.expanduser().resolve(), file.expanduser().resolve()
    _may_begin(home, file)
    partial = file.with_name(f"{file.name}.partial")
    database = file.with_name(f"{file.name}.database.partial")
    try:
        with held(home, "backup", f"Another back-up of {home} is being made: wait for it."):
            made = _write(home, partial, database, show)
            _finish(partial, file)
    except (OSError, sqlite3.Error) as error:
        raise UpkeepError(f"{file} cannot be written: {_reason(error)}. Nothing was left there.") from error
    finally:
        partial.unlink(missing_ok=True)
        database.unlink(missing_ok=True)
    return made._replace(file=str(file), size=file.stat().st_size)


def _may_begin(home: Path, file: Path) -> None:
    if not (home / SECRET).exists():
        raise UpkeepError(f"There is no collection in {home}. Name the home with --home or VITRINE_HOME.")
    if file.exists():
        raise UpkeepError(f"{file} exists already and is not overwritten. Choose another name.")
    if not file.parent.is_dir():
        raise UpkeepError(f"There is no folder {file.parent}.")
    if any(file.is_relative_to(home / folder) for folder in FOLDERS):
        raise UpkeepError(f"{file} lies in a folder that is itself backed up. Choose a place outside {home}.")


def _write(home: Path, partial: Path, database: Path, show: Show) -> Backup:
    # The key to every account is in it: nobody else may read it.
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with (
        os.fdopen(descriptor, "wb") as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        # The database first: whatever media it knows of was in the store before it.
        facts = dump(home, database)
        files = [(database, DATABASES[database_engine()]), (home / SECRET, SECRET), *_kept(home)]
        writer = _Writer(tar, sum(_size(path) for path, _ in files), show)
        for path, name in files:
            writer.add(path, name)
        writer.add_manifest(facts)
        tar.close()
        stream.flush()
        os.fsync(stream.fileno())
    return Backup("", 0, facts.works, len(facts.media), *_lost(facts, writer.parts))


def _kept(home: Path) -> list[tuple[Path, str]]:
    """Return the files of the kept folders with their names in the back-up, in a fixed order; links are not followed."""
    named = ((path, path.relative_to(home).as_posix()) for folder in FOLDERS for path in _files(home / folder))
    return [(path, name) for path, name in named if not name.startswith(f"{DRAFTS}/")]


def _files(folder: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(top, name)
            if path.is_file() and not path.is_symlink():
                yield path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


class _Writer:
    """Adds files to the archive and remembers what they were."""

    def __init__(self, tar: tarfile.TarFile, total: int, show: Show) -> None:
        self._tar = tar
        self._total = total
        self._show = show
        self._done = 0
        self.parts: dict[str, Part] = {}

    def add(self, path: Path, name: str) -> None:
        """Add the file at `path`; one that vanished since it was listed was deleted on purpose."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return
        with file:
            facts = os.fstat(file.fileno())
            reader = _Reader(file, path, lambda size: self._show(self._done + size, self._total))
            self._add(name, facts.st_size, facts.st_mtime, reader)
        self._done += facts.st_size
        self.parts[name] = Part(facts.st_size, reader.sha256())

    def add_manifest(self, facts: Facts) -> None:
        """Add the manifest and its checksum, last of all."""
        manifest = Manifest(
            format=FORMAT,
            vitrine=vitrine_version(),
            schema=SCHEMA,
            engine=database_engine(),
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            migrations=facts.migrations,
            works=facts.works,
            media=len(facts.media),
            database_size=facts.size,
            parts=self.parts,
        )
        content = msgspec.json.encode(manifest)
        seal = hashlib.sha256(content).hexdigest().encode()
        for name, last in ((MANIFEST, content), (SEAL, seal)):
            self._add(name, len(last), time.time(), BytesIO(last))

    def _add(self, name: str, size: int, time_: float, content: object) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = size, int(time_), 0o600
        self._tar.addfile(entry, content)  # type: ignore[arg-type]


class _Reader:
    """A file that is hashed while it is read."""

    def __init__(self, file: BinaryIO, path: Path, show: Callable[[int], None]) -> None:
        self._file = file
        self._path = path
        self._digest = hashlib.sha256()
        self._show = show
        self._read = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises UpkeepError where the file has become shorter than it was."""
        chunk = self._file.read(size)
        if len(chunk) < size:
            raise UpkeepError(f"{self._path} changed while it was read. Make the back-up again.")
        self._digest.update(chunk)
        self._read += len(chunk)
        self._show(self._read)
        return chunk

    def sha256(self) -> str:
        """Return the SHA-256 of what was read."""
        return self._digest.hexdigest()


def _lost(facts: Facts, parts: dict[str, Part]) -> tuple[list[str], list[str]]:
    """Return the media files that are missing from the store, and those that are not what their checksum says."""
    stored = {checksum: parts.get(f"media/{checksum[:2]}/{checksum[2:]}") for checksum in sorted(facts.media)}
    missing = [checksum for checksum, part in stored.items() if part is None]
    return missing, [checksum for checksum, part in stored.items() if part is not None and part.sha256 != checksum]


def _finish(partial: Path, file: Path) -> None:
    if file.exists():
        raise UpkeepError(f"{file} came into being meanwhile and is not overwritten. Choose another name.")
    partial.rename(file)


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
