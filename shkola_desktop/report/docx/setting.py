"""Blocks → the body of a Word document: numbers, bookmarks, spaces, sections."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false
# lxml has no types, and ReportLab's stubs know half of it.

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import assert_never

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

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
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.docx import pictures, styles
from shkola_desktop.report.docx.contents import Entry, bookmarked, contents
from shkola_desktop.report.docx.elements import Element, field, run, runs
from shkola_desktop.report.docx.pages import section
from shkola_desktop.report.docx.paragraphs import Apart, paragraph, plain, room
from shkola_desktop.report.docx.tables import approvals_element, table_element
from shkola_desktop.report.pdf.flowables import CAPTION_GAP, FOOT_GAP
from shkola_desktop.report.pdf.styles import Styles, frame_size

BEFORE_TABLE, AFTER_TABLE = 2 * mm, 4 * mm
QUIET_ZONE = 4 * mm
TABLE_NUMBER, FIGURE_NUMBER = "SEQ Таблица \\* ARABIC", "SEQ Рисунок \\* ARABIC"


def entries(blocks: Sequence[Block], pages: Sequence[int]) -> tuple[Entry, ...]:
    """Return the lines of the contents; pages of the headings come in order."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    known = pages or [0] * len(headings)
    return tuple(
        Entry(f"_Toc{number:08}", plain(heading.text), heading.level, page)
        for number, (heading, page) in enumerate(zip(headings, known, strict=True), 1)
    )


class Setter:
    """Fills a body; remembers the page's direction, numbers, and what is due next.

    Space and a new page belong to the paragraph that comes next: a gap comes on top
    of its own space, a margin is the least that it has before it.
    """

    def __init__(
        self,
        word: WordDocument,
        sheet: Styles,
        listed: tuple[Entry, ...],
        fonts: Path,
        *,
        bare_first: bool,
    ) -> None:
        self._word = word
        self._body = word.element.body
        self._sheet = sheet
        self._listed = listed
        self._fonts = fonts
        self._bare_first = bare_first
        self._landscape = False
        self._headings = self._tables = self._figures = 0
        self._nothing_due()

    def fill(self, blocks: Sequence[Block]) -> None:
        """Set all blocks, in order."""
        for block in blocks:
            self._one(block)
        self._end_paragraph()
        self._body.append(self._section())

    def _one(self, block: Block) -> None:  # noqa: C901  # a table of kinds
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case BarChart():
                self._chart(block)
            case Turn():
                self._turn(block)
            case PageBreak():
                self._new_page = True
            case Gap():
                self._gap += block.height * mm
            case PageFoot():
                self._page_foot(block)
            case Contents():
                self._contents(block)
            case Approvals():
                self._approvals(block)
            case QrCode():
                self._qr(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> None:
        entry = self._listed[self._headings]
        self._headings += 1
        look = self._sheet.headings[block.level - 1]
        runs = bookmarked(entry, self._headings)
        self._add(f"{styles.HEADING}{block.level}", runs, look)

    def _paragraph(self, block: Paragraph) -> None:
        look = self._sheet.paragraphs[block.style]
        self._add(styles.PARAGRAPHS[block.style], runs(plain(block.text)), look)

    def _table(self, block: Table) -> None:
        self._margin = max(self._margin, BEFORE_TABLE)
        if block.caption:
            self._tables += 1
            runs = _numbered(captions.TABLE, TABLE_NUMBER, self._tables, block.caption)
            look = self._sheet.caption
            self._add(styles.CAPTION, runs, look, after=CAPTION_GAP)
        else:
            self._clear()
        frame = frame_size(landscape=self._landscape)
        self._body.append(table_element(block, frame, self._sheet))
        self._margin = FOOT_GAP
        for part in block.foot:
            self._paragraph(part)
        self._margin = AFTER_TABLE

    def _chart(self, block: BarChart) -> None:
        self._figures += 1
        width, _ = frame_size(landscape=self._landscape)
        picture = pictures.bars_picture(block, width, self._fonts)
        words = pictures.bars_words(block)
        self._gap += 3 * mm
        self._picture(picture, width, pictures.bars_height(block), words)
        self._gap = 2 * mm
        look = self._sheet.paragraphs[Style.CENTRED]
        runs = _numbered(captions.FIGURE, FIGURE_NUMBER, self._figures, block.caption)
        self._add(styles.FIGURE_CAPTION, runs, look)

    def _qr(self, block: QrCode) -> None:
        side = block.size * mm
        words = f"{plain(block.label)}: {plain(block.content)}"
        self._picture(pictures.qr_picture(block.content), side, side, words)
        self._gap = QUIET_ZONE
        self._paragraph(Paragraph(block.label, Style.SMALL))

    def _picture(self, png: bytes, width: float, height: float, words: str) -> None:
        look = self._sheet.paragraphs[Style.PLAIN]
        holder = self._add(styles.PICTURE, [], look, keep_next=True)
        drawn = WordParagraph(holder, self._word.part).add_run()
        shape = drawn.add_picture(BytesIO(png), Pt(width), Pt(height))
        shape._inline.docPr.set("descr", words)  # noqa: SLF001  # no other way

    def _contents(self, block: Contents) -> None:
        look = self._sheet.headings[0]
        self._add(styles.CONTENTS_TITLE, runs(plain(block.title)), look)
        width, _ = frame_size(landscape=self._landscape)
        self._body.extend(contents(self._listed, self._sheet.contents, width))

    def _approvals(self, block: Approvals) -> None:
        self._clear()
        width, _ = frame_size(landscape=self._landscape)
        self._body.append(approvals_element(block, width))

    def _page_foot(self, block: PageFoot) -> None:
        self._clear()
        width, _ = frame_size(landscape=self._landscape)
        style = styles.PARAGRAPHS[Style.CENTRED]
        self._body.append(paragraph(style, plain(block.text), Apart(at_bottom=width)))
        # a frame stands on the page of the paragraph after it
        self._body.append(room(0))

    def _turn(self, block: Turn) -> None:
        if len(self._body):
            self._end_paragraph()
            self._body[-1].get_or_add_pPr().append(self._section())
        self._landscape = block.landscape
        self._nothing_due()

    def _section(self) -> Element:
        bare, self._bare_first = self._bare_first, False
        return section(landscape=self._landscape, bare_first=bare)

    def _add(
        self,
        style: str,
        runs: Sequence[Element],
        look: ParagraphStyle,
        *,
        after: float | None = None,
        keep_next: bool = False,
    ) -> Element:
        """Add a paragraph; it takes the space and the new page that are due."""
        before = max(look.spaceBefore, self._margin) + self._gap
        own = None if before == look.spaceBefore else before
        made = paragraph(style, runs, Apart(keep_next, self._new_page, own, after))
        self._body.append(made)
        self._nothing_due()
        return made

    def _clear(self) -> None:
        """Put what is due into a paragraph of its own: something else comes next.

        Two tables would grow together without it.
        """
        space = self._margin + self._gap
        if space or self._new_page or self._after_table:
            self._body.append(room(space, new_page=self._new_page))
        self._nothing_due()

    def _nothing_due(self) -> None:
        self._gap = self._margin = 0.0
        self._new_page = False

    @property
    def _after_table(self) -> bool:
        return len(self._body) > 0 and self._body[-1].tag == qn("w:tbl")

    def _end_paragraph(self) -> None:
        """See to it that the body ends in a paragraph that can end a section."""
        last = None if self._after_table or not len(self._body) else self._body[-1]
        if last is None or last.find(f".//{qn('w:sectPr')}") is not None:
            self._body.append(room(0))


def _numbered(words: str, counter: str, number: int, caption: str) -> list[Element]:
    before, after = words.split("{number}")
    rest = plain(after.format(caption=caption))
    return [run(plain(before)), *field(counter, str(number)), run(rest)]
