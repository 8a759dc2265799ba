"""Steps with their state in a side list: where to go by one click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QListWidgetItem

from shkola_desktop.app.wizard import State
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.widgets.texts import wide
from shkola_desktop.ui.widgets.wrapped_list import WrappedList

CODE = Qt.ItemDataRole.UserRole
STATE_ICONS = {
    State.EMPTY: "circle",
    State.PARTLY: "circle-half-2",
    State.DONE: "circle-check",
}
STATE_WORDS = {
    State.EMPTY: "не начато",
    State.PARTLY: "начато",
    State.DONE: "заполнено",
}
WIDTH = 34
"""Characters."""
WIDEST = 340
"""Pixels: what stands beside the list needs the room of a narrow screen."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the list; ``target`` is what a click opens."""

    code: str
    target: str
    words: str
    state: State
    bold: bool = False
    open: bool = False


class StepsList(WrappedList):
    """``wanted`` carries the target of the step that was asked for."""

    wanted = Signal(str)

    def __init__(self, name: str, spoken: str, icons: Icons) -> None:
        super().__init__(name, spoken)
        self._icons = icons
        self._shown: list[str] = []
        self.setFixedWidth(min(wide(self, WIDTH), WIDEST))
        self.itemActivated.connect(self._ask)
        self.itemClicked.connect(self._ask)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the steps.

        Rows are made anew only when others are shown: this stands in the path of
        every click.
        """
        self.blockSignals(True)  # Qt's setter
        if [step.code for step in steps] != self._shown:
            keep = self.hasFocus()
            self.clear()
            for step in steps:
                self.addItem(self._item(step))
            self._shown = [step.code for step in steps]
            if keep:
                self.setFocus()
        for position, step in enumerate(steps):
            self._fill(self.item(position), step)
            if step.open:
                self.setCurrentRow(position)
        self.blockSignals(False)

    def _item(self, step: Step) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(CODE, step.target)
        if step.bold:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def _fill(self, item: QListWidgetItem, step: Step) -> None:
        spoken = f"{step.words.strip()}, {STATE_WORDS[step.state]}"
        if item.data(Qt.ItemDataRole.AccessibleTextRole) != spoken:
            item.setText(step.words)
            item.setIcon(self._icons.get(STATE_ICONS[step.state], self._colour()))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(CODE)))
