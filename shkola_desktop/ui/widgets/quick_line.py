"""A field for a few sentences that are given by Ctrl+Enter and dropped by Esc."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.domain.review import MAX_REMARK
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.texts import button, lines_high, muted
from shkola_desktop.ui.widgets.typed_text import TypedText

LINES = 3
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Words(TypedText):
    """Takes Ctrl+Enter before the page's own shortcut does."""

    given = Signal()
    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Esc for this field."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_gives(event) or event.key() == Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Give the words, drop them, or type on."""
        if _gives(event):
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class QuickLine(QWidget):
    """``given`` carries the words; ``dropped`` tells that nothing is wanted."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, name: str, spoken: str, words: str = "Сохранить") -> None:
        super().__init__()
        self._about = muted("")
        self._about.hide()
        height = lines_high(self, LINES)
        self._words = _Words(f"{name}-text", spoken, height, MAX_REMARK)
        self._words.given.connect(self._give)
        self._words.dropped.connect(self.dropped)
        self._done = button(words, f"{name}-give", "main")
        self._done.setToolTip("Ctrl+Enter")
        self._done.clicked.connect(self._give)
        cancel = button("Не надо", f"{name}-drop", "link")
        cancel.setToolTip("Esc")
        cancel.clicked.connect(self.dropped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._about)
        layout.addWidget(self._words)
        layout.addLayout(row(self._done, cancel))

    @property
    def words(self) -> str:
        """What is typed so far."""
        return self._words.toPlainText()

    def begin(self, about: str, hint: str, words: str = "") -> None:
        """Ask for words about something, and put the keyboard there."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._words.setPlaceholderText(hint)
        self._words.setPlainText(words)
        self.show()
        self._words.setFocus()

    def forget(self) -> None:
        """Drop what is typed: it was kept."""
        self._words.setPlainText("")

    def _give(self) -> None:
        self.given.emit(self.words)


def _gives(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in ENTER
