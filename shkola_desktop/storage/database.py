"""Open a workspace's file: its version, migrations, pragmas, errors of the door."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool, SingletonThreadPool

from shkola_desktop.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DatabaseUnwritable,
    FolderNotWritable,
    ShkolaError,
)
from shkola_desktop.storage.migrations import MIGRATIONS, Migration

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

APPLICATION_ID = 0x53484B4C
"""«SHKL» in the file's header: another program's SQLite file is refused."""
READING = {"reading": True}
"""Options of a connection that only looks."""
Translate = Callable[[BaseException], ShkolaError]
LOCK_TIMEOUT = 5.0
"""Seconds to wait for another connection's write; a save takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open database: a file, or on a server.

    ``journal_mode`` is what a file's medium really gave, empty on a server.
    ``ours`` turns an error of the driver into one of ours. ``person`` is who is
    logged in where several people share the database, else empty.
    """

    engine: Engine
    journal_mode: str
    ours: Translate
    person: str = ""

    def close(self) -> None:
        """Give every connection back; WAL is folded into the file."""
        self.engine.dispose()


def open_database(
    path: Path,
    migrations: tuple[Migration, ...] = MIGRATIONS,
    timeout: float = LOCK_TIMEOUT,
) -> Database:
    """Bring the file up to this version, check it and open it.

    A missing file is made. An existing one is copied beside itself before the
    first step of a migration; a migration that fails leaves it as it was.

    Raises:
        DatabaseTooNew: a later version of the program wrote it.
        DatabaseDamaged: it is not ours or does not pass ``quick_check``.
        DatabaseLocked: another program holds it.
        DatabaseUnwritable, FolderNotWritable: the medium is in the way.
    """
    _make_folder(path.parent)
    with translated(path):
        version = 0
        if path.exists() and not _empty(path, timeout):
            _check(path, timeout)
            version = _version(path, timeout)
        if version > len(migrations):
            raise DatabaseTooNew(version, len(migrations))
        if version < len(migrations):
            if version > 0:
                _copy_before(path, version)
            _migrate(path, migrations, version, timeout)
        journal_mode = _set_journal(path, timeout)
        engine = _working_engine(path, timeout)
        return Database(engine, journal_mode, partial(_ours, path))


@contextmanager
def translating(ours: Translate) -> Generator[None]:
    """Turn errors of drivers and of the system into ours; leave ours alone."""
    try:
        yield
    except ShkolaError:
        raise
    except exc.DBAPIError as error:
        raise ours(error.orig or error) from error
    except (sqlite3.Error, OSError, exc.TimeoutError) as error:
        raise ours(error) from error


def translated(path: Path) -> AbstractContextManager[None]:
    """Turn SQLite's and SQLAlchemy's errors into ours; leave ours alone.

    Raises:
        DatabaseLocked, DatabaseDamaged, DatabaseUnwritable.
    """
    return translating(partial(_ours, path))


def _ours(path: Path, error: BaseException) -> ShkolaError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseLocked(path)
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DatabaseDamaged(path, (str(error),))
    return DatabaseUnwritable(path, str(error))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(folder) from error


def _empty(path: Path, timeout: float) -> bool:
    # a first start that was cut off: SQLite rolls the file back to nothing
    with closing(sqlite3.connect(path, timeout=timeout)) as connection:
        return bool(connection.execute("PRAGMA page_count").fetchone()[0] == 0)


def _check(path: Path, timeout: float) -> None:
    with closing(sqlite3.connect(path, timeout=timeout)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        findings = [row[0] for row in connection.execute("PRAGMA quick_check")]
    if findings != ["ok"]:
        raise DatabaseDamaged(path, tuple(findings))
    if application != APPLICATION_ID:
        raise DatabaseDamaged(path, (f"application_id {application:#x}",))


def _version(path: Path, timeout: float) -> int:
    with closing(sqlite3.connect(path, timeout=timeout)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _copy_before(path: Path, version: int) -> None:
    target = path.with_name(f"{path.stem}.before-v{version + 1}{path.suffix}")
    with (
        closing(sqlite3.connect(path)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _migrate(
    path: Path, migrations: tuple[Migration, ...], version: int, timeout: float
) -> None:
    # slow to import, and needed only when a step is due
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    # a rebuild of a parent under foreign_keys = ON deletes its children
    engine = _engine(path, timeout, foreign_keys=False)
    try:
        with engine.begin() as connection:
            operations = Operations(MigrationContext.configure(connection))
            for step in migrations[version:]:
                step(operations)
            _refuse_orphans(path, connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        engine.dispose()


def _refuse_orphans(path: Path, connection: Connection) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise DatabaseDamaged(path, tuple(str(tuple(row)) for row in orphans))


def _set_journal(path: Path, timeout: float) -> str:
    # some media (network shares, FAT through a slow driver) refuse WAL: what
    # they give instead is read back and shown
    with closing(sqlite3.connect(path, timeout=timeout)) as connection:
        return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])


def _working_engine(path: Path, timeout: float) -> Engine:
    return _engine(path, timeout, foreign_keys=True)


def _engine(path: Path, timeout: float, *, foreign_keys: bool) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(
            path, timeout=timeout, check_same_thread=False, uri=False
        ),
        poolclass=SingletonThreadPool if foreign_keys else NullPool,
    )

    def prepare(raw: "DBAPIConnection", _record: object) -> None:
        connection = cast("sqlite3.Connection", raw)
        connection.isolation_level = None  # the driver's own BEGIN skips DDL
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        # FULL: a saved answer survives a power cut; WAL's default loses the last
        connection.execute("PRAGMA synchronous = FULL")

    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        # a reader must not queue behind a writer; a writer takes its turn at once,
        # so that it never fails half-way because another one was first
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine
