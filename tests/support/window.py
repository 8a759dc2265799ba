"""The program's window as a person meets it: looked at, clicked, typed into."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QWidget,
)

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Opened, Program
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.errors import DatabaseUnwritable
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.runner import InlineRunner, Runner
from shkola_desktop.ui.shell import Shell

SCREEN = (1366, 768)
"""The smallest screen that schools have."""
PATIENCE = 20
"""Seconds after which a held disk lets go, so that a failing test ends."""
Kind = TypeVar("Kind", bound=QWidget)


@dataclass
class Dialogs:
    """The system's dialogs; they answer what the test says, None as «Отмена»."""

    files: tuple[Path, ...] = ()
    target: Path | None = None
    place: Path | None = None
    asked: list[str] = field(default_factory=list)

    def open_files(self, title: str) -> tuple[Path, ...]:
        self.asked.append(title)
        return self.files

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append(name)
        return self.target

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.place


class SlowDisk:
    """Holds every write off the screen's thread until it is let go."""

    def __init__(self) -> None:
        self._go = threading.Event()
        self.reached = threading.Event()

    def before_commit(self) -> None:
        pass

    def before_work(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            self.reached.set()
            assert self._go.wait(PATIENCE)

    def let_go(self) -> None:
        self._go.set()


class FullDisk:
    """Refuses every write from the moment it is full."""

    full = False

    def before_work(self) -> None:
        pass

    def before_commit(self) -> None:
        if self.full:
            raise DatabaseUnwritable(Path("shkola.sqlite"), "disk full")


class WatchedProgram(Program):
    """The real program; tests see its open workspace and may give it a bad disk."""

    def __init__(self, forms: FormsFolder) -> None:
        super().__init__()
        self.forms = forms  # read once for all tests
        self.disk: SlowDisk | FullDisk | None = None
        self.opened: Opened | None = None

    def open_workspace(self, folder: Path) -> Opened:
        opened = super().open_workspace(folder)
        if self.disk is not None:
            workspace = replace(
                opened.workspace,
                open_work=partial(_Work, opened.workspace.open_work, self.disk),
            )
            opened = replace(opened, workspace=workspace)
        self.opened = opened
        return opened


class _Work:
    """A unit of work that meets the disk first."""

    def __init__(self, open_work: Any, disk: SlowDisk | FullDisk) -> None:
        self._work, self._disk = open_work(), disk

    def __enter__(self) -> Self:
        self._disk.before_work()
        self._work.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._work.__exit__(*error)

    def __getattr__(self, store: str) -> Any:
        return getattr(self._work, store)

    def commit(self) -> None:
        self._disk.before_commit()
        self._work.commit()


class Desk:
    """A computer with the program: opened, used, closed and opened again."""

    def __init__(
        self,
        qtbot: Any,
        folder: Path,
        forms: FormsFolder,
        make_runner: Callable[[], Any] = InlineRunner,
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.dialogs = Dialogs()
        self.program = WatchedProgram(forms)
        self.runner: Any = None
        self._make = make_runner
        self.shell = self._shell()

    def _shell(self) -> Shell:
        def make_runner() -> Runner:
            self.runner = self._make()
            return self.runner

        return Shell(self.program, self.folder, make_runner, self.dialogs)

    def open(self) -> "Desk":
        """Start the program as a person does."""
        self.discard()
        self.shell = self._shell()
        self.shell.open()
        self.settle()
        return self

    def discard(self) -> None:
        """End the program; widgets that stay would be styled by later tests."""
        self.shell.shut()
        if self.shell.window is not None:
            self.shell.window.close()
            self.shell.window.deleteLater()
            self.shell.window = None
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Give the window the whole small screen and the keyboard."""
        self.window.resize(*SCREEN)
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.draw()

    def close(self) -> None:
        """Close the window and wait until it says that everything is written."""
        with self.qtbot.waitSignal(self.window.closed):
            self.window.close()

    def draw(self) -> None:
        """Let every layout find its place."""
        for _ in range(2):  # what is shown first asks for room then
            QApplication.processEvents()

    @property
    def window(self) -> Any:
        window = self.shell.window
        assert isinstance(window, QMainWindow)
        return window

    @property
    def workspace(self) -> Workspace:
        """What the open window works on."""
        assert self.program.opened is not None
        return self.program.opened.workspace

    def go(self, screen: Screen, at: str | None = None) -> "Desk":
        self.window.go(screen, at)
        self.draw()
        return self

    def all(self, kind: type[Kind], name: str = "") -> list[Kind]:
        """Return the widgets that are on the screen now."""
        found = self.window.findChildren(kind, name or None)
        return [widget for widget in found if widget.isVisible()]

    def the(self, kind: type[Kind], name: str) -> Kind:
        """Return the first widget of a name that is on the screen now."""
        found = self.all(kind, name)
        assert found, f"{name} is not on the screen: {self.names()}"
        return found[0]

    def names(self) -> list[str]:
        return sorted({w.objectName() for w in self.all(QWidget) if w.objectName()})

    def press(self, name: str) -> None:
        """Click a button or a box with the mouse."""
        button = self.the(QWidget, name)
        assert button.isEnabled(), name
        if isinstance(button, QPushButton | QCheckBox):
            button.click()
        else:
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.draw()

    def enabled(self, name: str) -> bool:
        return self.the(QWidget, name).isEnabled()

    def shows(self, name: str) -> bool:
        return bool(self.all(QWidget, name))

    def type(self, name: str, words: str) -> None:
        """Put other words into a line and leave it."""
        line = self.the(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self.write(words)
        if not words:
            self.key(Qt.Key.Key_Delete)
        self.key(Qt.Key.Key_Tab)
        self.draw()

    def write(self, words: str) -> None:
        """Type where the keyboard is; Qt's own helper knows no Russian letters."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus, event)

    def text(self, name: str) -> str:
        return self.the(QLineEdit, name).text()

    def pick(self, name: str, words: str) -> None:
        """Choose a line of a drop-down list, as a person does."""
        box: Any = self.the(QWidget, name)
        position = box.findText(words, Qt.MatchFlag.MatchContains)
        assert position >= 0, words
        box.setCurrentIndex(position)
        box.activated.emit(position)
        self.draw()

    def words(self) -> str:
        """Return everything that the screen says now."""
        return "\n".join(label.text() for label in self.all(QLabel) if label.text())

    def saved(self) -> str:
        return self.the(QLabel, "saved").text()

    def lines(self, name: str) -> list[str]:
        """Return the lines of a list."""
        found = self.the(QListWidget, name)
        return [found.item(row).text() for row in range(found.count())]

    def choose(self, name: str, row: int) -> None:
        """Click a line of a list with the mouse."""
        found = self.the(QListWidget, name)
        found.scrollToItem(found.item(row))
        place = found.visualItemRect(found.item(row)).center()
        self.qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.draw()

    @property
    def focus(self) -> Any:
        """The widget that has the keyboard."""
        return QApplication.focusWidget()

    def key(
        self, key: Qt.Key | str, modifier: Any = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.activePopupWidget() or self.focus
        assert target is not None, "nothing has the keyboard"
        self.qtbot.keyClick(target, key, modifier)
