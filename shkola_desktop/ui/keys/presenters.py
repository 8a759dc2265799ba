"""Ties the pages about the own key to its use cases."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.app.exchange import identity, moving
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.keys.restore_page import Reason, RestorePage
from shkola_desktop.ui.keys.unlock_page import UnlockPage


class UnlockPresenter:
    """Calls ``ready`` once the password fits; ``forgotten`` leads to the sheet."""

    def __init__(
        self,
        context: Context,
        ready: Callable[[], None],
        forgotten: Callable[[], None],
    ) -> None:
        self._context = context
        self._ready = ready
        self.page = UnlockPage()
        self.page.passphrase_given.connect(self._try)
        self.page.forgotten.connect(forgotten)

    def _try(self, passphrase: str) -> None:
        keys = self._context.workspace.keys
        self.page.show_busy(busy=True)
        self._context.runner.run(
            lambda: keys.unlock(passphrase),
            lambda _none: self._ready(),
            self._refused,
        )

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)
        self.page.ask_again()


class RestorePresenter:
    """Calls ``ready`` once the key is back, ``given_up`` when the person turns back.

    A copy of the data reopens the whole workspace.
    """

    def __init__(
        self,
        context: Context,
        reason: Reason,
        ready: Callable[[], None],
        given_up: Callable[[], None],
    ) -> None:
        self._context = context
        self.page = RestorePage(reason)
        self.page.typed.connect(self._restore)
        self.page.copy_wanted.connect(self._ask_copy)
        self.page.finished.connect(ready)
        self.page.anew_wanted.connect(ready)
        self.page.given_up.connect(given_up)

    def _restore(self, rows: str) -> None:
        workspace = self._context.workspace
        self.page.show_busy(busy=True)
        self._context.runner.run(
            lambda: identity.restore(rows, workspace),
            self._restored,
            self._refused,
        )

    def _restored(self, words: tuple[str, ...]) -> None:
        self.page.show_busy(busy=False)
        self.page.show_words(words)

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)

    def _ask_copy(self) -> None:
        chosen = self._context.ask.open_files("Копия данных на носителе")
        if not chosen:
            return
        workspace, source = self._context.workspace, Path(chosen[0])
        self.page.show_busy(busy=True)
        self._context.runner.run(
            lambda: moving.take_copy(source, workspace),
            self._context.restore,
            self._copy_refused,
        )

    def _copy_refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.copy_notice.say_error(error)
