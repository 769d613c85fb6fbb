"""Rows by the thousand, on SQLite and PostgreSQL alike.

The ORM spends more time on a row than reading, judging and storing a record take together (benchmarks/README.md), so
an import writes its two large tables with plain statements. Everything else goes through the ORM.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Max, Model


def new_ids(model: type[Model], number: int) -> range | list[int]:
    """Return `number` ids that nobody else has, ascending. Belongs inside the transaction that inserts the rows.

    SQLite has one writer at a time, so the next ids are free until this transaction ends; PostgreSQL hands them out.
    """
    if connection.vendor == "sqlite":
        first = (model._default_manager.aggregate(last=Max("pk"))["last"] or 0) + 1
        return range(first, first + number)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, number],
        )
        return sorted(row[0] for row in cursor.fetchall())


def insert(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert `rows`, whose values are in the order of the model's `fields` and already of the database's own types."""
    columns = ", ".join(connection.ops.quote_name(model._meta.get_field(name).column) for name in fields)
    marks = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608  (names are the model's)


def update(
    model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]], by: Sequence[str] = ("id",)
) -> None:
    """Set `fields` of existing rows: each of `rows` has their values in this order, already of the database's own types,
    then those of the fields `by` which the row is found."""
    table = connection.ops.quote_name(model._meta.db_table)
    settings, found = ", ".join(_equal(model, fields)), " AND ".join(_equal(model, by))
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {settings} WHERE {found}", rows)  # noqa: S608  (names are the model's)


def _equal(model: type[Model], fields: Sequence[str]) -> list[str]:
    return [f"{connection.ops.quote_name(model._meta.get_field(name).column)} = %s" for name in fields]


def timestamp(value: Any) -> Any:
    """Return a time as this database takes it."""
    return connection.ops.adapt_datetimefield_value(value)


def as_json(value: Any) -> Any:
    """Return plain data as this database takes JSON."""
    return connection.ops.adapt_json_value(value, None)
