"""The staff list as a table: names and positions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from shkola_desktop.domain.ids import PersonId
from shkola_desktop.domain.school import Person
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, muted

LONGEST = 200
HEIGHT = 220


class PeopleCard(Card):
    """``saved`` carries the staff as a tuple of people."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__("Сотрудники")
        self.body.addWidget(
            muted("Кто заполняет самодиагностику и работает над программой.")
        )
        self._table = QTableWidget(0, 2)
        self._table.setObjectName("people")
        self._table.setAccessibleName("Сотрудники")
        self._table.setHorizontalHeaderLabels(["Фамилия, имя, отчество", "Должность"])
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        self._table.setFixedHeight(HEIGHT)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.cellChanged.connect(self._tell)
        self.body.addWidget(self._table)
        add = button("Добавить строку", "add-person")
        add.clicked.connect(self._add)
        drop = button("Убрать строку", "drop-person")
        drop.clicked.connect(self._drop)
        self.body.addLayout(row(add, drop))

    def show_people(self, people: Sequence[Person]) -> None:
        """Fill the table; tells nobody."""
        self._table.blockSignals(True)  # Qt's setter
        self._table.setRowCount(len(people))
        for number, person in enumerate(people):
            self._table.setItem(number, 0, QTableWidgetItem(person.name))
            self._table.setItem(number, 1, QTableWidgetItem(person.position))
        self._table.blockSignals(False)

    def focus_table(self) -> None:
        """Put the keyboard into the table."""
        self._table.setFocus()

    def people(self) -> tuple[Person, ...]:
        """Return the rows that hold a name."""
        found: list[Person] = []
        for number in range(self._table.rowCount()):
            name, position = self._cell(number, 0), self._cell(number, 1)
            if name:
                found.append(Person(PersonId(str(number + 1)), name, position))
        return tuple(found)

    def _cell(self, number: int, column: int) -> str:
        item = self._table.item(number, column)
        return item.text().strip()[:LONGEST] if item is not None else ""

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
        self.saved.emit(self.people())
