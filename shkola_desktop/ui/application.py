"""The Qt application around the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from shkola_desktop.ui import crash
from shkola_desktop.ui.context import ProgramDoor
from shkola_desktop.ui.shell import NAME, Shell


def open_window(
    program: ProgramDoor, folder: Path | None = None, file: Path | None = None
) -> int:
    """Open the window and stay until it is closed; return the exit status.

    Where another copy of the program has the workspace, that one comes forward with
    the package that was given, and this one ends well.
    """
    application = make_application()

    def taken(place: Path) -> bool:
        # Qt's network loads only now: most starts are the only one
        from shkola_desktop.ui.single_copy import knock  # noqa: PLC0415

        return knock(place, file)

    shell = Shell(program, folder or program.default_folder(), taken=taken)
    crash.install(lambda: shell.window)
    _keep_door(shell)
    if folder is None:
        shell.begin()
    else:
        shell.open()
    if shell.window is None:
        return 0
    if file is not None:
        shell.show_package(file)
    status = application.exec()
    shell.shut()
    return status


def _keep_door(shell: Shell) -> None:
    def listen(place: Path) -> None:
        from shkola_desktop.ui.single_copy import Door  # noqa: PLC0415

        door = Door(shell)
        door.knocked.connect(shell.come_forward)
        shell.shut_down.connect(door.close)
        door.listen(place)

    def listen_soon(place: Path) -> None:
        # after the first picture: nobody knocks before
        QTimer.singleShot(0, shell, lambda: listen(place))

    shell.opened.connect(listen_soon)


def make_application() -> QApplication:
    """Return the application, in Russian; the shell gives it its look."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName(NAME)
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ru", folder):
        application.installTranslator(translator)
    return application
