"""Clicks on an option of the open diagnosis, once for every line that comes in."""

import os
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.bootstrap import Program
from shkola_desktop.ui.application import make_application
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.main_window import MainWindow
from shkola_desktop.ui.shell import Shell
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard
from shkola_desktop.ui.widgets.option_row import OptionRow
from tests.bench.children.first_paint import FirstPaint
from tests.bench.children.telling import tell


class Clicker:
    """Takes the first and the second option of one card in turn."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        self._context = context
        newest = diagnosing.diagnoses_of(context.workspace)[0]
        indicator = editions.form_of(newest, context.workspace).indicators[0]
        window.go(Screen.DIAGNOSIS, indicator.code)
        shown = window.findChildren(IndicatorCard)
        card = next(c for c in shown if c.indicator.code == indicator.code)
        self._rows = card.findChildren(OptionRow)
        self.options = len(window.findChildren(OptionRow))

    def once(self) -> tuple[float, float]:
        """Return ms to the option shown as taken, and to the answer told as saved."""
        row = self._rows[1 if self._rows[0].chosen else 0]
        loop = QEventLoop()
        told: dict[str, float] = {}

        def note(what: str) -> None:
            told[what] = perf_counter()
            if len(told) == 2:
                loop.quit()

        watch = FirstPaint(row, lambda: note("shown"), lambda: row.chosen)
        saved = self._context.saving.saved.connect(lambda _at: note("saved"))
        start = perf_counter()
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        loop.exec()
        self._context.saving.saved.disconnect(saved)
        watch.deleteLater()
        return (told["shown"] - start) * 1000, (told["saved"] - start) * 1000


def main() -> None:
    application = make_application()
    shell = Shell(Program(), Path(sys.argv[1]))
    shell.open()
    window = shell.window
    assert isinstance(window, MainWindow)
    assert window._context is not None
    clicker = Clicker(window, window._context)
    settled = QEventLoop()
    window._context.runner.when_idle(settled.quit)
    settled.exec()
    application.processEvents()
    tell(options=clicker.options)
    for _line in sys.stdin:
        shown, saved = clicker.once()
        tell(shown=shown, saved=saved)
    shell.shut()
    os._exit(0)


main()
