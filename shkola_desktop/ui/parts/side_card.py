"""One side of a conflict: value, comment, files, who and when; taken by one click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QVBoxLayout

from shkola_desktop.domain.diagnosis import Answer
from shkola_desktop.domain.form import Indicator
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import muted, restyle, text
from shkola_desktop.words.russian import POINTS, counted, moment


class SideCard(QFrame):
    """``taken`` tells that the person wants this side."""

    taken = Signal()

    def __init__(self, heading: str, name: str) -> None:
        super().__init__()
        self.setObjectName("option")
        self._heading = heading
        self._radio = QRadioButton(heading)
        self._radio.setObjectName(name)
        self._radio.setAutoExclusive(False)
        self._radio.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._radio.clicked.connect(self._clicked)
        self._words = QVBoxLayout()
        self._words.setSpacing(SPACE // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(SPACE)
        layout.addWidget(self._radio)
        layout.addLayout(self._words)
        layout.addStretch(1)

    def show_answer(self, answer: Answer, indicator: Indicator | None) -> None:
        """Show an answer in words."""
        empty(self._words)
        value = _value(answer, indicator)
        self._radio.setAccessibleName(f"{self._heading}: {value}")
        self._words.addWidget(text(value, "strong"))
        if answer.comment:
            self._words.addWidget(text(f"Комментарий: {answer.comment}"))
        if answer.evidence:
            files = ", ".join(file.name for file in answer.evidence)
            self._words.addWidget(text(f"Файлы: {files}"))
        who = answer.changed_by or "имя не указано"
        self._words.addWidget(muted(f"{who}, {moment(answer.changed_at)}"))

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether this side is taken; tells nobody."""
        self._radio.setChecked(chosen)
        restyle(self, "chosen", chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Take this side."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit()

    def _clicked(self) -> None:
        self.taken.emit()


def _value(answer: Answer, indicator: Indicator | None) -> str:
    if answer.option is None:
        return "Значение не выбрано"
    option = indicator.option(answer.option) if indicator else None
    if option is None:
        return answer.option
    return f"{option.text} – {counted(option.points, POINTS)}"
