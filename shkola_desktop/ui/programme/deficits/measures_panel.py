"""The measures of a deficit, a few at a time, and what the bank still offers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.ui.programme.deficits.measure_editor import MeasureEditor
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, heading, muted, text
from shkola_desktop.words.plans import RESOURCES

NONE = "Мероприятий нет: дефицит останется без плана. Возьмите одно из списка."
AT_ONCE = 10
"""Editors that are built together: each has eight fields, and takes 3 ms to build."""


class MeasuresPanel(QWidget):
    """``changed`` carries all measures of the deficit, ``take_wanted`` a bank's one.

    ``move_wanted`` carries a measure's id and the code of the deficit it goes to;
    ``shown`` tells that other measures are on the screen and the keyboard is at one.
    """

    changed = Signal(object)
    take_wanted = Signal(object)
    own_wanted = Signal()
    move_wanted = Signal(str, str)
    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deficit: Deficit | None = None
        self._suggested: Sequence[BankMeasure] = ()
        self._others: Sequence[tuple[str, str]] = ()
        self._first = 0
        self._editors: dict[str, MeasureEditor] = {}
        self._drawn: tuple[object, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)

    def show_deficit(
        self,
        deficit: Deficit,
        suggested: Sequence[BankMeasure],
        others: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the measures of a deficit, from the first ones where it is another.

        ``others`` are codes and words of the deficits that a measure can be moved to.
        """
        if self._deficit is None or self._deficit.code != deficit.code:
            self._first = 0
        self._deficit, self._suggested = deficit, suggested
        self._others = others
        last = max(0, len(deficit.measures) - 1)
        self._first = min(self._first, last - last % AT_ONCE)
        self._draw()

    def editor_of(self, id: str) -> QWidget | None:
        """Return the editor of a measure, brought to the screen; None: not here."""
        ids = (
            [measure.id for measure in self._deficit.measures] if self._deficit else []
        )
        if id not in ids:
            return None
        place = ids.index(id)
        self._turn(place - place % AT_ONCE)
        return self._editors[id]

    def focus(self) -> QWidget:
        """Put the keyboard at the first measure shown, and return where it is."""
        editor = next(iter(self._editors.values()), None)
        if editor is None:
            self._own.setFocus()
            return self._own
        editor.focus()
        return editor

    def flush(self) -> None:
        """Tell what is still being typed."""
        for editor in tuple(self._editors.values()):
            editor.flush()

    def _turn(self, first: int) -> None:
        if first != self._first:
            self.flush()
            self._first = first
            self._draw()

    def _draw(self) -> None:
        deficit = self._deficit
        if deficit is None:
            return
        shown = deficit.measures[self._first : self._first + AT_ONCE]
        ids = [measure.id for measure in shown]
        drawn = (deficit.code, self._first, len(deficit.measures), *ids)
        if drawn != self._drawn:
            self._drawn = drawn
            self._build(deficit, shown)
        for measure in shown:
            self._editors[measure.id].show_measure(measure)
            self._editors[measure.id].show_others(self._others)

    def _build(self, deficit: Deficit, shown: Sequence[Measure]) -> None:
        for editor in self._editors.values():
            editor.blockSignals(True)  # the keyboard leaves fields that go
        empty(self._column)
        count, last = len(deficit.measures), self._first + len(shown)
        many = f" {self._first + 1}–{last} из {count}" if count > AT_ONCE else ""
        self._column.addWidget(heading(f"Мероприятия{many}"))
        if not shown:
            self._column.addWidget(Notice("warning", NONE))
        self._editors = {}
        for measure in shown:
            editor = MeasureEditor(measure)
            editor.changed.connect(self._change)
            editor.move_wanted.connect(partial(self.move_wanted.emit, measure.id))
            editor.drop_wanted.connect(partial(self._drop, measure.id))
            self._editors[measure.id] = editor
            self._column.addWidget(editor)
        if many:
            self._column.addLayout(self._ways(count))
        self._column.addWidget(self._bank_card(deficit))

    def _ways(self, count: int) -> QHBoxLayout:
        before = button("Предыдущие мероприятия", "measures-before")
        before.setEnabled(self._first > 0)
        before.clicked.connect(partial(self._step, -AT_ONCE))
        after = button("Следующие мероприятия", "measures-after")
        after.setEnabled(self._first + AT_ONCE < count)
        after.clicked.connect(partial(self._step, AT_ONCE))
        return row(before, after)

    def _step(self, by: int) -> None:
        self._turn(self._first + by)
        self.shown.emit(self.focus())

    def _bank_card(self, deficit: Deficit) -> Card:
        taken = {measure.bank_id for measure in deficit.measures}
        offered = [measure for measure in self._suggested if measure.id not in taken]
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

    def _change(self, changed: Measure) -> None:
        known = self._deficit.measures if self._deficit else ()
        self.changed.emit(tuple(changed if m.id == changed.id else m for m in known))

    def _drop(self, id: str) -> None:
        known = self._deficit.measures if self._deficit else ()
        self.changed.emit(tuple(m for m in known if m.id != id))
        self.shown.emit(self.focus())
