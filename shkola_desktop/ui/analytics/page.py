"""«Аналитика»: what to look at above, the tables and pictures in tabs below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.analytics import Asked
from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.ui.analytics.deficits_tab import DeficitsTab
from shkola_desktop.ui.analytics.heat_tab import HeatTab
from shkola_desktop.ui.analytics.tabs import (
    ComparisonTab,
    HandingInTab,
    LevelsTab,
    YearsTab,
)
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.texts import button, muted, title, wide
from shkola_desktop.words.analytics import SMALL, counted_words, percent_exact

TABS = ("Сдача", "Тепловая карта", "Уровни", "Дефициты", "Динамика", "Сравнение")
ALL_DISTRICTS = "Все районы"
YEAR_WIDTH, DISTRICT_WIDTH = 9, 28
"""Characters of the choices."""
ARROW = 56
"""Pixels of padding and arrow beside them."""


class AnalyticsPage(QWidget):
    """Tells what was chosen by ``asked``, what is wanted by the other signals."""

    asked = Signal(object)
    excel_wanted = Signal()
    csv_wanted = Signal()
    report_wanted = Signal()
    road_map_wanted = Signal()
    check_wanted = Signal()
    repair_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.handing_in = HandingInTab()
        self.heat = HeatTab()
        self.levels = LevelsTab()
        self.deficits = DeficitsTab()
        self.years = YearsTab()
        self.comparison = ComparisonTab()
        self.notice = Notice("info")
        self.differences = Notice("warning")
        self.differences.add_button(
            "Пересчитать", "analytics-repair", self.repair_wanted.emit
        )
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName("Аналитика считается")
        self._busy.hide()
        self._numbers = muted("")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("analytics-tabs")
        self.tabs.tabBar().setAccessibleName("Разделы аналитики")
        pages = (
            self.handing_in,
            self.heat,
            self.levels,
            self.deficits,
            self.years,
            self.comparison,
        )
        for page, words in zip(pages, TABS, strict=True):
            self.tabs.addTab(page, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addLayout(self._filters())
        column.addWidget(self._numbers)
        column.addWidget(self.notice)
        column.addWidget(self.differences)
        column.addWidget(self._busy)
        column.addWidget(self.tabs, 1)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what was asked for."""
        self._show_choices(analysis)
        words = f"{counted_words(analysis)}."
        if analysis.total is not None:
            share = percent_exact(analysis.total.share)
            words += f" В среднем достигнуто {share} от максимума."
        self._numbers.setText(words)
        for tab in (
            self.handing_in,
            self.heat,
            self.levels,
            self.deficits,
            self.years,
            self.comparison,
        ):
            tab.show_analysis(analysis)
        for wish in self._exports:
            wish.setEnabled(bool(analysis.registered))

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is reckoned."""
        self._busy.setVisible(busy)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(title("Аналитика"), 1)
        wishes = (
            ("Excel…", "analytics-excel", self.excel_wanted),
            ("CSV…", "analytics-csv", self.csv_wanted),
            ("Справка", "analytics-report", self.report_wanted),
            ("Дорожная карта", "analytics-road-map", self.road_map_wanted),
            ("Сверить с ответами", "analytics-check", self.check_wanted),
        )
        self._exports = [button(words, name) for words, name, _ in wishes]
        for made, (_, _, wish) in zip(self._exports, wishes, strict=True):
            made.clicked.connect(wish)
            line.addWidget(made)
        return line

    def _filters(self) -> QHBoxLayout:
        self._year = QComboBox()
        self._year.setObjectName("analytics-year")
        self._year.setAccessibleName("Год самодиагностики")
        self._year.setMinimumWidth(wide(self._year, YEAR_WIDTH) + ARROW)
        self._district = QComboBox()
        self._district.setObjectName("analytics-district")
        self._district.setAccessibleName("Район")
        width = wide(self._district, DISTRICT_WIDTH) + ARROW
        self._district.setMinimumWidth(width)
        self._district.setMaximumWidth(width)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._district.setSizePolicy(policy)
        self._small = QCheckBox(f"Только малые ({SMALL})")
        self._small.setObjectName("analytics-small")
        self._rural = QCheckBox("Только сельские")
        self._rural.setObjectName("analytics-rural")
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        for chooser in (self._year, self._district):
            chooser.activated.connect(self._ask)
            line.addWidget(chooser)
        for box in (self._small, self._rural):
            box.clicked.connect(self._ask)
            line.addWidget(box)
        line.addStretch(1)
        return line

    def _ask(self, *_changed: object) -> None:
        year, district = self._year.currentData(), self._district.currentData()
        self.asked.emit(
            Asked(
                int(year) if year else None,
                str(district or ""),
                small=self._small.isChecked(),
                rural=self._rural.isChecked(),
            )
        )

    def _show_choices(self, analysis: Analysis) -> None:
        years = analysis.years or (analysis.scope.year,)
        self._year.clear()
        for year in years:
            self._year.addItem(f"{year} год", year)
        self._year.setCurrentIndex(max(0, self._year.findData(analysis.scope.year)))
        self._district.clear()
        self._district.addItem(ALL_DISTRICTS, "")
        for district in analysis.districts:
            self._district.addItem(district.name or district.code, district.code)
            self._district.setItemData(
                self._district.count() - 1, district.name, Qt.ItemDataRole.ToolTipRole
            )
        wanted = self._district.findData(analysis.scope.district)
        self._district.setCurrentIndex(max(0, wanted))
        self._district.setVisible(analysis.region)
