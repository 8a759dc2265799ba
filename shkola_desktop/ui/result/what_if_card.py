"""«Что, если»: other answers tried out beside the real ones; nothing is kept."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from shkola_desktop.app.advancing import Trial
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.words.levels import level_name
from shkola_desktop.words.russian import POINTS, counted

EXPLAINED = (
    "Выберите показатели и другие значения и посмотрите, что станет с баллами и "
    "уровнем. Ответы самодиагностики не меняются."
)
LEAST = 30
"""Characters of an option that stay visible."""


class WhatIfCard(Card):
    """``changed`` carries an indicator's code and an option's id, or None."""

    changed = Signal(str, object)
    reset_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__("Что, если…")
        self._form = form
        self._indicator = _box("what-if-indicator", "Показатель")
        for indicator in form.indicators:
            words = f"{indicator.code} {indicator.name}"
            self._indicator.addItem(words, indicator.code)
        add = button("Добавить", "what-if-add")
        add.clicked.connect(self._add)
        self._outcome = text("", "strong")
        self._outcome.setObjectName("what-if-outcome")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE)
        self._take = button("Взять в программу развития", "what-if-take")
        self._take.clicked.connect(self.take_wanted)
        self._reset = button("Сбросить", "what-if-reset")
        self._reset.clicked.connect(self.reset_wanted)
        self.body.addWidget(muted(EXPLAINED))
        self.body.addLayout(row(self._indicator, add, stretch=0))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._outcome)
        self.body.addLayout(row(self._take, self._reset))

    def show_trial(self, trial: Trial) -> None:
        """Show the changed answers and what they would give."""
        empty(self._rows)
        for indicator, option in trial.changes:
            self._rows.addLayout(self._change(indicator, option))
        tried = bool(trial.changes)
        self._outcome.setText(_outcome(trial) if tried else "")
        self._outcome.setVisible(tried)
        self._take.setVisible(tried)
        self._reset.setVisible(tried)

    def _add(self) -> None:
        indicator = self._form.indicator(self._indicator.currentData())
        if indicator is not None:
            best = max(indicator.options, key=lambda option: option.points)
            self.changed.emit(indicator.code, best.id)

    def _change(self, indicator: Indicator, taken: Option) -> QVBoxLayout:
        box = _box(f"what-if-{indicator.code}", f"Значение {indicator.code}")
        for option in indicator.options:
            words = f"{option.text} ({counted(option.points, POINTS)})"
            box.addItem(words, option.id)
        box.setCurrentIndex(max(0, box.findData(taken.id)))
        box.activated.connect(
            lambda: self.changed.emit(indicator.code, box.currentData())
        )
        drop = button("Убрать", f"what-if-drop-{indicator.code}", "link")
        drop.setAccessibleName(f"Убрать показатель {indicator.code}")
        drop.clicked.connect(partial(self.changed.emit, indicator.code, None))
        lines = QVBoxLayout()
        lines.setSpacing(SPACE // 2)
        lines.addWidget(text(f"{indicator.code} {indicator.name}"))
        choice: QHBoxLayout = row(box, drop, stretch=0)
        lines.addLayout(choice)
        return lines


def _box(name: str, label: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(label)
    box.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    box.setMinimumContentsLength(LEAST)
    return box


def _outcome(trial: Trial) -> str:
    now, then = trial.now, trial.then
    change = then.total - now.total
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return (
        f"Было {now.total} из {now.maximum}, уровень: {level_name(now.level)}. "
        f"Станет {then.total} ({sign}{abs(change)}), "
        f"уровень: {level_name(then.level)}."
    )
