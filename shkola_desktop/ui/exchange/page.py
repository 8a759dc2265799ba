"""«Обмен»: whom to, what, onto which stick; what was given out before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QListWidgetItem,
    QProgressBar,
)

from shkola_desktop.domain.package import Correspondent, Place, PublicKeys, Sending
from shkola_desktop.ui.home.page import STATE_WORDS
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, short, text, title
from shkola_desktop.ui.widgets.typed_text import limit_line
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import moment, size

PATH = Qt.ItemDataRole.UserRole
NO_STICK = "Съёмных носителей не видно. Вставьте носитель или выберите папку."
KEY_HELP = (
    "Ключ района даёт методист: строка шифрования начинается с «age1», строка "
    "подписи – с «RW». Сверьте слова ключа с методистом по телефону."
)


class ExchangePage(ScrollPage):
    """Draws the exchange and tells wishes."""

    keys_given = Signal(object)
    refresh_wanted = Signal()
    folder_wanted = Signal()
    write_wanted = Signal(str)
    stop_wanted = Signal()
    sheet_wanted = Signal()
    diagnosis_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("danger")
        self.column.addWidget(title("Обмен с районом"))
        self.column.addWidget(self.notice)
        self.column.addWidget(self._reading_card())
        self.column.addWidget(self._receiver_card())
        self.column.addWidget(self._content_card())
        self.column.addWidget(self._place_card())
        self.column.addWidget(self._ledger_card())
        self._ready = False

    def show_receiver(self, receiver: Correspondent, words: Sequence[str]) -> None:
        """Show whom packages go to; ``words`` tell the key of the district."""
        self._receiver.setText(f"{receiver.name} (код {receiver.code})")
        known = receiver.keys is not None
        spoken = " · ".join(words)
        self._words.setText(f"Слова ключа района: {spoken}" if known else "")
        self._words.setVisible(known)
        self._missing.say("" if known else "Ключ района ещё не введён.")
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

    def show_places(self, places: Sequence[Place], chosen: str | None) -> None:
        """Show the drives and folders to choose from."""
        self._places.clear()
        for place in places:
            state = "" if place.writable else ", только чтение"
            system = f", {place.file_system}" if place.file_system else ""
            kind = "носитель" if place.removable else "папка"
            item = QListWidgetItem(
                f"{place.label} – {kind}{system}, свободно {size(place.free)}{state}\n"
                f"{place.path}"
            )
            item.setData(PATH, place.path)
            self._places.addItem(item)
            if place.path == chosen:
                self._places.setCurrentItem(item)
        if places and self._places.currentItem() is None:
            self._places.setCurrentRow(0)
        self._places.setVisible(bool(places))
        self._no_place.setVisible(not places)
        self._enable()

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

    def show_ledger(self, sendings: Sequence[Sending]) -> None:
        """Show what was given out, newest first."""
        while (item := self._ledger.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._no_ledger.setVisible(not sendings)
        for number, sending in enumerate(sendings):
            self._ledger.addWidget(short(f"№ {sending.sequence}"), number, 0)
            self._ledger.addWidget(short(moment(sending.created_at)), number, 1)
            self._ledger.addWidget(short(STATE_WORDS[sending.state]), number, 2)
            self._ledger.addWidget(muted(sending.file_name), number, 3)

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
        card.body.addWidget(muted(KEY_HELP))
        self._age = _key_line("age-key", "Ключ шифрования района", "age1…")
        self._minisign = _key_line("minisign-key", "Ключ подписи района", "RW…")
        save = button("Сохранить ключ", "save-keys")
        save.clicked.connect(self._give_keys)
        card.body.addWidget(self._age)
        card.body.addWidget(self._minisign)
        card.body.addLayout(row(save))
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
        self._no_place = muted(NO_STICK)
        self._places = WrappedList("places", "Носители и папки")
        self._places.setMaximumHeight(150)
        self._places.currentItemChanged.connect(self._enable)
        card.body.addWidget(self._no_place)
        card.body.addWidget(self._places)
        again = button("Обновить список", "refresh-places")
        again.clicked.connect(self.refresh_wanted)
        folder = button("Выбрать папку…", "choose-folder")
        folder.clicked.connect(self.folder_wanted)
        self._write = button("Записать пакет", "write-package", "main")
        self._write.clicked.connect(lambda: self.write_wanted.emit(self._place))
        self._stop = button("Остановить", "stop-writing")
        self._stop.clicked.connect(self.stop_wanted)
        self._stop.hide()
        card.body.addLayout(row(again, folder, self._write, self._stop))
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

    def _ledger_card(self) -> Card:
        card = Card("Журнал отправок")
        self._no_ledger = muted("Пакетов ещё не записано.")
        card.body.addWidget(self._no_ledger)
        self._ledger = QGridLayout()
        self._ledger.setHorizontalSpacing(3 * SPACE)
        self._ledger.setColumnStretch(3, 1)
        card.body.addLayout(self._ledger)
        return card

    def _give_keys(self) -> None:
        age, minisign = self._age.text().strip(), self._minisign.text().strip()
        self.keys_given.emit(PublicKeys(age, minisign))

    @property
    def _place(self) -> str:
        item = self._places.currentItem()
        return str(item.data(PATH)) if item is not None else ""

    def _enable(self) -> None:
        self._write.setEnabled(self._ready and bool(self._place))


def _key_line(name: str, label: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setPlaceholderText(f"{label}: {hint}")
    limit_line(line, 200)
    return line
