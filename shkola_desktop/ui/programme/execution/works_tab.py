"""Tab «Мероприятия»: a filter, the list of the year, the record of the marked one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app import executing
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.execution import MeasureRecord, Progress
from shkola_desktop.domain.progress import Course, Entry
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.execution.record_panel import RecordPanel
from shkola_desktop.ui.programme.execution.rows import (
    FILTERS,
    NOTHING,
    Filter,
    entries_of,
    key_of,
    rows_of,
)
from shkola_desktop.ui.programme.execution.works_list import WorksList
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.scroll_page import FlowingWidget
from shkola_desktop.ui.widgets.texts import muted, wide

EXPLAINED = "Цифры 1–5 ставят состояние, Enter – к полям."
PANEL = 38
"""Characters."""
PANEL_MOST = 0.55
"""Of the width: the list beside the panel needs the rest."""


class WorksTab(QWidget):
    """``changed`` carries the changed programme."""

    changed = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._outlook: Outlook | None = None
        self._course: Course | None = None
        self._year = 0
        self._entries: dict[str, Entry] = {}
        self._filter = QComboBox()
        self._filter.setObjectName("works-filter")
        self._filter.setAccessibleName("Какие мероприятия показать")
        for known, words in FILTERS.items():
            self._filter.addItem(words, known)
        self._filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._filter.setMinimumContentsLength(12)
        self._filter.activated.connect(self._redraw)
        self._nothing = muted("")
        self._list = WorksList(icons)
        self._list.state_wanted.connect(self._set_state)
        self._list.currentItemChanged.connect(self._mark)
        self._list.itemActivated.connect(self._enter)
        self._panel = RecordPanel()
        self._panel.state_wanted.connect(self._set_state)
        self._panel.changed.connect(self._keep)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addLayout(row(self._filter, stretch=0))
        left.addWidget(muted(EXPLAINED))
        left.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self._list, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = FlowingWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, SPACE, 0)
        around.addWidget(self._panel)
        around.addStretch(1)
        scroll.setWidget(inside)
        self._inside, self._scroll = inside, scroll
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(left, 1)
        layout.addWidget(scroll)

    def show_year(self, outlook: Outlook, course: Course, year: int) -> None:
        """Show the measures of a year."""
        if year != self._year:
            self._panel.show_entry(None)
        self._outlook, self._course, self._year = outlook, course, year
        self._redraw()

    def flush(self) -> None:
        """Tell what is still being typed."""
        self._panel.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Give the panel the room of its longest word, and the list the rest."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        least = self._inside.minimumSizeHint().width() + bar
        wanted = max(wide(self, PANEL), least)
        self._scroll.setFixedWidth(min(wanted, int(self.width() * PANEL_MOST)))

    def focus(self) -> None:
        """Put the keyboard at the list."""
        self._list.setFocus()

    @property
    def _today(self) -> date:
        made = self._outlook.material.made_at if self._outlook else None
        return made.astimezone().date() if made else date.min

    def _redraw(self) -> None:
        if self._outlook is None or self._course is None:
            return
        known = Filter(self._filter.currentData())
        shown = entries_of(self._course, self._year, known, self._today)
        self._entries = {key_of(entry): entry for entry in shown}
        directions = self._outlook.material.form.directions
        rows = rows_of(self._course, self._year, shown, directions, self._today)
        self._list.show_rows(tuple(rows))
        self._nothing.setText(NOTHING[known])
        self._nothing.setVisible(not shown)
        self._list.setVisible(bool(shown))
        self._mark()

    @property
    def _marked(self) -> Entry | None:
        return self._entries.get(self._list.marked)

    def _mark(self) -> None:
        self._panel.show_entry(self._marked)
        self._fit()

    def _enter(self) -> None:
        self._panel.focusNextChild()

    def _set_state(self, state: Progress) -> None:
        self._panel.flush()
        entry, outlook = self._marked, self._outlook
        if entry is None or outlook is None:
            return
        changed = executing.with_state(outlook.programme, entry, state, self._today)
        self._tell(changed)

    def _keep(self, record: MeasureRecord) -> None:
        outlook, course = self._outlook, self._course
        if outlook is None or course is None:
            return
        works = (w for w in course.works if w.id == record.measure)
        work = next(works, None)
        if work is not None:
            entry = course.entry(work, record.year)
            self._tell(executing.recorded(outlook.programme, entry, record))

    def _tell(self, programme: object) -> None:
        if self._outlook is not None and programme != self._outlook.programme:
            self.changed.emit(programme)
