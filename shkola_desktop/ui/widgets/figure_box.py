"""A field for a count that may be left empty; nothing but digits can be typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QSpinBox

from shkola_desktop.ui.widgets.texts import text, wide

NOTHING = -1
LABEL_WIDTH = 46
"""Characters of its label at most: the eye must find the box."""
BOX_WIDTH = 9
"""Characters of a box among others of its kind."""


class FigureBox(QSpinBox):
    """A count up to ``most``; empty is None. It tells when the cursor leaves."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setRange(NOTHING, most)
        self.setValue(NOTHING)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().setPlaceholderText("–")

    def figure(self) -> int | None:
        """Return what stands there, also while it is being typed."""
        return self.valueFromText(self.text()) if self.text().strip() else None

    def show_figure(self, figure: int | None) -> None:
        """Show a count; tells nobody."""
        self.blockSignals(True)  # Qt's setter
        self.setValue(NOTHING if figure is None else figure)
        self.blockSignals(False)

    def textFromValue(self, val: int) -> str:  # noqa: N802  # Qt's name
        """Return the digits, or nothing."""
        return "" if val == NOTHING else str(val)

    def valueFromText(self, text: str) -> int:  # noqa: N802  # Qt's name
        """Return the count of digits; nothing where there are none."""
        return int(text) if _digits(text) else NOTHING

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Refuse every key that would make no count up to the most."""
        if input and not (_digits(input) and int(input) <= self.maximum()):
            return QValidator.State.Invalid, input, pos
        return QValidator.State.Acceptable, input, pos

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Leave the wheel to the page: it must not change a number in passing."""
        event.ignore()


def box_label(words: str) -> QLabel:
    """Return the label that stands left of a box, wrapped."""
    label = text(words)
    label.setMaximumWidth(wide(label, LABEL_WIDTH))
    return label


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
