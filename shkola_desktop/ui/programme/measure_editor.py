"""One measure with its fields; a change is told when the cursor leaves."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit

from shkola_desktop.domain.programme import Measure
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.plans import RESOURCES

FIELDS = (
    ("result", "Результат, вид документа"),
    ("indicator", "Показатель"),
    ("responsible", "Ответственный"),
    ("term", "Срок"),
    ("finance", "Источник средств"),
)
LONGEST = 1_000
TEXT_HEIGHT = 76


class MeasureEditor(Card):
    """``changed`` carries the changed measure."""

    changed = Signal(object)
    drop_wanted = Signal()

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self._lines: dict[str, QLineEdit] = {}
        self._text = TypedText("measure-text", "Мероприятие", TEXT_HEIGHT)
        self._text.setPlainText(measure.text)
        self._text.left.connect(self._change)
        self.body.addWidget(self._text)
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, label in FIELDS:
            line = QLineEdit(getattr(measure, name))
            line.setObjectName(f"measure-{name}")
            line.setAccessibleName(label)
            line.setMaxLength(LONGEST)
            line.setCursorPosition(0)
            line.setToolTip(getattr(measure, name))
            line.editingFinished.connect(self._change)
            self._lines[name] = line
            layout.addRow(label, line)
        self._resource = QComboBox()
        self._resource.setObjectName("measure-resource")
        self._resource.setAccessibleName("Ресурс")
        for code, words in RESOURCES.items():
            self._resource.addItem(words, code)
        self._resource.setCurrentIndex(
            max(0, self._resource.findData(measure.resource))
        )
        self._resource.activated.connect(self._change)
        drop = button("Убрать мероприятие", "drop-measure", "link")
        drop.clicked.connect(self.drop_wanted)
        layout.addRow("Ресурс", row(self._resource))
        self.body.addLayout(layout)
        self.body.addLayout(row(drop))

    def _change(self) -> None:
        changed = replace(
            self._measure,
            text=self._text.toPlainText().strip()[:LONGEST],
            resource=str(self._resource.currentData()),
            **{name: line.text().strip() for name, line in self._lines.items()},
        )
        if changed != self._measure:
            self._measure = changed
            self.changed.emit(changed)
