"""«Результаты»: total and level, bars, radar, critical indicators, deficits."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from shkola_desktop.app.reviewing import CriticalIndicator, DirectionRow, Review
from shkola_desktop.domain.contents import Average
from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.ui.result.path_card import PathCard
from shkola_desktop.ui.result.weights_card import WeightsCard
from shkola_desktop.ui.result.what_if_card import WhatIfCard
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.bars_view import BarItem, BarsView
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.radar_view import Axis, RadarView
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, short, text, title, wide
from shkola_desktop.words.levels import FOOTNOTE, level_name
from shkola_desktop.words.russian import INDICATORS, POINTS, counted, decimal

OF_SCHOOLS = ("школы", "школ", "школ")
BESIDE = 112
"""Characters: narrower, the charts stand under each other."""
EMPTY = (
    "Здесь появятся баллы, уровни и дефициты. Начните самодиагностику: результат "
    "виден с первого ответа."
)


class ResultPage(ScrollPage):
    """Draws a review. ``indicator_wanted`` carries the code that was asked for."""

    indicator_wanted = Signal(str)
    start_wanted = Signal()
    plan_wanted = Signal()
    goal_wanted = Signal(object)
    weights_wanted = Signal(object)
    try_wanted = Signal(object)
    take_wanted = Signal(object)
    changed_if = Signal(str, object)
    reset_wanted = Signal()
    take_tried_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._charts: QBoxLayout | None = None
        self._averages: Mapping[str, Average] = {}
        self.notice = Notice("danger")
        self.path: PathCard | None = None
        self.weights: WeightsCard | None = None
        self.what_if: WhatIfCard | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the charts under each other where the room is narrow."""
        super().resizeEvent(event)
        if self._charts is not None:
            self._charts.setDirection(self._direction())

    def _direction(self) -> QBoxLayout.Direction:
        narrow = self.width() < wide(self, BESIDE)
        ways = QBoxLayout.Direction
        return ways.TopToBottom if narrow else ways.LeftToRight

    def render_empty(self) -> None:
        """Show what will be here and how to begin."""
        self.clear()
        self._charts = None
        self.column.addWidget(title("Результаты"))
        card = Card("Самодиагностика ещё не начата")
        card.body.addWidget(text(EMPTY))
        start = button("Начать самодиагностику", "start-diagnosis", "main")
        start.clicked.connect(self.start_wanted)
        card.body.addLayout(row(start))
        self.column.addWidget(card)

    def render_review(self, review: Review, averages: Sequence[Average] = ()) -> None:
        """Show a result, beside the averages of the district where it told them."""
        self._averages = {a.direction: a for a in averages}
        self.clear()
        self._charts = None
        self.column.addWidget(title(f"Результаты, {review.diagnosis.year} год"))
        self.notice = Notice("danger")
        self.column.addWidget(self.notice)
        if review.orientation:
            self.column.addWidget(Notice("warning", f"* {FOOTNOTE}"))
        if review.result.missing:
            left = counted(len(review.result.missing), INDICATORS)
            words = f"Результат предварительный: без ответа {left}."
            self.column.addWidget(Notice("info", words))
        self.column.addWidget(self._total_card(review))
        self._charts = QBoxLayout(self._direction())
        self._charts.setSpacing(2 * SPACE)
        self._charts.addWidget(self._bars_card(review), 1)
        self._charts.addWidget(self._radar_card(review), 1)
        self.column.addLayout(self._charts)
        self.column.addWidget(self._table_card(review))
        self.column.addWidget(self._critical_card(review.critical))
        self.path = PathCard(review.form.directions)
        self.weights = WeightsCard()
        self.what_if = WhatIfCard(review.form)
        for card in (self.weights, self.path, self.what_if):
            self.column.addWidget(card)
        self.path.goal_wanted.connect(self.goal_wanted)
        self.weights.changed.connect(self.weights_wanted)
        self.path.try_wanted.connect(self.try_wanted)
        self.path.take_wanted.connect(self.take_wanted)
        self.what_if.changed.connect(self.changed_if)
        self.what_if.reset_wanted.connect(self.reset_wanted)
        self.what_if.take_wanted.connect(self.take_tried_wanted)
        self.column.addWidget(self._deficit_card(review.deficits))

    def _total_card(self, review: Review) -> Card:
        card = Card()
        result = review.result
        figures = QHBoxLayout()
        figures.setSpacing(4 * SPACE)
        figures.addLayout(
            _figure(f"{result.total} из {result.maximum}", "сумма баллов")
        )
        figures.addLayout(_figure(level_name(result.level), "уровень"))
        if review.previous is not None:
            change = result.total - review.previous.total
            words = f"{review.previous.total} → {result.total} ({_signed(change)})"
            figures.addLayout(_figure(words, f"с {review.previous_year} года"))
        card.body.addLayout(figures)
        average = self._averages.get("")
        if average is not None:
            points, most = decimal(average.points), decimal(average.maximum)
            schools = counted(average.schools, OF_SCHOOLS)
            words = f"В среднем у {schools} района: {points} из {most}"
            card.body.addWidget(muted(words))
        return card

    def _bars_card(self, review: Review) -> Card:
        card = Card("Баллы по направлениям")
        bars = BarsView()
        bars.show_bars(tuple(_bar(r) for r in review.rows))
        card.body.addWidget(bars)
        if review.previous is not None:
            words = f"Чертой отмечен {review.previous_year} год."
            card.body.addWidget(muted(words))
        card.body.addStretch(1)
        return card

    def _radar_card(self, review: Review) -> Card:
        card = Card("Доля от максимума")
        radar = RadarView()
        radar.show_axes(tuple(_axis(r) for r in review.rows))
        card.body.addWidget(radar, 1)
        return card

    def _table_card(self, review: Review) -> Card:
        card = Card("По направлениям")
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        heads = ["Направление", "Баллы", "Уровень"]
        if review.previous is not None:
            heads += [f"{review.previous_year} год", "Изменение"]
        for column, head in enumerate(heads):
            # the first column takes the room that the others leave
            grid.addWidget((short if column else text)(head, "muted"), 0, column)
        number = 1
        for line in review.rows:
            number = self._add_direction(grid, number, line)
        grid.setColumnStretch(0, 1)
        card.body.addLayout(grid)
        return card

    def _add_direction(self, grid: QGridLayout, number: int, line: DirectionRow) -> int:
        now = line.now
        grid.addWidget(text(now.name), number, 0)
        grid.addWidget(short(f"{now.score} из {now.maximum}"), number, 1)
        grid.addWidget(short(level_name(now.level)), number, 2)
        if line.before is not None and line.change is not None:
            grid.addWidget(short(str(line.before.score)), number, 3)
            grid.addWidget(short(_signed(line.change)), number, 4)
        notes = [self._average_note(now.code)]
        if now.zeroed_by:
            codes = ", ".join(now.zeroed_by)
            notes.append(
                text(f"Обнулено показателем {codes}, набрано {now.raw}", "danger")
            )
        for note in notes:
            if note is not None:
                number += 1
                grid.addWidget(note, number, 0, 1, grid.columnCount())
        return number + 1

    def _average_note(self, direction: str) -> QLabel | None:
        """Return the district's average: a column more would not fit large text."""
        known = self._averages.get(direction)
        if known is None:
            return None
        points, most = decimal(known.points), decimal(known.maximum)
        return muted(f"В среднем по району: {points} из {most}")

    def _critical_card(self, critical: tuple[CriticalIndicator, ...]) -> Card:
        failed = [c for c in critical if c.failed]
        card = Card("Критические показатели")
        if not failed:
            words = "Нарушенных нет." if critical else "В форме их нет."
            card.body.addWidget(text(words, "good"))
        for one in failed:
            words = f"{one.indicator.code} {one.indicator.name}"
            card.body.addLayout(
                self._jump_row(words, one.direction, one.indicator.code)
            )
        waiting = sum(1 for c in critical if c.taken is None)
        if waiting:
            card.body.addWidget(muted(f"Ещё без ответа: {waiting} из {len(critical)}."))
        return card

    def _deficit_card(self, deficits: tuple[Shortfall, ...]) -> Card:
        zero = [d for d in deficits if d.zero]
        card = Card(f"Дефициты: {counted(len(zero), INDICATORS)} без баллов")
        for shortfall in zero:
            words = f"{shortfall.indicator.code} {shortfall.indicator.name}"
            lost = f"{shortfall.option.text}; можно прибавить "
            lost += counted(shortfall.lost, POINTS)
            layout = self._jump_row(words, lost, shortfall.indicator.code)
            card.body.addLayout(layout)
        low = len(deficits) - len(zero)
        if low:
            words = f"Не до конца набраны баллы ещё: {counted(low, INDICATORS)}."
            card.body.addWidget(muted(words))
        plan = button("К программе развития", "to-programme", "main")
        plan.clicked.connect(self.plan_wanted)
        card.body.addLayout(row(plan))
        return card

    def _jump_row(self, words: str, more: str, code: str) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text(words))
        texts.addWidget(muted(more))
        jump = button("Открыть", f"open-{code}", "link")
        jump.setAccessibleName(f"Открыть показатель {code}")
        jump.clicked.connect(lambda: self.indicator_wanted.emit(code))
        layout = QHBoxLayout()
        layout.addLayout(texts, 1)
        layout.addWidget(jump, 0, Qt.AlignmentFlag.AlignTop)
        return layout


def _figure(words: str, label: str) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(0)
    layout.addWidget(text(words, "figure"))
    layout.addWidget(muted(label))
    return layout


def _bar(line: DirectionRow) -> BarItem:
    before = line.before.score if line.before else None
    return BarItem(line.now.name, line.now.score, line.now.maximum, before=before)


def _axis(line: DirectionRow) -> Axis:
    now, before = line.now, line.before
    earlier = before.score / before.maximum if before and before.maximum else None
    return Axis(now.name, now.score / now.maximum if now.maximum else 0.0, earlier)


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else str(number).replace("-", "−")
