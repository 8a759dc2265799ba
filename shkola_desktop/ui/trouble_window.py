"""The window when a workspace cannot be opened: what happened, ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.errors import DatabaseDamaged, ShkolaError
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.russian import moment


class TroubleWindow(QMainWindow):
    """``again_wanted`` tries once more, ``restore_wanted`` brings a copy back."""

    again_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, name: str, error: ShkolaError, backup: Backup | None) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.setMinimumSize(480, 320)
        self.resize(720, 420)
        message = message_for(error)
        page = ScrollPage()
        page.column.addWidget(title("Не получилось открыть данные"))
        card = Card()
        card.body.addWidget(text(message.happened, "strong"))
        card.body.addWidget(text(message.advice))
        for line in message.details:
            card.body.addWidget(muted(line))
        again = button("Повторить", "again", "main")
        again.clicked.connect(self.again_wanted)
        leave = button("Закрыть", "leave")
        leave.clicked.connect(self.close)
        buttons = [again, leave]
        if backup is not None and isinstance(error, DatabaseDamaged):
            words = f"Вернуть копию: {moment(backup.made_at)}"
            restore = button(words, "restore")
            restore.clicked.connect(lambda: self.restore_wanted.emit(backup.path))
            buttons.insert(1, restore)
        card.body.addLayout(row(*buttons))
        page.column.addWidget(card)
        self.setCentralWidget(page)
        again.setFocus()
