"""Tab «Корректировка»: decisions about what was not done, taken over at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app import executing
from shkola_desktop.app.executing import Correction
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.correction import Decision, Proposal
from shkola_desktop.domain.execution import CheckKind
from shkola_desktop.domain.progress import Course
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import FlowingWidget
from shkola_desktop.ui.widgets.texts import button, lines_high, muted
from shkola_desktop.ui.widgets.typed_text import limit_line, show_line
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.execution import (
    CHANGES,
    DECISIONS,
    TARGET_DECISIONS,
    corrected_said,
    proposal_said,
    subject,
)
from shkola_desktop.words.russian import counted

EXPLAINED = (
    "Решите, что делать с тем, что не выполнено. Прежняя редакция останется в "
    "вариантах программы, лист изменений дополнится. Ctrl+Z отменит всё сразу."
)
COMMON = (
    "Общих мероприятий (приказ, отчёт, самодиагностика) здесь нет: они повторяются "
    "каждый год по закону и методике, их срок не переносят. Невыполненное отметьте на "
    "вкладке «Мероприятия», оно войдёт в отчёт."
)
NOTHING = "Решать нечего: всё выполнено или уже внесено в корректировку."
NO_CHECK = "Июньская проверка ещё не отмечена: решения лучше принимать после неё."
LONGEST = 1_000
LINES = 7


class CorrectionTab(QWidget):
    """``wanted`` carries the correction that is to be taken over."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._year = 0
        self._programme = ""
        self._proposals: tuple[Proposal, ...] = ()
        self._decided: dict[str, Proposal] = {}
        self._today = date.min
        self._note = Notice("info")
        self._made = Notice("good")
        self._list = WrappedList("proposals", "Что решить")
        self._list.currentItemChanged.connect(self._mark)
        self._form = self._made_form()
        self._basis = QLineEdit()
        self._basis.setObjectName("correction-basis")
        self._basis.setAccessibleName("Основание корректировки")
        self._basis.setPlaceholderText("основание: приказ № … от …")
        limit_line(self._basis, LONGEST)
        self._take = button("", "take-correction", "main")
        self._take.clicked.connect(self._ask)
        self._list.setMinimumHeight(lines_high(self, LINES))
        inside = FlowingWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE, SPACE, 0)
        column.setSpacing(SPACE)
        column.addWidget(muted(EXPLAINED))
        column.addWidget(self._note)
        column.addWidget(self._made)
        column.addWidget(muted(COMMON))
        column.addWidget(self._list, 1)
        column.addWidget(self._form)
        self._foot = QWidget()
        foot = row(self._basis, self._take, stretch=0)
        foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setLayout(foot)
        column.addWidget(self._foot)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_year(self, outlook: Outlook, course: Course, year: int) -> None:
        """Show what a correction of a year could decide."""
        programme = outlook.programme
        if (programme.id, year) != (self._programme, self._year):
            self._decided = {}
        self._programme, self._year = programme.id, year
        self._today = outlook.material.made_at.astimezone().date()
        found = executing.proposed(course, year)
        self._proposals = tuple(self._with_decision(known) for known in found)
        held = programme.execution.check(year, CheckKind.JUNE).held
        self._note.say("" if held or not found else NO_CHECK)
        lines = programme.execution.corrected(year)
        done = f"Внесено по итогам {year} года: {counted(len(lines), CHANGES)}."
        more = "\n".join(corrected_said(line) for line in lines)
        self._made.say(done if lines else "" if found else NOTHING, more, "good")
        self._redraw()

    def flush(self) -> None:
        """Take over a field that is still being typed in."""
        self._keep()

    def focus(self) -> None:
        """Put the keyboard at the list."""
        self._list.setFocus()

    def _made_form(self) -> Card:
        card = Card()
        self._decision = QComboBox()
        self._decision.setObjectName("decision")
        self._decision.setAccessibleName("Решение")
        self._decision.activated.connect(self._keep)
        self._new = self._line("decision-new", "Новый срок или значение")
        self._new_label = QLabel("Новый срок")
        self._reason = self._line("decision-reason", "Причина")
        form = QFormLayout()
        form.setVerticalSpacing(SPACE // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("Решение", row(self._decision))
        form.addRow(self._new_label, self._new)
        form.addRow("Причина", self._reason)
        card.body.addLayout(form)
        return card

    def _line(self, name: str, label: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(label)
        limit_line(made, LONGEST)
        made.editingFinished.connect(self._keep)
        return made

    def _with_decision(self, found: Proposal) -> Proposal:
        known = self._decided.get(_key(found))
        if known is None or known.options != found.options or known.old != found.old:
            return found
        return replace(
            found, decision=known.decision, new=known.new, reason=known.reason
        )

    def _redraw(self) -> None:
        marked = max(0, self._list.currentRow())
        self._list.blockSignals(True)  # Qt's setter
        if self._list.count() != len(self._proposals):
            self._list.clear()
            self._list.addItems([""] * len(self._proposals))
        for number, known in enumerate(self._proposals):
            item = self._list.item(number)
            item.setText(proposal_said(known))
        if self._proposals:
            self._list.setCurrentRow(min(marked, len(self._proposals) - 1))
        self._list.blockSignals(False)
        self._list.scheduleDelayedItemsLayout()
        for widget in (self._list, self._form, self._foot):
            widget.setVisible(bool(self._proposals))
        self._rest.setVisible(not self._proposals)
        count = executing.changing(self._proposals)
        self._take.setText(f"Внести {counted(count, CHANGES)}")
        self._take.setEnabled(count > 0)
        self._show_form()

    def _mark(self, _now: QListWidgetItem | None = None, *_before: object) -> None:
        self._show_form()

    @property
    def _marked(self) -> Proposal | None:
        number = self._list.currentRow()
        return self._proposals[number] if 0 <= number < len(self._proposals) else None

    def _show_form(self) -> None:
        known = self._marked
        if known is None:
            return
        words = DECISIONS if known.entry is not None else TARGET_DECISIONS
        self._decision.clear()
        for option in known.options:
            self._decision.addItem(words[option], option)
        self._decision.setCurrentIndex(known.options.index(known.decision))
        moves = known.decision is Decision.MOVE
        self._new.setVisible(moves)
        self._new_label.setVisible(moves)
        self._new_label.setText(
            "Новый срок" if known.entry is not None else "Новое значение"
        )
        show_line(self._new, known.new)
        show_line(self._reason, known.reason)

    def _keep(self, *_signal: object) -> None:
        known = self._marked
        if known is None:
            return
        changed = replace(
            known,
            decision=Decision(self._decision.currentData()),
            new=self._new.text().strip()
            if known.decision is Decision.MOVE
            else known.new,
            reason=self._reason.text().strip(),
        )
        if changed != known:
            self._decided[_key(changed)] = changed
            self._proposals = tuple(
                changed if _key(other) == _key(changed) else other
                for other in self._proposals
            )
            self._redraw()

    def _ask(self) -> None:
        self._keep()
        taken: Sequence[Proposal] = self._proposals
        basis = self._basis.text().strip()
        self.wanted.emit(Correction(self._year, tuple(taken), basis, self._today))
        self._basis.clear()


def _key(proposal: Proposal) -> str:
    if proposal.entry is not None:
        return f"measure:{proposal.entry.work.id}"
    return f"target:{subject(proposal)}"
