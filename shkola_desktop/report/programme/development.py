"""Section «Основные направления развития»: actions and management decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from shkola_desktop.domain.programme import Cause, Deficit
from shkola_desktop.report.document import (
    Block,
    Column,
    Heading,
    Row,
    RowKind,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import cause_task, decided_by, decision, task
from shkola_desktop.words.russian import capital, itemised

ACTION_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Задача", 32),
    Column("Возможные действия", 41),
    Column("Ответственный", 20),
)
DECISION_COLUMNS = (
    Column("Код", 8, centred=True),
    Column("Причина", 20),
    Column("Задача", 24),
    Column("Управленческое решение", 24),
    Column("Ответственный", 17),
    Column("Год", 7, centred=True),
)
KINDS = {False: "Внутренние причины", True: "Внешние причины"}
"""Headings of the decisions, by whether the cause is external."""


def development(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return actions by direction and one decision per cause."""
    return (
        Heading(
            f"{number}.1 Возможные действия, направленные на совершенствование "
            "деятельности по каждому магистральному направлению и ключевому условию",
            2,
        ),
        *plan.said(
            "development.actions",
            "Для каждого направления указаны действия, которые устраняют дефициты; "
            "сроки и результаты – в дорожной карте.",
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
    shared = _shared(plan)
    if not shared:
        return plan.said(
            "development.decisions", "Причины дефицитов не описаны, решений нет."
        )
    rows: list[Row] = []
    for external, title in KINDS.items():
        found = [known for known in shared if known.external == external]
        if found:
            rows.append(Row((title,), RowKind.SECTION))
        rows.extend(_decision_row(plan, known) for known in found)
    return (
        *plan.said(
            "development.decisions",
            "Каждой причине отвечает задача и решение. Ответственного директор "
            "назначает приказом, работа включается в план школы на указанный год, "
            "итог заслушивается на педагогическом совете.",
        ),
        Table(DECISION_COLUMNS, tuple(rows), "Управленческие решения"),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """A cause with the deficits that it stands behind."""

    text: str
    external: bool
    causes: tuple[Cause, ...]
    deficits: tuple[Deficit, ...]


def _shared(plan: Plan) -> tuple[_Shared, ...]:
    """Return the causes, each once: the same words with other tasks are the same."""
    found: dict[tuple[str, bool], list[tuple[Cause, Deficit]]] = {}
    for deficit in plan.programme.included:
        for cause in deficit.causes:
            place = (cause.text.strip(), cause.external)
            found.setdefault(place, []).append((cause, deficit))
    return tuple(
        _Shared(
            text,
            external,
            tuple(cause for cause, _ in pairs),
            tuple(dict.fromkeys(deficit for _, deficit in pairs)),
        )
        for (text, external), pairs in found.items()
    )


def _decision_row(plan: Plan, shared: _Shared) -> Row:
    cause, deficits = shared.causes[0], shared.deficits
    return Row(
        (
            ", ".join(deficit.code for deficit in deficits),
            capital(shared.text),
            cause_task(shared.causes, deficits),
            decision(cause, deficits),
            itemised(decided_by(cause, deficits)),
            str(_first_year(plan, deficits)),
        )
    )


def _first_year(plan: Plan, deficits: Sequence[Deficit]) -> int:
    expected = [e.year for d in deficits if (e := plan.expectation(d))]
    return min(expected, default=plan.programme.last_year)
