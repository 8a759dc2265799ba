"""Blocks → PDF through ReportLab. No wording but page furniture."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, assert_never

from reportlab.lib.colors import HexColor, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

from shkola_desktop.report.document import (
    Approvals,
    BarChart,
    Block,
    Column,
    Contents,
    Document,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    QrCode,
    Row,
    RowKind,
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.flowables import CaptionedTable, bar_chart, qr_code
from shkola_desktop.report.fonts import FAMILY, register
from shkola_desktop.report.styles import (
    BOTTOM,
    LANDSCAPE,
    LEFT,
    NUMBER_TOP,
    PORTRAIT,
    RIGHT,
    TOP,
    styles,
)
from shkola_desktop.report.typography import printable, typeset

HEAD_FILL = HexColor("#e6ebf0")
SECTION_FILL = HexColor("#f3f5f7")
GRID = 0.4


def render(document: Document, fonts: Path) -> bytes:
    """Set a document; the same document gives the same bytes.

    Raises:
        ResourceMissing: a font is not there.
    """
    setter = _Setter(register(fonts))
    out = BytesIO()
    template = _Template(out, document, setter)
    template.multiBuild(setter.flowables(document.blocks))
    return out.getvalue()


class _Template(BaseDocTemplate):
    """Page frames, page numbers, outline and entries of the contents."""

    def __init__(self, out: BytesIO, document: Document, setter: "_Setter") -> None:
        super().__init__(
            out,
            pagesize=PORTRAIT,
            title=setter.plain(document.title),
            author=setter.plain(document.author),
            subject=setter.plain(document.subject),
            lang="ru-RU",
            invariant=1,
            displayDocTitle=True,
        )
        self._number_from = document.number_from
        self._level = -1
        self.addPageTemplates([self._page("portrait"), self._page("landscape")])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # reportlab's hook
        """Enter a heading into contents and outline."""
        level = getattr(flowable, "heading_level", None)
        if level is None:
            return
        # the outline may go down by one level at a time only
        self._level = min(level, self._level + 1)
        text = str(getattr(flowable, "heading_text", ""))
        key = f"h{self.page}-{level}-{self.seq.nextf('heading')}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, self._level, closed=self._level > 0)
        self.notify("TOCEntry", (level, escape(text), self.page, key))

    def beforeDocument(self) -> None:  # noqa: N802  # reportlab's hook
        """Start every pass over the document alike."""
        self._level = -1
        self.seq.reset("heading")

    def _page(self, name: str) -> PageTemplate:
        size = LANDSCAPE if name == "landscape" else PORTRAIT
        # landscape pages are bound at their top edge
        turned = name == "landscape"
        left, right = (TOP, BOTTOM) if turned else (LEFT, RIGHT)
        top, bottom = (LEFT, RIGHT) if turned else (TOP, BOTTOM)
        frame = Frame(
            left,
            bottom,
            size[0] - left - right,
            size[1] - top - bottom,
            0,
            0,
            0,
            0,
            id=name,
        )
        return PageTemplate(name, [frame], onPage=self._furniture, pagesize=size)

    def _furniture(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        if page < self._number_from:
            return
        width, height = canvas._pagesize  # noqa: SLF001  # the size of this very page
        canvas.setFont(FAMILY, 11)
        canvas.drawCentredString(width / 2, height - NUMBER_TOP - 3 * mm, str(page))


class _Setter:
    """Turns blocks into flowables; remembers the page's direction and table number."""

    def __init__(self, covered: frozenset[int]) -> None:
        self._covered = covered
        self._styles = styles()
        self._landscape = False
        self._tables = 0
        self._figures = 0

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Return the flowables of all blocks, in order."""
        return [flowable for block in blocks for flowable in self._one(block)]

    def plain(self, text: str) -> str:
        """Return text that the font covers, set as Russian wants it."""
        return printable(typeset(text), self._covered)

    def _one(self, block: Block) -> Iterator[Flowable]:  # noqa: C901  # a table of kinds
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Table():
                yield from self._table(block)
            case BarChart():
                yield from self._chart(block)
            case Turn():
                self._landscape = block.landscape
                yield NextPageTemplate("landscape" if block.landscape else "portrait")
                yield NewPage()
            case PageBreak():
                yield NewPage()
            case Gap():
                yield Spacer(1, block.height * mm)
            case Contents():
                yield from self._contents(block)
            case Approvals():
                yield self._approvals(block)
            case QrCode():
                yield qr_code(block.content, block.size * mm)
                yield self._text(block.label, self._styles.paragraphs[Style.SMALL])
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[Flowable]:
        if block.new_page:
            yield NewPage()
        text = self._text(block.text, self._styles.headings[block.level - 1])
        # read by afterFlowable
        setattr(text, "heading_level", block.level - 1)  # noqa: B010
        setattr(text, "heading_text", self.plain(block.text))  # noqa: B010
        yield text

    def _paragraph(self, block: Paragraph) -> Flowable:
        style = self._styles.paragraphs[block.style]
        if block.style is Style.BULLET:
            return Text(self._markup(block.text), style, bulletText="–")
        return self._text(block.text, style)

    def _table(self, block: Table) -> Iterator[Flowable]:
        grid = self._grid(block)
        if not block.caption:
            yield Spacer(1, 2 * mm)
            yield grid
            yield Spacer(1, 3 * mm)
            return
        self._tables += 1
        caption = self._text(
            f"Таблица {self._tables} – {block.caption}", self._styles.caption
        )
        continued = self._text(
            f"Продолжение таблицы {self._tables}", self._styles.caption
        )
        yield Spacer(1, 2 * mm)
        yield CaptionedTable(caption, grid, continued, self._frame_height)
        yield Spacer(1, 4 * mm)

    def _grid(self, block: Table) -> Grid:
        whole = sum(column.width for column in block.columns)
        widths = [self._frame_width * column.width / whole for column in block.columns]
        rows = [self._row(row, block.columns) for row in block.rows]
        heads = 0 if block.headless else 1
        if heads:
            head = [self._text(c.title, self._styles.head_cell) for c in block.columns]
            rows.insert(0, head)
        marks = self._marks(block, heads)
        return Grid(rows, colWidths=widths, repeatRows=heads, style=marks)

    def _marks(self, block: Table, heads: int) -> list[tuple[Any, ...]]:
        marks: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), GRID, black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
        if heads:
            marks += [
                ("BACKGROUND", (0, 0), (-1, 0), HEAD_FILL),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ]
        for number, row in enumerate(block.rows, start=heads):
            if row.kind in {RowKind.SECTION, RowKind.SUBSECTION}:
                marks.append(("SPAN", (0, number), (-1, number)))
                marks.append(("NOSPLIT", (0, number), (0, number + 1)))
            if row.kind is RowKind.SECTION:
                marks.append(("BACKGROUND", (0, number), (-1, number), SECTION_FILL))
        return marks

    def _row(self, row: Row, columns: tuple[Column, ...]) -> list[Any]:
        if row.kind is RowKind.SECTION:
            first = [self._text(row.cells[0], self._styles.section_cell)]
            return first + [""] * (len(columns) - 1)
        if row.kind is RowKind.SUBSECTION:
            first = [self._text(row.cells[0], self._styles.subsection_cell)]
            return first + [""] * (len(columns) - 1)
        total = row.kind is RowKind.TOTAL
        return [
            self._text(cell, self._cell_style(column, total=total))
            for cell, column in zip(row.cells, columns, strict=True)
        ]

    def _cell_style(self, column: Column, *, total: bool) -> Any:
        known = self._styles
        if total:
            return known.head_cell if column.centred else known.section_cell
        return known.centred_cell if column.centred else known.cell

    def _chart(self, block: BarChart) -> Iterator[Flowable]:
        self._figures += 1
        bars = tuple(
            type(bar)(self.plain(bar.label), bar.value, bar.maximum, bar.before)
            for bar in block.bars
        )
        drawing = bar_chart(BarChart(bars, block.caption), self._frame_width)
        caption = f"Рисунок {self._figures} – {block.caption}"
        style = self._styles.paragraphs[Style.CENTRED]
        yield KeepTogether(
            [Spacer(1, 3 * mm), drawing, Spacer(1, 1 * mm), self._text(caption, style)]
        )

    def _contents(self, block: Contents) -> Iterator[Flowable]:
        yield self._text(block.title, self._styles.headings[0])
        contents = TableOfContents(
            levelStyles=list(self._styles.contents), dotsMinLevel=0
        )
        yield contents

    def _approvals(self, block: Approvals) -> Flowable:
        style = self._styles.approval
        cells = [[self._text(line, style) for line in lines] for lines in block.blocks]
        width = self._frame_width / len(cells)
        marks: list[tuple[Any, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ]
        return Grid([cells], colWidths=[width] * len(cells), style=marks)

    def _text(self, text: str, style: Any) -> Text:
        return Text(self._markup(text), style)

    def _markup(self, text: str) -> str:
        return escape(self.plain(text), quote=False).replace("\n", "<br/>")

    @property
    def _frame_width(self) -> float:
        if self._landscape:
            return LANDSCAPE[0] - TOP - BOTTOM
        return PORTRAIT[0] - LEFT - RIGHT

    @property
    def _frame_height(self) -> float:
        if self._landscape:
            return LANDSCAPE[1] - LEFT - RIGHT
        return PORTRAIT[1] - TOP - BOTTOM
