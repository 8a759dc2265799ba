"""How far slow work is, and the button that stops it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.texts import button, muted


class Steps(QObject):
    """Carries progress from the worker to the screen's thread."""

    moved = Signal(int, int)


class ProgressRow(QWidget):
    """Hidden while nothing runs. ``stop_wanted`` tells that the person stops it."""

    stop_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.steps = Steps()
        self.steps.moved.connect(self.show_step, Qt.ConnectionType.QueuedConnection)
        self._words = muted("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        stop = button("Остановить", name)
        stop.clicked.connect(self.stop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addLayout(row(stop))
        self._said = ""
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something runs, its length not known yet."""
        self._said = words
        self._words.setText(f"{words}…")
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.show()

    def show_step(self, done: int, total: int) -> None:
        """Show how many are done."""
        if self.isHidden():
            return
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._words.setText(f"{self._said}: {done} из {total}")

    def end(self) -> None:
        """Nothing runs any more."""
        self.hide()
