"""Tab «Показатели»: own targets planned and reached, points planned and found."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from shkola_desktop.app import executing
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.progress import Course, TargetYear
from shkola_desktop.domain.scoring import LevelReached, Result
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.facts_table import NARROW, Fact, FactsTable
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import muted
from shkola_desktop.words.execution import target_said
from shkola_desktop.words.levels import level_name

EMPTY = (
    "Своих показателей в программе нет. Их добавляют в разделе «Показатели»; здесь к "
    "плану впишется достигнутое."
)
FILLED = (
    "Впишите, что достигнуто: цифрами или словами, как в плане. Программа сравнит "
    "числа сама."
)
HEADS = ("Показатель", "Ед.", "План", "Достигнуто", "Итог")
REACHED = 3
"""The column that is typed into."""
LONGEST = 400
FOUND = "Рядом с планом стоит то, что показала самодиагностика этого года."
NOT_FOUND = (
    "Завершённой самодиагностики за этот год нет: когда она будет, результат встанет "
    "рядом с планом сам."
)


class ValuesTab(ScrollPage):
    """``changed`` carries the changed programme."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._outlook: Outlook | None = None
        self._known: tuple[TargetYear, ...] = ()
        self._year = 0
        self.setObjectName("values-tab")
        targets = Card("Свои показатели")
        self._note = muted(EMPTY)
        self._table = self._made_table()
        targets.body.addWidget(self._note)
        targets.body.addWidget(self._table)
        points = Card("Баллы и уровни по направлениям")
        self._found = muted("")
        self._points = FactsTable("reached-points", "Баллы: план и самодиагностика")
        points.body.addWidget(self._found)
        points.body.addWidget(self._points)
        self.column.addWidget(targets)
        self.column.addWidget(points)

    def show_year(self, outlook: Outlook, course: Course, year: int) -> None:
        """Show the values of a year."""
        self._outlook, self._year = outlook, year
        self._known = course.target_years(year)
        self._note.setText(FILLED if self._known else EMPTY)
        self._table.setVisible(bool(self._known))
        self._table.blockSignals(True)  # Qt's setter
        self._table.setRowCount(len(self._known))
        for number, known in enumerate(self._known):
            for column, words in enumerate(_cells(known)):
                self._show_cell(number, column, words)
        self._table.blockSignals(False)
        self._fit()
        found = outlook.material.found_in.get(year)
        self._found.setText(FOUND if found else NOT_FOUND)
        heads = ("Направление", f"План {year}", f"Самодиагностика {year}", "Разница")
        rows = _rows(outlook.until(year), found)
        self._points.show_facts(heads, tuple(rows))

    def flush(self) -> None:
        """Take over a cell that is open."""
        if self._table.isAncestorOf(self._table.focusWidget() or self):
            self._table.setFocus()

    def focus(self) -> None:
        """Put the keyboard at the first value to type."""
        if self._known:
            self._table.setFocus()
            self._table.setCurrentCell(0, REACHED)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setObjectName("reached-values")
        table.setAccessibleName("Свои показатели: план и достигнутое")
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setColumnCount(len(HEADS))
        table.setHorizontalHeaderLabels(HEADS)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setSectionsClickable(False)
        head.setStyleSheet(NARROW)
        mode = QHeaderView.ResizeMode
        for column in range(len(HEADS)):
            stretched = column in {0, len(HEADS) - 1}
            head.setSectionResizeMode(
                column, mode.Stretch if stretched else mode.ResizeToContents
            )
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        )
        table.cellChanged.connect(self._keep)
        head.sectionResized.connect(self._fit)
        return table

    def _show_cell(self, number: int, column: int, words: str) -> None:
        item = self._table.item(number, column)
        if item is None:
            item = QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if column == REACHED:
                flags |= Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags)
            if 0 < column < len(HEADS) - 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self._table.setItem(number, column, item)
        if item.text() != words:
            item.setText(words)

    def _fit(self) -> None:
        self._table.resizeRowsToContents()
        rows = sum(self._table.rowHeight(n) for n in range(self._table.rowCount()))
        head = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(rows + head + 2 * self._table.frameWidth() + 2)

    def _keep(self, number: int, column: int) -> None:
        item, outlook = self._table.item(number, column), self._outlook
        if item is None or outlook is None or column != REACHED:
            return
        words = item.text().strip()[:LONGEST]
        position = self._known[number].position
        before = outlook.programme
        changed = executing.with_reached(before, position, self._year, words)
        if changed != before:
            self.changed.emit(changed)


def _cells(known: TargetYear) -> Sequence[str]:
    target, values = known.target, known.compared
    return (
        target.name,
        target.unit,
        values.planned,
        values.reached,
        target_said(values),
    )


def _rows(planned: Result, found: Result | None) -> Iterator[Fact]:
    got = {d.code: d for d in found.directions} if found else {}
    for direction in planned.directions:
        known = got.get(direction.code)
        yield Fact(
            (
                direction.name,
                _points(direction.score, direction.level),
                _points(known.score, known.level) if known else "–",
                _change(direction.score, known.score if known else None),
            )
        )
    yield Fact(
        (
            "Всего",
            _points(planned.total, planned.level),
            _points(found.total, found.level) if found else "–",
            _change(planned.total, found.total if found else None),
        ),
        strong=True,
    )


def _points(score: int, level: LevelReached | None) -> str:
    return f"{score}\n{level_name(level)}"


def _change(planned: int, found: int | None) -> str:
    if found is None:
        return "–"
    difference = found - planned
    return f"+{difference}" if difference > 0 else str(difference).replace("-", "−")
