"""One text as a card: prepared, own, or old, new and own where the data changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from shkola_desktop.app.wording import Wording
from shkola_desktop.ui.programme.section import LONGEST
from shkola_desktop.ui.programme.texts.said import Said
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, lines_high, short, text
from shkola_desktop.ui.widgets.typed_text import TypedText

LINES = 6
"""Height of the editor: the longest prepared text at the smallest window."""


class WordingCard(Card):
    """Draws one text; tells wishes.

    ``reworded`` carries other words, ``kept`` accepts the own text, ``taken`` wants
    the prepared one, ``closed`` tells that the editor was closed by its button.
    """

    reworded = Signal(str)
    kept = Signal()
    taken = Signal()
    closed = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        prepared = wording.prepared
        self.key = prepared.key
        self.wording = wording
        self._spoken = f"{prepared.title}, раздел «{prepared.section}»"
        self.body.addLayout(self._head(prepared.title))
        self._was = Said("text-was", "muted")
        self._now = Said("text-now", "muted")
        self._own = Said("text-own")
        self._editor = TypedText(
            "text-editor", f"Текст: {self._spoken}", lines_high(self, LINES), LONGEST
        )
        self._editor.left.connect(self._tell)
        self._editor.hide()
        for widget in (self._was, self._now, self._own, self._editor):
            self.body.addWidget(widget)
        self.body.addLayout(self._buttons())
        self._draw()

    @property
    def editing(self) -> bool:
        """True while the editor is open."""
        return not self._editor.isHidden()

    def show_wording(self, wording: Wording) -> None:
        """Show a text; an open editor keeps its place until it is closed.

        A click that leaves the editor must meet what it was aimed at.
        """
        self.wording = wording
        self._badge.setVisible(wording.own is not None)
        if self.editing:
            self._editor.show_words(wording.text)
        else:
            self._draw()

    def focus(self) -> None:
        """Put the keyboard into the card."""
        if self.editing:
            self._editor.setFocus()
        elif self.wording.outdated:
            self._keep.setFocus()
        else:
            self._edit.setFocus()

    def flush(self) -> None:
        """Tell words that are still being typed, and close the editor."""
        if self.editing:
            self._tell()
            self._editor.hide()
            self._draw()

    def _head(self, title: str) -> QHBoxLayout:
        self._badge = short("свой текст", "key")
        policy = self._badge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # Qt's setter
        self._badge.setSizePolicy(policy)
        layout = QHBoxLayout()
        layout.setSpacing(SPACE)
        layout.addWidget(text(title, "strong"), 1)
        layout.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        return layout

    def _buttons(self) -> QHBoxLayout:
        self._keep = self._button("Оставить свой", "keep-text")
        self._keep.clicked.connect(self.kept)
        self._take = self._button("Взять новый", "take-text")
        self._take.clicked.connect(self.taken)
        self._edit = self._button("Изменить", "edit-text")
        self._edit.clicked.connect(self._open)
        self._done = self._button("Готово", "close-text")
        self._done.clicked.connect(self._close)
        return row(self._keep, self._take, self._edit, self._done)

    def _button(self, words: str, name: str) -> QPushButton:
        made = button(words, name)
        self._name(made, words)
        return made

    def _name(self, known: QPushButton, words: str) -> None:
        known.setText(words)
        known.setAccessibleName(f"{words}: {self._spoken}")

    def _draw(self) -> None:
        self._draw_words()
        outdated, own = self.wording.outdated, self.wording.own is not None
        editing = self.editing
        self._name(self._take, "Взять новый" if outdated else "Вернуть предложенный")
        self._name(self._edit, "Править" if outdated else "Изменить")
        self._badge.setVisible(own)
        self._edit.setVisible(not editing)
        self._keep.setVisible(outdated and not editing)
        self._take.setVisible(own and not editing)
        self._done.setVisible(editing)

    def _draw_words(self) -> None:
        own, prepared = self.wording.own, self.wording.prepared.text
        self._was.hide()
        self._own.hide()
        if own is None:
            self._now.say("", prepared)
            return
        if self.wording.outdated:
            self._was.say("Было предложено", own.made_from)
            self._now.say("Предлагается теперь", prepared)
        else:
            self._now.say("Предложено программой", prepared)
        if not self.editing:
            self._own.say("Ваш текст", own.text)

    def _open(self) -> None:
        self._editor.show_words(self.wording.text)
        self._editor.show()
        self._draw()
        self._editor.setFocus()

    def _close(self) -> None:
        self.flush()
        self.closed.emit()

    def _tell(self) -> None:
        words = self._editor.toPlainText().strip()
        if self.editing and words != self.wording.text:
            self.reworded.emit(words)
            self._editor.show_words(self.wording.text)
