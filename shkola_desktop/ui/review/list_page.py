"""The schools to review: handed in first, found by name, district or what is to do."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.remarks.waiting import Waiting, WaitingSchool
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.place_card import PlaceCard
from shkola_desktop.ui.widgets.texts import button, muted, title
from shkola_desktop.ui.widgets.typed_text import limit_line
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.reviews import OPEN_REMARKS
from shkola_desktop.words.russian import POINTS, SCHOOLS, counted, moment
from shkola_desktop.words.standings import STANDINGS

SCHOOL = Qt.ItemDataRole.UserRole
ALL_DISTRICTS = "Все районы"
ANY, WAITS = "Все школы", "Ждут вашего шага"
EMPTY = (
    "Школ в реестре ещё нет. Добавьте их в реестр и примите пакеты: здесь появится, "
    "кого проверять."
)
NOT_FOUND = "Таких школ нет. Измените поиск или отбор."


class ListPage(QWidget):
    """``school_wanted`` carries the id of a school."""

    school_wanted = Signal(str)
    write_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: Waiting | None = None
        self.notice = Notice("danger")
        self.places = PlaceCard()
        self.places.hide()
        self._about = muted("")
        self._none = muted("")
        self._list = WrappedList("schools-to-review", "Школы")
        self._list.itemClicked.connect(self._ask)
        self._list.itemActivated.connect(self._ask)
        self._write = button("", "write-reviews")
        self._write.clicked.connect(self.write_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(title("Проверка"))
        layout.addLayout(row(self._about, self._write, stretch=0))
        layout.addWidget(self.notice)
        layout.addLayout(row(*self._tools(), stretch=0))
        layout.addWidget(self.places)
        layout.addWidget(self._none)
        layout.addWidget(self._list, 1)

    def render_waiting(self, waiting: Waiting, standing: Standing | None) -> None:
        """Show the schools; a standing to begin with may be given."""
        self._waiting = waiting
        region = waiting.office.role is Role.REGION
        self._district.setVisible(region)
        self._show_districts(waiting)
        if standing is not None:
            self._state.setCurrentIndex(self._state.findData(standing.value))
        count = sum(1 for school in waiting.schools if school.waits)
        self._about.setText(
            f"{waiting.year} год. Ждут вашего шага: {counted(count, SCHOOLS)} "
            f"из {len(waiting.schools)}."
        )
        unsent = len(waiting.unsent)
        whom = "районов" if region else "школ"
        self._write.setText(f"Записать пакеты для {whom}: {unsent}…")
        self._write.setVisible(unsent > 0)
        self._fill()

    def focus_list(self) -> None:
        """Put the keyboard at the schools."""
        (self._list if self._list.count() else self._search).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Go from the search to the list by the down arrow."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() is QEvent.Type.KeyPress and self._list.count():
            self._list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _tools(self) -> tuple[QWidget, ...]:
        self._search = QLineEdit()
        self._search.setObjectName("review-search")
        self._search.setAccessibleName("Найти школу")
        self._search.setPlaceholderText("Найти школу по названию или коду")
        self._search.setClearButtonEnabled(True)
        limit_line(self._search, 100)
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)
        self._district = QComboBox()
        self._district.setObjectName("review-district")
        self._district.setAccessibleName("Район")
        self._district.activated.connect(self._fill)
        self._state = QComboBox()
        self._state.setObjectName("review-state")
        self._state.setAccessibleName("Какие школы показать")
        self._state.addItem(ANY, "")
        self._state.addItem(WAITS, WAITS)
        for standing, words in STANDINGS.items():
            self._state.addItem(f"Самодиагностика {words}", standing.value)
        self._state.activated.connect(self._fill)
        return self._search, self._district, self._state

    def _show_districts(self, waiting: Waiting) -> None:
        chosen = self._district.currentData()
        self._district.clear()
        self._district.addItem(ALL_DISTRICTS, "")
        for office in sorted(waiting.districts, key=lambda o: o.name):
            self._district.addItem(office.name, office.code)
        self._district.setCurrentIndex(max(0, self._district.findData(chosen)))

    def _fill(self) -> None:
        if self._waiting is None:
            return
        chosen = self._list.currentItem()
        kept = chosen.data(SCHOOL) if chosen is not None else None
        self._list.clear()
        region = self._waiting.office.role is Role.REGION
        for school in self._passing(self._waiting.schools):
            item = QListWidgetItem(_words(school, region=region))
            item.setData(SCHOOL, school.state.school.id)
            self._list.addItem(item)
            if school.state.school.id == kept:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None and self._list.count():
            self._list.setCurrentRow(0)
        empty = "" if self._list.count() else NOT_FOUND
        self._none.setText(EMPTY if not self._waiting.schools else empty)
        self._none.setVisible(not self._list.count())
        self._list.setVisible(bool(self._list.count()))

    def _passing(self, schools: Sequence[WaitingSchool]) -> Iterable[WaitingSchool]:
        words = self._search.text().casefold().split()
        district, state = self._district.currentData(), self._state.currentData()
        for found in schools:
            school = found.state.school
            named = f"{school.short_name} {school.settlement}".casefold()
            if not all(w in named or school.code.startswith(w) for w in words):
                continue
            if district and school.district_code != district:
                continue
            if state == WAITS and not found.waits:
                continue
            if state not in {"", WAITS, found.state.standing.value}:
                continue
            yield found

    def _ask(self, item: QListWidgetItem) -> None:
        self.school_wanted.emit(str(item.data(SCHOOL)))


def _words(found: WaitingSchool, *, region: bool) -> str:
    state = found.state
    marks = [STANDINGS[state.standing]]
    if state.received is not None:
        marks.append(
            f"№ {state.received.sequence}, {moment(state.received.received_at)}"
        )
    if state.result is not None:
        total = state.result.points[0]
        marks.append(f"{counted(total.points, POINTS)} из {total.maximum}")
    if found.open:
        marks.append(counted(found.open, OPEN_REMARKS))
    if found.answered:
        marks.append(f"школа ответила: {found.answered}")
    if found.unsent:
        marks.append("не записано в пакет")
    name = state.school.short_name
    if region:
        name = f"{name}, {state.school.district}"
    return f"{name}\n{' · '.join(marks)}"
