"""«Аналитическая справка» of a district or region, as such papers are written."""

from collections.abc import Sequence
from datetime import datetime

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import CommonDeficit, DirectionAverage
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.report.document import (
    Bar,
    BarChart,
    Block,
    Column,
    Document,
    Gap,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
    Turn,
)
from shkola_desktop.words import analytics_report as words
from shkola_desktop.words.analytics import (
    WHOLE,
    change,
    footnotes,
    level_columns,
    percent,
    percent_exact,
    scope_words,
)
from shkola_desktop.words.russian import capital, long_date

MAIN = 12
"""Deficits of a table: what a reader takes in."""
LISTED = 400
"""Schools listed one by one, about twenty pages; a larger region has its workbook."""
MORE = "Школ больше {most}, поимённо они есть в таблице Excel раздела «Аналитика»."
NOBODY = (
    "Завершённых самодиагностик за этот год нет, поэтому результаты не приводятся. "
    "Справку можно составить заново, когда школы сдадут самодиагностику."
)


def analytics_report(analysis: Analysis, made_at: datetime) -> Document:
    """Return the справка: state, results, levels, deficits, dynamics, conclusions."""
    year, office = analysis.scope.year, analysis.office
    title = f"Аналитическая справка по итогам самодиагностики {year} года"
    blocks: list[Block] = [
        Paragraph(office.name, Style.CENTRED),
        Gap(4),
        Paragraph("АНАЛИТИЧЕСКАЯ СПРАВКА", Style.TITLE),
        Paragraph(
            f"по итогам самодиагностики школ в {year} году\n{scope_words(analysis)}",
            Style.SUBTITLE,
        ),
        Heading("1. Участие школ"),
        Paragraph(words.overview_sentences(analysis)),
    ]
    if analysis.region:
        blocks += _standings(analysis)
    if analysis.counted:
        blocks += _results(analysis)
        blocks += _levels(analysis)
        blocks += _deficits(analysis)
        blocks += _years(analysis)
        blocks += _districts(analysis)
        blocks += _conclusions(analysis)
    else:
        blocks.append(Paragraph(NOBODY))
    blocks += [Paragraph(line, Style.SMALL) for line in footnotes(analysis)]
    blocks += signed(analysis, made_at)
    blocks += _schools(analysis)
    return Document(
        title=title,
        author=office.name,
        subject=scope_words(analysis),
        blocks=tuple(blocks),
    )


def signed(analysis: Analysis, made_at: datetime) -> list[Block]:
    """Return the date and who signs."""
    office = analysis.office
    day = long_date(made_at.astimezone().date())
    position = capital(office.head_position) or "Руководитель"
    line = f"{position} ____________________ {office.head}".rstrip()
    return [Gap(6), Paragraph(f"Дата: {day}\n\n{line}", Style.PLAIN)]


def _standings(analysis: Analysis) -> list[Block]:
    rows: list[Row] = []
    for district in analysis.districts:
        found = analysis.standings_by_district.get(district.code)
        if found:
            own = [d for d in analysis.by_district if d.district == district.code]
            done = next((d.average.schools for d in own), 0)
            cells = (str(sum(found.values())), str(done))
            rows.append(Row((district.name, *cells)))
    columns = (
        Column("Район", 60),
        Column("Школ", 20, centred=True),
        Column("Завершили", 20, centred=True),
    )
    return [Table(columns, tuple(rows), "Участие школ по районам")] if rows else []


def _results(analysis: Analysis) -> list[Block]:
    previous = analysis.changes[-1] if analysis.changes else None
    before = (
        {c.direction: c.before for c in previous.changes if c.whole}
        if previous is not None and previous.now == analysis.scope.year
        else {}
    )
    bars = tuple(
        Bar(
            label=analysis.names.get(average.direction, average.direction),
            value=round(1000 * average.share),
            maximum=1000,
            before=_thousandths(before.get(average.direction)),
            said=percent_exact(average.share),
        )
        for average in analysis.by_direction
    )
    caption = "Средняя доля от максимума по направлениям"
    if before and previous is not None:
        caption += f" (черта – {previous.before} год)"
    columns = (
        Column("Направление", 40),
        Column("Средняя доля", 15, centred=True),
        Column("Наименьшая", 15, centred=True),
        Column("Наибольшая", 15, centred=True),
        Column("Обнулено у школ", 15, centred=True),
    )
    rows = tuple(_average_row(analysis, a) for a in analysis.by_direction)
    total = analysis.total
    if total is not None:
        rows = (*rows, _average_row(analysis, total))
    return [
        Heading("2. Результаты по направлениям"),
        Paragraph(words.result_sentences(analysis)),
        Paragraph(words.zeroed_sentences(analysis)),
        BarChart(bars, caption),
        Table(columns, rows, "Результаты по направлениям"),
    ]


def _average_row(analysis: Analysis, average: DirectionAverage) -> Row:
    whole = average.direction == TOTAL
    cells = (
        _name(analysis, average.direction),
        percent_exact(average.share),
        percent(average.lowest),
        percent(average.highest),
        "–" if whole or not average.zeroed else str(average.zeroed),
    )
    return Row(cells, RowKind.TOTAL if whole else RowKind.PLAIN)


def _levels(analysis: Analysis) -> list[Block]:
    levels = level_columns(analysis)
    if not levels:
        return []
    width = 64 / len(levels)
    columns = (
        Column("Направление", 36),
        *(Column(capital(name), width, centred=True) for _, name in levels),
    )
    rows = tuple(
        Row(
            (
                _name(analysis, code),
                *(
                    str(analysis.at_level(code, level))  # type: ignore[arg-type]
                    for level, _ in levels
                ),
            ),
            RowKind.TOTAL if code == TOTAL else RowKind.PLAIN,
        )
        for code in (*analysis.names, TOTAL)
    )
    return [
        Heading("3. Уровни школ"),
        Paragraph(words.level_sentences(analysis)),
        Table(columns, rows, "Число школ по уровням"),
    ]


def _deficits(analysis: Analysis) -> list[Block]:
    blocks: list[Block] = [
        Heading("4. Дефициты"),
        Paragraph(words.deficit_sentences(analysis)),
    ]
    pairs = (
        (analysis.critical[:MAIN], "Критические показатели, по которым нет баллов"),
        (analysis.frequent[:MAIN], "Самые частые дефициты"),
    )
    for found, caption in pairs:
        if found:
            blocks.append(_deficit_table(analysis, found, caption))
    return blocks


def _deficit_table(
    analysis: Analysis, found: Sequence[CommonDeficit], caption: str
) -> Table:
    columns = (
        Column("Код", 9, centred=True),
        Column("Показатель", 45),
        Column("Направление", 20),
        Column("Школ с дефицитом", 14, centred=True),
        Column("Без баллов", 12, centred=True),
    )
    rows = tuple(
        Row(
            (
                deficit.indicator,
                deficit.name,
                analysis.names.get(deficit.direction, ""),
                f"{deficit.schools} из {deficit.applicable}",
                str(deficit.zeros) if deficit.zeros else "–",
            )
        )
        for deficit in found
    )
    return Table(columns, rows, caption)


def _years(analysis: Analysis) -> list[Block]:
    if len(analysis.history) < 2:  # noqa: PLR2004  # one year has no dynamics
        return []
    blocks: list[Block] = [Heading("5. Динамика")]
    blocks += [
        Paragraph(sentences)
        for pair in analysis.changes
        if (sentences := words.change_sentences(analysis, pair))
    ]
    last = analysis.changes[-1] if analysis.changes else None
    if last is not None and last.changes:
        columns = (
            Column("Направление", 40),
            Column(str(last.before), 20, centred=True),
            Column(str(last.now), 20, centred=True),
            Column("Изменение", 20, centred=True),
        )
        rows = tuple(
            Row(
                (
                    _name(analysis, one.direction),
                    percent_exact(one.before),
                    percent_exact(one.now),
                    change(one.gained),
                )
            )
            for one in last.changes
        )
        caption = f"Изменение средней доли с {last.before} по {last.now} год"
        blocks.append(Table(columns, rows, caption))
    return blocks


def _districts(analysis: Analysis) -> list[Block]:
    totals = [d for d in analysis.by_district if d.average.direction == TOTAL]
    if not analysis.region or len(totals) < 2:  # noqa: PLR2004  # nothing to compare
        return []
    names = {district.code: district.name for district in analysis.districts}
    ordered = sorted(totals, key=lambda d: (-d.average.share, d.district))
    rows = tuple(
        Row(
            (
                names.get(found.district, found.district),
                str(found.average.schools),
                percent_exact(found.average.share),
                f"{percent(found.average.lowest)} – {percent(found.average.highest)}",
            )
        )
        for found in ordered
    )
    columns = (
        Column("Район", 46),
        Column("Школ", 14, centred=True),
        Column("Средняя доля", 20, centred=True),
        Column("От и до", 20, centred=True),
    )
    return [
        Heading("6. Районы"),
        Paragraph(words.district_sentences(analysis)),
        Table(columns, rows, "Районы по средней доле от максимума"),
    ]


def _conclusions(analysis: Analysis) -> list[Block]:
    found = words.conclusions(analysis)
    return [
        Heading("Выводы и предложения"),
        *(Paragraph(line, Style.BULLET) for line in found),
    ]


def _schools(analysis: Analysis) -> list[Block]:
    if not analysis.marks:
        return []
    heading = Heading("Приложение. Результаты школ")
    if len(analysis.marks) > LISTED:
        return [heading, Paragraph(MORE.format(most=LISTED))]
    codes = (TOTAL, *analysis.names)
    width = 66 / len(codes)
    columns = (
        Column("Место", 6, centred=True),
        Column("Школа", 28),
        Column("Всего", width, centred=True),
        *(Column(name, width, centred=True) for name in analysis.names.values()),
    )
    ordered = sorted(
        analysis.marks, key=lambda m: (analysis.places.get(m.school, 0), m.name)
    )
    rows = tuple(
        Row(
            (
                str(analysis.places.get(school.school, "")),
                school.name,
                *(
                    percent(school.marks[code].share) if code in school.marks else "–"
                    for code in codes
                ),
            )
        )
        for school in ordered
    )
    caption = "Доли от максимума по школам"
    return [Turn(landscape=True), heading, Table(columns, rows, caption)]


def _name(analysis: Analysis, code: DirectionCode) -> str:
    return WHOLE if code == TOTAL else analysis.names.get(code, code)


def _thousandths(share: float | None) -> int | None:
    return None if share is None else round(1000 * share)
