"""Subsection «Результаты самодиагностики»: points, levels, chart, last year."""

from shkola_desktop.domain.diagnosis import Status, option_taken
from shkola_desktop.domain.form import Direction
from shkola_desktop.report.document import (
    Bar,
    BarChart,
    Block,
    Column,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.levels import footnote_for, level_name
from shkola_desktop.words.russian import INDICATORS, POINTS, counted, long_date, since

COLUMNS = (
    Column("Направление", 28),
    Column("Набрано", 10.3, centred=True),
    Column("Макс.", 7.7, centred=True),
    Column("%", 5, centred=True),
    Column("Уровень", 16.5, centred=True),
    Column("Критические показатели", 14.7, centred=True),
    Column("Прошлый год", 11.6, centred=True),
    Column("+/−", 6.2, centred=True),
)


def reached(plan: Plan) -> tuple[Block, ...]:
    """Return what the self-diagnosis shows, direction by direction."""
    footnote = footnote_for(plan.material.result)
    return (
        *plan.said("analysis.results", _opening(plan)),
        Table(
            COLUMNS,
            (*(_row(plan, d) for d in plan.directions), _total_row(plan)),
            "Результаты самодиагностики по направлениям",
            foot=(Paragraph(footnote, Style.SMALL),) if footnote else (),
        ),
        BarChart(
            tuple(_bar(plan, d) for d in plan.directions),
            "Набранные баллы от максимума"
            + ("; чертой отмечен прошлый год" if plan.before else ""),
        ),
    )


def _opening(plan: Plan) -> str:
    result = plan.material.result
    sentences = (
        _when(plan),
        (
            f"Набрано {counted(result.total, POINTS)} из {result.maximum}, "
            f"уровень – {level_name(result.level)}."
        ),
        _dynamics(plan),
        (
            "Критические показатели даны как число выполненных из применимых. "
            "Ответы на все показатели приведены в приложении 1."
        ),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _when(plan: Plan) -> str:
    diagnosis = plan.material.diagnosis
    if diagnosis.status is Status.COMPLETED and diagnosis.completed_at:
        day = long_date(diagnosis.completed_at.astimezone().date())
        return f"Самодиагностика за {diagnosis.year} год завершена {day}"
    day = long_date(diagnosis.started_at.astimezone().date())
    missing = plan.material.result.missing
    left = f", без ответа {counted(len(missing), INDICATORS)}" if missing else ""
    return (
        f"Самодиагностика за {diagnosis.year} год начата {day} и не завершена: "
        f"результат предварительный{left}."
    )


def _dynamics(plan: Plan) -> str:
    before = plan.material.previous
    if before is None:
        return ""
    total = plan.material.result.total
    if total == before.total:
        return "По сравнению с прошлой самодиагностикой сумма баллов не изменилась."
    verb = "выросла" if total > before.total else "снизилась"
    return (
        f"По сравнению с прошлой самодиагностикой сумма баллов {verb} "
        f"{since(before.total)} до {total}."
    )


def _row(plan: Plan, direction: Direction) -> Row:
    now = plan.scores[direction.code]
    before = plan.before.get(direction.code)
    return Row(
        (
            direction.name,
            str(now.score),
            str(now.maximum),
            percent(now.score, now.maximum),
            level_name(now.level),
            _critical(plan, direction),
            str(before.score) if before else "–",
            _change(now.score - before.score) if before else "–",
        )
    )


def _total_row(plan: Plan) -> Row:
    now, before = plan.material.result, plan.material.previous
    return Row(
        (
            "Всего",
            str(now.total),
            str(now.maximum),
            percent(now.total, now.maximum),
            level_name(now.level),
            "",
            str(before.total) if before else "–",
            _change(now.total - before.total) if before else "–",
        ),
        RowKind.TOTAL,
    )


def _critical(plan: Plan, direction: Direction) -> str:
    critical = [i for i in direction.indicators if i.critical]
    if not critical:
        return "нет"
    options = plan.material.diagnosis.options
    met = 0
    for indicator in critical:
        taken = option_taken(indicator, options)
        met += taken is not None and taken.points > 0
    return f"{met} из {len(critical)}"


def _bar(plan: Plan, direction: Direction) -> Bar:
    now = plan.scores[direction.code]
    before = plan.before.get(direction.code)
    return Bar(direction.name, now.score, now.maximum, before.score if before else None)


def _change(difference: int) -> str:
    return f"+{difference}" if difference > 0 else str(difference).replace("-", "−")


def percent(value: int, maximum: int) -> str:
    """Return the share in whole per cent, a dash where nothing can be reached."""
    return str(round(100 * value / maximum)) if maximum else "–"
