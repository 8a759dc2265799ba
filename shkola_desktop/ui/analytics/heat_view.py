"""The heat map drawn: one hue from light to dark, so that grey printing keeps it."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import Mark
from shkola_desktop.ui.analytics.heat_model import MARK, HeatModel

STEPS = (
    (0.35, "#f1f5f9", "#1b2631"),
    (0.50, "#cfdeec", "#1b2631"),
    (0.60, "#a5c3dd", "#1b2631"),
    (0.70, "#75a2c7", "#10181f"),
    (0.85, "#2f6796", "#ffffff"),
    (1.01, "#123c62", "#ffffff"),
)
"""Share below which a cell has this ground and this ink: lightness alone tells them
apart, and the ink reaches a contrast of 4.5 : 1 on each."""
HATCH = QColor(120, 40, 30, 90)
FRAME = 3
"""Pixels of the frame around the current cell."""
PADDING = 14
"""Pixels that a heading needs beside its longest word."""
NAME_WIDTH = 31
LEAST = 8
"""Characters."""
DEEP, PALE = "#1b2631", "#ffffff"


class HeatView(QTableView):
    """Sorts by a click on a heading or by Space, opens a cell by Enter or two clicks.

    ``wanted`` carries the index of the cell that a person wants to look into.
    """

    wanted = Signal(object)

    def __init__(self, model: HeatModel) -> None:
        super().__init__()
        self.setObjectName("heat-map")
        self.setAccessibleName("Тепловая карта: школы и направления")
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setStyleSheet("QHeaderView::section { padding: 5px 4px; }")
        self.setSortingEnabled(True)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show other schools, sorted as before."""
        model = self.model()
        if isinstance(model, HeatModel):
            model.show_analysis(analysis)
        head = self.horizontalHeader()
        column = head.sortIndicatorSection()
        if column >= head.count():
            head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        model.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        character = self.fontMetrics().averageCharWidth()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for number in range(1, head.count()):
            self.setColumnWidth(number, max(self._needed(number), LEAST * character))
        self.setColumnWidth(0, NAME_WIDTH * character)
        row = round(self.fontMetrics().height() * 1.7)
        self.verticalHeader().setDefaultSectionSize(row)
        if model.rowCount():
            self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter opens the cell, Space sorts by its column and turns the order."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.wanted.emit(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.sort_by(index.column())
        else:
            super().keyPressEvent(event)

    def _needed(self, column: int) -> int:
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        role = Qt.ItemDataRole.DisplayRole
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal, role))
        return max(metrics.horizontalAdvance(w) for w in words.split("\n")) + PADDING

    def _open(self, index: QModelIndex) -> None:
        self.wanted.emit(index)

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more turns the order. The best come first."""
        head = self.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if head.sortIndicatorSection() == column:
            order = up if head.sortIndicatorOrder() is down else down
        else:
            order = up if column < 2 else down  # noqa: PLR2004  # name and place
        head.setSortIndicator(column, order)
        self.scrollTo(self.currentIndex())


class _Cells(QStyledItemDelegate):
    def __init__(self, view: HeatView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        mark = index.data(MARK)
        rect = cast("QRect", getattr(option, "rect"))  # noqa: B009  # Qt's stubs lack it
        view: QWidget = self._view
        palette = view.palette()
        painter.save()
        if isinstance(mark, Mark):
            ground, ink = look_of(mark.share)
            painter.fillRect(rect.adjusted(0, 0, -1, -1), QColor(ground))
            if mark.zeroed and mark.points == 0:
                hatch = QBrush(HATCH, Qt.BrushStyle.BDiagPattern)
                painter.fillRect(rect.adjusted(0, 0, -1, -1), hatch)
            painter.setPen(QColor(ink))
        else:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = rect.adjusted(8, 0, -8, 0)
        flags = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        elided = view.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, flags, elided)
        if index == self._view.currentIndex() and self._view.hasFocus():
            # two frames, so that one of them stands out on every ground
            for width, colour in ((FRAME, DEEP), (1, PALE)):
                pen = painter.pen()
                pen.setColor(QColor(colour))
                pen.setWidth(width)
                painter.setPen(pen)
                painter.drawRect(rect.adjusted(1, 1, -3, -3))
        painter.restore()

    def sizeHint(  # noqa: N802  # Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        usual = super().sizeHint(option, index)
        return QSize(usual.width(), round(self._view.fontMetrics().height() * 1.7))


def look_of(share: float) -> tuple[str, str]:
    """Return the ground and the ink of a share from 0 to 1."""
    ground, ink = next((g, i) for bound, g, i in STEPS if share < bound)
    return ground, ink
