"""Section «Выполнение»: a year, its measures, values, checks and correction."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QTabWidget, QVBoxLayout, QWidget

from shkola_desktop.app import executing
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.progress import first_day, share_of, year_at
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.execution.checks_tab import ChecksTab
from shkola_desktop.ui.programme.execution.correction_tab import CorrectionTab
from shkola_desktop.ui.programme.execution.values_tab import ValuesTab
from shkola_desktop.ui.programme.execution.works_tab import WorksTab
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import Telling
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, short, text, wide
from shkola_desktop.words.execution import share_words
from shkola_desktop.words.russian import long_date

TABS = ("works", "values", "checks", "correction")
TITLES = ("Мероприятия", "Показатели", "Проверки", "Корректировка")
BEFORE = (
    "Здесь школа отмечает, что из дорожной карты сделано, какие значения достигнуты, "
    "проводит проверки в январе и июне и вносит корректировку года."
)
BAR = 12
"""Characters."""


class ExecutionSection(Telling):
    """``correction_wanted`` carries a correction, ``report_wanted`` a year."""

    correction_wanted = Signal(object)
    report_wanted = Signal(int)

    def __init__(self, icons: Icons) -> None:
        super().__init__(Part.EXECUTION)
        self._programme: str = ""
        self._year = 0
        self._early = ""
        self.works = WorksTab(icons)
        self.values = ValuesTab()
        self.checks = ChecksTab()
        self.correction = CorrectionTab()
        self._pages = (self.works, self.values, self.checks, self.correction)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("execution-tabs")
        for page, words in zip(self._pages, TITLES, strict=True):
            self._tabs.addTab(page, words)
        for page in (self.works, self.values, self.checks):
            page.changed.connect(self.changed)
        self.correction.wanted.connect(self.correction_wanted)
        self.checks.report_wanted.connect(lambda: self.report_wanted.emit(self._year))
        self._tabs.currentChanged.connect(self.flush)
        column = QVBoxLayout()
        column.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        column.setSpacing(SPACE)
        self._waiting = self._made_waiting()
        column.addWidget(self._waiting)
        self._full = QWidget()
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE)
        inside.addLayout(self._head())
        inside.addWidget(self._tabs, 1)
        column.addWidget(self._full, 1)
        self.own_words.hide()
        self.outer.addLayout(column)
        self._typed = [*self._pages]

    def draw(self, outlook: Outlook) -> None:
        """Show the year that is chosen, or when the first one begins."""
        programme = outlook.programme
        today = self._today
        if programme.id != self._programme:
            self._programme, self._year = programme.id, year_at(programme, today)
        if self._year not in programme.years:
            self._year = year_at(programme, today)
        waits = not executing.begun(programme, today) and self._early != programme.id
        self._waiting.setVisible(waits)
        self._full.setVisible(not waits)
        if waits:
            begins = long_date(first_day(programme))
            self._begins.setText(f"Программа начинается {begins} {BEFORE}")
            return
        course = executing.course(outlook.material)
        self._show_years(tuple(programme.years))
        share = share_of(course.entries(self._year))
        self._bar.setValue(share.percent or 0)
        self._share.setText(share_words(share))
        for page in self._pages:
            page.show_year(outlook, course, self._year)

    def go_to(self, spot: str) -> None:
        """Open a tab («execution:checks») or a year («execution:2027»)."""
        _, _, rest = spot.partition(":")
        if rest.isdecimal() and self.outlook is not None:
            self._choose(int(rest))
        elif rest in TABS:
            self._tabs.setCurrentIndex(TABS.index(rest))
        if self._waiting.isVisibleTo(self):
            self._open.setFocus()
        else:
            self._pages[self._tabs.currentIndex()].focus()

    @property
    def _today(self) -> date:
        if self.outlook is None:
            return date.min
        return self.outlook.material.made_at.astimezone().date()

    def _made_waiting(self) -> QWidget:
        card = Card("Ещё не началась")
        self._begins = text("")
        card.body.addWidget(self._begins)
        self._open = button("Отмечать уже сейчас", "execution-early")
        self._open.clicked.connect(self._begin_early)
        card.body.addLayout(row(self._open))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return box

    def _head(self) -> QVBoxLayout:
        self._years = QComboBox()
        self._years.setObjectName("execution-year")
        self._years.setAccessibleName("Год программы")
        self._years.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._years.setMinimumContentsLength(len("2027 год") + 2)
        self._years.activated.connect(self._year_chosen)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(wide(self, BAR))
        self._bar.setAccessibleName("Доля выполненных мероприятий года")
        self._share = short("", "muted")
        self._share.setAccessibleName("Выполнено мероприятий")
        layout = QVBoxLayout()
        line = row(self._years, self._bar, self._share, stretch=1)
        layout.addLayout(line)
        return layout

    def _show_years(self, years: tuple[int, ...]) -> None:
        self._years.clear()
        for year in years:
            self._years.addItem(f"{year} год", year)
        self._years.setCurrentIndex(years.index(self._year))

    def _year_chosen(self) -> None:
        self._choose(int(self._years.currentData()))

    def _choose(self, year: int) -> None:
        if self.outlook is None or year not in self.outlook.programme.years:
            return
        self.flush()
        self._year = year
        self.draw(self.outlook)

    def _begin_early(self) -> None:
        if self.outlook is not None:
            self._early = self.outlook.programme.id
            self.draw(self.outlook)
            self.works.focus()
