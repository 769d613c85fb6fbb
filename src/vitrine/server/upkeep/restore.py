"""Restore: a back-up into an empty home, checked whole before anything is put in place."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from gzip import BadGzipFile
from pathlib import Path
from typing import NamedTuple
from zlib import error as ZlibError  # noqa: N812  (an exception)

from vitrine.server.home import COLLECTION_ONLY, HOME_VARIABLE, held, make
from vitrine.server.options import database_engine
from vitrine.server.upkeep import UpkeepError
from vitrine.server.upkeep.database import (
    database_name,
    is_empty_postgresql,
    load_postgresql,
    load_sqlite,
    settle_sqlite,
)
from vitrine.server.upkeep.manifest import DATABASES, FOLDERS, SECRET, SQLITE, Manifest, vitrine_version
from vitrine.server.upkeep.verify import open_backup, verify

RESTORING = "restoring"
"""The folder of a home in which a restore is prepared. While it is there, the home is not restored."""

_BEGUN = "database-begun"
"""The note in it which PostgreSQL database the restore has begun to fill."""

_LOCKS = "locks"

Show = Callable[[int, int | None], None]
"""Told how many bytes are done, of how many."""


class Restored(NamedTuple):
    """A home that was restored, from a back-up of which version and time."""

    home: str
    works: int
    media: int
    vitrine: str
    made: str


def restore(file: Path, home: Path, show: Show = lambda _done, _total: None) -> Restored:
    """Restore the back-up `file` into `home`, which must be empty or hold no more than a restore that was stopped.

    Everything is unpacked and brought up to date in a folder of the home and moved into place last. Raises UpkeepError, and
    BusyError while another restore into this home is running.
    """
    home = home.expanduser().resolve()
    try:
        with open_backup(file) as tar:
            _may_begin(home)
            manifest = verify(tar, show)
            make(home)
            (home / _LOCKS).mkdir(exist_ok=True)
            with held(home, "restore", f"Another restore into {home} is running: wait for it."):
                begun = _clear(home)
                _prepare(tar, manifest, home / RESTORING, begun)
                _put_in_place(home)
    except (OSError, tarfile.TarError, EOFError, ZlibError, BadGzipFile) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UpkeepError(f"{file} cannot be restored into {home}: {reason}.") from error
    return Restored(str(home), manifest.works, manifest.media, manifest.vitrine, manifest.made)


def _prepare(tar: tarfile.TarFile, manifest: Manifest, folder: Path, begun: str) -> None:
    """Make of `folder` what the home is to be; where that fails, leave nothing."""
    try:
        _may_hold(manifest, begun)
        _unpack(tar, manifest, folder)
        _fill_database(manifest, folder)
        _bring_up_to_date(manifest, folder)
    except BaseException:
        if not (folder / _BEGUN).exists():
            shutil.rmtree(folder)
        raise


def _may_begin(home: Path) -> None:
    """Check that nothing but an unfinished restore is in the home. Raises UpkeepError."""
    if not home.exists():
        return
    if not home.is_dir():
        raise UpkeepError(f"{home} is no folder. Name a new home with --home.")
    there = {path.name for path in home.iterdir()} - {_LOCKS}
    ours = {RESTORING, SECRET, SQLITE, *FOLDERS} if RESTORING in there else set()
    if there - ours:
        raise UpkeepError(
            f"The home {home} is not empty ({', '.join(sorted(there - ours)[:5])}). A back-up is restored into an empty"
            " home only: name a new one with --home."
        )


def _clear(home: Path) -> str:
    """Remove what a stopped restore left; return which PostgreSQL database it had begun to fill, or blank."""
    note = home / RESTORING / _BEGUN
    begun = note.read_text() if note.exists() else ""
    if (home / RESTORING).exists():
        for name in (*FOLDERS, SECRET, SQLITE):
            _remove(home / name)
        # The note goes last: until it is gone, the database counts as begun.
        for path in (home / RESTORING).iterdir():
            if path != note:
                _remove(path)
    (home / RESTORING).mkdir(exist_ok=True)
    return begun


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _may_hold(manifest: Manifest, begun: str) -> None:
    """Check that the database this home is to have can take what the back-up holds. Raises UpkeepError."""
    if manifest.engine != database_engine():
        wanted = "Unset DATABASE_URL." if manifest.engine == "sqlite" else "Set DATABASE_URL to an empty database."
        raise UpkeepError(f"This back-up holds a database of {_NAMES[manifest.engine]}. {wanted}")
    if manifest.engine == "postgresql" and begun != database_name() and not is_empty_postgresql():
        raise UpkeepError("The database at DATABASE_URL is not empty. Name an empty one: nothing is overwritten.")


_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def _unpack(tar: tarfile.TarFile, manifest: Manifest, folder: Path) -> None:
    """Write the verified parts below `folder`: plain files only, each with this process's rights and no other."""
    needed = sum(part.size for part in manifest.parts.values()) + manifest.database_size
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise UpkeepError(f"The disk of {folder.parent} has {free:,} bytes free, and {needed:,} are needed.")
    for name in FOLDERS:
        (folder / name).mkdir()
    for name in manifest.parts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        source = tar.extractfile(name)
        if source is None:
            raise UpkeepError(f"{name} in the back-up is no file.")
        mode = 0o600 if name == SECRET else 0o444 if name.startswith("media/") else 0o644
        with source, os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        path.chmod(mode)


def _fill_database(manifest: Manifest, folder: Path) -> None:
    packed = folder / DATABASES[manifest.engine]
    if manifest.engine == "sqlite":
        load_sqlite(packed, folder / SQLITE, manifest.database_size)
    else:
        (folder / _BEGUN).write_text(database_name())
        load_postgresql(packed)
    packed.unlink()


def _bring_up_to_date(manifest: Manifest, folder: Path) -> None:
    """Run pending migrations, in a process of its own because this one may serve another home."""
    environment = {**os.environ, HOME_VARIABLE: str(folder), "DJANGO_SETTINGS_MODULE": "vitrine.server.settings"}
    if not any(migration.startswith("wagtailcore.") for migration in manifest.migrations):
        # Site and studio never ran on this database: their tables are made when they first do.
        environment[COLLECTION_ONLY] = "yes"
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--no-input", "--skip-checks", "--verbosity=0"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
        raise UpkeepError(f"The back-up could not be brought up to Vitrine {vitrine_version()}: {lines[-1]}")
    if (folder / SQLITE).exists():
        settle_sqlite(folder / SQLITE)


def _put_in_place(home: Path) -> None:
    """Move everything from the folder it was prepared in to its place; the home counts as restored when that is gone."""
    folder = home / RESTORING
    for name in (*FOLDERS, SECRET, SQLITE):
        if (folder / name).exists():
            (folder / name).rename(home / name)
    shutil.rmtree(folder)
