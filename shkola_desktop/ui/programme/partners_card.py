"""The school's partners as a table: who, what is done together, the agreement."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from shkola_desktop.domain.school_info import Partner
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.rows_table import FilledRow, RowsTable
from shkola_desktop.ui.widgets.texts import button, muted

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
        self._table = RowsTable(
            "partners", "Партнёры", TITLES, longest=LONGEST, lines=LINES
        )
        self._table.changed.connect(self._tell)
        self.body.addWidget(self._table)
        self.fault = fault_label("partners-fault")
        self.body.addWidget(self.fault)
        add = button("Добавить партнёра", "add-partner")
        add.clicked.connect(self._table.add_row)
        drop = button("Убрать строку", "drop-partner")
        drop.clicked.connect(self._table.drop_row)
        self.body.addLayout(row(add, drop))

    def show_partners(self, partners: Sequence[Partner]) -> None:
        """Fill the table; tells nobody."""
        self._table.show_rows(
            [FilledRow((p.name, p.what, p.agreement)) for p in partners]
        )
        self._judge()

    def partners(self) -> tuple[Partner, ...]:
        """Return the rows that hold anything."""
        return tuple(Partner(*found.cells) for found in self._table.rows())

    def finish(self) -> None:
        """Take over a cell that is still being typed."""
        self._table.finish()

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        nameless = any(not partner.name for partner in self.partners())
        words = "Назовите партнёра: строка без названия в документ не войдёт."
        say(self.fault, words if nameless else "")
