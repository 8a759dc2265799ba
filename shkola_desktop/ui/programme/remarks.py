"""Remarks of offices at the section of the programme that they are about."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from shkola_desktop.app.remarks import writing
from shkola_desktop.app.remarks.own import NOTHING, own_review
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Entry, PlaceKind, Thread
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.programme.parts import NAMES, Part
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.texts import lines_high
from shkola_desktop.ui.widgets.thread_box import ThreadBox

LINES = 8
"""Lines of remarks above a section: more scroll, the form needs the room."""


class SectionRemarks(QScrollArea):
    """Hidden where nothing was remarked; ``replied`` carries thread and words."""

    replied = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box: ThreadBox | None = None
        self._part: Part | None = None
        self.hide()

    def show_threads(self, part: Part, threads: tuple[Thread, ...]) -> None:
        """Show what was said about a part."""
        if self._part is not part or self._box is None:
            self._part = part
            name = f"part-{part.value}"
            self._box = ThreadBox(name, f"раздел «{NAMES[part]}»", Role.SCHOOL)
            self._box.replied.connect(self.replied)
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._box)
            column.addStretch(1)
            self.setWidget(inside)
        self._box.show_threads(threads)
        lines = sum(2 * len(t.entries) + 1 if t.open else 1 for t in threads) + 1
        self.setFixedHeight(lines_high(self, min(LINES, lines)))
        self.setVisible(bool(threads))

    def done(self) -> None:
        """Close the line of an answer that was kept."""
        if self._box is not None:
            self._box.done()


class RemarksKeeper:
    """Reads remarks about sections and keeps the school's answers."""

    def __init__(self, context: Context, shown: SectionRemarks, notice: Notice) -> None:
        self._context = context
        self._shown = shown
        self._notice = notice
        self._review = NOTHING
        self._part = Part.BASICS
        shown.replied.connect(self._reply)

    def read(self) -> None:
        """Read what was remarked."""
        self._review = own_review(self._context.workspace)

    def show(self, part: Part) -> None:
        """Show the remarks about a part."""
        self._part = part
        found = self._review.about(PlaceKind.SECTION, part.value)
        self._shown.show_threads(part, found)

    @property
    def open(self) -> Mapping[Part, int]:
        """How many remarks are open in each part that has any."""
        places = self._review.by_place(PlaceKind.SECTION)
        counts = {
            part: sum(1 for t in places.get(part.value, ()) if t.open) for part in Part
        }
        return {part: count for part, count in counts.items() if count}

    def _reply(self, remark: str, words: str) -> None:
        school, workspace = self._review.school, self._context.workspace
        if school is None:
            return
        self._context.saving.save(
            lambda: writing.reply(school, remark, words, workspace),
            self._replied,
            self._notice.say_error,
        )

    def _replied(self, _entry: Entry) -> None:
        self._shown.done()
        self.read()
        self.show(self._part)
