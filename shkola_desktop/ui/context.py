"""What every screen is handed: the workspace, slow work, saving, where to go."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.runner import Runner
from shkola_desktop.ui.saving import Saving


class Screen(Enum):
    """The screens of the main window; ``screens`` says which role has which."""

    HOME = "home"
    DIAGNOSIS = "diagnosis"
    RESULT = "result"
    PROGRAMME = "programme"
    DOCUMENTS = "documents"
    EXCHANGE = "exchange"
    PARTS = "parts"
    CAMPAIGN = "campaign"
    REVIEW = "review"
    SCHOOLS = "schools"
    DISTRICTS = "districts"
    RECEPTION = "reception"
    ANALYTICS = "analytics"
    SETTINGS = "settings"
    JOURNAL = "journal"


class OpenedWorkspace(Protocol):
    """An open workspace and what the start has to say about it."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def journal_mode(self) -> str: ...
    @property
    def doubtful(self) -> str: ...
    @property
    def crashed(self) -> bool: ...
    @property
    def locked(self) -> bool: ...
    @property
    def keyless(self) -> bool: ...
    @property
    def close(self) -> Callable[[], None]: ...


class ProgramDoor(Protocol):
    """What the window asks of the program as a whole."""

    @property
    def resources(self) -> Path: ...
    def default_folder(self) -> Path: ...
    def demo_text(self) -> str: ...
    def demo_district(self, folder: Path) -> PublicKeys: ...
    def open_workspace(self, folder: Path) -> OpenedWorkspace: ...
    def give_password(self, folder: Path, password: str, *, keep: bool) -> bool: ...
    def remember(self, folder: Path, role: Role, name: str) -> None: ...
    def start_log(self, folder: Path) -> Path: ...
    def newest_backup(self, folder: Path) -> Backup | None: ...
    def restore(self, backup: Path, folder: Path) -> Path | None: ...
    def discard(self, folder: Path) -> None: ...
    def demo_folder(self, folder: Path) -> Path: ...


class AskFile(Protocol):
    """Asks for a file or folder: the system's dialogs, or a test's answer."""

    def open_files(self, title: str) -> tuple[Path, ...]: ...
    def save_file(self, title: str, name: str, kinds: str) -> Path | None: ...
    def folder(self, title: str) -> Path | None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every screen. ``go`` opens a screen, at a place where one is given."""

    workspace: Workspace
    role: Role
    program: ProgramDoor
    runner: Runner
    saving: Saving
    icons: Icons
    ask: AskFile
    go: Callable[[Screen, str | None], None]
    drafts: Runner
    """For what may come late and touches no database; no save waits for it."""
    look_changed: Callable[[], None]
    restore: Callable[[Path], None]
    """Closes the workspace, brings a backup back and opens it again."""
    restore_key: Callable[[], None] = lambda: None
    """Leads to the page where the own key is restored from its sheet."""
