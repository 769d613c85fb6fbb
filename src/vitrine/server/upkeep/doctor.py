"""The doctor: looks an installation over and says of each part whether it is well, and if not, what to do."""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import psycopg
from django.db import DatabaseError

from vitrine.server.home import HomeError
from vitrine.server.options import SettingError, one_line
from vitrine.server.start import wake
from vitrine.server.upkeep import UpkeepError, installation
from vitrine.server.upkeep.check import Check, Show

_TROUBLE = (OSError, HomeError, DatabaseError, sqlite3.Error, psycopg.Error, UpkeepError, SettingError)


def examine(home: Path, show: Show = lambda _done, _total: None) -> list[Check]:
    """Return what the doctor finds in `home`, in an order to read it in. Nothing of the collection is changed.

    What rests on something that is in error is not looked at: without a home there is no disk to measure, without a sound
    database no media to look for.
    """
    home = home.expanduser().resolve()
    checks = _each(home, installation.GROUND)
    if _well(checks):
        checks += _each(home, (_awake, *installation.HOME))
    if _well(checks):
        from vitrine.server.upkeep import holdings  # noqa: PLC0415  (models, which need a home)

        checks += _each(home, (holdings.database,))
        if _well(checks):
            checks += _each(home, holdings.ALL)
            checks += _each(home, (lambda home: holdings.media(home, show),))
    return [check for check in checks if check.message]


def _awake(home: Path) -> Check:
    # With the site, so that its pending migrations are seen too.
    wake(home, site=True)
    return Check("settings", "ok", "")


def _well(checks: list[Check]) -> bool:
    return not any(check.state == "error" and check.name in _VITAL for check in checks)


_VITAL = ("settings", "home", "database")
"""What the parts after it rest on."""


def _each(home: Path, looks: Iterable[Callable[[Path], Check]]) -> list[Check]:
    """Look at each part in turn; a look that fails is a finding itself and keeps none of the others from being made."""
    checks = []
    for look in looks:
        try:
            checks.append(look(home))
        except _TROUBLE as error:
            name = {"_awake": "settings", "<lambda>": "media"}.get(look.__name__, look.__name__.replace("_", " "))
            checks.append(Check(name, "error", f"It cannot be looked at: {one_line(error)}."))
    return checks
