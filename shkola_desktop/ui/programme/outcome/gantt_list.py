"""Measures with bars over the years: a list that paints, reads aloud and is walked."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shkola_desktop.ui.widgets.wrapped_list import WrappedList

CODE = Qt.ItemDataRole.UserRole
YEARS = Qt.ItemDataRole.UserRole + 1
LABEL_SHARE = 0.5
"""Of the width: the words; the years have the rest."""
PADDING = 6
HUGE = 10_000
UNCLEAR = "срок не понятен"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: a measure with its years, or the heading of a direction without a code."""

    code: str
    words: str
    years: tuple[int, ...] = ()
    spoken: str = ""


class GanttList(WrappedList):
    """Rows of words and bars; headings are passed over by the keyboard."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__(name, spoken)
        self.years: tuple[int, ...] = ()
        self.setSpacing(0)
        self.setItemDelegate(_Bars(self))

    def show_bars(self, bars: tuple[Bar, ...], years: tuple[int, ...]) -> None:
        """Show other rows; the marked one stays marked."""
        marked = self.currentItem()
        code = marked.data(CODE) if marked is not None else None
        self.years = years
        self.blockSignals(True)  # Qt's setter
        self.clear()
        for bar in bars:
            item = _item(bar)
            self.addItem(item)
            if bar.code and bar.code == code:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def mark(self, row: int) -> None:
        """Mark a row and show it."""
        self.setCurrentRow(row)
        self.scrollToItem(self.item(row))


class YearsHead(QWidget):
    """The years above the bars of a list."""

    def __init__(self, bars: GanttList) -> None:
        super().__init__()
        self._bars = bars
        self.setFixedHeight(self.fontMetrics().height() + PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint the years over their columns."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        frame = self._bars.frameWidth()
        room = QRect(frame, 0, self._bars.viewport().width(), self.height())
        for year, column in zip(
            self._bars.years, _columns(room, len(self._bars.years)), strict=True
        ):
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, str(year))


class _Bars(QStyledItemDelegate):
    def __init__(self, view: GanttList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802  # Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        width = self._view.viewport().width()
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = _label(QRect(0, 0, width, HUGE), whole=not index.data(CODE))
        metrics = QFontMetrics(_font(self._view, index))
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return QSize(super().sizeHint(option, index).width(), needed.height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        rect, state = _told(option)
        palette = self._view.palette()
        heading = not index.data(CODE)
        if heading or state & QStyle.StateFlag.State_Selected:
            role = palette.ColorRole.AlternateBase
            painter.fillRect(rect, palette.color(role))
        painter.setFont(_font(self._view, index))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.drawText(_label(rect, whole=heading), int(flags), words)
        if not heading:
            self._paint_years(painter, rect, index.data(YEARS))
            if state & QStyle.StateFlag.State_Selected:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(palette.color(QPalette.ColorRole.Highlight))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_years(
        self, painter: QPainter, rect: QRect, years: tuple[int, ...]
    ) -> None:
        palette = self._view.palette()
        columns = _columns(rect, len(self._view.years))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        for column in columns:
            painter.drawLine(column.topLeft(), column.bottomLeft())
        if not years and columns:
            painter.setPen(palette.color(QPalette.ColorRole.BrightText))
            room = columns[0].united(columns[-1]).adjusted(PADDING, 0, -PADDING, 0)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(room, int(flags), UNCLEAR)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        thick = self._view.fontMetrics().height() * 0.8
        for first, last in _runs(years):
            run = columns[self._view.years.index(first)].united(
                columns[self._view.years.index(last)]
            )
            bar = QRectF(run.adjusted(3, 0, -2, 0))
            bar.setTop(rect.center().y() - thick / 2)
            bar.setHeight(thick)
            painter.drawRoundedRect(bar, 4, 4)


def _told(option: Any) -> tuple[QRect, QStyle.StateFlag]:
    # both are absent from the stubs
    return option.rect, option.state


def _item(bar: Bar) -> QListWidgetItem:
    item = QListWidgetItem(bar.words)
    item.setData(CODE, bar.code)
    item.setData(YEARS, bar.years)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, bar.spoken or bar.words)
    if not bar.code:
        font = QFont()
        font.setBold(True)
        item.setData(Qt.ItemDataRole.FontRole, font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _font(view: GanttList, index: QModelIndex | QPersistentModelIndex) -> QFont:
    font = QFont(view.font())
    font.setBold(not index.data(CODE))
    return font


def _label(rect: QRect, *, whole: bool) -> QRect:
    width = rect.width() if whole else int(rect.width() * LABEL_SHARE)
    room = QRect(rect.left(), rect.top(), width, rect.height())
    return room.adjusted(PADDING, 0, -PADDING, 0)


def _columns(rect: QRect, count: int) -> list[QRect]:
    left = rect.left() + int(rect.width() * LABEL_SHARE)
    wide = rect.right() - left
    edges = [left + wide * number // count for number in range(count + 1)]
    return [
        QRect(edges[n], rect.top(), edges[n + 1] - edges[n], rect.height())
        for n in range(count)
    ]


def _runs(years: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the first and last year of every row of years without a gap."""
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs
