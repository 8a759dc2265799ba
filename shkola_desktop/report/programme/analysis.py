"""Section «Проблемно-ориентированный анализ»: results, deficits, causes."""

from collections.abc import Callable, Iterable

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.report.document import (
    Bar,
    BarChart,
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.levels import footnote_for, level_name
from shkola_desktop.words.plans import deficits_count
from shkola_desktop.words.russian import INDICATORS, POINTS, counted, joined, long_date

STRONG = 85
WEAK = 60
"""Per cent of the maximum: the wording's own lines between strong and weak."""

RESULT_COLUMNS = (
    Column("Направление", 25),
    Column("Набрано", 11, centred=True),
    Column("Макс.", 9, centred=True),
    Column("%", 7, centred=True),
    Column("Уровень", 15, centred=True),
    Column("Критич. показатели", 14, centred=True),
    Column("Прошлый год", 11, centred=True),
    Column("+/−", 8, centred=True),
)
DEFICIT_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Показатель", 40),
    Column("Значение", 41),
    Column("Баллы", 12, centred=True),
)
CAUSE_COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Дефицит", 33),
    Column("Внутренние причины", 30),
    Column("Внешние причины", 30),
)


def analysis(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return the section with its subsections 1, 2, 2.1 and 2.2."""
    return (
        Heading(
            f"{number}.1 Результаты самодиагностики, установление уровня "
            "достижения результатов Проекта",
            2,
        ),
        *_results(plan),
        Heading(
            f"{number}.2 Описание дефицитов по каждому магистральному направлению "
            "и ключевому условию",
            2,
        ),
        *_deficits(plan),
        Heading(f"{number}.2.1 Возможные причины возникновения дефицитов", 3),
        *_causes(plan),
        Heading(
            f"{number}.2.2 Анализ текущего состояния и перспектив развития школы", 3
        ),
        *_interpretation(plan),
    )


def _results(plan: Plan) -> tuple[Block, ...]:
    material = plan.material
    result = material.result
    when = material.diagnosis.completed_at or material.diagnosis.started_at
    footnote = footnote_for(result)
    return (
        Paragraph(
            f"Самодиагностика проведена в {material.diagnosis.year} году "
            f"(дата – {long_date(when.astimezone().date())}). По её результатам ОО "
            f"набрала {counted(result.total, POINTS)} из {result.maximum}, уровень – "
            f"{level_name(result.level)}. {_preliminary(plan)}"
            "Ответы на все показатели приведены в приложении 1."
        ),
        Table(
            RESULT_COLUMNS,
            (*(_result_row(plan, d) for d in plan.directions), _total_row(plan)),
            "Результаты самодиагностики по направлениям",
        ),
        *((Paragraph(footnote, Style.SMALL),) if footnote else ()),
        BarChart(
            tuple(_bar(plan, d) for d in plan.directions),
            "Набранные баллы от максимума"
            + ("; чертой отмечен прошлый год" if plan.before else ""),
        ),
    )


def _preliminary(plan: Plan) -> str:
    missing = plan.material.result.missing
    if not missing:
        return ""
    left = counted(len(missing), INDICATORS)
    return f"Результат предварительный: без ответа {left}. "


def _result_row(plan: Plan, direction: Direction) -> Row:
    now = plan.scores[direction.code]
    before = plan.before.get(direction.code)
    return Row(
        (
            direction.name,
            str(now.score),
            str(now.maximum),
            _percent(now.score, now.maximum),
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
            _percent(now.total, now.maximum),
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


def _deficits(plan: Plan) -> tuple[Block, ...]:
    if not plan.programme.deficits:
        return (Paragraph("Дефициты не выявлены: все показатели набрали баллы."),)
    rows: list[Row] = []
    for direction in plan.directions:
        rows.append(Row((direction.name,), RowKind.SECTION))
        deficits = [d for d in plan.programme.deficits if d.direction == direction.code]
        if not deficits:
            text = "Дефициты не выявлены, задача – сохранение уровня."
            rows.append(Row((text,), RowKind.SUBSECTION))
        rows.extend(_deficit_row(plan, deficit) for deficit in deficits)
    return (
        Paragraph(
            f"В Программу включено {deficits_count(plan.programme)}. Код дефицита "
            "проходит через всю Программу: причины, решения, мероприятия, показатели."
        ),
        Table(DEFICIT_COLUMNS, tuple(rows), "Дефициты по направлениям"),
    )


def _deficit_row(plan: Plan, deficit: Deficit) -> Row:
    form = plan.material.form
    indicator = form.indicator(deficit.indicator)
    if indicator is None:
        return Row((deficit.code, deficit.text, deficit.left_out, "–"))
    taken = option_taken(indicator, plan.material.diagnosis.options)
    mark = " (критический показатель)" if indicator.critical else ""
    out = f"\nНе включён: {deficit.left_out}" if deficit.left_out else ""
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
                _list(c.text for c in deficit.causes if not c.external),
                _list(c.text for c in deficit.causes if c.external),
            )
        )
        for deficit in plan.programme.included
    )
    if not rows:
        return (Paragraph("Причины не описаны: дефицитов в Программе нет."),)
    return (Table(CAUSE_COLUMNS, rows, "Причины дефицитов"),)


def _interpretation(plan: Plan) -> tuple[Block, ...]:
    strong = _names(plan, lambda percent: percent >= STRONG)
    weak = _names(plan, lambda percent: percent < WEAK)
    texts: list[str] = []
    if strong:
        texts.append(
            f"Сильные стороны ОО (не менее {STRONG} % от максимума): {joined(strong)}. "
            "Здесь Программа сохраняет достигнутое."
        )
    if weak:
        texts.append(
            f"Больше всего резервов (менее {WEAK} % от максимума): {joined(weak)}."
        )
    texts.append(_zeroed(plan))
    texts.append(
        "Порядок работы с дефицитами: сначала критические показатели, затем то, что "
        "решается приказом и организацией без денег, затем то, что требует партнёров, "
        "и в последнюю очередь – то, что требует средств учредителя."
    )
    texts.append(_dynamics(plan))
    return tuple(Paragraph(text) for text in texts if text)


def _names(plan: Plan, wanted: Callable[[float], bool]) -> list[str]:
    return [
        f"«{d.name}»"
        for d in plan.material.result.directions
        if d.maximum and wanted(100 * d.score / d.maximum)
    ]


def _zeroed(plan: Plan) -> str:
    zeroed = [d for d in plan.material.result.directions if d.zeroed_by]
    if not zeroed:
        return "Все критические показатели, на которые дан ответ, выполнены."
    parts = [
        f"«{d.name}» (показатели {', '.join(d.zeroed_by)}, набрано {d.raw})"
        for d in zeroed
    ]
    return (
        f"Невыполненный критический показатель обнуляет направление: {joined(parts)}. "
        "Устранение этих дефицитов запланировано на первый год."
    )


def _dynamics(plan: Plan) -> str:
    before = plan.material.previous
    if before is None:
        return ""
    change = plan.material.result.total - before.total
    if change == 0:
        return f"За год сумма баллов не изменилась: {before.total}."
    verb = "выросла" if change > 0 else "снизилась"
    return (
        f"По сравнению с прошлой самодиагностикой сумма баллов {verb} "
        f"на {counted(abs(change), POINTS)} "
        f"(было {before.total}, стало {plan.material.result.total})."
    )


def _percent(value: int, maximum: int) -> str:
    return str(round(100 * value / maximum)) if maximum else "–"


def _change(difference: int) -> str:
    return f"+{difference}" if difference > 0 else str(difference).replace("-", "−")


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"– {text}" for text in texts) or "–"
