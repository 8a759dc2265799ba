"""One deficit: its words, causes and measures, with what the bank suggests."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Cause, Deficit, Measure
from shkola_desktop.ui.programme.measure_editor import MeasureEditor
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading, muted, text
from shkola_desktop.words.plans import RESOURCES

LONGEST = 600
NO_MEASURES = "Мероприятий нет: дефицит останется без плана. Возьмите одно из списка."
NO_CAUSES = "Причин нет: возьмите из списка или напишите свою."


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the bank offers for a deficit."""

    heading: str
    causes: tuple[Cause, ...]
    measures: tuple[BankMeasure, ...]


class DeficitEditor(ScrollPage):
    """``changed`` carries the changed deficit, ``take_wanted`` a bank's measure."""

    changed = Signal(object)
    take_wanted = Signal(object)
    own_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._deficit: Deficit | None = None
        self._suggested: Suggestions | None = None

    def show_nothing(self) -> None:
        """Show that there is no deficit to look at."""
        self._deficit = None
        self.clear()
        self.column.addWidget(
            Notice("good", "Дефицитов нет: все показатели набрали баллы.")
        )

    def show_deficit(self, deficit: Deficit, suggested: Suggestions) -> None:
        """Show a deficit; the place on the page is kept for the same one."""
        if deficit == self._deficit and suggested == self._suggested:
            return  # typed here: the cursor stays where it is
        same = self._deficit is not None and self._deficit.code == deficit.code
        at = self.verticalScrollBar().value() if same else 0
        self._deficit, self._suggested = deficit, suggested
        self.clear()
        self.column.addWidget(heading(f"Дефицит {deficit.code}. {suggested.heading}"))
        self.column.addWidget(self._words_card(deficit))
        if deficit.included:
            self.column.addWidget(self._causes_card(deficit, suggested))
            self._add_measures(deficit, suggested)
        self.verticalScrollBar().setValue(at)

    def _words_card(self, deficit: Deficit) -> Card:
        card = Card()
        words = QLineEdit(deficit.text)
        words.setObjectName("deficit-text")
        words.setAccessibleName("Дефицит")
        words.setMaxLength(LONGEST)
        words.setCursorPosition(0)
        words.editingFinished.connect(
            lambda: self._set(drawn=True, text=words.text().strip())
        )
        card.body.addWidget(muted("Формулировка"))
        card.body.addWidget(words)
        included = QCheckBox("включить в программу")
        included.setObjectName("included")
        included.setChecked(deficit.included)
        reason = QLineEdit(deficit.left_out)
        reason.setObjectName("left-out")
        reason.setAccessibleName("Почему не включён")
        reason.setPlaceholderText("почему не включён")
        if deficit.included:
            reason.hide()
        reason.setMaxLength(LONGEST)
        reason.editingFinished.connect(
            lambda: self._leave_out(reason.text(), out=not included.isChecked())
        )
        included.clicked.connect(
            lambda: self._leave_out(reason.text(), out=not included.isChecked())
        )
        card.body.addWidget(included)
        card.body.addWidget(reason)
        return card

    def _causes_card(self, deficit: Deficit, suggested: Suggestions) -> Card:
        card = Card("Причины")
        if not deficit.causes:
            card.body.addWidget(muted(NO_CAUSES))
        for cause in deficit.causes:
            kind = "внешняя" if cause.external else "внутренняя"
            drop = button("Убрать", "drop-cause", "link")
            drop.setAccessibleName(f"Убрать причину: {cause.text}")
            drop.clicked.connect(partial(self._drop_cause, cause))
            label = text(f"{cause.text} ({kind})")
            card.body.addLayout(row(label, drop, stretch=0))
        offered = [c for c in suggested.causes if c not in deficit.causes]
        card.body.addLayout(self._take_cause(offered))
        card.body.addLayout(self._own_cause())
        return card

    def _take_cause(self, offered: list[Cause]) -> QHBoxLayout:
        choice = QComboBox()
        choice.setObjectName("suggested-causes")
        choice.setAccessibleName("Причины из банка")
        choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        choice.setMinimumContentsLength(20)
        for cause in offered:
            kind = "внешняя" if cause.external else "внутренняя"
            choice.addItem(f"{cause.text} ({kind})", cause)
        take = button("Добавить", "take-cause")
        take.setEnabled(bool(offered))
        take.clicked.connect(lambda: self._add_cause(choice.currentData()))
        return row(choice, take, stretch=0)

    def _own_cause(self) -> QHBoxLayout:
        own = QLineEdit()
        own.setObjectName("own-cause")
        own.setAccessibleName("Своя причина")
        own.setPlaceholderText("своя причина")
        own.setMaxLength(LONGEST)
        external = QCheckBox("внешняя")
        external.setObjectName("own-external")
        add = button("Добавить свою", "add-cause")

        def keep() -> None:
            if own.text().strip():
                self._add_cause(Cause(own.text().strip(), external.isChecked()))

        add.clicked.connect(keep)
        own.returnPressed.connect(keep)
        return row(own, external, add, stretch=0)

    def _add_measures(self, deficit: Deficit, suggested: Suggestions) -> None:
        self.column.addWidget(heading("Мероприятия"))
        if not deficit.measures:
            self.column.addWidget(Notice("warning", NO_MEASURES))
        for measure in deficit.measures:
            editor = MeasureEditor(measure)
            editor.changed.connect(self._change_measure)
            editor.drop_wanted.connect(partial(self._drop_measure, measure.id))
            self.column.addWidget(editor)
        taken = {m.bank_id for m in deficit.measures}
        offered = [m for m in suggested.measures if m.id not in taken]
        card = Card("Из банка мероприятий")
        if not offered:
            card.body.addWidget(muted("Больше ничего не предложено."))
        for measure in offered:
            card.body.addLayout(self._offer(measure))
        own = button("Добавить своё мероприятие", "own-measure")
        own.clicked.connect(self.own_wanted)
        card.body.addLayout(row(own))
        self.column.addWidget(card)

    def _offer(self, measure: BankMeasure) -> QHBoxLayout:
        cost = RESOURCES.get(measure.resource, "")
        take = button("Взять", "take-measure")
        take.setAccessibleName(f"Взять мероприятие: {measure.text}")
        take.clicked.connect(partial(self.take_wanted.emit, measure))
        return row(text(f"{measure.text} ({cost})"), take, stretch=0)

    def _set(self, *, drawn: bool = False, **fields: object) -> None:
        # ``drawn``: the page shows the change already
        if self._deficit is None:
            return
        changed = replace(self._deficit, **fields)  # pyright: ignore[reportArgumentType]  # fields of Deficit
        if changed != self._deficit:
            if drawn:
                self._deficit = changed
            self.changed.emit(changed)

    def _leave_out(self, reason: str, *, out: bool) -> None:
        words = reason.strip() or "решение школы"
        self._set(left_out=words if out else "")

    def _add_cause(self, cause: Cause | None) -> None:
        known = self._causes
        if cause is not None and cause not in known:
            self._set(causes=(*known, cause))

    def _drop_cause(self, cause: Cause) -> None:
        self._set(causes=tuple(c for c in self._causes if c != cause))

    def _change_measure(self, changed: Measure) -> None:
        self._map(lambda m: changed if m.id == changed.id else m, drawn=True)

    def _drop_measure(self, id: str) -> None:
        self._map(lambda m: None if m.id == id else m)

    def _map(
        self, change: Callable[[Measure], Measure | None], *, drawn: bool = False
    ) -> None:
        known = self._deficit.measures if self._deficit else ()
        kept = tuple(m for old in known if (m := change(old)) is not None)
        self._set(drawn=drawn, measures=kept)

    @property
    def _causes(self) -> tuple[Cause, ...]:
        return self._deficit.causes if self._deficit else ()
