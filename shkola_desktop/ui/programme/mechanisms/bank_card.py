"""A list that is the bank's until the school changes it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.record_form import Shape
from shkola_desktop.ui.widgets.records import Records
from shkola_desktop.ui.widgets.texts import button, muted

FROM_BANK = (
    "Сейчас – типовой список из банка. Измените, добавьте или уберите строку, и список "
    "станет своим."
)
OWN = "Список школы."


class BankCard(Card):
    """``changed`` carries the own rows, None for the bank's."""

    changed = Signal(object)

    def __init__(self, title: str, shape: Shape) -> None:
        super().__init__(title)
        self._note = muted("")
        self.body.addWidget(self._note)
        self._records = Records(shape)
        self._records.changed.connect(self.changed)
        self.body.addWidget(self._records)
        self._back = button("Вернуть список из банка", f"bank-{shape.name}", "link")
        self._back.setAccessibleName(f"Вернуть список из банка: {title}")
        self._back.clicked.connect(self._return)
        self.body.addLayout(row(self._back))

    def show_rows(self, own: Sequence[Any] | None, bank: Sequence[Any]) -> None:
        """Show the own rows, or the bank's."""
        self._note.setText(FROM_BANK if own is None else OWN)
        self._back.setVisible(own is not None)
        self._records.show_records(bank if own is None else own)

    def focus(self) -> None:
        """Put the keyboard at the line for a new row."""
        self._records.focus_new()

    def flush(self) -> None:
        """Tell what is still being typed."""
        self._records.flush()

    def _return(self) -> None:
        self.changed.emit(None)
        self._records.focus_new()
