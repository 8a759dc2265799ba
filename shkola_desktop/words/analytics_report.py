"""Sentences of the «Аналитическая справка», made from its numbers."""

from collections.abc import Sequence

from shkola_desktop.domain.analysis import Analysis, YearChanges
from shkola_desktop.domain.analytics import CommonDeficit, DirectionAverage
from shkola_desktop.domain.dynamics import Change
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from shkola_desktop.words.analytics import (
    LEAST,
    SCHOOLS_OF,
    change,
    level_columns,
    percent,
    percent_exact,
)
from shkola_desktop.words.russian import (
    NBSP,
    SCHOOLS,
    counted,
    joined,
    plural,
    small,
)

FINISHED = ("завершила", "завершили", "завершили")
SCHOOLS_IN = ("школе", "школах", "школах")
CRITICAL_TO = (
    "критическому показателю",
    "критическим показателям",
    "критическим показателям",
)
"""«По одному критическому показателю»."""
STANDING_SAID = {
    Standing.NOT_STARTED: ("не начала", "не начали", "не начали"),
    Standing.IN_WORK: ("ещё работает", "ещё работают", "ещё работают"),
    Standing.HANDED_IN: (
        "сдала и ждёт проверки",
        "сдали и ждут проверки",
        "сдали и ждут проверки",
    ),
    Standing.RETURNED: (
        "получила замечания",
        "получили замечания",
        "получили замечания",
    ),
    Standing.ACCEPTED: ("принята", "приняты", "приняты"),
}
"""What a school did, of one school and of many."""
SUPPORT = {
    "none": "образцы документов и консультация методиста",
    "internal": "семинар, обмен опытом, школа-наставник",
    "partner": "договоры с партнёрами и сетевая форма на уровне района",
    "budget": "заявка в бюджет, участие в программах и грантах",
}
"""How an office helps with a measure, by what the measure costs a school."""
CLOSE = 0.02
"""Difference of averages below which districts are called alike."""


def overview_sentences(analysis: Analysis) -> str:
    """Return how many schools there are and how far they came."""
    registered, done = analysis.registered, analysis.counted
    share = f" ({percent(done / registered)})" if registered else ""
    words = (
        f"В реестре {counted(registered, SCHOOLS)}. Самодиагностику "
        f"{analysis.scope.year} года {plural(done, FINISHED)} "
        f"{counted(done, SCHOOLS)}{share}."
    )
    parts = [
        f"{plural(number, STANDING_SAID[standing])}{NBSP}– {number}"
        for standing in Standing
        if (number := analysis.standings.get(standing, 0))
    ]
    return f"{words} По состоянию сдачи: {joined(parts)}." if parts else words


def result_sentences(analysis: Analysis) -> str:
    """Return the average, the middle school, the best and the weakest direction."""
    total, middle = analysis.total, analysis.quartiles
    if total is None or middle is None:
        return ""
    words = (
        f"В среднем школы достигли {percent_exact(total.share)} от максимума; "
        f"у половины школ доля не ниже {percent_exact(middle.median)}. Наименьшая доля "
        f"{percent(total.lowest)}, наибольшая {percent(total.highest)}."
    )
    ordered = sorted(analysis.by_direction, key=lambda a: -a.share)
    if len(ordered) > 1 and ordered[0].share - ordered[-1].share > LEAST:
        words += (
            f" Выше всего средняя доля в направлении {_quoted(analysis, ordered[0])}, "
            f"ниже всего{NBSP}– в направлении {_quoted(analysis, ordered[-1])}."
        )
    return words


def zeroed_sentences(analysis: Analysis) -> str:
    """Return what critical indicators took, or nothing."""
    found = [a for a in analysis.by_direction if a.zeroed]
    if not found:
        return "Ни одно направление не обнулено критическим показателем."
    parts = [
        f"«{analysis.names[a.direction]}»{NBSP}– у {counted(a.zeroed, SCHOOLS_OF)}"
        for a in sorted(found, key=lambda a: -a.zeroed)
    ]
    return f"Критические показатели обнулили направления: {joined(parts)}."


def level_sentences(analysis: Analysis) -> str:
    """Return how many schools reached which level in the whole form."""
    done = analysis.counted or 1
    parts = [
        f"«{name}»{NBSP}– {counted(number, SCHOOLS)} ({percent(number / done)})"
        for level, name in reversed(level_columns(analysis))
        if (number := analysis.at_level(TOTAL, level))  # type: ignore[arg-type]
    ]
    return f"По самодиагностике в целом уровни школ: {joined(parts)}." if parts else ""


def change_sentences(analysis: Analysis, pair: YearChanges) -> str:
    """Return what became of the average and of the directions, in order of change."""
    total = next((c for c in pair.changes if c.direction == TOTAL), None)
    parts = [c for c in pair.changes if c.direction != TOTAL]
    words = ""
    if total is not None:
        words = (
            f"С {pair.before} по {pair.now} год средняя доля {_turned(total)} "
            f"(с {percent_exact(total.before)} до {percent_exact(total.now)})."
        )
    if not pair.whole:
        asked = sum(c.indicators for c in parts)
        words = (
            f"Формы {pair.before} и {pair.now} годов разные; сравниваются "
            f"показатели, о которых спрашивают обе, их {asked}."
        )
    up = sorted((c for c in parts if c.gained > LEAST), key=lambda c: -c.gained)[:3]
    down = sorted((c for c in parts if c.gained < -LEAST), key=lambda c: c.gained)[:3]
    if up:
        words += f" Больше всего выросли: {_listed(analysis, up)}."
    if down:
        words += f" Снизились: {_listed(analysis, down)}."
    return words.strip()


def deficit_sentences(analysis: Analysis) -> str:
    """Return what most schools lack, in a sentence; nothing without deficits."""
    frequent = analysis.frequent
    if not frequent:
        return "Дефицитов нет: все школы ответили на всё с наибольшими баллами."
    first = frequent[0]
    words = (
        f"Чаще всего школам не хватает баллов по показателю «{first.name}»: "
        f"{_of_asked(first)}."
    )
    critical = analysis.critical
    if critical:
        count = len(critical)
        words += (
            f" По {counted(count, CRITICAL_TO)} у отдельных школ нет баллов; каждый "
            "такой ноль обнуляет направление, поэтому с них следует начать."
        )
    return words


def district_sentences(analysis: Analysis) -> str:
    """Return which districts stand above and below the whole region."""
    everywhere = next((a for a in analysis.everywhere if a.direction == TOTAL), None)
    totals = [d for d in analysis.by_district if d.average.direction == TOTAL]
    if everywhere is None or len(totals) < 2:  # noqa: PLR2004  # nothing to compare
        return ""
    names = {district.code: district.name for district in analysis.districts}
    ordered = sorted(totals, key=lambda d: -d.average.share)
    best, last = ordered[0], ordered[-1]
    if best.average.share - last.average.share < CLOSE:
        return (
            "Районы близки друг к другу: разница средних меньше "
            f"{round(100 * CLOSE)}{NBSP}п.{NBSP}п."
        )
    return (
        f"Средняя доля по области {percent_exact(everywhere.share)}. Наибольшая: "
        f"{names.get(best.district, best.district)} "
        f"({percent_exact(best.average.share)}), наименьшая: "
        f"{names.get(last.district, last.district)} "
        f"({percent_exact(last.average.share)})."
    )


def conclusions(analysis: Analysis) -> tuple[str, ...]:
    """Return what follows for the office: each a whole sentence."""
    found: list[str] = []
    left = analysis.registered - analysis.counted
    if left > 0:
        found.append(
            f"Добиться завершения самодиагностики ещё {_in_schools(left)}: без них "
            "картина неполная."
        )
    if analysis.critical:
        names = [f"«{d.name}»" for d in analysis.critical[:3]]
        found.append(
            "В первую очередь снять нули по критическим показателям, прежде всего "
            f"{joined(names)}."
        )
    weakest = sorted(analysis.by_direction, key=lambda a: a.share)[:2]
    if weakest:
        where = joined([_quoted(analysis, a) for a in weakest])
        noun = "направлению" if len(weakest) == 1 else "направлениям"
        found.append(f"Спланировать методическую поддержку школ по {noun} {where}.")
    if analysis.far_below:
        found.append(
            f"Рассмотреть результаты {counted(len(analysis.far_below), SCHOOLS_OF)}, "
            "которые заметно ниже остальных."
        )
    if analysis.marks and analysis.quartiles is not None:
        found.append(
            "Привлечь школы с наибольшей долей по направлениям как наставников; они "
            "названы в дорожной карте поддержки."
        )
    return tuple(found)


def mentors(analysis: Analysis, deficit: CommonDeficit, most: int = 3) -> str:
    """Return the schools that reached most in the deficit's direction."""
    marks = [
        (m.marks[deficit.direction].share, m)
        for m in analysis.marks
        if deficit.direction in m.marks and not m.marks[deficit.direction].zeroed
    ]
    best = sorted(marks, key=lambda pair: (-pair[0], pair[1].name))[:most]
    return ", ".join(m.name for _, m in best) or "–"


def _in_schools(count: int) -> str:
    forms = ("в одной школе", f"в {count}{NBSP}школах", f"в {count}{NBSP}школах")
    return (
        forms[0] if count == 1 else f"в {counted(count, ('школе', 'школах', 'школах'))}"
    )


def _quoted(analysis: Analysis, average: DirectionAverage) -> str:
    name = analysis.names.get(average.direction, average.direction)
    return f"«{name}» ({percent_exact(average.share)})"


def _listed(analysis: Analysis, found: Sequence[Change]) -> str:
    return joined(
        [f"«{analysis.names.get(c.direction, '')}» ({change(c.gained)})" for c in found]
    )


def _turned(total: Change) -> str:
    if abs(total.gained) < LEAST:
        return "не изменилась"
    points = f"{abs(100 * total.gained):.1f}".replace(".", ",")
    word = "выросла" if total.gained > 0 else "снизилась"
    return f"{word} на {points}{NBSP}п.{NBSP}п."


def _of_asked(deficit: CommonDeficit) -> str:
    return small(
        f"дефицит у {counted(deficit.schools, SCHOOLS_OF)} из {deficit.applicable} "
        f"({percent(deficit.share)})"
    )
