"""One kept version: its name, when it was kept, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.words.russian import moment


class VersionRow(QFrame):
    """Tells what is wanted of the version."""

    compare_wanted = Signal()
    restore_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, version: ProgrammeVersion) -> None:
        super().__init__()
        self.setProperty("look", "record")
        self._name = version.name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(text(version.name, "strong"))
        layout.addWidget(muted(moment(version.made_at)))
        self.compare = self._button("Сравнить с нынешним", "compare-version")
        self.compare.clicked.connect(self.compare_wanted)
        restore = self._button("Вернуть", "restore-version")
        restore.setToolTip("Нынешнее состояние тоже останется в этом списке")
        restore.clicked.connect(self.restore_wanted)
        delete = self._button("Удалить", "delete-version")
        delete.clicked.connect(self.delete_wanted)
        layout.addLayout(row(self.compare, restore, delete))

    def _button(self, words: str, name: str) -> QPushButton:
        made = button(words, name, "link")
        made.setAccessibleName(f"{words}: {self._name}")
        return made
