"""What a file says of itself, and where it does not agree with the program."""

from collections.abc import Sequence
from typing import Protocol

from shkola_desktop.domain.printout import PrintedResult
from shkola_desktop.words.russian import POINTS, counted

OTHER_EDITION = (
    "Таблица сделана не из этой формы: взяты только строки, где совпали и код, и "
    "название показателя."
)
OTHER_VARIANT = (
    "В распечатке назван другой вид школы или другие программы. Проверьте, ваш ли это "
    "результат и верны ли сведения о школе в настройках."
)


class Difference(Protocol):
    """Points printed and points counted; no direction for the whole."""

    @property
    def direction(self) -> str: ...
    @property
    def printed(self) -> int: ...
    @property
    def computed(self) -> int: ...


class Table(Protocol):
    """What a filled-in workbook says of itself."""

    @property
    def other_edition(self) -> bool: ...
    @property
    def school(self) -> str: ...
    @property
    def year(self) -> str: ...


def table_facts(table: Table) -> tuple[str, ...]:
    """Return the school and the year that a workbook names."""
    told = ", ".join(
        part
        for part in (table.school, f"{table.year} год" if table.year else "")
        if part
    )
    return (told,) if told else ()


def table_warnings(table: Table, school: str) -> tuple[str, ...]:
    """Return what does not agree: another form, another school."""
    found: list[str] = []
    if table.other_edition:
        found.append(OTHER_EDITION)
    if table.school and table.school != school:
        found.append(f"Таблица сделана для другой школы: {table.school}.")
    return tuple(found)


def printout_facts(printed: PrintedResult) -> tuple[str, ...]:
    """Return what a printout says of the whole."""
    found = [f"Показателей в распечатке: {len(printed.answers)}"]
    if printed.total is not None:
        found.append(f"Сумма баллов в распечатке: {printed.total}")
    if printed.level:
        found.append(f"Уровень в распечатке: {printed.level}")
    return tuple(found)


def printout_warnings(
    other_variant: bool,  # noqa: FBT001  # one of two facts
    found: Sequence[Difference],
) -> tuple[str, ...]:
    """Return what does not agree: the variant of the school, sums of points."""
    told = [OTHER_VARIANT] if other_variant else []
    for one in found:
        where = f"«{one.direction}»: в" if one.direction else "В"
        printed, computed = counted(one.printed, POINTS), one.computed
        told.append(f"{where} распечатке {printed}, по узнанным ответам – {computed}.")
    if found:
        told.append(
            "Значит, какие-то строки не узнаны или форма считает иначе. Проверьте "
            "строки ниже."
        )
    return tuple(told)
