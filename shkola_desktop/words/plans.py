"""Sentences of a programme made from its data: goal, tasks, decisions, terms."""

import re
from collections.abc import Sequence

from shkola_desktop.domain.expectations import Expectation
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.programme import Cause, Deficit, Programme
from shkola_desktop.domain.scoring import Result
from shkola_desktop.words.russian import DEFICITS, POINTS, counted, joined

DEFICITS_OF = ("дефицита", "дефицитов", "дефицитов")
POINTS_OF = ("балла", "баллов", "баллов")

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


def goal(programme: Programme, form: Form, now: Result, planned: Result) -> str:
    """Return the own goal, or a measurable one made from the data."""
    if programme.goal.strip():
        return programme.goal.strip()
    if not programme.included:
        return (
            f"К {programme.last_year} году сохранить достигнутый результат "
            f"самодиагностики – {_points_of(now.total)}."
        )
    directions = _directions(form, programme)
    means = (
        f"за счёт устранения {counted(len(programme.included), DEFICITS_OF)} "
        f"в {'направлении' if len(directions) == 1 else 'направлениях'} "
        f"{joined([f'«{name}»' for name in directions])}"
    )
    kept = (
        ""
        if len(directions) == len(form.directions)
        else (", сохранив достигнутое в остальных направлениях")
    )
    return f"К {programme.last_year} году {_rise(now, planned)} {means}{kept}."


def task(deficit: Deficit, expected: Expectation | None) -> str:
    """Return the own task of a deficit, or one made from its indicator."""
    if deficit.task.strip():
        return deficit.task.strip()
    if expected is None:
        return f"определить меры по дефициту {deficit.code}: {deficit.text}"
    return (
        f"довести показатель «{expected.indicator.name}» "
        f"до значения «{expected.planned.text}» к {expected.year} году"
    )


def direction_tasks(
    form: Form, programme: Programme, expected: tuple[Expectation, ...]
) -> tuple[tuple[str, str], ...]:
    """Return direction and its comprehensive task, in the form's order."""
    lifted = {e.deficit.code for e in expected}
    rows: list[tuple[str, str]] = []
    for direction in form.directions:
        codes = [d.code for d in programme.included if d.direction == direction.code]
        gain = sum(
            e.planned.points - e.now.points
            for e in expected
            if e.deficit.direction == direction.code and e.deficit.code in lifted
        )
        if codes:
            noun = "дефицит" if len(codes) == 1 else "дефициты"
            more = f", прибавить {counted(gain, POINTS)}" if gain else ""
            rows.append((direction.name, f"устранить {noun} {', '.join(codes)}{more}"))
        else:
            rows.append((direction.name, "сохранить достигнутый уровень"))
    return tuple(rows)


def decision(cause: Cause, deficits: Sequence[Deficit], year: int) -> str:
    """Return the management decision about a cause that stands behind deficits."""
    own = [d.decision.strip() for d in deficits if d.decision.strip()]
    if own:
        return "\n".join(dict.fromkeys(own))
    if cause.external:
        return (
            "направить предложения учредителю, найти партнёра или сетевую форму; "
            f"ход рассмотреть на педагогическом совете в {year} году"
        )
    who = dict.fromkeys(
        m.responsible for d in deficits for m in d.measures if m.responsible
    )
    named = f" ({'; '.join(who)})" if who else ""
    return (
        f"назначить приказом ответственных{named}, включить работу в план "
        f"{year} года, заслушать итог на педагогическом совете"
    )


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


def resource(code: str) -> str:
    """Return what a measure costs in words."""
    return RESOURCES.get(code, code)


def deficits_count(programme: Programme) -> str:
    """Return «12 дефицитов»."""
    return counted(len(programme.included), DEFICITS)


def _rise(now: Result, planned: Result) -> str:
    points = f"с {now.total} до {_points_of(planned.total)}"
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


def _points_of(number: int) -> str:
    return counted(number, POINTS_OF)


def _directions(form: Form, programme: Programme) -> list[str]:
    planned: set[DirectionCode] = {d.direction for d in programme.included}
    return [d.name for d in form.directions if d.code in planned]
