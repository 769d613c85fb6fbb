"""The home: the one folder that holds everything a museum's Vitrine keeps."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import platformdirs

HOME_VARIABLE = "VITRINE_HOME"

COLLECTION_ONLY = "VITRINE_COLLECTION_ONLY"
"""Set in the environment of a process that needs the collection but neither site nor studio."""


class HomeError(RuntimeError):
    """The home cannot be used: the message says why and what to do."""


class BusyError(RuntimeError):
    """Another process holds what this one needs: the message says what."""


def default_home() -> Path:
    """Return the home named by VITRINE_HOME, else the platform's user data folder."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("vitrine", appauthor=False))


def prepare(home: Path) -> Path:
    """Make the folders of `home` where they are missing and return its absolute path. Raises HomeError."""
    home = home.expanduser().resolve()
    try:
        make(home)
        for name in ("media", "mappings", "locks", "drafts", "imports"):
            (home / name).mkdir(exist_ok=True)
    except OSError as error:
        raise HomeError(
            f"The home {home} cannot be used: {error.strerror}. Choose another with --home or {HOME_VARIABLE}."
        ) from error
    return home


def make(home: Path) -> None:
    """Make the folder `home` where it is missing, closed to other users: its database holds accounts and sessions."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)


def secret_key(home: Path) -> str:
    """Return the home's own secret key, made at random on first use and readable by its owner only."""
    path = home / "secret-key"
    if not path.exists():
        draft = home / f"secret-key.{os.getpid()}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        # A second process that starts at the same moment must not replace a key already in use.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


@contextlib.contextmanager
def held(home: Path, name: str, busy: str = "") -> Iterator[None]:
    """Hold the lock `name` of this home while inside; the system frees it however the process ends.

    Where another process holds it, raises BusyError with the text `busy`, or waits where that is blank.
    """
    with (home / "locks" / f"{name}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (fcntl.LOCK_NB if busy else 0))
        except BlockingIOError:
            raise BusyError(busy) from None
        yield
