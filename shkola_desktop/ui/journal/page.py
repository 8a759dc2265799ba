"""«Журнал действий»: who did what and when, to be narrowed and written out."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shkola_desktop.app.journal import Journal
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.rows_model import Line, LinesTable
from shkola_desktop.ui.widgets.texts import button, muted, title
from shkola_desktop.words.actions import (
    ACTION_NAMES,
    HEADINGS,
    NOBODY,
    TITLE,
    action_cells,
)
from shkola_desktop.words.russian import counted

PERIODS = (("За всё время", 0), ("За день", 1), ("За неделю", 7), ("За месяц", 30))
"""Names and days back."""
SHOWN = 500
"""Entries shown at once, about twenty screens; what is written out has all."""
PAUSE = 300
"""Milliseconds without typing after which the search begins."""
ENTRIES = ("запись", "записи", "записей")
EVERYBODY, EVERYTHING = "Все сотрудники", "Все действия"
NOTHING = "Таких записей нет. Измените отбор вверху."
KIND_WIDTH, WHO_WIDTH = 34, 18
"""Characters of the choices."""


class JournalPage(QWidget):
    """``asked`` tells that the choice changed; read it from the properties."""

    asked = Signal()
    excel_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("info")
        self._count = muted("")
        self._table = LinesTable(
            "action-log", TITLE, HEADINGS, wide=(2, 3, 4, 5, 6), lines=8
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addLayout(self._filters())
        column.addWidget(self._count)
        column.addWidget(self.notice)
        column.addWidget(self._table, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.asked)

    @property
    def who(self) -> str | None:
        """Whose entries are wanted, None for everybody's."""
        return None if self._who.currentIndex() < 1 else str(self._who.currentData())

    @property
    def kind(self) -> ActionKind | None:
        """Which action is wanted, None for all."""
        code = str(self._kind.currentData() or "")
        return ActionKind(code) if code else None

    @property
    def days(self) -> int:
        """How many days back, 0 for all."""
        return int(self._period.currentData())

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._search.text()

    def show_journal(self, found: Journal) -> None:
        """Show the entries found, the newest of them."""
        chosen = self.who
        self._who.clear()
        self._who.addItem(EVERYBODY, None)
        for name in found.people:
            self._who.addItem(name or NOBODY, name)
        if chosen is not None:
            self._who.setCurrentIndex(max(0, self._who.findData(chosen)))
        number = len(found.actions)
        words = counted(number, ENTRIES) if number else NOTHING
        if number > SHOWN:
            words += f", показаны последние {SHOWN}; в Excel и CSV попадут все"
        self._count.setText(words)
        lines = [
            Line(str(place), action_cells(action))
            for place, action in enumerate(found.actions[:SHOWN])
        ]
        self._table.show_lines(lines)

    def _wait(self, _words: str) -> None:
        self._timer.start()

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(title(TITLE), 1)
        for words, name, wish in (
            ("Excel…", "journal-excel", self.excel_wanted),
            ("CSV…", "journal-csv", self.csv_wanted),
        ):
            made = button(words, name)
            made.clicked.connect(wish)
            line.addWidget(made)
        return line

    def _filters(self) -> QHBoxLayout:
        self._search = QLineEdit()
        self._search.setObjectName("journal-search")
        self._search.setAccessibleName("Найти в журнале")
        self._search.setPlaceholderText("Найти в журнале")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._wait)
        self._kind = _choice("journal-kind", "Действие", KIND_WIDTH)
        self._kind.addItem(EVERYTHING, "")
        for kind, words in ACTION_NAMES.items():
            self._kind.addItem(words, kind.value)
        self._who = _choice("journal-who", "Кто", WHO_WIDTH)
        self._period = _choice("journal-period", "Когда", WHO_WIDTH)
        for words, days in PERIODS:
            self._period.addItem(words, days)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._search, 1)
        for chooser in (self._kind, self._who, self._period):
            chooser.activated.connect(self.asked)
            line.addWidget(chooser)
        return line


def _choice(name: str, spoken: str, characters: int) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setMinimumContentsLength(characters)
    made.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    return made
