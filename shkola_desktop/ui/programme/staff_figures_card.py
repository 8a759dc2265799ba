"""The staff in figures, and what is lacking in words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from shkola_desktop.domain.school_info import Staff
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.figure_box import BOX_WIDTH, FigureBox, box_label
from shkola_desktop.ui.widgets.texts import lines_high, muted, wide
from shkola_desktop.ui.widgets.typed_text import TypedText
from shkola_desktop.words.russian import capital
from shkola_desktop.words.school_info import STAFF_FIGURES

MOST = 1_000
"""No school of the country has more teachers."""
LACKING = "Вакансии и предметы без учителя"
LACKING_LINES = 3


class StaffFiguresCard(Card):
    """``changed`` tells that a number or the words are other ones now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Педагогический состав")
        self._boxes = {name: FigureBox(MOST) for name, _ in STAFF_FIGURES}
        self.body.addLayout(self._grid())
        self.fault = fault_label("staff-fault")
        self.body.addWidget(self.fault)
        self.body.addWidget(muted(LACKING))
        self._lacking = TypedText("lacking", LACKING, lines_high(self, LACKING_LINES))
        self._lacking.left.connect(self.changed)
        self.body.addWidget(self._lacking)

    def show_staff(self, staff: Staff) -> None:
        """Show the staff; tells nobody."""
        for name, box in self._boxes.items():
            box.show_figure(getattr(staff, name))
        self._lacking.setPlainText(staff.lacking)
        self._judge()

    def staff(self) -> Staff:
        """Return what stands there, also while it is being typed."""
        counts: Mapping[str, int | None] = {
            name: box.figure() for name, box in self._boxes.items()
        }
        return Staff(**counts, lacking=self._lacking.toPlainText().strip())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 100)
        grid.setColumnStretch(2, 1)
        for line, (name, words) in enumerate(STAFF_FIGURES):
            box = self._boxes[name]
            box.setObjectName(name)
            box.setAccessibleName(f"{words}, человек")
            box.setFixedWidth(wide(box, BOX_WIDTH))
            box.valueChanged.connect(self._tell)
            grid.addWidget(box_label(words), line, 0)
            grid.addWidget(box, line, 1)
        return grid

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        names = dict(STAFF_FIGURES)
        lines = (
            f"{capital(names[name].removeprefix('из них '))}: больше, чем "
            "педагогических работников всего."
            for name in self.staff().excessive
        )
        say(self.fault, "\n".join(lines))
