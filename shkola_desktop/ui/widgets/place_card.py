"""Where to write packages: drives first, then folders; asked for at its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QProgressBar

from shkola_desktop.domain.package import Place
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, heading, lines_high, muted
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import size

PATH = Qt.ItemDataRole.UserRole
NO_STICK = "Съёмных носителей не видно. Вставьте носитель или выберите папку."
LINES = 5


class PlaceCard(Card):
    """``write_wanted`` carries the path of the chosen place."""

    write_wanted = Signal(str)
    refresh_wanted = Signal()
    folder_wanted = Signal()
    stop_wanted = Signal()
    shut_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading("")
        self._what = muted("")
        self._none = muted(NO_STICK)
        self._places = WrappedList("review-places", "Носители и папки")
        self._places.setMaximumHeight(lines_high(self, LINES))
        self._places.currentItemChanged.connect(self._enable)
        self._busy = QProgressBar()
        self._busy.setAccessibleName("Пакеты записываются и проверяются")
        self._busy.setTextVisible(False)
        self._busy.hide()
        for widget in (self._heading, self._what, self._none, self._places, self._busy):
            self.body.addWidget(widget)
        self._write = button("Записать", "review-write", "main")
        self._write.clicked.connect(lambda: self.write_wanted.emit(self._chosen))
        again = button("Обновить список", "review-refresh")
        again.clicked.connect(self.refresh_wanted)
        folder = button("Выбрать папку…", "review-folder")
        folder.clicked.connect(self.folder_wanted)
        self._stop = button("Остановить", "review-stop")
        self._stop.clicked.connect(self.stop_wanted)
        self._stop.hide()
        shut = button("Не сейчас", "review-shut", "link")
        shut.clicked.connect(self.shut_wanted)
        self.body.addLayout(row(self._write, self._stop, folder, again, shut))

    def ask(self, heading: str, what: str) -> None:
        """Ask where to write something to."""
        self._heading.setText(heading)
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self.show()
        (self._write if self._write.isEnabled() else self._places).setFocus()

    def show_places(self, places: Sequence[Place], chosen: str | None) -> None:
        """Show the drives and folders to choose from."""
        self._places.clear()
        for place in places:
            kind = "носитель" if place.removable else "папка"
            state = "" if place.writable else ", только чтение"
            words = f"{place.label} – {kind}, свободно {size(place.free)}{state}"
            item = QListWidgetItem(f"{words}\n{place.path}")
            item.setData(PATH, place.path)
            self._places.addItem(item)
            if place.path == chosen:
                self._places.setCurrentItem(item)
        if places and self._places.currentItem() is None:
            self._places.setCurrentRow(0)
        self._places.setVisible(bool(places))
        self._none.setVisible(not places)
        self._enable()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many packages are written."""
        self._busy.setRange(0, total)
        self._busy.setValue(done)

    def show_busy(self, *, busy: bool) -> None:
        """Show that packages are being written."""
        self._busy.setRange(0, 0)
        self._busy.setVisible(busy)
        self._stop.setVisible(busy)
        self._write.setVisible(not busy)

    @property
    def _chosen(self) -> str:
        item = self._places.currentItem()
        return str(item.data(PATH)) if item is not None else ""

    def _enable(self) -> None:
        self._write.setEnabled(bool(self._chosen))
