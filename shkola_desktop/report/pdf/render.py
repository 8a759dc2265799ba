"""Document → bytes: page frames, page numbers, outline, entries of the contents."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from shkola_desktop.report.document import Document
from shkola_desktop.report.pdf.flowables import KeepHeading
from shkola_desktop.report.pdf.fonts import FAMILY, register
from shkola_desktop.report.pdf.paragraphs import Paragraphs
from shkola_desktop.report.pdf.setting import Setter
from shkola_desktop.report.pdf.styles import NUMBER_TOP, PORTRAIT, margins, page_size

LANGUAGE = "ru-RU"


def render(document: Document, fonts: Path) -> bytes:
    """Set a document; the same document gives the same bytes.

    Raises:
        ResourceMissing: a font is not there.
    """
    paragraphs = Paragraphs(register(fonts))
    out = BytesIO()
    template = _Template(out, document, paragraphs)
    template.multiBuild(Setter(paragraphs).flowables(document.blocks))
    return out.getvalue()


class _Template(BaseDocTemplate):
    """The pages; every heading goes into contents and outline."""

    def __init__(
        self, out: BytesIO, document: Document, paragraphs: Paragraphs
    ) -> None:
        super().__init__(
            out,
            pagesize=PORTRAIT,
            title=paragraphs.plain(document.title),
            author=paragraphs.plain(document.author),
            subject=paragraphs.plain(document.subject),
            lang=LANGUAGE,
            invariant=1,
            displayDocTitle=True,
            keepTogetherClass=KeepHeading,
            # ReportLab's own first font is not embedded
            initialFontName=FAMILY,
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
        turned = name == "landscape"
        width, height = page_size(landscape=turned)
        left, right, top, bottom = margins(landscape=turned)
        inner = (width - left - right, height - top - bottom)
        frame = Frame(left, bottom, *inner, 0, 0, 0, 0, id=name)
        return PageTemplate(
            name, [frame], onPage=self._furniture, pagesize=(width, height)
        )

    def _furniture(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        if page < self._number_from:
            return
        width, height = canvas._pagesize  # noqa: SLF001  # the size of this very page
        canvas.setFont(FAMILY, 11)
        canvas.drawCentredString(width / 2, height - NUMBER_TOP - 3 * mm, str(page))
