"""Section «Дорожная карта»: every measure with term, person, result, resource."""

from collections.abc import Iterator

from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.report.document import Block, Column, Paragraph, Row, RowKind, Table
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import resource, term

COLUMNS = (
    Column("№", 5, centred=True),
    Column("Код", 5, centred=True),
    Column("Мероприятие", 34),
    Column("Срок", 14),
    Column("Ответственный исполнитель", 14),
    Column("Ожидаемый результат, показатель", 17),
    Column("Ресурс", 11),
)


def roadmap(plan: Plan) -> tuple[Block, ...]:
    """Return the road map: common measures first, then direction by direction."""
    return (
        Paragraph(
            "Код связывает мероприятие с дефицитом; мероприятия без кода общие для "
            "всей Программы."
        ),
        Table(COLUMNS, tuple(_rows(plan)), "Дорожная карта"),
    )


def _rows(plan: Plan) -> Iterator[Row]:
    number = 0
    yield Row(("Общие мероприятия",), RowKind.SECTION)
    for common in plan.material.bank.cross_cutting:
        number += 1
        yield _common_row(number, common, plan)
    for direction in plan.directions:
        yield Row((direction.name,), RowKind.SECTION)
        measures = [
            (deficit, measure)
            for deficit in plan.included(direction.code)
            for measure in deficit.measures
        ]
        if not measures:
            text = "Сохранение уровня: текущая работа направления."
            yield Row((text,), RowKind.SUBSECTION)
        for deficit, measure in measures:
            number += 1
            yield Row(
                (
                    str(number),
                    deficit.code,
                    measure.text,
                    term(measure.term, plan.programme),
                    measure.responsible,
                    _outcome(measure.result, measure.indicator),
                    measure.finance or resource(measure.resource),
                )
            )


def _common_row(number: int, measure: BankMeasure, plan: Plan) -> Row:
    return Row(
        (
            str(number),
            "–",
            measure.text,
            term(measure.term, plan.programme),
            measure.responsible,
            _outcome(measure.result, measure.indicator),
            resource(measure.resource),
        )
    )


def _outcome(result: str, indicator: str) -> str:
    return "\n".join(part for part in (result, indicator) if part)
