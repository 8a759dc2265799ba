"""A text under its caption: what was suggested, what is now, what the school says."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import text


class Said(QWidget):
    """Hidden until it says something; the caption may be empty."""

    def __init__(self, name: str, look: str = "") -> None:
        super().__init__()
        self._caption = text("", "strong")
        self._words = text("", look)
        self._words.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._caption)
        layout.addWidget(self._words)
        self.hide()

    def say(self, caption: str, words: str) -> None:
        """Say a text."""
        _show(self._caption, caption)
        self._words.setText(words)
        self.show()


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
