"""A text field of several lines that tells when the cursor leaves it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


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

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor came."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor left."""
        super().focusOutEvent(event)
        self.left.emit()
