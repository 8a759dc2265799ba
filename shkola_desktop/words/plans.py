"""Sentences of a programme made from its data: goal, tasks, decisions, terms."""

import re
from collections.abc import Sequence

from shkola_desktop.domain.expectations import Expectation
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.programme import Cause, Deficit, Programme
from shkola_desktop.domain.scoring import DirectionScore, Result
from shkola_desktop.words.cause_tasks import CAUSE_TASKS
from shkola_desktop.words.russian import (
    DEFICITS,
    POINTS,
    counted,
    first_sentence,
    joined,
    plural,
    since,
    small,
)

DEFICITS_OF = ("дефицита", "дефицитов", "дефицитов")
POINTS_OF = ("балла", "баллов", "баллов")

COUNTED = re.compile(
    r"\b(\d)–(\d)-й годы|\bсо? (\d)-го года|\b(\d)-й год\b", re.IGNORECASE
)
"""A year counted within the programme: a span, a beginning, a single one."""
SECOND = 2
"""«Со второго», but «с третьего»."""
RESOURCES_SHORT = {
    "none": "не требуется",
    "internal": "силами школы",
    "partner": "партнёры",
    "budget": "бюджет, гранты",
}
"""For the narrow column of the road map."""
DEPENDS_SAID = {"yes": "да", "partly": "частично", "no": "нет"}
"""Whether a deficit depends on the school."""
CHANCES = {"low": "низкая", "medium": "средняя", "high": "высокая"}
"""How likely a risk is."""
IMPACTS = {"low": "слабое", "medium": "среднее", "high": "сильное"}
"""How much a risk would hurt."""
RESOURCES = {
    "none": "без дополнительного финансирования",
    "internal": "собственные силы школы",
    "partner": "ресурсы партнёров",
    "budget": "средства бюджета, гранты",
}


def period(programme: Programme) -> str:
    """Return the period: «2027–2030»."""
    if programme.first_year == programme.last_year:
        return str(programme.first_year)
    return f"{programme.first_year}–{programme.last_year}"


def period_named(programme: Programme) -> str:
    """Return the period with its noun: «2027–2030 годы», «2027 год»."""
    one = programme.first_year == programme.last_year
    return f"{period(programme)} {'год' if one else 'годы'}"


def goal(programme: Programme, form: Form, now: Result, planned: Result) -> str:
    """Return the own goal, or a measurable one made from the data."""
    if programme.goal.strip():
        return programme.goal.strip()
    if not programme.included:
        return (
            f"К {programme.last_year} году сохранить достигнутый результат "
            f"самодиагностики – {counted(now.total, POINTS)}."
        )
    directions = _directions(form, programme)
    count = counted(len(programme.included), DEFICITS_OF)
    where = (
        f"{'в направлении' if len(directions) == 1 else 'в направлениях'} "
        f"{joined([f'«{name}»' for name in directions])}"
    )
    if len(directions) == len(form.directions):
        where = "по всем направлениям"
    if planned.total <= now.total:
        return (
            f"К {programme.last_year} году подготовить устранение {count} {where}, "
            f"сохранив результат самодиагностики – {counted(now.total, POINTS)}."
        )
    kept = len(directions) < len(form.directions)
    rest = ", сохранив достигнутое в остальных направлениях" if kept else ""
    means = f"за счёт устранения {count} {where}{rest}"
    return f"К {programme.last_year} году {_rise(now, planned)} {means}."


def task(deficit: Deficit, expected: Expectation | None) -> str:
    """Return the own task of a deficit, or one made from its indicator."""
    if deficit.task.strip():
        return deficit.task.strip()
    if expected is None:
        return f"Определить меры по дефициту {deficit.code}: {deficit.text}"
    return (
        f"Довести показатель «{expected.indicator.name}» "
        f"до значения «{expected.planned.text}» к {expected.year} году"
    )


def direction_tasks(
    form: Form, programme: Programme, now: Result, planned: Result
) -> tuple[tuple[str, str], ...]:
    """Return direction and its comprehensive task, in the form's order."""
    rows: list[tuple[str, str]] = []
    pairs = zip(now.directions, planned.directions, strict=True)
    for direction, (before, after) in zip(form.directions, pairs, strict=True):
        codes = [d.code for d in programme.included if d.direction == direction.code]
        rows.append((direction.name, _direction_task(codes, before, after)))
    return tuple(rows)


def decision(cause: Cause, deficits: Sequence[Deficit]) -> str:
    """Return the management decision about a cause that stands behind deficits."""
    own = [d.decision.strip() for d in deficits if d.decision.strip()]
    if own:
        return "\n".join(dict.fromkeys(own))
    if not cause.external:
        measures = [m for d in deficits for m in d.measures if m.result]
        results = dict.fromkeys(small(m.result) for m in measures)
        if not results:
            return "Определить меры и подтверждение их выполнения"
        return f"Организовать работу; результат: {'; '.join(results)}"
    resources = {m.resource for d in deficits for m in d.measures}
    if "budget" in resources:
        return "Направить учредителю предложения с расчётом, подать заявку на грант"
    if "partner" in resources:
        return "Заключить договор с партнёром, использовать сетевую форму"
    return "Работать в этих условиях своими силами, о ходе сообщать учредителю"


def cause_task(causes: Sequence[Cause], deficits: Sequence[Deficit]) -> str:
    """Return the task that answers a cause: own, known for it, or by its measures.

    ``causes`` are the same cause of several deficits; each may have its own task.
    """
    own = [cause.task.strip() for cause in causes if cause.task.strip()]
    if own:
        return "\n".join(dict.fromkeys(own))
    cause = causes[0]
    known = CAUSE_TASKS.get(cause.text.strip().lower())
    if known:
        return known
    measures = (m.text for d in deficits for m in d.measures if m.text.strip())
    first = first_sentence(next(measures, ""))
    means = small(first) if first else "определить меры и ответственного"
    verb = "Уменьшить влияние причины" if cause.external else "Устранить причину"
    return f"{verb} «{cause.text.strip()}»: {means}"


def decided_by(cause: Cause, deficits: Sequence[Deficit]) -> tuple[str, ...]:
    """Return who answers for a decision; what comes from outside is the director's."""
    who = dict.fromkeys(
        m.responsible for d in deficits for m in d.measures if m.responsible
    )
    return ("директор",) if cause.external or not who else tuple(who)


def in_own_hands(deficit: Deficit) -> str:
    """Return whether a deficit depends on the school: «да», «частично», «нет»."""
    return DEPENDS_SAID.get(dependence(deficit), "–")


def dependence(deficit: Deficit) -> str:
    """Return one of ``DEPENDS``, or nothing where it is not known.

    Without the school's own word it goes by what the measures need: own work,
    partners, the founder's money.
    """
    needed = {m.resource for m in deficit.measures if m.resource}
    if deficit.depends or not needed:
        return deficit.depends
    if needed <= {"none", "internal"}:
        return "yes"
    return "no" if needed == {"budget"} else "partly"


def term(text: str, programme: Programme) -> str:
    """Return a term of the bank in the programme's years: «1-й год» → «2027 год»."""

    def year(number: str) -> str:
        return str(min(programme.first_year + int(number) - 1, programme.last_year))

    def span(match: re.Match[str]) -> str:
        first, last = year(match[1]), year(match[2])
        return f"{first} год" if first == last else f"{first}–{last} годы"

    text = re.sub(r"(\d)–(\d)-й годы", span, text)
    text = re.sub(r"\bсо? (\d)-го года", lambda m: f"с {year(m[1])} года", text)
    return re.sub(r"(\d)-й год\b", lambda m: f"{year(m[1])} год", text)


def later_term(text: str, by: int, length: int) -> str:
    """Return a term of the bank so many years later, within a programme's length.

    «1-й год, сентябрь» → «2-й год, сентябрь»; «ежегодно» and other terms without a
    counted year stay as they are.
    """

    def year(number: str) -> int:
        return min(int(number) + by, length)

    def span(match: re.Match[str]) -> str:
        first, last = year(match[1]), year(match[2])
        return f"{first}-й год" if first == last else f"{first}–{last}-й годы"

    def since_year(match: re.Match[str]) -> str:
        number = year(match[3])
        return f"{'со' if number == SECOND else 'с'} {number}-го года"

    def counted_year(match: re.Match[str]) -> str:
        if match[2]:
            return span(match)
        return since_year(match) if match[3] else f"{year(match[4])}-й год"

    return COUNTED.sub(counted_year, text)


def resource(code: str) -> str:
    """Return what a measure costs in words."""
    return RESOURCES.get(code, code)


def resource_short(code: str) -> str:
    """Return what a measure costs in a word or two."""
    return RESOURCES_SHORT.get(code, code)


def deficits_count(programme: Programme) -> str:
    """Return «12 дефицитов»."""
    return counted(len(programme.included), DEFICITS)


def deficits_included(programme: Programme) -> str:
    """Return «включён 1 дефицит», «включено 12 дефицитов»."""
    verb = plural(len(programme.included), ("включён", "включено", "включено"))
    return f"{verb} {deficits_count(programme)}"


def _rise(now: Result, planned: Result) -> str:
    points = f"{since(now.total)} до {_points_of(planned.total)}"
    if now.level is None or planned.level is None:
        return f"повысить результат самодиагностики {points}"
    before, after = now.level.level.name, planned.level.level.name
    if before == after:
        return (
            f"повысить результат самодиагностики {points}, сохранив уровень «{after}»,"
        )
    return (
        f"повысить результат самодиагностики {points}, "
        f"с уровня «{before}» до уровня «{after}»,"
    )


def _direction_task(
    codes: Sequence[str], before: DirectionScore, after: DirectionScore
) -> str:
    if not codes:
        reached = f"{counted(before.score, POINTS)} из {before.maximum}"
        return f"сохранить достигнутый уровень ({reached})"
    noun = "дефицит" if len(codes) == 1 else "дефициты"
    text = f"устранить {noun} {', '.join(codes)}"
    if after.score <= before.score:
        return text
    points = f"{since(before.score)} до {_points_of(after.score)}"
    return f"{text}, поднять результат {points}"


def _points_of(number: int) -> str:
    return counted(number, POINTS_OF)


def _directions(form: Form, programme: Programme) -> list[str]:
    planned: set[DirectionCode] = {d.direction for d in programme.included}
    return [d.name for d in form.directions if d.code in planned]
