"""The school in figures of three school years, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from shkola_desktop.domain.ids import ProgrammeCode
from shkola_desktop.domain.school_info import SchoolInfo, YearFigures
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.figure_box import BOX_WIDTH, FigureBox, box_label
from shkola_desktop.ui.widgets.texts import button, muted, short, wide
from shkola_desktop.words.school_info import YEAR_FIGURES, school_year
from shkola_desktop.words.taught import fitted

SHOWN = 3
MOST = {"classes": 300, "class_sets": 300}
MOST_PUPILS = 5_000
"""No school of the country has more."""


class YearFiguresCard(Card):
    """``changed`` tells that a number is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Контингент по учебным годам")
        self._first = 0
        self._heads = [short("", "strong") for _ in range(SHOWN)]
        self._boxes: dict[tuple[str, int], FigureBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._names = dict(YEAR_FIGURES)
        self.body.addWidget(
            muted("Неизвестное оставьте пустым: в документ оно не войдёт.")
        )
        self.body.addLayout(self._grid())
        self.fault = fault_label("years-fault")
        self.body.addWidget(self.fault)
        self._repeat = button("Заполнить пустое по прошлому году", "repeat-year")
        self._repeat.clicked.connect(self._repeat_year)
        self.body.addLayout(row(self._repeat))

    def show_years(
        self, info: SchoolInfo, year: int, taught: Sequence[ProgrammeCode]
    ) -> None:
        """Show the year and the two before it, in words for what is taught."""
        self._names = {name: fitted(words, taught) for name, words in YEAR_FIGURES}
        for name, label in self._labels.items():
            label.setText(self._names[name])
        self._first = year - SHOWN + 1
        for place, head in enumerate(self._heads):
            known = self._first + place
            head.setText(school_year(known))
            figures = info.of_year(known) or YearFigures(known)
            for name, words in self._names.items():
                box = self._boxes[name, place]
                box.setObjectName(f"{name}-{known}")
                box.setAccessibleName(f"{words}, {school_year(known)} учебный год")
                box.show_figure(getattr(figures, name))
        self._judge()

    def with_years(self, info: SchoolInfo) -> SchoolInfo:
        """Return the information with the years shown; others stay as they are."""
        for place in range(SHOWN):
            figures = self._figures(place)
            if figures != YearFigures(figures.year):
                info = info.with_year(figures)
            else:
                others = tuple(y for y in info.years if y.year != figures.year)
                info = replace(info, years=others)
        return info

    def _figures(self, place: int) -> YearFigures:
        counts: Mapping[str, int | None] = {
            name: self._boxes[name, place].figure() for name, _ in YEAR_FIGURES
        }
        return YearFigures(self._first + place, **counts)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 100)
        grid.setColumnStretch(SHOWN + 1, 1)
        for place, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignRight)
        for line, (name, words) in enumerate(YEAR_FIGURES, start=1):
            self._labels[name] = box_label(words)
            grid.addWidget(self._labels[name], line, 0)
            for place in range(SHOWN):
                box = FigureBox(MOST.get(name, MOST_PUPILS))
                box.setFixedWidth(wide(box, BOX_WIDTH))
                box.valueChanged.connect(self._tell)
                self._boxes[name, place] = box
                grid.addWidget(box, line, place + 1)
        return grid

    def _repeat_year(self) -> None:
        for name, _ in YEAR_FIGURES:
            newest = self._boxes[name, SHOWN - 1]
            if newest.figure() is None:
                newest.show_figure(self._boxes[name, SHOWN - 2].figure())
        self._tell()

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        lines = [
            f"{school_year(figures.year)}, "
            f"{self._names[name].removeprefix('из них ')}: больше, чем обучающихся "
            "всего."
            for figures in map(self._figures, range(SHOWN))
            for name in figures.excessive
        ]
        say(self.fault, "\n".join(lines))
