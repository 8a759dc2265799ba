"""«Информация о школе»: filled in once, next year only new numbers are added."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from shkola_desktop.domain.ids import ProgrammeCode
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.ui.programme.partners_card import PartnersCard
from shkola_desktop.ui.programme.staff_figures_card import StaffFiguresCard
from shkola_desktop.ui.programme.year_figures_card import YearFiguresCard
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.text_card import TextCard
from shkola_desktop.ui.widgets.texts import muted

OPENING = (
    "Заполняется один раз и входит в раздел «Информационная справка». На следующий "
    "год останется внести новые числа. Пустое в документ не входит."
)
TALL, LOW = 7, 4
"""Lines of a text."""


class SchoolInfoSection(ScrollPage):
    """``changed`` carries the whole information whenever a part of it changed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._taught: tuple[ProgrammeCode, ...] = ()
        self._known: tuple[SchoolInfo, int] | None = None
        self._shown = SchoolInfo()
        self._years = YearFiguresCard()
        self._staff = StaffFiguresCard()
        self._partners = PartnersCard()
        self._make_texts()
        self.column.addWidget(muted(OPENING))
        for card in (
            self._years,
            self._staff,
            self._equipment,
            self._transport,
            self._surroundings,
            self._partners,
            self._achievements,
            self._branches,
        ):
            card.changed.connect(self._tell)
            self.column.addWidget(card)

    def show_info(
        self, info: SchoolInfo, year: int, taught: Sequence[ProgrammeCode]
    ) -> None:
        """Show the information; ``year`` is the newest of the three to fill in.

        What stands there already is left alone, so that no cursor jumps.
        """
        if self._known == (info, year) and self._taught == tuple(taught):
            return
        self._taught = tuple(taught)
        self._known = None  # a field that loses the cursor now has nothing to tell
        self._years.show_years(info, year, taught)
        self._staff.show_staff(info.staff)
        self._equipment.show_lines(info.equipment)
        self._transport.show_words(info.transport)
        self._surroundings.show_words(info.surroundings)
        self._partners.show_partners(info.partners)
        self._achievements.show_lines(info.achievements)
        self._branches.show_words(info.branches)
        self._known = (info, year)
        self._shown = self._read(info)

    def flush(self) -> None:
        """Tell what is still being typed."""
        self._partners.finish()
        self._tell()

    def _make_texts(self) -> None:
        self._equipment = TextCard(
            "equipment",
            "Помещения и оборудование",
            "Каждый кабинет, мастерская, спортзал – с новой строки.",
            TALL,
        )
        self._transport = TextCard(
            "transport", "Подвоз", "Автобусы, маршруты, расстояния.", LOW
        )
        self._surroundings = TextCard(
            "surroundings",
            "Социальное окружение",
            "Село, число жителей, предприятия, расстояние до районного центра.",
            TALL,
        )
        self._achievements = TextCard(
            "achievements", "Достижения", "Каждое – с новой строки.", TALL
        )
        self._branches = TextCard(
            "branches", "Филиалы и дошкольные группы", "Если они есть.", LOW
        )

    def _read(self, known: SchoolInfo) -> SchoolInfo:
        read = SchoolInfo(
            years=known.years,
            staff=self._staff.staff(),
            equipment=self._equipment.lines(),
            transport=self._transport.words(),
            surroundings=self._surroundings.words(),
            achievements=self._achievements.lines(),
            branches=self._branches.words(),
            partners=self._partners.partners(),
        )
        return self._years.with_years(read)

    def _tell(self) -> None:
        if self._known is None:
            return
        known, year = self._known
        read = self._read(known)
        if read != self._shown:
            self._known, self._shown = (read, year), read
            self.changed.emit(read)
