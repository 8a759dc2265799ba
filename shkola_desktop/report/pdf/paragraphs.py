"""Text → paragraphs of ReportLab: printable, set, escaped, hyphenated where asked."""

from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from shkola_desktop.report.pdf.hyphenation import SHORTEST, breakable, softened
from shkola_desktop.report.typography import printable, typeset


class Paragraphs:
    """Makes every paragraph of a document; knows what the font covers."""

    def __init__(self, covered: frozenset[int]) -> None:
        self._covered = covered

    def plain(self, text: str) -> str:
        """Return text that the font covers, set as Russian wants it."""
        return typeset(printable(text, self._covered))

    def whole(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return a paragraph whose words stay whole, if a line can hold them."""
        return Paragraph(_escaped(self.plain(text)), style)

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
            return Paragraph(_escaped(ready), style, bulletText=bullet)
        stiff = ParagraphStyle(style.name, style, hyphenationLang="")
        return Paragraph(_escaped(self.plain(text)), stiff, bulletText=bullet)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")
