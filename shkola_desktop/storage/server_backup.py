"""Backups of a database on a server: a file with the same tables, and the way back.

It is a workspace's database like any other: it opens without a server, and comes
back into a file or onto a server. The server's own backups remain its owner's duty.
"""

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, func, select

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.errors import DatabaseDamaged, ShkolaError
from shkola_desktop.domain.server import Server
from shkola_desktop.storage import backup as files
from shkola_desktop.storage.copying import NUMBERED, copy_all, empty, sums
from shkola_desktop.storage.database import (
    READING,
    Database,
    open_database,
    translated,
    translating,
)


class ServerBackups:
    """The copies of a server's database in a folder of this computer."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def make(self, at: datetime) -> Path:
        """Copy the database under the name of the moment.

        Raises:
            DatabaseDamaged: the copy is not what was read.
            DatabaseUnwritable, ServerError: a medium or the server is in the way.
        """
        target = files.free_path(self._folder, at)
        made = copy_to_file(self._database, target)
        files.prune(self._folder)
        return made

    def bring(self, content: bytes, at: datetime) -> Path:
        """Lay a copy from elsewhere among ours; see ``files.bring``."""
        return files.bring(content, files.free_path(self._folder, at))

    def list(self) -> tuple[Backup, ...]:
        """Return the copies, newest first."""
        return files.list_backups(self._folder)


def copy_to_file(database: Database, target: Path) -> Path:
    """Copy a server's database, one moment of it, into a new file; it is compared.

    Raises:
        DatabaseDamaged: the copy is not what was read.
        DatabaseUnwritable, ServerError: a medium or the server is in the way.
    """
    part = target.with_name(target.name + ".part")
    with translated(target):
        part.unlink(missing_ok=True)
    try:
        _fill(database, part)
        with translated(target), part.open("rb+") as file:
            os.fsync(file.fileno())
        with translated(target):
            part.replace(target)
    except BaseException:
        _remove(part)
        raise
    return target


def restore_to_server(backup: Path, database: Database, kept: Path) -> Path:
    """Replace every row on the server by those of a copy; return what was before.

    What was there is first copied to ``kept``. One transaction: it is brought back
    whole and compared, or nothing changes.

    Raises:
        DatabaseDamaged: the copy is not ours, not whole, or came back different.
        DatabaseUnwritable, ServerError: a medium or the server is in the way.
    """
    with translated(kept):
        kept.parent.mkdir(parents=True, exist_ok=True)
        # beside our copies: personal data has no place in a folder for everybody
        folder = TemporaryDirectory(prefix="restoring-", dir=kept.parent)
    with folder as place:
        given = _opened_copy(backup, Path(place) / "backup.sqlite")
        try:
            copy_to_file(database, kept)
            ours = partial(_whose, database, given)
            with translating(ours), database.engine.connect() as target:
                _replace(given, target, backup)
        finally:
            given.close()
    return kept


def findings(database: Database) -> tuple[str, ...]:
    """Read every row on the server; return nothing where all can be read.

    Raises:
        ServerError: the server is in the way, or cannot read a row.
    """
    with translating(database.ours), database.engine.connect() as connection:
        sums(connection.execution_options(**READING))
    return ()


def describe(server: Server, database: Database) -> files.Info:
    """Return version, size and row counts of an open database on a server."""
    with translating(database.ours), database.engine.connect() as connection:
        asked = connection.execution_options(**READING)

        def ask(query: str) -> int:
            return int(asked.exec_driver_sql(query).scalar_one())

        # table names are our own literals
        rows = tuple((t, ask(f"SELECT count(*) FROM {t}")) for t in files.COUNTED)  # noqa: S608
        size = ask("SELECT pg_database_size(current_database())")
        version = ask("SELECT version FROM schema_version")
    return files.Info(server.address, version, "server", size, rows)


def _fill(database: Database, part: Path) -> None:
    copy = open_database(part)
    try:
        with (
            translating(partial(_whose, database, copy)),
            database.engine.connect() as there,
            copy.engine.connect() as here,
        ):
            read = copy_all(there.execution_options(**READING), here)
            here.commit()
            _require(read == sums(here.execution_options(**READING)), part)
    finally:
        copy.close()
    files.make_single(part)


def _replace(given: Database, target: Connection, backup: Path) -> None:
    with given.engine.connect() as source:
        empty(target)
        read = copy_all(source.execution_options(**READING), target)
        _require(read == sums(target), backup)
    highest = target.execute(select(func.max(NUMBERED.c.number))).scalar()
    target.exec_driver_sql(
        f"SELECT setval(pg_get_serial_sequence('{NUMBERED.name}', 'number'),"
        f" {highest or 1}, {highest is not None})"
    )
    target.commit()


def _whose(server: Database, file: Database, error: BaseException) -> ShkolaError:
    told_by_file = isinstance(error, (sqlite3.Error, OSError))
    return (file if told_by_file else server).ours(error)


def _opened_copy(backup: Path, path: Path) -> Database:
    # a copy of an older version is brought up beside the original
    files.require_whole(backup)
    with translated(backup):
        copyfile(backup, path)
    return open_database(path)


def _require(same: bool, path: Path) -> None:  # noqa: FBT001
    if not same:
        raise DatabaseDamaged(path, ("copy differs",))


def _remove(part: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            part.with_name(part.name + ending).unlink(missing_ok=True)
