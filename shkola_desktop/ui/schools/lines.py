"""The registry in words: lines of the tables, how far somebody is connected."""

from collections import Counter
from collections.abc import Iterator, Sequence

from shkola_desktop.app.exchange.enrolling import Enrolled
from shkola_desktop.app.registry import (
    RegisteredDistrict,
    RegisteredSchool,
    RegistryPreview,
)
from shkola_desktop.domain.registry import Change, RegistryLine
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.widgets.rows_model import Line
from shkola_desktop.words.registry_book import HEADINGS
from shkola_desktop.words.standings import STANDINGS

SCHOOL_HEADINGS = ("Школа", "Населённый пункт", "Код", "Самодиагностика", "Подключение")
DISTRICT_HEADINGS = ("Район", "Код", "Школ", "Сдали", "Приняты", "Подключение")
PREVIEW_HEADINGS = ("Строка", "Код", "Школа", "Что изменится")
HANDED_IN = frozenset({Standing.HANDED_IN, Standing.RETURNED, Standing.ACCEPTED})


def connection(one: Enrolled | None) -> str:
    """Return how far a school or district is connected."""
    if one is None:
        return "через район"
    if one.keys_known:
        return "подключена, ключ известен"
    return "пакет записан, ждём ответ" if one.written else "не подключена"


def school_lines(
    found: Sequence[RegisteredSchool], searched: str, standing: Standing | None
) -> tuple[Line, ...]:
    """Return the schools that hold the words searched for and have a standing."""
    return tuple(_school_lines(found, searched.casefold().split(), standing))


def _school_lines(
    found: Sequence[RegisteredSchool], wanted: list[str], standing: Standing | None
) -> Iterator[Line]:
    for one in found:
        school = one.state.school
        if standing is not None and one.state.standing is not standing:
            continue
        hay = f"{school.short_name} {school.settlement} {school.code}".casefold()
        if all(word in hay for word in wanted):
            cells = (
                school.short_name,
                school.settlement,
                school.code,
                STANDINGS[one.state.standing],
                connection(one.enrolled),
            )
            yield Line(school.id, cells)


def district_lines(
    found: Sequence[RegisteredDistrict], searched: str
) -> tuple[Line, ...]:
    """Return the districts that hold the words searched for."""
    wanted = searched.casefold().split()
    lines: list[Line] = []
    for one in found:
        office = one.office
        hay = f"{office.name} {office.code}".casefold()
        if not all(word in hay for word in wanted):
            continue
        counts = Counter(state.standing for state in one.schools)
        handed = sum(counts[standing] for standing in HANDED_IN)
        told = connection(one.enrolled).replace("подключена", "подключён")
        cells = (
            office.name,
            office.code,
            str(len(one.schools)),
            str(handed),
            str(counts[Standing.ACCEPTED]),
            told,
        )
        lines.append(Line(office.code, cells))
    return tuple(lines)


def preview_lines(preview: RegistryPreview) -> tuple[Line, ...]:
    """Return the rows of a file that change something."""
    return tuple(
        Line(line.school.code, _preview_cells(line))
        for line in preview.lines
        if line.change is not Change.SAME and line.alike is None
    )


def twin_words(line: RegistryLine) -> str:
    """Return the question about a school that may be there already."""
    school, twin = line.school, line.alike
    known = f"{twin.short_name} (код {twin.code})" if twin is not None else ""
    return f"{school.short_name} (код {school.code}) похожа на: {known}"


def _preview_cells(line: RegistryLine) -> tuple[str, ...]:
    if line.change is Change.NEW:
        told = "новая школа"
    else:
        told = ", ".join(HEADINGS.get(f, f) for f in line.fields)
    return (line.place, line.school.code, line.school.short_name, told)
