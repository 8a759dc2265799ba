"""The form to fill in on paper: every option with its points and a box."""

from datetime import datetime

from shkola_desktop.domain.form import Form, Indicator
from shkola_desktop.domain.school import School
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
from shkola_desktop.words.levels import RECONSTRUCTION
from shkola_desktop.words.russian import POINTS, counted, long_date

BOX = "□"
COLUMNS = (
    Column("№", 8, centred=True),
    Column("Показатель", 38),
    Column("Отметьте одно значение", 54),
)


def blank_form(school: School | None, form: Form, made_at: datetime) -> Document:
    """Return the blank form of a variant, for a school or without a name."""
    name = school.full_name if school else "_" * 60
    blocks: list[Block] = [
        Paragraph(form.title, Style.TITLE),
        Paragraph(name, Style.CENTRED),
        Paragraph(
            "Бланк для заполнения на бумаге. У каждого показателя отметьте одно "
            "значение; в скобках – баллы. Ноль по критическому показателю обнуляет "
            "всё направление.",
            Style.BODY,
        ),
    ]
    for direction in form.directions:
        kind = form.edition.direction_kinds.get(direction.kind, "")
        blocks.append(Paragraph(f"{kind} «{direction.name}»", Style.LABEL))
        blocks.append(
            Table(
                COLUMNS,
                tuple(
                    row
                    for criterion in direction.criteria
                    for row in (
                        Row((criterion.name,), RowKind.SUBSECTION),
                        *(_row(indicator) for indicator in criterion.indicators),
                    )
                ),
            )
        )
    blocks += [
        Gap(4),
        Paragraph(
            "Заполнил ____________________ / ____________________\n\n"
            "Дата «____» ______________ 20___ г.",
            Style.PLAIN,
        ),
    ]
    if form.edition.status == "reconstruction":
        blocks.append(Paragraph(RECONSTRUCTION, Style.SMALL))
    day = long_date(made_at.astimezone().date())
    blocks.append(Paragraph(f"Бланк подготовлен {day}", Style.SMALL))
    return Document(
        title="Бланк самодиагностики",
        author=school.short_name if school else "",
        subject=form.title,
        blocks=tuple(blocks),
    )


def _row(indicator: Indicator) -> Row:
    mark = "\nКРИТИЧЕСКИЙ" if indicator.critical else ""
    options = "\n".join(
        f"{BOX} {option.text} ({counted(option.points, POINTS)})"
        for option in indicator.options
    )
    return Row((indicator.code, indicator.name + mark, options))
