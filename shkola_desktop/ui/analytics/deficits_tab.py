"""«Дефициты»: what many schools lack, and the measures of the bank that answer it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import CommonDeficit
from shkola_desktop.ui.analytics.tabs import NO_RESULTS
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import heading, muted, text
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.analytics import deficit_words
from shkola_desktop.words.plans import RESOURCES
from shkola_desktop.words.russian import capital, sentence

ORDERS = (
    ("Сначала критические показатели без баллов", "weight"),
    ("Сначала те, что у большего числа школ", "frequency"),
)
NUMBER = Qt.ItemDataRole.UserRole
NO_DEFICITS = "Все школы ответили на всё с наибольшими баллами: дефицитов нет."
NO_MEASURES = "В банке мероприятий для этого показателя ничего нет."
RURAL = "Для малой школы: "


class DeficitsTab(QWidget):
    """A list of deficits, beside it what answers the one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._analysis: Analysis | None = None
        self._shown: tuple[CommonDeficit, ...] = ()
        self._order = QComboBox()
        self._order.setObjectName("deficit-order")
        self._order.setAccessibleName("Порядок дефицитов")
        for words, key in ORDERS:
            self._order.addItem(words, key)
        self._order.currentIndexChanged.connect(self._draw)
        self._empty = muted("")
        self._list = WrappedList("common-deficits", "Дефициты")
        self._list.currentRowChanged.connect(self._choose)
        self._measures = ScrollPage()
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self._order)
        left.addWidget(self._list, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(self._empty)
        self._both = QWidget()
        across = QHBoxLayout(self._both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        across.addLayout(left, 1)
        across.addWidget(self._measures, 1)
        layout.addWidget(self._both, 1)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self._analysis = analysis
        self._empty.setText(NO_DEFICITS if analysis.counted else NO_RESULTS)
        self._empty.setVisible(not analysis.deficits)
        self._both.setVisible(bool(analysis.deficits))
        self._draw()

    def _draw(self) -> None:
        analysis = self._analysis
        if analysis is None:
            return
        by_weight = self._order.currentData() == "weight"
        self._shown = analysis.deficits if by_weight else analysis.frequent
        self._list.blockSignals(True)  # Qt's setter
        self._list.clear()
        for number, deficit in enumerate(self._shown):
            mark = "Критический показатель. " if deficit.critical else ""
            words = (
                f"{deficit.indicator}. {deficit.name}\n{mark}{deficit_words(deficit)}"
            )
            item = QListWidgetItem(words)
            item.setData(NUMBER, number)
            self._list.addItem(item)
        self._list.blockSignals(False)
        if self._shown:
            self._list.setCurrentRow(0)
            self._choose(0)

    def _choose(self, number: int) -> None:
        analysis = self._analysis
        if analysis is None or not 0 <= number < len(self._shown):
            return
        deficit = self._shown[number]
        column = self._measures.column
        self._measures.clear()
        column.addWidget(heading(deficit.name))
        direction = analysis.names.get(deficit.direction, "")
        column.addWidget(muted(f"Направление «{direction}». {deficit_words(deficit)}."))
        if not deficit.measures:
            column.addWidget(muted(NO_MEASURES))
        for measure in deficit.measures:
            column.addWidget(text(sentence(measure.text), "strong"))
            column.addWidget(text(sentence(f"Результат: {measure.result}")))
            resource = capital(RESOURCES[measure.resource])
            column.addWidget(muted(f"{resource}. Срок: {measure.term}."))
            if measure.rural_hint:
                column.addWidget(muted(sentence(RURAL + measure.rural_hint)))
