"""Targets of the school's own: a table with base and years, more for the marked row."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.facts_table import NARROW
from shkola_desktop.ui.widgets.texts import button, muted
from shkola_desktop.ui.widgets.typed_text import limit_line, show_line

EMPTY = (
    "Свои показатели необязательны: то, что школа измеряет сверх самодиагностики, "
    "например «Доля детей в кружках, %» или «Сетевой договор, да/нет». Напишите "
    "название и нажмите «Добавить»."
)
FILLED = "Значения пишут прямо в таблице: цифрами или словами («да», «12 чел.»)."
FIXED = ("Показатель", "Ед.", "База")
"""Columns before the years."""
LONGEST = 400
MORE = (("source", "Источник данных"), ("responsible", "Ответственный"))


class TargetsCard(Card):
    """``changed`` carries all targets."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Свои показатели")
        self._targets: tuple[Target, ...] = ()
        self._years: tuple[int, ...] = ()
        self._note = muted(EMPTY)
        self.body.addWidget(self._note)
        self._table = self._made_table()
        self.body.addWidget(self._table)
        self._more = QWidget()
        layout = QFormLayout(self._more)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._lines: dict[str, QLineEdit] = {}
        for name, label in MORE:
            line = QLineEdit()
            line.setObjectName(f"target-{name}")
            line.setAccessibleName(label)
            limit_line(line, LONGEST)
            line.editingFinished.connect(self._keep_more)
            self._lines[name] = line
            layout.addRow(label, line)
        drop = button("Убрать показатель", "drop-target", "link")
        drop.clicked.connect(self._drop)
        layout.addRow("", row(drop))
        self.body.addWidget(self._more)
        self._new = QLineEdit()
        self._new.setObjectName("new-target")
        self._new.setAccessibleName("Новый показатель")
        self._new.setPlaceholderText("новый показатель")
        limit_line(self._new, LONGEST)
        self._new.returnPressed.connect(self._add)
        add = button("Добавить", "add-target")
        add.setAccessibleName("Добавить показатель")
        add.clicked.connect(self._add)
        self.body.addLayout(row(self._new, add, stretch=0))

    def show_targets(self, targets: Sequence[Target], years: tuple[int, ...]) -> None:
        """Show targets over the years of the period."""
        self._targets, self._years = tuple(targets), years
        self._note.setText(FILLED if targets else EMPTY)
        self._table.setVisible(bool(targets))
        self._more.setVisible(bool(targets))
        self._table.blockSignals(True)  # Qt's setter
        heads = (*FIXED, *map(str, years))
        self._table.setColumnCount(len(heads))
        self._table.setRowCount(len(targets))
        self._table.setHorizontalHeaderLabels(heads)
        for number, target in enumerate(targets):
            for column, words in enumerate(_cells(target, len(years))):
                self._show_cell(number, column, words)
        if targets and self._table.currentRow() < 0:
            self._table.setCurrentCell(0, 0)
        self._table.blockSignals(False)
        self._fit(len(heads))
        self._show_more()

    def focus(self) -> None:
        """Put the keyboard into the table, or where a target is added."""
        if self._targets:
            self._table.setFocus()
        else:
            self._new.setFocus()

    def flush(self) -> None:
        """Tell what is still being typed."""
        if self._table.isAncestorOf(self._table.focusWidget() or self):
            self._table.setFocus()  # a cell that is open is taken over
        self._keep_more()
        if self._new.text().strip():
            self._add()

    def _made_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setObjectName("targets")
        table.setAccessibleName("Свои показатели: база и значения по годам")
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionsClickable(False)
        table.horizontalHeader().setStyleSheet(NARROW)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        )
        table.cellChanged.connect(self._keep_cell)
        table.currentCellChanged.connect(self._show_more)
        return table

    def _show_cell(self, number: int, column: int, words: str) -> None:
        item = self._table.item(number, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self._table.setItem(number, column, item)
        if item.text() != words:
            item.setText(words)

    def _fit(self, columns: int) -> None:
        head = self._table.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for column in range(columns):
            head.setSectionResizeMode(
                column, mode.ResizeToContents if column else mode.Stretch
            )
        self._table.resizeRowsToContents()
        rows = sum(self._table.rowHeight(n) for n in range(self._table.rowCount()))
        height = rows + head.sizeHint().height() + 2 * self._table.frameWidth() + 2
        self._table.setFixedHeight(height)

    @property
    def _marked(self) -> int | None:
        marked = self._table.currentRow()
        return marked if 0 <= marked < len(self._targets) else None

    def _show_more(self) -> None:
        marked = self._marked
        if marked is None:
            return
        for name, line in self._lines.items():
            words = getattr(self._targets[marked], name)
            show_line(line, words)

    def _keep_more(self) -> None:
        marked = self._marked
        if marked is not None:
            more = {name: line.text().strip() for name, line in self._lines.items()}
            self._tell(marked, replace(self._targets[marked], **more))

    def _keep_cell(self, number: int, column: int) -> None:
        item = self._table.item(number, column)
        if item is not None and number < len(self._targets):
            words = item.text().strip()[:LONGEST]
            known = self._targets[number]
            self._tell(number, _with_cell(known, column, words, len(self._years)))
            self._show_cell(number, column, _shown(self._targets, number, column))

    def _add(self) -> None:
        words = self._new.text().strip()
        if not words:
            self._new.setFocus()
            return
        self._new.clear()
        empty = tuple("" for _ in self._years)
        self.changed.emit((*self._targets, Target(words, "", "", empty)))
        self._table.setCurrentCell(len(self._targets) - 1, 1)
        self._table.setFocus()

    def _drop(self) -> None:
        marked = self._marked
        if marked is not None:
            before, after = self._targets[:marked], self._targets[marked + 1 :]
            self.changed.emit((*before, *after))
            self.focus()

    def _tell(self, number: int, target: Target) -> None:
        if target != self._targets[number]:
            before, after = self._targets[:number], self._targets[number + 1 :]
            self.changed.emit((*before, target, *after))


def _cells(target: Target, years: int) -> tuple[str, ...]:
    values = (*target.values, *("" for _ in range(years)))[:years]
    return (target.name, target.unit, target.baseline, *values)


def _shown(targets: Sequence[Target], number: int, column: int) -> str:
    return _cells(targets[number], column + 1)[column]


def _with_cell(target: Target, column: int, words: str, years: int) -> Target:
    """Return the target with one cell changed; years beyond the period are kept."""
    match column:
        case 0:
            return replace(target, name=words or target.name)
        case 1:
            return replace(target, unit=words)
        case 2:
            return replace(target, baseline=words)
        case _:
            length = max(years, len(target.values))
            values = [*target.values, *("" for _ in range(length))][:length]
            values[column - len(FIXED)] = words
            return replace(target, values=tuple(values))
