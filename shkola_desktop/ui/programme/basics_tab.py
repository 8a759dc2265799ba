"""Period, preset and goal of the programme."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox

from shkola_desktop.domain.programme import (
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    Programme,
    ProgrammeTemplate,
)
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, short
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.russian import YEARS, counted

FIRST_YEAR, LAST_YEAR = 2020, 2060
"""Years a person can choose: no programme of the project lies outside."""
LONGEST_GOAL = 2_000


class BasicsTab(ScrollPage):
    """``changed`` carries the changed programme."""

    changed = Signal(object)
    make_wanted = Signal()

    def __init__(self, template: ProgrammeTemplate) -> None:
        super().__init__()
        self._programme: Programme | None = None
        self._suggested = ""
        card = Card("Срок и состав документа")
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        self._first = self._year("first-year", "Первый год")
        self._last = self._year("last-year", "Последний год")
        layout.addRow("Срок", row(self._first, short("–"), self._last))
        self._warning = Notice("warning")
        layout.addRow(self._warning)
        self._preset = QComboBox()
        self._preset.setObjectName("preset")
        self._preset.setAccessibleName("Состав разделов")
        for preset in template.presets:
            self._preset.addItem(preset.name, preset.code)
        self._preset.activated.connect(self._change)
        layout.addRow("Состав разделов", row(self._preset))
        card.body.addLayout(layout)
        self.column.addWidget(card)
        self.column.addWidget(self._goal_card())
        self.column.addWidget(self._document_card())

    def show_programme(self, programme: Programme, suggested: str) -> None:
        """Show a programme and the goal that its data suggest."""
        self._programme = programme
        self._suggested = suggested
        for box, year in (
            (self._first, programme.first_year),
            (self._last, programme.last_year),
        ):
            box.blockSignals(True)  # Qt's setter
            box.setValue(year)
            box.blockSignals(False)
        self._preset.setCurrentIndex(max(0, self._preset.findData(programme.preset)))
        if not self._goal.hasFocus():
            self._goal.setPlainText(programme.goal)
        self._goal.setPlaceholderText(suggested)
        self._warn(programme)

    def flush(self) -> None:
        """Tell a goal that is still being typed."""
        known = self._programme
        if known is not None and self._goal.toPlainText().strip() != known.goal:
            self._change()

    def _goal_card(self) -> Card:
        card = Card("Цель")
        card.body.addWidget(
            muted(
                "Пустое поле – в документ войдёт предложенная цель, она показана "
                "серым и следует за данными."
            )
        )
        self._goal = TypedText("goal", "Цель программы", 120)
        self._goal.left.connect(self.flush)
        card.body.addWidget(self._goal)
        take = button("Взять предложенную и править", "take-goal", "link")
        take.clicked.connect(self._take_goal)
        clear = button("Вернуть предложенную", "clear-goal", "link")
        clear.clicked.connect(self._clear_goal)
        card.body.addLayout(row(take, clear))
        return card

    def _document_card(self) -> Card:
        card = Card("Документ")
        card.body.addWidget(
            muted("Черновик собирается из данных; его можно сделать в любой момент.")
        )
        make = button("Сделать документ (PDF)", "make-programme", "main")
        make.clicked.connect(self.make_wanted)
        card.body.addLayout(row(make))
        return card

    def _year(self, name: str, label: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(FIRST_YEAR, LAST_YEAR)
        box.valueChanged.connect(self._change)
        return box

    def _warn(self, programme: Programme) -> None:
        length = len(programme.years)
        if length < 1:
            self._warning.say("Последний год раньше первого.", tone="danger")
        elif length < SHORTEST_PERIOD or length > LONGEST_PERIOD:
            self._warning.say(
                f"Срок {counted(length, YEARS)}: обычно {SHORTEST_PERIOD}–"
                f"{LONGEST_PERIOD} лет. Учредители согласуют и другие сроки.",
                tone="warning",
            )
        else:
            self._warning.say("")

    def _take_goal(self) -> None:
        self._goal.setPlainText(self._suggested)
        self._goal.setFocus()
        self._change()

    def _clear_goal(self) -> None:
        self._goal.setPlainText("")
        self._change()

    def _change(self) -> None:
        if self._programme is None:
            return
        first, last = self._first.value(), self._last.value()
        changed = replace(
            self._programme,
            first_year=first,
            last_year=max(first, last),
            preset=str(self._preset.currentData()),
            goal=self._goal.toPlainText().strip()[:LONGEST_GOAL],
        )
        if changed != self._programme:
            self.changed.emit(changed)
