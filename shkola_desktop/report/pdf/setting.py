"""Blocks → flowables: numbers of tables and figures, the direction of the page."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, assert_never

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    NextPageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from shkola_desktop.report import captions
from shkola_desktop.report.document import (
    Approvals,
    BarChart,
    Block,
    Contents,
    Gap,
    Heading,
    PageBreak,
    PageFoot,
    Paragraph,
    QrCode,
    Setting,
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.pdf.contents import ContentsLine, Numbers
from shkola_desktop.report.pdf.drawings import Bars, QrSquare
from shkola_desktop.report.pdf.flowables import (
    Around,
    PageFootText,
    SetTable,
    WholeRows,
)
from shkola_desktop.report.pdf.fonts import FAMILY
from shkola_desktop.report.pdf.paragraphs import Paragraphs
from shkola_desktop.report.pdf.styles import HYPHENATED, frame_size, styles
from shkola_desktop.report.pdf.tables import grid
from shkola_desktop.report.pdf.text import Text
from shkola_desktop.report.table_rows import held

SHORTEST_IN_APPROVALS = 16
"""Letters; only what leaves its column is broken on a title page."""
QUIET_ZONE = 4 * mm
"""White around a QR code: four of its squares, or readers miss it."""

PLAIN_GRID: tuple[tuple[Any, ...], ...] = (
    # ReportLab's own font for grids is not embedded
    ("FONTNAME", (0, 0), (-1, -1), FAMILY),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
)
"""A grid without lines."""


def begins_turned(blocks: Sequence[Block]) -> bool:
    """Tell whether the very first page is landscape."""
    return bool(blocks) and isinstance(blocks[0], Turn) and blocks[0].landscape


class Setter:
    """Turns blocks into flowables; remembers the page's direction and the numbers."""

    def __init__(
        self, paragraphs: Paragraphs, setting: Setting, numbers: Numbers
    ) -> None:
        self._paragraphs = paragraphs
        self._numbers = numbers
        self._headings: list[Heading] = []
        self._styles = styles(setting)
        self._landscape = False
        self._tables = 0
        self._figures = 0

    def flowables(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Return the flowables of all blocks, in order."""
        if begins_turned(blocks):
            self._landscape = True
            blocks = blocks[1:]
        self._headings = [block for block in blocks if isinstance(block, Heading)]
        return [flowable for block in blocks for flowable in self._one(block)]

    def _one(self, block: Block) -> Iterator[Flowable]:  # noqa: C901  # a table of kinds
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Table():
                yield self._table(block)
            case BarChart():
                yield self._chart(block)
            case Turn():
                self._landscape = block.landscape
                yield NextPageTemplate("landscape" if block.landscape else "portrait")
                yield NewPage()
            case PageBreak():
                yield NewPage()
            case Gap():
                yield Spacer(1, block.height * mm)
            case PageFoot():
                style = self._styles.paragraphs[Style.CENTRED]
                yield PageFootText(self._paragraphs.whole(block.text, style))
            case Contents():
                yield from self._contents(block)
            case Approvals():
                yield self._approvals(block)
            case QrCode():
                yield QrSquare(block.content, block.size * mm)
                yield Spacer(1, QUIET_ZONE)
                yield self._paragraphs.whole(
                    block.label, self._styles.paragraphs[Style.SMALL]
                )
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Flowable:
        text = self._paragraphs.whole(
            block.text, self._styles.headings[block.level - 1]
        )
        # read by the template's afterFlowable
        setattr(text, "heading_level", block.level - 1)  # noqa: B010
        setattr(text, "heading_text", self._paragraphs.plain(block.text))  # noqa: B010
        return text

    def _paragraph(self, block: Paragraph) -> Text:
        style = self._styles.paragraphs[block.style]
        if block.style is Style.BULLET:
            return self._paragraphs.broken(block.text, style, bullet="–")
        if block.style in HYPHENATED:
            return self._paragraphs.broken(block.text, style)
        return self._paragraphs.whole(block.text, style)

    def _table(self, block: Table) -> Flowable:
        width, height = frame_size(landscape=self._landscape)
        caption = continued = None
        if block.caption:
            self._tables += 1
            known = {"number": self._tables, "caption": block.caption}
            caption = self._paragraphs.whole(
                captions.TABLE.format(**known), self._styles.caption
            )
            continued = self._paragraphs.whole(
                captions.CONTINUED.format(**known), self._styles.caption
            )
        foot = tuple(self._paragraph(paragraph) for paragraph in block.foot)
        around = Around(caption, continued, foot, height)
        return SetTable(
            grid(block, self._styles, width, self._paragraphs), held(block), around
        )

    def _chart(self, block: BarChart) -> Flowable:
        self._figures += 1
        bars = tuple(
            replace(bar, label=self._paragraphs.drawn(bar.label)) for bar in block.bars
        )
        width, _ = frame_size(landscape=self._landscape)
        drawing = Bars(BarChart(bars, block.caption), width)
        caption = captions.FIGURE.format(number=self._figures, caption=block.caption)
        text = self._paragraphs.whole(caption, self._styles.paragraphs[Style.CENTRED])
        return KeepTogether([Spacer(1, 3 * mm), drawing, Spacer(1, 2 * mm), text])

    def _contents(self, block: Contents) -> Iterator[Flowable]:
        yield self._paragraphs.whole(block.title, self._styles.headings[0])
        lines = [[self._line(*known)] for known in enumerate(self._headings)]
        if lines:
            width, _ = frame_size(landscape=self._landscape)
            yield Grid(lines, colWidths=[width], style=PLAIN_GRID)

    def _line(self, number: int, heading: Heading) -> Flowable:
        style = self._styles.contents[heading.level - 1]
        text = self._paragraphs.whole(" ".join(heading.text.split("\n")), style)
        return ContentsLine(text, number, self._numbers)

    def _approvals(self, block: Approvals) -> Flowable:
        word, style = self._styles.approval_word, self._styles.approval
        rows = [
            [self._paragraphs.whole(approval.word, word) for approval in block.blocks],
            [self._signed(approval.body, style) for approval in block.blocks],
            [self._signed(approval.signature, style) for approval in block.blocks],
        ]
        width, _ = frame_size(landscape=self._landscape)
        marks = [
            *PLAIN_GRID,
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        count = len(block.blocks)
        return WholeRows(rows, colWidths=[width / count] * count, style=marks)

    def _signed(self, text: str, style: ParagraphStyle) -> Text:
        return self._paragraphs.broken(text, style, shortest=SHORTEST_IN_APPROVALS)
