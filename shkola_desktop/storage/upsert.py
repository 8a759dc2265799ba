"""Insert rows: replacing those with the same key, or leaving these alone."""

from collections.abc import Mapping, Sequence
from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import Insert, insert


def upsert(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Put a row in by its primary key; every column must be given."""
    connection.execute(_replacing(table), dict(values))


def upsert_all(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Put many rows in by their primary keys, in one call of the driver."""
    if rows:
        connection.execute(_replacing(table), [dict(row) for row in rows])


def add_missing(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Put in the rows whose primary key is not there yet; leave the others alone."""
    if rows:
        connection.execute(_keeping(table), [dict(row) for row in rows])


@cache  # building it costs as much as the commit of an answer
def _replacing(table: Table) -> Insert:
    keys = {column.name for column in table.primary_key}
    statement = insert(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    return statement.on_conflict_do_update(index_elements=sorted(keys), set_=changed)


@cache
def _keeping(table: Table) -> Insert:
    keys = sorted(column.name for column in table.primary_key)
    return insert(table).on_conflict_do_nothing(index_elements=keys)
