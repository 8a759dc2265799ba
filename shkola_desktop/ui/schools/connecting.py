"""Writes packages of connection off the screen's thread and tells how it went."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from shkola_desktop.app import connection_list
from shkola_desktop.app.exchange import enrolling
from shkola_desktop.app.exchange.dispatching import Dispatched
from shkola_desktop.domain.errors import Cancelled, ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.schools.connect_card import ConnectCard
from shkola_desktop.words.russian import PACKAGES, counted

PDF = "Документ PDF (*.pdf)"
LIST_NAME = "Подключение.pdf"


class Connecting:
    """Serves the card of connection; ``changed`` tells another state."""

    def __init__(
        self, context: Context, card: ConnectCard, changed: Callable[[], None]
    ) -> None:
        self._context, self._card, self._changed = context, card, changed
        self._stop = Event()
        card.wanted.connect(self._write)
        card.folder_wanted.connect(self._choose_folder)
        card.stop_wanted.connect(self._stop.set)
        card.list_wanted.connect(self._save_list)

    def open(self) -> None:
        """Show our words and look for drives."""
        self._card.show_words(self._context.workspace.keys.fingerprint())
        self._card.places.watch()

    def leave(self) -> None:
        """Look for drives no more."""
        self._card.places.rest()

    def _choose_folder(self) -> None:
        chosen = self._context.ask.folder("Куда записать пакеты подключения")
        if chosen is not None:
            self._card.places.add_folder(chosen)

    def _write(self, codes: Sequence[str], place: str) -> None:
        self._stop.clear()
        self._card.show_busy(busy=True)
        workspace, moved = self._context.workspace, self._card.progress.steps.moved
        self._context.runner.run(
            lambda: enrolling.enrol(
                codes, Path(place), workspace, moved.emit, self._stop.is_set
            ),
            self._written,
            self._failed,
        )

    def _written(self, made: Sequence[Dispatched]) -> None:
        self._card.show_busy(busy=False)
        self._card.done.say(
            f"Записано и проверено: {counted(len(made), PACKAGES)}.",
            "Носитель можно вынуть. Отдайте вместе с ним список со словами ключа.",
            tone="good",
        )
        self._changed()

    def _failed(self, error: ShkolaError) -> None:
        self._card.show_busy(busy=False)
        if isinstance(error, Cancelled):
            words = "Запись остановлена. Пакеты, которые уже записаны, остались."
            self._card.done.say(words, tone="info")
        else:
            self._card.done.say_error(error)
        self._changed()

    def _save_list(self) -> None:
        path = self._context.ask.save_file("Список подключения", LIST_NAME, PDF)
        if path is None:
            return
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: connection_list.save(path, workspace),
            lambda saved: self._card.done.say(
                "Список сохранён: его можно напечатать.", str(saved), tone="good"
            ),
            self._card.done.say_error,
        )
