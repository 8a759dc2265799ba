"""Document → bytes of a DOCX: styles, body, number of the page, contents."""

from pathlib import Path

from shkola_desktop.report.document import Contents, Document
from shkola_desktop.report.docx.package import describe, empty, packed
from shkola_desktop.report.docx.pages import SECOND, number_pages
from shkola_desktop.report.docx.setting import Setter, entries
from shkola_desktop.report.pdf.fonts import register
from shkola_desktop.report.pdf.render import heading_pages
from shkola_desktop.report.pdf.styles import styles


def render(document: Document, fonts: Path) -> bytes:
    """Write a document for Word; the same document gives the same bytes.

    Fonts are named, not embedded. The contents hold the pages of the PDF of the
    same document: no program but a word processor knows its own.

    Raises:
        ResourceMissing: a font is not there.
    """
    register(fonts)
    sheet = styles(document.setting)
    word = empty(sheet)
    describe(word, document)
    listed = entries(document.blocks, _pages(document, fonts))
    bare_first = document.number_from >= SECOND
    setter = Setter(word, sheet, listed, fonts, bare_first=bare_first)
    setter.fill(document.blocks)
    number_pages(word.sections[0], document)
    return packed(word)


def _pages(document: Document, fonts: Path) -> tuple[int, ...]:
    listing = any(isinstance(block, Contents) for block in document.blocks)
    return heading_pages(document, fonts) if listing else ()
