"""One option of an indicator: key, radio button, wrapped text, points."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton

from shkola_desktop.domain.form import Option
from shkola_desktop.ui.widgets.texts import restyle, short, text
from shkola_desktop.words.russian import POINTS, counted


class OptionRow(QFrame):
    """A large row; a click anywhere takes the option."""

    taken = Signal()

    def __init__(self, option: Option, key: int) -> None:
        super().__init__()
        self.setObjectName("option")
        self.option = option
        points = counted(option.points, POINTS)
        self._radio = QRadioButton()
        self._radio.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._radio.setAutoExclusive(False)
        self._radio.setAccessibleName(f"{option.text}, {points}")
        self._radio.setObjectName(f"option-{option.id}")
        self._radio.clicked.connect(self._clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 7, 12, 7)
        layout.setSpacing(10)
        key_label = short(str(key), "key")
        key_label.setToolTip(f"Клавиша {key}")
        layout.addWidget(key_label)
        layout.addWidget(self._radio)
        layout.addWidget(text(option.text), 1)
        layout.addWidget(short(points, "muted"))

    @property
    def chosen(self) -> bool:
        """True where this option is the answer."""
        return self._radio.isChecked()

    def show_chosen(self, chosen: bool) -> None:  # noqa: FBT001  # like Qt's setters
        """Show whether this option is the answer; tells nobody."""
        self._radio.setChecked(chosen)
        restyle(self, "chosen", chosen)

    def set_open(self, open: bool) -> None:  # noqa: FBT001  # like Qt's setters
        """Let the option be taken, or only be read."""
        self._radio.setEnabled(open)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Take the option by a click beside the radio button."""
        if event.button() is Qt.MouseButton.LeftButton and self._radio.isEnabled():
            self.taken.emit()
        super().mouseReleaseEvent(event)

    def _clicked(self) -> None:
        # the state comes back from the answer that was kept
        self._radio.setChecked(self.property("chosen") is True)
        self.taken.emit()
