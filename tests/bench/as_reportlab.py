"""A document's blocks through ReportLab's own classes, as its manual says.

No hyphenation, no numbers in the contents, tables break where they like.
"""

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from shkola_desktop.report.document import (
    Approvals,
    BarChart,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Table,
    Turn,
)

BODY = ParagraphStyle("body", fontName="Bare", fontSize=12, leading=16, spaceAfter=3)
HEADING = ParagraphStyle(
    "heading",
    fontName="Bare-Bold",
    fontSize=13,
    leading=17,
    spaceBefore=10,
    spaceAfter=5,
    keepWithNext=1,
)
CELL = ParagraphStyle("cell", fontName="Bare", fontSize=10, leading=12)
HEAD = ParagraphStyle("head", fontName="Bare-Bold", fontSize=10, leading=12)
PORTRAIT = Frame(30 * mm, 20 * mm, A4[0] - 42 * mm, A4[1] - 40 * mm, 0, 0, 0, 0)
WIDE = Frame(20 * mm, 12 * mm, A4[1] - 40 * mm, A4[0] - 42 * mm, 0, 0, 0, 0)
MARKS = [
    ("GRID", (0, 0), (-1, -1), 0.4, black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
]


def made(document: Document, fonts: Path) -> bytes:
    """Return the PDF, set in one pass."""
    registerFont(TTFont("Bare", str(fonts / "Tinos-Regular.ttf")))
    registerFont(TTFont("Bare-Bold", str(fonts / "Tinos-Bold.ttf")))
    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4)
    template.addPageTemplates(
        [
            PageTemplate("portrait", [PORTRAIT], pagesize=A4),
            PageTemplate("wide", [WIDE], pagesize=landscape(A4)),
        ]
    )
    template.build(list(_flowables(document.blocks)))
    return out.getvalue()


def _flowables(  # noqa: C901, PLR0912  # a table of kinds
    blocks: Sequence[Block],
) -> Iterator[Flowable]:
    wide = False
    for block in blocks:
        match block:
            case Heading():
                yield Text(escape(block.text), HEADING)
            case Paragraph():
                yield Text(_lines(block.text), BODY)
            case Table():
                yield from _table(block, wide=wide)
            case Turn():
                wide = block.landscape
                yield NextPageTemplate("wide" if wide else "portrait")
                yield NewPage()
            case PageBreak():
                yield NewPage()
            case Contents():
                for known in blocks:
                    if isinstance(known, Heading):
                        yield Text(escape(known.text), BODY)
            case BarChart():
                for bar in block.bars:
                    yield Text(f"{escape(bar.label)}: {bar.value}", BODY)
            case Approvals():
                for approval in block.blocks:
                    yield Text(_lines(approval.body), BODY)
            case _:
                pass


def _table(table: Table, *, wide: bool) -> Iterator[Flowable]:
    if table.caption:
        yield Text(escape(table.caption), CELL)
    width = (A4[1] - 40 * mm) if wide else (A4[0] - 42 * mm)
    whole = sum(column.width for column in table.columns)
    rows = [_row(row, len(table.columns)) for row in table.rows]
    heads = 0 if table.headless else 1
    if heads:
        rows.insert(0, [Text(escape(c.title), HEAD) for c in table.columns])
    across = [
        ("SPAN", (0, n), (-1, n))
        for n, row in enumerate(table.rows, heads)
        if row.kind in {RowKind.SECTION, RowKind.SUBSECTION}
    ]
    widths = [width * column.width / whole for column in table.columns]
    yield Grid(rows, colWidths=widths, repeatRows=heads, style=[*MARKS, *across])
    for foot in table.foot:
        yield Text(_lines(foot.text), CELL)


def _row(row: Row, count: int) -> list[Text | str]:
    cells: list[Text | str] = [Text(_lines(cell), CELL) for cell in row.cells]
    return [*cells, *[""] * (count - len(cells))]


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")
