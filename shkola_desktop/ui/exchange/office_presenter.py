"""Ties «Обмен» of an office to its bundle and its ledgers."""

from pathlib import Path
from threading import Event

from shkola_desktop.app.exchange import bundled, passing
from shkola_desktop.app.exchange.dispatching import Dispatched
from shkola_desktop.app.exchange.ledgers import ledgers
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.exchange.office_page import OfficeExchangePage
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.russian import size

WRITTEN = "Сводный пакет записан и проверен. Носитель можно вынуть."


class OfficeExchangePresenter:
    """Shows what travels and writes the bundle of a district."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stop = Event()
        places = PlaceList("places", context.workspace.places, context.drafts)
        self.page = OfficeExchangePage(context.role, places)
        self.page.folder_wanted.connect(self._choose_folder)
        self.page.write_wanted.connect(self._write)
        self.page.stop_wanted.connect(self._stop.set)
        self.page.reception_wanted.connect(lambda: context.go(Screen.RECEPTION, None))

    def open(self, _at: str | None = None) -> None:
        """Show what can be passed on, and the ledgers."""
        self.page.notice.say("")
        self.page.show_done("")
        self._show_state()
        if self._context.role is Role.DISTRICT:
            self.page.places.watch()

    def leave(self) -> None:
        """Watch the drives no more."""
        self.page.places.rest()

    def _show_state(self) -> None:
        workspace = self._context.workspace
        if self._context.role is Role.DISTRICT:
            self.page.show_passing(passing.passing(workspace))
        self.page.show_ledgers(ledgers(workspace))

    def _choose_folder(self) -> None:
        chosen = self._context.ask.folder("Куда записать сводный пакет")
        if chosen is not None:
            self.page.places.add_folder(chosen)

    def _write(self, place: str) -> None:
        self._stop.clear()
        self.page.notice.say("")
        self.page.show_done("")
        self.page.show_busy(busy=True)
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: bundled.bundle(Path(place), workspace, self._stop.is_set),
            self._written,
            self._refused,
        )

    def _written(self, done: Dispatched) -> None:
        workspace = self._context.workspace
        told = f"{done.path}\n{size(done.sending.size)}"
        self._context.saving.save(
            lambda: passing.write_sheet(done, workspace),
            lambda sheet: self._with_sheet(told, sheet),
            lambda error: self._without_sheet(told, error),
        )

    def _with_sheet(self, told: str, sheet: Path) -> None:
        more = f"{told}\nСопроводительный лист лежит рядом, распечатайте его: {sheet}"
        self._finish(WRITTEN, more, "good")

    def _without_sheet(self, told: str, error: ShkolaError) -> None:
        words = "Сводный пакет записан и проверен, но сопроводительный лист – нет."
        self._finish(words, f"{told}\n{message_for(error).sentence}", "warning")

    def _finish(self, words: str, more: str, tone: str) -> None:
        self.page.show_busy(busy=False)
        self.page.show_done(words, more, tone)
        self._show_state()

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)
        self._show_state()
        self.page.places.refresh()
