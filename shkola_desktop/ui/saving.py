"""What is being saved, when it was saved, and what could not be."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from shkola_desktop.app.ports import Clock
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.runner import Runner

Value = TypeVar("Value")


class Saving(QObject):
    """Every write of the window goes through here, in the order given.

    ``saved`` carries the moment at which the medium had it, ``failed`` the error.
    """

    started = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, clock: Clock) -> None:
        super().__init__()
        self._runner = runner
        self._clock = clock

    def save(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None] | None = None,
        failed: Callable[[ShkolaError], None] | None = None,
    ) -> None:
        """Write; ``done`` is called before ``saved`` is told to everybody."""
        self.started.emit()
        self._runner.run(task, partial(self._done, done), partial(self._failed, failed))

    def _done(self, done: Callable[[Any], None] | None, value: object) -> None:
        if done is not None:
            done(value)
        self.saved.emit(self._clock.now())

    def _failed(
        self, failed: Callable[[ShkolaError], None] | None, error: ShkolaError
    ) -> None:
        if failed is not None:
            failed(error)
        self.failed.emit(error)
