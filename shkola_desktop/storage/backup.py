"""Copies of the database: made whole, checked, listed, brought back."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.errors import DatabaseDamaged
from shkola_desktop.storage.database import APPLICATION_ID, translated

KEPT = 20
"""Backups kept in a folder: three weeks of daily work, about 100 MB at most."""
COUNTED = ("organisation", "person", "diagnosis", "answer", "programme")
"""Tables that are told about."""
ENDING = ".backup.sqlite"


@dataclass(frozen=True, slots=True)
class Info:
    """What a database holds. Size in bytes; ``place`` is a path or an address."""

    place: str
    version: int
    journal_mode: str
    size: int
    counts: tuple[tuple[str, int], ...]


class BackupFolder:
    """The copies of one database in one folder; the oldest give way to new ones."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def make(self, at: datetime) -> Path:
        """Copy the database under the name of the moment.

        Raises:
            DatabaseDamaged, DatabaseUnwritable.
        """
        made = make_backup(self._database, free_path(self._folder, at))
        prune(self._folder)
        return made

    def bring(self, content: bytes, at: datetime) -> Path:
        """Lay a copy from elsewhere among ours; see ``bring``."""
        return bring(content, free_path(self._folder, at))

    def list(self) -> tuple[Backup, ...]:
        """Return the copies, newest first."""
        return list_backups(self._folder)


def bring(content: bytes, target: Path) -> Path:
    """Write a copy that came from elsewhere; it is whole and ours, or not there.

    Raises:
        DatabaseDamaged: it is no sound database of ours.
        DatabaseUnwritable: the medium is in the way.
    """
    part = target.with_name(target.name + ".part")
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            _require_whole(part)
            _sync(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target


def make_backup(database: Path, target: Path) -> Path:
    """Copy a database, also while it is open; the copy is whole or not there.

    Raises:
        DatabaseDamaged: the copy does not pass its check.
        DatabaseUnwritable: the medium is in the way.
    """
    part = target.with_name(target.name + ".part")
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _copy(database, part)
            _require_whole(part)
            _sync(part)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return target


def daily_name(at: datetime) -> str:
    """Return the file name of a backup made now, in the computer's time zone."""
    return f"{at.astimezone():%Y-%m-%d_%H-%M-%S}{ENDING}"


def free_path(folder: Path, at: datetime) -> Path:
    """Return where a copy made now goes: never over another one of the same second."""
    name, number = daily_name(at), 1
    with translated(folder):
        while (folder / name).exists():
            number += 1
            name = f"{daily_name(at).removesuffix(ENDING)}_{number}{ENDING}"
    return folder / name


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder, newest first."""
    found = [path for path in folder.glob(f"*{ENDING}") if path.is_file()]
    return tuple(
        Backup(
            path,
            datetime.fromtimestamp(path.stat().st_mtime, UTC),
            path.stat().st_size,
        )
        for path in sorted(found, key=lambda p: p.name, reverse=True)
    )


def prune(folder: Path, keep: int = KEPT) -> None:
    """Remove the oldest backups above the number kept."""
    for backup in list_backups(folder)[keep:]:
        backup.path.unlink(missing_ok=True)


def restore(backup: Path, database: Path) -> Path | None:
    """Bring a backup back; the replaced file stays beside it.

    The database must be closed. Returns the path of the replaced file, or None
    where there was none.

    Raises:
        DatabaseDamaged: the backup is not ours or not whole; nothing changes.
        DatabaseUnwritable: the medium is in the way.
    """
    require_whole(backup)
    with translated(database):
        part = database.with_name(database.name + ".restored.part")
        part.unlink(missing_ok=True)
        try:
            _copy(backup, part)
            _sync(part)
            kept = _set_aside(database)
            part.replace(database)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return kept


def check(database: Path) -> tuple[str, ...]:
    """Return everything that SQLite finds wrong: nothing for a sound file.

    Raises:
        DatabaseDamaged: it is not ours or no database at all.
        DatabaseLocked, DatabaseUnwritable: it cannot be read.
    """
    with translated(database), closing(_read_only(database)) as connection:
        _require_ours(database, connection)
        findings = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    wrong = [line for line in findings if line != "ok"]
    return (*wrong, *(f"foreign key: {row}" for row in orphans))


def info(database: Path) -> Info:
    """Return version, journal mode, size and row counts; see ``check`` for errors."""
    with translated(database), closing(_read_only(database)) as connection:
        _require_ours(database, connection)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
        counts = tuple(
            # table names are our own literals
            (t, connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0])  # noqa: S608
            for t in COUNTED
        )
    return Info(str(database), version, journal, database.stat().st_size, counts)


def require_whole(path: Path) -> None:
    """Refuse what is not a sound file of ours.

    Raises:
        DatabaseDamaged, DatabaseUnwritable.
    """
    with translated(path):
        if not path.is_file():
            raise DatabaseDamaged(path, ("missing",))
        _require_whole(path)


def make_single(path: Path) -> None:
    """Fold the log of a closed database into its file.

    Raises:
        DatabaseUnwritable.
    """
    with translated(path), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _copy(source: Path, target: Path) -> None:
    with (
        closing(_read_only(source)) as original,
        closing(sqlite3.connect(target)) as copy,
    ):
        original.backup(copy)
        # the copy must be one file, without a WAL beside it
        copy.execute("PRAGMA journal_mode = DELETE")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _require_whole(path: Path) -> None:
    with closing(_read_only(path)) as connection:
        findings = [row[0] for row in connection.execute("PRAGMA quick_check")]
        if findings != ["ok"]:
            raise DatabaseDamaged(path, tuple(findings))
        _require_ours(path, connection)


def _require_ours(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise DatabaseDamaged(path, (f"application_id {application:#x}",))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _set_aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    number = 1
    while (kept := _replaced_name(database, number)).exists():
        number += 1
    # copied, not moved: whenever the computer stops, a database is in its place
    log = database.with_name(database.name + "-wal")
    if log.exists():
        _copy_file(log, kept.with_name(kept.name + "-wal"))
    _copy_file(database, kept)
    # a log of the old file must never be replayed into the new one
    log.unlink(missing_ok=True)
    database.with_name(database.name + "-shm").unlink(missing_ok=True)
    return kept


def _copy_file(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    _sync(target)


def _replaced_name(database: Path, number: int) -> Path:
    return database.with_name(f"{database.stem}.replaced-{number}{database.suffix}")
