"""Section «Основное»: period and preset, goal, approvals, the document's look."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.programme import (
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    Programme,
    ProgrammeTemplate,
)
from shkola_desktop.ui.programme.basics.approvals_card import ApprovalsCard
from shkola_desktop.ui.programme.basics.goal_card import GoalCard
from shkola_desktop.ui.programme.basics.paper_card import PaperCard
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.texts import short
from shkola_desktop.words import plans
from shkola_desktop.words.russian import YEARS, counted

FIRST_YEAR, LAST_YEAR = 2020, 2060
"""Years a person can choose: no programme of the project lies outside."""


class BasicsSection(SectionPage):
    """What the title page and the passport begin with."""

    def __init__(self, template: ProgrammeTemplate) -> None:
        super().__init__(Part.BASICS)
        self._goal = GoalCard()
        self._goal.changed.connect(self.keeper("goal"))
        self._approvals = ApprovalsCard()
        self._approvals.changed.connect(self.keeper("approvals"))
        self._paper = PaperCard()
        self._paper.changed.connect(self.keeper("paper"))
        period = self._period_card(template)
        self.add(period, self._goal, self._approvals, self._paper)
        self.typed(self._goal, self._approvals)
        self.spot("period", period, self._first.setFocus)
        self.spot("goal", self._goal, self._goal.focus)
        self.spot("approvals", self._approvals, self._approvals.focus)
        self.spot("paper", self._paper, self._paper.focus)

    def draw(self, outlook: Outlook) -> None:
        """Show period, goal, approvals, look."""
        programme = outlook.programme
        for box, year in (
            (self._first, programme.first_year),
            (self._last, programme.last_year),
        ):
            box.blockSignals(True)  # Qt's setter
            box.setValue(year)
            box.blockSignals(False)
        self._preset.setCurrentIndex(max(0, self._preset.findData(programme.preset)))
        self._warn(programme)
        self._goal.show_goal(programme.goal, suggested_goal(outlook))
        self._approvals.show_approvals(programme.approvals)
        self._paper.show_paper(programme.paper)

    def _period_card(self, template: ProgrammeTemplate) -> Card:
        card = Card("Срок и состав документа")
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._first = self._year("first-year", "Первый год")
        self._last = self._year("last-year", "Последний год")
        layout.addRow("Срок", row(self._first, short("–"), self._last))
        self._preset = QComboBox()
        self._preset.setObjectName("preset")
        self._preset.setAccessibleName("Состав разделов")
        for preset in template.presets:
            self._preset.addItem(preset.name, preset.code)
        self._preset.activated.connect(self._change_period)
        layout.addRow("Состав разделов", row(self._preset))
        card.body.addLayout(layout)
        self._warning = Notice("warning")
        card.body.addWidget(self._warning)
        return card

    def _year(self, name: str, label: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(FIRST_YEAR, LAST_YEAR)
        box.valueChanged.connect(self._change_period)
        return box

    def _change_period(self) -> None:
        first, last = self._first.value(), self._last.value()
        self.change(
            first_year=first,
            last_year=max(first, last),
            preset=str(self._preset.currentData()),
        )

    def _warn(self, programme: Programme) -> None:
        length = len(programme.years)
        if SHORTEST_PERIOD <= length <= LONGEST_PERIOD:
            self._warning.say("")
            return
        self._warning.say(
            f"Срок {counted(length, YEARS)}: обычно {SHORTEST_PERIOD}–"
            f"{LONGEST_PERIOD} лет. Учредители согласуют и другие сроки.",
            tone="warning",
        )


def suggested_goal(outlook: Outlook) -> str:
    """Return the goal that the data suggest."""
    without = replace(outlook.programme, goal="")
    material = outlook.material
    return plans.goal(without, material.form, material.result, outlook.planned)
