"""The newest state of the programme, drawn off the screen's thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from shkola_desktop.domain.documents import DrawnProgramme, ProgrammeMaterial
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.runner import Runner

PAUSE = 400
"""Milliseconds without a change before drawing: nobody looks while typing on."""
Draw = Callable[[ProgrammeMaterial], DrawnProgramme]


class Drawing(QObject):
    """Draws what was asked for last; whatever it overtook is never drawn.

    ``begun`` comes when the newest state is not shown yet, ``drawn`` carries it,
    ``failed`` the error.
    """

    begun = Signal()
    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, draw: Draw, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._draw = draw
        self._wanted: ProgrammeMaterial | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin)

    def ask(self, material: ProgrammeMaterial) -> None:
        """Draw a state, unless another one comes meanwhile."""
        self._wanted = material
        self._pause.start()
        self.begun.emit()

    def forget(self) -> None:
        """Draw nothing more: nobody is looking."""
        self._wanted = None
        self._pause.stop()

    def _begin(self) -> None:
        if self._wanted is None or self._pause.isActive():
            return
        if self._runner.busy:
            self._runner.when_idle(self._begin)
            return
        material, self._wanted = self._wanted, None
        self._runner.run(partial(self._draw, material), self._done, self._refused)

    def _done(self, drawn: DrawnProgramme) -> None:
        if isValid(self):  # the window may have been built anew
            self.drawn.emit(drawn)

    def _refused(self, error: ShkolaError) -> None:
        if isValid(self):
            self.failed.emit(error)
