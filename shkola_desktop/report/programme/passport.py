"""Section «Паспорт»: the table that founders read first."""

from collections.abc import Callable

from shkola_desktop.report.document import Block, Column, Row, Table
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.levels import level_name
from shkola_desktop.words.plans import direction_tasks, goal, period
from shkola_desktop.words.russian import POINTS, counted

COLUMNS = (Column("Наименование", 34), Column("Содержание", 66))


def passport(plan: Plan) -> tuple[Block, ...]:
    """Return the passport; rows and their order are the template's."""
    rows = tuple(
        Row((row.title, text))
        for row in plan.material.template.passport
        if (text := FILLED[row.code](plan) if row.code in FILLED else "")
    )
    return (Table(COLUMNS, rows, "Паспорт Программы развития"),)


def _full_name(plan: Plan) -> str:
    return plan.material.school.full_name


def _basis(plan: Plan) -> str:
    acts = [act.text for act in plan.material.template.acts if act.cite]
    year = plan.material.diagnosis.year
    own = f"Результаты самодиагностики школы, {year} год"
    return "\n".join(f"– {text}" for text in (*acts, own))


def _team(plan: Plan) -> str:
    team = plan.programme.team
    if not team:
        return f"Директор {plan.material.school.director} и рабочая группа".strip()
    lines: list[str] = []
    for member in team:
        role = "руководитель рабочей группы, " if member.leads else ""
        lines.append(f"– {member.name}, {role}{member.position}")
    return "\n".join(lines)


def _goal(plan: Plan) -> str:
    material = plan.material
    return goal(plan.programme, material.form, material.result, plan.planned)


def _tasks(plan: Plan) -> str:
    tasks = direction_tasks(plan.material.form, plan.programme, plan.expected)
    return "\n".join(
        f"{number}) «{name}»: {text}" for number, (name, text) in enumerate(tasks, 1)
    )


def _directions(plan: Plan) -> str:
    kinds = plan.material.form.edition.direction_kinds
    return "\n".join(
        f"– {kinds.get(d.kind, '').lower()} «{d.name}»" for d in plan.directions
    )


def _period(plan: Plan) -> str:
    stages = "\n".join(
        f"– {stage.name}: {years}"
        for stage, years in zip(
            plan.material.bank.stages, stage_years(plan), strict=True
        )
    )
    return f"{period(plan.programme)} годы\n{stages}"


def stage_years(plan: Plan) -> tuple[str, ...]:
    """Return the years of each stage: first, middle, last."""
    years = list(plan.programme.years)
    count = len(plan.material.bank.stages)
    last = count - 1
    spans: list[str] = []
    for number in range(count):
        if number == 0:
            part = years[:1]
        elif number == last:
            part = years[-1:]
        else:
            part = years[1:-1] or years[:1]
        same = part[0] == part[-1]
        spans.append(f"{part[0]} год" if same else f"{part[0]}–{part[-1]} годы")
    return tuple(spans)


def _finance(plan: Plan) -> str:
    return "\n".join(f"– {text}" for text in plan.material.bank.finance_sources)


def _indicators(plan: Plan) -> str:
    now, planned = plan.material.result, plan.planned
    points = f"{now.total} → {planned.total} (максимум {now.maximum})"
    levels = f"{level_name(now.level)} → {level_name(planned.level)}"
    return "\n".join(
        (
            f"– сумма баллов самодиагностики: {points}",
            f"– уровень по результатам самодиагностики: {levels}",
            f"– устранено дефицитов: 0 → {len(plan.expected)}",
            "– доля выполненных мероприятий дорожной карты: 100 % ежегодно",
        )
    )


def _results(plan: Plan) -> str:
    gain = plan.planned.total - plan.material.result.total
    rising = sum(
        1
        for now, then in zip(
            plan.material.result.directions, plan.planned.directions, strict=True
        )
        if then.score > now.score
    )
    kept = len(plan.directions) - rising
    lines = [f"– рост суммы баллов на {counted(gain, POINTS)}" if gain else ""]
    if rising:
        lines.append(f"– повышение результата по направлениям: {rising}")
    if kept:
        lines.append(f"– сохранение уровня по направлениям: {kept}")
    return "\n".join(line for line in lines if line)


def _control(_plan: Plan) -> str:
    return (
        "Управление – директор и рабочая группа; куратор отвечает за своё "
        "направление. Ежегодно: повторная самодиагностика, отчёт на педагогическом "
        "совете и учредителю, корректировка Программы приказом директора."
    )


def _site(plan: Plan) -> str:
    return plan.material.school.site


FILLED: dict[str, Callable[[Plan], str]] = {
    "full_name": _full_name,
    "basis": _basis,
    "team": _team,
    "goal": _goal,
    "tasks": _tasks,
    "directions": _directions,
    "period": _period,
    "finance": _finance,
    "indicators": _indicators,
    "results": _results,
    "control": _control,
    "site": _site,
}
"""What fills a row, by the row's code in ``forms/programme.yaml``."""
