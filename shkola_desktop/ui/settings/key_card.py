"""The card of the own key: words, public keys as a code, sheet, password."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from shkola_desktop.app.exchange.identity import Identity
from shkola_desktop.ui.keys.unlock_page import passphrase_line
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.texts import button, heading, muted, text, wide
from shkola_desktop.words.russian import long_date

ABOUT = (
    "Ключом программа сама запирает и подписывает пакеты. Он уже сделан и лежит на "
    "этом компьютере; от вас нужно одно: напечатать памятку и положить её в сейф."
)
OPEN_PART = (
    "Открытая часть ключа не секретна: её дают тому, кто будет записывать пакеты для "
    "вас. Код можно показать с экрана."
)
NOT_PRINTED = "Памятка ещё не напечатана. Без неё потерянный ключ не вернуть."
WHY_LOCK = (
    "Пароль спрашивают при каждом запуске. Он нужен, если за компьютер садятся "
    "посторонние. Забытый пароль заменит памятка."
)
DIFFER = "Пароли не одинаковы: наберите их ещё раз."
CODE_SIDE = 168
"""Pixels of the code's side: its squares are three each or more."""
QUIET = 12
"""Pixels of white around a code, without which scanners do not find it."""


class KeyCard(Card):
    """Tells wishes about the own key; a password goes with ``protect_wanted``."""

    print_wanted = Signal()
    save_wanted = Signal()
    printed_elsewhere = Signal()
    restore_wanted = Signal()
    protect_wanted = Signal(str)
    unprotect_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.notice = Notice("danger")
        self.body.addWidget(muted(ABOUT))
        self.body.addWidget(self.notice)
        self._add_words()
        self._add_sheet()
        self._add_password()

    def show_identity(self, found: Identity, code: bytes) -> None:
        """Show the own key; ``code`` is its QR code as PNG."""
        self._words.setText(" · ".join(found.words))
        self._age.setText(found.keys.age)
        self._minisign.setText(found.keys.minisign)
        for line in (self._age, self._minisign):
            line.setCursorPosition(0)  # the beginning tells one key from the other
        self._show_code(code)
        self.show_printed(found.printed)
        self.show_protected(protected=found.protected)
        self.setEnabled(True)

    def show_printed(self, at: datetime | None) -> None:
        """Show when the sheet was printed."""
        day = "" if at is None else long_date(at.astimezone().date())
        self._printed.setText(f"Памятка напечатана {day}." if day else NOT_PRINTED)
        self._print.setText("Напечатать ещё раз…" if day else "Напечатать памятку…")

    def show_saved(self, path: str) -> None:
        """Say what to do with a sheet that was saved as a file."""
        self._saved.say(
            f"Памятка сохранена: {path}",
            "Напечатайте её и удалите файл: кто его прочтёт, сможет открывать пакеты.",
        )

    def show_protected(self, *, protected: bool) -> None:
        """Show whether a password is asked for."""
        self._state.setText("Ключ закрыт паролем." if protected else "Ключ без пароля.")
        self._protect.setText("Сменить пароль" if protected else "Закрыть паролем")
        self._unprotect.setVisible(protected)
        self._first.clear()
        self._second.clear()

    def focus_sheet(self) -> None:
        """Put the keyboard at the sheet."""
        self._print.setFocus()

    def _add_words(self) -> None:
        self._words = text("", "strong")
        self.body.addWidget(muted("Слова ключа: их сверяют по телефону"))
        self.body.addWidget(self._words)
        self._code = QLabel()
        self._code.setObjectName("own-code")
        self._code.setAccessibleName("Открытая часть ключа в виде кода")
        self._age = _shown("own-age-key", "Ключ шифрования")
        self._minisign = _shown("own-minisign-key", "Ключ подписи")
        copy = button("Скопировать", "copy-keys")
        copy.clicked.connect(self._copy)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE)
        lines.addWidget(muted(OPEN_PART))
        lines.addWidget(self._age)
        lines.addWidget(self._minisign)
        lines.addLayout(row(copy))
        lines.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(2 * SPACE)
        beside.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(lines, 1)
        self.body.addLayout(beside)

    def _add_sheet(self) -> None:
        self.body.addWidget(heading("Памятка для восстановления"))
        self._printed = text("")
        self._print = button("", "print-sheet", "main")
        self._print.clicked.connect(self.print_wanted)
        save = button("Сохранить PDF…", "save-sheet")
        save.clicked.connect(self.save_wanted)
        restore = button("Восстановить ключ по памятке…", "restore-from-sheet")
        restore.clicked.connect(self.restore_wanted)
        self._saved = Notice("warning")
        self._saved.add_button("Уже напечатана", "sheet-printed", self._tell_printed)
        self.body.addWidget(self._printed)
        self.body.addLayout(row(self._print, save, restore))
        self.body.addWidget(self._saved)

    def _add_password(self) -> None:
        self.body.addWidget(heading("Пароль"))
        self._state = text("")
        self.body.addWidget(self._state)
        self.body.addWidget(muted(WHY_LOCK))
        self._first = passphrase_line("new-password", "Новый пароль")
        self._second = passphrase_line("new-password-again", "Новый пароль ещё раз")
        form = QFormLayout()
        form.setVerticalSpacing(SPACE)
        for line in (self._first, self._second):
            line.setMaximumWidth(wide(line, 40))
        form.addRow("Новый пароль", self._first)
        form.addRow("Ещё раз", self._second)
        self.body.addLayout(form)
        self.differ = Notice("danger")
        self.body.addWidget(self.differ)
        self._protect = button("", "protect-keys")
        self._protect.clicked.connect(self._ask_protect)
        self._second.returnPressed.connect(self._ask_protect)
        self._unprotect = button("Убрать пароль", "unprotect-keys")
        self._unprotect.clicked.connect(self.unprotect_wanted)
        self.body.addLayout(row(self._protect, self._unprotect))

    def _ask_protect(self) -> None:
        self.differ.say("")
        if self._first.text() != self._second.text():
            self.differ.say(DIFFER)
        elif self._first.text():
            self.protect_wanted.emit(self._first.text())
        else:
            self._first.setFocus()

    def _tell_printed(self) -> None:
        self._saved.say("")
        self.printed_elsewhere.emit()

    def _copy(self) -> None:
        words = f"{self._age.text()}\n{self._minisign.text()}"
        QApplication.clipboard().setText(words)
        self.notice.say("Открытая часть ключа скопирована.", tone="good")

    def _show_code(self, code: bytes) -> None:
        found = QPixmap()
        found.loadFromData(code)
        # whole pixels to a square: a blurred one is not read
        squares = max(1, CODE_SIDE * 2 // max(1, found.width()))
        side = max(CODE_SIDE, found.width() * squares // 2)
        self._code.setPixmap(found.scaled(side, side))
        self._code.setStyleSheet(f"background: white; padding: {QUIET}px;")


def _shown(name: str, label: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setReadOnly(True)
    return line
