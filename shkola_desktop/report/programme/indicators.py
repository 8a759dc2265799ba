"""Section «Критерии и показатели»: base value and a target for every year."""

from shkola_desktop.domain.expectations import Expectation
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.scoring import Result
from shkola_desktop.report.document import Block, Column, Row, RowKind, Table
from shkola_desktop.report.programme.plan import Plan

YEARS_WIDTH = 36
"""Share of the table that the years divide among them."""


def indicators(plan: Plan) -> tuple[Block, ...]:
    """Return the table of targets: points of the self-diagnosis, deficits, measures."""
    years = tuple(plan.programme.years)
    base = plan.material.diagnosis.year
    columns = (
        Column("№", 9, centred=True),
        Column("Показатель", 38),
        Column("Код", 7, centred=True),
        Column(f"База {base}", 10, centred=True),
        *(Column(str(year), YEARS_WIDTH / len(years), centred=True) for year in years),
    )
    results = tuple(plan.until(year) for year in years)
    rows = [*_general(plan, years, results)]
    for direction in plan.directions:
        rows.append(_direction(plan, direction, results))
        found = [e for e in plan.expected if e.deficit.direction == direction.code]
        rows.extend(_indicator(e, years) for e in found)
    return (
        *plan.said(
            "indicators.opening",
            "Единица измерения – баллы самодиагностики, если не указана другая; "
            "источник данных – ежегодная самодиагностика и отчёты кураторов; "
            "ответственный – куратор направления. Выделены суммы по направлениям, "
            "под ними – показатели, по которым работает Программа.",
        ),
        Table(columns, tuple(rows), "Показатели реализации Программы по годам"),
        *_own(plan, years),
    )


def _own(plan: Plan, years: tuple[int, ...]) -> tuple[Block, ...]:
    """Return the school's own targets; a value that is not given gets a dash."""
    targets = plan.programme.targets
    if not targets:
        return ()
    columns = (
        Column("№", 5, centred=True),
        Column("Показатель", 24),
        Column("Ед.", 8, centred=True),
        Column("База", 8, centred=True),
        *(Column(str(year), YEARS_WIDTH / len(years), centred=True) for year in years),
        Column("Источник данных, ответственный", 19),
    )
    rows = tuple(_target(n, target, years) for n, target in enumerate(targets, 1))
    return (
        *plan.said(
            "indicators.own",
            "Целевые показатели, которые ОО установила сама, дополняют показатели "
            "самодиагностики.",
        ),
        Table(columns, rows, "Целевые показатели ОО по годам"),
    )


def _target(number: int, target: Target, years: tuple[int, ...]) -> Row:
    given = (*target.values, *[""] * len(years))[: len(years)]
    told = "\n".join(part for part in (target.source, target.responsible) if part)
    cells = (target.name, target.unit, target.baseline, *given, told)
    return Row((str(number), *(cell.strip() or "–" for cell in cells)))


def _general(
    plan: Plan, years: tuple[int, ...], results: tuple[Result, ...]
) -> tuple[Row, ...]:
    total = str(plan.material.result.total)
    planned = (str(result.total) for result in results)
    closed = (str(sum(e.year <= year for e in plan.expected)) for year in years)
    whole = ("100" for _ in years)
    return (
        Row(("", "Сумма баллов, всего", "", total, *planned), RowKind.GROUP),
        Row(("", "Устранено дефицитов с начала Программы, ед.", "", "0", *closed)),
        Row(("", "Выполнено мероприятий года, %", "", "–", *whole)),
    )


def _direction(plan: Plan, direction: Direction, results: tuple[Result, ...]) -> Row:
    planned = (
        str(next(d.score for d in result.directions if d.code == direction.code))
        for result in results
    )
    now = str(plan.scores[direction.code].score)
    return Row(("", direction.name, "", now, *planned), RowKind.GROUP)


def _indicator(expected: Expectation, years: tuple[int, ...]) -> Row:
    planned = (
        str((expected.planned if year >= expected.year else expected.now).points)
        for year in years
    )
    code = expected.deficit.code
    indicator = expected.indicator
    now = str(expected.now.points)
    return Row((indicator.code, indicator.name, code, now, *planned))
