"""Ties «Обмен» to sending; a package is written off the screen's thread."""

from pathlib import Path
from threading import Event

from shkola_desktop.app import registering
from shkola_desktop.app.exchange import sending
from shkola_desktop.app.exchange.ledgers import ledgers
from shkola_desktop.app.exchange.sending import Sent
from shkola_desktop.domain.errors import NoSuchDiagnosis, ShkolaError
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.exchange.page import ExchangePage
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.words.russian import size


class ExchangePresenter:
    """Shows what can be handed over and writes it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stop = Event()
        places = PlaceList("places", context.workspace.places, context.drafts)
        self.page = ExchangePage(places)
        self.page.keys_given.connect(self._keep_keys)
        self.page.folder_wanted.connect(self._choose_folder)
        self.page.write_wanted.connect(self._write)
        self.page.stop_wanted.connect(self._stop.set)
        self.page.sheet_wanted.connect(lambda: context.go(Screen.DOCUMENTS, None))
        self.page.reading_wanted.connect(lambda: context.go(Screen.RECEPTION, None))
        self.page.diagnosis_wanted.connect(lambda: context.go(Screen.DIAGNOSIS, None))

    def open(self, _at: str | None = None) -> None:
        """Show receiver, content, places and ledger."""
        self.page.notice.say("")
        self.page.show_done("", "")
        self._show_state()
        self.page.places.watch()

    def leave(self) -> None:
        """Watch the drives no more."""
        self.page.places.rest()

    def _show_state(self) -> None:
        workspace = self._context.workspace
        receiver = registering.receiver_of(workspace)
        words = workspace.keys.words_for(receiver.keys) if receiver.keys else ()
        self.page.show_receiver(receiver, words)
        try:
            flight = sending.preflight(workspace)
        except NoSuchDiagnosis:
            self.page.show_content((), 0, draft=False)
            self.page.show_ready(ready=False)
        else:
            lines = sending.summary_of(flight)
            self.page.show_content(lines, flight.sequence, draft=flight.draft)
            self.page.show_ready(ready=receiver.keys is not None)
        self.page.show_ledgers(ledgers(workspace))

    def _choose_folder(self) -> None:
        chosen = self._context.ask.folder("Куда записать пакет")
        if chosen is not None:
            self.page.places.add_folder(chosen)

    def _keep_keys(self, keys: PublicKeys) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: registering.save_receiver_keys(keys, workspace),
            lambda _receiver: self._keys_kept(),
            self.page.notice.say_error,
        )

    def _keys_kept(self) -> None:
        self.page.notice.say(
            "Ключ района сохранён. Сверьте слова ключа с методистом.", tone="good"
        )
        self._show_state()

    def _write(self, place: str) -> None:
        self._stop.clear()
        self.page.notice.say("")
        self.page.show_done("", "")
        self.page.show_busy(busy=True)
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: sending.send(Path(place), workspace, self._stop.is_set),
            self._written,
            self._refused,
        )

    def _written(self, sent: Sent) -> None:
        self.page.show_busy(busy=False)
        self.page.show_done(
            "Пакет записан и проверен. Носитель можно вынуть.",
            f"{sent.path}\n{size(sent.sending.size)}",
        )
        self._show_state()

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)
        self._show_state()
        self.page.places.refresh()
