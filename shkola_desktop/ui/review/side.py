"""Directions of a school's form with their remarks, and what is beside the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidgetItem

from shkola_desktop.app.remarks.dossier import Dossier, Show
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.review import PlaceKind, Thread
from shkola_desktop.ui.widgets.texts import wide
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.reviews import REMARKS, WHOLE
from shkola_desktop.words.russian import INDICATORS, counted

PLACE = Qt.ItemDataRole.UserRole
PROGRAMME, ALL_OF_IT, HISTORY = "programme", "whole", "history"
NONE = "нет"
WIDTH, WIDEST = 34, 320
"""Characters and pixels, as the side list of the self-diagnosis."""


class ReviewSide(WrappedList):
    """``wanted`` carries the place: a direction's code, or one of those beside."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("review-places-list", "Разделы проверки")
        self.setFixedWidth(min(wide(self, WIDTH), WIDEST))
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)

    def show_dossier(self, dossier: Dossier, show: Show, place: str) -> None:
        """Show what is in each place under a filter."""
        lines = [
            (direction.code, f"{direction.name}\n{_about(dossier, direction, show)}")
            for direction in dossier.form.directions
        ]
        sections = [
            t for t in dossier.threads if t.first.place_kind is PlaceKind.SECTION
        ]
        lines += [
            (PROGRAMME, f"Программа развития\n{_open(sections)}"),
            (ALL_OF_IT, f"{WHOLE}\n{_open(dossier.about(PlaceKind.WHOLE))}"),
            (HISTORY, "История"),
        ]
        if [self.item(i).data(PLACE) for i in range(self.count())] != [
            code for code, _ in lines
        ]:
            self.clear()
            for code, _ in lines:
                item = QListWidgetItem()
                item.setData(PLACE, code)
                self.addItem(item)
        for position, (code, words) in enumerate(lines):
            item = self.item(position)
            item.setText(words.strip())
            font = QFont(self.font())
            font.setBold(code == place)
            item.setFont(font)
            if code == place:
                self.setCurrentRow(position)

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(PLACE)))


def _about(dossier: Dossier, direction: Direction, show: Show) -> str:
    shown = dossier.shown(direction, show)
    words = counted(len(shown), INDICATORS) if shown else NONE
    by_indicator = dossier.by_indicator
    found = [t for i in direction.indicators for t in by_indicator.get(i.code, ())]
    remarks = _open(found)
    return f"{words}, {remarks}" if remarks else words


def _open(threads: "list[Thread] | tuple[Thread, ...]") -> str:
    count = sum(1 for thread in threads if thread.open)
    return counted(count, REMARKS) if count else ""
