"""Directions with their progress and criteria: where to go by one click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QListWidgetItem

from shkola_desktop.app.wizard import Standing, State, progress_of
from shkola_desktop.domain.form import Criterion, Direction
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
"""Pixels: the cards need the room of a narrow screen."""


class SideList(WrappedList):
    """``wanted`` carries the code of the criterion that was asked for."""

    wanted = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__("criteria", "Направления и критерии")
        self._icons = icons
        self.setFixedWidth(min(wide(self, WIDTH), WIDEST))
        self.itemActivated.connect(self._ask)
        self.itemClicked.connect(self._ask)

    def show_standing(self, standing: Standing) -> None:
        """Show every direction, and the criteria of the open one."""
        self.blockSignals(True)  # Qt's setter
        keep = self.hasFocus()
        self.clear()
        for direction in standing.form.directions:
            self._add_direction(direction, standing)
            if direction == standing.direction:
                for criterion in direction.criteria:
                    self._add_criterion(criterion, standing)
        if keep:
            self.setFocus()
        self.blockSignals(False)

    def _add_direction(self, direction: Direction, standing: Standing) -> None:
        progress = progress_of(direction, standing.diagnosis.options)
        item = self._item(
            f"{direction.name}\n{progress.answered} из {progress.applicable}",
            progress.state,
            direction.criteria[0].code,
        )
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)

    def _add_criterion(self, criterion: Criterion, standing: Standing) -> None:
        progress = progress_of(criterion, standing.diagnosis.options)
        name = f"{criterion.name} ({progress.answered}/{progress.applicable})"
        item = self._item(name, progress.state, criterion.code)
        self.addItem(item)
        if criterion.code == standing.criterion:
            self.setCurrentItem(item)

    def _item(self, words: str, state: State, code: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setIcon(self._icons.get(STATE_ICONS[state], self._colour()))
        item.setData(CODE, code)
        spoken = f"{words.strip()}, {STATE_WORDS[state]}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(CODE)))
