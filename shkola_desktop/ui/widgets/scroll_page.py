"""A page that scrolls and keeps its lines readable on wide screens."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from shkola_desktop.ui.theme import SPACE

LAID = 200
"""Milliseconds in which a page surely found its height."""
WIDEST = 1080
"""Pixels at 100 %: a longer line is hard to read."""


class FlowingWidget(QWidget):
    """The inside of a scroll area: as high as its wrapped text at this width."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the least width; the height follows from the width in use."""
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(QScrollArea):
    """A column of cards; add to ``column``."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = FlowingWidget()
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        across = QHBoxLayout()
        across.addWidget(middle, 100)
        across.addStretch(1)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        outer.addLayout(across)
        outer.addStretch(1)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * SPACE)
        self.setWidget(inside)
        self._wanted: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._show_wanted)

    def reveal(self, widget: QWidget) -> None:
        """Bring a widget of the page to the top, and keep it there until all is laid.

        A page that was never shown finds its height in several steps.
        """
        self._wanted = widget
        self._show_wanted()
        QTimer.singleShot(0, self, self._show_wanted)
        QTimer.singleShot(LAID, self, self._forget)

    def _show_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or not isValid(wanted):
            return
        if self.widget().isAncestorOf(wanted):
            top = wanted.mapTo(self.widget(), QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top - SPACE)

    def _forget(self) -> None:
        self._wanted = None

    def clear(self) -> None:
        """Remove everything from the column."""
        empty(self.column)


def empty(layout: QLayout) -> None:
    """Remove everything from a layout, nested layouts too."""
    while layout.count():
        item = layout.takeAt(0)
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            # it may be the one whose key or click asked for this: it goes later
            widget.hide()
            widget.deleteLater()
        elif nested is not None:
            empty(nested)
