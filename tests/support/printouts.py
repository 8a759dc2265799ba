"""Printouts of the official service as they are assumed to be, in three formats."""

import io
from collections.abc import Mapping
from html import escape
from pathlib import Path
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from shkola_desktop.domain.form import Form
from shkola_desktop.domain.scoring import score

HEADS = ("№", "Показатель оценивания", "Значение показателя", "Балльная оценка")
FONTS = Path(__file__).parents[2] / "resources" / "fonts"
WIDTHS = (5, 40, 34, 9)
"""Characters of the columns of a text."""


def printed(form: Form, options: Mapping[str, str]):
    """Return heading lines and rows; a row of one cell stands across the table."""
    result = score(form, options)
    level = result.level.level.name.upper() if result.level else "НЕТ"
    lines = [
        "Самодиагностика проекта «Школа Минпросвещения России»",
        form.title,
        f"Сумма баллов за весь тест: {result.total}",
        f"Уровень: {level}",
    ]
    rows: list[tuple[str, ...]] = []
    for number, direction in enumerate(form.directions, start=1):
        kind = form.edition.direction_kinds[direction.kind]
        rows.append((f"{kind} «{direction.name}»",))
        for place, indicator in enumerate(direction.indicators, start=1):
            mark = " (критический показатель)" if indicator.critical else ""
            taken = indicator.option(options.get(indicator.code, ""))
            rows.append(
                (
                    f"{number}.{place}",
                    indicator.name + mark,
                    taken.text if taken else "",
                    str(taken.points) if taken else "",
                )
            )
    return lines, rows


def as_html(lines, rows) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    cells = "".join(
        f"<tr><td colspan=4><b>{escape(row[0])}</b></td></tr>"
        if len(row) == 1
        else "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head>"
        f"<body>{body}<table border=1><tr>{heads}</tr>{cells}</table></body></html>"
    )


def as_tabs(lines, rows) -> str:
    return "\n".join([*lines, "\t".join(HEADS), *("\t".join(row) for row in rows)])


def as_laid_out(lines, rows) -> str:
    """Columns by spaces, cells wrapped, an empty line between rows."""
    text = ["\n".join(lines), "", _laid(HEADS)]
    text.extend(row[0] if len(row) == 1 else _laid(row) for row in rows)
    return "\n\n".join(text)


def as_drawn(lines, rows) -> str:
    """Columns between strokes, a rule under every row."""
    rule = "+" + "+".join("-" * (width + 2) for width in WIDTHS) + "+"
    text = [*lines, rule, _laid(HEADS, "| ", " | ", " |"), rule]
    for row in rows:
        cells = row if len(row) > 1 else (row[0], "", "", "")
        text.append(
            f"| {row[0]} |" if len(row) == 1 else _laid(cells, "| ", " | ", " |")
        )
        text.append(rule)
    return "\n".join(text)


def as_lines(lines, rows) -> str:
    """Every cell on a line of its own, as browsers save a page as text."""
    return "\n".join([*lines, *HEADS, *(cell for row in rows for cell in row)])


def as_pdf(lines, rows, *, middle: bool = False, repeat: int = 1) -> bytes:
    if "Printed" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Printed", str(FONTS / "Tinos-Regular.ttf")))
    style = ParagraphStyle("p", fontName="Printed", fontSize=9, leading=11)

    def cell(words):
        return Paragraph(escape(words), style)

    across = [n for n, row in enumerate(rows, start=1) if len(row) == 1]
    data = [[cell(h) for h in HEADS]]
    data.extend(
        [cell(c) for c in (row if len(row) > 1 else (*row, "", "", ""))] for row in rows
    )
    commands = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP"),
        *(("SPAN", (0, n), (-1, n)) for n in across),
    ]
    table = Table(data, [35, 240, 180, 60], repeatRows=repeat, style=commands)
    target = io.BytesIO()
    heading = [cell(line) for line in lines]
    SimpleDocTemplate(target, pagesize=A4, leftMargin=36, rightMargin=36).build(
        [*heading, table]
    )
    return target.getvalue()


def _laid(cells, start="", between="  ", end="") -> str:
    columns = [
        wrap(cell, width) or [""] for cell, width in zip(cells, WIDTHS, strict=True)
    ]
    high = max(map(len, columns))
    return "\n".join(
        start
        + between.join(
            (column[n] if n < len(column) else "").ljust(width)
            for column, width in zip(columns, WIDTHS, strict=True)
        )
        + end
        for n in range(high)
    )
