"""Rows of a printout that a person decides about: which answer, or none."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.printout import Candidate, Doubt, Match
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import muted, restyle, text
from shkola_desktop.words.carrying import DOUBTS, printed_words
from shkola_desktop.words.russian import POINTS, counted

ABOUT = "Программа не уверена. Сверьте с распечаткой и выберите, что перенести."
NONE = "Не переносить"


class DoubtsCard(Card):
    """``picked`` carries the number of the row and of the candidate, -1 for none."""

    picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__("Решите сами")
        self.body.addWidget(muted(ABOUT))
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * SPACE)
        self.body.addLayout(self._column)
        self.hide()

    def show_matches(self, matches: Sequence[tuple[int, Match]]) -> None:
        """Show other rows, nothing chosen yet; the card hides without any."""
        empty(self._column)
        for number, match in matches:
            made = _Doubt(match, number)
            made.picked.connect(partial(self.picked.emit, number))
            self._column.addWidget(made)
        self.setVisible(bool(matches))


class _Doubt(QWidget):
    picked = Signal(int)

    def __init__(self, match: Match, number: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(text(printed_words(match.row), "strong"))
        column.addWidget(muted(DOUBTS[match.doubt]))
        self._group = QButtonGroup(self)
        self._rows: dict[int, _Choice] = {}
        named = match.doubt in {Doubt.NAME_ALIKE, Doubt.TWICE}
        for place, candidate in enumerate(match.candidates):
            self._add(_words(candidate, named=named), number, place, column)
        self._add(NONE, number, -1, column)
        self._rows[-1].choose()
        self._group.idToggled.connect(self._toggled)

    def _add(self, words: str, number: int, place: int, column: QVBoxLayout) -> None:
        name = f"doubt-{number}-{'none' if place < 0 else place}"
        made = _Choice(words, name)
        # an id of -1 would let Qt choose one
        self._group.addButton(made.radio, place + 1)
        self._rows[place] = made
        column.addWidget(made)

    def _toggled(self, id: int, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._rows[id - 1].show_chosen()
        if on:
            self.picked.emit(id - 1)


class _Choice(QFrame):
    """A wrapped row; a click anywhere takes it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.setObjectName("option")
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(words.replace("\n", ": "))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(self.radio)
        layout.addWidget(text(words), 1)

    def choose(self) -> None:
        """Take it."""
        self.radio.setChecked(True)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show whether it is taken."""
        restyle(self, "chosen", self.radio.isChecked())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Take it by a click beside the button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
            self.radio.setFocus()
        super().mouseReleaseEvent(event)


def _words(candidate: Candidate, *, named: bool) -> str:
    option = candidate.option
    told = f"{option.text} – {counted(option.points, POINTS)}"
    if not named:
        return told
    indicator = candidate.indicator
    return f"{indicator.code} {indicator.name}\n{told}"
