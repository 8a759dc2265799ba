"""Section «Критерии и показатели»: base value and a target for every year."""

from shkola_desktop.domain.expectations import Expectation
from shkola_desktop.report.document import Block, Column, Paragraph, Row, RowKind, Table
from shkola_desktop.report.programme.plan import Plan


def indicators(plan: Plan) -> tuple[Block, ...]:
    """Return the table of targets; every value is in points of the self-diagnosis."""
    years = tuple(plan.programme.years)
    base = plan.material.diagnosis.year
    columns = (
        Column("№", 9, centred=True),
        Column("Показатель", 36),
        Column("Код", 7, centred=True),
        Column(f"База {base}", 10, centred=True),
        *(Column(str(year), 38 / len(years), centred=True) for year in years),
    )
    rows = [_total(plan, years)]
    for direction in plan.directions:
        rows.append(_direction(plan, direction.code, direction.name, years))
        found = [e for e in plan.expected if e.deficit.direction == direction.code]
        rows.extend(_indicator(e, years) for e in found)
    return (
        Paragraph(
            "Единица измерения – баллы самодиагностики, источник данных – ежегодная "
            "самодиагностика, ответственный – куратор направления. Выделены суммы "
            "по направлениям, под ними – показатели, по которым работает Программа."
        ),
        Table(columns, tuple(rows), "Показатели реализации Программы по годам"),
    )


def _total(plan: Plan, years: tuple[int, ...]) -> Row:
    return Row(
        (
            "",
            "Сумма баллов, всего",
            "",
            str(plan.material.result.total),
            *(str(plan.until(year).total) for year in years),
        ),
        RowKind.TOTAL,
    )


def _direction(plan: Plan, code: str, name: str, years: tuple[int, ...]) -> Row:
    planned = [
        str(next(d.score for d in plan.until(year).directions if d.code == code))
        for year in years
    ]
    now = next(d for d in plan.material.result.directions if d.code == code)
    return Row(("", name, "", str(now.score), *planned), RowKind.TOTAL)


def _indicator(expected: Expectation, years: tuple[int, ...]) -> Row:
    planned = [
        str((expected.planned if year >= expected.year else expected.now).points)
        for year in years
    ]
    code = expected.deficit.code
    indicator = expected.indicator
    now = str(expected.now.points)
    return Row((indicator.code, indicator.name, code, now, *planned))
