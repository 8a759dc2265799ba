"""Planned and reached of a year: targets of the school's own, points, levels."""

from collections.abc import Iterator

from shkola_desktop.domain.progress import Course, TargetYear
from shkola_desktop.domain.scoring import DirectionScore, Result
from shkola_desktop.report.document import (
    Block,
    Column,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.execution import target_said
from shkola_desktop.words.levels import footnote_for, level_name
from shkola_desktop.words.russian import POINTS, counted

OWN = (
    Column("№", 5, centred=True),
    Column("Показатель", 37),
    Column("Ед.", 10, centred=True),
    Column("План", 13, centred=True),
    Column("Достигнуто", 13, centred=True),
    Column("Итог", 22),
)
POINTS_COLUMNS = (
    Column("Направление", 30),
    Column("Исходно: балл, уровень", 22, centred=True),
    Column("План: балл, уровень", 22, centred=True),
    Column("Достигнуто: балл, уровень", 26, centred=True),
)


def values(plan: Plan, course: Course, year: int) -> Iterator[Block]:
    """Return own targets and points of a year, planned and reached."""
    known = course.target_years(year)
    if known:
        yield Paragraph(_targets_said(known))
        rows = tuple(_target(n, target) for n, target in enumerate(known, start=1))
        yield Table(OWN, rows, f"Целевые показатели ОО, {year} год")
    planned, found = plan.until(year), plan.material.found_in.get(year)
    yield Paragraph(_points_said(planned, found, year))
    notes = (footnote_for(planned), footnote_for(found) if found else "")
    note = next((text for text in notes if text), "")
    yield Table(
        POINTS_COLUMNS,
        tuple(_rows(plan.material.result, planned, found)),
        f"Баллы и уровни самодиагностики, {year} год",
        foot=(Paragraph(note, Style.SMALL),) if note else (),
    )


def _targets_said(known: tuple[TargetYear, ...]) -> str:
    judged = [target.compared.met for target in known]
    met, missed, silent = (judged.count(state) for state in (True, False, None))
    parts = [
        f"достигнуто – {met}" if met else "",
        f"не достигнуто – {missed}" if missed else "",
        f"сравнить с планом нельзя – {silent}" if silent else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"Целевых показателей, которые ОО установила сама, {len(known)}: {told}."


def _target(number: int, known: TargetYear) -> Row:
    values = known.compared
    cells = (
        known.target.name,
        known.target.unit,
        values.planned,
        values.reached,
        target_said(values),
    )
    return Row((str(number), *(cell.strip() or "–" for cell in cells)))


def _points_said(planned: Result, found: Result | None, year: int) -> str:
    if found is None:
        return (
            f"Завершённой самодиагностики за {year} год нет, поэтому достигнутые баллы "
            "и уровни не приведены; план рассчитан по мероприятиям Программы."
        )
    got = f"{counted(found.total, POINTS)} при плане {planned.total}"
    difference = found.total - planned.total
    if difference >= 0:
        judged = "план по сумме баллов выполнен"
    else:
        judged = f"до плана не хватает {-difference}"
    return f"Самодиагностика за {year} год: {got}, {judged}."


def _rows(base: Result, planned: Result, found: Result | None) -> Iterator[Row]:
    got = {d.code: d for d in found.directions} if found else {}
    for before, then in zip(base.directions, planned.directions, strict=True):
        reached = got.get(then.code)
        cells = (then.name, _cell(before), _cell(then))
        yield Row((*cells, _cell(reached) if reached else "–"))
    yield Row(
        (
            "Всего",
            _sum(base),
            _sum(planned),
            _sum(found) if found else "–",
        ),
        RowKind.TOTAL,
    )


def _cell(known: DirectionScore) -> str:
    return f"{known.score} из {known.maximum}\n{level_name(known.level)}"


def _sum(known: Result) -> str:
    return f"{known.total} из {known.maximum}\n{level_name(known.level)}"
