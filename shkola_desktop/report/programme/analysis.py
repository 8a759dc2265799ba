"""Section «Проблемно-ориентированный анализ»: deficits, causes, what they mean."""

from collections.abc import Callable, Iterable, Iterator

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.report.document import (
    Block,
    Column,
    Heading,
    Row,
    RowKind,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.report.programme.reached import reached
from shkola_desktop.words.plans import deficits_included, in_own_hands
from shkola_desktop.words.russian import INDICATORS, counted, itemised, joined

STRONG = 85
WEAK = 60
"""Per cent of the maximum: the wording's own lines between strong and weak."""
WEIGHTY = 3
"""Points of an indicator whose best value is worth naming as a strength."""

DEFICIT_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Показатель", 48),
    Column("Значение", 33),
    Column("Баллы", 12, centred=True),
)
CAUSE_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Дефицит", 33),
    Column("Внутренние причины", 24),
    Column("Внешние причины", 24),
    Column("Зависит от школы", 12, centred=True),
)
STRENGTH_COLUMNS = (
    Column("№", 9, centred=True),
    Column("Показатель", 55),
    Column("Значение", 36),
)
ORDER_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Показатель", 51),
    Column("Сейчас", 21),
    Column("К концу года", 21),
)
SWOT_COLUMNS = (Column("", 50), Column("", 50))


def analysis(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return the section with its subsections 1, 2, 2.1 and 2.2."""
    return (
        Heading(
            f"{number}.1 Результаты самодиагностики, установление уровня "
            "достижения результатов Проекта",
            2,
        ),
        *reached(plan),
        Heading(
            f"{number}.2 Описание дефицитов по каждому магистральному направлению "
            "и ключевому условию",
            2,
        ),
        *_deficits(plan),
        Heading(
            f"{number}.2.1 Описание возможных причин возникновения дефицитов, "
            "внутренних и внешних факторов влияния на развитие школы",
            3,
        ),
        *_causes(plan),
        Heading(
            f"{number}.2.2 Анализ текущего состояния и перспектив развития школы", 3
        ),
        *_interpretation(plan),
    )


def _deficits(plan: Plan) -> tuple[Block, ...]:
    if not plan.programme.deficits:
        return plan.said("analysis.deficits", _no_deficits(plan))
    rows: list[Row] = []
    for direction in plan.directions:
        rows.append(Row((direction.name,), RowKind.SECTION))
        deficits = [d for d in plan.programme.deficits if d.direction == direction.code]
        if not deficits:
            rows.append(Row((_none_found(plan, direction),), RowKind.SUBSECTION))
        rows.extend(_deficit_row(plan, deficit) for deficit in deficits)
    return (
        *plan.said(
            "analysis.deficits",
            f"В Программу {deficits_included(plan.programme)}. Код дефицита "
            "проходит через всю Программу: причины, решения, мероприятия, показатели.",
        ),
        Table(DEFICIT_COLUMNS, tuple(rows), "Дефициты по направлениям"),
    )


def _none_found(plan: Plan, direction: Direction) -> str:
    score = plan.scores[direction.code]
    missing = score.applicable - score.answered
    if missing:
        left = counted(missing, INDICATORS)
        return f"Среди данных ответов дефицитов нет; без ответа {left}."
    return "Дефициты не выявлены, задача – сохранение уровня."


def _no_deficits(plan: Plan) -> str:
    if any(shortfall.zero for shortfall in plan.shortfalls):
        return "Дефициты в Программу не включены."
    if not plan.material.result.complete:
        return "Среди данных ответов дефицитов нет; ответы даны не на все показатели."
    return (
        "Дефициты не выявлены: показателей без баллов нет. По всем направлениям "
        "задача – сохранение уровня."
    )


def _deficit_row(plan: Plan, deficit: Deficit) -> Row:
    form = plan.material.form
    indicator = form.indicator(deficit.indicator)
    out = f"\nНе включён: {deficit.left_out}" if deficit.left_out else ""
    if indicator is None:
        return Row((deficit.code, deficit.text, f"–{out}", "–"))
    taken = option_taken(indicator, plan.material.diagnosis.options)
    mark = " (критический показатель)" if indicator.critical else ""
    value = taken.text if taken else "нет ответа"
    points = f"{taken.points if taken else 0} из {indicator.maximum}"
    name = f"{indicator.code} {indicator.name}{mark}"
    return Row((deficit.code, name, value + out, points))


def _causes(plan: Plan) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                deficit.code,
                deficit.text,
                _listed(c.text for c in deficit.causes if not c.external),
                _listed(c.text for c in deficit.causes if c.external),
                in_own_hands(deficit),
            )
        )
        for deficit in plan.programme.included
    )
    if not rows:
        return plan.said(
            "analysis.causes", "Причины не описаны: дефицитов в Программе нет."
        )
    return (
        *plan.said(
            "analysis.causes",
            "Дефицит зависит от школы, если его устраняют собственными силами; "
            "частично – если нужны партнёры или часть средств; не зависит – если все "
            "мероприятия требуют средств бюджета.",
        ),
        Table(CAUSE_COLUMNS, rows, "Причины дефицитов"),
    )


def _interpretation(plan: Plan) -> tuple[Block, ...]:
    strong = _names(plan, lambda percent: percent >= STRONG)
    weak = _names(plan, lambda percent: percent < WEAK)
    blocks: list[Block] = []
    if strong:
        blocks += plan.said(
            "analysis.strong",
            f"Сильные стороны ОО (не менее {STRONG} % от максимума): {joined(strong)}. "
            "Здесь Программа сохраняет достигнутое.",
        )
    if weak:
        blocks += plan.said(
            "analysis.weak",
            f"Больше всего резервов (менее {WEAK} % от максимума): {joined(weak)}.",
        )
    return (
        *blocks,
        *plan.said("analysis.critical", _zeroed(plan)),
        *_strengths(plan),
        *_swot(plan),
        *_order(plan),
    )


def _names(plan: Plan, wanted: Callable[[float], bool]) -> list[str]:
    return [
        f"«{d.name}»"
        for d in plan.material.result.directions
        if d.maximum and wanted(100 * d.score / d.maximum)
    ]


def _zeroed(plan: Plan) -> str:
    result = plan.material.result
    zeroed = [d for d in result.directions if d.zeroed_by]
    if not zeroed:
        whole = "" if result.complete else ", на которые дан ответ,"
        return f"Все критические показатели{whole} выполнены."
    parts = [
        f"«{d.name}» ({'показатель' if len(d.zeroed_by) == 1 else 'показатели'} "
        f"{', '.join(d.zeroed_by)}; без обнуления было бы {d.raw} из {d.maximum})"
        for d in zeroed
    ]
    planned = {e.indicator.code for e in plan.expected}
    first_year = all(code in planned for d in zeroed for code in d.zeroed_by)
    return (
        f"Невыполненный критический показатель обнуляет направление: {joined(parts)}."
        + (" Эти дефициты устраняются в первый год." if first_year else "")
    )


def _strengths(plan: Plan) -> tuple[Block, ...]:
    rows = tuple(_strength_rows(plan))
    if not rows:
        return ()
    return (
        *plan.said(
            "analysis.strengths",
            "Школа опирается на то, что уже достигнуто: в таблице – показатели с "
            "наивысшим значением.",
        ),
        Table(STRENGTH_COLUMNS, rows, "Показатели с наивысшим значением"),
    )


def _strength_rows(plan: Plan) -> Iterator[Row]:
    options = plan.material.diagnosis.options
    for direction in plan.directions:
        found = [
            (indicator, taken)
            for indicator in direction.indicators
            if indicator.maximum >= WEIGHTY
            and (taken := option_taken(indicator, options)) is not None
            and taken.points == indicator.maximum
        ]
        if found:
            yield Row((direction.name,), RowKind.SECTION)
        for indicator, taken in found:
            yield Row((indicator.code, indicator.name, taken.text))


def _swot(plan: Plan) -> tuple[Block, ...]:
    """Return SWOT as a table of two by two; an empty corner gets a dash."""
    swot = plan.programme.swot
    if swot.empty:
        return ()
    rows = (
        Row(("Сильные стороны", "Слабые стороны"), RowKind.GROUP),
        Row((_listed(swot.strengths), _listed(swot.weaknesses))),
        Row(("Возможности", "Угрозы"), RowKind.GROUP),
        Row((_listed(swot.opportunities), _listed(swot.threats))),
    )
    return (
        *plan.said(
            "analysis.swot",
            "SWOT-анализ сводит вместе внутренние стороны ОО – сильные и слабые – и "
            "внешние условия: возможности и угрозы.",
        ),
        Table(SWOT_COLUMNS, rows, "SWOT-анализ", headless=True),
    )


def _order(plan: Plan) -> tuple[Block, ...]:
    """Return which deficits are to be gone by which year: the ranked problems."""
    rows = tuple(_order_rows(plan))
    if not rows:
        return ()
    return (
        *plan.said(
            "analysis.order",
            "Порядок работы с дефицитами: сначала критические показатели, затем то, "
            "что решается приказом и организацией без денег, затем то, что требует "
            "партнёров, и в последнюю очередь – то, что требует средств учредителя.",
        ),
        Table(ORDER_COLUMNS, rows, "Очерёдность устранения дефицитов"),
    )


def _order_rows(plan: Plan) -> Iterator[Row]:
    for year in plan.programme.years:
        due = [e for e in plan.expected if e.year == year]
        if due:
            yield Row((f"{year} год",), RowKind.SECTION)
        for e in due:
            name = e.indicator.name
            yield Row((e.deficit.code, name, e.now.text, e.planned.text))


def _listed(texts: Iterable[str]) -> str:
    return itemised(texts) or "–"
