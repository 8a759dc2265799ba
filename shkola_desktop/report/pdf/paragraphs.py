"""Text → paragraphs of ReportLab: printable, set, escaped, hyphenated where asked."""

from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from shkola_desktop.report.pdf.fallback import Glyphs
from shkola_desktop.report.pdf.hyphenation import SHORTEST, breakable, softened
from shkola_desktop.report.pdf.text import Text
from shkola_desktop.report.typography import numbered, printable, typeset


class Paragraphs:
    """Makes every paragraph of a document; knows which font covers what."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._looks: dict[int, tuple[ParagraphStyle, ParaFrag]] = {}
        self.undrawn: dict[str, None] = {}
        """Characters met that no font has, in their order."""

    def plain(self, text: str) -> str:
        """Return text that a font covers, set as Russian wants it."""
        return self._printable(text, self._glyphs.covered(text))

    def drawn(self, text: str) -> str:
        """Return text for a drawing: the usual font alone, left to right."""
        return self._printable(text, self._glyphs.main)

    def whole(self, text: str, style: ParagraphStyle) -> Text:
        """Return a paragraph whose words stay whole, if a line can hold them."""
        return self._set(self.plain(text), style)

    def broken(
        self,
        text: str,
        style: ParagraphStyle,
        *,
        shortest: int = SHORTEST,
        bullet: str | None = None,
    ) -> Text:
        """Return a paragraph with words hyphenated from this many letters on.

        Where something long has no syllables to break at, an address say, nothing
        is hyphenated: ReportLab then cuts it by letters, but never the rest of a
        word that it has hyphenated, and that would leave its column.
        """
        ready = softened(self.plain(text), shortest)
        if breakable(ready):
            return self._set(ready, style, bullet)
        stiff = ParagraphStyle(style.name, style, hyphenationLang="")
        plain = self.plain(text)
        if not self._glyphs.usual(plain):
            return self._glyphs.paragraph(plain, stiff, bullet)
        return Text(_escaped(plain), stiff, bulletText=bullet)

    def _printable(self, text: str, covered: frozenset[int]) -> str:
        made = typeset(printable(text, covered))
        self.undrawn |= dict.fromkeys(numbered(made, text))
        return made

    def _set(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Text:
        if not self._glyphs.usual(text):
            return self._glyphs.paragraph(text, style, bullet)
        if "\n" in text or not text.strip():
            return Text(_escaped(text), style, bulletText=bullet)
        # a text without breaks is one piece: no need to parse it as XML
        piece = self._look(style).clone(text=text)
        return Text(text, style, bulletText=bullet, frags=[piece])

    def _look(self, style: ParagraphStyle) -> ParaFrag:
        """Return what ReportLab makes of a text of one piece in a style."""
        # the style is kept beside it, so that its number stays its own
        known = self._looks.get(id(style))
        if known is None:
            known = self._looks[id(style)] = (style, Text("x", style).frags[0])
        return known[1]


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")
