"""The first page where the key lies under a password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title

WHY = (
    "На этом рабочем месте ключ закрыт паролем: без него не записать и не открыть "
    "пакет. Данные на месте и никуда не денутся."
)
TRIES = "Пробовать можно сколько угодно раз. Посмотрите, какой язык включён."


class UnlockPage(ScrollPage):
    """``passphrase_given`` carries what was typed, ``forgotten`` asks for the sheet."""

    passphrase_given = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(title("Введите пароль ключа"))
        card = Card()
        card.body.addWidget(text(WHY))
        self._line = passphrase_line("key-password", "Пароль ключа")
        self._line.returnPressed.connect(self._give)
        label = text("Пароль")
        label.setBuddy(self._line)
        self.notice = Notice("danger")
        self._enter = button("Открыть", "unlock", "main")
        self._enter.clicked.connect(self._give)
        forgotten = button("Пароль забыт: восстановить по памятке…", "forgotten")
        forgotten.clicked.connect(self.forgotten)
        for widget in (label, self._line, muted(TRIES), self.notice):
            card.body.addWidget(widget)
        card.body.addLayout(row(self._enter, forgotten))
        self.column.addWidget(card)
        self.setFocusProxy(self._line)

    def show_busy(self, *, busy: bool) -> None:
        """Show that the password is being tried: about a second."""
        self._line.setEnabled(not busy)
        self._enter.setEnabled(not busy)
        self._enter.setText("Проверяется…" if busy else "Открыть")

    def ask_again(self) -> None:
        """Put the cursor where the wrong password stands."""
        self._line.setFocus()
        self._line.selectAll()

    def _give(self) -> None:
        if self._line.text():
            self.notice.say("")
            self.passphrase_given.emit(self._line.text())


def passphrase_line(name: str, label: str) -> QLineEdit:
    """Return a line that hides what is typed."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(200)
    return line
