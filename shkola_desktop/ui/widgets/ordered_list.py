"""Wrapped rows that a person puts in order: by dragging, or with Alt and arrows."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from shkola_desktop.ui.widgets.wrapped_list import WrappedList

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(WrappedList):
    """``moved`` carries the old and the new position; whoever hears it shows it."""

    moved = Signal(int, int)

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__(name, spoken)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        # the list is still busy with the drop when it tells it
        self.model().rowsMoved.connect(
            self._dragged, Qt.ConnectionType.QueuedConnection
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Move the marked row."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        target = self.currentRow() + step
        if self.currentRow() >= 0 and 0 <= target < self.count():
            self.moved.emit(self.currentRow(), target)

    def _dragged(
        self,
        _parent: QModelIndex,
        start: int,
        _end: int,
        _target: QModelIndex,
        before: int,
    ) -> None:
        self.moved.emit(start, before if before < start else before - 1)
