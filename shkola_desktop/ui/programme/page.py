"""«Программа развития»: a wizard with its parts at the side, or how to begin."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.parts import NAMES, Part
from shkola_desktop.ui.programme.preview.pane import PreviewPane
from shkola_desktop.ui.programme.remarks import SectionRemarks
from shkola_desktop.ui.programme.section import Telling
from shkola_desktop.ui.programme.starts import Starts
from shkola_desktop.ui.programme.states import Standing
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.steps_list import Step, StepsList
from shkola_desktop.ui.widgets.texts import button, muted, text, title, wide

EMPTY = (
    "Черновик составится из самодиагностики: каждый показатель без баллов станет "
    "дефицитом с возможными причинами и мероприятиями. Всё можно изменить, убрать "
    "или добавить своё. Или начните с пустой программы и добавьте дефициты сами."
)
NO_DIAGNOSIS = "Сначала ответьте хотя бы на часть показателей самодиагностики."
OUTDATED = (
    "Эта программа составлена по прошлой самодиагностике. Составить новую? Прежняя "
    "останется как была."
)
FORM_SHARE, PREVIEW_SHARE = 3, 2
"""Of the width, until somebody moves the border."""
FORM_NARROWEST = 64
"""Characters that the cards of the form need."""
RESTS = 300
"""Milliseconds after which a border is not being moved any more."""
ANY = 1000
"""A splitter takes sizes as shares once they are larger than the room."""


class ProgrammePage(QWidget):
    """Draws the open part and tells wishes."""

    draft_wanted = Signal()
    earlier_wanted = Signal()
    empty_wanted = Signal()
    diagnosis_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    make_wanted = Signal()
    part_wanted = Signal(str)
    step_wanted = Signal(int)
    preview_wanted = Signal(bool)
    share_moved = Signal(int)
    """Per cent of the width that the pages have, once somebody moved the border."""

    def __init__(self, icons: Icons, sections: Sequence[Telling]) -> None:
        super().__init__()
        self._icons = icons
        self._parts = tuple(section.part for section in sections)
        self.notice = Notice("danger")
        self.outdated = Notice("warning")
        self.remarks = SectionRemarks()
        self.preview = PreviewPane(icons)
        self.preview.whole_wanted.connect(self.make_wanted)
        self.preview.hide()
        self._restart = self._starts(Starts("redraft", earlier=True))
        self._sections = QStackedWidget()
        for section in sections:
            self._sections.addWidget(section)
        self._empty = ScrollPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._full())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._shortcuts()

    def show_empty(self, *, answered: bool, begun: bool) -> None:
        """Show how a programme begins; an empty one needs a diagnosis begun."""
        self._empty.clear()
        self._empty.column.addWidget(title("Программа развития"))
        card = Card("Черновика ещё нет")
        card.body.addWidget(text(EMPTY if answered else NO_DIAGNOSIS))
        if not answered:
            go = button("К самодиагностике", "to-diagnosis", "main")
            go.clicked.connect(self.diagnosis_wanted)
            card.body.addLayout(row(go))
        if begun:
            starts = Starts("draft", answered=answered, earlier=False)
            card.body.addWidget(self._starts(starts))
        self._empty.column.addWidget(card)
        self._stack.setCurrentIndex(0)

    def show_wizard(self, *, outdated: bool) -> None:
        """Show the programme."""
        self.outdated.say(OUTDATED if outdated else "")
        self._restart.setVisible(outdated)
        self._stack.setCurrentIndex(1)

    def show_part(self, part: Part) -> None:
        """Open a part."""
        position = self._parts.index(part)
        self._sections.setCurrentIndex(position)
        self._title.setText(NAMES[part])
        self._title.setVisible(part is not Part.CHECK)  # it has a title of its own
        self._back.setEnabled(position > 0)
        self._next.setEnabled(position < len(self._parts) - 1)

    def show_states(self, period: str, states: Mapping[Part, Standing]) -> None:
        """Show the years of the programme and how far its parts are."""
        self._period.setText(f"Программа развития\nна {period}")
        opened = self._parts[self._sections.currentIndex()]
        self.side.show_steps(
            [
                Step(
                    code=part.value,
                    target=part.value,
                    words="\n".join(
                        line
                        for line in (f"{number}. {NAMES[part]}", states[part].words)
                        if line
                    ),
                    state=states[part].state,
                    open=part is opened,
                )
                for number, part in enumerate(self._parts, start=1)
            ]
        )

    def show_share(self, percent: int) -> None:
        """Give the pages so much of the width."""
        self._split.setSizes([(100 - percent) * ANY, percent * ANY])

    def show_preview(self, *, shown: bool) -> None:
        """Show or hide the pages beside the form."""
        self.preview.setVisible(shown)
        self._looker.setChecked(shown)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the list of parts away where all three do not fit."""
        super().resizeEvent(event)
        self._make_room()

    def show_undo(self, *, undo: bool, redo: bool) -> None:
        """Show whether there is something to undo or redo."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def _starts(self, starts: Starts) -> Starts:
        starts.draft_wanted.connect(self.draft_wanted)
        starts.earlier_wanted.connect(self.earlier_wanted)
        starts.empty_wanted.connect(self.empty_wanted)
        return starts

    def _full(self) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(SPACE, 2 * SPACE, SPACE, SPACE)
        layout.setSpacing(0)
        self._period = muted("")
        self.side = StepsList("programme-parts", "Разделы программы", self._icons)
        self.side.wanted.connect(self.part_wanted)
        left = self._list = QWidget()
        left.setFixedWidth(self.side.width())
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._period)
        column.addWidget(self.side, 1)
        layout.addWidget(left)
        layout.addWidget(self._halves(), 1)
        return box

    def _make_room(self) -> None:
        """Let form and pages have the room of the list, then of words with icons.

        «Назад» and «Дальше» still lead from part to part.
        """
        alone = self.preview.isHidden()
        self._name_steps(short=False)
        cards = wide(self, FORM_NARROWEST)
        form = max(self._tool_width(), cards)
        spare = self.width() - 4 * SPACE - form - self.preview.minimumWidth()
        self._list.setVisible(alone or spare >= self._list.width())
        if alone:
            spare = self.width() - 4 * SPACE - self._list.width() - self._tool_width()
        self._name_steps(short=spare < 0)
        # as named now, the buttons above the form are whole whatever the border does
        needed = max(self._tool_width(), cards)
        self._form.setMinimumWidth(0 if alone else needed)

    def _tool_width(self) -> int:
        tools = (self._undo, self._redo, self._looker, self._maker)
        return sum(tool.sizeHint().width() + SPACE for tool in tools) + 4 * SPACE

    def _name_steps(self, *, short: bool) -> None:
        for step, words in ((self._undo, "Отменить"), (self._redo, "Вернуть")):
            step.setText("" if short else words)
            step.setAccessibleName(words)

    def _halves(self) -> QSplitter:
        form = self._form = QWidget()
        form.setLayout(self._right())
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(SPACE)
        for widget, share in ((form, FORM_SHARE), (self.preview, PREVIEW_SHARE)):
            halves.addWidget(widget)
            halves.setStretchFactor(halves.indexOf(widget), share)
        halves.setSizes([FORM_SHARE * ANY, PREVIEW_SHARE * ANY])
        resting = QTimer(halves)
        resting.setSingleShot(True)
        resting.setInterval(RESTS)
        resting.timeout.connect(self._tell_share)
        halves.splitterMoved.connect(self._rest)
        self._resting = resting
        self._split = halves
        return halves

    def _rest(self) -> None:
        self._resting.start()

    def _tell_share(self) -> None:
        form, pages = self._split.sizes()
        if form and pages:
            self.share_moved.emit(round(100 * pages / (form + pages)))

    def _right(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._title = title("")
        head = QVBoxLayout()
        head.setContentsMargins(3 * SPACE, 0, SPACE, 0)
        head.setSpacing(SPACE)
        head.addLayout(self._tools())
        head.addWidget(self._title)
        head.addWidget(self.outdated)
        head.addWidget(self._restart)
        head.addWidget(self.notice)
        head.addWidget(self.remarks)
        layout.addLayout(head)
        layout.addWidget(self._sections, 1)
        ways = self._ways()
        ways.setContentsMargins(3 * SPACE, 0, SPACE, 0)
        layout.addLayout(ways)
        return layout

    def _tools(self) -> QHBoxLayout:
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        self._undo = button("Отменить", "undo-programme")
        self._undo.setIcon(self._icons.get("arrow-back-up", colour))
        self._undo.setToolTip("Отменить последнее изменение (Ctrl+Z)")
        self._undo.clicked.connect(self.undo_wanted)
        self._redo = button("Вернуть", "redo-programme")
        self._redo.setIcon(self._icons.get("arrow-forward-up", colour))
        self._redo.setToolTip("Вернуть отменённое (Ctrl+Y)")
        self._redo.clicked.connect(self.redo_wanted)
        self._maker = button("Сделать документ", "make-programme")
        self._maker.setToolTip("Черновик можно сделать в любой момент")
        self._maker.clicked.connect(self.make_wanted)
        self._looker = button("Предпросмотр", "preview-toggle")
        self._looker.setCheckable(True)
        self._looker.setToolTip("Страницы документа рядом с формой (F9)")
        self._looker.clicked.connect(self.preview_wanted)
        layout = row(self._undo, self._redo)
        layout.addWidget(self._looker)
        layout.addWidget(self._maker)
        return layout

    def _ways(self) -> QHBoxLayout:
        self._back = button("Назад", "back-part")
        self._back.setToolTip("Предыдущий раздел (Alt+←)")
        self._back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._next = button("Дальше", "next-part", "main")
        self._next.setToolTip("Следующий раздел (Alt+→)")
        self._next.clicked.connect(lambda: self.step_wanted.emit(1))
        layout = row(self._back)
        layout.addWidget(self._next)
        return layout

    def _shortcuts(self) -> None:
        pairs = (
            ("F9", self._looker.click),
            ("Ctrl+Z", self.undo_wanted.emit),
            ("Ctrl+Y", self.redo_wanted.emit),
            ("Ctrl+Shift+Z", self.redo_wanted.emit),
            ("Alt+Left", lambda: self.step_wanted.emit(-1)),
            ("Alt+Right", lambda: self.step_wanted.emit(1)),
        )
        for keys, wish in pairs:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)
