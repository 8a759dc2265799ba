"""Section «Дорожная карта»: every measure with term, person, result, resource."""

from collections.abc import Iterator

from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.report.document import Block, Column, Row, RowKind, Table
from shkola_desktop.report.programme.plan import Plan, Planned
from shkola_desktop.words.plans import resource_short, term

COLUMNS = (
    Column("№", 4, centred=True),
    Column("Код", 6, centred=True),
    Column("Мероприятие", 34),
    Column("Срок", 14),
    Column("Ответственный исполнитель", 14),
    Column("Ожидаемый результат, показатель", 18),
    Column("Доп. ресурс", 10),
)
OPENING = (
    "Код связывает мероприятие с дефицитом; мероприятия без кода общие для всей "
    "Программы. Дополнительный ресурс – то, что нужно сверх обычной работы школы."
)


def roadmap(plan: Plan) -> tuple[Block, ...]:
    """Return the road map: common measures first, then direction by direction."""
    return (
        *plan.said("roadmap.opening", OPENING),
        road_table(plan, "Дорожная карта"),
    )


def road_table(plan: Plan, caption: str = "") -> Table:
    """Return the table alone: it is printed as a document of its own, too."""
    return Table(COLUMNS, tuple(_rows(plan)), caption)


def _rows(plan: Plan) -> Iterator[Row]:
    number = 0
    yield Row(("Общие мероприятия",), RowKind.SECTION)
    for common in plan.material.bank.cross_cutting:
        number += 1
        yield _common_row(number, common, plan)
    for direction in plan.directions:
        yield Row((direction.name,), RowKind.SECTION)
        measures = plan.measures(direction.code)
        if not measures:
            yield Row((_nothing(plan, direction.code),), RowKind.SUBSECTION)
        for planned in measures:
            number += 1
            yield _row(number, planned, plan)


def _nothing(plan: Plan, direction: str) -> str:
    if any(deficit.direction == direction for deficit in plan.programme.included):
        return "Мероприятия не запланированы."
    return "Сохранение уровня: текущая работа направления."


def _row(number: int, planned: Planned, plan: Plan) -> Row:
    measure = planned.measure
    return Row(
        (
            str(number),
            ", ".join(planned.codes),
            measure.text,
            term(measure.term, plan.programme),
            measure.responsible,
            _outcome(measure.result, measure.indicator),
            measure.finance or resource_short(measure.resource),
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
            resource_short(measure.resource),
        )
    )


def _outcome(result: str, indicator: str) -> str:
    return "\n".join(part for part in (result, indicator) if part)
