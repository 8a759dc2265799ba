"""«Обзор»: the one next step, and the state of everything."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar

from shkola_desktop.app.overview import NextStep, Overview
from shkola_desktop.app.remarks.own import NOTHING, OwnReview
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.package import SendingState
from shkola_desktop.domain.review import Standing, Verdict
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.words.levels import level_name
from shkola_desktop.words.reviews import OPEN_REMARKS, decided
from shkola_desktop.words.russian import (
    DEFICITS,
    INDICATORS,
    POINTS,
    counted,
    long_date,
    moment,
)

STEPS: dict[NextStep, tuple[str, str, str, Screen]] = {
    NextStep.START: (
        "Начните самодиагностику",
        (
            "На каждый показатель выберите одно значение. Ответы сохраняются сами, "
            "прерваться можно в любой момент."
        ),
        "Начать",
        Screen.DIAGNOSIS,
    ),
    NextStep.ANSWER: (
        "Продолжите самодиагностику",
        "Откроется показатель, на котором вы остановились.",
        "Продолжить",
        Screen.DIAGNOSIS,
    ),
    NextStep.COMPLETE: (
        "Завершите самодиагностику",
        "Ответы есть на все показатели. Проверьте их и завершите.",
        "Проверить и завершить",
        Screen.DIAGNOSIS,
    ),
    NextStep.PLAN: (
        "Составьте программу развития",
        (
            "Черновик с дефицитами, причинами и мероприятиями составится сам, "
            "останется поправить."
        ),
        "Перейти к программе",
        Screen.PROGRAMME,
    ),
    NextStep.SEND: (
        "Передайте результат в район",
        "Запишите пакет на носитель и распечатайте сопроводительный лист.",
        "Перейти к обмену",
        Screen.EXCHANGE,
    ),
    NextStep.NOTHING: (
        "Всё сделано",
        "Пакет для района записан. Документы можно распечатать.",
        "Открыть документы",
        Screen.DOCUMENTS,
    ),
}
STATE_WORDS = {
    SendingState.WRITING: "записывается",
    SendingState.WRITTEN: "на пути",
    SendingState.FAILED: "не записан",
    SendingState.DELIVERED: "получен",
    SendingState.REFUSED: "не принят в районе",
}


def review_words(review: OwnReview) -> tuple[str, str, str]:
    """Return what the review says, more of it, and the tone; empty before it began."""
    count = counted(len(review.open), OPEN_REMARKS) if review.open else ""
    left = len(review.unanswered)
    more = f"{count}, без вашего ответа: {left}." if count else ""
    decision = review.decision
    if decision is not None and decision.verdict is Verdict.RETURNED:
        advice = "Исправьте, завершите самодиагностику и сдайте её ещё раз."
        return decided(decision), f"{more} {advice}".strip(), "warning"
    if decision is not None:
        return decided(decision), more, "good"
    if count:
        return "К самодиагностике есть замечания.", more, "info"
    return "", "", "info"


class HomePage(ScrollPage):
    """Draws the overview. ``step_wanted`` carries the screen of the next step."""

    step_wanted = Signal(object)
    remarks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next = button("", "next-step", "main")

    def render_overview(
        self, overview: Overview, program: str, review: OwnReview = NOTHING
    ) -> None:
        """Show the state of everything, and what the district said of it."""
        self.clear()
        self.column.addWidget(title(overview.school.short_name))
        self.column.addWidget(muted(program))
        returned = review.standing is Standing.RETURNED
        notice = Notice()
        self.column.addWidget(notice)
        self._tell_review(review, notice)
        # what was returned is put right first, though everything had been done
        if not (returned and overview.next_step is NextStep.NOTHING):
            self.column.addWidget(self._step_card(overview))
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        cards = (
            self._diagnosis_card(overview, review),
            self._programme_card(overview),
            self._exchange_card(overview),
            self._backup_card(overview.last_backup),
        )
        for number, card in enumerate(cards):
            card.body.addStretch(1)
            grid.addWidget(card, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def focus_next(self) -> None:
        """Put the keyboard at the next step."""
        self._next.setFocus()

    def _step_card(self, overview: Overview) -> Card:
        name, words, action, screen = STEPS[overview.next_step]
        card = Card(name)
        card.body.addWidget(text(words))
        self._next = button(action, "next-step", "main")
        self._next.clicked.connect(lambda: self.step_wanted.emit(screen))
        card.body.addLayout(row(self._next))
        return card

    def _tell_review(self, review: OwnReview, notice: Notice) -> None:
        words, more, tone = review_words(review)
        if review.open:
            self._next = notice.add_button(
                "Открыть замечания", "to-remarks", self.remarks_wanted.emit
            )
        elif review.standing is Standing.RETURNED:
            self._next = notice.add_button(
                "Исправить", "to-remarks", self.remarks_wanted.emit
            )
        notice.say(words, more, tone=tone)

    def _diagnosis_card(self, overview: Overview, review: OwnReview) -> Card:
        card = Card("Самодиагностика")
        if review.term is not None:
            card.body.addWidget(muted(f"Срок сдачи: {long_date(review.term)}"))
        if overview.diagnosis is None:
            card.body.addWidget(muted("Ещё не начата."))
            return card
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName("Заполнено показателей")
        bar.setRange(0, overview.applicable)
        bar.setValue(overview.answered)
        card.body.addWidget(bar)
        left = overview.applicable - overview.answered
        year = overview.diagnosis.year
        if overview.diagnosis.status is Status.COMPLETED:
            state = f"{year} год: завершена."
        elif left:
            state = f"{year} год: осталось {counted(left, INDICATORS)}."
        else:
            state = f"{year} год: ответы есть на все показатели."
        card.body.addWidget(text(state))
        result = overview.result
        if result is not None:
            words = (
                f"{counted(result.total, POINTS)} из {result.maximum}, "
                f"уровень: {level_name(result.level)}"
            )
            card.body.addWidget(muted(words))
        return card

    def _programme_card(self, overview: Overview) -> Card:
        card = Card("Программа развития")
        programme = overview.programme
        if programme is None:
            card.body.addWidget(muted("Черновика ещё нет."))
            return card
        period = f"{programme.first_year}–{programme.last_year} годы"
        count = counted(len(programme.included), DEFICITS)
        card.body.addWidget(text(f"Черновик на {period}, {count}."))
        return card

    def _exchange_card(self, overview: Overview) -> Card:
        card = Card("Обмен с районом")
        sending = overview.last_sending
        if sending is None:
            card.body.addWidget(muted("Пакетов ещё не записано."))
            return card
        words = (
            f"Пакет № {sending.sequence}: {STATE_WORDS[sending.state]}, "
            f"{moment(sending.created_at)}"
        )
        card.body.addWidget(text(words))
        return card

    def _backup_card(self, at: datetime | None) -> Card:
        card = Card("Резервная копия")
        if at is None:
            card.body.addWidget(muted("Копий ещё нет. Они делаются раз в день сами."))
        else:
            card.body.addWidget(text(f"Последняя: {moment(at)}"))
        return card
