"""Who leads the programme and who looks after which direction."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QVBoxLayout

from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import Person
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text

LEAST = 20
"""Characters of a name that stay visible."""
NOBODY = "не назначен"


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
        self._people: tuple[Person, ...] = ()
        self._directions: tuple[Direction, ...] = ()
        self._leader = QComboBox()
        self._curators: dict[str, QComboBox] = {}

    def show_team(
        self,
        people: Sequence[Person],
        directions: Sequence[Direction],
        team: Sequence[Member],
    ) -> None:
        """Show the team over the staff list."""
        known = (self._people, self._directions)
        self._people, self._directions = tuple(people), tuple(directions)
        if not people or known != (self._people, self._directions):
            self._build(people, directions)
        if people:
            self._show_members(team)

    def _show_members(self, team: Sequence[Member]) -> None:
        leader = next((m.name for m in team if m.leads), "")
        self._leader.setCurrentIndex(max(0, self._leader.findData(leader)))
        for code, box in self._curators.items():
            name = next((m.name for m in team if code in m.directions), "")
            box.setCurrentIndex(max(0, box.findData(name)))

    def focus(self) -> None:
        """Put the keyboard at the leader."""
        if self._people:
            self._leader.setFocus()

    def _build(self, people: Sequence[Person], directions: Sequence[Direction]) -> None:
        empty(self._box)
        if not people:
            self._say_empty()
            return
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._leader = self._choice("leader", "Руководитель")
        layout.addRow("Руководитель", self._leader)
        self._curators = {}
        for direction in directions:
            box = self._choice(f"curator-{direction.code}", direction.name)
            self._curators[direction.code] = box
            layout.addRow(direction.name, box)
        self._box.addWidget(
            muted("Кто руководит программой и кто курирует направления.")
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

    def _choice(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        # names with positions are long: the box is as wide as the room
        box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        box.setMinimumContentsLength(LEAST)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addItem(NOBODY, "")
        for person in self._people:
            box.addItem(f"{person.name}, {person.position}", person.name)
        box.activated.connect(self._change)
        return box

    def _change(self) -> None:
        leader = str(self._leader.currentData())
        chosen = {code: str(box.currentData()) for code, box in self._curators.items()}
        team = tuple(
            Member(
                person.name,
                person.position,
                leads=person.name == leader,
                directions=tuple(
                    d.code for d in self._directions if chosen[d.code] == person.name
                ),
            )
            for person in self._people
        )
        self.changed.emit(team)
