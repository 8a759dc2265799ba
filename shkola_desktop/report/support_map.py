"""«Дорожная карта поддержки»: what an office does about the common deficits."""

from datetime import datetime

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import CommonDeficit
from shkola_desktop.report.analytics_report import signed
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
    Turn,
)
from shkola_desktop.words.analytics import deficit_words, footnotes, scope_words
from shkola_desktop.words.analytics_report import SUPPORT, mentors
from shkola_desktop.words.russian import capital, itemised, sentence

CRITICAL_ROWS, FREQUENT_ROWS = 10, 12
"""Deficits of each part: more than an office can follow in a year is no plan."""
MEASURES = 2
"""Measures named for a deficit: the cheapest of the bank."""
COLUMNS = (
    Column("№", 4, centred=True),
    Column("Дефицит", 25),
    Column("Что делают школы", 27),
    Column("Чем помогает управление", 19),
    Column("Школы-наставники", 14),
    Column("Срок", 11, centred=True),
)
NOTHING = "Общих дефицитов не найдено: план поддержки по ним не требуется."
OPENING = (
    "План составлен по дефицитам, общим для школ: сначала критические показатели без "
    "баллов, потом самые частые. Мероприятия взяты из банка мероприятий, первыми "
    "названы те, что не требуют денег. Наставники – школы с наибольшей долей по "
    "направлению; с ними участие нужно согласовать."
)
OWN = "Определить вместе со школами: в банке мероприятий готового нет."


def support_map(analysis: Analysis, made_at: datetime) -> Document:
    """Return the road map on landscape pages."""
    year, office = analysis.scope.year, analysis.office
    blocks: list[Block] = [
        Turn(landscape=True),
        Paragraph(office.name, Style.CENTRED),
        Gap(2),
        Paragraph("ДОРОЖНАЯ КАРТА ПОДДЕРЖКИ ШКОЛ", Style.TITLE),
        Paragraph(
            f"на {year + 1} год по итогам самодиагностики {year} года\n"
            f"{scope_words(analysis)}",
            Style.SUBTITLE,
        ),
    ]
    rows = _rows(analysis)
    blocks += (
        [Paragraph(OPENING), Table(COLUMNS, rows)] if rows else [Paragraph(NOTHING)]
    )
    blocks += [Paragraph(line, Style.SMALL) for line in footnotes(analysis)]
    blocks += signed(analysis, made_at)
    return Document(
        title=f"Дорожная карта поддержки школ на {year + 1} год",
        author=office.name,
        subject=scope_words(analysis),
        blocks=tuple(blocks),
    )


def _rows(analysis: Analysis) -> tuple[Row, ...]:
    critical = analysis.critical[:CRITICAL_ROWS]
    chosen = {(d.indicator, d.name) for d in critical}
    frequent = [d for d in analysis.frequent if (d.indicator, d.name) not in chosen]
    year = analysis.scope.year + 1
    parts = (
        ("Критические показатели без баллов", critical, f"июнь {year} г."),
        ("Самые частые дефициты", frequent[:FREQUENT_ROWS], f"декабрь {year} г."),
    )
    rows: list[Row] = []
    number = 0
    for heading, found, term in parts:
        if found:
            rows.append(Row((heading,), RowKind.SECTION))
        for deficit in found:
            number += 1
            rows.append(_row(analysis, number, deficit, term))
    return tuple(rows)


def _row(analysis: Analysis, number: int, deficit: CommonDeficit, term: str) -> Row:
    measures = deficit.measures[:MEASURES]
    helps = dict.fromkeys(SUPPORT[measure.resource] for measure in measures)
    direction = analysis.names.get(deficit.direction, "")
    return Row(
        (
            str(number),
            f"{deficit.name}\n{direction}. {deficit_words(deficit)}.",
            itemised(sentence(m.text) for m in measures) if measures else OWN,
            capital("; ".join(helps)) if helps else capital(SUPPORT["none"]),
            mentors(analysis, deficit),
            term,
        )
    )
