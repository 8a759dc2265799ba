"""«Тепловая карта»: the map, and a school's answers behind each of its cells."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.analytics import AnswerLine, SchoolAnswers
from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import SchoolMarks
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.ui.analytics.heat_model import HeatModel
from shkola_desktop.ui.analytics.heat_view import STEPS, HeatView
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.facts_table import Fact, FactsTable
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading, muted, short, text, wide
from shkola_desktop.words.analytics import percent
from shkola_desktop.words.russian import POINTS, counted

HINT = (
    "Доля от максимума. Щелчок по заголовку или пробел сортирует по столбцу, Enter или "
    "двойной щелчок открывает ответы школы. Штриховка: направление обнулено "
    "критическим показателем."
)
EMPTY = (
    "Карта появится, когда хотя бы одна школа сдаст завершённую самодиагностику "
    "за этот год."
)
HEADS = ("Показатель", "Ответ", "Баллы", "Пояснение школы")
QUARTERS = ("первой", "второй", "третьей", "четвёртой")
COMBO_WIDTH = 34
"""Characters of the choice of a direction."""


class HeatTab(QStackedWidget):
    """``answers_wanted`` carries the row of a school and a direction's code."""

    answers_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._model = HeatModel()
        self.view = HeatView(self._model)
        self.view.wanted.connect(self._open)
        self._analysis: Analysis | None = None
        self._school: SchoolMarks | None = None
        self._empty = text(EMPTY)
        self._hint = muted(HINT)
        self._legend = _legend()
        map_page = QWidget()
        column = QVBoxLayout(map_page)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._hint)
        column.addWidget(self._legend)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.addWidget(map_page)
        self.addWidget(self._answers_page())

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self._analysis = analysis
        known = bool(analysis.marks)
        for widget in (self._hint, self._legend, self.view):
            widget.setVisible(known)
        self._empty.setVisible(not known)
        self.view.show_analysis(analysis)
        self.setCurrentIndex(0)

    def show_answers(self, found: SchoolAnswers) -> None:
        """Show what a school answered in a direction."""
        school, analysis = self._school, self._analysis
        if school is None or analysis is None:
            return
        self._name.setText(f"{school.name}, {school.district}")
        self._place.setText(_place_words(analysis, school))
        mark = school.marks.get(found.direction.code)
        if mark is not None:
            reached = f"{counted(mark.points, POINTS)} из {mark.maximum}"
            self._reached.setText(f"{reached} ({percent(mark.share)})")
        self._table.show_facts(HEADS, [_fact(line) for line in found.lines])
        self.setCurrentIndex(1)
        self._directions.setFocus()

    def _answers_page(self) -> QWidget:
        page = ScrollPage()
        back = button("← К карте", "back-to-map")
        back.clicked.connect(self._back)
        self._name = heading("")
        self._place = muted("")
        self._reached = text("", "strong")
        self._directions = QComboBox()
        self._directions.setObjectName("answers-direction")
        self._directions.setAccessibleName("Направление")
        self._directions.setMinimumWidth(wide(self._directions, COMBO_WIDTH))
        self._directions.activated.connect(self._choose)
        self._table = FactsTable("school-answers", "Ответы школы по направлению")
        page.column.addLayout(row(back))
        page.column.addWidget(self._name)
        page.column.addWidget(self._place)
        page.column.addLayout(row(self._directions, self._reached))
        page.column.addWidget(self._table)
        return page

    def _open(self, index: QModelIndex) -> None:
        analysis = self._analysis
        if analysis is None:
            return
        self._school = self._model.row_at(index.row())
        asked = [c for c in analysis.names if c in self._school.marks]
        wanted = self._model.direction_at(index.column())
        self._directions.clear()
        for code in asked:
            self._directions.addItem(analysis.names[code], code)
        if wanted == TOTAL or wanted not in asked:
            wanted = asked[0] if asked else TOTAL
        self._directions.setCurrentIndex(self._directions.findData(wanted))
        self.answers_wanted.emit(self._school, wanted)

    def _choose(self, _number: int) -> None:
        if self._school is not None:
            code = DirectionCode(str(self._directions.currentData()))
            self.answers_wanted.emit(self._school, code)

    def _back(self) -> None:
        self.setCurrentIndex(0)
        self.view.setFocus()


def _fact(line: AnswerLine) -> Fact:
    mark = " (критический)" if line.indicator.critical else ""
    option, answer = line.option, line.answer
    points = option.points if option else 0
    return Fact(
        (
            f"{line.indicator.code}. {line.indicator.name}{mark}",
            option.text if option else "нет ответа",
            f"{points} из {line.indicator.maximum}",
            answer.comment if answer else "",
        ),
        strong=line.indicator.critical and option is not None and not option.points,
    )


def _place_words(analysis: Analysis, school: SchoolMarks) -> str:
    place = analysis.places.get(school.school)
    if place is None or analysis.quartiles is None:
        return ""
    quarter = analysis.quartiles.quarter(school.marks[TOTAL].share)
    return (
        f"{place}-е место из {analysis.counted} по доле от максимума, "
        f"в {QUARTERS[quarter - 1]} четверти школ"
    )


def _legend() -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    lower = 0.0
    for bound, ground, ink in STEPS:
        last = bound > 1
        words = f"{percent(lower)} и выше" if last else f"до {percent(bound)}"
        label = short(f" {words} ")
        label.setStyleSheet(f"background: {ground}; color: {ink}; padding: 2px 8px;")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(label)
        lower = bound
    line.addStretch(1)
    made.setAccessibleName("Чем темнее ячейка, тем больше доля от максимума")
    return made
