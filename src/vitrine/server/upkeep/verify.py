"""Is a file a back-up, whole and sound, of this Vitrine or an older one? Read through before anything is written."""

import hashlib
import tarfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import msgspec

import vitrine.server
from vitrine.records.codec import SCHEMA
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.manifest import (
    DATABASES,
    FOLDERS,
    FORMAT,
    MANIFEST,
    SEAL,
    SECRET,
    Manifest,
    Part,
    version_order,
    vitrine_version,
)

_MAX_MANIFEST = 1 << 30
"""Bytes of a manifest that are read: about 130 for each media file."""

_CHUNK = 1 << 20


def open_backup(file: Path) -> tarfile.TarFile:
    """Open a back-up. Raises UpkeepError."""
    try:
        return tarfile.open(file, "r:")
    except FileNotFoundError as error:
        raise UpkeepError(f"There is no file {file}.") from error
    except (OSError, tarfile.TarError) as error:
        raise UpkeepError(f"{file} is no back-up of Vitrine: {error}.") from error


def verify(tar: tarfile.TarFile, show: Callable[[int, int | None], None] = lambda _done, _total: None) -> Manifest:
    """Read the whole back-up and compare it with its manifest. Raises UpkeepError where anything is amiss."""
    entries = _entries(tar)
    manifest = _manifest(tar, entries)
    _check_version(manifest)
    if set(manifest.parts) != set(entries):
        other = sorted(set(manifest.parts) ^ set(entries))[0]
        raise UpkeepError(f"The back-up does not hold what its manifest lists, {other} for one. It cannot be trusted.")
    for name in (SECRET, DATABASES.get(manifest.engine, "")):
        if name not in entries:
            raise UpkeepError(f"The back-up holds no {name or 'database'}. It cannot be trusted.")
    done, total = 0, sum(entry.size for entry in entries.values())
    for name, entry in entries.items():
        if _part(tar, entry) != manifest.parts[name]:
            raise UpkeepError(f"{name} in the back-up is damaged: it is not what was backed up. Use another back-up.")
        done += entry.size
        show(done, total)
    return manifest


def _entries(tar: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    """Return the archive's entries by name: plain files with names a back-up has, each once."""
    entries: dict[str, tarfile.TarInfo] = {}
    try:
        for entry in tar:
            if not entry.isreg() or entry.issparse() or entry.name in entries or not _is_ours(entry.name):
                raise UpkeepError(f"The back-up holds {entry.name!r}, which no back-up of Vitrine holds.")
            entries[entry.name] = entry
    except tarfile.TarError as error:
        raise UpkeepError(f"The back-up is damaged or cut short: {error}.") from error
    return entries


def _is_ours(name: str) -> bool:
    if name in (MANIFEST, SEAL, SECRET, *DATABASES.values()):
        return True
    parts = PurePosixPath(name).parts
    clean = "/".join(parts) == name and "\\" not in name and "\0" not in name and not {"..", "."} & set(parts)
    return clean and len(parts) > 1 and parts[0] in FOLDERS


def _manifest(tar: tarfile.TarFile, entries: dict[str, tarfile.TarInfo]) -> Manifest:
    """Take the manifest and its checksum out of the entries and read it."""
    written, seal = (entries.pop(name, None) for name in (MANIFEST, SEAL))
    if written is None or seal is None or written.size > _MAX_MANIFEST:
        raise UpkeepError("The back-up is incomplete: its manifest, which is written last, is not there.")
    content = _content(tar, written)
    if hashlib.sha256(content).hexdigest().encode() != _content(tar, seal):
        raise UpkeepError("The manifest of the back-up is damaged. Use another back-up.")
    try:
        return msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UpkeepError(f"The manifest of the back-up cannot be read: {error}.") from error


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    stream = tar.extractfile(entry)
    try:
        return stream.read() if stream else b""
    except (OSError, tarfile.TarError):
        # Cut off within this very file: what is there is not what was backed up.
        return b""


def _check_version(manifest: Manifest) -> None:
    newer = (
        version_order(manifest.vitrine) > version_order(vitrine_version())
        or manifest.schema > SCHEMA
        or manifest.format > FORMAT
        or not all(_is_known(migration) for migration in manifest.migrations)
    )
    if newer:
        raise UpkeepError(
            f"This back-up is of Vitrine {manifest.vitrine}, newer than this one ({vitrine_version()}). Install that version."
        )


def _is_known(migration: str) -> bool:
    """Whether a migration, `app.name`, is one of ours that this version has, or one of a library's."""
    app, _, name = migration.partition(".")
    folder = Path(vitrine.server.__file__).parent / app / "migrations"
    return not folder.is_dir() or (folder / f"{name}.py").exists()


def _part(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> Part | None:
    stream = tar.extractfile(entry)
    digest, size = hashlib.sha256(), 0
    try:
        while stream is not None and (chunk := stream.read(_CHUNK)):
            digest.update(chunk)
            size += len(chunk)
    except (OSError, tarfile.TarError):
        # Cut off within this very file: what is there is not what was backed up.
        return None
    return Part(size, digest.hexdigest())
