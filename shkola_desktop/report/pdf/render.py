"""Document → bytes: page frames, page numbers, outline, entries of the contents."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from shkola_desktop.report.document import Document
from shkola_desktop.report.pdf.contents import Numbers, key_of
from shkola_desktop.report.pdf.fallback import Glyphs
from shkola_desktop.report.pdf.flowables import KeepHeading
from shkola_desktop.report.pdf.fonts import FAMILY
from shkola_desktop.report.pdf.paragraphs import Paragraphs
from shkola_desktop.report.pdf.setting import Setter, begins_turned
from shkola_desktop.report.pdf.styles import NUMBER_EDGE, PORTRAIT, margins, page_size
from shkola_desktop.report.pdf.text import Places, only_places

LANGUAGE = "ru-RU"
# streams as they are: text for the mail of 1990 makes a file a fifth longer, and slower
rl_config.useA85 = 0


def render(document: Document, fonts: Path) -> bytes:
    """Set a document; the same document gives the same bytes.

    Raises:
        ResourceMissing: a font is not there.
    """
    return render_telling(document, fonts)[0]


def render_telling(document: Document, fonts: Path) -> tuple[bytes, str]:
    """Return the PDF and the characters that no font has; see ``render``."""
    out = BytesIO()
    template, story = _prepared(document, fonts, out)
    template.build(story)
    return out.getvalue(), "".join(template.undrawn)


def render_with_pages(document: Document, fonts: Path) -> tuple[bytes, tuple[int, ...]]:
    """Return the PDF and the page of every heading, in order; see ``render``."""
    out = BytesIO()
    template, story = _prepared(document, fonts, out)
    template.build(story)
    return out.getvalue(), tuple(template.heading_pages)


def heading_pages(document: Document, fonts: Path) -> tuple[int, ...]:
    """Return the page of every heading, in order; see ``render`` for errors.

    Nothing is drawn for it.
    """
    template, story = _prepared(document, fonts, BytesIO())
    template.build(story, canvasmaker=Places)
    return tuple(template.heading_pages)


def _prepared(
    document: Document, fonts: Path, out: BytesIO
) -> tuple["_Template", list[Flowable]]:
    paragraphs = Paragraphs(Glyphs(fonts))
    numbers = Numbers()
    template = _Template(out, document, paragraphs, numbers)
    setter = Setter(paragraphs, document.setting, numbers)
    return template, setter.flowables(document.blocks)


class _Template(BaseDocTemplate):
    """The pages; every heading goes into contents and outline."""

    def __init__(
        self,
        out: BytesIO,
        document: Document,
        paragraphs: Paragraphs,
        numbers: Numbers,
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
        self.heading_pages: list[int] = []
        self.undrawn = paragraphs.undrawn
        self._numbers = numbers
        # not saved by the base: numbers are still to be put in
        self._doSave = 0
        self._number_from = document.number_from
        self._number_below = document.setting.number_at == "bottom"
        self._level = -1
        kinds = [self._page("portrait"), self._page("landscape")]
        # the first page is of the first kind
        self.addPageTemplates(kinds[::-1] if begins_turned(document.blocks) else kinds)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # reportlab's hook
        """Enter a heading into contents and outline."""
        level = getattr(flowable, "heading_level", None)
        if level is None:
            return
        # the outline may go down by one level at a time only
        self._level = min(level, self._level + 1)
        key = key_of(len(self.heading_pages))
        self.heading_pages.append(self.page)
        text = str(getattr(flowable, "heading_text", ""))
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, self._level, closed=self._level > 0)

    def _endBuild(self) -> None:  # noqa: N802  # reportlab's name
        """Close the last page; put the numbers in and write what somebody reads."""
        super()._endBuild()
        if not only_places(self.canv):
            self._numbers.settle(self.canv, self.heading_pages)
            self.canv.save()

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
        top = height - NUMBER_EDGE - 3 * mm
        at = NUMBER_EDGE if self._number_below else top
        canvas.drawCentredString(width / 2, at, str(page))
