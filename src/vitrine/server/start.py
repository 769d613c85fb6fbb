"""Waking Django on a home: what the command line and the web server do first."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from vitrine.server import options
from vitrine.server.home import COLLECTION_ONLY, HOME_VARIABLE, HomeError, held, prepare


def wake(home: Path, *, site: bool = False) -> None:
    """Set Django up on `home` (made where missing): the collection alone, or with the `site` and the studio.

    Raises HomeError and SettingError.
    """
    options.check()
    os.environ[HOME_VARIABLE] = str(prepare(home))
    if not site:
        os.environ[COLLECTION_ONLY] = "yes"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vitrine.server.settings")
    django.setup()


def pending_migrations() -> list[str]:
    """Return the names of migrations that this database has not had yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate() -> None:
    """Bring the database to this version's shape; cheap where nothing is pending."""
    if pending_migrations():
        # Two commands on a new home make its tables once: the second waits and finds them made.
        with held(options.home(), "migrate"):
            if pending_migrations():
                call_command("migrate", interactive=False, verbosity=0)


def open_home(home: Path, *, site: bool = False) -> None:
    """Wake on `home` and make its database ready, for what was woken. Raises HomeError where it cannot be reached."""
    wake(home, site=site)
    try:
        migrate()
    except (Error, OSError) as error:
        which = "at DATABASE_URL" if options.option("DATABASE_URL") else f"of {home}"
        raise HomeError(f"The database {which} cannot be opened: {options.one_line(error)}.") from error
