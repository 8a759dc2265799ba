"""Cards and notices: the two surfaces that pages are built of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import button, heading, muted, text
from shkola_desktop.words.messages import message_for


class Card(QFrame):
    """A white surface with an optional heading; add to ``body``."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * SPACE, SPACE * 3 // 2, 2 * SPACE, 2 * SPACE)
        self.body.setSpacing(SPACE)
        if title:
            self.body.addWidget(heading(title))


class Notice(QFrame):
    """A coloured strip that says something at the place it belongs to.

    Tones: ``info``, ``good``, ``warning``, ``danger``. Hidden while empty.
    """

    def __init__(self, tone: str = "info", words: str = "") -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self._label = text(words, "strong")
        self._more = muted("")
        words_column = QVBoxLayout()
        words_column.setSpacing(SPACE // 2)
        words_column.addWidget(self._label)
        words_column.addWidget(self._more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, SPACE, 12, SPACE)
        self._row.setSpacing(SPACE)
        self._row.addLayout(words_column, 1)
        self.say(words, tone=tone)

    @property
    def words(self) -> str:
        """What it says now."""
        more = self._more.text() if self._more.isVisibleTo(self) else ""
        return " ".join(part for part in (self._label.text(), more) if part)

    def say(self, words: str, more: str = "", tone: str = "") -> None:
        """Say something, or hide with empty words."""
        if tone:
            self.setProperty("tone", tone)
            for widget in (self, self._label, self._more):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._label.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        # shown before it stands on a page, it would flash as a window
        if self.parentWidget() is not None or not words:
            self.setVisible(bool(words))

    def say_error(self, error: ShkolaError) -> None:
        """Say what happened and what to do."""
        message = message_for(error)
        details = "\n".join(message.details[:12])
        more = "\n".join(part for part in (message.advice, details) if part)
        self.say(message.happened, more, tone="danger")

    def add_button(
        self, words: str, name: str, pressed: Callable[[], None]
    ) -> QPushButton:
        """Offer something to do about it; return the button."""
        made = button(words, name)
        made.clicked.connect(pressed)
        self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        return made


def row(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Return widgets side by side; the one at ``stretch`` takes the room left."""
    layout = QHBoxLayout()
    layout.setSpacing(SPACE)
    for position, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if position == stretch else 0)
    if stretch is None:
        layout.addStretch(1)
    return layout
