"""The self-check off the screen's thread: after every change, one at a time."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from shkola_desktop.app import checking
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.self_check.check import Checked, check
from shkola_desktop.ui.runner import Runner


class RunningCheck(QObject):
    """``done`` carries what was found in the newest programme that was given."""

    done = Signal(object)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._busy = False
        self._next: Outlook | None = None

    def ask(self, outlook: Outlook) -> None:
        """Check a programme; of those that come meanwhile only the last is checked."""
        if self._busy:
            self._next = outlook
            return
        self._busy = True
        self._runner.run(partial(_checked, outlook), self._found, self._failed)

    def _found(self, checked: Checked) -> None:
        self._busy = False
        waiting, self._next = self._next, None
        if waiting is None:
            self.done.emit(checked)
        else:
            self.ask(waiting)

    def _failed(self, _error: ShkolaError) -> None:
        self._busy = False


def _checked(outlook: Outlook) -> Checked:
    return check(checking.material_of(outlook.material))
