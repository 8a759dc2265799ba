"""The protocol of the self-diagnosis, in the official print form."""

from collections.abc import Mapping
from datetime import datetime

from shkola_desktop.domain.diagnosis import Diagnosis, Status, option_taken
from shkola_desktop.domain.form import Form, Indicator
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.school import School
from shkola_desktop.domain.scoring import Result
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
)
from shkola_desktop.words.levels import RECONSTRUCTION, footnote_for, level_name
from shkola_desktop.words.russian import INDICATORS, counted, long_date

COLUMNS = (
    Column("№", 8, centred=True),
    Column("Показатель оценивания", 46),
    Column("Значение показателя", 34),
    Column("Балльная оценка", 12, centred=True),
)
CRITICAL = " (критический показатель)"
NO_ANSWER = "нет ответа"


def protocol(
    school: School, form: Form, diagnosis: Diagnosis, result: Result, made_at: datetime
) -> Document:
    """Return the protocol of a diagnosis."""
    level = level_name(result.level)
    day = long_date(made_at.astimezone().date())
    blocks: list[Block] = [
        Paragraph(form.title, Style.TITLE),
        Paragraph(school.full_name, Style.CENTRED),
        Paragraph(f"{diagnosis.year} год", Style.CENTRED),
        Gap(3),
        Paragraph(f"Сумма баллов за весь тест: {result.total}", Style.LABEL),
        Paragraph(f"Уровень: {level.upper()}", Style.LABEL),
        *_state(diagnosis, result),
        *_notes(form, result),
        answers_table(form, diagnosis.options, result, foot=_foot(school, result, day)),
    ]
    return Document(
        title=f"Протокол самодиагностики, {diagnosis.year} год",
        author=school.short_name,
        subject=form.title,
        blocks=tuple(blocks),
    )


def answers_table(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    result: Result,
    caption: str = "",
    foot: tuple[Paragraph, ...] = (),
) -> Table:
    """Return the full table of indicators with the answers and points."""
    scores = {direction.code: direction for direction in result.directions}
    rows: list[Row] = []
    for direction in form.directions:
        kind = form.edition.direction_kinds.get(direction.kind, "")
        rows.append(Row((f"{kind} «{direction.name}»",), RowKind.SECTION))
        for criterion in direction.criteria:
            rows.append(Row((criterion.name,), RowKind.SUBSECTION))
            rows.extend(_row(indicator, options) for indicator in criterion.indicators)
        score = scores[direction.code]
        zeroed = (
            f" (обнулено критическим показателем, набрано {score.raw})"
            if score.zeroed_by
            else ""
        )
        label = f"Итого{zeroed}"
        reached = f"{score.score} из {score.maximum}"
        rows.append(Row(("", label, level_name(score.level), reached), RowKind.TOTAL))
    return Table(COLUMNS, tuple(rows), caption, foot=foot)


def _row(indicator: Indicator, options: Mapping[IndicatorCode, OptionId]) -> Row:
    taken = option_taken(indicator, options)
    name = indicator.name + (CRITICAL if indicator.critical else "")
    if taken is None:
        return Row((indicator.code, name, NO_ANSWER, "–"))
    return Row((indicator.code, name, taken.text, str(taken.points)))


def _state(diagnosis: Diagnosis, result: Result) -> list[Block]:
    if diagnosis.status is Status.COMPLETED and diagnosis.completed_at:
        day = long_date(diagnosis.completed_at.astimezone().date())
        return [Paragraph(f"Самодиагностика завершена {day}", Style.PLAIN)]
    if result.complete:
        return [Paragraph("Черновик: самодиагностика не завершена.", Style.PLAIN)]
    left = counted(len(result.missing), INDICATORS)
    text = f"Предварительный результат: без ответа {left}."
    return [Paragraph(text, Style.PLAIN)]


def _foot(school: School, result: Result, day: str) -> tuple[Paragraph, ...]:
    footnote = footnote_for(result)
    signature = f"Дата: {day}\n\nДиректор ____________________ {school.director}"
    return (
        *((Paragraph(footnote, Style.SMALL),) if footnote else ()),
        Paragraph(f"\n{signature}".rstrip(), Style.PLAIN),
    )


def _notes(form: Form, result: Result) -> list[Block]:
    texts = [footnote_for(result)]
    if form.edition.status == "reconstruction":
        texts.append(RECONSTRUCTION)
    return [Paragraph(text, Style.SMALL) for text in texts if text]
