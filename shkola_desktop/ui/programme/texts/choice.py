"""Which texts the list shows: all, the school's own, those whose data changed."""

from enum import Enum

from PySide6.QtWidgets import QComboBox

from shkola_desktop.app.wording import Wording


class Choice(Enum):
    """What is shown; the value is its name."""

    ALL = "Все тексты"
    OWN = "Свои тексты"
    OUTDATED = "Данные изменились"


NOTHING = {
    Choice.ALL: "В документе нет предложенных текстов.",
    Choice.OWN: "Своих текстов нет: в документ войдут предложенные.",
    Choice.OUTDATED: "Данные не изменили ни одного текста, который школа переписала.",
}


def chosen(choice: Choice, wording: Wording) -> bool:
    """Tell whether a text is one of those that were asked for."""
    match choice:
        case Choice.ALL:
            return True
        case Choice.OWN:
            return wording.own is not None
        case Choice.OUTDATED:
            return wording.outdated


class ChoiceBox(QComboBox):
    """A list of the choices."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("texts-choice")
        self.setAccessibleName("Какие тексты показать")
        for choice in Choice:
            self.addItem(choice.value, choice)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return tuple(Choice)[max(0, self.currentIndex())]

    def choose(self, choice: Choice) -> None:
        """Choose without a person."""
        self.setCurrentIndex(tuple(Choice).index(choice))
