"""What every section of the wizard has: an outlook, own words, a change to tell."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.ui.programme.parts import PRINTED, Part
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted
from shkola_desktop.ui.widgets.typed_text import TypedText

OWN_WORDS = "Свои слова в начале раздела"
LONGEST = 8_000
"""Characters of own words: three pages of the document."""
LINES = 5


class Flushed(Protocol):
    """Something that may hold words that are still being typed."""

    def flush(self) -> None:
        """Tell them."""
        ...


class OwnWords(Card):
    """Opened by a button; ``changed`` carries the words."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known = ""
        self._turn = button(OWN_WORDS, "own-words-open", "link")
        self._turn.clicked.connect(self._open)
        self.body.addLayout(row(self._turn))
        self._box = QWidget()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(
            muted(
                "Встанут в документе перед готовым содержанием раздела: чем эта школа "
                "не похожа на другие. Необязательно."
            )
        )
        height = self.fontMetrics().lineSpacing() * LINES + 2 * SPACE
        self._text = TypedText("own-words", OWN_WORDS, height, LONGEST)
        self._text.left.connect(self.flush)
        inside.addWidget(self._text)
        self._box.hide()
        self.body.addWidget(self._box)

    def show_words(self, words: str) -> None:
        """Show the words of a section; none are folded away."""
        self._known = words
        self._text.show_words(words)
        if words:
            self._box.show()

    def flush(self) -> None:
        """Tell words that are still being typed."""
        words = self._text.toPlainText().strip()
        if words != self._known:
            self._known = words
            self.changed.emit(words)

    def _open(self) -> None:
        self._box.setVisible(self._box.isHidden() or bool(self._known))
        if not self._box.isHidden():
            self._text.setFocus()


class Telling(QWidget):
    """Holds the outlook that is shown; ``changed`` carries the changed programme."""

    changed = Signal(object)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.outlook: Outlook | None = None
        self.own_words = OwnWords()
        self.own_words.changed.connect(self._keep_words)
        self._typed: list[Flushed] = [self.own_words]
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)

    @property
    def place(self) -> str:
        """What is shown now, as a place that can be gone to."""
        return f"section:{self.part.value}"

    def show_outlook(self, outlook: Outlook) -> None:
        """Show a programme with what follows from it."""
        self.outlook = outlook
        self.own_words.show_words(outlook.programme.texts.get(self.part.value, ""))
        self.draw(outlook)

    def draw(self, outlook: Outlook) -> None:
        """Draw what the section itself shows."""

    def go_to(self, spot: str) -> None:
        """Put the keyboard at a spot of the section, such as ``deficit:03``."""

    def flush(self) -> None:
        """Tell what is still being typed."""
        for typed in tuple(self._typed):
            typed.flush()

    def typed(self, *widgets: Flushed) -> None:
        """Name what may hold words that are still being typed."""
        self._typed.extend(widgets)

    def change(self, **fields: object) -> None:
        """Tell the programme with other values in these fields."""
        if self.outlook is None:
            return
        before = self.outlook.programme
        changed = replace(before, **fields)  # pyright: ignore[reportArgumentType]  # fields of Programme
        if changed != before:
            self.changed.emit(changed)

    def keeper(self, field: str) -> Callable[[object], None]:
        """Return what keeps a new value of a field of the programme."""
        return partial(self._keep_field, field)

    def _keep_field(self, field: str, value: object) -> None:
        self.change(**{field: value})

    def _keep_words(self, words: str) -> None:
        if self.outlook is None:
            return
        texts = {**self.outlook.programme.texts, self.part.value: words}
        kept = {code: known for code, known in texts.items() if known}
        self.change(texts=MappingProxyType(kept))


class SectionPage(Telling):
    """A section whose cards scroll; add them with ``add``, own words come last."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._page = ScrollPage()
        self._page.column.setSpacing(2 * SPACE)
        self._spots: dict[str, tuple[QWidget, Callable[[], None]]] = {}
        self.outer.addWidget(self._page)
        if part in PRINTED:
            self._page.column.addWidget(self.own_words)
        else:
            self.own_words.hide()

    def add(self, *widgets: QWidget) -> None:
        """Add cards above the own words."""
        own = 1 if self.part in PRINTED else 0
        for widget in widgets:
            self._page.column.insertWidget(self._page.column.count() - own, widget)

    def spot(self, name: str, card: QWidget, focus: Callable[[], None]) -> None:
        """Name a card as a spot that can be gone to."""
        self._spots[name] = (card, focus)

    def go_to(self, spot: str) -> None:
        """Show a card and put the keyboard into it; unknown spots show the top."""
        kind, _, rest = spot.partition(":")
        found = self._spots.get(rest) or self._spots.get(kind)
        if found is None:
            self._page.verticalScrollBar().setValue(0)
            return
        card, focus = found
        focus()
        self._page.reveal(card)
