"""Section «Механизмы реализации»: team, stages, resources, risks, monitoring."""

from shkola_desktop.report.document import (
    Block,
    Column,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.report.programme.passport import stage_years
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import resource

TEAM_COLUMNS = (
    Column("Участник", 30),
    Column("Должность", 30),
    Column("Курирует направления", 40),
)
STAGE_COLUMNS = (
    Column("Этап", 28),
    Column("Срок", 16, centred=True),
    Column("Содержание", 56),
)
RESOURCE_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Мероприятие", 58),
    Column("Ресурс и источник", 35),
)
RISK_COLUMNS = (
    Column("Риск", 30),
    Column("Чем грозит", 28),
    Column("Меры предупреждения", 42),
)
MONITORING_COLUMNS = (
    Column("Что", 22),
    Column("Как", 30),
    Column("Когда", 16),
    Column("Кто", 16),
    Column("Где рассматривается", 16),
)


def mechanisms(plan: Plan) -> tuple[Block, ...]:
    """Return how the programme is led, paid for, guarded and watched."""
    return (
        Paragraph(
            "Программой управляет директор с рабочей группой. За каждое направление "
            "отвечает куратор: он ведёт дорожную карту своего направления, собирает "
            "подтверждения и докладывает на педагогическом совете."
        ),
        *_team(plan),
        _stages(plan),
        *_resources(plan),
        _risks(plan),
        _monitoring(plan),
        Paragraph(
            "Программа уточняется ежегодно: по итогам самодиагностики и отчёта "
            "директора изменения вносятся приказом и отмечаются в листе изменений.",
            Style.BODY,
        ),
    )


def _team(plan: Plan) -> tuple[Block, ...]:
    names = {d.code: d.name for d in plan.directions}
    rows = tuple(
        Row(
            (
                member.name,
                member.position + (" (руководитель группы)" if member.leads else ""),
                "\n".join(names.get(code, code) for code in member.directions) or "–",
            )
        )
        for member in plan.programme.team
    )
    if not rows:
        return (
            Paragraph(
                "Состав рабочей группы и кураторы направлений назначаются приказом "
                "директора."
            ),
        )
    return (Table(TEAM_COLUMNS, rows, "Рабочая группа и кураторы направлений"),)


def _stages(plan: Plan) -> Table:
    rows = tuple(
        Row((stage.name, years, stage.content))
        for stage, years in zip(
            plan.material.bank.stages, stage_years(plan), strict=True
        )
    )
    return Table(STAGE_COLUMNS, rows, "Этапы реализации")


def _resources(plan: Plan) -> tuple[Block, ...]:
    rows = tuple(
        Row((deficit.code, measure.text, measure.finance or resource(measure.resource)))
        for deficit in plan.programme.included
        for measure in deficit.measures
        if measure.finance or measure.resource in {"partner", "budget"}
    )
    if not rows:
        return (
            Paragraph("Мероприятия выполняются без дополнительного финансирования."),
        )
    return (
        Paragraph(
            "Ниже – мероприятия, которым нужны партнёры или средства. Остальные "
            "выполняются силами школы без дополнительного финансирования."
        ),
        Table(RESOURCE_COLUMNS, rows, "Ресурсы и источники"),
    )


def _risks(plan: Plan) -> Table:
    rows = tuple(
        Row((risk.risk, risk.effect, risk.prevention))
        for risk in plan.material.bank.risks
    )
    return Table(RISK_COLUMNS, rows, "Риски и меры их предупреждения")


def _monitoring(plan: Plan) -> Table:
    rows = tuple(
        Row((row.what, row.how, row.when, row.who, row.where))
        for row in plan.material.bank.monitoring
    )
    return Table(MONITORING_COLUMNS, rows, "Мониторинг реализации Программы")
