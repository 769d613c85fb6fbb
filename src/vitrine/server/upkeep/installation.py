"""The doctor's look at the installation: versions, disk, permissions, settings, the front end."""

import os
import shutil
import sqlite3
import stat
import sys
from importlib.metadata import version
from pathlib import Path

import pyvips

from vitrine.server.collection.media.limits import read_limits
from vitrine.server.options import SettingError, check
from vitrine.server.site.assets import MANIFEST
from vitrine.server.upkeep.check import Check
from vitrine.server.upkeep.manifest import FOLDERS, SECRET, vitrine_version
from vitrine.server.upkeep.restore import RESTORING

_OLDEST_SQLITE = (3, 35)
"""Django 5.2 needs 3.31; RETURNING, which makes bulk inserts quick, came with 3.35."""

_LITTLE_SPACE, _NO_SPACE = 2_000_000_000, 200_000_000
"""Bytes free below which a large import may not fit, and below which the database itself is in danger."""


def versions(_home: Path) -> Check:
    """The programs that Vitrine stands on."""
    said = ", ".join(
        (
            f"Vitrine {vitrine_version()}",
            f"Python {sys.version.split()[0]}",
            f"Django {version('django')}",
            f"Wagtail {version('wagtail')}",
            f"SQLite {sqlite3.sqlite_version}",
            f"libvips {'.'.join(str(pyvips.version(n)) for n in range(3))}",
        )
    )
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        return Check("versions", "error", f"{said}. This SQLite is too old: 3.35 or newer is needed.")
    return Check("versions", "ok", said)


def home(home: Path) -> Check:
    """The home itself: there, restored, ours to write."""
    if not (home / SECRET).exists() and not (home / RESTORING).exists():
        return Check("home", "error", f"There is no collection in {home}: name another with --home, or import into it.")
    if (home / RESTORING).exists():
        return Check(
            "home", "error", f"A restore into {home} was stopped. Run `vitrine restore` again with the same file."
        )
    closed = [
        str(path)
        for path in (home, *(home / name for name in FOLDERS))
        if path.exists() and not os.access(path, os.R_OK | os.W_OK | os.X_OK)
    ]
    if closed:
        return Check(
            "home", "error", f"{closed[0]} cannot be written by this user: change its owner or its permissions."
        )
    return Check("home", "ok", str(home))


def permissions(home: Path) -> Check:
    """Who else on this machine could read the key or change the collection."""
    mode = stat.S_IMODE((home / SECRET).stat().st_mode)
    if mode & 0o077:
        return Check(
            "permissions",
            "error",
            f"Others can read {home / SECRET}, which signs every session: chmod 600 {home / SECRET}",
        )
    if stat.S_IMODE(home.stat().st_mode) & 0o022:
        return Check("permissions", "error", f"Others can write into {home}: chmod go-w {home}")
    return Check("permissions", "ok", "Only this user can read the key and write into the home.")


def disk(home: Path) -> Check:
    """The space that is left."""
    free = shutil.disk_usage(home).free
    said = f"{free / 1e9:,.1f} GB free on the disk of {home}."
    if free < _NO_SPACE:
        return Check("disk", "error", f"{said} Make room before anything else is written.")
    if free < _LITTLE_SPACE:
        return Check("disk", "warning", f"{said} A large import may not fit.")
    return Check("disk", "ok", said)


def settings(_home: Path) -> Check:
    """The operator's settings."""
    try:
        check()
        limits = read_limits()
    except SettingError as error:
        return Check("settings", "error", str(error))
    if limits.private_hosts:
        hosts = ", ".join(sorted(limits.private_hosts))
        return Check("settings", "warning", f"Media may be fetched from hosts inside the network: {hosts}.")
    return Check("settings", "ok", "They make sense, and media is fetched from no host inside the network.")


def front_end(_home: Path) -> Check:
    """The pages' styles and scripts."""
    if not MANIFEST.exists():
        return Check(
            "front end", "error", "It is not built, so pages have no styles: run make demo, or npm run build in web/."
        )
    return Check("front end", "ok", "Built.")


GROUND = (versions, front_end, settings, home)
"""What can be looked at before the home is opened: opening it would make what is not there."""

HOME = (permissions, disk)
