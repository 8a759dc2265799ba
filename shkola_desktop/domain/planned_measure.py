"""A measure of the road map: what execution and programme both speak of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Мероприятие of the road map, from the bank or the school's own."""

    id: str
    text: str
    result: str
    indicator: str
    responsible: str
    term: str
    resource: str
    finance: str = ""
    bank_id: str | None = None
