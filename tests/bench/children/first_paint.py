"""Tells when a window has been painted for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls ``then`` once the first frame of a widget is on the screen.

    ``wanted`` picks the frame: the first one in which it is true.
    """

    def __init__(
        self,
        widget: QWidget,
        then: Callable[[], None],
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._then = then
        self._wanted = wanted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Wait for the event to be over: it is seen before it is delivered."""
        if event.type() is QEvent.Type.Paint and self._wanted():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
