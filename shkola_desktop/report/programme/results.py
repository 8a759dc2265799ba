"""Section «Ожидаемые результаты»: now, planned, raised or kept."""

from shkola_desktop.domain.scoring import DirectionScore
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
from shkola_desktop.words.levels import level_name

COLUMNS = (
    Column("Направление", 28),
    Column("Сейчас: балл, уровень", 17, centred=True),
    Column("План: балл, уровень", 17, centred=True),
    Column("Ожидание", 14, centred=True),
    Column("Чем обеспечено", 24),
)


def results(plan: Plan) -> tuple[Block, ...]:
    """Return the expected results, direction by direction."""
    return (
        *plan.said("results.opening", _opening(plan)),
        results_table(plan, "Ожидаемые результаты по направлениям"),
    )


def results_table(plan: Plan, caption: str) -> Table:
    """Return the table alone: the summary shows it, too."""
    pairs = zip(plan.material.result.directions, plan.planned.directions, strict=True)
    rows = [_row(plan, now, then) for now, then in pairs]
    now, then = plan.material.result, plan.planned
    total = Row(
        (
            "Всего",
            f"{now.total} из {now.maximum}\n{level_name(now.level)}",
            f"{then.total} из {then.maximum}\n{level_name(then.level)}",
            "повышение" if then.total > now.total else "сохранение",
            "",
        ),
        RowKind.TOTAL,
    )
    foot = (Paragraph(plan.footnote, Style.SMALL),) if plan.footnote else ()
    return Table(COLUMNS, (*rows, total), caption, foot=foot)


def _opening(plan: Plan) -> str:
    if not plan.expected:
        return (
            f"К концу {plan.programme.last_year} года все показатели сохраняются на "
            "достигнутом уровне."
        )
    return (
        f"К концу {plan.programme.last_year} года каждый показатель, по которому "
        "запланированы мероприятия, поднимается на одно значение. Остальные "
        "показатели сохраняются на достигнутом уровне."
    )


def _row(plan: Plan, now: DirectionScore, then: DirectionScore) -> Row:
    codes = ", ".join(
        e.deficit.code for e in plan.expected if e.deficit.direction == now.code
    )
    return Row(
        (
            now.name,
            f"{now.score} из {now.maximum}\n{level_name(now.level)}",
            f"{then.score} из {then.maximum}\n{level_name(then.level)}",
            "повышение" if then.score > now.score else "сохранение уровня",
            f"мероприятия по дефицитам {codes}" if codes else "текущая работа",
        )
    )
