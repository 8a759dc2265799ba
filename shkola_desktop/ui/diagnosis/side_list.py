"""Directions with their progress and criteria: where to go by one click."""

from collections.abc import Iterator
from dataclasses import dataclass

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
        self._shown: list[str] = []
        self.setFixedWidth(min(wide(self, WIDTH), WIDEST))
        self.itemActivated.connect(self._ask)
        self.itemClicked.connect(self._ask)

    def show_standing(self, standing: Standing) -> None:
        """Show every direction, and the criteria of the open one.

        Rows are made anew only when others are shown: this stands in the path of
        every click.
        """
        rows = tuple(_rows(standing))
        self.blockSignals(True)  # Qt's setter
        if [row.code for row in rows] != self._shown:
            keep = self.hasFocus()
            self.clear()
            for row in rows:
                self.addItem(self._item(row))
            self._shown = [row.code for row in rows]
            if keep:
                self.setFocus()
        for position, row in enumerate(rows):
            self._fill(self.item(position), row)
            if row.open:
                self.setCurrentRow(position)
        self.blockSignals(False)

    def _item(self, row: "_Row") -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(CODE, row.target)
        if row.bold:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def _fill(self, item: QListWidgetItem, row: "_Row") -> None:
        if item.text() != row.words:
            item.setText(row.words)
            item.setIcon(self._icons.get(STATE_ICONS[row.state], self._colour()))
            spoken = f"{row.words.strip()}, {STATE_WORDS[row.state]}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(CODE)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list; ``target`` is the criterion that a click opens."""

    code: str
    target: str
    words: str
    state: State
    bold: bool
    open: bool


def _rows(standing: Standing) -> Iterator[_Row]:
    for direction in standing.form.directions:
        yield _direction_row(direction, standing)
        if direction == standing.direction:
            for criterion in direction.criteria:
                yield _criterion_row(criterion, standing)


def _direction_row(direction: Direction, standing: Standing) -> _Row:
    progress = progress_of(direction, standing.diagnosis.options)
    return _Row(
        code=f"direction {direction.code}",
        target=direction.criteria[0].code,
        words=f"{direction.name}\n{progress.answered} из {progress.applicable}",
        state=progress.state,
        bold=True,
        open=False,
    )


def _criterion_row(criterion: Criterion, standing: Standing) -> _Row:
    progress = progress_of(criterion, standing.diagnosis.options)
    return _Row(
        code=criterion.code,
        target=criterion.code,
        words=f"{criterion.name} ({progress.answered}/{progress.applicable})",
        state=progress.state,
        bold=False,
        open=criterion.code == standing.criterion,
    )
