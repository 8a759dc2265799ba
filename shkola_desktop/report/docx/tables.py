"""Tables of blocks → tables of Word: a repeated head, rows that stay whole."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# ReportLab's stubs know half of it.

import re
from math import ceil

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from shkola_desktop.report.document import Approvals, Column, Row, RowKind, Table
from shkola_desktop.report.docx import styles
from shkola_desktop.report.docx.elements import Element, element, twips, when
from shkola_desktop.report.docx.paragraphs import Apart, paragraph, plain
from shkola_desktop.report.pdf.hyphenation import softened
from shkola_desktop.report.pdf.styles import Styles
from shkola_desktop.report.table_rows import (
    ACROSS,
    BOLD,
    HEAD_FILL,
    SECTION_FILL,
    held,
    is_item,
)

DASH = "– "
LETTER = 0.5
"""Width of a letter in sizes of the font, on the safe side."""
GIANT = 0.5
"""A row that may be higher than this share of a page is allowed to break inside."""
PADDING = 8
"""Points of a cell's width without text."""
SIGN_GAP = 10
"""Points between two approvals."""
SIGNED = Apart(keep_next=True, after=3)
HELD = Apart(keep_next=True)
_CHUNK = re.compile(r"[^ \n]{8,}")
"""What no line is broken in, if it is not hyphenated."""


def table_element(table: Table, frame: tuple[float, float], sheet: Styles) -> Element:
    """Return the table; a column's width is its share of the frame's, in points."""
    return _Grid(table, frame, sheet).made()


def approvals_element(block: Approvals, width: float) -> Element:
    """Return approvals side by side, without lines between them."""
    widths = [twips(width / len(block.blocks))] * len(block.blocks)
    parts = (
        (styles.APPROVAL_WORD, [approval.word for approval in block.blocks]),
        (styles.APPROVAL, [approval.body for approval in block.blocks]),
        (styles.APPROVAL, [approval.signature for approval in block.blocks]),
    )
    rows = [_signed_row(texts, style, widths) for style, texts in parts]
    return _table("TableNormal", widths, rows)


def _signed_row(texts: list[str], style: str, widths: list[int]) -> Element:
    cells = [
        element("tc", _signed(width), paragraph(style, plain(text), SIGNED))
        for text, width in zip(texts, widths, strict=True)
    ]
    return element("tr", element("trPr", element("cantSplit")), *cells)


def _signed(width: int) -> Element:
    gap = element("right", w=twips(SIGN_GAP), type="dxa")
    return element("tcPr", element("tcW", w=width, type="dxa"), element("tcMar", gap))


def _table(
    style: str, widths: list[int], rows: list[Element], caption: str = ""
) -> Element:
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1),
        when(caption, "tblCaption", val=caption),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, columns, *rows)


class _Grid:
    def __init__(self, table: Table, frame: tuple[float, float], sheet: Styles) -> None:
        whole = sum(column.width for column in table.columns)
        self._table = table
        self._width, self._height = frame
        self._looks = {
            styles.CELL: sheet.cell,
            styles.CENTRED_CELL: sheet.centred_cell,
            styles.HEAD_CELL: sheet.head_cell,
            styles.SECTION_CELL: sheet.section_cell,
        }
        self._widths = [
            twips(self._width * column.width / whole) for column in table.columns
        ]

    def made(self) -> Element:
        heads = [] if self._table.headless else [self._head()]
        rows = [
            self._row(row, keep=keep)
            for row, keep in zip(self._table.rows, self._kept(), strict=True)
        ]
        caption = plain(self._table.caption)
        return _table(styles.TABLE, self._widths, [*heads, *rows], caption)

    def _kept(self) -> list[bool]:
        """Tell for every row of the body whether it stays with what follows."""
        table = self._table
        kept = list(held(table))[0 if table.headless else 1 :]
        if kept:
            # no row alone at the end of a page, none alone on the next
            kept[0] = kept[0] or len(kept) > 1
            kept[-1] = bool(table.foot)
        if len(kept) > 1:
            kept[-2] = True
        return kept

    def _head(self) -> Element:
        cells = [
            element(
                "tc",
                element(
                    "tcPr",
                    element("tcW", w=width, type="dxa"),
                    element("shd", val="clear", color="auto", fill=HEAD_FILL),
                    element("vAlign", val="center"),
                ),
                *self._lines(column.title, styles.HEAD_CELL, width, HELD),
            )
            for column, width in zip(self._table.columns, self._widths, strict=True)
        ]
        marks = element("trPr", element("cantSplit"), element("tblHeader"))
        return element("tr", marks, *cells)

    def _row(self, row: Row, *, keep: bool) -> Element:
        marks = None if self._giant(row) else element("trPr", element("cantSplit"))
        apart = Apart(keep_next=keep)
        cells = (
            [self._across(row, apart)]
            if row.kind in ACROSS
            else self._cells(row, apart)
        )
        return element("tr", marks, *cells)

    def _across(self, row: Row, apart: Apart) -> Element:
        section = row.kind is RowKind.SECTION
        style = styles.SECTION_CELL if section else styles.SUBSECTION_CELL
        return element(
            "tc",
            element(
                "tcPr",
                element("tcW", w=sum(self._widths), type="dxa"),
                element("gridSpan", val=len(self._widths)),
                when(section, "shd", val="clear", color="auto", fill=SECTION_FILL),
            ),
            paragraph(style, plain(row.cells[0]), apart),
        )

    def _cells(self, row: Row, apart: Apart) -> list[Element]:
        bold = row.kind in BOLD
        return [
            element(
                "tc",
                element("tcPr", element("tcW", w=width, type="dxa")),
                *self._lines(text, _style(column, bold=bold), width, apart),
            )
            for text, column, width in zip(
                row.cells, self._table.columns, self._widths, strict=True
            )
        ]

    def _lines(self, text: str, style: str, width: int, apart: Apart) -> list[Element]:
        """Return a paragraph for each line; a line may be the item of a list."""
        look = self._looks[style]
        whole = _breakable(plain(text), width / 20 - PADDING, look)
        return [_line(line, style, apart) for line in whole.split("\n")]

    def _giant(self, row: Row) -> bool:
        """Tell whether a row may be too high to move it whole to another page."""
        widths = [sum(self._widths)] if row.kind in ACROSS else self._widths
        lines = max(
            self._count(text, width / 20 - PADDING)
            for text, width in zip(row.cells, widths, strict=True)
        )
        return lines * self._looks[styles.CELL].leading > GIANT * self._height

    def _count(self, text: str, width: float) -> int:
        letter = LETTER * self._looks[styles.CELL].fontSize
        return sum(
            max(1, ceil(len(line) * letter / max(width, letter)))
            for line in text.split("\n")
        )


def _style(column: Column, *, bold: bool) -> str:
    if bold:
        return styles.HEAD_CELL if column.centred else styles.SECTION_CELL
    return styles.CENTRED_CELL if column.centred else styles.CELL


def _breakable(text: str, room: float, look: ParagraphStyle) -> str:
    """Return the text with soft hyphens in words that are wider than their cell.

    All other words are left to the word processor, which may hyphenate or not.
    """
    return _CHUNK.sub(lambda match: _softened(match[0], room, look), text)


def _softened(word: str, room: float, look: ParagraphStyle) -> str:
    wide = stringWidth(word, look.fontName, look.fontSize) > room
    return softened(word) if wide else word


def _line(line: str, style: str, apart: Apart) -> Element:
    if style != styles.CELL or not is_item(line):
        return paragraph(style, line, apart)
    if line.startswith(DASH):
        return paragraph(styles.DASH_CELL, line.removeprefix(DASH), apart)
    return paragraph(styles.ITEM_CELL, line, apart)
