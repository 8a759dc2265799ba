"""A text field of several lines that tells when the cursor leaves it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip

from shkola_desktop.ui.widgets.fault import fault_label
from shkola_desktop.words.russian import LETTERS, counted

SHOWN = "shownWords"
"""Property of a line: the words that it was last told to show."""
LONGEST = 10_000
"""Characters of a text in a table: four pages of the document."""


class TypedText(QPlainTextEdit):
    """``entered`` and ``left`` tell where the cursor goes; Tab moves on.

    What would make the text longer than ``longest`` characters is not taken, and a
    sentence below says so: a text cut off at its end would not be noticed.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self, name: str, label: str, height: int, longest: int = LONGEST
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        # a word breaks anywhere, so nothing is ever hidden at the right; without
        # this a bar of one moment's width stays and takes a line of the text
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(height)
        self._shown = ""
        self._height = height
        self._longest = longest
        self.fault = fault_label(f"{name}-too-long")
        self.fault.setParent(self)
        self.textChanged.connect(self._forget)

    def show_words(self, words: str) -> None:
        """Show words that are kept; the same again leave what is half typed alone."""
        if words == self._shown and self.hasFocus():
            return
        self._shown = words
        if self.toPlainText() != words:
            self.setPlainText(words)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """Paste or drop a text, all of it or nothing."""
        if self._takes(source.text()):
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802  # Qt's name
        """Take what another keyboard composes."""
        if self._takes(event.commitString()):
            super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Take a letter or a new line; all other keys do what they do."""
        adds = event.text().isprintable() or event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
        if not adds or self._takes(event.text()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Keep the sentence at the bottom."""
        super().resizeEvent(event)
        self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor came."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the cursor left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _takes(self, words: str) -> bool:
        """Tell whether there is room for words; say so where there is none."""
        if not words:
            return True
        chosen = len(self.textCursor().selectedText())
        length = len(self.toPlainText()) - chosen + len(words)
        if length <= self._longest:
            return True
        self._say(
            f"Не вставлено: вышло бы {counted(length, LETTERS)}, а помещается "
            f"{self._longest}. Текст в поле не изменился; сократите вставку."
        )
        return False

    def _forget(self) -> None:
        if self.fault.text():
            self._say("")

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.setAccessibleDescription(words)
        self._place()

    def _place(self) -> None:
        """Make room for the sentence below the text, as high as it needs."""
        width = self.width() - 2 * self.frameWidth()
        needed = self.fault.heightForWidth(width) if self.fault.text() else 0
        self.setViewportMargins(0, 0, 0, needed)
        self.setFixedHeight(self._height + needed)
        edge = self.frameWidth()
        self.fault.setGeometry(edge, self._height + edge, width, needed - 2 * edge)


def limit_line(line: QLineEdit, longest: int) -> None:
    """Let a line hold so many characters; say so where more are pasted."""
    line.setMaxLength(longest)
    words = (
        f"Поле вмещает {counted(longest, LETTERS)}: лишнее не вставлено. "
        "Сократите текст или перенесите часть в другое поле."
    )
    line.inputRejected.connect(
        lambda: QToolTip.showText(
            line.mapToGlobal(line.rect().bottomLeft()), words, line
        )
    )


def show_line(line: QLineEdit, words: str) -> None:
    """Show words that are kept; the same again leave what is half typed alone."""
    if words == line.property(SHOWN) and line.hasFocus():
        return
    line.setProperty(SHOWN, words)
    if line.text() != words:
        line.setText(words)
        line.setCursorPosition(0)
