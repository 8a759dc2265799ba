"""A workspace's database wherever it lies: a file in its folder, or on a server."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.server import Server
from shkola_desktop.storage import backup as files
from shkola_desktop.storage import server as servers
from shkola_desktop.storage.database import Database, open_database


class Copies(Protocol):
    """Backups of a database, newest first."""

    def make(self, at: datetime) -> Path: ...
    def bring(self, content: bytes, at: datetime) -> Path: ...
    def list(self) -> tuple[Backup, ...]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where the database and the backups of a workspace are.

    Every method raises, of a file: DatabaseTooNew, DatabaseDamaged, DatabaseLocked,
    DatabaseUnwritable, FolderNotWritable; of a server: ServerAddressWrong and every
    ServerError. Neither the driver of a server nor its errors are loaded for a file.
    """

    folder: Path
    database: Path
    backups: Path
    password: Callable[[Server], str | None]

    @property
    def server(self) -> Server | None:
        """The server, or None where the database is a file."""
        return servers.read(self.folder)

    @property
    def known(self) -> bool:
        """True where a workspace is: its file, or the name of its server."""
        return self.database.is_file() or (self.folder / servers.FILE).is_file()

    def open(self) -> Database:
        """Open the database, or make one."""
        server = self.server
        if server is None:
            return open_database(self.database)
        from shkola_desktop.storage.postgres import open_server  # noqa: PLC0415

        return open_server(server, self.password(server))

    def use_server(self, server: Server) -> None:
        """Make the workspace one on a server, once the server let us in."""
        from shkola_desktop.storage.postgres import open_server  # noqa: PLC0415

        open_server(server, self.password(server)).close()
        servers.write(self.folder, server)

    def copies(self, database: Database) -> Copies:
        """Return the backups of an open database."""
        if self.server is None:
            return files.BackupFolder(self.database, self.backups)
        from shkola_desktop.storage.server_backup import ServerBackups  # noqa: PLC0415

        return ServerBackups(database, self.backups)

    def back_up(self, target: Path) -> Path:
        """Copy the database to a file, while nobody here has it open."""
        if self.server is None:
            return files.make_backup(self.database, target)
        from shkola_desktop.storage.server_backup import copy_to_file  # noqa: PLC0415

        with self._opened() as database:
            return copy_to_file(database, target)

    def restore(self, backup: Path, at: datetime) -> Path | None:
        """Bring a copy back; return where the data from before is, None for none."""
        if self.server is None:
            return files.restore(backup, self.database)
        from shkola_desktop.storage import server_backup  # noqa: PLC0415

        with self._opened() as database:
            kept = files.free_path(self.backups, at)
            return server_backup.restore_to_server(backup, database, kept)

    def check(self) -> tuple[str, ...]:
        """Return everything that is wrong: nothing for a sound database."""
        if self.server is None:
            return files.check(self.database)
        from shkola_desktop.storage.server_backup import findings  # noqa: PLC0415

        with self._opened() as database:
            return findings(database)

    def info(self) -> files.Info:
        """Return version, journal mode, size and row counts."""
        server = self.server
        if server is None:
            return files.info(self.database)
        from shkola_desktop.storage.server_backup import describe  # noqa: PLC0415

        with self._opened() as database:
            return describe(server, database)

    @contextmanager
    def _opened(self) -> Generator[Database]:
        database = self.open()
        try:
            yield database
        finally:
            database.close()
