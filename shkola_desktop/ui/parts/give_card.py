"""«Выдать часть»: which directions, to whom, until when, with what request."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout

from shkola_desktop.app.exchange.parting import Order
from shkola_desktop.app.wizard import Progress
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.date_line import DateLine
from shkola_desktop.ui.widgets.texts import button, muted

HELP = (
    "Коллега заполнит выбранные направления на своём компьютере и вернёт файл. Вы "
    "увидите все отличия и решите, что взять. Свои ответы можно менять и дальше."
)
LONGEST = 200


class GiveCard(Card):
    """``wanted`` carries the order."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Выдать часть")
        self._boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(muted(HELP))
        self._why_not = Notice("info")
        self.body.addWidget(self._why_not)
        self._directions = QVBoxLayout()
        self._directions.setSpacing(SPACE // 2)
        self._name = _line("part-name", "Кому", "фамилия и инициалы коллеги")
        self._due = DateLine("part-due", "Вернуть не позже")
        self._note = _line("part-note", "Просьба", "например: приложите приказы")
        self.body.addLayout(self._directions)
        lines = QFormLayout()
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        lines.addRow("Кому", self._name)
        lines.addRow("Вернуть не позже", self._due)
        lines.addRow("", self._due.fault)
        lines.addRow("Просьба", self._note)
        self.body.addLayout(lines)
        self._give = button("Выдать часть…", "give-part", "main")
        self._give.clicked.connect(self._ask)
        self.body.addLayout(row(self._give))
        self.words = Notice("good")
        self.body.addWidget(self.words)

    def show_directions(
        self, found: Sequence[tuple[Direction, Progress]], why_not: str
    ) -> None:
        """Show the directions with their progress, or why none can be given."""
        self._why_not.say(why_not)
        self._give.setEnabled(bool(found))
        if [d.code for d, _ in found] != list(self._boxes):
            self._rebuild(found)
        for direction, progress in found:
            words = f"{direction.name} – {progress.answered} из {progress.applicable}"
            self._boxes[direction.code].setText(words)

    def clear_order(self) -> None:
        """Make ready for the next part."""
        for box in self._boxes.values():
            box.setChecked(False)
        self._name.clear()
        self._note.clear()

    def show_busy(self, *, busy: bool) -> None:
        """Show that a package is being written."""
        self._give.setEnabled(not busy and bool(self._boxes))

    def _rebuild(self, found: Sequence[tuple[Direction, Progress]]) -> None:
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for direction, _ in found:
            box = QCheckBox()
            box.setObjectName(f"give-{direction.code}")
            self._boxes[direction.code] = box
            self._directions.addWidget(box)

    def _ask(self) -> None:
        chosen = tuple(
            DirectionCode(code) for code, box in self._boxes.items() if box.isChecked()
        )
        name, note = self._name.text(), self._note.text()
        self.wanted.emit(Order(chosen, name, note, self._due.day))


def _line(name: str, label: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setPlaceholderText(hint)
    line.setMaxLength(LONGEST)
    return line
