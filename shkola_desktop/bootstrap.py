"""Builds the program: the only module that knows every other."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from shkola_desktop import __version__
from shkola_desktop.app.ports import Passwords
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.errors import (
    FolderNotWritable,
    ShkolaError,
    WorkspaceElsewhere,
)
from shkola_desktop.domain.known_workspace import KnownWorkspace
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.host import assets, logs, paths
from shkola_desktop.host.clock import SystemClock
from shkola_desktop.host.ids import new_id
from shkola_desktop.host.known_workspaces import WorkspaceList
from shkola_desktop.host.passwords import SystemPasswords

if TYPE_CHECKING:
    from shkola_desktop.grammar.declension import RussianDeclension
    from shkola_desktop.report.reports import PaperReports
    from shkola_desktop.sheets.books import WorkbookFiles
    from shkola_desktop.sheets.printouts import PrintoutFiles
    from shkola_desktop.storage.database import Database
    from shkola_desktop.storage.place import Copies, Place
    from shkola_desktop.transfer.keys import KeyFile
    from shkola_desktop.transfer.opener import PackageOpener
    from shkola_desktop.transfer.sealer import PackageSealer

DATABASE = "shkola.sqlite"
KEYS = "keys"
LOCKED_KEYS = "keys.age"
KEY_FILES = ("age.txt", "minisign.key", LOCKED_KEYS)
"""Names of the key files, as ``transfer.key_store`` has them."""
BACKUPS = "backups"
LOGS = "logs"
DEMO = "demo"
DEMO_MARK = "demo.txt"
"""Only a folder with this file is ever thrown away."""
DEMO_DISTRICT = "district-keys"
"""Keys of the invented district of the demo, beside the school's own."""

Port = TypeVar("Port")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open workspace with what only the outermost layer asks for.

    ``crashed`` tells that the last copy of the program did not end cleanly;
    ``doubtful`` is ``network`` or ``removable`` where the place is risky, or empty.
    ``locked`` tells that the keys lie under a password, ``keyless`` that there are
    none: nothing of encryption is loaded for it.
    """

    workspace: Workspace
    journal_mode: str
    doubtful: str
    crashed: bool
    close: Callable[[], None]
    locked: bool = False
    keyless: bool = False


class Program:
    """The parts that do not belong to one workspace: the forms, resources, folders."""

    def __init__(self, passwords: Passwords | None = None) -> None:
        self.forms = FormsFolder(assets.asset("forms"))
        self._passwords = passwords or SystemPasswords()
        self._known = WorkspaceList(paths.settings_folder())

    @property
    def resources(self) -> Path:
        """The folder of fonts, icons and texts."""
        return assets.asset("resources")

    def default_folder(self) -> Path:
        """Return where this user's workspace lies."""
        return paths.data_folder()

    def demo_text(self) -> str:
        """Return the demo school."""
        return assets.text("demo", "school.json")

    def demo_schools_text(self) -> str:
        """Return the invented schools of a district or region."""
        return assets.text("demo", "district.json")

    def fingerprint_words(self) -> tuple[str, ...]:
        """Return the 256 words that fingerprints are told in."""
        return tuple(assets.text("words", "ru.txt").split())

    def demo_district(self, folder: Path) -> PublicKeys:
        """Return the public keys of the demo's district; make them at first use."""
        from shkola_desktop.transfer.keys import KeyFile

        return KeyFile(folder / DEMO_DISTRICT, self.fingerprint_words()).public()

    def open_workspace(self, folder: Path) -> Opened:
        """Open the workspace of a folder, or make one there.

        Raises:
            DatabaseLocked: another copy of the program has it.
                DatabaseTooNew, DatabaseDamaged, DatabaseUnwritable,
            FolderNotWritable: the file or the folder is in the way.
            ServerAddressWrong, ServerError: the server is.
        """
        from shkola_desktop.storage.session import begin

        session = begin(folder)
        place = self.place(folder)
        try:
            database = place.open()
            copies = place.copies(database)
        except ShkolaError:
            session.end()
            raise
        workspace, doubtful = self._workspace(folder, database, copies)

        def close() -> None:
            database.close()
            session.end()

        keys = folder / KEYS
        return Opened(
            workspace,
            database.journal_mode,
            doubtful,
            session.crashed,
            close,
            locked=(keys / LOCKED_KEYS).exists(),
            keyless=not any((keys / name).exists() for name in KEY_FILES),
        )

    @contextmanager
    def workspace(self, folder: Path) -> Generator[Workspace]:
        """Open a workspace for one command; see ``open_workspace`` for errors."""
        opened = self.open_workspace(folder)
        try:
            yield opened.workspace
        finally:
            opened.close()

    def place(self, folder: Path) -> "Place":
        """Return where the database of a workspace is, open or not."""
        from shkola_desktop.storage.place import Place

        backups = folder / BACKUPS
        return Place(folder, folder / DATABASE, backups, self._passwords.get)

    def make_on_server(self, folder: Path, address: str) -> None:
        """Make a folder the workspace of a database on a server.

        Raises:
            WorkspaceElsewhere: the folder has a database of its own already.
            ServerAddressWrong, ServerError, DatabaseTooNew, FolderNotWritable.
        """
        from shkola_desktop.storage.server import parse

        server, place = parse(address), self.place(folder)
        if place.known and place.server != server:
            raise WorkspaceElsewhere(folder)
        place.use_server(server)

    def give_password(self, folder: Path, password: str, *, keep: bool) -> bool:
        """Use a password for a workspace's server; tell whether it is kept."""
        server = self.place(folder).server
        return server is not None and self._passwords.put(server, password, keep=keep)

    def known_workspaces(self) -> tuple[KnownWorkspace, ...]:
        """Return the workspaces of this user, the one opened last first."""
        return self._known.known()

    def remember(self, folder: Path, role: Role, name: str) -> None:
        """Put a workspace at the head of the list; the demo is no workspace."""
        if not (folder / DEMO_MARK).is_file():
            self._known.remember(folder, role, name, SystemClock().now())

    def is_workspace(self, folder: Path) -> bool:
        """Tell whether a workspace is in a folder that can be read."""
        try:
            return self.place(folder).known
        except OSError:
            return False

    def forget(self, folder: Path) -> None:
        """Take a workspace off the list; its folder stays."""
        self._known.forget(folder)

    def newest_backup(self, folder: Path) -> Backup | None:
        """Return the newest copy of a workspace's database, or None."""
        from shkola_desktop.storage.backup import list_backups

        return next(iter(list_backups(folder / BACKUPS)), None)

    def restore(self, backup: Path, folder: Path) -> Path | None:
        """Bring a copy back into a closed workspace; the bad file stays beside it.

        Raises:
            DatabaseDamaged, DatabaseUnwritable, DatabaseLocked.
        """
        from shkola_desktop.storage.session import begin

        session = begin(folder)
        try:
            return self.place(folder).restore(backup, SystemClock().now())
        finally:
            session.end()

    def discard(self, folder: Path) -> None:
        """Remove a closed demo workspace; what cannot be removed stays."""
        if (folder / DEMO_MARK).is_file():
            rmtree(folder, ignore_errors=True)

    def demo_folder(self, folder: Path) -> Path:
        """Return the marked folder for the demo beside a workspace.

        Raises:
            FolderNotWritable: it cannot be made.
        """
        demo = folder / DEMO
        try:
            demo.mkdir(parents=True, exist_ok=True)
            (demo / DEMO_MARK).touch()
        except OSError as error:
            raise FolderNotWritable(demo) from error
        return demo

    def start_log(self, folder: Path) -> Path:
        """Send the log beside the workspace; return its path."""
        return logs.start(folder / LOGS)

    def _workspace(
        self, folder: Path, database: "Database", copies: "Copies"
    ) -> tuple[Workspace, str]:
        from shkola_desktop.host.drives import Drives
        from shkola_desktop.storage.work import SqlWork

        drives = Drives()
        keys = late(lambda: self._keys(folder))
        workspace = Workspace(
            folder=folder,
            open_work=lambda: SqlWork(database),
            open_reading=lambda: SqlWork(database, reading=True),
            catalogue=self.forms,
            reports=late(self._reports),
            declension=late(_declension),
            keys=keys,
            sealer=late(lambda: _sealer(keys)),
            opener=late(lambda: _opener(keys)),
            places=drives,
            workbooks=late(_workbooks),
            printouts=late(_printouts),
            backups=copies,
            clock=SystemClock(),
            new_id=new_id,
            program_version=__version__,
        )
        return workspace, drives.doubtful(folder)

    def _keys(self, folder: Path) -> "KeyFile":
        from shkola_desktop.transfer.keys import KeyFile

        return KeyFile(folder / KEYS, self.fingerprint_words())

    def _reports(self) -> "PaperReports":
        from shkola_desktop.report.reports import PaperReports

        return PaperReports(self.resources / "fonts")


def _declension() -> "RussianDeclension":
    from shkola_desktop.grammar.declension import RussianDeclension

    return RussianDeclension()


def _sealer(keys: "KeyFile") -> "PackageSealer":
    from shkola_desktop.transfer.sealer import PackageSealer

    return PackageSealer(keys)


def _opener(keys: "KeyFile") -> "PackageOpener":
    from shkola_desktop.transfer.opener import PackageOpener

    return PackageOpener(keys)


def _workbooks() -> "WorkbookFiles":
    from shkola_desktop.sheets.books import WorkbookFiles

    return WorkbookFiles()


def _printouts() -> "PrintoutFiles":
    from shkola_desktop.sheets.printouts import PrintoutFiles

    return PrintoutFiles()


def late(make: Callable[[], Port]) -> Port:
    """Return what stands for a port until it is first used, and is made then.

    Cryptography and typesetting take their time to load, and no first window
    needs them.
    """
    return cast("Port", _Late(make))


class _Late:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: object = None
        self._lock = Lock()

    def __getattr__(self, name: str) -> Any:  # an attribute of the port
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return getattr(self._made, name)
