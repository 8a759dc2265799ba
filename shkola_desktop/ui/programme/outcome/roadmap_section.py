"""Section «Дорожная карта»: measures by direction over the years of the period."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.programme import Deficit, Measure, Programme
from shkola_desktop.ui.programme.outcome.gantt_list import (
    CODE,
    UNCLEAR,
    Bar,
    GanttList,
    YearsHead,
)
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import Telling
from shkola_desktop.ui.programme.years import years_of
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.texts import muted

EXPLAINED = (
    "Полосы – по срокам мероприятий. Enter или щелчок открывают мероприятие. Общие "
    "мероприятия (приказ, отчёты) добавятся в документе сами."
)
NOTHING = (
    "Мероприятий пока нет: дорожная карта соберётся из них сама. Запланируйте их в "
    "разделе «Дефициты и мероприятия»."
)


class RoadmapSection(Telling):
    """``jump_wanted`` carries the place of a measure."""

    jump_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(Part.ROADMAP)
        self._nothing = Notice("info")
        self._list = GanttList("roadmap", "Дорожная карта")
        self._list.itemActivated.connect(self._jump)
        self._list.itemClicked.connect(self._jump)
        self._head = YearsHead(self._list)
        column = QVBoxLayout()
        column.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        column.setSpacing(SPACE)
        column.addWidget(muted(EXPLAINED))
        column.addWidget(self._nothing)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self.own_words)
        self.outer.addLayout(column)

    def draw(self, outlook: Outlook) -> None:
        """Show the bars."""
        bars = tuple(_bars(outlook))
        self._nothing.say("" if bars else NOTHING)
        self._head.setVisible(bool(bars))
        self._list.setVisible(bool(bars))
        self._list.show_bars(bars, tuple(outlook.programme.years))
        self._head.update()

    def go_to(self, spot: str) -> None:
        """Mark the first measure of a year, or of somebody responsible."""
        if self.outlook is None or self._list.isHidden():
            return
        kind, _, rest = spot.partition(":")
        self._list.setFocus()
        for number in range(self._list.count()):
            if self._fits(self._list.item(number), kind, rest):
                self._list.mark(number)
                return

    def _fits(self, item: QListWidgetItem, kind: str, rest: str) -> bool:
        if self.outlook is None or not item.data(CODE):
            return False
        deficit = self.outlook.deficit_of(str(item.data(CODE)))
        known = deficit.measures if deficit else ()
        measure = next((m for m in known if m.id == item.data(CODE)), None)
        if measure is None or not rest:
            return measure is not None
        if kind == "responsible":
            return rest in measure.responsible
        years = years_of(measure.term, self.outlook.programme)
        return rest in map(str, years)

    def _jump(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.jump_wanted.emit(f"measure:{item.data(CODE)}")


def _bars(outlook: Outlook) -> Iterator[Bar]:
    for direction in outlook.material.form.directions:
        planned = outlook.measures(direction.code)
        if planned:
            yield Bar("", direction.name)
        for deficit, measure in planned:
            yield _bar(deficit, measure, outlook.programme)


def _bar(deficit: Deficit, measure: Measure, programme: Programme) -> Bar:
    years = years_of(measure.term, programme)
    words = f"{deficit.code}  {measure.text}"
    when = ", ".join(map(str, years)) if years else UNCLEAR
    return Bar(measure.id, words, years, f"{words}. Годы: {when}. {measure.term}")
