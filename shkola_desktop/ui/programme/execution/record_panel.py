"""What became of one measure in a year: state by one click, words, date."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from shkola_desktop.domain.execution import MeasureRecord, Progress
from shkola_desktop.domain.progress import Entry
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.date_line import DateLine
from shkola_desktop.ui.widgets.texts import lines_high, muted, text
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.execution import STATES, due_words
from shkola_desktop.words.russian import capital

NOTHING = "Выберите мероприятие в списке слева."
LINES = 3


class RecordPanel(Card):
    """``state_wanted`` carries a state, ``changed`` the changed record."""

    state_wanted = Signal(object)
    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._nothing = muted(NOTHING)
        self._words = text("", "strong")
        self._more = muted("")
        self._box = QWidget()
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._words)
        column.addWidget(self._more)
        self._states: dict[Progress, QRadioButton] = {}
        for key, state in enumerate(Progress, start=1):
            made = QRadioButton(f"{key}  {capital(STATES[state])}")
            made.setObjectName(f"state-{state.value}")
            made.setAccessibleName(f"{capital(STATES[state])}, клавиша {key}")
            made.clicked.connect(partial(self._ask, state))
            self._states[state] = made
            column.addWidget(made)
        self._done = self._field("record-done", "Что сделано, чем подтверждается")
        self._note = self._field("record-note", "Почему не сделано, примечание")
        self._on = DateLine("record-on", "Дата")
        self._on.left.connect(self.flush)
        for label, field in (
            ("Что сделано, чем подтверждается", self._done),
            ("Почему не сделано, примечание", self._note),
            ("Когда сделано или решено", self._on),
        ):
            column.addWidget(muted(label))
            column.addWidget(field)
        column.addWidget(self._on.fault)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._box)
        self.body.addStretch(1)

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry; fields that are being typed in keep their words."""
        if entry is None or self._entry is None or _place(entry) != _place(self._entry):
            self.flush()
        self._entry = entry
        self._nothing.setVisible(entry is None)
        self._box.setVisible(entry is not None)
        if entry is None:
            return
        self._words.setText(entry.work.measure.text)
        self._more.setText(_told(entry))
        self._states[entry.record.state].setChecked(True)
        self._done.show_words(entry.record.done)
        self._note.show_words(entry.record.note)
        self._on.show_day(entry.record.on)

    def flush(self) -> None:
        """Tell fields that are still being typed in."""
        if self._entry is None:
            return
        known = self._entry.record
        changed = replace(
            known,
            done=_kept(self._done.toPlainText(), known.done),
            note=_kept(self._note.toPlainText(), known.note),
            on=self._on.day,
        )
        if changed != known:
            self._entry = replace(self._entry, record=changed)
            self.changed.emit(changed)

    @property
    def record(self) -> MeasureRecord | None:
        """The record that is shown, or None."""
        return None if self._entry is None else self._entry.record

    def _ask(self, state: Progress, *_checked: bool) -> None:
        self.flush()
        self.state_wanted.emit(state)

    def _field(self, name: str, label: str) -> TypedText:
        made = TypedText(name, label, lines_high(self, LINES))
        made.left.connect(self.flush)
        return made


def _place(entry: Entry) -> tuple[str, int]:
    return entry.work.id, entry.year


def _kept(typed: str, known: str) -> str:
    # what nobody touched stays as it was, to the letter
    return known if typed == known else typed.strip()


def _told(entry: Entry) -> str:
    measure = entry.work.measure
    lines = (
        f"{entry.year} год, {due_words(entry)}",
        f"Ответственный: {measure.responsible}" if measure.responsible else "",
        f"Результат: {measure.result}" if measure.result else "",
    )
    return "\n".join(line for line in lines if line)
