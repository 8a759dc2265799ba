"""Many rows of words behind a table: only what is seen is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from shkola_desktop.ui.widgets.texts import lines_high

MEASURED = 60
"""Rows that the width of a column is measured by."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; ``key`` tells whose it is."""

    key: str
    cells: tuple[str, ...]


class RowsModel(QAbstractTableModel):
    """Shows lines under headings; nothing is typed into it."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def change(self, lines: Sequence[Line]) -> None:
        """Show the same lines with other words: the chosen one stays chosen."""
        if [line.key for line in lines] != [line.key for line in self.lines]:
            self.show_lines(lines)
            return
        self.lines = tuple(lines)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(  # noqa: N802  # Qt's name
        self, parent: Index | None = None
    ) -> int:
        """Return how many headings there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, to be read and to be heard."""
        if not index.isValid():
            return None
        words = self.lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {words}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(  # noqa: N802  # Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None


class LinesTable(QTableView):
    """A table of whole lines. ``chosen`` carries the keys that are chosen now."""

    chosen = Signal(object)
    wished = Signal(str)
    """A line was opened: Enter or two clicks."""

    def __init__(  # noqa: PLR0913  # a table is told what it shows
        self,
        name: str,
        spoken: str,
        headings: Sequence[str],
        *,
        wide: Sequence[int],
        lines: int,
        many: bool = False,
    ) -> None:
        """Make an empty table; columns in ``wide`` share the room that is left."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.rows = RowsModel(headings)
        self.setModel(self.rows)
        self._wide = tuple(wide)
        mode = QHeaderView.ResizeMode
        for column in range(len(headings)):
            stretched = column in self._wide
            self.horizontalHeader().setSectionResizeMode(
                column, mode.Stretch if stretched else mode.ResizeToContents
            )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(
            modes.ExtendedSelection if many else modes.SingleSelection
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(lines_high(self, lines))
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self._fit_seen)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.verticalScrollBar().valueChanged.connect(self._fit_soon)
        # another width wraps the words anew
        self.horizontalHeader().geometriesChanged.connect(self._fit.start)
        self.horizontalHeader().sectionResized.connect(self._fit_soon)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; the chosen one stays where it is still there."""
        known = set(self.chosen_keys)
        self.rows.change(lines)
        if not self.chosen_keys and lines:
            keys = [line.key for line in lines]
            kept = next((n for n, key in enumerate(keys) if key in known), 0)
            self.selectRow(kept)
        self._fit.start()

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the chosen lines, in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.lines[row].key for row in rows)

    def _fit_soon(self, *_numbers: int) -> None:
        self._fit.start()

    def _fit_seen(self) -> None:
        # thousands of rows would take seconds: only what is seen gets its height
        height = self.viewport().height()
        row, seen = self.rowAt(0), 0
        while 0 <= row < self.rows.rowCount() and seen < height:
            self.resizeRowToContents(row)
            seen += self.rowHeight(row)
            row += 1

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_keys)

    def _open(self, index: QModelIndex) -> None:
        self.wished.emit(self.rows.lines[index.row()].key)
