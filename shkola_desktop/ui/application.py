"""The Qt application around the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from shkola_desktop.ui import crash
from shkola_desktop.ui.context import ProgramDoor
from shkola_desktop.ui.shell import NAME, Shell


def open_window(program: ProgramDoor, folder: Path | None = None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    application = make_application()
    shell = Shell(program, folder or program.default_folder())
    crash.install(lambda: shell.window)
    shell.open()
    status = application.exec()
    shell.shut()
    return status


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
