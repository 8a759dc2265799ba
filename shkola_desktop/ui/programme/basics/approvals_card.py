"""Принята, согласована, утверждена: dates and numbers, with what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from shkola_desktop.domain.programme_parts import Addressee, Approval, ApprovalRow
from shkola_desktop.ui.programme.basics.other_bodies import OTHER
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.date_line import DateLine
from shkola_desktop.ui.widgets.records import Records
from shkola_desktop.ui.widgets.texts import muted, text
from shkola_desktop.ui.widgets.typed_text import limit_line, show_line
from shkola_desktop.words.russian import long_date

LONGEST = 400
ADDRESSEE = {
    "position": ("Кому письмо: должность", "начальник управления образования"),
    "name": ("Кому письмо: имя", "Фамилия Имя Отчество"),
}
"""Whom the letter to the founder goes to: label and example, in the nominative."""
ADDRESSEE_TOLD = (
    "Кому письмо – как есть, в именительном падеже: в письме будет «Начальнику…». "
    "Неверную форму исправляют в настройках, «Падежи имён и должностей»."
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One of the three decisions: field, what is done, words of its number and body."""

    name: str
    title: str
    number: str
    by: str


DECISIONS = (
    Decision(
        "council",
        "Принята педагогическим советом",
        "№ протокола",
        "педагогический совет школы",
    ),
    Decision("founder", "Согласована учредителем", "№ письма", "должность, имя"),
    Decision("order", "Утверждена приказом", "№ приказа", "директор"),
)


class ApprovalsCard(Card):
    """``changed`` carries all approvals."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Утверждение программы")
        self._known = ApprovalRow()
        self._days: dict[str, DateLine] = {}
        self._lines: dict[tuple[str, str], QLineEdit] = {}
        self._addressee: dict[str, QLineEdit] = {}
        self.body.addWidget(
            muted(
                "Даты можно внести позже: до этого в документе останется место для "
                "них. Приказ издают после согласования учредителем (273-ФЗ, ст. 28)."
            )
        )
        self._warnings: dict[str, Notice] = {}
        for decision in DECISIONS:
            self._add(decision)
        self.body.addWidget(_strong("Другие органы, если так велит устав"))
        self._others = Records(OTHER)
        self._others.changed.connect(self._change_others)
        self.body.addWidget(self._others)

    def show_approvals(self, approvals: ApprovalRow) -> None:
        """Show the approvals, and which dates contradict one another."""
        self._known = approvals
        for name, day in self._days.items():
            day.show_day(getattr(approvals, name).on)
        for (name, field), line in self._lines.items():
            words = getattr(getattr(approvals, name), field)
            show_line(line, words)
        for field, line in self._addressee.items():
            show_line(line, getattr(approvals.addressee, field))
        self._others.show_records(approvals.others)
        faults = order_faults(approvals)
        for name, warning in self._warnings.items():
            warning.say(faults.get(name, ""), tone="warning")

    def focus(self) -> None:
        """Put the keyboard into the first date."""
        self._days[DECISIONS[0].name].setFocus()

    def flush(self) -> None:
        """Tell what is still being typed."""
        for decision in DECISIONS:
            self._change(decision.name)
        self._change_addressee()
        self._others.flush()

    def _add(self, decision: Decision) -> None:
        self.body.addWidget(_strong(decision.title))
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        day = DateLine(f"{decision.name}-on", f"{decision.title}: дата")
        day.left.connect(partial(self._change, decision.name))
        self._days[decision.name] = day
        number = self._line(decision, "number", decision.number)
        layout.addRow("Дата и номер", row(day, number, stretch=1))
        layout.addRow("", day.fault)
        layout.addRow("Кем", self._line(decision, "by", decision.by))
        if decision.name == "founder":
            self._add_addressee(layout)
        self.body.addLayout(layout)
        if decision.name == "founder":
            self.body.addWidget(muted(ADDRESSEE_TOLD))
        self._warnings[decision.name] = Notice("warning")
        self.body.addWidget(self._warnings[decision.name])

    def _add_addressee(self, layout: QFormLayout) -> None:
        for field, (label, hint) in ADDRESSEE.items():
            line = QLineEdit()
            line.setObjectName(f"addressee-{field}")
            line.setAccessibleName(label)
            line.setPlaceholderText(hint)
            limit_line(line, LONGEST)
            line.editingFinished.connect(self._change_addressee)
            self._addressee[field] = line
            layout.addRow("Кому письмо" if field == "position" else "", line)

    def _line(self, decision: Decision, field: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"{decision.name}-{field}")
        line.setAccessibleName(f"{decision.title}: {hint}")
        line.setPlaceholderText(hint)
        limit_line(line, LONGEST)
        line.editingFinished.connect(partial(self._change, decision.name))
        self._lines[decision.name, field] = line
        return line

    def _change_addressee(self) -> None:
        found = {f: line.text().strip() for f, line in self._addressee.items()}
        addressee = Addressee(**found)
        if addressee != self._known.addressee:
            self._known = replace(self._known, addressee=addressee)
            self.changed.emit(self._known)

    def _change_others(self, others: tuple[tuple[str, Approval], ...]) -> None:
        self._known = replace(self._known, others=others)
        self.changed.emit(self._known)

    def _change(self, name: str) -> None:
        approval = Approval(
            on=self._days[name].day,
            number=self._lines[name, "number"].text().strip(),
            by=self._lines[name, "by"].text().strip(),
        )
        if approval != getattr(self._known, name):
            self._known = replace(self._known, **{name: approval})
            self.changed.emit(self._known)


def order_faults(approvals: ApprovalRow) -> Mapping[str, str]:
    """Return what is dated too early, by the decision that it is said at."""
    faults: dict[str, str] = {}
    council, founder, order = (
        approvals.council.on,
        approvals.founder.on,
        approvals.order.on,
    )
    if founder and council and founder < council:
        faults["founder"] = (
            f"Согласование раньше педсовета ({long_date(council)}): сначала программу "
            "принимает педагогический совет."
        )
    if order and founder and order < founder:
        faults["order"] = (
            f"Приказ раньше согласования учредителем ({long_date(founder)}): "
            "программу утверждают по согласованию с учредителем."
        )
    elif order and council and order < council:
        faults["order"] = (
            f"Приказ раньше педсовета ({long_date(council)}): сначала программу "
            "принимает педагогический совет."
        )
    return faults


def _strong(words: str) -> QLabel:
    return text(words, "strong")
