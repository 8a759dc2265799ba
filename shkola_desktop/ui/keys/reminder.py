"""A calm word on «Обзор» until the recovery sheet is on paper."""

from PySide6.QtWidgets import QVBoxLayout

from shkola_desktop.app.exchange import identity
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, muted

WORDS = (
    "Если компьютер сломается, с ней вы продолжите работу на другом. Напечатайте её "
    "один раз и положите в сейф."
)


def remind(column: QVBoxLayout, context: Context) -> None:
    """Add the reminder to a page, where the sheet was not printed yet."""
    if identity.sheet_printed(context.workspace) is not None:
        return
    card = Card("Памятка для восстановления ещё не напечатана")
    card.body.addWidget(muted(WORDS))
    go = button("Напечатать памятку", "remind-sheet")
    go.clicked.connect(lambda: context.go(Screen.SETTINGS, "key"))
    card.body.addLayout(row(go))
    column.addWidget(card)
