"""Opens every screen on the demo school, in a folder that is thrown away."""

import os
import sys
import tempfile
from pathlib import Path
from types import TracebackType

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import ProgramDoor

TRIED, DATIVE = "старшая вожатая", "старшей вожатой"
"""A position and its dative: the dictionary of words is there and is read."""


def declines(program: ProgramDoor) -> bool:
    """Tell whether positions can be put into their cases."""
    with tempfile.TemporaryDirectory(prefix="shkola-") as folder:
        opened = program.open_workspace(Path(folder))
        try:
            return opened.workspace.declension.position(TRIED).dative == DATIVE
        except ShkolaError:
            return False
        finally:
            opened.close()


def self_test(program: ProgramDoor) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the screens that opened and the faults that came up."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from shkola_desktop.ui.application import make_application
    from shkola_desktop.ui.main_window import MainWindow
    from shkola_desktop.ui.runner import InlineRunner
    from shkola_desktop.ui.screens import SCREENS
    from shkola_desktop.ui.shell import Shell

    faults: list[str] = []

    def hook(
        kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        faults.append(f"{kind.__name__}: {error}")

    application = make_application()
    before, sys.excepthook = sys.excepthook, hook
    opened: list[str] = []
    try:
        with tempfile.TemporaryDirectory(prefix="shkola-") as folder:
            own = Path(folder)
            shell = Shell(program, own, InlineRunner)
            shell.open(program.demo_folder(own))
            window = shell.window
            if not isinstance(window, MainWindow):
                return (), ("the window did not open",)
            for screen in SCREENS[Role.SCHOOL]:
                window.go(screen)
                application.processEvents()
                if window.grab().isNull():
                    faults.append(screen.value)
                opened.append(screen.value)
            window.close()
            shell.shut()
    finally:
        sys.excepthook = before
    return tuple(opened), tuple(faults)
