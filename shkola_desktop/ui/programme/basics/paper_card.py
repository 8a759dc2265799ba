"""How the document is set: size, spacing, numbers, marks on the title page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout

from shkola_desktop.domain.programme_parts import PaperSettings
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import muted

SIZES = ((12, "12 пт"), (14, "14 пт"))
SPACINGS = ((1.0, "1"), (1.15, "1,15"), (1.5, "1,5"))
NUMBERS = (("top", "вверху, посередине"), ("bottom", "внизу, посередине"))


class PaperCard(Card):
    """``changed`` carries the settings of the paper."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Оформление документа")
        self._paper = PaperSettings()
        self.body.addWidget(
            muted("Обычные значения подходят почти всем; меняйте, если просит район.")
        )
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._size = self._choice("paper-size", "Размер шрифта", SIZES)
        self._spacing = self._choice("paper-spacing", "Интервал строк", SPACINGS)
        self._number_at = self._choice("paper-numbers", "Номера страниц", NUMBERS)
        layout.addRow("Размер шрифта", row(self._size))
        layout.addRow("Интервал строк", row(self._spacing))
        layout.addRow("Номера страниц", row(self._number_at))
        self.body.addLayout(layout)
        self._draft = self._mark("paper-draft", "пометка «ПРОЕКТ» на титульном листе")
        self._room = self._mark("paper-signature", "место для электронной подписи")
        self.body.addWidget(self._draft)
        self.body.addWidget(self._room)

    def show_paper(self, paper: PaperSettings) -> None:
        """Show the settings."""
        self._paper = paper
        for box, value in (
            (self._size, paper.size),
            (self._spacing, paper.spacing),
            (self._number_at, paper.number_at),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._draft.setChecked(paper.draft_mark)
        self._room.setChecked(paper.signature_room)

    def focus(self) -> None:
        """Put the keyboard at the first setting."""
        self._size.setFocus()

    def _choice(
        self, name: str, label: str, options: Sequence[tuple[object, str]]
    ) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        for value, words in options:
            box.addItem(words, value)
        box.activated.connect(self._change)
        return box

    def _mark(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.clicked.connect(self._change)
        return box

    def _change(self) -> None:
        paper = PaperSettings(
            size=int(self._size.currentData()),
            spacing=float(self._spacing.currentData()),
            number_at=str(self._number_at.currentData()),
            draft_mark=self._draft.isChecked(),
            signature_room=self._room.isChecked(),
        )
        if paper != self._paper:
            self.changed.emit(paper)
