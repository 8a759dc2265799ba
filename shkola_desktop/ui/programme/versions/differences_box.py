"""What a version has otherwise than the programme now, section by section."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.ui.programme.versions.told import Grouped
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, heading, muted, text

SAME = "Различий нет: вариант совпадает с нынешней программой."
EXPLAINED = "«Было» – в варианте, «стало» – в программе сейчас."


class DifferencesBox(QWidget):
    """Hidden until there is something to compare; ``closed`` tells that it is again."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[str, Grouped] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE // 2)
        layout.addLayout(self._column)
        self._close = button("Закрыть сравнение", "close-comparison")
        self._close.clicked.connect(self.closed)
        layout.addLayout(row(self._close))
        self.hide()

    def show_lines(self, name: str, lines: Grouped) -> None:
        """Show how the programme now differs from a version."""
        drawn = (name, lines)
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw(name, lines)
        self.show()

    def focus(self) -> None:
        """Put the keyboard under the differences."""
        self._close.setFocus()

    def _draw(self, name: str, lines: Grouped) -> None:
        empty(self._column)
        self._column.addWidget(heading(f"Вариант «{name}» и программа сейчас"))
        self._column.addWidget(muted(EXPLAINED if lines else SAME))
        for section, rows in lines:
            self._column.addWidget(text(section, "strong"))
            for words in rows:
                self._column.addWidget(text(f"– {words}"))
