"""The heat map as a model: schools × directions, sorted by any column."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import Mark, SchoolMarks
from shkola_desktop.domain.ids import DirectionCode, SchoolId
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.words.analytics import percent

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
MARK = ROLE.UserRole
"""The ``Mark`` of a cell, None for names and where a school is not asked."""
ALL = "Всего"
NOWHERE = QModelIndex()
ZEROED = "обнулено критическим показателем"
NOT_ASKED = "школу об этом не спрашивают"


class HeatModel(QAbstractTableModel):
    """Rows are schools; first name, place and the whole, then the directions."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SchoolMarks] = []
        self._places: dict[SchoolId, int] = {}
        self._codes: tuple[DirectionCode, ...] = ()
        self._heads: tuple[str, ...] = ()

    def show_analysis(self, analysis: Analysis) -> None:
        """Show other schools, in the order of their names."""
        self.beginResetModel()
        self._rows = list(analysis.marks)
        self._places = dict(analysis.places)
        self._codes = (TOTAL, *analysis.names)
        self._heads = ("Школа", "Место", ALL, *analysis.names.values())
        self.endResetModel()

    def row_at(self, row: int) -> SchoolMarks:
        """Return the school of a row."""
        return self._rows[row]

    def direction_at(self, column: int) -> DirectionCode:
        """Return the direction of a column; ``TOTAL`` for names and the whole."""
        return self._codes[column - 2] if column > 1 else TOTAL

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802  # Qt's name
        """Return the number of schools."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802  # Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """Return what a cell shows, says and means."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case ROLE.DisplayRole:
                return self._words(row, column)
            case ROLE.ToolTipRole | ROLE.AccessibleTextRole:
                return self._spoken(row, column)
            case ROLE.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignHCenter if column else None
                return Qt.AlignmentFlag.AlignVCenter | (
                    side or Qt.AlignmentFlag.AlignLeft
                )
            case _:
                return self._mark(row, column) if role == MARK else None

    def headerData(  # noqa: N802  # Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = ROLE.DisplayRole,
    ) -> Any:
        """Return the names of the columns."""
        across = orientation is Qt.Orientation.Horizontal
        if not across or section >= len(self._heads):
            return None
        if role == ROLE.DisplayRole:
            return self._heads[section].replace(" ", "\n")
        spoken = role in {ROLE.ToolTipRole, ROLE.AccessibleTextRole}
        return self._heads[section] if spoken else None

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Order the schools by a column; equals stay in the order of their names."""
        if not 0 <= column < len(self._heads):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        known = [(index, self._rows[index.row()].school) for index in kept]
        self._rows.sort(key=lambda r: (r.name, r.code))
        down = order is Qt.SortOrder.DescendingOrder
        self._rows.sort(key=self._key(column), reverse=down)
        now = {row.school: number for number, row in enumerate(self._rows)}
        moved = [self.index(now[school], index.column()) for index, school in known]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _key(self, column: int) -> Callable[[SchoolMarks], Any]:
        if column == 0:
            return lambda row: row.name
        if column == 1:
            return lambda row: self._places.get(row.school, 0)

        def share(row: SchoolMarks) -> float:
            mark = self._mark(row, column)
            return -1.0 if mark is None else mark.share

        return share

    def _mark(self, row: SchoolMarks, column: int) -> Mark | None:
        return row.marks.get(self._codes[column - 2]) if column > 1 else None

    def _words(self, row: SchoolMarks, column: int) -> str:
        if column == 0:
            return row.name
        if column == 1:
            return str(self._places.get(row.school, ""))
        mark = self._mark(row, column)
        return "–" if mark is None else percent(mark.share)

    def _spoken(self, row: SchoolMarks, column: int) -> str:
        head = self._heads[column]
        if column == 0:
            return f"{row.name}, {row.settlement}" if row.settlement else row.name
        if column == 1:
            return f"{row.name}. {head}: {self._words(row, column)}"
        mark = self._mark(row, column)
        if mark is None:
            return f"{row.name}. {head}: {NOT_ASKED}"
        words = f"{mark.points} из {mark.maximum}, {percent(mark.share)}"
        zeroed = f", {ZEROED}" if mark.zeroed and column > 2 else ""  # noqa: PLR2004
        return f"{row.name}. {head}: {words}{zeroed}"
