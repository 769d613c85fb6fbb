"""Waking Django on a home: what the command line and the web server do first."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from vitrine.server.home import COLLECTION_ONLY, HOME_VARIABLE, HomeError, prepare


def wake(home: Path, *, site: bool = False) -> None:
    """Set Django up on `home` (made where missing): the collection alone, or with the `site` and the studio.

    Raises HomeError.
    """
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
        call_command("migrate", interactive=False, verbosity=0)


def open_home(home: Path, *, site: bool = False) -> None:
    """Wake on `home` and make its database ready, for what was woken. Raises HomeError where it cannot be reached."""
    wake(home, site=site)
    try:
        migrate()
    except Exception as error:
        from django.db import DatabaseError  # noqa: PLC0415

        if not isinstance(error, DatabaseError | OSError):
            raise
        raise HomeError(f"The database of {home} cannot be opened: {error}") from error
