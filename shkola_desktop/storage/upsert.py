"""Insert a row, or replace the one with the same key."""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import Insert, insert


def upsert(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Put a row in by its primary key; every column must be given."""
    connection.execute(_statement(table), dict(values))


@cache  # building it costs as much as the commit of an answer
def _statement(table: Table) -> Insert:
    keys = {column.name for column in table.primary_key}
    statement = insert(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    return statement.on_conflict_do_update(index_elements=sorted(keys), set_=changed)
