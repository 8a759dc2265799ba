"""Something folded away under its heading: opened and closed by a button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import button

SHUT, OPEN = "▸", "▾"


class Fold(QWidget):
    """``opened`` tells that a person wants to see the inside; add to ``body``."""

    opened = Signal()

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self._words = words
        self._button = button("", name, "fold")
        self._button.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.setSizePolicy(policy)  # a long name must not widen the page
        self._button.toggled.connect(self._turn)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(2 * SPACE, SPACE // 2, 0, SPACE)
        self.body.setSpacing(SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button)
        layout.addWidget(self._inside)
        self._turn(wanted=False)

    @property
    def is_open(self) -> bool:
        """True while the inside is shown."""
        return self._button.isChecked()

    def open(self) -> None:
        """Show the inside as by the button."""
        self._button.setChecked(True)

    def _turn(self, wanted: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._inside.setVisible(wanted)
        self._button.setText(f"{OPEN if wanted else SHUT}  {self._words}")
        state = "развёрнуто" if wanted else "свёрнуто"
        self._button.setAccessibleName(f"{self._words}, {state}")
        if wanted:
            self.opened.emit()
