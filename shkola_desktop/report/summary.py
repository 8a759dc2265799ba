"""The programme on three pages: for the founder's desk and the parents' meeting."""

from shkola_desktop.domain.deficits import by_urgency
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.report.programme.mechanisms import team_table
from shkola_desktop.report.programme.plan import Plan, plan_of
from shkola_desktop.report.programme.results import results_table
from shkola_desktop.report.requisites import name_of
from shkola_desktop.words.plans import goal, in_own_hands, period_named, term
from shkola_desktop.words.russian import DEFICITS, MEASURES, counted, first_sentence

MAIN = 10
"""Deficits and measures that are shown: what a page holds."""

DEFICIT_COLUMNS = (
    Column("Код", 8, centred=True),
    Column("Дефицит", 66),
    Column("Зависит от школы", 13, centred=True),
    Column("Устранить к концу года", 13, centred=True),
)
MEASURE_COLUMNS = (
    Column("№", 5, centred=True),
    Column("Мероприятие", 40),
    Column("Срок", 20),
    Column("Ответственный", 17),
    Column("Результат", 18),
)


def summary(material: ProgrammeMaterial) -> Document:
    """Return goal, levels, main deficits and measures, and who leads."""
    plan = plan_of(material)
    programme, school = material.programme, material.school
    period = period_named(programme)
    return Document(
        title=f"Программа развития на {period}: краткое изложение",
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            name_of(school),
            Paragraph("ПРОГРАММА РАЗВИТИЯ", Style.TITLE),
            Paragraph(f"на {period}\nкраткое изложение", Style.SUBTITLE),
            Paragraph("Цель", Style.LABEL),
            Paragraph(goal(programme, material.form, material.result, plan.planned)),
            Paragraph("Что изменится по направлениям", Style.LABEL),
            results_table(plan, ""),
            *_deficits(plan),
            *_measures(plan),
            *_leaders(plan),
        ),
    )


def _deficits(plan: Plan) -> tuple[Block, ...]:
    deficits = _urgent(plan)
    if not deficits:
        return ()
    shown = deficits[:MAIN]
    all_of_them = counted(len(deficits), DEFICITS)
    told = f"Показаны {len(shown)} из {len(deficits)}; порядок – по срочности."
    return (
        Paragraph("Основные дефициты", Style.LABEL),
        Paragraph(
            told if len(shown) < len(deficits) else f"Всего {all_of_them}.",
            Style.PLAIN,
        ),
        Table(DEFICIT_COLUMNS, tuple(_deficit_row(plan, d) for d in shown)),
    )


def _urgent(plan: Plan) -> list[Deficit]:
    """Return the planned deficits: critical zeros, other zeros, by points lost."""
    order = [found.indicator.code for found in by_urgency(plan.shortfalls)]
    rank = {code: number for number, code in enumerate(order)}
    return sorted(
        plan.programme.included, key=lambda d: rank.get(d.indicator, len(rank))
    )


def _deficit_row(plan: Plan, deficit: Deficit) -> Row:
    expected = plan.expectation(deficit)
    year = str(expected.year) if expected else "–"
    return Row((deficit.code, deficit.text, in_own_hands(deficit), year))


def _measures(plan: Plan) -> tuple[Block, ...]:
    measures = _main_measures(plan)
    if not measures:
        return ()
    rows = tuple(_measure_row(n, m, plan) for n, m in enumerate(measures[:MAIN], 1))
    count = len(rows)
    return (
        Paragraph(f"Главные мероприятия ({counted(count, MEASURES)})", Style.LABEL),
        Table(MEASURE_COLUMNS, rows),
    )


def _main_measures(plan: Plan) -> list[Measure]:
    """Return measures in the order of their deficits, the first of each at first."""
    deficits = _urgent(plan)
    deepest = max((len(d.measures) for d in deficits), default=0)
    turns = (
        d.measures[turn]
        for turn in range(deepest)
        for d in deficits
        if turn < len(d.measures)
    )
    return list({measure.text: measure for measure in turns}.values())


def _measure_row(number: int, measure: Measure, plan: Plan) -> Row:
    when = term(measure.term, plan.programme)
    cells = (first_sentence(measure.text), when, measure.responsible, measure.result)
    return Row((str(number), *(cell or "–" for cell in cells)))


def _leaders(plan: Plan) -> tuple[Block, ...]:
    director = plan.material.school.director
    heading = Paragraph("Кто ведёт Программу", Style.LABEL)
    if plan.programme.team:
        return (heading, team_table(plan))
    told = f"Директор {director}".strip()
    return (heading, Paragraph(f"{told}; рабочая группа назначается приказом."))
