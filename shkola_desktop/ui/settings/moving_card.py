"""«Перенос на другой компьютер», and the region's key of recovery."""

from PySide6.QtCore import Signal

from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.texts import button, muted, text

HOW = (
    "1) Напечатайте памятку для восстановления ключа (выше).\n"
    "2) Запишите копию всех данных на носитель: без памятки её никто не откроет.\n"
    "3) На другом компьютере при первом запуске нажмите «Перенос с другого "
    "компьютера…»."
)
SURE = (
    "Данные на этом компьютере заменятся данными из копии. То, что есть сейчас, "
    "останется в файле рядом с базой."
)
REGION = (
    "Этот ключ открывает пакеты всех школ региона: он нужен, чтобы принять сводный "
    "пакет района, и на случай, если район потеряет свой ключ. Он лежит на отдельном "
    "носителе в сейфе, а не на этом компьютере."
)
NONE_YET = (
    "Ключа восстановления ещё нет: пока его заменяет обычный ключ региона. Создайте "
    "его до того, как рассылать подключение районам: школы узнают его оттуда."
)
MADE = "Ключ восстановления создан. Районам его сообщает пакет подключения."
OPENED = "Ключ открыт до закрытия программы. Носитель можно вынуть и убрать в сейф."


class MovingCard(Card):
    """``copy_wanted`` writes a copy to a stick, ``take_wanted`` reads one."""

    copy_wanted = Signal()
    take_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Перенос на другой компьютер")
        self.body.addWidget(text(HOW))
        self.notice = Notice("good")
        self._copy = button("Записать копию на носитель…", "write-copy")
        self._copy.clicked.connect(self.copy_wanted)
        self._take = button("Взять данные из копии…", "take-copy")
        self._take.clicked.connect(lambda: self._sure.say("Взять копию?", SURE))
        self._sure = Notice("warning")
        self._sure.add_button("Выбрать копию…", "take-copy-sure", self._want)
        self.body.addWidget(self.notice)
        self.body.addLayout(row(self._copy, self._take))
        self.body.addWidget(self._sure)

    def show_busy(self, *, busy: bool) -> None:
        """Show that a copy is being written or read."""
        self._copy.setEnabled(not busy)
        self._take.setEnabled(not busy)
        if busy:
            self.notice.say("Копия записывается и проверяется…", tone="info")

    def _want(self) -> None:
        self._sure.say("")
        self.take_wanted.emit()


class RecoveryCard(Card):
    """The region's key of recovery: made on a stick, opened for a while."""

    make_wanted = Signal()
    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Ключ восстановления региона")
        self.body.addWidget(muted(REGION))
        self._state = text("")
        self.notice = Notice("good")
        self._make = button("", "make-recovery")
        self._make.clicked.connect(self.make_wanted)
        self._open = button("Открыть с носителя…", "open-recovery")
        self._open.clicked.connect(self.open_wanted)
        self._close = button("Закрыть", "close-recovery")
        self._close.clicked.connect(self.close_wanted)
        self.body.addWidget(self._state)
        self.body.addWidget(self.notice)
        self.body.addLayout(row(self._make, self._open, self._close))

    def show_state(self, *, made: bool, opened: bool) -> None:
        """Show whether there is a key and whether it is open."""
        self._state.setText(OPENED if opened else MADE if made else NONE_YET)
        self._make.setText(
            "Создать новый на носителе…" if made else "Создать на носителе…"
        )
        self._open.setVisible(made and not opened)
        self._close.setVisible(opened)
