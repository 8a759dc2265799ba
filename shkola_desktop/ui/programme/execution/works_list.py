"""Measures with their states, by direction: a list that paints and is walked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from shkola_desktop.domain.execution import Progress
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.widgets.wrapped_list import WrappedList

KEY = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
ICONS = {
    Progress.NOT_BEGUN: "circle",
    Progress.GOING: "circle-half-2",
    Progress.DONE: "circle-check",
    Progress.MOVED: "arrow-forward-up",
    Progress.DROPPED: "trash",
}
PADDING = 8
GAP = 4
BAR = 120
"""Pixels of the bar of a direction."""
THICK = 8
HUGE = 10_000
WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A row: a measure with its state, or a direction with its share (no ``state``).

    ``key`` is empty for a direction; ``percent`` None where nothing was planned.
    """

    key: str
    words: str
    more: str
    spoken: str
    state: Progress | None = None
    late: bool = False
    percent: int | None = None


class WorksList(WrappedList):
    """``state_wanted`` carries the state of a digit key for the marked row."""

    state_wanted = QtSignal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__("works", "Мероприятия года и их состояние")
        self.icons = icons
        self.setSpacing(0)
        self.setItemDelegate(_Rows(self))

    def show_rows(self, rows: Sequence[WorkRow]) -> None:
        """Show other rows; the marked measure stays marked, or its place does."""
        marked, place = self.marked, self.currentRow()
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self.blockSignals(True)  # Qt's setter
        self.clear()
        for row in rows:
            self.addItem(_item(row))
        found = self._position(marked, place)
        if found >= 0:
            self.setCurrentRow(found)
        self.blockSignals(False)
        self.doItemsLayout()
        bar.setValue(scrolled)
        self.scrollToItem(self.currentItem())

    @property
    def marked(self) -> str:
        """The key of the marked measure, or nothing."""
        item = self.currentItem()
        return str(item.data(KEY) or "") if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Take a digit as a state."""
        states = {str(n): state for n, state in enumerate(Progress, start=1)}
        state = states.get(event.text())
        if state is not None and self.marked:
            self.state_wanted.emit(state)
            return
        super().keyPressEvent(event)

    def _position(self, marked: str, place: int) -> int:
        measures = [n for n in range(self.count()) if self.item(n).data(KEY)]
        for number in measures:
            if self.item(number).data(KEY) == marked:
                return number
        after = (number for number in measures if number >= place)
        return next(after, measures[-1] if measures else -1)


class _Rows(QStyledItemDelegate):
    def __init__(self, view: WorksList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802  # Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row: WorkRow = index.data(ROW)
        width = self._view.viewport().width()
        room = self._words_room(QRect(0, 0, width, HUGE), row)
        words = QFontMetrics(_font(self._view, row)).boundingRect(room, WRAP, row.words)
        height = words.height()
        if row.state is not None:
            metrics = self._view.fontMetrics()
            height += metrics.boundingRect(room, WRAP, row.more).height() + GAP
        return QSize(super().sizeHint(option, index).width(), height + 2 * PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: WorkRow = index.data(ROW)
        rect, state = _told(option)
        palette = self._view.palette()
        painter.save()
        heading = row.state is None
        if heading or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
        if heading:
            self._paint_share(painter, rect, row)
        else:
            self._paint_state(painter, rect, row)
        self._paint_words(painter, rect, row)
        if not heading and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: WorkRow) -> None:
        palette = self._view.palette()
        painter.setFont(_font(self._view, row))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        room = self._words_room(rect, row).adjusted(0, PADDING, 0, -PADDING)
        if row.state is None:
            flags = WRAP | int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(room, flags, row.words)
            return
        taken = painter.boundingRect(room, WRAP, row.words)
        painter.drawText(room, WRAP, row.words)
        role = palette.ColorRole
        painter.setPen(palette.color(role.BrightText if row.late else role.Mid))
        if not row.late:
            painter.setPen(palette.color(role.PlaceholderText))
        below = room.adjusted(0, taken.height() + GAP, 0, 0)
        painter.drawText(below, WRAP, row.more)

    def _paint_state(self, painter: QPainter, rect: QRect, row: WorkRow) -> None:
        side = self._view.fontMetrics().height()
        if row.state is None:
            return
        colour = self._view.palette().color(QPalette.ColorRole.Highlight)
        icon: QIcon = self._view.icons.get(ICONS[row.state], colour)
        place = QRect(rect.left() + PADDING, rect.top() + PADDING, side, side)
        icon.paint(painter, place)

    def _paint_share(self, painter: QPainter, rect: QRect, row: WorkRow) -> None:
        palette = self._view.palette()
        wide = self._view.fontMetrics().horizontalAdvance(row.more)
        right = rect.right() - PADDING
        painter.setFont(self._view.font())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        room = QRect(right - wide, rect.top(), wide + 1, rect.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), row.more)
        if row.percent is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = rect.center().y() - THICK / 2
        bar = QRectF(right - wide - PADDING - BAR, top, BAR, THICK)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(bar, 4, 4)
        bar.setWidth(BAR * row.percent / 100)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        if row.percent:
            painter.drawRoundedRect(bar, 4, 4)

    def _words_room(self, rect: QRect, row: WorkRow) -> QRect:
        if row.state is not None:
            side = self._view.fontMetrics().height()
            return rect.adjusted(2 * PADDING + side, 0, -PADDING, 0)
        taken = self._view.fontMetrics().horizontalAdvance(row.more)
        bar = 0 if row.percent is None else BAR + PADDING
        return rect.adjusted(PADDING, 0, -taken - bar - 3 * PADDING, 0)


def _told(option: Any) -> tuple[QRect, QStyle.StateFlag]:
    # both are absent from the stubs
    return option.rect, option.state


def _item(row: WorkRow) -> QListWidgetItem:
    item = QListWidgetItem(row.words)
    item.setData(KEY, row.key)
    item.setData(ROW, row)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
    if not row.key:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _font(view: WorksList, row: WorkRow) -> QFont:
    font = QFont(view.font())
    font.setBold(row.state is None)
    return font
