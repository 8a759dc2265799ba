"""Замечания at the place they are about: what was said, and a quick line to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shkola_desktop.app.remarks.writing import may_turn
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import EntryKind, Thread
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.fold import Fold
from shkola_desktop.ui.widgets.quick_line import QuickLine
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.words.reviews import (
    RESOLVED_REMARKS,
    line,
    said_by,
    state,
)
from shkola_desktop.words.russian import counted

NEW_HINT = "Что поправить или чем подтвердить. Сохранить: Ctrl+Enter"
REPLY_HINT = "Что сделано или почему так. Сохранить: Ctrl+Enter"
TURNS = (
    (EntryKind.REPLY, "Ответить"),
    (EntryKind.RESOLVED, "Закрыть"),
    (EntryKind.WITHDRAWN, "Снять"),
)
CLOSED_TURNS = ((EntryKind.REOPENED, "Открыть снова"),)


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that are still being typed; ``remark`` is empty for a new thread."""

    remark: str
    words: str


class ThreadBox(QWidget):
    """Shows threads, open ones first, and writes.

    ``begun`` carries a new remark, ``replied`` a thread and words, ``turned`` a thread
    and the kind of its next line.
    """

    begun = Signal(str)
    replied = Signal(str, str)
    turned = Signal(str, object)

    def __init__(self, name: str, spoken: str, side: Role) -> None:
        """``name`` is told apart from other boxes, ``spoken`` is what it is about."""
        super().__init__()
        self._name = name
        self._spoken = spoken
        self._side = side
        self._remark = ""
        self._drawn: tuple[Thread, ...] | None = None
        self._line: QuickLine | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._threads = QVBoxLayout()
        self._threads.setSpacing(SPACE)
        self._layout.addLayout(self._threads)
        self._begin = button("Написать замечание", f"{name}-remark", "link")
        self._begin.setAccessibleName(f"Написать замечание: {spoken}")
        self._begin.clicked.connect(self.write)
        self._layout.addLayout(row(self._begin))
        self._begin.setVisible(side is not Role.SCHOOL)

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Show what was said; words that are being typed stay."""
        if self._drawn == tuple(threads):
            return
        self._drawn = tuple(threads)
        empty(self._threads)
        for thread in threads:
            if thread.open:
                self._threads.addWidget(self._frame(thread))
        closed = [thread for thread in threads if not thread.open]
        if closed:
            words = counted(len(closed), RESOLVED_REMARKS)
            fold = Fold(words, f"{self._name}-closed")
            for thread in closed:
                fold.body.addWidget(self._frame(thread))
            self._threads.addWidget(fold)
        # a school has nothing to begin: without remarks there is nothing here
        self.setVisible(bool(threads) or self._side is not Role.SCHOOL)

    def write(self) -> None:
        """Open the line for a new remark."""
        self._open_line("", NEW_HINT, "")

    @property
    def draft(self) -> Draft | None:
        """What is being typed, or None."""
        if self._line is None or not self._line.words.strip():
            return None
        return Draft(self._remark, self._line.words)

    def restore(self, draft: Draft) -> None:
        """Bring words back that were being typed when the place was left."""
        hint = REPLY_HINT if draft.remark else NEW_HINT
        self._open_line(draft.remark, hint, draft.words)

    def done(self) -> None:
        """Close the line: its words were kept."""
        if self._line is not None:
            self._line.forget()
            self._line.hide()
        self._begin.setVisible(self._side is not Role.SCHOOL)

    def _frame(self, thread: Thread) -> QFrame:
        frame = QFrame()
        frame.setProperty("tone", "warning" if thread.open else "info")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(12, SPACE, 12, SPACE)
        layout.setSpacing(SPACE // 2)
        for entry in thread.entries:
            layout.addWidget(muted(said_by(entry)))
            layout.addWidget(text(line(entry)))
        layout.addLayout(self._buttons(thread))
        frame.setAccessibleName(f"Замечание, {state(thread)}")
        return frame

    def _buttons(self, thread: Thread) -> QVBoxLayout:
        made: list[QWidget] = []
        remark = thread.first.remark
        for kind, words in TURNS if thread.open else CLOSED_TURNS:
            if not may_turn(thread, kind, self._side):
                continue
            turn = button(words, f"{kind.value}-{remark}", "link")
            turn.setAccessibleName(f"{words}: {thread.first.text[:60]}")
            if kind is EntryKind.REPLY:
                turn.clicked.connect(partial(self._answer, thread))
            else:
                turn.clicked.connect(partial(self._turn, remark, kind))
            made.append(turn)
        box = QVBoxLayout()
        box.addLayout(row(*made))
        return box

    def _answer(self, thread: Thread) -> None:
        self._open_line(thread.first.remark, REPLY_HINT, "")

    def _turn(self, remark: str, kind: EntryKind) -> None:
        self.turned.emit(remark, kind)

    def _open_line(self, remark: str, hint: str, words: str) -> None:
        if self._line is None:
            # a long form has a hundred boxes: the field is made where it is needed
            self._line = QuickLine(f"{self._name}-line", f"Замечание: {self._spoken}")
            self._line.given.connect(self._give)
            self._line.dropped.connect(self._drop)
            self._layout.addWidget(self._line)
        kept = self._line.words if remark == self._remark else ""
        self._remark = remark
        about = "Ответ на замечание" if remark else ""
        if remark and len(self._drawn or ()) > 1:
            first = next(t.first for t in self._drawn or () if t.first.remark == remark)
            about = f"Ответ на замечание: {first.text[:80]}"
        self._begin.hide()
        self.show()
        self._line.begin(about, hint, words or kept)

    def _give(self, words: str) -> None:
        if not words.strip():
            self._drop()
        elif self._remark:
            self.replied.emit(self._remark, words)
        else:
            self.begun.emit(words)

    def _drop(self) -> None:
        self.done()
        self.setFocus()
