"""Who leads the programme, watches over its order, looks after each direction."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QVBoxLayout

from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.programme import NOBODY, Member
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.team import person_of, staffed
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text

LEAST = 20
"""Characters of a name that stay visible."""
UNNAMED = "не назначен"
DIRECTOR = "директор (за собой)"
CONTROL = "Контроль за приказом"


class TeamCard(Card):
    """``changed`` carries the team as a tuple of members."""

    changed = Signal(object)
    suggest_wanted = Signal()
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Рабочая группа")
        self._box = QVBoxLayout()
        self._box.setSpacing(SPACE)
        self.body.addLayout(self._box)
        self._candidates: tuple[Member, ...] = ()
        self._directions: tuple[Direction, ...] = ()
        self._leader = QComboBox()
        self._control = QComboBox()
        self._curators: dict[str, QComboBox] = {}

    def show_team(
        self,
        people: Sequence[Person],
        directions: Sequence[Direction],
        team: Sequence[Member],
    ) -> None:
        """Show the team over the staff list."""
        known = (self._candidates, self._directions)
        self._candidates = candidates(people, team)
        self._directions = tuple(directions)
        if not self._candidates or known != (self._candidates, self._directions):
            self._build(directions)
        if self._candidates:
            self._show_members(staffed(team, people))

    def _show_members(self, team: Sequence[Member]) -> None:
        leader = next((_key(m) for m in team if m.leads), "")
        self._leader.setCurrentIndex(max(0, self._leader.findData(leader)))
        control = next((_key(m) for m in team if m.controls), "")
        self._control.setCurrentIndex(max(0, self._control.findData(control)))
        for code, box in self._curators.items():
            key = next((_key(m) for m in team if code in m.directions), "")
            box.setCurrentIndex(max(0, box.findData(key)))

    def focus(self) -> None:
        """Put the keyboard at the leader."""
        if self._candidates:
            self._leader.setFocus()

    def _build(self, directions: Sequence[Direction]) -> None:
        empty(self._box)
        if not self._candidates:
            self._say_empty()
            return
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._leader = self._choice("leader", "Руководитель")
        layout.addRow("Руководитель", self._leader)
        self._control = self._choice("team-control", CONTROL, DIRECTOR)
        layout.addRow(CONTROL, self._control)
        self._curators = {}
        for direction in directions:
            box = self._choice(f"curator-{direction.code}", direction.name)
            self._curators[direction.code] = box
            layout.addRow(direction.name, box)
        self._box.addWidget(
            muted(
                "Кто руководит программой, кто курирует направления и кто следит за "
                "исполнением приказа о рабочей группе."
            )
        )
        self._box.addLayout(layout)
        suggest = button("Распределить направления поровну", "suggest-team")
        suggest.clicked.connect(self.suggest_wanted)
        self._box.addLayout(row(suggest))

    def _say_empty(self) -> None:
        self._box.addWidget(
            text(
                "Список сотрудников пуст. Внесите сотрудников в настройках, и их можно "
                "будет назначить здесь."
            )
        )
        people = button("Внести сотрудников", "to-people", "main")
        people.clicked.connect(self.people_wanted)
        self._box.addLayout(row(people))

    def _choice(self, name: str, label: str, nobody: str = UNNAMED) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        # names with positions are long: the box is as wide as the room
        box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        box.setMinimumContentsLength(LEAST)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addItem(nobody, "")
        for known in self._candidates:
            box.addItem(_told(known), _key(known))
        box.activated.connect(self._change)
        return box

    def _change(self) -> None:
        leader = str(self._leader.currentData())
        control = str(self._control.currentData())
        chosen = {code: str(box.currentData()) for code, box in self._curators.items()}
        team = tuple(
            replace(
                known,
                leads=_key(known) == leader,
                controls=_key(known) == control,
                directions=tuple(
                    d.code for d in self._directions if chosen[d.code] == _key(known)
                ),
            )
            for known in self._candidates
        )
        self.changed.emit(team)


def candidates(people: Sequence[Person], team: Sequence[Member]) -> tuple[Member, ...]:
    """Return who can be chosen: the staff, and members that are not on its list."""
    staff = tuple(Member(p.name, p.position, person=p.id) for p in people)
    strangers = (m for m in team if person_of(m, people) is None)
    others = (
        replace(m, leads=False, controls=False, directions=(), person=NOBODY)
        for m in strangers
    )
    return (*staff, *others)


def _key(member: Member) -> str:
    """Return what tells members apart: the person, or a name of nobody's."""
    return f"person {member.person}" if member.person else f"name {member.name}"


def _told(member: Member) -> str:
    words = ", ".join(filter(None, (member.name, member.position)))
    return words if member.person else f"{words} (нет в списке сотрудников)"
