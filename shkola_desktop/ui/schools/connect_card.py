"""«Подключение»: packages by which an office tells others its keys and form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from shkola_desktop.app.ports import Places
from shkola_desktop.ui.runner import Runner
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.ui.widgets.progress_row import ProgressRow
from shkola_desktop.ui.widgets.texts import button, muted, text

WHY = (
    "Пакет подключения сообщает, кто вы, ваш ключ и форму самодиагностики. Запишите "
    "его на носитель и отдайте, а слова ключа передайте на бумаге: по ним его проверят."
)


class ConnectCard(Card):
    """``wanted`` carries the codes to connect and the place to write to."""

    wanted = Signal(object, str)
    folder_wanted = Signal()
    stop_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, places: Places, runner: Runner) -> None:
        super().__init__("Подключение")
        self._waiting: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._busy = False
        self._words = text("", "strong")
        self.places = PlaceList("connect-places", places, runner)
        self.places.changed.connect(self._enable)
        self.progress = ProgressRow("stop-connecting")
        self.progress.stop_wanted.connect(self.stop_wanted)
        self.done = Notice("good")
        folder = button("Выбрать папку…", "connect-folder")
        folder.clicked.connect(self.folder_wanted)
        paper = button("Список со словами ключа (PDF)…", "connect-list")
        paper.clicked.connect(self.list_wanted)
        self._all = button("", "connect-all", "main")
        self._all.clicked.connect(lambda: self._tell(self._waiting))
        self._some = button("", "connect-chosen")
        self._some.clicked.connect(lambda: self._tell(self._chosen))
        self.body.addWidget(muted(WHY))
        self.body.addWidget(self._words)
        self.body.addWidget(self.places)
        self.body.addLayout(row(folder, paper))
        self.body.addLayout(row(self._all, self._some))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.done)
        self.show_codes((), ())

    def show_words(self, words: Sequence[str]) -> None:
        """Show the words of our own key."""
        self._words.setText(f"Слова вашего ключа: {' · '.join(words)}")

    def show_codes(self, waiting: Sequence[str], chosen: Sequence[str]) -> None:
        """Show how many have no package yet, and how many lines are chosen."""
        self._waiting, self._chosen = tuple(waiting), tuple(chosen)
        self._all.setText(f"Записать всем, у кого пакета ещё нет: {len(waiting)}")
        self._some.setText(f"Записать выбранным в таблице: {len(chosen)}")
        self._enable()

    def show_busy(self, *, busy: bool) -> None:
        """Show that packages are being written."""
        self._busy = busy
        if busy:
            self.done.say("")
            self.progress.begin("Записываем и проверяем пакеты")
        else:
            self.progress.end()
        self._enable()

    def _enable(self) -> None:
        free = bool(self.places.place) and not self._busy
        self._all.setEnabled(free and bool(self._waiting))
        self._some.setEnabled(free and bool(self._chosen))

    def _tell(self, codes: Sequence[str]) -> None:
        self.wanted.emit(tuple(codes), self.places.place)
