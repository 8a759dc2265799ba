"""One indicator as a reviewer sees it: the answer, what proves it, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from shkola_desktop.domain.diagnosis import Answer, Evidence
from shkola_desktop.domain.form import Indicator, Option
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Thread
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, muted, restyle, short, text
from shkola_desktop.ui.widgets.thread_box import ThreadBox
from shkola_desktop.words.russian import POINTS, counted, size

NO_ANSWER = "Нет ответа"
NO_PROOF = "Ни комментария, ни файлов нет."


@dataclass(frozen=True, slots=True)
class ReviewedAnswer:
    """What a card shows of an answer; ``before`` is None where nothing changed."""

    answer: Answer | None
    taken: Option | None
    last_year: str
    before: str | None


class ReviewedCard(Card):
    """``file_wanted`` carries a file of evidence, ``move_wanted`` a step up or down.

    Enter opens the line for a remark, F goes to the filter.
    """

    file_wanted = Signal(object)
    move_wanted = Signal(int)
    filter_wanted = Signal()
    entered = Signal()

    def __init__(self, indicator: Indicator, shown: ReviewedAnswer, side: Role) -> None:
        super().__init__()
        self.indicator = indicator
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.threads = ThreadBox(
            f"at-{indicator.code}", f"показатель {indicator.code}", side
        )
        self._head(shown)
        self._answer(shown)
        self._proof(shown.answer)
        self.body.addWidget(self.threads)
        self.setAccessibleName(
            f"Показатель {indicator.code}. {indicator.name}. "
            f"{_points(indicator, shown)}"
        )

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Show what was said about the indicator."""
        self.threads.show_threads(threads)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        restyle(self, "focused", value=True)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Show that the keyboard left."""
        super().focusOutEvent(event)
        restyle(self, "focused", value=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Arrows move, Enter writes, F filters."""
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.move_wanted.emit(1)
        elif key == Qt.Key.Key_Up:
            self.move_wanted.emit(-1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.threads.write()
        elif key == Qt.Key.Key_F or event.text().lower() == "а":
            # the same key with the Russian letters
            self.filter_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _head(self, shown: ReviewedAnswer) -> None:
        layout = QHBoxLayout()
        layout.setSpacing(SPACE)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(short(self.indicator.code, "muted"), 0, top)
        layout.addWidget(text(self.indicator.name, "strong"), 1)
        if shown.before is not None:
            layout.addWidget(short("изменён", "key"), 0, top)
        if self.indicator.critical:
            layout.addWidget(short("критический", "badge"), 0, top)
        self.body.addLayout(layout)

    def _answer(self, shown: ReviewedAnswer) -> None:
        zero = shown.taken is None or shown.taken.points == 0
        layout = QHBoxLayout()
        layout.setSpacing(2 * SPACE)
        words = shown.taken.text if shown.taken else NO_ANSWER
        layout.addWidget(text(words), 1)
        points = short(_points(self.indicator, shown), "danger" if zero else "strong")
        layout.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(layout)
        if shown.before is not None:
            self.body.addWidget(muted(f"При прошлой сдаче: {shown.before}"))
        if shown.last_year:
            self.body.addWidget(muted(shown.last_year))

    def _proof(self, answer: Answer | None) -> None:
        if answer is not None and answer.comment:
            self.body.addWidget(text(f"Комментарий: {answer.comment}"))
        files = answer.evidence if answer is not None else ()
        if files:
            made = [self._file(file) for file in files]
            for one in made:
                self.body.addLayout(row(one))
        elif answer is not None and not answer.comment:
            self.body.addWidget(muted(NO_PROOF))

    def _file(self, file: Evidence) -> QPushButton:
        open_file = button(f"{file.name} ({size(file.size)})", "open-evidence", "link")
        open_file.setAccessibleName(f"Открыть файл {file.name}")
        open_file.clicked.connect(partial(self._open, file))
        return open_file

    def _open(self, file: Evidence) -> None:
        self.file_wanted.emit(file)


def _points(indicator: Indicator, shown: ReviewedAnswer) -> str:
    if shown.taken is None:
        return "нет ответа"
    return f"{counted(shown.taken.points, POINTS)} из {indicator.maximum}"
