"""Waking Django on a home: what the command line and the web server do first."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from vitrine.server.home import HOME_VARIABLE, HomeError, prepare


def wake(home: Path) -> None:
    """Set Django up on `home` (made where missing). Raises HomeError."""
    os.environ[HOME_VARIABLE] = str(prepare(home))
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


def open_home(home: Path) -> None:
    """Wake on `home` and make its database ready. Raises HomeError where the database cannot be reached."""
    wake(home)
    try:
        migrate()
    except Exception as error:
        from django.db import DatabaseError  # noqa: PLC0415

        if not isinstance(error, DatabaseError | OSError):
            raise
        raise HomeError(f"The database of {home} cannot be opened: {error}") from error
