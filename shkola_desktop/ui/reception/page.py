"""«Приём»: where packages lie, what they are, what became of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox

from shkola_desktop.ui.reception import lines
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.ui.widgets.progress_row import ProgressRow
from shkola_desktop.ui.widgets.rows_model import Line, LinesTable
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title

ROWS = 11
"""Lines of text that the table of packages is high."""
OUTCOME_HEADINGS = ("Пакет", "От кого", "№", "Итог")
HOW = (
    "Вставьте носитель и нажмите «Просмотреть» или перетащите файлы пакетов на эту "
    "страницу. При просмотре ничего не меняется."
)
WORDS_HELP = (
    "Позвоните отправителю или возьмите сопроводительный лист. Слова у него должны "
    "быть те же и в том же порядке."
)
WORDS_DANGER = (
    "Раньше пакеты этого отправителя были подписаны другим ключом. Так бывает после "
    "замены компьютера, но так выглядит и подделка. Обязательно позвоните ему сами, "
    "по номеру, который знаете, и сверьте слова."
)


class ReceptionPage(ScrollPage):
    """Draws the reading of packages and tells wishes."""

    look_wanted = Signal(str)
    folder_wanted = Signal()
    files_wanted = Signal()
    dropped = Signal(object)
    accept_wanted = Signal()
    stop_wanted = Signal()
    package_chosen = Signal(str)
    trust_given = Signal(bool)
    stale_wished = Signal(bool)
    receipts_elsewhere = Signal()

    def __init__(self, places: PlaceList) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.places = places
        self.notice = Notice("danger")
        self.column.addWidget(title("Приём пакетов"))
        self.column.addWidget(self.notice)
        self.column.addWidget(self._place_card())
        self._packages = self._packages_card()
        self.column.addWidget(self._packages)
        self._done = self._done_card()
        self.column.addWidget(self._done)
        self.clear_all()

    def clear_all(self) -> None:
        """Show no packages."""
        self._packages.hide()
        self._done.hide()

    def show_packages(self, found: Sequence[Line], summary: str, besides: str) -> None:
        """Show packages; ``besides`` tells what is left out."""
        self._done.hide()
        self._packages.show()
        self._summary.setText(summary)
        self._besides.setText(besides)
        self._besides.setVisible(bool(besides))
        self.table.setVisible(bool(found))
        self.table.show_lines(found)

    def show_words(self, sender: str, words: Sequence[str], *, danger: bool) -> None:
        """Ask to compare the words of a sender; no words where nothing is asked."""
        for widget in (self._words_help, self._words, self._trust):
            widget.setVisible(bool(words))
        self._danger.say(WORDS_DANGER if danger and words else "")
        self._words_help.setText(f"{sender}. {WORDS_HELP}")
        self._words.setText(" · ".join(words))
        self._trust.setAccessibleName(f"Слова совпали: {sender}, {' '.join(words)}")

    def show_wish(self, *, trusted: bool, stale: bool | None) -> None:
        """Show what the person decided about the chosen package.

        ``stale`` is None where the package is not an old one.
        """
        for box, state in ((self._trust, trusted), (self._stale, bool(stale))):
            box.blockSignals(True)  # Qt's setter
            box.setChecked(state)
            box.blockSignals(False)
        self._stale.setVisible(stale is not None)

    def show_ready(self, words: str, *, ready: bool) -> None:
        """Show whether anything can be taken in."""
        self._accept.setText(words)
        self._accept.setEnabled(ready)

    def show_busy(self, words: str) -> None:
        """Show slow work; nothing runs with empty words."""
        busy = bool(words)
        if busy:
            self.progress.begin(words)
        else:
            self.progress.end()
        self._accept.setVisible(not busy)
        for widget in (self._look, self._folder, self._files, self._trust, self._stale):
            widget.setEnabled(not busy)
        if not busy:
            self._enable()

    def show_outcomes(self, found: Sequence[Line], summary: str) -> None:
        """Show what became of the packages."""
        self._packages.hide()
        self._done.show()
        self._outcome.say(summary, tone="good")
        self.outcomes.show_lines(found)
        self.outcomes.setVisible(bool(found))
        self.show_receipts("", failed=False)
        self.reveal(self._done)

    def show_receipts(self, words: str, more: str = "", *, failed: bool) -> None:
        """Tell about the receipts that went back."""
        self._receipts.say(words, more, tone="warning" if failed else "info")
        self._elsewhere.setVisible(failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Look at the files that were dropped."""
        urls = event.mimeData().urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _place_card(self) -> Card:
        card = Card("Откуда")
        card.body.addWidget(muted(HOW))
        card.body.addWidget(self.places)
        self._look = button("Просмотреть", "look-through", "main")
        self._look.clicked.connect(lambda: self.look_wanted.emit(self.places.place))
        self._folder = button("Выбрать папку…", "choose-folder")
        self._folder.clicked.connect(self.folder_wanted)
        self._files = button("Выбрать файлы…", "choose-files")
        self._files.clicked.connect(self.files_wanted)
        card.body.addLayout(row(self._look, self._folder, self._files))
        self.progress = ProgressRow("stop-reading")
        self.progress.stop_wanted.connect(self.stop_wanted)
        card.body.addWidget(self.progress)
        self.places.changed.connect(self._enable)
        return card

    def _packages_card(self) -> Card:
        card = Card("Пакеты")
        self._summary = text("", "strong")
        self._besides = muted("")
        self.table = LinesTable(
            "packages", "Пакеты", lines.HEADINGS, wide=lines.WIDE, lines=ROWS
        )
        self.table.chosen.connect(self._choose)
        self._danger = Notice("danger")
        self._words_help = text("")
        self._words = text("", "heading")
        self._trust = QCheckBox("Слова совпали")
        self._trust.setObjectName("words-match")
        self._trust.toggled.connect(self.trust_given)
        self.table.wished.connect(self._ask_words)
        self._stale = QCheckBox(
            "Всё равно принять этот старый пакет: он заменит более новые данные"
        )
        self._stale.setObjectName("take-stale")
        self._stale.toggled.connect(self.stale_wished)
        self._accept = button("Принять", "accept", "main")
        self._accept.clicked.connect(self.accept_wanted)
        for widget in (
            self._summary,
            self._besides,
            self.table,
            self._danger,
            self._words_help,
            self._words,
            self._trust,
            self._stale,
        ):
            card.body.addWidget(widget)
        card.body.addLayout(row(self._accept))
        return card

    def _done_card(self) -> Card:
        card = Card("Итог")
        self._outcome = Notice("good")
        self._receipts = Notice("info")
        self._elsewhere = self._receipts.add_button(
            "Записать в другое место…",
            "receipts-elsewhere",
            self.receipts_elsewhere.emit,
        )
        self.outcomes = LinesTable(
            "outcomes",
            "Что стало с пакетами",
            OUTCOME_HEADINGS,
            wide=(1, 3),
            lines=ROWS,
        )
        for widget in (self._outcome, self._receipts, self.outcomes):
            card.body.addWidget(widget)
        return card

    def _choose(self, keys: tuple[str, ...]) -> None:
        self.package_chosen.emit(keys[0] if keys else "")

    def _ask_words(self, _path: str) -> None:
        self._trust.setFocus()

    def _enable(self) -> None:
        self._look.setEnabled(bool(self.places.place) and self.progress.isHidden())
