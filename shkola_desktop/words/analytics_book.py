"""The analytics as a workbook: every table with real numbers, to be filtered."""

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import DirectionAverage, Mark
from shkola_desktop.domain.ids import DirectionCode, LevelId
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from shkola_desktop.domain.sheets import Cell, CellKind, Column, SheetTable, Workbook
from shkola_desktop.words.analytics import (
    WHOLE,
    counted_words,
    footnotes,
    level_columns,
    scope_words,
)
from shkola_desktop.words.russian import capital
from shkola_desktop.words.standings import STANDINGS_OF_MANY

MAP, AVERAGES, LEVELS = "Школы и направления", "Средние", "Уровни"
DEFICITS, YEARS, CHANGES = "Дефициты", "По годам", "Изменения"
DISTRICTS, HANDING_IN = "Районы", "Сдача"
YES = "да"
SHARE, POINTS, OF = "доля", "баллы", "из"


def analytics_book(analysis: Analysis) -> Workbook:
    """Return the workbook of an analysis, a sheet for each of its tables."""
    tables = [
        schools_table(analysis),
        _averages(analysis),
        _levels(analysis),
        _deficits(analysis),
        _years(analysis),
        _changes(analysis),
        _handing_in(analysis),
    ]
    if analysis.region:
        tables.append(_districts(analysis))
    return Workbook(title(analysis), tuple(tables))


def title(analysis: Analysis) -> str:
    """Return «Аналитика самодиагностики 2026 года. Кедровский район»."""
    year = analysis.scope.year
    return f"Аналитика самодиагностики {year} года. {scope_words(analysis)}"


def schools_table(analysis: Analysis) -> SheetTable:
    """Return the heat map as a table: what can be reckoned with further."""
    columns = [
        Column("Код", 12),
        Column("Школа", 34),
        Column("Район", 28),
        Column("Населённый пункт", 22),
        Column("Обучающихся", 12, CellKind.WHOLE),
        Column("Место", 8, CellKind.WHOLE),
    ]
    codes = (TOTAL, *analysis.names)
    for code in codes:
        name = _name(analysis, code)
        columns += [
            Column(f"{name}: {SHARE}", 12, CellKind.SHARE),
            Column(f"{name}: {POINTS}", 9, CellKind.WHOLE),
            Column(f"{name}: {OF}", 9, CellKind.WHOLE),
        ]
    columns.append(Column("Обнулено", 24))
    rows: list[tuple[Cell, ...]] = []
    for school in analysis.marks:
        cells: list[Cell] = [
            school.code,
            school.name,
            school.district,
            school.settlement,
            school.pupils,
            analysis.places.get(school.school),
        ]
        for code in codes:
            cells += _cells(school.marks.get(code))
        zeroed = [
            analysis.names[c]
            for c in analysis.names
            if c in school.marks and school.marks[c].zeroed
        ]
        rows.append((*cells, ", ".join(zeroed)))
    return _table(analysis, MAP, tuple(columns), tuple(rows))


def _averages(analysis: Analysis) -> SheetTable:
    columns = (
        Column("Направление", 34),
        Column("Школ", 8, CellKind.WHOLE),
        Column("Средняя доля", 12, CellKind.SHARE),
        Column("Наименьшая", 12, CellKind.SHARE),
        Column("Наибольшая", 12, CellKind.SHARE),
        Column("Обнулено школ", 12, CellKind.WHOLE),
    )
    rows = tuple(
        (_name(analysis, a.direction), *_average(a)) for a in analysis.averages
    )
    return _table(analysis, AVERAGES, columns, rows)


def _levels(analysis: Analysis) -> SheetTable:
    levels = level_columns(analysis)
    columns = (
        Column("Направление", 34),
        *(Column(capital(name), 14, CellKind.WHOLE) for _, name in levels),
    )
    rows = tuple(
        (
            _name(analysis, code),
            *(
                analysis.at_level(code, None if level is None else LevelId(level))
                for level, _ in levels
            ),
        )
        for code in (TOTAL, *analysis.names)
    )
    return _table(analysis, LEVELS, columns, rows)


def _deficits(analysis: Analysis) -> SheetTable:
    columns = (
        Column("Показатель", 10),
        Column("Название", 60),
        Column("Направление", 28),
        Column("Критический", 12),
        Column("Школ с дефицитом", 12, CellKind.WHOLE),
        Column("Без баллов", 10, CellKind.WHOLE),
        Column("Школ, которых спрашивают", 14, CellKind.WHOLE),
        Column("Доля", 9, CellKind.SHARE),
        Column("Мероприятия из банка", 70),
    )
    rows = tuple(
        (
            deficit.indicator,
            deficit.name,
            analysis.names.get(deficit.direction, deficit.direction),
            YES if deficit.critical else "",
            deficit.schools,
            deficit.zeros,
            deficit.applicable,
            deficit.share,
            "\n".join(measure.text for measure in deficit.measures),
        )
        for deficit in analysis.deficits
    )
    return _table(analysis, DEFICITS, columns, rows)


def _years(analysis: Analysis) -> SheetTable:
    columns = (
        Column("Год", 8, CellKind.WHOLE),
        Column("Направление", 34),
        Column("Школ", 8, CellKind.WHOLE),
        Column("Средняя доля", 12, CellKind.SHARE),
    )
    rows = tuple(
        (one.year, _name(analysis, a.direction), a.schools, a.share)
        for one in analysis.history
        for a in one.averages
    )
    return _table(analysis, YEARS, columns, rows)


def _changes(analysis: Analysis) -> SheetTable:
    columns = (
        Column("С года", 8, CellKind.WHOLE),
        Column("По год", 8, CellKind.WHOLE),
        Column("Направление", 34),
        Column("Было", 10, CellKind.SHARE),
        Column("Стало", 10, CellKind.SHARE),
        Column("Изменение", 12, CellKind.SHARE),
        Column("Что сравнивается", 26),
    )
    rows = tuple(
        (
            pair.before,
            pair.now,
            _name(analysis, one.direction),
            one.before,
            one.now,
            one.gained,
            "всё направление" if one.whole else f"общих показателей: {one.indicators}",
        )
        for pair in analysis.changes
        for one in pair.changes
    )
    return _table(analysis, CHANGES, columns, rows)


def _handing_in(analysis: Analysis) -> SheetTable:
    columns = (
        Column("Район", 34),
        Column("Школ", 8, CellKind.WHOLE),
        *(Column(capital(STANDINGS_OF_MANY[s]), 13, CellKind.WHOLE) for s in Standing),
    )
    rows = tuple(
        (
            district.name,
            sum(found.values()),
            *(found.get(standing, 0) for standing in Standing),
        )
        for district in analysis.districts
        if (found := analysis.standings_by_district.get(district.code))
    )
    return _table(analysis, HANDING_IN, columns, rows)


def _districts(analysis: Analysis) -> SheetTable:
    names = {district.code: district.name for district in analysis.districts}
    columns = (
        Column("Код района", 10),
        Column("Район", 34),
        Column("Направление", 34),
        Column("Школ", 8, CellKind.WHOLE),
        Column("Средняя доля", 12, CellKind.SHARE),
        Column("Наименьшая", 12, CellKind.SHARE),
        Column("Наибольшая", 12, CellKind.SHARE),
        Column("Обнулено школ", 12, CellKind.WHOLE),
    )
    rows = tuple(
        (
            found.district,
            names.get(found.district, found.district),
            _name(analysis, found.average.direction),
            *_average(found.average),
        )
        for found in analysis.by_district
    )
    return _table(analysis, DISTRICTS, columns, rows)


def _average(average: DirectionAverage) -> tuple[Cell, ...]:
    return (
        average.schools,
        average.share,
        average.lowest,
        average.highest,
        average.zeroed,
    )


def _cells(mark: Mark | None) -> tuple[Cell, ...]:
    if mark is None:
        return (None, None, None)
    return (mark.share, mark.points, mark.maximum)


def _table(
    analysis: Analysis,
    name: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> SheetTable:
    preface = (title(analysis), f"{counted_words(analysis)}.", *footnotes(analysis))
    return SheetTable(name, columns, rows, preface, filtered=True)


def _name(analysis: Analysis, code: DirectionCode) -> str:
    return WHOLE if code == TOTAL else analysis.names.get(code, code)
