"""Sticks and folders to choose from; what is plugged in appears by itself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from shkola_desktop.app.ports import Places
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.package import Place
from shkola_desktop.ui.runner import Runner
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import lines_high, muted
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import size

EVERY = 3_000
"""Milliseconds between two looks at the drives: a stick is seen at once."""
LINES = 5
PATH = Qt.ItemDataRole.UserRole
NO_STICK = "Съёмных носителей не видно. Вставьте носитель или выберите папку."


class PlaceList(QWidget):
    """Asks the machine off the screen's thread. ``changed`` tells another choice."""

    changed = Signal()

    def __init__(self, name: str, places: Places, runner: Runner) -> None:
        super().__init__()
        self._places, self._runner = places, runner
        self._folders: tuple[str, ...] = ()
        self._shown: tuple[Place, ...] | None = None
        self._asked = False
        self._list = WrappedList(name, "Носители и папки")
        self._list.currentItemChanged.connect(self.changed)
        self._none = muted(NO_STICK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._none)
        column.addWidget(self._list)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.refresh)

    def watch(self) -> None:
        """Look now, and again every few seconds until ``rest``."""
        self.refresh()
        self._timer.start()

    def rest(self) -> None:
        """Look no more: nobody sees it."""
        self._timer.stop()

    def add_folder(self, folder: Path) -> None:
        """Put a folder of the person's choice first and choose it."""
        told = str(folder)
        self._folders = (told, *(f for f in self._folders if f != told))
        self._look(told)

    def refresh(self) -> None:
        """Ask which drives there are, unless an answer is still to come."""
        if not self._asked:
            self._look("")

    @property
    def place(self) -> str:
        """The path that is chosen, empty where none is."""
        item = self._list.currentItem()
        return str(item.data(PATH)) if item is not None else ""

    def _look(self, wanted: str) -> None:
        self._asked = True
        self._runner.run(
            self._found, lambda found: self._show(found, wanted), self._no_answer
        )

    def _found(self) -> tuple[Place, ...]:
        found = list(self._places.removable())
        for folder in self._folders:
            try:
                found.append(self._places.look(Path(folder)))
            except ShkolaError:
                continue  # it is gone: it is simply not offered
        return tuple(found)

    def _no_answer(self, _error: ShkolaError) -> None:
        self._asked = False

    def _show(self, places: Sequence[Place], wanted: str) -> None:
        self._asked = False
        told = [(p.path, p.label, p.writable) for p in places]
        known = [(p.path, p.label, p.writable) for p in self._shown or ()]
        if self._shown is not None and told == known and not wanted:
            return
        chosen = wanted or self.place
        self._shown = tuple(places)
        self._list.clear()
        for place in places:
            item = QListWidgetItem(_words(place))
            item.setData(PATH, place.path)
            self._list.addItem(item)
            if place.path == chosen:
                self._list.setCurrentItem(item)
        if places and self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        rows = min(LINES, 2 * len(places) + 1)
        self._list.setFixedHeight(lines_high(self._list, rows))
        self._list.setVisible(bool(places))
        self._none.setVisible(not places)
        self.changed.emit()


def _words(place: Place) -> str:
    state = "" if place.writable else ", только чтение"
    system = f", {place.file_system}" if place.file_system else ""
    kind = "носитель" if place.removable else "папка"
    return (
        f"{place.label} – {kind}{system}, свободно {size(place.free)}{state}\n"
        f"{place.path}"
    )
