"""Section «Механизмы реализации»: team, stages, resources, risks, monitoring."""

from shkola_desktop.report.document import (
    Block,
    Column,
    Heading,
    Row,
    Table,
)
from shkola_desktop.report.programme.passport import stage_years
from shkola_desktop.report.programme.plan import Plan, Planned
from shkola_desktop.words.plans import CHANCES, IMPACTS, resource, term

TEAM_COLUMNS = (
    Column("Участник", 30),
    Column("Должность", 30),
    Column("Курирует направления", 40),
)
STAGE_COLUMNS = (
    Column("Этап", 28),
    Column("Срок", 20, centred=True),
    Column("Содержание", 52),
)
RESOURCE_COLUMNS = (
    Column("Код", 8, centred=True),
    Column("Мероприятие", 50),
    Column("Ресурс и источник", 20),
    Column("Срок", 22),
)
OUTSIDE = frozenset({"partner", "budget"})
"""Resources that the school has to find."""
RISK_COLUMNS = (
    Column("Риск", 30),
    Column("Чем грозит", 28),
    Column("Меры предупреждения", 42),
)
OWN_RISK_COLUMNS = (
    Column("Риск", 19),
    Column("Чем грозит", 16),
    Column("Вероятность", 14, centred=True),
    Column("Влияние", 10, centred=True),
    Column("Меры предупреждения", 24),
    Column("Ответственный", 17),
)
RISKS = "Риски и меры их предупреждения"
MONITORING_COLUMNS = (
    Column("Что", 19),
    Column("Как", 28),
    Column("Когда", 16),
    Column("Кто", 16),
    Column("Где рассматривается", 21),
)


def mechanisms(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return how the programme is led, paid for, guarded and watched."""
    return (
        Heading(f"{number}.1 Управление и рабочая группа", 2),
        *plan.said(
            "mechanisms.management",
            "Программой управляет директор с рабочей группой. За каждое направление "
            "отвечает куратор: он ведёт дорожную карту своего направления, собирает "
            "подтверждения и докладывает на педагогическом совете.",
        ),
        *_team(plan),
        Heading(f"{number}.2 Этапы реализации", 2),
        _stages(plan),
        Heading(f"{number}.3 Ресурсное обеспечение и партнёры", 2),
        *_resources(plan),
        Heading(f"{number}.4 Риски", 2),
        *_risks(plan),
        Heading(f"{number}.5 Мониторинг и корректировка", 2),
        *_monitoring(plan),
        *plan.said(
            "mechanisms.correction",
            "Программа уточняется ежегодно: по итогам самодиагностики и отчёта "
            "директора изменения вносятся приказом и отмечаются в листе изменений "
            "(приложение 2).",
        ),
    )


def _team(plan: Plan) -> tuple[Block, ...]:
    if not plan.programme.team:
        return plan.said(
            "mechanisms.team",
            "Состав рабочей группы и кураторы направлений назначаются приказом "
            "директора.",
        )
    return (team_table(plan, "Рабочая группа и кураторы направлений"),)


def team_table(plan: Plan, caption: str = "") -> Table:
    """Return the table of the team: the summary shows it, too."""
    names = {d.code: d.name for d in plan.directions}
    rows = tuple(
        Row(
            (
                member.name,
                member.position + ("\n(руководитель группы)" if member.leads else ""),
                "\n".join(names.get(code, code) for code in member.directions) or "–",
            )
        )
        for member in plan.programme.team
    )
    return Table(TEAM_COLUMNS, rows, caption)


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
        _resource_row(planned, plan)
        for direction in plan.directions
        for planned in plan.measures(direction.code)
        if planned.measure.finance or planned.measure.resource in OUTSIDE
    )
    sources = plan.said(
        "mechanisms.finance",
        f"Источники: {'; '.join(plan.finance)}."
        if plan.finance
        else "Источники определяются ежегодно.",
    )
    if not rows:
        text = "Мероприятия выполняются без дополнительного финансирования."
        return (*sources, *plan.said("mechanisms.resources", text))
    return (
        *sources,
        *plan.said(
            "mechanisms.resources",
            "Ниже – мероприятия, которым нужны партнёры или средства. Остальные "
            "выполняются силами школы без дополнительного финансирования.",
        ),
        Table(RESOURCE_COLUMNS, rows, "Ресурсы и источники"),
    )


def _resource_row(planned: Planned, plan: Plan) -> Row:
    measure = planned.measure
    return Row(
        (
            ", ".join(planned.codes),
            measure.text,
            measure.finance or resource(measure.resource),
            term(measure.term, plan.programme),
        )
    )


def _risks(plan: Plan) -> tuple[Block, ...]:
    """Return the school's own risks, weighed, or the bank's as they are."""
    own = plan.programme.risks
    if own is None:
        rows = tuple(
            Row((r.risk, r.effect, r.prevention)) for r in plan.material.bank.risks
        )
        return (Table(RISK_COLUMNS, rows, RISKS),)
    if not own:
        return plan.said("mechanisms.risks", "Значимые риски не выявлены.")
    weighed = tuple(
        Row(
            (
                risk.text,
                risk.effect or "–",
                CHANCES.get(risk.likelihood, "–"),
                IMPACTS.get(risk.impact, "–"),
                risk.prevention or "–",
                risk.responsible or "–",
            )
        )
        for risk in own
    )
    return (Table(OWN_RISK_COLUMNS, weighed, RISKS),)


def _monitoring(plan: Plan) -> tuple[Block, ...]:
    own = plan.programme.monitoring
    watched = plan.material.bank.monitoring if own is None else own
    if not watched:
        return plan.said("mechanisms.monitoring", "Порядок мониторинга не установлен.")
    rows = tuple(
        Row(tuple(cell or "–" for cell in (w.what, w.how, w.when, w.who, w.where)))
        for w in watched
    )
    return (Table(MONITORING_COLUMNS, rows, "Мониторинг реализации Программы"),)
