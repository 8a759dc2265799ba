"""A card with one text of several lines, or with a list of one thing a line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.texts import lines_high, muted
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.russian import LETTERS, counted

COMFORTABLE = 2_000
"""Characters: about a page. A longer text is kept, and is said to be long."""


class TextCard(Card):
    """``changed`` tells that the cursor left the text."""

    changed = Signal()

    def __init__(self, name: str, title: str, hint: str, lines: int) -> None:
        super().__init__(title)
        self._text = TypedText(name, title, lines_high(self, lines))
        self._text.left.connect(self.changed)
        self._text.textChanged.connect(self._judge)
        self.fault = fault_label(f"{name}-fault")
        self.body.addWidget(muted(hint))
        self.body.addWidget(self._text)
        self.body.addWidget(self.fault)

    def show_words(self, words: str) -> None:
        """Show a text; tells nobody."""
        self._text.setPlainText(words)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show a list; tells nobody."""
        self.show_words("\n".join(lines))

    def words(self) -> str:
        """Return the text."""
        return self._text.toPlainText().strip()

    def lines(self) -> tuple[str, ...]:
        """Return the lines that hold anything."""
        bare = (line.strip() for line in self.words().splitlines())
        return tuple(line for line in bare if line)

    def _judge(self) -> None:
        length = len(self._text.toPlainText())
        words = f"Длинно: {counted(length, LETTERS)}, это больше страницы документа."
        say(self.fault, words if length > COMFORTABLE else "")
