"""All deficits in a list, the chosen one beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.programme import Programme
from shkola_desktop.ui.programme.deficit_editor import DeficitEditor
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.texts import button, muted, wide
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import MEASURES, counted

CODE = Qt.ItemDataRole.UserRole
WIDTH = 42
"""Characters."""
WIDEST = 400
"""Pixels: the editor needs the room of a narrow screen."""


class DeficitsTab(QWidget):
    """``chosen`` carries a deficit's code, ``add_wanted`` a shortfall."""

    chosen = Signal(str)
    add_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.editor = DeficitEditor()
        self._list = WrappedList("deficits", "Дефициты")
        self._list.currentItemChanged.connect(self._choose)
        self._more = QComboBox()
        self._more.setObjectName("more-deficits")
        self._more.setAccessibleName("Показатели, набравшие не все баллы")
        self._more.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._more.setMinimumContentsLength(12)
        self._add = button("Добавить", "add-deficit")
        self._add.clicked.connect(self._ask)
        left = QWidget()
        left.setFixedWidth(min(wide(left, WIDTH), WIDEST))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(muted("Добавить показатель, набравший не все баллы:"))
        column.addLayout(row(self._more, self._add, stretch=0))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(left)
        layout.addWidget(self.editor, 1)

    def show_programme(
        self, programme: Programme, others: tuple[Shortfall, ...], code: str | None
    ) -> None:
        """Show the deficits; ``others`` are shortfalls that could be added."""
        self._list.blockSignals(True)  # Qt's setter
        self._list.clear()
        for deficit in programme.deficits:
            count = counted(len(deficit.measures), MEASURES)
            state = count if deficit.included else "не включён"
            item = QListWidgetItem(f"{deficit.code}  {deficit.text}\n{state}")
            item.setData(CODE, deficit.code)
            self._list.addItem(item)
            if deficit.code == code:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._more.clear()
        for shortfall in others:
            indicator = shortfall.indicator
            self._more.addItem(f"{indicator.code} {indicator.name}", shortfall)
        self._more.setEnabled(bool(others))
        self._add.setEnabled(bool(others))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(CODE)))

    def _ask(self) -> None:
        shortfall = self._more.currentData()
        if shortfall is not None:
            self.add_wanted.emit(shortfall)
