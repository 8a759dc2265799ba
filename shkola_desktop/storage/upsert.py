"""Insert rows: replacing those with the same key, or leaving these alone."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Executable, Table


def upsert(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Put a row in by its primary key; every column must be given."""
    connection.execute(_replacing(table, connection.dialect.name), dict(values))


def upsert_all(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Put many rows in by their primary keys, in one call of the driver."""
    if rows:
        connection.execute(
            _replacing(table, connection.dialect.name), [dict(row) for row in rows]
        )


def add_missing(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Put in the rows whose primary key is not there yet; leave the others alone."""
    if rows:
        connection.execute(
            _keeping(table, connection.dialect.name), [dict(row) for row in rows]
        )


@cache  # building it costs as much as the commit of an answer
def _replacing(table: Table, dialect: str) -> Executable:
    keys = sorted(column.name for column in table.primary_key)
    statement = _insert(dialect)(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)


@cache
def _keeping(table: Table, dialect: str) -> Executable:
    keys = sorted(column.name for column in table.primary_key)
    return _insert(dialect)(table).on_conflict_do_nothing(index_elements=keys)


def _insert(dialect: str) -> Any:  # two classes without a common one, of one shape
    return import_module(f"sqlalchemy.dialects.{dialect}").insert
