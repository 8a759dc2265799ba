"""One indicator as a card: options, help, comment, files, last year's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shkola_desktop.domain.diagnosis import MAX_COMMENT, Answer, Evidence
from shkola_desktop.domain.form import Indicator
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Thread
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.option_row import OptionRow
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, restyle, short, text
from shkola_desktop.ui.widgets.thread_box import ThreadBox
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.russian import size

CRITICAL_ZERO = (
    "Ноль по критическому показателю обнуляет всё направление. Если документ или "
    "мероприятие есть, приложите подтверждение и выберите другое значение."
)
COMMENT_HEIGHT = 72


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card shows of one answer."""

    answer: Answer | None
    last_year: str
    frozen: bool


class IndicatorCard(Card):
    """Draws one indicator; tells wishes, changes nothing itself.

    ``chosen`` carries the option's id or None, ``commented`` the text,
    ``attached`` paths are asked for by ``attach_wanted``; ``entered`` tells that
    the person is here.
    """

    chosen = Signal(object)
    commented = Signal(str)
    attach_wanted = Signal()
    dropped = Signal(object)
    detach_wanted = Signal(object)
    entered = Signal()
    move_wanted = Signal(int)
    replied = Signal(str, str)

    def __init__(self, indicator: Indicator, known_from: str = "") -> None:
        """``known_from`` tells how the item is known, where it is not confirmed."""
        super().__init__()
        self.indicator = indicator
        self._known_from = known_from
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(f"Показатель {indicator.code}. {indicator.name}")
        self._comment_kept = ""
        self._head()
        self._rows = self._options()
        self._zero = muted(CRITICAL_ZERO)
        self._zero.setProperty("look", "danger")
        self.body.addWidget(self._zero)
        self._threads: ThreadBox | None = None
        self._remarks = QVBoxLayout()
        self.body.addLayout(self._remarks)
        self._last_year = muted("")
        self.body.addWidget(self._last_year)
        self._help = self._help_text()
        self._details = self._make_details()
        self.body.addLayout(self._buttons())
        self.body.addWidget(self._help)
        self.body.addWidget(self._details)
        self.show_state(CardState(None, "", frozen=False))

    def show_state(self, state: CardState) -> None:
        """Show an answer; tells nobody."""
        answer = state.answer
        option = answer.option if answer else None
        for known in self._rows:
            known.show_chosen(known.option.id == option)
            known.set_open(not state.frozen)
        taken = self.indicator.option(option) if option else None
        self._zero.setVisible(
            self.indicator.critical and taken is not None and taken.points == 0
        )
        self._last_year.setText(state.last_year)
        self._last_year.setVisible(bool(state.last_year))
        self._show_comment(answer.comment if answer else "", frozen=state.frozen)
        self._show_files(answer.evidence if answer else (), frozen=state.frozen)
        self._attach.setEnabled(not state.frozen)
        self._count_details(answer)

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Show what offices remarked; ``replied`` carries the thread and an answer."""
        if self._threads is None:
            if not threads:
                return
            code = self.indicator.code
            self._threads = ThreadBox(f"at-{code}", f"показатель {code}", Role.SCHOOL)
            self._threads.replied.connect(self.replied)
            self._remarks.addWidget(self._threads)
        self._threads.show_threads(threads)

    def replied_to(self) -> None:
        """Close the line of an answer that was kept."""
        if self._threads is not None:
            self._threads.done()

    def show_here(self, here: bool) -> None:  # noqa: FBT001  # like Qt's setters
        """Show that the keyboard is at this card."""
        restyle(self, "focused", here)

    def flush(self) -> None:
        """Tell a comment that is still being typed."""
        words = self._comment.toPlainText()
        if words != self._comment_kept and not self._comment.isReadOnly():
            self._comment_kept = words
            self.commented.emit(words)

    def open_comment(self) -> None:
        """Open the comment and put the cursor there."""
        self._details.show()
        self._comment.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Tell that the person is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Digits take options, arrows move between indicators."""
        digit = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= digit <= len(self._rows):
            self._take(self._rows[digit - 1])
        elif plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.chosen.emit(None)
        elif plain and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self.move_wanted.emit(1)
        elif plain and event.key() == Qt.Key.Key_Up:
            self.move_wanted.emit(-1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Accept files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Tell the files that were dropped."""
        urls = event.mimeData().urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        if paths:
            self.dropped.emit(paths)

    def _head(self) -> None:
        code = short(self.indicator.code, "muted")
        name = text(self.indicator.name, "strong")
        layout = QHBoxLayout()
        layout.setSpacing(SPACE)
        layout.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(name, 1)
        if self.indicator.critical:
            badge = short("критический", "badge")
            layout.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(layout)
        if self.indicator.period:
            self.body.addWidget(muted(f"Период: {self.indicator.period}"))

    def _options(self) -> tuple[OptionRow, ...]:
        rows: list[OptionRow] = []
        for key, option in enumerate(self.indicator.options, start=1):
            made = OptionRow(option, key)
            made.taken.connect(lambda made=made: self._take(made))
            self.body.addWidget(made)
            rows.append(made)
        return tuple(rows)

    def _take(self, taken: OptionRow) -> None:
        self.setFocus()
        if not taken.chosen:
            self.chosen.emit(taken.option.id)

    def _buttons(self) -> QHBoxLayout:
        self._help_button = button("Подсказка", "help", "link")
        self._help_button.clicked.connect(
            lambda: self._help.setVisible(not self._help.isVisible())
        )
        self._details_button = button("", "details", "link")
        self._details_button.clicked.connect(self._toggle_details)
        return row(self._help_button, self._details_button)

    def _help_text(self) -> QWidget:
        known = self.indicator.help
        parts = (
            ("Что спрашивают", known.asked),
            ("Как считать", known.count),
            ("Чем подтвердить", known.proof),
            ("Малой школе", known.rural),
            ("Откуда известен показатель", self._known_from),
        )
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for name, words in parts:
            if words:
                layout.addWidget(muted(f"{name}: {words}"))
        box.hide()
        return box

    def _make_details(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        label = f"Комментарий к {self.indicator.code}"
        self._comment = TypedText("comment", label, COMMENT_HEIGHT, MAX_COMMENT)
        self._comment.left.connect(self.flush)
        self._comment.entered.connect(self.entered)
        self._comment.setPlaceholderText(
            "Комментарий: где лежит документ, как посчитано, что уже делается"
        )
        self._files = QVBoxLayout()
        self._attach = button("Приложить файл…", "attach")
        self._attach.clicked.connect(self.attach_wanted)
        layout.addWidget(self._comment)
        layout.addLayout(self._files)
        layout.addLayout(row(self._attach))
        box.hide()
        return box

    def _toggle_details(self) -> None:
        if self._details.isVisible():
            self.flush()
            self._details.hide()
        else:
            self.open_comment()

    def _show_comment(self, words: str, *, frozen: bool) -> None:
        self._comment_kept = words
        if self._comment.toPlainText() != words and not self._comment.hasFocus():
            self._comment.setPlainText(words)
        self._comment.setReadOnly(frozen)

    def _show_files(self, files: tuple[Evidence, ...], *, frozen: bool) -> None:
        empty(self._files)
        for file in files:
            label = text(f"{file.name} ({size(file.size)})")
            remove = button("Убрать", f"detach-{file.name}", "link")
            remove.setEnabled(not frozen)
            remove.clicked.connect(partial(self._detach, file))
            self._files.addLayout(row(label, remove, stretch=0))

    def _detach(self, file: Evidence) -> None:
        self.detach_wanted.emit(file)

    def _count_details(self, answer: Answer | None) -> None:
        marks: list[str] = []
        if answer and answer.comment:
            marks.append("есть")
        if answer and answer.evidence:
            marks.append(f"файлов: {len(answer.evidence)}")
        known = f" ({', '.join(marks)})" if marks else ""
        self._details_button.setText(f"Комментарий и файлы{known}")
