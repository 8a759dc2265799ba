"""«Обмен» of an office: the bundle for the region, the ledger of both directions."""

from PySide6.QtCore import Signal

from shkola_desktop.app.exchange.ledgers import Ledgers
from shkola_desktop.app.exchange.passing import Passing
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.exchange.ledger_card import LedgerCard
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.ui.widgets.progress_row import ProgressRow
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title

MISSING = (
    "Регион ещё не подключил ваш район. Возьмите у регионального оператора пакет "
    "подключения и прочитайте его в «Приёме»: ключ региона придёт вместе с ним."
)
TITLES = {Role.DISTRICT: "Обмен со школами и регионом", Role.REGION: "Обмен с районами"}


class OfficeExchangePage(ScrollPage):
    """Draws the exchange of an office and tells wishes."""

    folder_wanted = Signal()
    write_wanted = Signal(str)
    stop_wanted = Signal()
    reception_wanted = Signal()

    def __init__(self, role: Role, places: PlaceList) -> None:
        super().__init__()
        self.places = places
        self.notice = Notice("danger")
        self.ledger = LedgerCard()
        self._ready = False
        self.column.addWidget(title(TITLES[role]))
        self.column.addWidget(self.notice)
        self._bundle = self._bundle_card()
        self.column.addWidget(self._bundle)
        if role is not Role.DISTRICT:
            self._bundle.hide()  # a region passes nothing on
        self.column.addWidget(self.ledger)

    def show_passing(self, passing: Passing) -> None:
        """Show what would go to the region."""
        receiver = passing.receiver
        self._ready = receiver is not None and passing.packages > 0
        self._missing.say("" if receiver else MISSING)
        self._missing.setVisible(receiver is None)
        told = f"Кому: {receiver.name} (код {receiver.code})" if receiver else ""
        self._receiver.setText(told)
        self._receiver.setVisible(bool(told))
        spoken = " · ".join(passing.words)
        self._words.setText(f"Слова ключа региона: {spoken}")
        self._words.setVisible(bool(spoken))
        lines = [f"– {line}" for line in passing.lines]
        if not passing.packages:
            lines.append("Пока ни одна школа не сдала самодиагностику этого года.")
        self._content.setText("\n".join(lines))
        self._number.setText(f"Номер отправки: {passing.sequence}")
        self._number.setVisible(receiver is not None)
        self._enable()

    def show_ledgers(self, ledgers: Ledgers) -> None:
        """Show both directions."""
        self.ledger.show_ledgers(ledgers)

    def show_busy(self, *, busy: bool) -> None:
        """Show that the package is being written."""
        if busy:
            self.progress.begin("Пакет записывается и проверяется")
        else:
            self.progress.end()
        self._write.setVisible(not busy)
        self._folder.setEnabled(not busy)

    def show_done(self, words: str, more: str = "", tone: str = "good") -> None:
        """Say that the package is on the medium and may be taken away."""
        self._done.say(words, more, tone=tone)

    def _bundle_card(self) -> Card:
        card = Card("Передать в регион")
        self._missing = Notice("warning")
        self._missing.add_button(
            "Открыть «Приём»", "to-reception", self.reception_wanted.emit
        )
        self._receiver = text("", "strong")
        self._words = muted("")
        self._content = text("")
        self._number = muted("")
        self._folder = button("Выбрать папку…", "choose-folder")
        self._folder.clicked.connect(self.folder_wanted)
        self._write = button("Записать сводный пакет", "write-package", "main")
        self._write.clicked.connect(lambda: self.write_wanted.emit(self.places.place))
        self.progress = ProgressRow("stop-writing")
        self.progress.stop_wanted.connect(self.stop_wanted)
        self._done = Notice("good")
        for widget in (
            self._missing,
            self._receiver,
            self._words,
            self._content,
            self._number,
            self.places,
        ):
            card.body.addWidget(widget)
        card.body.addLayout(row(self._folder, self._write))
        card.body.addWidget(self.progress)
        card.body.addWidget(self._done)
        self.places.changed.connect(self._enable)
        return card

    def _enable(self) -> None:
        self._write.setEnabled(self._ready and bool(self.places.place))
