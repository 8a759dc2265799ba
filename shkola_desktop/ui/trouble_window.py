"""The window when a workspace cannot be opened: what happened, ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMainWindow, QPushButton

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.errors import (
    DatabaseDamaged,
    ServerPasswordWrong,
    ShkolaError,
)
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.russian import moment


class TroubleWindow(QMainWindow):
    """``again_wanted`` tries once more, ``restore_wanted`` brings a copy back.

    ``password_given`` carries a password and whether the system should keep it.
    """

    again_wanted = Signal()
    password_given = Signal(str, bool)
    restore_wanted = Signal(object)

    def __init__(self, name: str, error: ShkolaError, backup: Backup | None) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.setMinimumSize(480, 320)
        self.resize(720, 420)
        message = message_for(error)
        page = ScrollPage()
        asking = isinstance(error, ServerPasswordWrong)
        words = "Нужен пароль" if asking else "Не получилось открыть данные"
        page.column.addWidget(title(words))
        card = Card()
        card.body.addWidget(text(message.happened, "strong"))
        card.body.addWidget(text(message.advice))
        for line in message.details:
            card.body.addWidget(muted(line))
        first = self._ask_password(card) if asking else self._offer_again()
        leave = button("Закрыть", "leave")
        leave.clicked.connect(self.close)
        buttons = [first, leave]
        if backup is not None and isinstance(error, DatabaseDamaged):
            words = f"Вернуть копию: {moment(backup.made_at)}"
            restore = button(words, "restore")
            restore.clicked.connect(lambda: self.restore_wanted.emit(backup.path))
            buttons.insert(1, restore)
        card.body.addLayout(row(*buttons))
        page.column.addWidget(card)
        self.setCentralWidget(page)
        (self._password if asking else first).setFocus()

    def _offer_again(self) -> QPushButton:
        again = button("Повторить", "again", "main")
        again.clicked.connect(self.again_wanted)
        return again

    def _ask_password(self, card: Card) -> QPushButton:
        self._password = QLineEdit()
        self._password.setObjectName("password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName("Пароль к базе данных")
        label = text("Пароль")
        label.setBuddy(self._password)
        self._keep = QCheckBox("Запомнить в хранилище паролей этого компьютера")
        self._keep.setObjectName("keep-password")
        enter = button("Войти", "enter", "main")
        enter.clicked.connect(self._give)
        self._password.returnPressed.connect(self._give)
        for widget in (label, self._password, self._keep):
            card.body.addWidget(widget)
        return enter

    def _give(self) -> None:
        if self._password.text():
            self.password_given.emit(self._password.text(), self._keep.isChecked())
