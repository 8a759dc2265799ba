"""A list whose rows are as high as their wrapped text: long Russian names whole."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

SPACING = 3
"""Pixels around a row."""
PADDING = 16
"""Pixels that the style sheet and the style put left and right of the text."""
ICON = 26
"""Pixels of an icon and its distance from the text."""
HUGE = 10_000


class WrappedList(QListWidget):
    """One column of wrapped rows, without a horizontal bar."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setWordWrap(True)
        self.setSpacing(SPACING)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_WrappedRows(self))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _WrappedRows(QStyledItemDelegate):
    """The usual rows; the usual height is that of the plain font, not the bold."""

    def __init__(self, view: WrappedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802  # Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        usual = super().sizeHint(option, index)
        room = self._view.viewport().width() - 2 * SPACING - PADDING
        if isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon):
            room -= ICON
        known = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(known if isinstance(known, QFont) else self._view.font())
        needed = metrics.boundingRect(
            0,
            0,
            max(1, room),
            HUGE,
            Qt.TextFlag.TextWordWrap,
            str(index.data(Qt.ItemDataRole.DisplayRole)),
        )
        return QSize(usual.width(), max(needed.height() + SPACING, ICON))
