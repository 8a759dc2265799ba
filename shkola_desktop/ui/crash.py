"""What a bug shows: an apology, and a report without anybody's data."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QMessageBox, QWidget

from shkola_desktop import __version__

log = logging.getLogger(__name__)
ASK = (
    "В программе произошла ошибка. Сохранённые ответы на месте, можно работать "
    "дальше. Если ошибка повторяется, отправьте отчёт в поддержку: в нём нет "
    "ответов и имён."
)


def install(parent: Callable[[], QWidget | None]) -> None:
    """Show every bug from now on in a window over ``parent``."""

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(kind, trace)
        log.error("unexpected error\n%s", report)
        show(report, parent())

    sys.excepthook = hook


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return versions and the places in the code; the error's words stay out."""
    frames = traceback.extract_tb(trace)
    lines = [f"{frame.name} ({frame.lineno})" for frame in frames]
    system = f"{platform.system()} {platform.release()}"
    versions = f"shkola {__version__}, Python {platform.python_version()}, {system}"
    return "\n".join((versions, kind.__name__, *lines))


def show(report: str, parent: QWidget | None) -> QMessageBox:
    """Open the message; it does not stop the event loop."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Ошибка программы")
    box.setText(ASK)
    box.setDetailedText(report)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box
