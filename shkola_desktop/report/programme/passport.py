"""Section «Паспорт»: the table that founders read first."""

from collections.abc import Callable

from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.report.document import (
    Block,
    Column,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.levels import level_name
from shkola_desktop.words.plans import direction_tasks, goal, period_named
from shkola_desktop.words.russian import joined, since, small

COLUMNS = (Column("Наименование", 30), Column("Содержание", 70))


def passport(plan: Plan) -> tuple[Block, ...]:
    """Return the passport; rows and their order are the template's."""
    rows = tuple(
        Row((row.title, text))
        for row in plan.material.template.passport
        if (text := FILLED[row.code](plan) if row.code in FILLED else "")
    )
    note = plan.footnote
    foot = (Paragraph(note, Style.SMALL),) if note else ()
    return (Table(COLUMNS, rows, "Паспорт Программы развития", foot=foot),)


def _full_name(plan: Plan) -> str:
    return plan.material.school.full_name


def _basis(plan: Plan) -> str:
    school = plan.material.school
    known = plan.material.template.acts
    acts = [act.text for act in known if act.cite and act.concerns(school.programmes)]
    year = plan.material.diagnosis.year
    own = f"Результаты самодиагностики школы, {year} год"
    return "\n".join(f"– {text}" for text in (*acts, own))


def _team(plan: Plan) -> str:
    team = plan.programme.team
    if not team:
        director = f"директор {plan.material.school.director}".strip()
        return f"Ответственный – {director}; рабочая группа назначается приказом"
    lines: list[str] = []
    for member in team:
        role = "руководитель рабочей группы" if member.leads else ""
        parts = (member.name, member.position, role)
        lines.append(f"– {', '.join(part for part in parts if part)}")
    return "\n".join(lines)


def _goal(plan: Plan) -> str:
    material = plan.material
    return goal(plan.programme, material.form, material.result, plan.planned)


def _tasks(plan: Plan) -> str:
    now = plan.material.result
    form = plan.material.form
    tasks = direction_tasks(form, plan.programme, now, plan.planned)
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
    return f"{period_named(plan.programme)}\n{stages}"


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
    return "\n".join(f"– {text}" for text in plan.finance)


def _indicators(plan: Plan) -> str:
    now, planned = plan.material.result, plan.planned
    points = _change(str(now.total), str(planned.total))
    levels = _change(level_name(now.level), level_name(planned.level))
    return "\n".join(
        (
            f"– сумма баллов самодиагностики: {points} (максимум {now.maximum})",
            f"– уровень по результатам самодиагностики: {levels}",
            f"– число устранённых дефицитов: {_change('0', str(len(plan.expected)))}",
            "– доля выполненных мероприятий дорожной карты: 100 % ежегодно",
            *(f"– {_own_target(target)}" for target in plan.programme.targets),
        )
    )


def _own_target(target: Target) -> str:
    """Return a target of the school's own, now and at the end of the period."""
    name = ", ".join(part for part in (small(target.name), target.unit) if part)
    told = [value for value in target.values if value]
    values = [value for value in (target.baseline, *told[-1:]) if value]
    change = values[0] if len(set(values)) == 1 else " → ".join(values)
    return f"{name}: {change}" if change else name


def _change(now: str, planned: str) -> str:
    return now if now == planned else f"{now} → {planned}"


def _results(plan: Plan) -> str:
    now, planned = plan.material.result, plan.planned
    raised: list[str] = []
    kept: list[str] = []
    for before, after in zip(now.directions, planned.directions, strict=True):
        group = raised if after.score > before.score else kept
        group.append(f"«{before.name}»")
    lines = [
        f"– рост суммы баллов {since(now.total)} до {planned.total}"
        if planned.total > now.total
        else "",
        f"– повышение результата: {joined(raised)}" if raised else "",
        f"– сохранение уровня: {joined(kept)}" if kept else "",
    ]
    return "\n".join(line for line in lines if line)


def _control(plan: Plan) -> str:
    return plan.words(
        "passport.control",
        "Управление – директор и рабочая группа; куратор отвечает за своё "
        "направление. Ежегодно: повторная самодиагностика, отчёт на педагогическом "
        "совете и учредителю, корректировка Программы приказом директора.",
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
