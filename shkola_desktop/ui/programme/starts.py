"""The ways to begin a programme: from the diagnosis, from an earlier one, empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.texts import button

FROM_DIAGNOSIS = (
    "Каждый показатель без баллов станет дефицитом с мероприятиями из банка"
)
FROM_EARLIER = (
    "Команда, риски, показатели и оставшиеся дефициты с мероприятиями перейдут из "
    "прежней программы; закрытые дефициты уйдут, новые добавятся"
)
EMPTY = "Без дефицитов: их можно добавить самим"

ABREAST = 2
"""Buttons side by side: large text has no room for three."""


class Starts(QWidget):
    """A button for each way; ``names`` begins the names of the buttons."""

    draft_wanted = Signal()
    earlier_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, names: str, *, answered: bool = True, earlier: bool) -> None:
        super().__init__()
        ways = (
            (answered, "Из самодиагностики", "", FROM_DIAGNOSIS, self.draft_wanted),
            (
                earlier,
                "Из прежней программы",
                "-earlier",
                FROM_EARLIER,
                self.earlier_wanted,
            ),
            (True, "Пустая", "-empty", EMPTY, self.empty_wanted),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        buttons: list[QWidget] = []
        for offered, words, name, explained, wanted in ways:
            if offered:
                role = "" if name or earlier else "main"
                made = button(words, f"{names}{name}", role)
                made.setAccessibleName(f"Составить программу: {words}")
                made.setToolTip(explained)
                made.clicked.connect(wanted)
                buttons.append(made)
        for first in range(0, len(buttons), ABREAST):
            layout.addLayout(row(*buttons[first : first + ABREAST]))
