"""The school in figures: pupils of three years and the staff, as tables and bars."""

from collections.abc import Sequence

from shkola_desktop.domain.ids import ProgrammeCode
from shkola_desktop.domain.school_info import SchoolInfo, Staff, YearFigures
from shkola_desktop.report.document import (
    Bar,
    BarChart,
    Block,
    Column,
    Paragraph,
    Row,
    Table,
)
from shkola_desktop.words.russian import sentence, since
from shkola_desktop.words.school_info import (
    STAFF_FIGURES,
    YEAR_FIGURES,
    school_year,
)
from shkola_desktop.words.taught import fitted

SHOWN_YEARS = 3
UNKNOWN = "–"
NAME_WIDTH = 46
STAFF_COLUMNS = (
    Column("Показатель", 70),
    Column("Человек", 15, centred=True),
    Column("Доля, %", 15, centred=True),
)
STAFF_BARS = (
    ("highest_category", "Высшая категория"),
    ("first_category", "Первая категория"),
    ("young", "До 35 лет"),
    ("near_pension", "Предпенсионный возраст"),
    ("trained", "Курсы за три года"),
)
"""Short names: a label of a bar has a third of the width."""


def pupils_part(info: SchoolInfo, taught: Sequence[ProgrammeCode]) -> tuple[Block, ...]:
    """Return the pupils by year; nothing where no figure was given.

    The leavers are those of the last classes that are ``taught``.
    """
    years = shown_years(info)
    rows = tuple(_year_rows(years, taught))
    if not rows:
        return ()
    words = _course(years)
    table = Table(_year_columns(years), rows, "Контингент по учебным годам")
    return (*((Paragraph(words),) if words else ()), table, *_pupils_chart(years))


def shown_years(info: SchoolInfo) -> tuple[YearFigures, ...]:
    """Return the newest years that hold a figure, oldest first."""
    filled = [y for y in info.years if y != YearFigures(y.year)]
    return tuple(sorted(filled, key=lambda y: y.year)[-SHOWN_YEARS:])


def staff_part(staff: Staff) -> tuple[Block, ...]:
    """Return the staff in figures and what is lacking; nothing where not given."""
    blocks: list[Block] = []
    rows = tuple(_staff_rows(staff))
    if rows:
        blocks.append(Table(STAFF_COLUMNS, rows, "Педагогический состав"))
    blocks.extend(_staff_chart(staff))
    if staff.lacking.strip():
        words = f"Вакансии и предметы без учителя: {staff.lacking.strip()}"
        blocks.append(Paragraph(sentence(words)))
    return tuple(blocks)


def _year_columns(years: tuple[YearFigures, ...]) -> tuple[Column, ...]:
    titles = [school_year(figures.year) for figures in years]
    if len(years) > 1:
        titles.append("Изменение")
    width = (100 - NAME_WIDTH) / len(titles)
    numbers = (Column(title, width, centred=True) for title in titles)
    return (Column("Показатель", NAME_WIDTH), *numbers)


def _year_rows(
    years: tuple[YearFigures, ...], taught: Sequence[ProgrammeCode]
) -> list[Row]:
    rows: list[Row] = []
    for name, words in YEAR_FIGURES:
        values: list[int | None] = [getattr(figures, name) for figures in years]
        if all(value is None for value in values):
            continue
        cells = [UNKNOWN if value is None else str(value) for value in values]
        if len(years) > 1:
            cells.append(_change(values))
        rows.append(Row((fitted(words, taught), *cells)))
    return rows


def _change(values: list[int | None]) -> str:
    first, last = values[0], values[-1]
    if first is None or last is None:
        return UNKNOWN
    difference = last - first
    return f"+{difference}" if difference > 0 else str(difference).replace("-", "−")


def _course(years: tuple[YearFigures, ...]) -> str:
    """Return a sentence on how the number of pupils went, where it is known."""
    known = [(y.year, y.pupils) for y in years if y.pupils is not None]
    if len(known) < 2:  # noqa: PLR2004  # one number has no course
        return ""
    (from_year, before), (to_year, now) = known[0], known[-1]
    period = f"С {school_year(from_year)} по {school_year(to_year)} учебный год"
    if now == before:
        return f"{period} число обучающихся не изменилось: {now}."
    verb = "выросло" if now > before else "снизилось"
    return f"{period} число обучающихся {verb} {since(before)} до {now}."


def _pupils_chart(years: tuple[YearFigures, ...]) -> tuple[Block, ...]:
    known = [(y.year, y.pupils) for y in years if y.pupils is not None]
    most = max((pupils for _, pupils in known), default=0)
    if len(known) < 2 or not most:  # noqa: PLR2004  # nothing to compare
        return ()
    bars = tuple(Bar(school_year(year), pupils, most) for year, pupils in known)
    caption = "Число обучающихся по учебным годам в сравнении с наибольшим за период"
    return (BarChart(bars, caption),)


def _staff_rows(staff: Staff) -> list[Row]:
    rows: list[Row] = []
    for name, words in STAFF_FIGURES:
        value: int | None = getattr(staff, name)
        if value is not None:
            share = _share(value, staff.teachers) if name != "teachers" else UNKNOWN
            rows.append(Row((words, str(value), share)))
    return rows


def _share(value: int, whole: int | None) -> str:
    return UNKNOWN if not whole else str(round(100 * value / whole))


def _staff_chart(staff: Staff) -> tuple[Block, ...]:
    whole = staff.teachers or 0
    known = [(label, getattr(staff, name)) for name, label in STAFF_BARS]
    bars = tuple(
        Bar(label, value, whole)
        for label, value in known
        if value is not None and value <= whole
    )
    if not whole or len(bars) < 2:  # noqa: PLR2004  # the table says it
        return ()
    return (BarChart(bars, "Доли в педагогическом составе"),)
