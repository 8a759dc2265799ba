"""One criterion on the screen: side list, cards, points, ways on and back."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.wizard import Filter, Standing, search
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.review import Thread
from shkola_desktop.ui.diagnosis.check_panel import CheckPanel
from shkola_desktop.ui.diagnosis.score_bar import ScoreBar
from shkola_desktop.ui.diagnosis.side_list import SideList
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.indicator_card import CardState, IndicatorCard
from shkola_desktop.ui.widgets.scroll_page import FlowingWidget, empty
from shkola_desktop.ui.widgets.texts import button, muted, title
from shkola_desktop.words.confidence import known_from
from shkola_desktop.words.levels import RECONSTRUCTION

FILTERS = {
    Filter.ALL: "Все показатели",
    Filter.UNANSWERED: "Без ответа",
    Filter.CRITICAL: "Критические",
    Filter.REMARKED: "С замечаниями",
}
EMPTY = {
    Filter.UNANSWERED: "На этой странице на всё есть ответ.",
    Filter.CRITICAL: "На этой странице нет критических показателей.",
    Filter.REMARKED: "На этой странице открытых замечаний нет.",
}
FROZEN = "Самодиагностика завершена: ответы только для чтения."
FOUND = 8
"""Search results shown: more do not fit and the person types on."""


class DiagnosisPage(QWidget):
    """Draws a standing and tells wishes."""

    chosen = Signal(str, object)
    commented = Signal(str, str)
    attach_wanted = Signal(str)
    dropped = Signal(str, object)
    detach_wanted = Signal(str, object)
    entered = Signal(str)
    criterion_wanted = Signal(str)
    indicator_wanted = Signal(str)
    next_wanted = Signal()
    back_wanted = Signal()
    unanswered_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    filter_wanted = Signal(object)
    carry_wanted = Signal()
    files_dropped = Signal(object)
    replied = Signal(str, str)
    parts_wanted = Signal()

    def __init__(self, icons: Icons, carry: QWidget) -> None:
        super().__init__()
        self._carry = carry
        self.setAcceptDrops(True)
        self._standing: Standing | None = None
        self._last_year: Mapping[IndicatorCode, str] = {}
        self._cards: dict[str, IndicatorCard] = {}
        self._threads: Mapping[str, tuple[Thread, ...]] = {}
        self._drawn: tuple[object, ...] = ()
        self.side = SideList(icons)
        self.side.wanted.connect(self.criterion_wanted)
        self.check = CheckPanel()
        self.notice = Notice("danger")
        self._frozen = self._frozen_note()
        self._held = Notice("info")
        self._held.add_button("Вернуть часть…", "to-parts", self.parts_wanted.emit)
        self.score = ScoreBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._answers(icons))
        self._stack.addWidget(self.check)
        self._stack.addWidget(carry)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.side)
        layout.addWidget(self._stack, 1)
        self._shortcuts()

    def render_standing(
        self, standing: Standing, last_year: Mapping[IndicatorCode, str]
    ) -> None:
        """Show a page; cards are rebuilt only when other indicators are shown."""
        self._standing = standing
        self._last_year = last_year
        place = f"страница {standing.position + 1} из {len(standing.form.criteria)}"
        self._direction.setText(f"{standing.direction.name} · {place}")
        self._title.setText(standing.page.name)
        self.side.show_standing(standing)
        self.score.show_standing(standing)
        self.check.show_standing(standing)
        self._filter.setCurrentIndex(list(FILTERS).index(standing.filter))
        self._back.setEnabled(not standing.first)
        self._next.setText("К проверке" if standing.last else "Дальше")
        drawn = (
            standing.criterion,
            standing.filter,
            standing.form.edition.hash,
            standing.form.variant,
            standing.remarked if standing.filter is Filter.REMARKED else None,
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self._build_cards(standing)
        self._show_answers(standing)
        self._show_place(standing)

    def show_remarks(self, threads: Mapping[str, tuple[Thread, ...]]) -> None:
        """Show what offices remarked, by indicator."""
        self._threads = threads
        for code, card in self._cards.items():
            card.show_threads(threads.get(code, ()))

    def replied_to(self, code: str) -> None:
        """Close the line of an answer that was kept."""
        card = self._cards.get(code)
        if card is not None:
            card.replied_to()

    def show_held(self, words: str, more: str) -> None:
        """Say that only a part is filled here; nothing with empty words."""
        self._held.say(words, more)
        self.score.setVisible(not words)
        self.check.show_part(part=bool(words))

    def show_undo(self, *, undo: bool, redo: bool) -> None:
        """Show whether there is something to undo or redo."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def show_check(self) -> None:
        """Open the check."""
        self.flush()
        self._stack.setCurrentIndex(1)
        self.check.setFocus()

    def show_answers(self) -> None:
        """Open the answers."""
        self._stack.setCurrentIndex(0)

    def show_carry(self) -> None:
        """Open the taking over of answers from a file."""
        self.flush()
        self._stack.setCurrentWidget(self._carry)
        self._carry.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Take one file from the disk."""
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Take answers over from the file that was dropped."""
        path = _file_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files_dropped.emit(path)

    @property
    def checking(self) -> bool:
        """True while the check is shown."""
        return self._stack.currentIndex() == 1

    def card(self, code: str) -> IndicatorCard | None:
        """Return the card of an indicator on this page, or None."""
        return self._cards.get(code)

    def flush(self) -> None:
        """Tell comments that are still being typed."""
        for card in self._cards.values():
            card.flush()

    def focus_card(self, code: str | None) -> None:
        """Put the keyboard at a card, at the first one without a code."""
        card = self._cards.get(code or "") or next(iter(self._cards.values()), None)
        if card is not None:
            card.setFocus()

    def _answers(self, icons: Icons) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._direction = muted("")
        self._title = title("")
        carry = button("Перенести ответы…", "carry", "link")
        carry.setToolTip("Взять ответы из таблицы Excel или распечатки сервиса")
        carry.clicked.connect(self.carry_wanted)
        layout.addLayout(row(self._direction, carry, stretch=0))
        layout.addWidget(self._title)
        layout.addLayout(self._tools(icons))
        layout.addWidget(self.notice)
        layout.addWidget(self._held)
        layout.addWidget(self._frozen)
        layout.addWidget(self._scroll(), 1)
        layout.addWidget(self.score)
        layout.addLayout(self._ways())
        return box

    def _frozen_note(self) -> Notice:
        note = Notice("info")
        note.say(FROZEN)
        note.add_button("Открыть снова…", "to-reopen", self.show_check)
        note.hide()
        return note

    def _tools(self, icons: Icons) -> QHBoxLayout:
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setAccessibleName("Найти показатель")
        self._search.setPlaceholderText("Найти показатель (Ctrl+F)")
        self._search.setClearButtonEnabled(True)
        self._search.returnPressed.connect(self._find)
        self._complete_search()
        self._filter = QComboBox()
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName("Какие показатели показать")
        for known, words in FILTERS.items():
            self._filter.addItem(words, known)
        self._filter.activated.connect(
            lambda: self.filter_wanted.emit(self._filter.currentData())
        )
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        self._undo = button("Отменить", "undo")
        self._undo.setIcon(icons.get("arrow-back-up", colour))
        self._undo.setToolTip("Отменить последнее изменение (Ctrl+Z)")
        self._undo.clicked.connect(self.undo_wanted)
        self._redo = button("Вернуть", "redo")
        self._redo.setIcon(icons.get("arrow-forward-up", colour))
        self._redo.setToolTip("Вернуть отменённое (Ctrl+Y)")
        self._redo.clicked.connect(self.redo_wanted)
        return row(self._search, self._filter, self._undo, self._redo, stretch=0)

    def _scroll(self) -> QWidget:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = FlowingWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(2, 2, SPACE, 2)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * SPACE)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self._area.setWidget(inside)
        return self._area

    def _ways(self) -> QHBoxLayout:
        self._back = button("Назад", "back")
        self._back.clicked.connect(self.back_wanted)
        self._next = button("Дальше", "next", "main")
        self._next.clicked.connect(self.next_wanted)
        unanswered = button("К неотвеченному", "next-unanswered", "link")
        unanswered.setToolTip("Ctrl+Enter")
        unanswered.clicked.connect(self.unanswered_wanted)
        check = button("Проверить", "check")
        check.setToolTip("Показать всё, что осталось сделать (F7)")
        check.clicked.connect(self.show_check)
        layout = row(self._back)
        for widget in (unanswered, check, self._next):
            layout.addWidget(widget)
        return layout

    def _shortcuts(self) -> None:
        pairs = (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_wanted.emit),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo_wanted.emit),
            (QKeySequence("Ctrl+Y"), self.redo_wanted.emit),
            (QKeySequence("Alt+Right"), self.next_wanted.emit),
            (QKeySequence("Alt+Left"), self.back_wanted.emit),
            (QKeySequence("PgDown"), self.next_wanted.emit),
            (QKeySequence("PgUp"), self.back_wanted.emit),
            (QKeySequence("Ctrl+Return"), self.unanswered_wanted.emit),
            (QKeySequence("F7"), self.show_check),
            (QKeySequence(QKeySequence.StandardKey.Find), self._search.setFocus),
        )
        seen: set[str] = set()
        for keys, wish in pairs:
            if keys.toString() in seen:
                continue
            seen.add(keys.toString())
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)

    def _build_cards(self, standing: Standing) -> None:
        for card in self._cards.values():
            # the keyboard wanders over cards that go: the person is not there
            card.blockSignals(True)  # Qt's setter
        empty(self._column)
        self._cards = {}
        if standing.form.edition.status == "reconstruction" and standing.first:
            self._column.addWidget(Notice("warning", RECONSTRUCTION))
        for indicator in standing.shown:
            names = standing.form.edition.confidence_names
            card = IndicatorCard(indicator, known_from(indicator.confidence, names))
            card.setObjectName("card")
            self._connect(card, indicator.code)
            card.show_threads(self._threads.get(indicator.code, ()))
            self._cards[indicator.code] = card
            self._column.addWidget(card)
        if not standing.shown:
            self._column.addWidget(muted(EMPTY.get(standing.filter, "")))
        self._fill_search(standing)

    def _connect(self, card: IndicatorCard, code: str) -> None:
        card.chosen.connect(partial(self.chosen.emit, code))
        card.commented.connect(partial(self.commented.emit, code))
        card.attach_wanted.connect(partial(self.attach_wanted.emit, code))
        card.dropped.connect(partial(self.dropped.emit, code))
        card.detach_wanted.connect(partial(self.detach_wanted.emit, code))
        card.entered.connect(partial(self.entered.emit, code))
        card.replied.connect(self.replied)
        card.move_wanted.connect(partial(self._move, code))

    def _move(self, code: str, step: int) -> None:
        codes = list(self._cards)
        position = codes.index(code) + step
        if 0 <= position < len(codes):
            self._cards[codes[position]].setFocus()
        elif step > 0:
            self._next.setFocus()

    def _show_answers(self, standing: Standing) -> None:
        frozen = standing.diagnosis.status is Status.COMPLETED
        self._frozen.setVisible(frozen)
        for code, card in self._cards.items():
            known = IndicatorCode(code)
            card.show_state(
                CardState(
                    standing.diagnosis.answers.get(known),
                    self._last_year.get(known, ""),
                    frozen,
                )
            )

    def _show_place(self, standing: Standing) -> None:
        for code, card in self._cards.items():
            here = code == standing.indicator
            card.show_here(here)
            if here:
                # the new cards get their sizes first
                QTimer.singleShot(0, card, partial(self._reveal, card))

    def _reveal(self, card: IndicatorCard) -> None:
        self._area.ensureWidgetVisible(card, 0, 2 * SPACE)

    def _complete_search(self) -> None:
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self._search)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(FOUND)
        completer.activated.connect(self._jump_to)
        self._search.setCompleter(completer)

    def _fill_search(self, standing: Standing) -> None:
        # never another completer: its list may be open and be asking for this page
        words = [f"{i.code} {i.name}" for i in standing.form.indicators]
        if words != self._known.stringList():
            self._known.setStringList(words)

    def _find(self) -> None:
        words = self._search.text()
        if self._standing is None:
            return
        exact = words.split(" ", 1)[0]
        if self._standing.form.indicator(IndicatorCode(exact)) is not None:
            self._jump_to(words)
            return
        found = search(self._standing.form, words)
        if found:
            self._jump_to(found[0].code)
        elif words.strip():
            self.notice.say(f"Показатель по словам «{words}» не найден.", tone="info")

    def _jump_to(self, words: str) -> None:
        self.notice.say("")
        self._search.clear()
        self.indicator_wanted.emit(words.split(" ", 1)[0])


def _file_of(data: QMimeData) -> Path | None:
    """Return the one file of the disk that is carried, or None."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
