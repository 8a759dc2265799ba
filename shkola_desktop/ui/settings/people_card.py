"""The staff list as a table: names and positions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from shkola_desktop.domain.ids import PersonId
from shkola_desktop.domain.school import Person
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.rows_table import FilledRow, RowsTable
from shkola_desktop.ui.widgets.texts import button, muted

TITLES = ("Фамилия, имя, отчество", "Должность")
LONGEST = 200
"""Characters of a cell."""
LINES = 12
"""The height of the table."""


class PeopleCard(Card):
    """``saved`` carries the staff as a tuple of people.

    A person keeps the id whatever happens to the rows around: teams go by it.
    """

    saved = Signal(object)

    def __init__(self, new_id: Callable[[], str]) -> None:
        super().__init__("Сотрудники")
        self._new_id = new_id
        self.body.addWidget(
            muted("Кто заполняет самодиагностику и работает над программой.")
        )
        self._table = RowsTable(
            "people", "Сотрудники", TITLES, longest=LONGEST, lines=LINES
        )
        self._table.changed.connect(self._tell)
        self.body.addWidget(self._table)
        add = button("Добавить строку", "add-person")
        add.clicked.connect(self._table.add_row)
        drop = button("Убрать строку", "drop-person")
        drop.clicked.connect(self._table.drop_row)
        self.body.addLayout(row(add, drop))

    def show_people(self, people: Sequence[Person]) -> None:
        """Fill the table; tells nobody."""
        self._table.show_rows([FilledRow((p.name, p.position), p.id) for p in people])

    def focus_table(self) -> None:
        """Put the keyboard into the table."""
        self._table.setFocus()

    def people(self) -> tuple[Person, ...]:
        """Return the rows that hold a name."""
        return tuple(
            Person(PersonId(found.key), *found.cells)
            for found in self._table.rows()
            if found.cells[0]
        )

    def _tell(self) -> None:
        self._table.name_rows([f.key or self._new_id() for f in self._table.rows()])
        self.saved.emit(self.people())
