"""Labels of the type scale; long Russian text always wraps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from shkola_desktop.ui.theme import SPACE


def text(words: str, look: str = "") -> QLabel:
    """Return a wrapped label; ``look`` is a name of the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # a fixed height would hold the label to the lines of another width
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)  # Qt's setter
    label.setSizePolicy(policy)
    if look:
        label.setProperty("look", look)
    return label


def title(words: str) -> QLabel:
    """Return the title of a page."""
    return text(words, "title")


def heading(words: str) -> QLabel:
    """Return a heading inside a page."""
    return text(words, "heading")


def muted(words: str) -> QLabel:
    """Return text of second rank."""
    return text(words, "muted")


def short(words: str, look: str = "") -> QLabel:
    """Return a label that keeps to one line: numbers, badges, keys."""
    label = text(words, look)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def button(words: str, name: str, role: str = "") -> QPushButton:
    """Return a button; ``role`` is ``main`` for the one obvious step, ``link``."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(True)
    if role:
        made.setProperty("role", role)
    return made


def wide(widget: QWidget, characters: int) -> int:
    """Return the width of so many characters: widths grow with the text."""
    return widget.fontMetrics().averageCharWidth() * characters


def lines_high(widget: QWidget, lines: int) -> int:
    """Return the height of a field of so many lines: heights grow with the text."""
    return widget.fontMetrics().lineSpacing() * lines + 2 * SPACE


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and show it."""
    if widget.property(name) == value:
        return  # the style sheet is slow, and every answer asks for every card
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
