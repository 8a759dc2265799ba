"""A page that scrolls and keeps its lines readable on wide screens."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.ui.theme import SPACE

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

    def clear(self) -> None:
        """Remove everything from the column."""
        empty(self.column)


def empty(layout: QLayout) -> None:
    """Remove everything from a layout, nested layouts too."""
    while (item := layout.takeAt(0)) is not None:
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            # it may be the one whose key or click asked for this: it goes later
            widget.hide()
            widget.deleteLater()
        elif nested is not None:
            empty(nested)
