"""One deficit: its words, causes and measures, with what the bank suggests."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.ui.programme.chain import Chain, chain_of
from shkola_desktop.ui.programme.deficits.causes_card import CausesCard
from shkola_desktop.ui.programme.deficits.measure_editor import MeasureEditor
from shkola_desktop.ui.programme.deficits.words_card import WordsCard
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage, empty
from shkola_desktop.ui.widgets.texts import button, heading, muted, text
from shkola_desktop.words.plans import RESOURCES

NO_MEASURES = "Мероприятий нет: дефицит останется без плана. Возьмите одно из списка."


class DeficitEditor(ScrollPage):
    """``changed`` carries the changed deficit, ``take_wanted`` a bank's measure.

    ``step_wanted`` carries -1 or 1: the deficit before or after this one.
    """

    changed = Signal(object)
    take_wanted = Signal(object)
    own_wanted = Signal()
    back_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._deficit: Deficit | None = None
        self._editors: dict[str, MeasureEditor] = {}
        self._drawn: tuple[object, ...] | None = None
        self._ways()
        self._heading = heading("")
        self.column.addWidget(self._heading)
        self._chain = Notice("info")
        self.column.addWidget(self._chain)
        self._words = WordsCard()
        self._words.changed.connect(self.changed)
        self._causes = CausesCard()
        self._causes.changed.connect(self._change_causes)
        self._plan = QWidget()
        self._measures = QVBoxLayout(self._plan)
        self._measures.setContentsMargins(0, 0, 0, 0)
        self._measures.setSpacing(2 * SPACE)
        for part in (self._words, self._causes, self._plan):
            self.column.addWidget(part)

    def show_deficit(self, deficit: Deficit, outlook: Outlook) -> None:
        """Show a deficit; the place on the page is kept for the same one."""
        known = self._deficit
        self._deficit = deficit
        if known is None or known.code != deficit.code:
            self.verticalScrollBar().setValue(0)
        shortfall = outlook.shortfall(deficit)
        indicator = shortfall.indicator if shortfall else None
        named = f"{indicator.code} {indicator.name}" if indicator else deficit.text
        self._heading.setText(f"Дефицит {deficit.code}. {named}")
        self._show_ways(outlook)
        self._show_chain(chain_of(deficit, outlook))
        self._words.show_deficit(deficit)
        self._causes.setVisible(deficit.included)
        self._plan.setVisible(deficit.included)
        self._causes.show_causes(deficit, outlook.suggested_causes(deficit))
        self._show_measures(deficit, outlook.suggested_measures(deficit))

    def go_to(self, spot: str) -> None:
        """Put the keyboard at the words, ``causes``, ``measures`` or a measure."""
        editor = self._editors.get(spot.partition(":")[2])
        if editor is not None:
            editor.focus()
            self.reveal(editor)
        elif spot == "causes" and not self._causes.isHidden():
            self._causes.focus()
            self.reveal(self._causes)
        elif spot == "measures" and not self._plan.isHidden():
            self._focus_measures()
        else:
            self._words.focus()

    def flush(self) -> None:
        """Tell what is still being typed."""
        self._words.flush()
        self._causes.flush()
        for editor in tuple(self._editors.values()):
            editor.flush()

    def _ways(self) -> None:
        back = button("К списку дефицитов", "to-deficits", "link")
        back.clicked.connect(self.back_wanted)
        self._before = button("Предыдущий", "deficit-before")
        self._before.setAccessibleName("Предыдущий дефицит")
        self._before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._after = button("Следующий", "deficit-after")
        self._after.setAccessibleName("Следующий дефицит")
        self._after.clicked.connect(lambda: self.step_wanted.emit(1))
        layout = row(back)
        layout.addWidget(self._before)
        layout.addWidget(self._after)
        self.column.addLayout(layout)

    def _show_ways(self, outlook: Outlook) -> None:
        codes = [deficit.code for deficit in outlook.programme.deficits]
        here = self._deficit.code if self._deficit else ""
        self._before.setEnabled(codes[0] != here)
        self._after.setEnabled(codes[-1] != here)

    def _show_chain(self, chain: Chain) -> None:
        whole = chain.missing is None or not chain.deficit.included
        self._chain.say(f"Цепочка: {chain.words}", tone="good" if whole else "warning")

    def _show_measures(
        self, deficit: Deficit, suggested: Sequence[BankMeasure]
    ) -> None:
        drawn = (deficit.code, *(measure.id for measure in deficit.measures))
        if drawn != self._drawn:
            self._drawn = drawn
            self._build_measures(deficit, suggested)
        for measure in deficit.measures:
            self._editors[measure.id].show_measure(measure)

    def _build_measures(
        self, deficit: Deficit, suggested: Sequence[BankMeasure]
    ) -> None:
        for editor in self._editors.values():
            editor.blockSignals(True)  # the keyboard leaves fields that go
        empty(self._measures)
        self._measures.addWidget(heading("Мероприятия"))
        if not deficit.measures:
            self._measures.addWidget(Notice("warning", NO_MEASURES))
        self._editors = {}
        for measure in deficit.measures:
            editor = MeasureEditor(measure)
            editor.changed.connect(self._change_measure)
            editor.drop_wanted.connect(partial(self._drop_measure, measure.id))
            self._editors[measure.id] = editor
            self._measures.addWidget(editor)
        self._measures.addWidget(self._bank_card(deficit, suggested))

    def _bank_card(self, deficit: Deficit, suggested: Sequence[BankMeasure]) -> Card:
        taken = {measure.bank_id for measure in deficit.measures}
        offered = [measure for measure in suggested if measure.id not in taken]
        card = Card("Из банка мероприятий")
        if not offered:
            card.body.addWidget(muted("Больше ничего не предложено."))
        for measure in offered:
            card.body.addLayout(self._offer(measure))
        self._own = button("Добавить своё мероприятие", "own-measure")
        self._own.clicked.connect(self.own_wanted)
        card.body.addLayout(row(self._own))
        return card

    def _offer(self, measure: BankMeasure) -> QHBoxLayout:
        cost = RESOURCES.get(measure.resource, "")
        take = button("Взять", "take-measure")
        take.setAccessibleName(f"Взять мероприятие: {measure.text}")
        take.clicked.connect(partial(self.take_wanted.emit, measure))
        return row(text(f"{measure.text} ({cost})"), take, stretch=0)

    def _focus_measures(self) -> None:
        editor = next(iter(self._editors.values()), None)
        if editor is None:
            self._own.setFocus()
            self.reveal(self._own)
        else:
            editor.focus()
            self.reveal(editor)

    def _set(self, **fields: object) -> None:
        if self._deficit is None:
            return
        changed = replace(self._deficit, **fields)  # pyright: ignore[reportArgumentType]  # fields of Deficit
        if changed != self._deficit:
            self.changed.emit(changed)

    def _change_causes(self, causes: object) -> None:
        self._set(causes=causes)

    def _change_measure(self, changed: Measure) -> None:
        known = self._deficit.measures if self._deficit else ()
        self._set(measures=tuple(changed if m.id == changed.id else m for m in known))

    def _drop_measure(self, id: str) -> None:
        known = self._deficit.measures if self._deficit else ()
        self._set(measures=tuple(m for m in known if m.id != id))
        self._focus_measures()
