"""«Проверить»: everything that is still to do, and the end of the diagnosis."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.wizard import Finding, Found, Standing, findings
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.texts import button, muted, title
from shkola_desktop.ui.widgets.typed_text import limit_line
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.russian import INDICATORS, counted, moment

CODE = Qt.ItemDataRole.UserRole
WORDS = {
    Finding.UNANSWERED: "нет ответа",
    Finding.CRITICAL_ZERO: "критический показатель без баллов обнуляет направление",
    Finding.NO_PROOF: "нет ни комментария, ни файла-подтверждения",
}
LONGEST_REASON = 500
"""Characters."""
ORDER = (Finding.UNANSWERED, Finding.CRITICAL_ZERO, Finding.NO_PROOF)


class CheckPanel(QWidget):
    """Lists findings and jumps to them; finishes or reopens the diagnosis."""

    jump_wanted = Signal(str)
    finish_wanted = Signal()
    reopen_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._part = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        self._heading = title("Проверка и завершение")
        layout.addWidget(self._heading)
        self._summary = Notice("info")
        layout.addWidget(self._summary)
        self._list = WrappedList("findings", "Замечания")
        self._list.itemActivated.connect(self._jump)
        self._list.itemClicked.connect(self._jump)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._finish_card())
        layout.addWidget(self._reopen_card())
        back = button("Вернуться к ответам", "back-to-answers")
        back.clicked.connect(self.back_wanted)
        layout.addLayout(row(back))

    def show_part(self, *, part: bool) -> None:
        """Show that only a part is filled here: it is given back, not finished."""
        self._part = part
        self._heading.setText("Проверка" if part else "Проверка и завершение")

    def show_standing(self, standing: Standing) -> None:
        """Show what is left to do, once it is looked at."""
        self._standing = standing
        if self.isVisible():
            self._render(standing)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Show what is left to do now."""
        super().showEvent(event)
        if self._standing is not None:
            self._render(self._standing)

    def _render(self, standing: Standing) -> None:
        found = findings(standing.form, standing.diagnosis)
        frozen = standing.diagnosis.status is Status.COMPLETED
        unanswered = sum(1 for f in found if f.finding is Finding.UNANSWERED)
        self._fill(found)
        self._finish.setVisible(not frozen and not self._part)
        self._reopen.setVisible(frozen)
        self._finish_button.setEnabled(unanswered == 0)
        if frozen and standing.diagnosis.completed_at:
            when = moment(standing.diagnosis.completed_at)
            self._summary.say(f"Самодиагностика завершена {when}.", tone="good")
        elif unanswered:
            left = counted(unanswered, INDICATORS)
            self._summary.say(f"Без ответа: {left}.", tone="warning")
        elif found:
            self._summary.say(
                "На все показатели есть ответ. Замечания ниже не мешают завершить.",
                tone="good",
            )
        else:
            self._summary.say("Всё заполнено, замечаний нет.", tone="good")

    def say(self, words: str, more: str = "") -> None:
        """Say at its place why something was refused."""
        self._summary.say(words, more, tone="danger")

    def suggest_reason(self, words: str) -> None:
        """Fill the reason in where nothing is typed yet."""
        if not self._reason.text():
            self._reason.setText(words[:LONGEST_REASON])

    def _finish_card(self) -> QWidget:
        self._finish = Card("Завершить самодиагностику")
        self._finish.body.addWidget(
            muted(
                "После завершения ответы не меняются. Если понадобится исправить, "
                "самодиагностику можно открыть снова, указав причину."
            )
        )
        self._finish_button = button("Завершить", "finish", "main")
        self._finish_button.clicked.connect(self.finish_wanted)
        self._finish.body.addLayout(row(self._finish_button))
        return self._finish

    def _reopen_card(self) -> QWidget:
        self._reopen = Card("Открыть снова")
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName("Причина")
        self._reason.setPlaceholderText("Причина: что нужно исправить")
        limit_line(self._reason, LONGEST_REASON)
        again = button("Открыть снова", "reopen")
        again.clicked.connect(lambda: self.reopen_wanted.emit(self._reason.text()))
        self._reopen.body.addLayout(row(self._reason, again, stretch=0))
        return self._reopen

    def _fill(self, found: tuple[Found, ...]) -> None:
        self._list.clear()
        for finding in ORDER:
            for one in found:
                if one.finding is finding:
                    self._list.addItem(_item(one))
        self._list.setVisible(bool(found))

    def _jump(self, item: QListWidgetItem) -> None:
        self.jump_wanted.emit(str(item.data(CODE)))


def _item(found: Found) -> QListWidgetItem:
    indicator = found.indicator
    words = f"{indicator.code} {indicator.name}: {WORDS[found.finding]}"
    item = QListWidgetItem(words)
    item.setData(CODE, indicator.code)
    return item
