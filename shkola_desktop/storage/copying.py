"""Copy every row of a database into another of the same tables, and compare both."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, LargeBinary, Row, Table, delete, insert, select

from shkola_desktop.storage import exchange_rows, rows

TABLES = tuple(exchange_rows.METADATA.sorted_tables)
"""Owners first: a row comes after those it belongs to."""
ROWS_AT_ONCE = 500
FILES_AT_ONCE = 4
"""Rows with the bytes of a file: each may have tens of megabytes."""
NUMBERED = rows.action
"""The table whose rows the database numbers by itself."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a table holds: rows, and the SHA-256 of all of them in order of keys."""

    table: str
    rows: int
    digest: str


def copy_all(source: Connection, target: Connection) -> tuple[Sum, ...]:
    """Fill the empty tables of ``target``; return what was read.

    Both transactions are the caller's; ``source`` should see one moment.
    """
    return tuple(_copy(table, source, target) for table in TABLES)


def empty(target: Connection) -> None:
    """Delete every row."""
    for table in reversed(TABLES):
        target.execute(delete(table))


def sums(connection: Connection) -> tuple[Sum, ...]:
    """Read every row and tell what the tables hold."""
    return tuple(_sum(table, _batches(table, connection)) for table in TABLES)


def _copy(table: Table, source: Connection, target: Connection) -> Sum:
    names = [column.name for column in table.columns]

    def passing() -> Iterator[list[Row[tuple[object, ...]]]]:
        for batch in _batches(table, source):
            target.execute(
                insert(table), [dict(zip(names, row, strict=True)) for row in batch]
            )
            yield batch

    return _sum(table, passing())


def _sum(table: Table, batches: Iterator[list[Row[tuple[object, ...]]]]) -> Sum:
    digest, count = sha256(), 0
    for batch in batches:
        count += len(batch)
        for row in batch:
            digest.update(msgspec.msgpack.encode(tuple(row)))
    return Sum(table.name, count, digest.hexdigest())


def _batches(
    table: Table, connection: Connection
) -> Iterator[list[Row[tuple[object, ...]]]]:
    heavy = any(isinstance(column.type, LargeBinary) for column in table.columns)
    size = FILES_AT_ONCE if heavy else ROWS_AT_ONCE
    # streamed by a server; a file hands rows out one by one anyway
    query = (
        select(table)
        .order_by(*table.primary_key.columns)
        .execution_options(stream_results=True, max_row_buffer=size)
    )
    with connection.execute(query) as found:
        yield from (list(batch) for batch in found.partitions(size))
