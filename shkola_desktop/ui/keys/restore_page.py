"""Restore the key from its sheet, then the data from a copy."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit

from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, lines_high, muted, text, title

ROWS = 8
"""Rows of a sheet."""


class Reason(Enum):
    """Why the key is restored: title and first words of the page."""

    MOVE = (
        "Перенос с другого компьютера",
        (
            "Здесь продолжают работу, начатую на другом компьютере. Понадобятся "
            "памятка для восстановления и носитель с копией данных."
        ),
    )
    LOST = (
        "Файл ключа не найден",
        (
            "Данные на месте, а ключа, которым открывают пакеты, на этом компьютере "
            "больше нет. Восстановите его по памятке: её печатали из настроек."
        ),
    )
    WISH = (
        "Восстановить ключ по памятке",
        (
            "Ключ с памятки станет ключом этого рабочего места. Данные не изменятся, "
            "прежний ключ останется в папке рядом."
        ),
    )


HOW = (
    "Наберите восемь строк с памятки или вставьте то, что прочёл сканер. Заглавные "
    "буквы и пробелы не важны."
)
DATA = (
    "Если на прежнем компьютере записали копию на носитель («Настройки» → «Перенос на "
    "другой компьютер»), возьмите данные из неё. Нет копии – продолжайте без неё."
)
ANEW = (
    "Памятки нет? Можно начать с новым ключом. Данные останутся, но пакеты, "
    "записанные вам раньше, не откроются, а тот, с кем вы обмениваетесь, при "
    "следующем пакете попросит сверить новые слова по телефону."
)


class RestorePage(ScrollPage):
    """Two steps: ``typed`` carries the rows, ``copy_wanted`` asks for a copy's file.

    ``finished`` goes on without a copy, ``given_up`` goes back, ``anew_wanted`` takes
    new keys.
    """

    typed = Signal(str)
    copy_wanted = Signal()
    finished = Signal()
    given_up = Signal()
    anew_wanted = Signal()

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        name, words = reason.value
        self.column.addWidget(title(name))
        self.column.addWidget(text(words))
        self._sheet_card = self._make_sheet_card(reason)
        self._copy_card = self._make_copy_card(reason)
        self.column.addWidget(self._sheet_card)
        self.column.addWidget(self._copy_card)
        self._copy_card.hide()
        self._anew_card = self._make_anew_card()
        self.column.addWidget(self._anew_card)
        self._anew_card.setVisible(reason is Reason.LOST)
        self.setFocusProxy(self._rows)

    def show_words(self, words: Sequence[str]) -> None:
        """Show that the key is back, with the words to compare."""
        self._sheet_card.hide()
        self._anew_card.hide()
        self._words.setText(" · ".join(words))
        self._copy_card.show()
        self._first.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is being done."""
        self._restore.setEnabled(not busy)
        self._first.setEnabled(not busy)

    def _make_sheet_card(self, reason: Reason) -> Card:
        card = Card("Строки памятки")
        card.body.addWidget(muted(HOW))
        self._rows = QPlainTextEdit()
        self._rows.setObjectName("sheet-rows")
        self._rows.setAccessibleName("Строки памятки")
        self._rows.setPlaceholderText("XXXX XXXX XXXX XXXX XX")
        self._rows.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self._rows.setFont(font)
        self._rows.setFixedHeight(lines_high(self._rows, ROWS + 1))
        self.notice = Notice("danger")
        self._restore = button("Восстановить ключ", "restore-key", "main")
        self._restore.clicked.connect(self._give)
        back = button("Назад", "restore-back")
        back.clicked.connect(self.given_up)
        card.body.addWidget(self._rows)
        card.body.addWidget(self.notice)
        lost = reason is Reason.LOST
        card.body.addLayout(row(self._restore) if lost else row(self._restore, back))
        return card

    def _make_copy_card(self, reason: Reason) -> Card:
        card = Card("Ключ восстановлен")
        card.body.addWidget(muted("Сверьте слова ключа с памяткой"))
        self._words = text("", "strong")
        card.body.addWidget(self._words)
        self.copy_notice = Notice("danger")
        moving = reason is Reason.MOVE
        done = (
            button("Продолжить без копии", "restore-done")
            if moving
            else button("Продолжить", "restore-done", "main")
        )
        done.clicked.connect(self.finished)
        take = button("Взять данные из копии…", "take-copy", "main")
        take.clicked.connect(self.copy_wanted)
        self._first = take if moving else done
        if moving:
            card.body.addWidget(text(DATA))
        card.body.addWidget(self.copy_notice)
        card.body.addLayout(row(take, done) if moving else row(done))
        return card

    def _make_anew_card(self) -> Card:
        card = Card("Начать с новым ключом")
        card.body.addWidget(muted(ANEW))
        anew = button("Продолжить с новым ключом", "keys-anew")
        anew.clicked.connect(self.anew_wanted)
        card.body.addLayout(row(anew))
        return card

    def _give(self) -> None:
        self.notice.say("")
        self.typed.emit(self._rows.toPlainText())
