"""The texts of one section of the document under its heading."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.ui.programme.texts.card import WordingCard
from shkola_desktop.ui.programme.texts.choice import Choice, chosen
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import heading


class Group(QWidget):
    """A heading with cards; hidden where none of them is wanted."""

    def __init__(self, section: str, cards: Sequence[WordingCard]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(heading(section))
        for card in cards:
            layout.addWidget(card)

    def sift(self, choice: Choice) -> bool:
        """Show the cards that are wanted, and those that are open; tell if any."""
        wanted = [c for c in self._cards if c.editing or chosen(choice, c.wording)]
        for card in self._cards:
            card.setVisible(card in wanted)
        self.setVisible(bool(wanted))
        return bool(wanted)
