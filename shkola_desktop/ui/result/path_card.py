"""«Путь к следующему уровню»: the cheapest steps, one of the equal ways at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout

from shkola_desktop.app.advancing import Advance, planned_options
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.path_to_level import Path, Step
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, short, text
from shkola_desktop.words.levels import level_name
from shkola_desktop.words.plans import resource
from shkola_desktop.words.russian import POINTS, STEPS, counted

WHOLE = "Школа в целом"
NO_SCALE = "Пороги уровней неизвестны, поэтому следующего уровня нет."
WAITING = "Ищем самый лёгкий путь…"
HIGHEST = "Достигнут самый высокий уровень."
UNREACHABLE = "Одними показателями этот уровень не набрать."
EXPLAINED = (
    "Показан самый лёгкий набор шагов: сначала критические показатели, потом те, что "
    "дают больше баллов за то же усилие."
)
EFFORT = (
    "Усилие – не дни и не рубли, а число для сравнения: насколько трудно то, чего "
    "требует мероприятие (ответы выше), умножено на высоту. Подняться на второе "
    "значение показателя вдвое труднее, чем на первое, на третье – втрое."
)


class PathCard(Card):
    """Tells wishes: another goal, trying a path out, taking it into the programme."""

    goal_wanted = Signal(object)
    try_wanted = Signal(object)
    take_wanted = Signal(object)

    def __init__(self, directions: Sequence[Direction]) -> None:
        super().__init__("Путь к следующему уровню")
        self._advance: Advance | None = None
        self._indicators = {i.code: i for d in directions for i in d.indicators}
        self._number = 0
        self._goal = QComboBox()
        self._goal.setObjectName("path-goal")
        self._goal.setAccessibleName("Что поднять")
        self._goal.addItem(WHOLE, None)
        for direction in directions:
            self._goal.addItem(direction.name, direction.code)
        self._goal.activated.connect(
            lambda: self.goal_wanted.emit(self._goal.currentData())
        )
        self._standing = text("")
        self._content = QVBoxLayout()
        self._content.setSpacing(SPACE)
        self.body.addWidget(muted(EXPLAINED))
        self.body.addLayout(row(self._goal))
        self.body.addWidget(self._standing)
        self.body.addLayout(self._content)

    def show_waiting(self) -> None:
        """Say that a way is being looked for; the old one is not offered any more."""
        self._standing.setText(WAITING)
        # the old steps stay in place until then, so that the page does not jump
        for offered in self.findChildren(QPushButton):
            offered.setEnabled(False)

    def show_advance(self, advance: Advance) -> None:
        """Show the way to a goal."""
        self._advance, self._number = advance, 0
        self._goal.setCurrentIndex(max(0, self._goal.findData(advance.direction)))
        self._standing.setText(_standing_words(advance))
        self._render()

    @property
    def _paths(self) -> tuple[Path, ...]:
        found = self._advance.paths if self._advance else None
        return tuple(p for p in found.paths if p.steps) if found else ()

    @property
    def _truncated(self) -> bool:
        found = self._advance.paths if self._advance else None
        return found is not None and found.truncated

    def _render(self) -> None:
        empty(self._content)
        paths = self._paths
        if not paths:
            return
        path = paths[self._number]
        effort = sum(step.effort for step in path.steps)
        steps = counted(len(path.steps), STEPS)
        words = f"{steps}, усилие {effort}. Станет: {counted(path.reached, POINTS)}."
        self._content.addWidget(text(words, "strong"))
        self._content.addWidget(muted(EFFORT))
        if len(paths) > 1:
            self._content.addLayout(self._choice(len(paths)))
        for step in path.steps:
            self._content.addLayout(self._step(step))
        attempt = button("Попробовать ниже", "try-path")
        attempt.clicked.connect(
            lambda: self.try_wanted.emit(planned_options(path.steps))
        )
        take = button("Взять в программу развития", "take-path", "main")
        take.clicked.connect(
            lambda: self.take_wanted.emit(tuple(s.indicator for s in path.steps))
        )
        self._content.addLayout(row(take, attempt))

    def _choice(self, count: int) -> QHBoxLayout:
        back = button("Другой вариант", "next-path")
        back.clicked.connect(self._next)
        more = "" if not self._truncated else ", есть и ещё"
        label = short(f"Вариант {self._number + 1} из {count}{more}", "muted")
        return row(label, back)

    def _next(self) -> None:
        paths = self._paths
        self._number = (self._number + 1) % max(1, len(paths))
        self._render()
        again = self.findChild(QPushButton, "next-path")
        if again is not None:
            again.setFocus()

    def _step(self, step: Step) -> QVBoxLayout:
        indicator = self._indicators[step.indicator]
        critical = ", критический" if step.critical else ""
        now = step.now.text if step.now else "нет ответа"
        gained = counted(step.gained, POINTS)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(text(f"{step.indicator} {indicator.name}"))
        told = f"+{gained}, усилие {step.effort}{critical}"
        lines.addWidget(muted(f"{now} → {step.planned.text} ({told})"))
        measure = self._advance.measures.get(step) if self._advance else None
        if measure is not None:
            words = f"{measure.text} ({resource(measure.resource)})"
            lines.addWidget(muted(f"Что сделать: {words}"))
        return lines


def _standing_words(advance: Advance) -> str:
    now = f"Сейчас {advance.now} из {advance.maximum}"
    level = f"{now}, уровень: {level_name(advance.reached)}."
    if advance.level is None:
        return f"{level} {HIGHEST if advance.reached else NO_SCALE}"
    lacking = counted(advance.needed - advance.now, POINTS)
    wanted = (
        f"{level} Уровень «{advance.level.name}» – от {advance.needed}, "
        f"не хватает: {lacking}."
    )
    return wanted if advance.paths else f"{wanted} {UNREACHABLE}"
