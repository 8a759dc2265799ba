"""The causes of a deficit, each with the task that answers it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from shkola_desktop.domain.programme import Cause, Deficit
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line
from shkola_desktop.words.plans import cause_task

LONGEST = 600
LINES = 2
NO_CAUSES = "Причин нет: возьмите из списка или напишите свою."
TASKS = (
    "Задача отвечает на причину. Пустое поле – войдёт готовая задача, она показана "
    "серым."
)


class CausesCard(Card):
    """``changed`` carries the causes. Causes are told apart by words and kind."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Причины и задачи")
        self._causes: tuple[Cause, ...] = ()
        self._tasks: list[TypedText] = []
        self._drawn: tuple[object, ...] | None = None
        self.body.addWidget(muted(TASKS))
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        self.body.addLayout(self._column)
        self.body.addLayout(self._take_row())
        self.body.addLayout(self._own_row())

    def show_causes(self, deficit: Deficit, suggested: Sequence[Cause]) -> None:
        """Show causes with their tasks; what is not taken is offered."""
        self._causes = deficit.causes
        drawn = (deficit.code, *(cause.key for cause in deficit.causes))
        if drawn != self._drawn:
            self._drawn = drawn
            self._build()
            self._offer(suggested)
        for cause, field in zip(deficit.causes, self._tasks, strict=True):
            field.show_words(cause.task)
            prepared = cause_task((replace(cause, task=""),), (deficit,))
            field.setPlaceholderText(prepared)

    def focus(self) -> None:
        """Put the keyboard at the first task, or where a cause is added."""
        if self._tasks:
            self._tasks[0].setFocus()
        else:
            self._choice.setFocus()

    def flush(self) -> None:
        """Tell tasks that are still being typed."""
        if len(self._tasks) == len(self._causes):
            pairs = zip(self._causes, self._tasks, strict=True)
            self._tell(tuple(_with_task(c, field) for c, field in pairs))

    def _build(self) -> None:
        for field in self._tasks:
            field.blockSignals(True)  # the keyboard leaves fields that go
        empty(self._column)
        self._tasks = []
        if not self._causes:
            self._column.addWidget(muted(NO_CAUSES))
        for cause in self._causes:
            drop = button("Убрать", "drop-cause", "link")
            drop.setAccessibleName(f"Убрать причину: {cause.text}")
            drop.clicked.connect(partial(self._drop, cause))
            self._column.addLayout(row(text(_named(cause)), drop, stretch=0))
            height = self.fontMetrics().lineSpacing() * LINES + 2 * SPACE
            field = TypedText("cause-task", f"Задача: {cause.text}", height)
            field.left.connect(self.flush)
            self._tasks.append(field)
            layout = QFormLayout()
            layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            layout.addRow("Задача", field)
            self._column.addLayout(layout)

    def _take_row(self) -> QHBoxLayout:
        self._choice = QComboBox()
        self._choice.setObjectName("suggested-causes")
        self._choice.setAccessibleName("Причины из банка")
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.setMinimumContentsLength(20)
        self._take = button("Добавить", "take-cause")
        self._take.setAccessibleName("Добавить причину из банка")
        self._take.clicked.connect(lambda: self._add(self._choice.currentData()))
        return row(self._choice, self._take, stretch=0)

    def _own_row(self) -> QHBoxLayout:
        self._own = QLineEdit()
        self._own.setObjectName("own-cause")
        self._own.setAccessibleName("Своя причина")
        self._own.setPlaceholderText("своя причина")
        limit_line(self._own, LONGEST)
        self._external = QCheckBox("внешняя")
        self._external.setObjectName("own-external")
        add = button("Добавить свою", "add-cause")
        add.clicked.connect(self._keep_own)
        self._own.returnPressed.connect(self._keep_own)
        return row(self._own, self._external, add, stretch=0)

    def _offer(self, suggested: Sequence[Cause]) -> None:
        taken = {cause.key for cause in self._causes}
        offered = [cause for cause in suggested if cause.key not in taken]
        self._choice.clear()
        for cause in offered:
            self._choice.addItem(_named(cause), cause)
        self._choice.setEnabled(bool(offered))
        self._take.setEnabled(bool(offered))

    def _keep_own(self) -> None:
        words = self._own.text().strip()
        if words:
            self._own.clear()
            self._add(Cause(words, self._external.isChecked()))
            self._own.setFocus()

    def _add(self, cause: Cause | None) -> None:
        if cause is not None and all(cause.key != c.key for c in self._causes):
            self._tell((*self._causes, cause))

    def _drop(self, cause: Cause) -> None:
        self._tell(tuple(c for c in self._causes if c.key != cause.key))
        self.focus()

    def _tell(self, causes: tuple[Cause, ...]) -> None:
        if causes != self._causes:
            self.changed.emit(causes)


def _with_task(cause: Cause, field: TypedText) -> Cause:
    typed = field.toPlainText()
    if typed == cause.task:
        return cause
    return replace(cause, task=" ".join(typed.split()))


def _named(cause: Cause) -> str:
    return f"{cause.text} ({'внешняя' if cause.external else 'внутренняя'})"
