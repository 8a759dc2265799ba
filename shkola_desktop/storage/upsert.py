"""Insert a row, or replace the one with the same key."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import insert


def upsert(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Put a row in by its primary key; every column must be given."""
    keys = {column.name for column in table.primary_key}
    statement = insert(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    connection.execute(
        statement.on_conflict_do_update(index_elements=sorted(keys), set_=changed),
        dict(values),
    )
