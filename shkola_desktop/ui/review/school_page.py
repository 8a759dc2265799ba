"""One school: its answers with everything that proves them, remarks, the decision."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.remarks.dossier import Dossier, Show
from shkola_desktop.app.remarks.past import Event, HandedIn
from shkola_desktop.domain.form import Direction, Indicator
from shkola_desktop.domain.review import Decision, Entry, PlaceKind
from shkola_desktop.ui.review.decision_bar import DecisionBar
from shkola_desktop.ui.review.programme_lines import section_lines
from shkola_desktop.ui.review.reviewed_card import ReviewedAnswer, ReviewedCard
from shkola_desktop.ui.review.side import ALL_OF_IT, HISTORY, PROGRAMME, ReviewSide
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.place_card import PlaceCard
from shkola_desktop.ui.widgets.scroll_page import FlowingWidget, empty
from shkola_desktop.ui.widgets.texts import button, heading, muted, text, title
from shkola_desktop.ui.widgets.thread_box import Draft, ThreadBox
from shkola_desktop.words.reviews import SIDES, WHOLE, decided, turned, where
from shkola_desktop.words.russian import moment
from shkola_desktop.words.standings import STANDINGS

SHOWS = {
    Show.ALL: "Все показатели",
    Show.REMARKED: "С замечаниями",
    Show.CRITICAL: "Критические",
    Show.ZERO: "Ноль баллов",
    Show.CHANGED: "Изменены с прошлой сдачи",
    Show.UNANSWERED: "Без ответа",
}
NOTHING = {
    Show.REMARKED: "В этом направлении замечаний нет.",
    Show.CRITICAL: "В этом направлении нет критических показателей.",
    Show.ZERO: "В этом направлении ни по одному показателю нет нуля баллов.",
    Show.CHANGED: "В этом направлении с прошлой сдачи ничего не изменилось.",
    Show.UNANSWERED: "В этом направлении есть ответ на каждый показатель.",
}
FIRST_TIME = "Это первая сдача школы, сравнивать не с чем."
NO_PROGRAMME = "Программы развития в пакете нет: школа её ещё не составила."
WHOLE_WORDS = "Замечания ко всей сдаче, не к одному показателю или разделу."
Spot = tuple[PlaceKind, str]


class SchoolPage(QWidget):
    """Draws a dossier and tells wishes.

    ``begun`` carries kind, place and words of a new remark.
    """

    back_wanted = Signal()
    place_wanted = Signal(str)
    show_wanted = Signal(object)
    step_wanted = Signal(int)
    file_wanted = Signal(object)
    begun = Signal(object, str, str)
    replied = Signal(str, str)
    turned = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("danger")
        self.bar = DecisionBar()
        self.places = PlaceCard()
        self.places.hide()
        self._cards: dict[str, ReviewedCard] = {}
        self._boxes: dict[Spot, ThreadBox] = {}
        self._drafts: dict[Spot, Draft] = {}
        self._drawn: tuple[object, ...] = ()
        self._side = ReviewSide()
        self._side.wanted.connect(self.place_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._side)
        layout.addLayout(self._middle(), 1)
        self._shortcuts()

    def render_dossier(self, dossier: Dossier, show: Show, place: str) -> None:
        """Show a place; cards are made anew only when others are shown."""
        self._title.setText(dossier.state.school.short_name)
        self._about.setText(_about(dossier))
        self._filter.setCurrentIndex(list(SHOWS).index(show))
        self._side.show_dossier(dossier, show, place)
        self.bar.show_dossier(dossier)
        shown = _shown(dossier, show, place)
        state = dossier.state.received
        drawn = (
            dossier.diagnosis.id,
            state.id if state else "",
            show,
            place,
            tuple(i.code for i in shown),
            dossier.events if place == HISTORY else (),
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self._build(dossier, show, place, shown)
        for (kind, code), box in self._boxes.items():
            box.show_threads(dossier.about(kind, code))

    def forget(self) -> None:
        """Another school is opened: nothing of this one stays."""
        self._drafts = {}
        self._clear()
        self._drawn = ()
        self.bar.done()
        self.notice.say("")

    def kept(self, spot: Spot) -> None:
        """Close the line of a place: its words were kept."""
        self._drafts.pop(spot, None)
        box = self._boxes.get(spot)
        if box is not None:
            box.done()
        card = self._cards.get(spot[1])
        if card is not None:
            card.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard at the first indicator, or at the list of places."""
        card = next(iter(self._cards.values()), None)
        (card or self._side).setFocus()

    @property
    def drafts(self) -> bool:
        """True where words are being typed that were not kept."""
        return bool(self._drafts) or any(box.draft for box in self._boxes.values())

    def _middle(self) -> QVBoxLayout:
        back = button("К списку школ", "back-to-schools", "link")
        back.clicked.connect(self.back_wanted)
        self._title = title("")
        self._about = muted("")
        self._filter = QComboBox()
        self._filter.setObjectName("review-filter")
        self._filter.setAccessibleName("Какие показатели показать")
        self._filter.setToolTip("Клавиша F на карточке показателя")
        for show, words in SHOWS.items():
            self._filter.addItem(words, show)
        self._filter.activated.connect(
            lambda: self.show_wanted.emit(self._filter.currentData())
        )
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addLayout(row(self._title, back, stretch=0))
        column.addLayout(row(self._about, self._filter, stretch=0))
        column.addWidget(self.notice)
        column.addWidget(self._scroll(), 1)
        column.addWidget(self.places)
        column.addWidget(self.bar)
        return column

    def _scroll(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # the bar below is never squeezed: the cards take what it leaves
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._area.setSizePolicy(policy)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = FlowingWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(2, 2, SPACE, 2)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self._area.setWidget(inside)
        return self._area

    def _shortcuts(self) -> None:
        for keys, step in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step_wanted.emit, step))

    def _clear(self) -> None:
        for spot, box in self._boxes.items():
            if box.draft is not None:
                self._drafts[spot] = box.draft
        for card in self._cards.values():
            card.blockSignals(True)  # Qt's setter
        empty(self._column)
        self._cards, self._boxes = {}, {}

    def _build(
        self, dossier: Dossier, show: Show, place: str, shown: Sequence[Indicator]
    ) -> None:
        self._clear()
        self._area.verticalScrollBar().setValue(0)
        match place:
            case "programme":
                self._build_programme(dossier)
            case "whole":
                self._build_whole(dossier)
            case "history":
                self._build_history(dossier.events)
            case _:
                self._build_direction(dossier, show, place, shown)
        for spot, draft in list(self._drafts.items()):
            box = self._boxes.get(spot)
            if box is not None:
                box.restore(draft)

    def _build_direction(
        self, dossier: Dossier, show: Show, place: str, shown: Sequence[Indicator]
    ) -> None:
        direction = _direction(dossier, place)
        codes = {i.code for i in shown}
        self._column.addWidget(heading(direction.name))
        if show is Show.CHANGED and dossier.changed_since is None:
            self._column.addWidget(muted(FIRST_TIME))
        elif not shown:
            self._column.addWidget(muted(NOTHING.get(show, "")))
        for criterion in direction.criteria:
            own = [i for i in criterion.indicators if i.code in codes]
            if own:
                self._column.addWidget(muted(criterion.name))
            for indicator in own:
                self._add_card(dossier, indicator)

    def _add_card(self, dossier: Dossier, indicator: Indicator) -> None:
        code = indicator.code
        card = ReviewedCard(indicator, _answer(dossier, indicator), dossier.side)
        card.file_wanted.connect(self.file_wanted)
        card.move_wanted.connect(partial(self._move, code))
        card.filter_wanted.connect(self._filter.setFocus)
        card.entered.connect(partial(self._reveal_soon, card))
        self._cards[code] = card
        self._add_box(card.threads, PlaceKind.INDICATOR, code)
        self._column.addWidget(card)

    def _add_box(self, box: ThreadBox, kind: PlaceKind, place: str) -> None:
        self._boxes[kind, place] = box
        box.begun.connect(partial(self.begun.emit, kind, place))
        box.replied.connect(self.replied)
        box.turned.connect(self.turned)

    def _build_programme(self, dossier: Dossier) -> None:
        self._column.addWidget(heading("Программа развития"))
        programme = dossier.programme
        if programme is None:
            self._column.addWidget(muted(NO_PROGRAMME))
            return
        for code, name, lines in section_lines(programme):
            card = Card(name)
            for line in lines:
                card.body.addWidget(text(line))
            box = ThreadBox(f"in-{code}", f"раздел «{name}»", dossier.side)
            self._add_box(box, PlaceKind.SECTION, code)
            card.body.addWidget(box)
            self._column.addWidget(card)

    def _build_whole(self, dossier: Dossier) -> None:
        card = Card(WHOLE)
        card.body.addWidget(muted(WHOLE_WORDS))
        box = ThreadBox("in-whole", "сдача в целом", dossier.side)
        self._add_box(box, PlaceKind.WHOLE, "")
        card.body.addWidget(box)
        self._column.addWidget(card)

    def _build_history(self, events: Sequence[Event]) -> None:
        card = Card("История")
        for event in events:
            words, more = event_words(event)
            card.body.addWidget(muted(moment(event.at)))
            card.body.addWidget(text(words, "strong"))
            if more:
                card.body.addWidget(text(more))
        self._column.addWidget(card)

    def _move(self, code: str, step: int) -> None:
        codes = list(self._cards)
        position = codes.index(code) + step
        if 0 <= position < len(codes):
            self._cards[codes[position]].setFocus()
        elif step > 0:
            self.bar.setFocus()

    def _reveal_soon(self, card: ReviewedCard) -> None:
        QTimer.singleShot(
            0, card, lambda: self._area.ensureWidgetVisible(card, 0, 2 * SPACE)
        )


def event_words(event: Event) -> tuple[str, str]:
    """Return what happened, and what was said with it."""
    match event.what:
        case HandedIn():
            return f"Сдача № {event.what.sequence}", ""
        case Decision():
            words = decided(event.what)
            who = f" ({event.what.who})" if event.what.who else ""
            return f"Решение о сдаче № {event.what.sequence}{who}", words
        case Entry():
            entry = event.what
            who = f", {entry.who}" if entry.who else ""
            place = where(entry.place_kind, entry.place)
            return f"{SIDES[entry.side]}{who} {turned(entry)}. {place}", entry.text


def _about(dossier: Dossier) -> str:
    state = dossier.state
    parts = [f"{dossier.diagnosis.year} год, {STANDINGS[state.standing]}"]
    if state.received is not None:
        day = moment(state.received.received_at)
        parts.append(f"сдача № {state.received.sequence} получена {day}")
    total = state.result.points[0] if state.result else None
    if total is not None:
        parts.append(f"{total.points} из {total.maximum} баллов")
    return " · ".join(parts)


def _direction(dossier: Dossier, place: str) -> Direction:
    every = dossier.form.directions
    return next((d for d in every if d.code == place), every[0])


def _shown(dossier: Dossier, show: Show, place: str) -> tuple[Indicator, ...]:
    if place in {PROGRAMME, ALL_OF_IT, HISTORY}:
        return ()
    return dossier.shown(_direction(dossier, place), show)


def _answer(dossier: Dossier, indicator: Indicator) -> ReviewedAnswer:
    code = indicator.code
    earlier, before = dossier.taken_before(code), dossier.changed.get(code)
    words = None
    if before is not None:
        option = indicator.option(before.option) if before.option else None
        words = option.text if option else "ответа не было"
        if option is not None and option == dossier.taken(indicator):
            words = "то же значение, изменены комментарий или файлы"
    year = dossier.earlier.year if dossier.earlier else 0
    return ReviewedAnswer(
        answer=dossier.diagnosis.answers.get(code),
        taken=dossier.taken(indicator),
        last_year=f"В {year} году: {earlier.text}" if earlier else "",
        before=words,
    )
