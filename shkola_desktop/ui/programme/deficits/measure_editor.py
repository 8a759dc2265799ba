"""One measure with its fields; a change is told when the cursor leaves."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit

from shkola_desktop.domain.programme import Measure
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line, show_line
from shkola_desktop.words.plans import RESOURCES

TEXTS = (
    ("result", "Результат"),
    ("indicator", "Показатель"),
)
FIELDS = (
    ("responsible", "Ответственный"),
    ("term", "Срок"),
    ("finance", "Источник средств"),
)
STAYS = "Перенести в другой дефицит"
LONGEST = 1_000
TEXT_HEIGHT = 76


class MeasureEditor(Card):
    """``changed`` carries the changed measure, ``move_wanted`` a deficit's code."""

    changed = Signal(object)
    move_wanted = Signal(str)
    drop_wanted = Signal()

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self._texts: dict[str, TypedText] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._text = TypedText("measure-text", "Мероприятие", TEXT_HEIGHT)
        self._text.left.connect(self.flush)
        self.body.addWidget(self._text)
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        height = self.fontMetrics().lineSpacing() * 2 + 2 * SPACE
        for name, label in TEXTS:
            field = TypedText(f"measure-{name}", label, height)
            field.left.connect(self.flush)
            self._texts[name] = field
            layout.addRow(label, field)
        for name, label in FIELDS:
            line = QLineEdit()
            line.setObjectName(f"measure-{name}")
            line.setAccessibleName(label)
            limit_line(line, LONGEST)
            line.editingFinished.connect(self.flush)
            self._lines[name] = line
            layout.addRow(label, line)
        self._resource = QComboBox()
        self._resource.setObjectName("measure-resource")
        self._resource.setAccessibleName("Ресурс")
        for code, words in RESOURCES.items():
            self._resource.addItem(words, code)
        self._resource.activated.connect(self.flush)
        self._drop = button("Убрать мероприятие", "drop-measure", "link")
        self._drop.clicked.connect(self.drop_wanted)
        layout.addRow("Ресурс", row(self._resource))
        self._others = _others_box()
        self._others.activated.connect(self._move)
        layout.addRow("Дефицит", self._others)
        self.body.addLayout(layout)
        self.body.addLayout(row(self._drop))
        self.setFocusProxy(self._text)
        self.show_measure(measure)

    def show_measure(self, measure: Measure) -> None:
        """Show a measure; a field that is being typed in keeps its words."""
        self._measure = measure
        self._text.show_words(measure.text)
        for name, field in self._texts.items():
            field.show_words(getattr(measure, name))
        for name, line in self._lines.items():
            words = getattr(measure, name)
            line.setToolTip(words)
            show_line(line, words)
        if self._resource.findData(measure.resource) < 0:
            self._resource.addItem(measure.resource, measure.resource)
        self._resource.setCurrentIndex(self._resource.findData(measure.resource))
        self._drop.setAccessibleName(f"Убрать мероприятие: {measure.text}")

    def show_others(self, others: Sequence[tuple[str, str]]) -> None:
        """Offer the deficits, code and words, that the measure can be moved to."""
        self._others.clear()
        self._others.addItem(STAYS, "")
        for code, words in others:
            self._others.addItem(words, code)
        self._others.setEnabled(bool(others))
        self._others.setAccessibleName(f"{STAYS}: {self._measure.text}")

    def focus(self) -> None:
        """Put the keyboard into the words."""
        self._text.setFocus()

    def flush(self) -> None:
        """Tell fields that are still being typed in."""
        known = self._measure
        typed = {n: field.toPlainText() for n, field in self._texts.items()}
        typed |= {n: line.text() for n, line in self._lines.items()}
        changed = replace(
            known,
            text=_kept(self._text.toPlainText(), known.text) or known.text,
            resource=str(self._resource.currentData()),
            **{n: _kept(words, getattr(known, n)) for n, words in typed.items()},
        )
        if changed != known:
            self._measure = changed
            self.changed.emit(changed)

    def _move(self) -> None:
        code = str(self._others.currentData())
        if code:
            self.move_wanted.emit(code)


def _others_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("measure-deficit")
    # words of a deficit are long: the box takes the width it gets
    box.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    box.setMinimumContentsLength(12)
    return box


def _kept(typed: str, known: str) -> str:
    # what nobody touched stays as it was, to the letter
    return known if typed == known else " ".join(typed.split())
