"""«Обмен»: whom to, what, onto which stick; what was given out before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar

from shkola_desktop.app.exchange.ledgers import Ledgers
from shkola_desktop.domain.package import Correspondent, PublicKeys
from shkola_desktop.ui.exchange.ledger_card import LedgerCard
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.fold import Fold
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.ui.widgets.typed_text import limit_line

MISSING = (
    "Ключа района ещё нет. Прочитайте пакет подключения, который район передал на "
    "носителе: ключ придёт вместе с ним."
)
KEY_HELP = (
    "Нужно, только если пакета подключения нет. "
    "Ключ района даёт методист: строка шифрования начинается с «age1», строка "
    "подписи – с «RW». Сверьте слова ключа с методистом по телефону."
)


class ExchangePage(ScrollPage):
    """Draws the exchange and tells wishes."""

    keys_given = Signal(object)
    folder_wanted = Signal()
    write_wanted = Signal(str)
    stop_wanted = Signal()
    sheet_wanted = Signal()
    diagnosis_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self, places: PlaceList) -> None:
        super().__init__()
        self.places = places
        self.notice = Notice("danger")
        self.column.addWidget(title("Обмен с районом"))
        self.column.addWidget(self.notice)
        self.column.addWidget(self._reading_card())
        self.column.addWidget(self._receiver_card())
        self.column.addWidget(self._content_card())
        self.column.addWidget(self._place_card())
        self._ledger = LedgerCard()
        self.column.addWidget(self._ledger)
        self._ready = False

    def show_receiver(self, receiver: Correspondent, words: Sequence[str]) -> None:
        """Show whom packages go to; ``words`` tell the key of the district."""
        self._receiver.setText(f"{receiver.name} (код {receiver.code})")
        known = receiver.keys is not None
        spoken = " · ".join(words)
        self._words.setText(f"Слова ключа района: {spoken}" if known else "")
        self._words.setVisible(known)
        self._missing.say("" if known else MISSING)
        self._age.setText(receiver.keys.age if receiver.keys else "")
        self._minisign.setText(receiver.keys.minisign if receiver.keys else "")

    def show_content(self, lines: Sequence[str], sequence: int, *, draft: bool) -> None:
        """Show what would be handed over; no lines where there is nothing yet."""
        self._nothing.setVisible(not lines)
        self._start.setVisible(not lines)
        self._content.setText("\n".join(f"– {line}" for line in lines))
        self._content.setVisible(bool(lines))
        self._number.setText(f"Номер отправки: {sequence}" if lines else "")
        self._draft.say(
            "Самодиагностика не завершена: район увидит черновик." if draft else ""
        )

    def show_ready(self, *, ready: bool) -> None:
        """Show whether a package can be written at all."""
        self._ready = ready
        self._enable()

    def show_busy(self, *, busy: bool) -> None:
        """Show that a package is being written."""
        self._busy.setVisible(busy)
        self._stop.setVisible(busy)
        self._write.setVisible(not busy)

    def show_done(self, words: str, more: str) -> None:
        """Say that the package is on the medium and may be taken away."""
        self._done.say(words, more, tone="good" if words else "")

    def show_ledgers(self, ledgers: Ledgers) -> None:
        """Show what was given out and what was read, newest first."""
        self._ledger.show_ledgers(ledgers)

    def _reading_card(self) -> Card:
        card = Card("Прочитать пакет")
        card.body.addWidget(
            text("Район передал подключение, замечания или квитанцию на носителе?")
        )
        read = button("Прочитать пакет…", "read-package")
        read.clicked.connect(self.reading_wanted)
        card.body.addLayout(row(read))
        return card

    def _receiver_card(self) -> Card:
        card = Card("Кому")
        self._receiver = text("", "strong")
        self._words = muted("")
        self._missing = Notice("warning")
        card.body.addWidget(self._receiver)
        card.body.addWidget(self._words)
        card.body.addWidget(self._missing)
        fold = Fold("Ввести ключ района вручную", "type-keys")
        fold.body.addWidget(muted(KEY_HELP))
        self._age = _key_line("age-key", "Ключ шифрования района", "age1…")
        self._minisign = _key_line("minisign-key", "Ключ подписи района", "RW…")
        save = button("Сохранить ключ", "save-keys")
        save.clicked.connect(self._give_keys)
        fold.body.addWidget(self._age)
        fold.body.addWidget(self._minisign)
        fold.body.addLayout(row(save))
        card.body.addWidget(fold)
        return card

    def _content_card(self) -> Card:
        card = Card("Что будет передано")
        self._nothing = text("Самодиагностика ещё не начата, передавать нечего.")
        self._start = button("К самодиагностике", "to-diagnosis")
        self._start.clicked.connect(self.diagnosis_wanted)
        self._content = text("")
        self._number = muted("")
        self._draft = Notice("warning")
        card.body.addWidget(self._nothing)
        card.body.addLayout(row(self._start))
        card.body.addWidget(self._content)
        card.body.addWidget(self._number)
        card.body.addWidget(self._draft)
        return card

    def _place_card(self) -> Card:
        card = Card("Куда записать")
        self.places.changed.connect(self._enable)
        card.body.addWidget(self.places)
        folder = button("Выбрать папку…", "choose-folder")
        folder.clicked.connect(self.folder_wanted)
        self._write = button("Записать пакет", "write-package", "main")
        self._write.clicked.connect(lambda: self.write_wanted.emit(self.places.place))
        self._stop = button("Остановить", "stop-writing")
        self._stop.clicked.connect(self.stop_wanted)
        self._stop.hide()
        card.body.addLayout(row(folder, self._write, self._stop))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName("Пакет записывается и проверяется")
        self._busy.hide()
        card.body.addWidget(self._busy)
        self._done = Notice("good")
        self._done.add_button(
            "Сопроводительный лист", "show-sheet", self.sheet_wanted.emit
        )
        card.body.addWidget(self._done)
        return card

    def _give_keys(self) -> None:
        age, minisign = self._age.text().strip(), self._minisign.text().strip()
        self.keys_given.emit(PublicKeys(age, minisign))

    def _enable(self) -> None:
        self._write.setEnabled(self._ready and bool(self.places.place))


def _key_line(name: str, label: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setPlaceholderText(f"{label}: {hint}")
    limit_line(line, 200)
    return line
