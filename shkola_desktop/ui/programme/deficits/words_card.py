"""The deficit itself: its words, whether it is planned, whether the school can."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit

from shkola_desktop.domain.programme import DEPENDS, Deficit
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import muted
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line, show_line
from shkola_desktop.words.plans import DEPENDS_SAID, in_own_hands

LONGEST = 600
LINES = 2
REASON = "решение школы"


class WordsCard(Card):
    """``changed`` carries the changed deficit."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deficit: Deficit | None = None
        height = self.fontMetrics().lineSpacing() * LINES + 2 * SPACE
        self._words = TypedText("deficit-text", "Дефицит", height)
        self._words.left.connect(self.flush)
        self.body.addWidget(muted("Формулировка"))
        self.body.addWidget(self._words)
        self._depends = QComboBox()
        self._depends.setObjectName("depends")
        self._depends.setAccessibleName("Зависит от школы")
        self._depends.addItem("", "")
        for code in DEPENDS:
            self._depends.addItem(DEPENDS_SAID[code], code)
        self._depends.activated.connect(self._choose)
        layout = QFormLayout()
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addRow("Зависит от школы", row(self._depends))
        self.body.addLayout(layout)
        self._included = QCheckBox("включить в программу")
        self._included.setObjectName("included")
        self._included.clicked.connect(self._include)
        self._reason = QLineEdit()
        self._reason.setObjectName("left-out")
        self._reason.setAccessibleName("Почему не включён")
        self._reason.setPlaceholderText("почему не включён")
        limit_line(self._reason, LONGEST)
        self._reason.editingFinished.connect(self._include)
        self.body.addWidget(self._included)
        self.body.addWidget(self._reason)

    def show_deficit(self, deficit: Deficit) -> None:
        """Show a deficit."""
        self._deficit = deficit
        self._words.show_words(deficit.text)
        derived = in_own_hands(replace(deficit, depends=""))
        self._depends.setItemText(0, f"по мероприятиям: {derived}")
        self._depends.setCurrentIndex(max(0, self._depends.findData(deficit.depends)))
        self._included.setChecked(deficit.included)
        self._reason.setVisible(not deficit.included)
        show_line(self._reason, deficit.left_out)

    def focus(self) -> None:
        """Put the keyboard into the words."""
        self._words.setFocus()

    def flush(self) -> None:
        """Tell words that are still being typed."""
        typed = self._words.toPlainText()
        if self._deficit is not None and typed != self._deficit.text and typed.strip():
            self._tell(text=" ".join(typed.split()))
        if not self._included.isChecked():
            self._include()

    def _choose(self) -> None:
        self._tell(depends=str(self._depends.currentData()))

    def _include(self) -> None:
        out = "" if self._included.isChecked() else self._reason.text().strip()
        if not self._included.isChecked() and not out:
            out = REASON
        self._tell(left_out=out)

    def _tell(self, **fields: str) -> None:
        if self._deficit is None:
            return
        changed = replace(self._deficit, **fields)  # pyright: ignore[reportArgumentType]  # fields of Deficit
        if changed != self._deficit:
            self.changed.emit(changed)
