"""«Что для вашей школы трудно?»: the effort of each resource, said in words."""

from dataclasses import asdict, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from shkola_desktop.domain.effort import SCALE, Weights
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, muted, text

EXPLAINED = (
    "Ответьте для своей школы: путь ниже пересчитается. Чем труднее, тем реже такие "
    "шаги попадают в него."
)
ANSWERS = dict(
    zip(
        SCALE,
        ("легко", "скорее легко", "по-разному", "трудно", "очень трудно"),
        strict=True,
    )
)
ASKED = {
    "none": "Навести порядок без денег: приказы, планы, договорённости",
    "internal": "Сделать своими силами: время учителей, обучение, замены",
    "partner": "Договориться с партнёрами: другие школы, центры, подвоз",
    "budget": "Найти деньги: учредитель, субсидии, гранты, ремонт",
    "no_measure": "Придумать самим то, для чего в банке нет мероприятия",
}


class WeightsCard(Card):
    """``changed`` carries all weights after one of them was answered otherwise."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Что для вашей школы трудно?")
        self._weights = Weights()
        self._boxes: dict[str, QComboBox] = {}
        self._usual = button("Вернуть обычные", "weights-usual", "link")
        self._usual.clicked.connect(lambda: self.changed.emit(Weights()))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        for number, (name, words) in enumerate(ASKED.items()):
            label = text(words)
            self._boxes[name] = box = self._box(name)
            label.setBuddy(box)
            grid.addWidget(label, number, 0)
            grid.addWidget(box, number, 1)
        self.body.addWidget(muted(EXPLAINED))
        self.body.addLayout(grid)
        self.body.addLayout(row(self._usual))

    def show_weights(self, weights: Weights) -> None:
        """Show the answers; none is left to bring back where all are the usual ones."""
        self._weights = weights
        for name, weight in asdict(weights).items():
            box = self._boxes[name]
            box.setCurrentIndex(max(0, box.findData(weight)))
        self._usual.setEnabled(weights != Weights())

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"weight-{name}")
        box.setAccessibleName(ASKED[name])
        for weight, words in ANSWERS.items():
            box.addItem(words, weight)
        box.activated.connect(partial(self._answered, name))
        return box

    def _answered(self, name: str, _index: int) -> None:
        taken = {name: self._boxes[name].currentData()}
        self.changed.emit(replace(self._weights, **taken))
