"""«Части для коллег»: what is here to fill, what is out, what came back."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout

from shkola_desktop.domain.parts import Merge, PartRecord, Way
from shkola_desktop.ui.parts.give_card import GiveCard
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage, empty
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.words.parts import merge_words, part_state
from shkola_desktop.words.russian import moment, short_date

READ_HELP = (
    "Выберите файл части на носителе. Слова нужны только на компьютере, где часть "
    "читают впервые: их называет тот, кто её выдал. Вернувшиеся части открываются сами."
)
Names = Mapping[str, str]


class PartsPage(ScrollPage):
    """Draws the parts and tells wishes."""

    read_wanted = Signal(str)
    return_wanted = Signal(str)
    fill_wanted = Signal()
    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("danger")
        self.done = Notice("good")
        self._last = ""
        self._undo = button("Отменить", "undo-merge")
        self._undo.clicked.connect(lambda: self.undo_wanted.emit(self._last))
        self.give = GiveCard()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName("Часть обрабатывается")
        self._busy.hide()
        self.column.addWidget(title("Части для коллег"))
        self.column.addWidget(self.notice)
        self.column.addLayout(row(self.done, self._undo, stretch=0))
        self.column.addWidget(self._busy)
        self._held = self._list_card("Заполнить здесь")
        self.column.addWidget(self._read_card())
        self.column.addWidget(self.give)
        self._given = self._list_card("Выданные части")
        self._merges = self._list_card("Что принято из частей")

    @property
    def secret(self) -> str:
        """The words as they are typed now."""
        return self._secret.text()

    def show_parts(
        self,
        held: Sequence[PartRecord],
        given: Sequence[PartRecord],
        names: Names,
        today: date,
    ) -> None:
        """Show parts of both ways; ``names`` are those of the directions."""
        self._fill(self._held, held, names, today)
        self._fill(self._given, given, names, today)

    def show_merges(self, merges: Sequence[Merge]) -> None:
        """Show what was merged, newest first; the last can be taken back."""
        card, body = self._merges
        empty(body)
        card.setVisible(bool(merges))
        last = next((m.id for m in merges if m.undone_at is None), None)
        for merge in merges:
            state = " – отменено" if merge.undone_at else ""
            words = f"{moment(merge.at)}  {merge_words(merge)}{state}"
            line = text(words)
            if merge.id == last:
                undo = button("Отменить", "undo-last-merge")
                undo.clicked.connect(partial(self.undo_wanted.emit, merge.id))
                body.addLayout(row(line, undo, stretch=0))
            else:
                body.addWidget(line)

    def show_done(self, words: str, more: str = "", merge: str = "") -> None:
        """Say what was done; ``merge`` is what Undo takes back."""
        self._last = merge
        self._undo.setVisible(bool(merge))
        self.done.say(words, more, tone="good" if words else "")

    def show_busy(self, *, busy: bool) -> None:
        """Show that a part is opened or written."""
        self._busy.setVisible(busy)
        self._read.setEnabled(not busy)
        self.give.show_busy(busy=busy)

    def ask_secret(self) -> None:
        """Put the keyboard where the words are typed."""
        self._secret.setFocus()
        self.reveal(self._secret)

    def clear_secret(self) -> None:
        """Forget the words that were typed."""
        self._secret.clear()

    def _read_card(self) -> Card:
        card = Card("Прочитать часть")
        card.body.addWidget(muted(READ_HELP))
        self._secret = QLineEdit()
        self._secret.setObjectName("part-secret")
        self._secret.setAccessibleName("Слова части")
        self._secret.setPlaceholderText("Слова части, через пробел")
        self._secret.setMaxLength(200)
        self._read = button("Прочитать часть…", "read-part")
        self._read.clicked.connect(lambda: self.read_wanted.emit(self.secret))
        card.body.addWidget(self._secret)
        card.body.addLayout(row(self._read))
        return card

    def _list_card(self, heading: str) -> tuple[Card, QVBoxLayout]:
        card = Card(heading)
        body = QVBoxLayout()
        body.setSpacing(SPACE)
        card.body.addLayout(body)
        card.hide()
        self.column.addWidget(card)
        return card, body

    def _fill(
        self,
        where: tuple[Card, QVBoxLayout],
        records: Sequence[PartRecord],
        names: Names,
        today: date,
    ) -> None:
        card, body = where
        empty(body)
        card.setVisible(bool(records))
        for record in records:
            body.addLayout(self._record(record, names, today))

    def _record(self, record: PartRecord, names: Names, today: date) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        held = record.way is Way.HELD
        whom = f"Выдаёт: {record.given_by or 'коллега'}" if held else record.given_to
        lines.addWidget(
            text(f"{whom} – {part_state(record, today)}", _look(record, today))
        )
        chosen = ", ".join(names.get(code, code) for code in record.directions)
        lines.addWidget(text(chosen))
        if record.note:
            lines.addWidget(muted(f"Просьба: {record.note}"))
        if held:
            if record.due:
                lines.addWidget(muted(f"Вернуть не позже {short_date(record.due)}"))
            lines.addLayout(self._ways(record))
        else:
            said = f"Выдана {moment(record.given_at)}. Слова: {record.secret}"
            lines.addWidget(muted(said))
        return lines

    def _ways(self, record: PartRecord) -> QHBoxLayout:
        fill = button("К показателям", "fill-part", "main")
        fill.clicked.connect(self.fill_wanted)
        back = button("Вернуть часть…", "return-part")
        back.clicked.connect(partial(self.return_wanted.emit, record.id))
        return row(fill, back)


def _look(record: PartRecord, today: date) -> str:
    return "danger" if record.late(today) else "strong"
