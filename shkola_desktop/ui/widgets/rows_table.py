"""A table to fill in by rows: cells are typed, rows added and dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from shkola_desktop.ui.widgets.texts import lines_high
from shkola_desktop.ui.widgets.typed_text import limit_line

KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row; ``key`` tells whose it is and is empty for one that was just typed."""

    cells: tuple[str, ...]
    key: str = ""


class RowsTable(QTableWidget):
    """``changed`` tells that a cell is another one now, or that a row went."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        spoken: str,
        titles: Sequence[str],
        *,
        longest: int,
        lines: int,
    ) -> None:
        """Make an empty table.

        A cell holds ``longest`` characters, ``lines`` is the height of the table.
        """
        super().__init__(0, len(titles))
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setHorizontalHeaderLabels(list(titles))
        mode = QHeaderView.ResizeMode
        self.verticalHeader().setSectionResizeMode(mode.ResizeToContents)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(mode.Stretch)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(lines_high(self, lines))
        self.setItemDelegate(_Cells(self, longest))
        self.cellChanged.connect(self.changed)

    def show_rows(self, rows: Sequence[FilledRow]) -> None:
        """Fill the table; tells nobody."""
        self.blockSignals(True)  # Qt's setter
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row.cells):
                item = QTableWidgetItem(words)
                item.setData(KEY, row.key)
                self.setItem(number, column, item)
        self.blockSignals(False)

    def rows(self) -> tuple[FilledRow, ...]:
        """Return the rows that hold anything."""
        found = (self._row(number) for number in range(self.rowCount()))
        return tuple(row for row in found if any(row.cells))

    def name_rows(self, keys: Sequence[str]) -> None:
        """Give the rows that hold anything their keys; tells nobody."""
        self.blockSignals(True)  # Qt's setter
        given = iter(keys)
        for number in range(self.rowCount()):
            if any(self._row(number).cells):
                key = next(given, "")
                for column in range(self.columnCount()):
                    item = self.item(number, column)
                    if item is not None:
                        item.setData(KEY, key)
        self.blockSignals(False)

    def add_row(self) -> None:
        """Put an empty row at the end and the keyboard into it."""
        number = self.rowCount()
        self.insertRow(number)
        self.setCurrentCell(number, 0)
        self.setFocus()

    def drop_row(self) -> None:
        """Take the row of the keyboard away."""
        number = self.currentRow()
        if number >= 0:
            self.removeRow(number)
            self.changed.emit()

    def finish(self) -> None:
        """Take over a cell that is still being typed."""
        for editor in self.viewport().findChildren(QLineEdit):
            self.commitData(editor)

    def _row(self, number: int) -> FilledRow:
        items = [self.item(number, column) for column in range(self.columnCount())]
        known = [item for item in items if item is not None]
        keys = (str(item.data(KEY) or "") for item in known)
        return FilledRow(
            tuple(item.text().strip() if item is not None else "" for item in items),
            next(filter(None, keys), ""),
        )


class _Cells(QStyledItemDelegate):
    """Editors that take no more than a cell can hold."""

    def __init__(self, parent: QWidget, longest: int) -> None:
        super().__init__(parent)
        self._longest = longest

    def createEditor(  # noqa: N802  # Qt's name
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        limit_line(editor, self._longest)
        return editor
