"""A short list of records: read, opened for changes, added, dropped, put in order."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.record_form import LONGEST, RecordForm, Shape
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.ui.widgets.typed_text import limit_line

ORDER_TIP = "Переставить: Alt+↑ и Alt+↓"


class Records(QWidget):
    """``changed`` carries all records as a tuple; at most one is open for changes."""

    changed = Signal(object)

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._shape = shape
        self._records: tuple[Any, ...] = ()
        self._rows: list[_RecordRow] = []
        self._open: int | None = None
        self._drawn: tuple[int, int | None] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        outer.addLayout(self._column)
        self._line = QLineEdit()
        self._line.setObjectName(f"new-{shape.name}")
        self._line.setAccessibleName(f"Добавить: {shape.noun}")
        self._line.setPlaceholderText(shape.hint)
        limit_line(self._line, LONGEST)
        self._line.returnPressed.connect(self._add)
        add = button("Добавить", f"add-{shape.name}")
        add.setAccessibleName(f"Добавить: {shape.noun}")
        add.clicked.connect(self._add)
        outer.addLayout(row(self._line, add, stretch=0))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move, step))

    def show_records(self, records: Sequence[Any]) -> None:
        """Show the records; what is open stays open."""
        self._records = tuple(records)
        if self._open is not None and self._open >= len(self._records):
            self._open = None
        drawn = (len(self._records), self._open)
        if drawn != self._drawn:
            self._drawn = drawn
            self._build()
        for shown, record in zip(self._rows, self._records, strict=True):
            shown.show_record(record)

    def flush(self) -> None:
        """Tell a field that is still being typed."""
        if self._open is not None:
            self._write(self._open)
        if self._line.text().strip():
            self._add()

    def focus_new(self) -> None:
        """Put the keyboard at the line for a new record."""
        self._line.setFocus()

    def _build(self) -> None:
        for shown in self._rows:
            if shown.form is not None:
                shown.form.blockSignals(True)  # the keyboard leaves fields that go
        empty(self._column)
        self._rows = []
        for position in range(len(self._records)):
            made = _RecordRow(self._shape, opened=position == self._open)
            made.edit_wanted.connect(partial(self._turn, position))
            made.drop_wanted.connect(partial(self._drop, position))
            made.move_wanted.connect(self._move)
            if made.form is not None:
                made.form.changed.connect(partial(self._write, position))
            self._rows.append(made)
            self._column.addWidget(made)

    def _write(self, position: int) -> None:
        if position >= len(self._rows):
            return
        form = self._rows[position].form
        if form is None:
            return
        known = self._records[position]
        self._tell(position, self._shape.write(known, form.values()))

    def _tell(self, position: int, record: Any) -> None:
        if record != self._records[position]:
            before, after = self._records[:position], self._records[position + 1 :]
            self.changed.emit((*before, record, *after))

    def _add(self) -> None:
        words = self._line.text().strip()
        if not words:
            self._line.setFocus()
            return
        self._line.clear()
        more = len(self._shape.fields) > 1
        if more:
            self._open = len(self._records)
        self.changed.emit((*self._records, self._shape.make(words)))
        if more and self._rows and self._rows[-1].form is not None:
            self._rows[-1].form.focus_first()

    def _drop(self, position: int) -> None:
        before, after = self._records[:position], self._records[position + 1 :]
        self._open = None
        self.changed.emit((*before, *after))
        if self._rows:
            self._rows[min(position, len(self._rows) - 1)].edit.setFocus()
        else:
            self._line.setFocus()

    def _turn(self, position: int) -> None:
        closing = self._open == position
        self.flush()
        self._open = None if closing else position
        self.show_records(self._records)
        form = self._rows[position].form
        if form is None:
            self._rows[position].edit.setFocus()
        else:
            form.focus_first()

    def _move(self, step: int) -> None:
        position = self._position()
        if position is None or not 0 <= position + step < len(self._records):
            return
        self.flush()
        other = position + step
        records = list(self._records)
        records[position], records[other] = records[other], records[position]
        if self._open is not None:
            self._open = {position: other, other: position}.get(self._open, self._open)
        self.changed.emit(tuple(records))
        self._rows[other].edit.setFocus()

    def _position(self) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next(
            (n for n, known in enumerate(self._rows) if known.isAncestorOf(focus)), None
        )


class _RecordRow(QFrame):
    """One record: its words, or its fields while it is open."""

    edit_wanted = Signal()
    drop_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, shape: Shape, *, opened: bool) -> None:
        super().__init__()
        self.setProperty("look", "record")
        self._shape = shape
        self._head = text("", "strong" if len(shape.fields) > 1 else "")
        self._rest = muted("")
        self.form = RecordForm(shape) if opened else None
        self.edit = self._button("Готово" if opened else "Изменить", "edit")
        self.edit.clicked.connect(self.edit_wanted)
        self.edit.setToolTip(ORDER_TIP)
        self._drop = self._button("Убрать", "drop")
        self._drop.clicked.connect(self.drop_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        if self.form is None:
            layout.addLayout(row(self._head, self.edit, self._drop, stretch=0))
            layout.addWidget(self._rest)
            return
        up = self._button("Выше", "raise")
        up.clicked.connect(lambda: self.move_wanted.emit(-1))
        down = self._button("Ниже", "lower")
        down.clicked.connect(lambda: self.move_wanted.emit(1))
        layout.addWidget(self.form)
        layout.addLayout(row(self.edit, up, down, self._drop))

    def show_record(self, record: Any) -> None:
        """Show a record."""
        head, rest = self._shape.told(record)
        self._head.setText(head)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest) and self.form is None)
        self.edit.setAccessibleName(f"{self.edit.text()}: {head}")
        self._drop.setAccessibleName(f"Убрать: {head}")
        if self.form is not None:
            self.form.show_values(self._shape.read(record))

    def _button(self, words: str, name: str) -> QPushButton:
        return button(words, f"{name}-{self._shape.name}", "link")
