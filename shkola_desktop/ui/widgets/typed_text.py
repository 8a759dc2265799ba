"""A text field of several lines that tells when the cursor leaves it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

SHOWN = "shownWords"
"""Property of a line: the words that it was last told to show."""


class TypedText(QPlainTextEdit):
    """``entered`` and ``left`` tell where the cursor goes; Tab moves on."""

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, label: str, height: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self._shown = ""

    def show_words(self, words: str) -> None:
        """Show words that are kept; the same again leave what is half typed alone."""
        if words == self._shown and self.hasFocus():
            return
        self._shown = words
        if self.toPlainText() != words:
            self.setPlainText(words)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor came."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor left."""
        super().focusOutEvent(event)
        self.left.emit()


def show_line(line: QLineEdit, words: str) -> None:
    """Show words that are kept; the same again leave what is half typed alone."""
    if words == line.property(SHOWN) and line.hasFocus():
        return
    line.setProperty(SHOWN, words)
    if line.text() != words:
        line.setText(words)
        line.setCursorPosition(0)
