"""Slow work off the screen's thread, its outcome back on it."""

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from shkola_desktop.domain.errors import ShkolaError

Value = TypeVar("Value")
Task = Callable[[], Any]
Outcome = Callable[[], None]


class Runner(Protocol):
    """Runs tasks one after another; outcomes arrive on the screen's thread."""

    def run(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None],
        failed: Callable[[ShkolaError], None],
    ) -> None: ...
    @property
    def busy(self) -> bool: ...
    def when_idle(self, then: Callable[[], None]) -> None: ...
    def stop(self) -> None: ...


class InlineRunner:
    """Does everything at once: for tests and for commands."""

    busy = False

    def run(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None],
        failed: Callable[[ShkolaError], None],
    ) -> None:
        """Run the task and deliver its outcome before returning."""
        try:
            value = task()
        except ShkolaError as error:
            failed(error)
        else:
            done(value)

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call at once: nothing is ever waiting."""
        then()

    def stop(self) -> None:
        """Nothing runs, nothing stops."""


class ThreadRunner(QObject):
    """One worker thread, so that use cases never race for the database.

    ``idle`` tells that everything asked for so far has been delivered.
    """

    idle = Signal()
    _outcome = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[tuple[Task, Any, Any] | None] = SimpleQueue()
        self._pending = 0
        self._stopped = False
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="work", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """True while an outcome is still to come."""
        return self._pending > 0

    def run(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None],
        failed: Callable[[ShkolaError], None],
    ) -> None:
        """Queue a task; ``done`` or ``failed`` runs on the screen's thread."""
        self._pending += 1
        self._jobs.put((task, done, failed))

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call once everything asked for so far has been delivered."""
        if self._pending:
            kind = Qt.ConnectionType.SingleShotConnection
            self.idle.connect(then, kind)
        else:
            then()

    def stop(self) -> None:
        """Finish what is queued and end the thread; the screen is gone by now."""
        self._stopped = True
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._outcome.emit(_outcome_of(*job))

    def _deliver(self, outcome: Outcome) -> None:
        self._pending -= 1
        try:
            if not self._stopped:
                outcome()
        finally:
            if not self._pending:
                self.idle.emit()


def _outcome_of(
    task: Task, done: Callable[[Any], None], failed: Callable[[ShkolaError], None]
) -> Outcome:
    try:
        value = task()
    except ShkolaError as error:
        return partial(failed, error)
    except Exception as error:  # noqa: BLE001  # a bug: the hook of the window shows it
        return partial(_raise, error)
    return partial(done, value)


def _raise(error: Exception) -> None:
    raise error
