"""The school's partners as a table: who, what is done together, the agreement."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from shkola_desktop.domain.school_info import Partner
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.texts import button, lines_high, muted

TITLES = ("Партнёр", "Что делаем", "Договор")
LONGEST = 400
"""Characters of a cell."""
LINES = 12
"""The height of the table."""


class PartnersCard(Card):
    """``changed`` tells that a cell is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Партнёры")
        self.body.addWidget(
            muted("Дом культуры, библиотека, опорная школа, колледж, хозяйства.")
        )
        self._table = _table()
        self._table.cellChanged.connect(self._tell)
        self.body.addWidget(self._table)
        self.fault = fault_label("partners-fault")
        self.body.addWidget(self.fault)
        add = button("Добавить партнёра", "add-partner")
        add.clicked.connect(self._add)
        drop = button("Убрать строку", "drop-partner")
        drop.clicked.connect(self._drop)
        self.body.addLayout(row(add, drop))

    def show_partners(self, partners: Sequence[Partner]) -> None:
        """Fill the table; tells nobody."""
        self._table.blockSignals(True)  # Qt's setter
        self._table.setRowCount(len(partners))
        for number, partner in enumerate(partners):
            cells = (partner.name, partner.what, partner.agreement)
            for column, words in enumerate(cells):
                self._table.setItem(number, column, QTableWidgetItem(words))
        self._table.blockSignals(False)
        self._judge()

    def partners(self) -> tuple[Partner, ...]:
        """Return the rows that hold anything."""
        found: list[Partner] = []
        for number in range(self._table.rowCount()):
            cells = [self._cell(number, column) for column in range(len(TITLES))]
            if any(cells):
                found.append(Partner(*cells))
        return tuple(found)

    def finish(self) -> None:
        """Take over a cell that is still being typed."""
        for editor in self._table.viewport().findChildren(QLineEdit):
            self._table.commitData(editor)

    def _cell(self, number: int, column: int) -> str:
        item = self._table.item(number, column)
        return item.text().strip() if item is not None else ""

    def _add(self) -> None:
        number = self._table.rowCount()
        self._table.insertRow(number)
        self._table.setCurrentCell(number, 0)
        self._table.setFocus()

    def _drop(self) -> None:
        number = self._table.currentRow()
        if number >= 0:
            self._table.removeRow(number)
            self._tell()

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        nameless = any(not partner.name for partner in self.partners())
        words = "Назовите партнёра: строка без названия в документ не войдёт."
        say(self.fault, words if nameless else "")


class _Cells(QStyledItemDelegate):
    """Editors that take no more than a cell can hold."""

    def createEditor(  # noqa: N802  # Qt's name
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST)
        return editor


def _table() -> QTableWidget:
    table = QTableWidget(0, len(TITLES))
    table.setObjectName("partners")
    table.setAccessibleName("Партнёры")
    table.setHorizontalHeaderLabels(TITLES)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().hide()
    table.setTabKeyNavigation(False)
    table.setFixedHeight(lines_high(table, LINES))
    table.setItemDelegate(_Cells(table))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
