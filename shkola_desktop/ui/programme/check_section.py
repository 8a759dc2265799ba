"""«Самопроверка»: what a reviewer would find, how to cure it, what is left so."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from shkola_desktop.domain.self_check.check import Checked, IgnoredFinding
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.ui.widgets.typed_text import limit_line
from shkola_desktop.words.self_check import (
    EXPLAINED,
    GROUPS,
    GUARANTEED,
    advice_for,
    left_alone,
    rule_name,
    summary,
)
from shkola_desktop.words.self_check_places import where

LONGEST_REASON = 500
NO_REASON = "Напишите, почему: причина попадёт в лист самопроверки."
TONES = {Severity.ERROR: "danger", Severity.WARN: "warning", Severity.INFO: "info"}


class CheckSection(ScrollPage):
    """Draws the findings and tells wishes.

    ``jump_wanted`` carries a place, ``ignore_wanted`` a finding and the reason,
    ``unignore_wanted`` a finding.
    """

    jump_wanted = Signal(str)
    ignore_wanted = Signal(object, str)
    unignore_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("check-section")
        self._checked: Checked | None = None
        self._drawn: Checked | None = None

    def show_checked(self, checked: Checked) -> None:
        """Show what was found, once it is looked at."""
        self._checked = checked
        if self.isVisible():
            self._render()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Show what was found last."""
        super().showEvent(event)
        self._render()

    def _render(self) -> None:
        checked = self._checked
        if checked is None or checked == self._drawn:
            return  # a reason half typed stays
        inside = self.isAncestorOf(self.focusWidget() or self)
        at = self.verticalScrollBar().value()
        self._drawn = checked
        self.clear()
        self.column.addWidget(title("Самопроверка"))
        self.column.addWidget(self._summary(checked))
        for severity in Severity:
            found = [f for f in checked.findings if f.severity is severity]
            if found:
                self.column.addWidget(self._group(severity, found))
        if checked.ignored:
            self.column.addWidget(self._ignored(checked))
        self.column.addWidget(_guaranteed(checked))
        self.verticalScrollBar().setValue(at)
        if inside:
            QTimer.singleShot(0, self, self._take_focus)  # what is new shows later

    def _take_focus(self) -> None:
        # what had the keyboard is gone; the next Tab goes on from the top
        for made in self.findChildren(QPushButton):
            if made.isVisible():
                made.setFocus()
                return

    def _summary(self, checked: Checked) -> Notice:
        worst = checked.findings[0].severity if checked.findings else None
        tone = TONES[worst] if worst else "good"
        words = summary(checked.findings)
        notice = Notice(tone, words)
        notice.setObjectName("check-summary")
        count = len(checked.ignored)
        more = f"{left_alone(count)} с указанием причины." if count else ""
        notice.say(words, more)
        notice.setAccessibleName(notice.words)
        return notice

    def _group(self, severity: Severity, found: list[Finding]) -> Card:
        card = Card(f"{GROUPS[severity]}: {len(found)}")
        card.body.addWidget(muted(EXPLAINED[severity]))
        for finding in found:
            one = FindingRow(finding)
            one.jump_wanted.connect(self.jump_wanted)
            one.ignore_wanted.connect(self.ignore_wanted)
            card.body.addWidget(one)
        return card

    def _ignored(self, checked: Checked) -> Card:
        card = Card(f"Оставлено так: {len(checked.ignored)}")
        for left in checked.ignored:
            card.body.addWidget(self._left(left))
        return card

    def _left(self, left: IgnoredFinding) -> QWidget:
        finding = left.finding
        line, layout = _frame("ignored-finding")
        _say(layout, finding)
        layout.addWidget(muted(f"Причина: {left.reason}"))
        back = button("Вернуть", "unignore")
        back.setAccessibleName(f"Вернуть замечание: {_spoken(finding)}")
        back.clicked.connect(lambda: self.unignore_wanted.emit(finding))
        layout.addLayout(row(back))
        return line


class FindingRow(QFrame):
    """One finding: place, what is wrong, the cure; jump there or leave it so."""

    jump_wanted = Signal(str)
    ignore_wanted = Signal(object, str)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        self.setObjectName("finding")
        layout = _column(self)
        _say(layout, finding)
        layout.addWidget(muted(advice_for(finding).cure))
        jump = button("Перейти", "jump")
        jump.setAccessibleName(f"Перейти: {_spoken(finding)}")
        jump.clicked.connect(lambda: self.jump_wanted.emit(finding.place))
        self._leave = button("Оставить так…", "ignore", "link")
        self._leave.setAccessibleName(f"Оставить так: {_spoken(finding)}")
        self._leave.clicked.connect(self._open)
        layout.addLayout(row(jump, self._leave))
        layout.addWidget(self._reason_line())
        layout.addWidget(self._hint)

    def _reason_line(self) -> QWidget:
        self._reason = QLineEdit()
        self._reason.setObjectName("ignore-reason")
        self._reason.setAccessibleName("Почему оставить так")
        self._reason.setPlaceholderText("почему оставить так")
        limit_line(self._reason, LONGEST_REASON)
        self._reason.returnPressed.connect(self._ask)
        keep = button("Оставить", "keep-ignored", "main")
        keep.clicked.connect(self._ask)
        drop = button("Отмена", "drop-ignored")
        drop.clicked.connect(self._close)
        self._hint = muted(NO_REASON)
        self._hint.setObjectName("no-reason")
        self._hint.hide()
        self._line = QWidget()
        layout = row(self._reason, keep, drop, stretch=0)
        layout.setContentsMargins(0, 0, 0, 0)
        self._line.setLayout(layout)
        self._line.hide()
        return self._line

    def _open(self) -> None:
        self._line.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._reason.clear()
        self._line.hide()
        self._hint.hide()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        reason = self._reason.text().strip()
        self._hint.setVisible(not reason)
        if reason:
            self.ignore_wanted.emit(self._finding, reason)
        else:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _say(layout: QVBoxLayout, finding: Finding) -> None:
    layout.addWidget(text(where(finding), "strong"))
    layout.addWidget(text(advice_for(finding).wrong))
    layout.addWidget(muted(f"{finding.rule} {rule_name(finding.rule)}"))


def _spoken(finding: Finding) -> str:
    return f"{where(finding)}. {advice_for(finding).wrong}"


def _guaranteed(checked: Checked) -> Card:
    card = Card("Соблюдается программой")
    for rule in checked.guaranteed:
        card.body.addWidget(muted(f"{rule} {GUARANTEED[rule][1]}"))
    return card


def _frame(name: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setObjectName(name)
    return frame, _column(frame)


def _column(frame: QFrame) -> QVBoxLayout:
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, SPACE, 0, SPACE)
    layout.setSpacing(SPACE // 2)
    return layout
