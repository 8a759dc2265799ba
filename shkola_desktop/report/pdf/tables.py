"""Tables of blocks → tables of ReportLab: cells and lines."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# ReportLab's stubs know half of it.

from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Table as Grid

from shkola_desktop.report.document import Column, Row, RowKind, Table
from shkola_desktop.report.pdf.fonts import FAMILY
from shkola_desktop.report.pdf.hyphenation import SHORTEST_IN_HEADS
from shkola_desktop.report.pdf.paragraphs import Paragraphs
from shkola_desktop.report.pdf.styles import Styles
from shkola_desktop.report.pdf.text import Text
from shkola_desktop.report.table_rows import (
    ACROSS,
    BOLD,
    HEAD_FILL,
    SECTION_FILL,
    is_item,
)

LINE = 0.4


def grid(table: Table, styles: Styles, width: float, paragraphs: Paragraphs) -> Grid:
    """Return the table of ReportLab; a column's width is its share of the whole."""
    return _Cells(styles, paragraphs).grid(table, width)


class _Cells:
    def __init__(self, styles: Styles, paragraphs: Paragraphs) -> None:
        self._styles = styles
        self._paragraphs = paragraphs

    def grid(self, table: Table, width: float) -> Grid:
        whole = sum(column.width for column in table.columns)
        widths = [width * column.width / whole for column in table.columns]
        rows = [self._row(row, table.columns) for row in table.rows]
        if not table.headless:
            rows.insert(0, [self._head(column.title) for column in table.columns])
        heads = 0 if table.headless else 1
        return Grid(rows, colWidths=widths, repeatRows=heads, style=_marks(table))

    def _head(self, title: str) -> Text:
        style = self._styles.head_cell
        return self._paragraphs.broken(title, style, shortest=SHORTEST_IN_HEADS)

    def _row(self, row: Row, columns: tuple[Column, ...]) -> list[Any]:
        if row.kind in ACROSS:
            known = self._styles
            section = row.kind is RowKind.SECTION
            style = known.section_cell if section else known.subsection_cell
            first = self._paragraphs.broken(row.cells[0], style)
            return [first, *[""] * (len(columns) - 1)]
        return [
            self._cell(cell, self._style(column, bold=row.kind in BOLD))
            for cell, column in zip(row.cells, columns, strict=True)
        ]

    def _style(self, column: Column, *, bold: bool) -> ParagraphStyle:
        known = self._styles
        if bold:
            return known.head_cell if column.centred else known.section_cell
        return known.centred_cell if column.centred else known.cell

    def _cell(self, text: str, style: ParagraphStyle) -> Any:
        """Return a paragraph for each line; a line may be the item of a list.

        Not one paragraph with breaks: there ReportLab lets the rest of a hyphenated
        word run out of the cell.
        """
        known = self._styles
        listing = style is known.cell
        return [
            self._paragraphs.broken(
                line, known.item_cell if listing and is_item(line) else style
            )
            for line in text.split("\n")
        ]


def _marks(table: Table) -> list[tuple[Any, ...]]:
    marks: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), LINE, black),
        ("FONTNAME", (0, 0), (-1, -1), FAMILY),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    heads = 0 if table.headless else 1
    if heads:
        marks += [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(f"#{HEAD_FILL}")),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ]
    for number, row in enumerate(table.rows, start=heads):
        if row.kind in ACROSS:
            marks.append(("SPAN", (0, number), (-1, number)))
        if row.kind is RowKind.SECTION:
            fill = HexColor(f"#{SECTION_FILL}")
            marks.append(("BACKGROUND", (0, number), (-1, number), fill))
    return marks
