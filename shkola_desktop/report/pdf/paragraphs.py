"""Text → paragraphs of ReportLab: printable, set, escaped, hyphenated where asked."""

from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from shkola_desktop.report.bidi import joined, visual
from shkola_desktop.report.pdf.fallback import Glyphs
from shkola_desktop.report.pdf.hyphenation import SHORTEST, breakable, softened
from shkola_desktop.report.typography import printable, typeset


class Paragraphs:
    """Makes every paragraph of a document; knows which font covers what."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs

    def plain(self, text: str) -> str:
        """Return text that a font covers, set as Russian wants it."""
        return typeset(printable(text, self._glyphs.covered(text)))

    def drawn(self, text: str) -> str:
        """Return text for a drawing: the usual font alone, left to right."""
        return typeset(printable(text, self._glyphs.main))

    def marked(self, text: str) -> str:
        """Return text for a single line, as markup of ReportLab."""
        return self._glyphs.marked(visual(joined(self.plain(text))))

    def whole(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return a paragraph whose words stay whole, if a line can hold them."""
        return self._made(self.plain(text), style)

    def broken(
        self,
        text: str,
        style: ParagraphStyle,
        *,
        shortest: int = SHORTEST,
        bullet: str | None = None,
    ) -> Paragraph:
        """Return a paragraph with words hyphenated from this many letters on.

        Where something long has no syllables to break at, an address say, nothing
        is hyphenated: ReportLab then cuts it by letters, but never the rest of a
        word that it has hyphenated, and that would leave its column.
        """
        ready = softened(self.plain(text), shortest)
        if breakable(ready):
            return self._made(ready, style, bullet)
        stiff = ParagraphStyle(style.name, style, hyphenationLang="")
        return self._made(self.plain(text), stiff, bullet)

    def _made(
        self, text: str, style: ParagraphStyle, bullet: str | None = None
    ) -> Paragraph:
        if not self._glyphs.usual(text):
            return self._glyphs.paragraph(text, style, bullet)
        return Paragraph(_escaped(text), style, bulletText=bullet)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")
