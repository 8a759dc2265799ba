"""«С чем работать?»: the workspaces of this computer, where there are several."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QMainWindow

from shkola_desktop.domain.known_workspace import KnownWorkspace
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import AskFile
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, lines_high, muted, title
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import moment

FOLDER = Qt.ItemDataRole.UserRole
ROLES = {Role.SCHOOL: "школа", Role.DISTRICT: "район", Role.REGION: "регион"}
LINES = 12
NONE = "В этой папке рабочего места нет. Выберите другую или начните в ней новое."
GONE = "Папки нет на месте: вставьте носитель или подключите сетевой диск."


class ChooserWindow(QMainWindow):
    """``chosen`` carries the folder to open, ``forgotten`` one to be taken off.

    ``folder_given`` carries a folder where a workspace should be, ``new_given`` one
    for a new workspace.
    """

    chosen = Signal(object)
    forgotten = Signal(object)
    folder_given = Signal(object)
    new_given = Signal(object)

    def __init__(self, name: str, ask: AskFile | None = None) -> None:
        super().__init__()
        self.ask = ask
        self.setWindowTitle(name)
        self.setMinimumSize(560, 420)
        self.resize(760, 560)
        self.notice = Notice("warning")
        self._list = WrappedList("workspaces", "Рабочие места")
        self._list.setMinimumHeight(lines_high(self._list, LINES))
        self._list.itemActivated.connect(self._open_item)
        self._list.currentItemChanged.connect(self._follow)
        self._open = button("Открыть", "open-workspace", "main")
        self._open.clicked.connect(self._open_item)
        self._forget = button("Убрать из списка", "forget-workspace")
        self._forget.clicked.connect(self._tell_forgotten)
        folder = button("Открыть папку…", "open-other")
        folder.clicked.connect(self._ask_folder)
        new = button("Новое рабочее место…", "new-workspace")
        new.clicked.connect(self._ask_new)
        page = ScrollPage()
        page.column.addWidget(title("С чем работать?"))
        page.column.addWidget(self.notice)
        card = Card()
        card.body.addWidget(self._list)
        card.body.addLayout(row(self._open, self._forget))
        card.body.addWidget(muted("Убрать из списка – не удалить: папка остаётся."))
        page.column.addWidget(card)
        page.column.addLayout(row(folder, new))
        self.setCentralWidget(page)
        self._list.setFocus()

    def show_known(self, known: Sequence[KnownWorkspace]) -> None:
        """Show the workspaces, the one opened last first and chosen."""
        self._list.clear()
        for one in known:
            item = QListWidgetItem(_words(one))
            item.setData(FOLDER, (one.folder, one.there))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._follow()

    def _current(self) -> tuple[Path, bool] | None:
        item = self._list.currentItem()
        return item.data(FOLDER) if item is not None else None

    def _follow(self) -> None:
        current = self._current()
        self._open.setEnabled(current is not None and current[1])
        self._forget.setEnabled(current is not None)

    def _open_item(self) -> None:
        current = self._current()
        if current is not None and current[1]:
            self.chosen.emit(current[0])
        elif current is not None:
            self.notice.say(GONE)

    def _tell_forgotten(self) -> None:
        current = self._current()
        if current is not None:
            self.forgotten.emit(current[0])

    def _ask_folder(self) -> None:
        found = self.ask.folder("Папка рабочего места") if self.ask else None
        if found is not None:
            self.folder_given.emit(found)

    def _ask_new(self) -> None:
        words = "Папка для нового рабочего места"
        found = self.ask.folder(words) if self.ask else None
        if found is not None:
            self.new_given.emit(found)


def _words(one: KnownWorkspace) -> str:
    state = "" if one.there else ", сейчас недоступно"
    return (
        f"{one.name} – {ROLES[one.role]}{state}\n"
        f"открыто {moment(one.opened_at)}; {one.folder}"
    )
