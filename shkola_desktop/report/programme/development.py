"""Section «Основные направления развития»: actions and management decisions."""

from shkola_desktop.domain.programme import Cause, Deficit
from shkola_desktop.report.document import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import decided_by, decision, task
from shkola_desktop.words.russian import capital, itemised

ACTION_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Задача", 32),
    Column("Возможные действия", 41),
    Column("Ответственный", 20),
)
DECISION_COLUMNS = (
    Column("Код", 9, centred=True),
    Column("Причина", 27),
    Column("Вид", 13),
    Column("Управленческое решение", 31),
    Column("Ответственный", 20),
    Column("Год", 8, centred=True),
)


def development(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return actions by direction and one decision per cause."""
    return (
        Heading(
            f"{number}.1 Возможные действия, направленные на совершенствование "
            "деятельности по каждому магистральному направлению и ключевому условию",
            2,
        ),
        Paragraph(
            "Для каждого направления указаны действия, которые устраняют дефициты; "
            "сроки и результаты – в дорожной карте."
        ),
        _actions(plan),
        Heading(
            f"{number}.2 Управленческие решения, направленные на устранение причин "
            "возникновения дефицитов",
            2,
        ),
        *_decisions(plan),
    )


def _actions(plan: Plan) -> Table:
    rows: list[Row] = []
    for direction in plan.directions:
        rows.append(Row((direction.name,), RowKind.SECTION))
        deficits = plan.included(direction.code)
        if not deficits:
            text = "Сохранение уровня: текущая работа направления продолжается."
            rows.append(Row((text,), RowKind.SUBSECTION))
        rows.extend(_action_row(plan, deficit) for deficit in deficits)
    return Table(ACTION_COLUMNS, tuple(rows), "Действия по направлениям")


def _action_row(plan: Plan, deficit: Deficit) -> Row:
    who = dict.fromkeys(m.responsible for m in deficit.measures if m.responsible)
    actions = itemised(measure.text for measure in deficit.measures)
    return Row(
        (
            deficit.code,
            task(deficit, plan.expectation(deficit)),
            actions or "мероприятия не запланированы",
            itemised(who),
        )
    )


def _decisions(plan: Plan) -> tuple[Block, ...]:
    shared: dict[Cause, list[Deficit]] = {}
    for deficit in plan.programme.included:
        for cause in deficit.causes:
            shared.setdefault(cause, []).append(deficit)
    if not shared:
        return (Paragraph("Причины дефицитов не описаны, решений нет."),)
    rows = tuple(_decision_row(plan, *pair) for pair in shared.items())
    return (
        Paragraph(
            "По каждой причине директор назначает ответственного приказом, работа "
            "включается в план школы на указанный год, итог заслушивается на "
            "педагогическом совете."
        ),
        Table(DECISION_COLUMNS, rows, "Управленческие решения"),
    )


def _decision_row(plan: Plan, cause: Cause, deficits: list[Deficit]) -> Row:
    return Row(
        (
            ", ".join(deficit.code for deficit in deficits),
            capital(cause.text),
            "внешняя" if cause.external else "внутренняя",
            decision(cause, deficits),
            itemised(decided_by(cause, deficits)),
            str(_first_year(plan, deficits)),
        )
    )


def _first_year(plan: Plan, deficits: list[Deficit]) -> int:
    expected = [e.year for d in deficits if (e := plan.expectation(d))]
    return min(expected, default=plan.programme.last_year)
